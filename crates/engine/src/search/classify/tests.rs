//! Classifiers of tiny tasks made up here.

use rustc_hash::FxHashSet;

use super::bits::Bits;
use super::examples::Examples;
use super::features::Features;
use super::learner::{Learner, Limits, List};
use crate::grid::Grid;
use crate::program::Operation;
use crate::search::store::Store;
use crate::search::testing::{self, search_by};
use crate::search::{catalogue, Found};
use crate::task::{Sample, Task};

/// The grid of rows of digits, separated by slashes.
fn grid(rows: &str) -> Grid {
    let rows: Vec<&str> = rows.split('/').collect();
    let cells: Vec<i8> = rows.concat().bytes().map(|digit| (digit - b'0') as i8).collect();
    Grid::new(rows.len(), rows[0].len(), &cells).expect("equally long rows")
}

fn task(demo: &[(&str, &str)], test: (&str, &str)) -> Task {
    let sample = |(input, output): &(&str, &str)| Sample { input: grid(input), output: Some(grid(output)) };
    Task { demo: demo.iter().map(sample).collect(), test: vec![sample(&test)] }
}

/// Cells that four others enclose become 4, cells of another colour stay.
fn enclosed() -> Task {
    task(
        &[
            ("3330000/3030030/3330303/0000030", "3330000/3430030/3330343/0000030"),
            ("0000000/0333300/0300300/0333300", "0000000/0333300/0344300/0333300"),
        ],
        ("0333/0303/0333/3000", "0333/0343/0333/3000"),
    )
}

/// The halves' cells where neither is coloured become 5.
fn neither() -> Task {
    task(
        &[
            ("11011101/00000001/11010000/00000000", "0050/5550/0050/5555"),
            ("11001010/00111111/01101011/01010010", "0005/0000/0000/5000"),
        ],
        ("11011101/11011010/00000110/01111101", "0050/0000/5005/0000"),
    )
}

/// Cells between two of the same colour in a row take that colour.
fn between() -> Task {
    task(
        &[
            ("2002000/0300300/0000000", "2222000/0333300/0000000"),
            ("0040004/1010000/5000006", "0044444/1110000/5000006"),
        ],
        ("0007007/8000000/0500500", "0007777/8000000/0555500"),
    )
}

fn run(task: &Task) -> Found {
    search_by("classify", task, 300_000_000)
}

fn is_solved(task: &Task) -> bool {
    testing::is_solved(task, &run(task))
}

#[test]
fn enclosed_cells_are_filled() {
    assert!(is_solved(&enclosed()));
}

#[test]
fn halves_are_combined() {
    assert!(is_solved(&neither()));
}

#[test]
fn a_colour_may_be_that_of_other_cells() {
    assert!(is_solved(&between()));
}

#[test]
fn test_outputs_do_not_matter() {
    for task in [enclosed(), neither(), between()] {
        assert_eq!(run(&task).proposals, run(&task.without_answers()).proposals);
    }
}

#[test]
fn what_fits_by_chance_is_doubted() {
    // Each pair has a place of its own, of which the other pair says nothing.
    let unrelated =
        task(&[("000/000/000", "400/000/000"), ("111/111/111", "111/111/141")], ("000/000/000", "400/000/000"));
    let found = run(&unrelated);
    let fitting = found.proposals.iter().filter(|proposal| proposal.matched == 2);
    let doubts: Vec<u32> = fitting.map(|proposal| proposal.cost - proposal.program.cost()).collect();
    assert!(!doubts.is_empty());
    assert!(doubts.iter().all(|&doubt| doubt > 0), "{doubts:?}");
}

/// What is learned of a task from the features of the input.
fn learned(task: &Task, limits: Limits) -> (Examples, List) {
    let mut store = Store::new(&task.without_answers());
    store.begin("classify", 100_000_000);
    let input = store.add_leaf(Operation::Input, catalogue::grid(), 1).expect("an entry").id;
    let mut examples = Examples::of(&store).expect("few cells");
    let mut features = Features::new(&mut store);
    features.of_grid(input);
    for feature in features.found() {
        examples.add(&mut store, feature);
    }
    let base = examples.targets.iter().position(|target| target.grid == input).expect("the input");
    let all = Bits::of(examples.cells, |_| true);
    let forbidden = FxHashSet::default();
    let list = Learner { examples: &examples, forbidden: &forbidden, limits }.learn(&mut store, base, &all);
    (examples, list)
}

#[test]
fn a_list_is_right_on_the_cells_that_it_is_learned_from() {
    let limits = Limits { rules: 4, conditions: 2, beam: 4, tests: 100, targets: 4 };
    let (examples, list) = learned(&enclosed(), limits);
    assert_eq!(list.missing, 0);
    assert!((0..2).all(|pair| list.is_right_on(&examples, pair)));
    // Without rules only the cells that stay as they are come right.
    let (examples, list) = learned(&enclosed(), Limits { rules: 0, ..limits });
    assert_eq!(list.missing, 4);
    assert!(!list.is_right_on(&examples, 0));
}

#[test]
fn halves_of_boxes_are_told_apart() {
    let task = task(
        &[
            ("03300/03300/00000/00033", "02200/03300/00000/00033"),
            ("555/555/555/555/000/000/044/044", "222/222/555/555/000/000/022/044"),
        ],
        ("0600000/0600088/0600088/0600000", "0200000/0200022/0600088/0600000"),
    );
    assert!(is_solved(&task));
}

#[test]
fn columns_are_counted_from_a_colour() {
    let task = task(
        &[("0000000/0003000/0000000", "4040404/4043404/4040404"), ("30000/00000", "34040/04040")],
        ("0000000/0000000/0000030", "4040404/4040404/4040434"),
    );
    assert!(is_solved(&task));
}

#[test]
fn enclosed_cells_take_the_colour_of_a_legend() {
    let task = task(
        &[
            ("12000000/00000000/01110333/01010303/01110333", "12000000/00000000/01110333/01210303/01110333"),
            ("35000000/00000000/03330111/03030101/03330111", "35000000/00000000/03330111/03530101/03330111"),
            ("46000000/00000000/00444000/01404000/00444000", "46000000/00000000/00444000/01464000/00444000"),
        ],
        ("78000000/00000000/00777000/01707000/00777000", "78000000/00000000/00777000/01787000/00777000"),
    );
    assert!(is_solved(&task));
}

#[test]
fn the_middle_column_stays() {
    let task = task(
        &[("123/456/789", "020/050/080"), ("30405/11111", "00400/00100"), ("7/8", "7/8"), ("222/301", "020/000")],
        ("98765/43211", "00700/00200"),
    );
    assert!(is_solved(&task));
}
