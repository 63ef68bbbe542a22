//! Searches on tiny tasks made up here.

use super::testing::{self, search_by};
use super::{restored, search, Found, Proposal, Settings, View};
use crate::grid::Grid;
use crate::parallel::Cancel;
use crate::program::Program;
use crate::task::{Sample, Task};

const FUEL: u64 = 1_000_000_000;

pub(super) fn grid(rows: &[&[i8]]) -> Grid {
    Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a rectangle")
}

pub(super) fn sample(input: &[&[i8]], output: &[&[i8]]) -> Sample {
    Sample { input: grid(input), output: Some(grid(output)) }
}

fn run(task: &Task) -> Found {
    search_by("enumerate", task, FUEL)
}

fn is_solved(task: &Task) -> bool {
    testing::is_solved(task, &run(task))
}

fn mirrored() -> Task {
    Task {
        demo: vec![
            sample(&[&[1, 2], &[0, 3]], &[&[1, 2], &[0, 3], &[0, 3], &[1, 2]]),
            sample(&[&[4, 0, 5]], &[&[4, 0, 5], &[4, 0, 5]]),
        ],
        test: vec![sample(&[&[6], &[7]], &[&[6], &[7], &[7], &[6]])],
    }
}

fn largest() -> Task {
    Task {
        demo: vec![
            sample(&[&[0, 0, 0, 0, 2], &[0, 3, 3, 0, 0], &[0, 3, 0, 0, 4], &[0, 0, 0, 0, 4]], &[&[3, 3], &[3, 0]]),
            sample(&[&[5, 5, 0, 0], &[0, 0, 0, 6], &[0, 0, 6, 6], &[7, 0, 0, 6]], &[&[0, 6], &[6, 6], &[0, 6]]),
        ],
        test: vec![sample(&[&[0, 2, 0, 0], &[0, 0, 0, 0], &[8, 8, 8, 0], &[0, 0, 0, 0], &[1, 1, 0, 0]], &[&[8, 8, 8]])],
    }
}

fn filled() -> Task {
    Task {
        demo: vec![
            sample(
                &[&[3, 3, 3, 0, 0, 0], &[3, 0, 3, 0, 0, 3], &[3, 3, 3, 0, 0, 0], &[0, 0, 0, 0, 0, 0]],
                &[&[3, 3, 3, 0, 0, 0], &[3, 4, 3, 0, 0, 3], &[3, 3, 3, 0, 0, 0], &[0, 0, 0, 0, 0, 0]],
            ),
            sample(
                &[&[0, 0, 0, 0], &[3, 3, 3, 3], &[3, 0, 0, 3], &[3, 3, 3, 3]],
                &[&[0, 0, 0, 0], &[3, 3, 3, 3], &[3, 4, 4, 3], &[3, 3, 3, 3]],
            ),
        ],
        test: vec![sample(
            &[&[0, 3, 3, 3, 3], &[0, 3, 0, 0, 3], &[0, 3, 3, 3, 3]],
            &[&[0, 3, 3, 3, 3], &[0, 3, 4, 4, 3], &[0, 3, 3, 3, 3]],
        )],
    }
}

fn neither_marked() -> Task {
    Task {
        demo: vec![
            sample(
                &[
                    &[1, 1, 0, 1, 1, 1, 0, 1],
                    &[0, 0, 0, 0, 0, 0, 0, 1],
                    &[1, 1, 0, 1, 0, 0, 0, 0],
                    &[0, 0, 0, 0, 0, 0, 0, 0],
                ],
                &[&[0, 0, 5, 0], &[5, 5, 5, 0], &[0, 0, 5, 0], &[5, 5, 5, 5]],
            ),
            sample(
                &[
                    &[1, 1, 0, 0, 1, 0, 1, 0],
                    &[0, 0, 1, 1, 1, 1, 1, 1],
                    &[0, 1, 1, 0, 1, 0, 1, 1],
                    &[0, 1, 0, 1, 0, 0, 1, 0],
                ],
                &[&[0, 0, 0, 5], &[0, 0, 0, 0], &[0, 0, 0, 0], &[5, 0, 0, 0]],
            ),
        ],
        test: vec![sample(
            &[
                &[1, 1, 0, 1, 1, 1, 0, 1],
                &[1, 1, 0, 1, 1, 0, 1, 0],
                &[0, 0, 0, 0, 0, 1, 1, 0],
                &[0, 1, 1, 1, 1, 1, 0, 1],
            ],
            &[&[0, 0, 5, 0], &[0, 0, 0, 0], &[5, 0, 0, 5], &[0, 0, 0, 0]],
        )],
    }
}

#[test]
fn a_grid_and_its_mirror_image_are_joined() {
    assert!(is_solved(&mirrored()));
}

#[test]
fn the_largest_object_is_cut_out() {
    assert!(is_solved(&largest()));
}

#[test]
fn what_is_missing_is_filled() {
    assert!(is_solved(&filled()));
}

#[test]
fn two_halves_are_combined_cell_by_cell() {
    assert!(is_solved(&neither_marked()));
}

#[test]
fn test_outputs_are_not_seen() {
    for task in [mirrored(), largest(), filled(), neither_marked()] {
        let with_answers = run(&task);
        let without = run(&task.without_answers());
        assert_eq!(with_answers.proposals, without.proposals);
        assert_eq!(with_answers.fuel, without.fuel);
    }
}

#[test]
fn the_same_search_gives_the_same() {
    let (first, second) = (run(&largest()), run(&largest()));
    assert_eq!(first.proposals, second.proposals);
    assert_eq!(first.fuel, second.fuel);
    assert_eq!(first.values, second.values);
}

#[test]
fn doubt_stays_where_a_view_is_left() {
    let task = mirrored().without_answers();
    let view = View::prepared(Program::parse("I").expect("a program")).expect("a view");
    let program = Program::parse("vconcat(I, hmirror(I))").expect("a program");
    let doubt = 17;
    let proposal = Proposal {
        cost: program.cost() + doubt,
        rivals: 0,
        program,
        strategy: "classify",
        matched: 0,
        similarity: 0,
        fuel: 0,
        outputs: Vec::new(),
    };
    let restored = restored(proposal, &view, &task).expect("a program of the task");
    assert_eq!(restored.matched, 2);
    assert_eq!(restored.cost, restored.program.cost() + doubt);
}

#[test]
fn a_known_program_ends_the_search_unless_its_answer_lacks_what_all_demo_pairs_share() {
    let recoloured = testing::task(&[
        ("100/000", "200/000"),
        ("011/000", "022/000"),
        ("101/000", "202/000"),
        ("100/001", "200/002"),
    ]);
    let searched_by = |known: &str| {
        let programs = [Program::parse(known).expect("a program")];
        let is_wanted = |name: &str| ["library", "rules"].contains(&name);
        let settings = Settings {
            programs: &programs,
            fuel: 100_000_000,
            is_wanted: &is_wanted,
            proposals: 8,
            cancel: Cancel::default(),
        };
        search(&recoloured, &settings).stops.into_iter().map(|(name, _)| name).collect::<Vec<&str>>()
    };
    assert_eq!(searched_by("replace(I, ONE, TWO)"), ["library"]);
    // All demo pairs lose the colour that this one leaves below.
    assert_eq!(searched_by("fill(I, TWO, ofcolor(tophalf(I), ONE))")[..2], ["library", "rules"]);
}
