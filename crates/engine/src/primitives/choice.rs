//! Grids combined cell by cell: what a cell becomes depends on features of it, each a grid of the same size.

use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "choose",
        signature: "(feature: Grid, value: Integer, grid: Grid, other: Grid) -> Grid",
        doc: "The cells of a grid where a feature has a value, and those of another grid elsewhere.",
        run: |machine, args| {
            let (feature, value) = (args[0].grid()?, args[1].integer()?);
            let (grid, other) = (args[2].grid()?, args[3].grid()?);
            same_size(feature, grid)?;
            same_size(grid, other)?;
            machine.allocate(grid.cells().len() as u64)?;
            Ok(Value::Grid(other.edited(|cells| {
                for ((cell, &colour), &feature) in cells.iter_mut().zip(grid.cells()).zip(feature.cells()) {
                    *cell = if i64::from(feature) == value { colour } else { *cell };
                }
            })))
        },
    },
    Primitive {
        name: "agree",
        signature: "(a: Grid, b: Grid) -> Grid",
        doc: "The cells in which two grids agree, and minus one elsewhere.",
        run: |machine, args| zip(machine, args[0].grid()?, args[1].grid()?, |a, b| if a == b { a } else { -1 }),
    },
    Primitive {
        name: "plus",
        signature: "(a: Grid, b: Grid) -> Grid",
        doc: "The sums of the cells of two grids, at most 127.",
        run: |machine, args| zip(machine, args[0].grid()?, args[1].grid()?, i8::saturating_add),
    },
    Primitive {
        name: "exceeds",
        signature: "(a: Grid, b: Grid) -> Grid",
        doc: "One where the cells of a grid are greater than those of another, and zero elsewhere.",
        run: |machine, args| zip(machine, args[0].grid()?, args[1].grid()?, |a, b| i8::from(a > b)),
    },
    Primitive {
        name: "modulo",
        signature: "(grid: Grid, divisor: Integer) -> Grid",
        doc: "The remainders of a grid's cells, none of them negative.",
        run: |machine, args| {
            let divisor = args[1].integer()?;
            if !(1..=127).contains(&divisor) {
                return undefined("the divisor is not between 1 and 127");
            }
            map(machine, args[0].grid()?, |cell| i64::from(cell).rem_euclid(divisor) as i8)
        },
    },
    Primitive {
        name: "atleast",
        signature: "(grid: Grid, value: Integer) -> Grid",
        doc: "One where a grid's cells are at least a value, and zero elsewhere.",
        run: |machine, args| {
            let value = args[1].integer()?;
            map(machine, args[0].grid()?, |cell| i8::from(i64::from(cell) >= value))
        },
    },
];

fn same_size(a: &Grid, b: &Grid) -> Result<()> {
    if a.height() == b.height() && a.width() == b.width() {
        Ok(())
    } else {
        undefined("the grids differ in size")
    }
}

fn zip(machine: &mut Machine, a: &Grid, b: &Grid, of: impl Fn(i8, i8) -> i8) -> Result<Value> {
    same_size(a, b)?;
    machine.allocate(a.cells().len() as u64)?;
    Ok(Value::Grid(a.edited(|cells| {
        for (cell, &other) in cells.iter_mut().zip(b.cells()) {
            *cell = of(*cell, other);
        }
    })))
}

fn map(machine: &mut Machine, grid: &Grid, of: impl Fn(i8) -> i8) -> Result<Value> {
    let count = grid.cells().len() as u64;
    machine.allocate(count)?;
    machine.spend(count)?;
    Ok(Value::Grid(grid.edited(|cells| cells.iter_mut().for_each(|cell| *cell = of(*cell)))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};

    #[test]
    fn a_feature_chooses_between_grids() {
        let chosen = given("choose", [grid("01/10"), integer(1), grid("55/55"), grid("12/34")]);
        assert_eq!(chosen, grid("15/54"));
        assert!(is_undefined("choose", [grid("01"), integer(1), grid("55/55"), grid("12/34")]));
    }

    #[test]
    fn grids_are_compared_added_and_divided() {
        assert_eq!(given("atleast", [given("agree", [grid("12/34"), grid("13/34")]), integer(0)]), grid("10/11"));
        assert_eq!(given("plus", [grid("12"), grid("34")]), grid("46"));
        assert_eq!(given("exceeds", [grid("123"), grid("222")]), grid("001"));
        assert_eq!(given("modulo", [grid("0123"), integer(2)]), grid("0101"));
        assert!(is_undefined("modulo", [grid("1"), integer(0)]));
    }
}
