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

/// The colour of the output that some colours stand for.
struct Row {
    result: i8,
    /// The demo sample that shows it first.
    first: usize,
    /// Whether another shows it too.
    is_confirmed: bool,
}

/// How many rows a table may have: more are a copy of the demo pairs rather than a rule.
const MAX_ROWS: usize = 8;

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
    let (rows, cells) = rows(views, store.expected());
    store.charge(cells * 10);
    let rows = rows?;
    let replacing = || rows.iter().filter(|(colours, row)| colours[0] != row.result);
    let table: Vec<Vec<i8>> =
        replacing().map(|(colours, row)| colours.iter().copied().chain([row.result]).collect()).collect();
    // Rows that one sample shows alone may be chance.
    let confirmed = replacing().filter(|(_, row)| row.is_confirmed).count();
    if table.is_empty() || table.len() > MAX_ROWS || 2 * confirmed < table.len() || 2 * rows.len() as u64 > cells {
        return None;
    }
    Grid::new(table.len(), table[0].len(), &table.concat())
}

/// What each combination of colours stands for, if it is the same everywhere; also how many cells were looked at.
fn rows(views: &[Vec<Grid>], outputs: &[Grid]) -> (Option<BTreeMap<Colours, Row>>, u64) {
    let mut rows: BTreeMap<Colours, Row> = BTreeMap::new();
    let mut looked_at = 0;
    for (at, (grids, output)) in views.iter().zip(outputs).enumerate() {
        if grids.is_empty() || !grids.iter().all(|grid| same_size(grid, output)) {
            return (None, looked_at);
        }
        for (place, &colour) in output.cells().iter().enumerate() {
            looked_at += 1;
            let colours: Colours = grids.iter().map(|grid| grid.cells()[place]).collect();
            let row = rows.entry(colours).or_insert(Row { result: colour, first: at, is_confirmed: false });
            row.is_confirmed |= row.first != at;
            if row.result != colour || rows.len() > MAX_SEEN {
                return (None, looked_at);
            }
        }
    }
    (Some(rows), looked_at)
}
