//! Drawings on tiny tasks made up here.

use super::{judge, Verdict};
use crate::primitives;
use crate::search::moves;
use crate::search::store::Store;
use crate::search::testing::{solves, task};
use crate::value::Value;

#[test]
fn like_cells_are_joined() {
    assert!(solves(
        "draw",
        &[
            ("10010/00000/02002", "13310/00000/02332"),
            ("00000/20200/01001", "00000/23200/01331"),
            ("50020/02002/00000", "50020/02332/00000"),
        ]
    ));
}

#[test]
fn two_colours_shine_in_two_ways() {
    assert!(solves(
        "draw",
        &[
            ("00000/01000/00000/00020/00000", "01000/01000/00000/22220/00000"),
            ("00000/00000/00010/00000/02000", "00010/00010/00010/00000/22000"),
            ("00002/00000/00000/01000/00000", "22222/01000/01000/01000/00000"),
        ]
    ));
}

#[test]
fn a_pattern_surrounds_each_cell_of_a_colour() {
    assert!(solves(
        "draw",
        &[
            ("00000/01000/00000/00000/00020", "05000/61600/05000/00000/00020"),
            ("00000/00100/00000/00000/10000", "00500/06160/00500/50000/16000"),
            ("02000/00000/00001/00000/00000", "02000/00005/00061/00005/00000"),
        ]
    ));
}

#[test]
fn the_inside_of_walls_is_filled() {
    assert!(solves(
        "draw",
        &[
            ("22220/20020/20020/22220/00000", "22220/24420/24420/22220/00000"),
            ("00000/02220/02020/02220/00000", "00000/02220/02420/02220/00000"),
            ("00222/00202/00202/22222/00000", "00222/00242/00242/22222/00000"),
        ]
    ));
}

#[test]
fn a_stroke_that_only_one_sample_speaks_against_is_known_as_such() {
    let verdict = |pairs: &[(&str, &str)]| {
        let task = task(pairs);
        let mut store = Store::new(&task);
        store.begin("draw", 1_000_000);
        let input = moves::input(&mut store).expect("an entry");
        let beam = primitives::find("beam").expect("a primitive");
        let arguments = [Value::Integer(1), Value::Integer(2), Value::Pair(0, 1)];
        judge(&store, input, beam, &arguments, &mut 0)
    };
    let test = ("100", "122");
    assert_eq!(verdict(&[("1000", "1222"), ("010", "012"), test]), Verdict::Right);
    assert_eq!(verdict(&[("1000", "1222"), ("010", "010"), ("0010", "0012"), test]), Verdict::WrongIn(1));
    assert_eq!(verdict(&[("100", "100"), ("010", "010"), ("0010", "0012"), test]), Verdict::Wrong);
    // What is right as far as it goes, but not all, is no rival.
    assert_eq!(verdict(&[("1000/3000", "1222/4000"), ("010", "010"), test]), Verdict::Wrong);
}

#[test]
fn the_largest_clearing_is_filled() {
    assert!(solves(
        "draw",
        &[
            ("10100/01100/10000/10101", "10166/01166/10066/10101"),
            ("00001/00010/10101", "66601/66610/10101"),
            ("1001/0000/0000/0101", "1001/6666/6666/0101"),
            ("0101/1000/0000/1000", "0101/1666/0666/1666"),
        ]
    ));
}

#[test]
fn a_part_of_a_pattern_becomes_a_copy_of_it() {
    assert!(solves(
        "draw",
        &[
            ("11000/12000/00000/00020/00000", "11000/12000/00110/00120/00000"),
            ("00000/00200/00000/00033/00032", "03300/03200/00000/00033/00032"),
            ("4400/4200/0000/0000/0002", "4400/4200/0000/0044/0042"),
        ]
    ));
}

#[test]
fn lines_pass_what_is_in_their_way() {
    assert!(solves(
        "draw",
        &[
            ("0000/0500/0000/0200", "0020/0520/0220/0200"),
            ("00000/00000/00050/00000/00020", "00002/00002/00052/00022/00020"),
            ("000/500/000/200", "020/520/220/200"),
        ]
    ));
}

#[test]
fn lines_between_like_cells_have_a_colour_of_their_own() {
    assert!(solves(
        "draw",
        &[
            ("1001/0000/0200/0000/0200", "1551/0000/0200/0500/0200"),
            ("3000/0000/3000/0404/0000", "3000/5000/3000/0454/0000"),
            ("6006/0000/7007/0000/0000", "6556/0000/7557/0000/0000"),
        ]
    ));
}

#[test]
fn what_is_drawn_to_a_thing_takes_another_colour() {
    assert!(solves(
        "draw",
        &[
            ("11002/11000/00000/20000", "11500/11000/50000/00000"),
            ("000300/000000/110000/110003", "000000/000000/110000/115000"),
            ("04000/00000/00011/40011", "00000/00000/00011/00511"),
        ]
    ));
}

#[test]
fn lines_turn_by_the_colour_that_they_meet() {
    assert!(solves(
        "draw",
        &[
            ("00000/20003/00000/00000", "00000/22223/00020/00020"),
            ("00000/00000/20040/00000", "00200/00200/22240/00000"),
            ("00000/20030/00000/00000", "00000/22230/00200/00200"),
            ("00000/00000/00000/20040", "00200/00200/00200/22240"),
            ("000400/000000/200300/000000", "000400/000000/222300/002000"),
        ]
    ));
}

#[test]
fn lines_go_on_from_their_free_ends() {
    assert!(solves(
        "draw",
        &[
            ("00000/01100/01100/00010/00000", "00000/01100/01100/00010/00001"),
            ("00000/03000/00330/00330/00000", "30000/03000/00330/00330/00000"),
            ("000000/000000/004000/440000/440000", "000040/000400/004000/440000/440000"),
        ]
    ));
}
