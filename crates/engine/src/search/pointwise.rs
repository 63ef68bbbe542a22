//! Outputs whose every cell follows from the cells of two grids at the same place.

use rustc_hash::FxHashMap;

use super::finish::same_size;
use super::moves::{apply, colour_constant};
use super::store::{EntryId, Store};
use crate::value::Value;

/// How many pairs of colours may give other than the most frequent colour.
const MAX_CASES: usize = 4;

/// The colour of the output for each pair of colours, with the number of cells.
type Table = FxHashMap<(i8, i8), (i8, usize)>;

/// Combines two grids of the outputs' size: each pair of their colours stands for a colour of the output.
pub fn combine(store: &mut Store, a: EntryId, b: EntryId) -> Option<()> {
    store.charge(200);
    let table = table(store, a, b)?;
    let mut counts: FxHashMap<i8, usize> = FxHashMap::default();
    for &(colour, count) in table.values() {
        *counts.entry(colour).or_default() += count;
    }
    let (&ground, _) = counts.iter().max_by_key(|&(&colour, &count)| (count, -i16::from(colour)))?;
    let mut cases: Vec<((i8, i8), i8)> =
        table.iter().map(|(&pair, &(colour, _))| (pair, colour)).filter(|&(_, colour)| colour != ground).collect();
    if cases.is_empty() || cases.len() > MAX_CASES {
        return None;
    }
    cases.sort_unstable();
    let shape = apply(store, "shape", &[a])?;
    let ground = colour_constant(store, ground)?;
    let mut grid = apply(store, "canvas", &[ground, shape])?;
    for ((first, second), colour) in cases {
        let first = colour_constant(store, first)?;
        let second = colour_constant(store, second)?;
        let colour = colour_constant(store, colour)?;
        let left = apply(store, "ofcolor", &[a, first])?;
        let right = apply(store, "ofcolor", &[b, second])?;
        let places = apply(store, "intersection", &[left, right])?;
        grid = apply(store, "fill", &[grid, colour, places])?;
    }
    Some(())
}

fn table(store: &Store, a: EntryId, b: EntryId) -> Option<Table> {
    let mut table = Table::default();
    let columns = store.entry(a).column().iter().zip(store.entry(b).column());
    for ((a, b), expected) in columns.zip(store.expected()) {
        let (Value::Grid(a), Value::Grid(b)) = (a, b) else {
            return None;
        };
        if !same_size(a, expected) || !same_size(b, expected) {
            return None;
        }
        for ((&a, &b), &colour) in a.cells().iter().zip(b.cells()).zip(expected.cells()) {
            let known = table.entry((a, b)).or_insert((colour, 0));
            if known.0 != colour {
                return None;
            }
            known.1 += 1;
        }
        if table.len() > 16 {
            return None;
        }
    }
    Some(table)
}
