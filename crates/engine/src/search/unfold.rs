//! Grids whose lines follow one after the other, each from the one before.
//!
//! For each direction, the least of a line that tells what the next one is like is looked for: a table that says what
//! becomes of a cell, from its colour and from that of one or more of its three neighbours in the line before.

use std::collections::BTreeMap;

use super::moves::{apply, constant};
use super::store::{EntryId, Store};
use super::tables::has_output_size;
use crate::grid::Grid;
use crate::primitives::{followers, unfolding};
use crate::value::Value;

/// The directions in which lines follow each other.
const DIRECTIONS: [(i64, i64); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];

/// Which neighbours in the line before are looked at: few rather than many.
const SEEN: [i64; 7] = [2, 1, 4, 5, 3, 6, 7];

/// How many rows a table may have: more are a copy of the demo pairs rather than a rule.
const MAX_ROWS: usize = 8;

/// What it adds to the description length, in bits, that lines of a test input may follow from what no demo pair shows.
const UNSEEN_BITS: u32 = 24;

/// What becomes of a cell.
struct Row {
    result: i8,
    /// The demo sample that shows it first.
    first: usize,
    /// Whether another shows it too.
    is_confirmed: bool,
}

/// A table of what becomes of cells, by their colours and those of the neighbours that are seen.
type Rows = BTreeMap<[i8; 4], Row>;

/// Unfolds a grid of the outputs' size in each direction in which the outputs follow from it line by line.
pub(super) fn unfold(store: &mut Store, grid: EntryId) -> Option<()> {
    if !has_output_size(store, grid) {
        return None;
    }
    let inputs: Vec<Grid> =
        store.entry(grid).column().iter().map(|value| value.as_grid().cloned()).collect::<Option<_>>()?;
    let outputs = store.expected().to_vec();
    for direction in DIRECTIONS {
        for seen in SEEN {
            if store.must_stop().is_some() {
                return None;
            }
            let (rows, looked_at) = deduce(&inputs, &outputs, direction, seen);
            store.charge(12 * looked_at);
            let Some(rows) = rows else {
                continue;
            };
            write(store, grid, &inputs[outputs.len()..], &rows, direction, seen);
            break;
        }
    }
    Some(())
}

/// What becomes of cells if it is the same everywhere and some change; also how many cells were looked at.
fn deduce(inputs: &[Grid], outputs: &[Grid], direction: (i64, i64), seen: i64) -> (Option<Rows>, u64) {
    let mut rows = Rows::new();
    let mut looked_at = 0;
    for (sample, (input, output)) in inputs.iter().zip(outputs).enumerate() {
        let Some(lines) = unfolding(output.height(), output.width(), direction) else {
            return (None, looked_at);
        };
        let is_given = |line: &Vec<usize>| line.iter().all(|&place| input.cells()[place] == output.cells()[place]);
        if !lines.first().is_some_and(is_given) {
            return (None, looked_at);
        }
        for follower in followers(&lines) {
            looked_at += 1;
            let (own, result) = (input.cells()[follower.place], output.cells()[follower.place]);
            let known = follower.foregoing(own, output.cells(), seen);
            let row = rows.entry(known).or_insert(Row { result, first: sample, is_confirmed: false });
            row.is_confirmed |= row.first != sample;
            if row.result != result {
                return (None, looked_at);
            }
        }
    }
    let (mut changing, mut confirmed) = (0, 0);
    for (_, row) in rows.iter().filter(|(known, row)| known[0] != row.result) {
        changing += 1;
        confirmed += usize::from(row.is_confirmed);
    }
    // Rows that one sample shows alone may be chance.
    let is_rule = (1..=MAX_ROWS).contains(&changing) && 2 * confirmed >= changing;
    (is_rule.then_some(rows), looked_at)
}

/// The expression of a table, in doubt where a test input asks for what it does not say.
fn write(
    store: &mut Store,
    grid: EntryId,
    tests: &[Grid],
    rows: &Rows,
    direction: (i64, i64),
    seen: i64,
) -> Option<EntryId> {
    let changing = rows.iter().filter(|(known, row)| known[0] != row.result);
    let cells: Vec<i8> = changing.flat_map(|(known, row)| known.iter().copied().chain([row.result])).collect();
    let table = Grid::new(cells.len() / 5, 5, &cells)?;
    let arguments = [
        grid,
        constant(store, Value::Grid(table))?,
        constant(store, Value::Pair(direction.0, direction.1))?,
        constant(store, Value::Integer(seen))?,
    ];
    let unfolded = apply(store, "unfold", &arguments)?;
    let drawn = &store.entry(unfolded).column()[store.expected().len()..];
    let is_known = tests.iter().zip(drawn).all(|(test, drawn)| {
        let (Value::Grid(drawn), Some(lines)) = (drawn, unfolding(test.height(), test.width(), direction)) else {
            return false;
        };
        let mut cells = followers(&lines);
        cells.all(|cell| rows.contains_key(&cell.foregoing(test.cells()[cell.place], drawn.cells(), seen)))
    });
    if !is_known {
        store.doubt_solution(unfolded, UNSEEN_BITS);
    }
    Some(unfolded)
}

#[cfg(test)]
mod tests {
    use crate::search::testing::solves;

    #[test]
    fn lines_follow_from_the_one_before() {
        assert!(solves(
            "complete",
            &[
                ("0001000/0000000/0000000", "0001000/0010100/0100010"),
                ("0010000/0000000/0000000/0000000", "0010000/0101000/1000100/0101010"),
                ("0000010/0000000/0000000", "0000010/0000101/0001000"),
                ("0000100/0000000/0000000/0000000", "0000100/0001010/0010001/0101010"),
            ]
        ));
    }
}
