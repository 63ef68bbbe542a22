//! What a classifier learns from: all cells of all demo pairs, conditions on their features, and colours to give them.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::bits::Bits;
use super::features::Feature;
use crate::grid::Grid;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// What it costs to name a value of a feature, in bits.
const VALUE_BITS: u32 = 3;

/// What a comparison costs beyond a test of equality, in bits.
const COMPARISON_BITS: u32 = 8;

/// What it costs to name a colour that is given whatever the sample: less than any grid of its own but the input.
const CONSTANT_BITS: u32 = 5;

/// How many values of a feature are tested.
const MAX_VALUES: usize = 24;

/// How many cells all demo outputs may have together.
pub(super) const MAX_CELLS: usize = 6000;

/// A test of a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Test {
    /// The feature has a value.
    Is(i8),
    /// The feature is a number that is not below a value.
    AtLeast(i8),
}

/// A test of a feature that some cells pass.
pub struct Literal {
    /// The feature.
    pub feature: EntryId,
    /// Whether the feature holds colours.
    pub is_colour: bool,
    /// The test.
    pub test: Test,
    /// Whether it is the cells that fail the test which the split holds.
    pub is_negated: bool,
    /// What it takes to describe it, in bits.
    pub cost: u32,
}

/// A division of all cells in two, and the tests that make it, cheapest first.
pub struct Split {
    /// The cells on one side.
    pub cells: Bits,
    /// The tests.
    pub literals: Vec<Literal>,
}

impl Split {
    /// The cheapest test of a feature that is not forbidden.
    pub fn literal(&self, forbidden: &FxHashSet<EntryId>) -> Option<&Literal> {
        self.literals.iter().find(|literal| !forbidden.contains(&literal.feature))
    }
}

/// A grid whose colours cells may be given.
pub struct Target {
    /// The grid.
    pub grid: EntryId,
    /// What it takes to describe it, in bits.
    pub cost: u32,
    /// The cells to which it gives the right colour.
    pub right: Bits,
}

/// All that is known of the cells of the demo pairs.
pub struct Examples {
    /// The number of cells.
    pub cells: usize,
    /// The cells of each demo pair.
    pub pairs: Vec<Range<usize>>,
    /// The divisions of the cells by a test, all different.
    pub splits: Vec<Split>,
    /// The grids whose colours may be given, those of equal results only once.
    pub targets: Vec<Target>,
    known_splits: FxHashMap<Bits, usize>,
    known_targets: FxHashMap<Bits, usize>,
    output: Vec<i8>,
}

impl Examples {
    /// The cells of a task; `None` if there are too many.
    pub fn of(store: &Store) -> Option<Examples> {
        let mut pairs = Vec::new();
        let mut output: Vec<i8> = Vec::new();
        for grid in store.expected() {
            pairs.push(output.len()..output.len() + grid.cells().len());
            output.extend_from_slice(grid.cells());
        }
        (!pairs.is_empty() && output.len() <= MAX_CELLS).then(|| Examples {
            cells: output.len(),
            pairs,
            splits: Vec::new(),
            targets: Vec::new(),
            known_splits: FxHashMap::default(),
            known_targets: FxHashMap::default(),
            output,
        })
    }

    /// The values of a grid of the outputs' size on all cells of the demo pairs.
    fn values(&self, store: &Store, grid: EntryId) -> Vec<i8> {
        let grids = store.entry(grid).column().iter().take(self.pairs.len());
        let cells = grids.filter_map(|value| match value {
            Value::Grid(grid) => Some(grid.cells()),
            _ => None,
        });
        cells.flatten().copied().collect()
    }

    /// Adds a feature: the divisions that it makes, and its colours as those to be given if it has colours.
    pub fn add(&mut self, store: &mut Store, feature: Feature) {
        let values = self.values(store, feature.grid);
        if values.len() != self.cells {
            return;
        }
        let words = self.cells.div_ceil(64) as u64;
        store.charge(2 * self.cells as u64);
        let mut counts: Vec<(u32, i8)> = Vec::new();
        if let Some(grid) = Grid::new(1, values.len(), &values) {
            counts.extend(grid.histogram().counts().map(|(value, count)| (count, value)));
        }
        let cost = store.entry(feature.grid).cost;
        if feature.is_colour {
            let cost = if is_constant(store, feature.grid) { cost.min(CONSTANT_BITS) } else { cost };
            self.add_target(feature.grid, cost, &values);
        }
        if counts.len() < 2 {
            return;
        }
        let ascending: Vec<i8> = counts.iter().map(|&(_, value)| value).collect();
        counts.sort_by_key(|&(count, value)| (std::cmp::Reverse(count), value));
        counts.truncate(MAX_VALUES);
        for &(_, value) in &counts {
            store.charge(self.cells as u64 + words);
            let cells = Bits::of(self.cells, |cell| values[cell] == value);
            self.add_split(cells, feature, Test::Is(value), cost + VALUE_BITS);
        }
        if !feature.is_colour && ascending.len() > 2 {
            for &value in ascending.iter().skip(2).take(MAX_VALUES) {
                store.charge(self.cells as u64 + words);
                let cells = Bits::of(self.cells, |cell| values[cell] >= value);
                self.add_split(cells, feature, Test::AtLeast(value), cost + VALUE_BITS + COMPARISON_BITS);
            }
        }
    }

    fn add_split(&mut self, cells: Bits, feature: Feature, test: Test, cost: u32) {
        // Of a set and its complement the one without the first cell is kept.
        let is_negated = cells.contains(0);
        let cells = if is_negated { Bits::of(self.cells, |_| true).without(&cells) } else { cells };
        let Feature { grid, is_colour } = feature;
        let literal = Literal { feature: grid, is_colour, test, is_negated, cost };
        let at = *self.known_splits.entry(cells.clone()).or_insert(self.splits.len());
        if at == self.splits.len() {
            self.splits.push(Split { cells, literals: Vec::new() });
        }
        let literals = &mut self.splits[at].literals;
        let place = literals.partition_point(|other| other.cost <= literal.cost);
        literals.insert(place, literal);
    }

    fn add_target(&mut self, grid: EntryId, cost: u32, values: &[i8]) {
        let right = Bits::of(self.cells, |cell| values[cell] == self.output[cell]);
        let at = *self.known_targets.entry(right.clone()).or_insert(self.targets.len());
        if at == self.targets.len() {
            self.targets.push(Target { grid, cost, right });
        } else if self.targets[at].cost > cost {
            self.targets[at] = Target { grid, cost, right };
        }
    }

    /// The cells of all pairs but one.
    pub fn all_but(&self, pair: usize) -> Bits {
        let left_out = self.pairs[pair].clone();
        Bits::of(self.cells, |cell| !left_out.contains(&cell))
    }
}

/// Whether a grid has one colour, the same on all samples.
fn is_constant(store: &Store, grid: EntryId) -> bool {
    let mut cells = store.entry(grid).column().iter().flat_map(|value| match value {
        Value::Grid(grid) => grid.cells(),
        _ => &[],
    });
    let first = cells.next();
    cells.all(|cell| Some(cell) == first)
}
