//! Outputs that show the input's cells at other places, some of them recoloured.

use super::moves::{apply, constant, input, shared_colours};
use super::store::{EntryId, Store};
use super::tables::translate;
use crate::grid::Grid;
use crate::value::Value;

/// The directions in which things fall.
const DIRECTIONS: &[(i64, i64)] = &[(1, 0), (-1, 0), (0, 1), (0, -1)];

/// How far grids are moved as a whole.
const MAX_STEPS: i64 = 4;

/// Moves the input as a whole, where that takes the coloured cells of the first demo pair to those of its output.
pub fn move_all(store: &mut Store) -> Option<()> {
    let input = input(store)?;
    let (before, after) = (store.inputs().first()?.clone(), store.expected().first()?.clone());
    let (height, width) = (before.height() as i64, before.width() as i64);
    let steps = || -MAX_STEPS..=MAX_STEPS;
    for (down, right) in steps().flat_map(|down| steps().map(move |right| (down, right))) {
        if (down, right) == (0, 0) || down.abs() >= height || right.abs() >= width {
            continue;
        }
        for (primitive, is_rolled) in [("shifted", false), ("rolled", true)] {
            let mut looked_at = 0;
            let is_right = (0..height).all(|row| {
                (0..width).all(|column| {
                    looked_at += 1;
                    let (mut from_row, mut from_column) = (row - down, column - right);
                    if is_rolled {
                        (from_row, from_column) = (from_row.rem_euclid(height), from_column.rem_euclid(width));
                    }
                    let is_coloured = before.get(from_row, from_column).is_some_and(|colour| colour != 0);
                    after.get(row, column).is_some_and(|colour| (colour != 0) == is_coloured)
                })
            });
            store.charge(10 + 4 * looked_at);
            if is_right {
                let offset = constant(store, Value::Pair(down, right))?;
                rearranged(store, primitive, &[input, offset]);
            }
        }
    }
    Some(())
}

/// Lets cells and parts fall upon what is of one colour, and sorts rows and columns, where the outputs have as many black
/// cells as the inputs.
pub fn rearrange(store: &mut Store) -> Option<()> {
    let black = |grid: &Grid| grid.cells().iter().filter(|&&colour| colour == 0).count();
    let has_as_many = |(input, output): (&Grid, &Grid)| black(input) == black(output) && black(input) > 0;
    if !store.inputs().iter().zip(store.expected()).all(has_as_many) {
        return None;
    }
    let input = input(store)?;
    for colour in shared_colours(store).into_iter().filter(|&colour| colour != 0) {
        let colour = constant(store, Value::Integer(colour.into()))?;
        for &(down, right) in DIRECTIONS {
            let direction = constant(store, Value::Pair(down, right))?;
            for primitive in ["settle", "sinkupon"] {
                rearranged(store, primitive, &[input, colour, direction]);
            }
        }
    }
    let turned = apply(store, "dmirror", &[input])?;
    for descending in [false, true] {
        let descending = constant(store, Value::Boolean(descending))?;
        rearranged(store, "assorted", &[input, descending]);
        if let Some(sorted) = apply(store, "assorted", &[turned, descending]) {
            rearranged(store, "dmirror", &[sorted]);
        }
    }
    Some(())
}

/// Applies a primitive, and colours what it gives like the outputs.
fn rearranged(store: &mut Store, primitive: &str, arguments: &[EntryId]) {
    if let Some(grid) = apply(store, primitive, arguments) {
        translate(store, grid);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::solves;

    #[test]
    fn all_moves_and_is_recoloured() {
        assert!(solves(
            "count",
            &[
                ("110000/000010", "000220/000000"),
                ("000000/100100", "000000/000200"),
                ("011000/000100", "000022/000000"),
                ("101000/010000", "000202/000020"),
            ]
        ));
        assert!(solves(
            "count",
            &[("120/003/100", "100/120/003"), ("400/050/600", "600/400/050"), ("007/080/800", "800/007/080")]
        ));
    }

    #[test]
    fn cells_fall_upon_what_stays() {
        assert!(solves(
            "count",
            &[
                ("1203/0000/5000/0050", "0000/1000/5000/0253"),
                ("1110/0000/0500/0000", "0000/0100/0500/1010"),
                ("0403/0100/0005/0050", "0000/0003/0405/0150"),
            ]
        ));
    }

    #[test]
    fn bars_are_sorted_and_recoloured() {
        assert!(solves(
            "count",
            &[
                ("00010/10010/10011", "00002/00022/20022"),
                ("10000/10010/10011", "00002/00022/20022"),
                ("01000/01010/11010", "00020/02020/22020"),
            ]
        ));
    }
}
