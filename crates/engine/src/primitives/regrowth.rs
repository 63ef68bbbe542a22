//! Fragments of a pattern that grow to the whole of it.

use super::components::components;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[Primitive {
    name: "regrow",
    signature: "(grid: Grid, turned: Boolean) -> Grid",
    doc: "A grid whose connected parts that are a fragment of a larger one of several colours, turned or not, are completed \
          to it where that is possible in one way.",
    run: regrow,
}];

/// How many parts are looked at.
const MAX_PARTS: usize = 60;

/// How many cells a pattern has at least and at most.
const MIN_CELLS: usize = 3;
const MAX_CELLS: usize = 100;

/// A coloured cell.
type Cell = (isize, isize, i8);

fn regrow(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let turns = if args[1].is_true() { 8 } else { 1 };
    let parts = parts(machine, grid)?;
    let mut patterns: Vec<&Vec<Cell>> = parts.iter().filter(|part| is_pattern(part)).collect();
    patterns.sort_by_key(|part| std::cmp::Reverse(part.len()));
    machine.allocate(2 * grid.cells().len() as u64 + 24)?;
    let mut grown: Vec<Vec<Cell>> = Vec::new();
    for fragment in &parts {
        for pattern in patterns.iter().filter(|pattern| pattern.len() > fragment.len()) {
            if let Some(whole) = completed(machine, grid, fragment, pattern, turns)? {
                grown.push(whole);
                break;
            }
        }
    }
    if grown.is_empty() {
        return undefined("nothing is a fragment of a pattern");
    }
    Ok(Value::Grid(grid.edited(|cells| {
        for &(row, column, colour) in grown.iter().flatten() {
            if let Some(at) = grid.offset(row as i64, column as i64) {
                cells[at] = colour;
            }
        }
    })))
}

/// The cells of each connected part.
fn parts(machine: &mut Machine, grid: &Grid) -> Result<Vec<Vec<Cell>>> {
    let labelled = components(machine, grid, true, |colour| colour != 0, |_, _| true)?;
    if labelled.count < 2 || labelled.count > MAX_PARTS {
        return undefined("there are too few or too many parts");
    }
    machine.allocate(24 * grid.cells().len() as u64)?;
    machine.spend(2 * grid.cells().len() as u64)?;
    let mut parts: Vec<Vec<Cell>> = vec![Vec::new(); labelled.count];
    for (at, (&label, &colour)) in labelled.labels.iter().zip(grid.cells()).enumerate() {
        if let Some(part) = usize::from(label).checked_sub(1).and_then(|part| parts.get_mut(part)) {
            part.push(((at / grid.width()) as isize, (at % grid.width()) as isize, colour));
        }
    }
    Ok(parts)
}

fn is_pattern(part: &[Cell]) -> bool {
    (MIN_CELLS..=MAX_CELLS).contains(&part.len()) && part.iter().any(|cell| cell.2 != part[0].2)
}

/// The pattern where it contains a fragment and meets nothing else; `None` unless there is one way.
fn completed(
    machine: &mut Machine,
    grid: &Grid,
    fragment: &[Cell],
    pattern: &[Cell],
    turns: u8,
) -> Result<Option<Vec<Cell>>> {
    let mut found: Option<Vec<Cell>> = None;
    let (row, column, colour) = fragment[0];
    for turn in 0..turns {
        machine.spend(4 * pattern.len() as u64)?;
        let turned: Vec<Cell> = pattern.iter().map(|&cell| image(cell, turn)).collect();
        for &(top, left, _) in turned.iter().filter(|cell| cell.2 == colour) {
            machine.spend((4 + fragment.len() as u64) * pattern.len() as u64)?;
            let mut whole: Vec<Cell> =
                turned.iter().map(|&(y, x, colour)| (y - top + row, x - left + column, colour)).collect();
            let is_free = |&(row, column, colour): &Cell| {
                grid.offset(row as i64, column as i64)
                    .is_none_or(|at| grid.cells()[at] == 0 || grid.cells()[at] == colour)
            };
            if !fragment.iter().all(|cell| whole.contains(cell)) || !whole.iter().all(is_free) {
                continue;
            }
            whole.sort_unstable();
            match &found {
                Some(other) if *other != whole => return Ok(None),
                _ => found = Some(whole),
            }
        }
    }
    Ok(found)
}

/// A cell in one of the eight images of the plane.
fn image((row, column, colour): Cell, turn: u8) -> Cell {
    let (mut row, mut column) = (row, column);
    if turn & 1 != 0 {
        row = -row;
    }
    if turn & 2 != 0 {
        column = -column;
    }
    if turn & 4 != 0 {
        (row, column) = (column, row);
    }
    (row, column, colour)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use crate::value::Value;

    #[test]
    fn fragments_grow_to_the_whole() {
        let given_grid = grid("0200000/2320000/0200030/0000000/0000000");
        let expected = grid("0200000/2320020/0200232/0000020/0000000");
        assert_eq!(given("regrow", [given_grid, Value::Boolean(false)]), expected);
        // A cell that may belong to several places of the pattern says nothing.
        assert!(is_undefined("regrow", [grid("020000/232000/020002/000000"), Value::Boolean(false)]));
    }

    #[test]
    fn fragments_may_be_turned() {
        let given_grid = grid("123000/000000/000000/300000/200000/000000");
        let expected = grid("123000/000000/000000/300000/200000/100000");
        assert_eq!(given("regrow", [given_grid.clone(), Value::Boolean(true)]), expected);
        assert!(is_undefined("regrow", [given_grid, Value::Boolean(false)]));
    }
}
