//! Outputs that show the input's cells at other places, some of them recoloured.

use super::moves::{apply, constant, input, shared_colours};
use super::store::{EntryId, Store};
use super::tables::translate;
use crate::grid::Grid;
use crate::value::Value;

/// The directions in which things fall.
const DIRECTIONS: &[(i64, i64)] = &[(1, 0), (-1, 0), (0, 1), (0, -1)];

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
