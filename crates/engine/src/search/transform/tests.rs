//! Searches by this strategy alone, on tiny tasks made up here.

use crate::search::testing::{self, search_by, task};
use crate::search::Found;
use crate::task::Task;

const FUEL: u64 = 80_000_000;

fn run(task: &Task) -> Found {
    search_by("transform", task, FUEL)
}

fn is_solved(task: &Task) -> bool {
    testing::is_solved(task, &run(task))
}

fn squared() -> Task {
    task(&[
        ("10/11", "1000/1100/1010/1111"),
        ("02/20", "0002/0020/0200/2000"),
        ("30/30", "3000/3000/3000/3000"),
        ("400/004/000", "400000000/004000000/000000000/000000400/000000004/000000000/000000000/000000000/000000000"),
    ])
}

fn holes() -> Task {
    task(&[
        ("333000/303003/333000/000000", "333000/343003/333000/000000"),
        ("0000/3333/3003/3333", "0000/3333/3443/3333"),
        ("30000/03330/03030/03330", "30000/03330/03430/03330"),
        ("03333/03003/03333", "03333/03443/03333"),
    ])
}

fn quilt() -> Task {
    task(&[
        ("12/30", "1221/3003/3003/1221"),
        ("450/006", "450054/006600/006600/450054"),
        ("7/8/0", "77/88/00/00/88/77"),
        ("12/21/30", "1221/2112/3003/3003/2112/1221"),
    ])
}

#[test]
fn a_grid_is_laid_out_by_itself() {
    assert!(is_solved(&squared()));
}

#[test]
fn pieces_are_stacked_in_colours_of_the_outputs() {
    assert!(is_solved(&holes()));
}

#[test]
fn outputs_are_divided_into_tiles() {
    assert!(is_solved(&quilt()));
}

#[test]
fn the_only_different_compartment_is_taken() {
    let task = task(&[
        ("105105115/115115115", "11/11"),
        ("225205225/225225225", "20/22"),
        ("335335305/305305335", "30/33"),
        ("445405405/445445445", "44/44"),
    ]);
    assert!(is_solved(&task));
}

#[test]
fn a_legend_says_what_colours_stand_for() {
    let task = task(&[
        ("120000/340000/000000/001010/003330", "202/444"),
        ("560000/780000/000550/000707/000500", "660/808/600"),
        ("230000/450000/000000/002220/000040", "333/005"),
        ("810000/920000/000000/000900/088890", "0020/1112"),
    ]);
    assert!(is_solved(&task));
}

#[test]
fn sizes_follow_from_the_inputs() {
    let task = task(&[
        ("120/000", "120120/000000/120120/000000"),
        ("3/4", "33/44/33/44"),
        ("05/60", "0505/6060/0505/6060"),
        ("708/080/100", "708708/080080/100100/708708/080080/100100"),
    ]);
    assert!(is_solved(&task));
}

#[test]
fn a_search_needs_neither_fuel_nor_demo_pairs() {
    let without = Task { demo: Vec::new(), test: squared().test };
    assert!(run(&without).proposals.is_empty());
    let found = search_by("transform", &holes(), 10);
    assert!(found.proposals.iter().all(|proposal| proposal.matched == 0));
}

#[test]
fn test_outputs_are_not_seen_and_the_same_is_found_again() {
    for task in [squared(), holes(), quilt()] {
        let (found, again, without) = (run(&task), run(&task), run(&task.without_answers()));
        assert_eq!(found.proposals, again.proposals);
        assert_eq!(found.fuel, again.fuel);
        assert_eq!(found.proposals, without.proposals);
        assert_eq!(found.fuel, without.fuel);
    }
}
