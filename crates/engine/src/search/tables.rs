//! Tables of colours deduced from the demo pairs: which colour of the output stands for which colours of some grids.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::finish::same_size;
use super::moves::{apply, constant};
use super::store::{EntryId, Store};
use crate::grid::Grid;
use crate::types::Type;
use crate::value::Value;

/// The colours of a cell in several grids.
type Colours = SmallVec<[i8; 4]>;

/// How many rows a table may have: more are a copy of the demo pairs rather than a rule.
const MAX_ROWS: usize = 10;

/// How many different cells may be met.
const MAX_SEEN: usize = 40;

/// How many grids are combined at most.
const MAX_GRIDS: usize = 4;

/// Whether the values on the demo samples are grids of the outputs' sizes.
pub fn has_output_size(store: &Store, id: EntryId) -> bool {
    let fits = |(value, expected): (&Value, &Grid)| matches!(value, Value::Grid(grid) if same_size(grid, expected));
    store.entry(id).column().iter().zip(store.expected()).all(fits)
}

/// Replaces the colours of a grid by those that the outputs have in their place, if these follow from them.
pub fn translate(store: &mut Store, grid: EntryId) -> Option<EntryId> {
    if !has_output_size(store, grid) {
        return None;
    }
    let views: Vec<Vec<Grid>> = store
        .entry(grid)
        .column()
        .iter()
        .map(|value| match value {
            Value::Grid(grid) => Some(vec![grid.clone()]),
            _ => None,
        })
        .collect::<Option<_>>()?;
    let table = deduce(store, &views)?;
    let table = constant(store, Value::Grid(table), &Type::Grid)?;
    apply(store, "translate", &[grid, table])
}

/// Combines a tuple of grids of the outputs' size, if the outputs' colours follow from theirs cell by cell.
pub fn combine(store: &mut Store, grids: EntryId) -> Option<EntryId> {
    let views: Vec<Vec<Grid>> = store.entry(grids).column().iter().map(grids_of).collect::<Option<_>>()?;
    let count = views.first()?.len();
    if count > MAX_GRIDS || views.iter().any(|grids| grids.len() != count) {
        return None;
    }
    let table = deduce(store, &views)?;
    let table = constant(store, Value::Grid(table), &Type::Grid)?;
    apply(store, "lookup", &[grids, table])
}

/// The grids of a tuple.
pub fn grids_of(value: &Value) -> Option<Vec<Grid>> {
    let Value::Tuple(items) = value else {
        return None;
    };
    let grid = |item: &Value| match item {
        Value::Grid(grid) => Some(grid.clone()),
        _ => None,
    };
    items.iter().map(grid).collect()
}

/// The table that gives the demo outputs from the grids of each sample, without the rows that give a cell the colour of
/// the first grid; `None` if there is none or nothing to replace.
fn deduce(store: &mut Store, views: &[Vec<Grid>]) -> Option<Grid> {
    let mut seen: BTreeMap<Colours, (i8, usize)> = BTreeMap::new();
    let mut cells = 0;
    for at in 0..store.expected().len() {
        let expected = &store.expected()[at];
        let grids = &views[at];
        if grids.is_empty() || !grids.iter().all(|grid| same_size(grid, expected)) {
            return None;
        }
        cells += expected.cells().len() as u64;
        for (place, &colour) in expected.cells().iter().enumerate() {
            let colours: Colours = grids.iter().map(|grid| grid.cells()[place]).collect();
            let known = seen.entry(colours).or_insert((colour, 0));
            if known.0 != colour || seen.len() > MAX_SEEN {
                store.charge(cells * 10);
                return None;
            }
        }
    }
    store.charge(cells * 10);
    let rows: Vec<Vec<i8>> = seen
        .iter()
        .filter(|(colours, (colour, _))| colours[0] != *colour)
        .map(|(colours, &(colour, _))| colours.iter().copied().chain([colour]).collect())
        .collect();
    if rows.is_empty() || rows.len() > MAX_ROWS || 2 * seen.len() as u64 > cells {
        return None;
    }
    Grid::new(rows.len(), rows[0].len(), &rows.concat())
}
