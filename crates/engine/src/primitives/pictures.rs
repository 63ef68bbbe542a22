//! Grids as pictures: black cells are the ground, what has a colour lies upon it.

use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[Primitive {
    name: "overlay",
    signature: "(grid: Grid, cover: Grid) -> Grid",
    doc: "A grid on which another of the same size is laid, whose black cells let it show through.",
    run: |machine, args| overlay(machine, args[0].grid()?, args[1].grid()?),
}];

fn overlay(machine: &mut Machine, grid: &Grid, cover: &Grid) -> Result<Value> {
    if grid.height() != cover.height() || grid.width() != cover.width() {
        return undefined("the grids differ in size");
    }
    machine.allocate(grid.cells().len() as u64)?;
    Ok(Value::Grid(grid.edited(|cells| {
        for (cell, &colour) in cells.iter_mut().zip(cover.cells()) {
            *cell = if colour == 0 { *cell } else { colour };
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};

    #[test]
    fn black_lets_the_grid_show_through() {
        assert_eq!(given("overlay", [grid("12/34"), grid("50/06")]), grid("52/36"));
        assert!(is_undefined("overlay", [grid("12/34"), grid("50")]));
    }
}
