//! Tables of colours deduced from the demo pairs: which colour of the output stands for which colours of some grids.

use std::collections::BTreeMap;

use smallvec::SmallVec;

use super::finish::same_size;
use super::moves::{apply, colour_constant, constant};
use super::store::{EntryId, Store};
use crate::grid::Grid;
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

/// What it adds to the description length, in bits, that a test sample shows colours that no demo sample shows, where the
/// table says what becomes of others like them.
const UNSEEN_BITS: u32 = 24;

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
    let table = deduce(store, &views)?.table()?;
    let table = constant(store, Value::Grid(table))?;
    apply(store, "translate", &[grid, table])
}

/// Combines two grids of the outputs' size, if the outputs' colours follow from theirs cell by cell: the second may show
/// where the first has some colour.
pub fn combine_two(store: &mut Store, grid: EntryId, other: EntryId) -> Option<EntryId> {
    let grid_of = |value: &Value| value.as_grid().cloned();
    let columns = store.entry(grid).column().iter().zip(store.entry(other).column());
    let views: Vec<Vec<Grid>> =
        columns.map(|(grid, other)| Some(vec![grid_of(grid)?, grid_of(other)?])).collect::<Option<_>>()?;
    let deduced = deduce(store, &views)?;
    if let Some(colour) = deduced.shows_through() {
        let colour = colour_constant(store, colour)?;
        return apply(store, "choose", &[grid, colour, other, grid]);
    }
    let both = apply(store, "duo", &[grid, other])?;
    look_up(store, both, &deduced)
}

/// Combines a tuple of grids of the outputs' size, if the outputs' colours follow from theirs cell by cell.
pub fn combine(store: &mut Store, grids: EntryId) -> Option<EntryId> {
    let views: Vec<Vec<Grid>> = store.entry(grids).column().iter().map(grids_of).collect::<Option<_>>()?;
    let count = views.first()?.len();
    if count > MAX_GRIDS || views.iter().any(|grids| grids.len() != count) {
        return None;
    }
    let deduced = deduce(store, &views)?;
    look_up(store, grids, &deduced)
}

/// Looks the colours of grids up in a table.
fn look_up(store: &mut Store, grids: EntryId, deduced: &Deduced) -> Option<EntryId> {
    let table = constant(store, Value::Grid(deduced.table()?))?;
    store.doubt(if deduced.has_unseen { UNSEEN_BITS } else { 0 });
    let found = apply(store, "lookup", &[grids, table]);
    store.doubt(0);
    if !deduced.has_unseen {
        // Another table may have given the same, with more doubt.
        store.doubt_solution(found?, 0);
    }
    found
}

/// The grids of a tuple.
pub fn grids_of(value: &Value) -> Option<Vec<Grid>> {
    let Value::Tuple(items) = value else {
        return None;
    };
    items.iter().map(|item| item.as_grid().cloned()).collect()
}

/// What the demo pairs say of the colours of some grids.
struct Deduced {
    /// The rows of the table, those left out that give a cell the colour of the first grid.
    replacing: Vec<(Colours, i8)>,
    /// The colours of all cells met that keep that of the first grid.
    keeping: Vec<Colours>,
    /// Whether the table is short, and the rows are mostly those of several samples.
    is_supported: bool,
    /// Whether a test sample has colours that no demo sample has, where that of the first grid may be replaced.
    has_unseen: bool,
}

impl Deduced {
    fn table(&self) -> Option<Grid> {
        if !self.is_supported {
            return None;
        }
        let rows: Vec<i8> =
            self.replacing.iter().flat_map(|(colours, result)| colours.iter().chain([result])).copied().collect();
        let height = self.replacing.len();
        Grid::new(height, rows.len() / height.max(1), &rows)
    }

    /// The colour of the first grid wherever it has which the outputs show the second grid.
    fn shows_through(&self) -> Option<i8> {
        let colour = self.replacing.first()?.0[0];
        let shows = |(colours, result): &(Colours, i8)| colours[0] == colour && *result == colours[1];
        // A single row says nothing of others.
        let is_rule = self.replacing.len() > 1 && self.replacing.iter().all(shows);
        let keeps = |colours: &Colours| colours[0] != colour || colours[1] == colour;
        (is_rule && self.keeping.iter().all(keeps)).then_some(colour)
    }
}

/// What gives the demo outputs from the grids of each sample; `None` if nothing does or nothing is to be replaced.
fn deduce(store: &mut Store, views: &[Vec<Grid>]) -> Option<Deduced> {
    let (rows, cells) = rows(views, store.expected());
    store.charge(cells * 10);
    let rows = rows?;
    let replaces = |(colours, row): &(&Colours, &Row)| colours[0] != row.result;
    let replacing: Vec<(Colours, i8)> =
        rows.iter().filter(replaces).map(|(colours, row)| (colours.clone(), row.result)).collect();
    // Rows that one sample shows alone may be chance.
    let confirmed = rows.iter().filter(replaces).filter(|(_, row)| row.is_confirmed).count();
    let is_supported = replacing.len() <= MAX_ROWS && 2 * confirmed >= replacing.len();
    if replacing.is_empty() || 2 * rows.len() as u64 > cells {
        return None;
    }
    let mut looked_at = 0;
    let mut has_unseen = false;
    for grids in &views[store.expected().len()..] {
        let (first, others) = grids.split_first()?;
        if others.is_empty() || !others.iter().all(|grid| same_size(grid, first)) {
            break;
        }
        looked_at += first.cells().len() as u64;
        has_unseen |= (0..first.cells().len()).any(|place| {
            let colours: Colours = grids.iter().map(|grid| grid.cells()[place]).collect();
            replacing.iter().any(|(replaced, _)| replaced[0] == colours[0]) && !rows.contains_key(&colours)
        });
    }
    store.charge(looked_at * 10);
    let keeping = rows.iter().filter(|pair| !replaces(pair)).map(|(colours, _)| colours.clone()).collect();
    Some(Deduced { replacing, keeping, is_supported, has_unseen })
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
