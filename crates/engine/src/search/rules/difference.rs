//! What is to be explained: the cells that change from a grid to the outputs, numbered.

use crate::grid::Grid;
use crate::primitives::ground;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// A set of cells that change, as bits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cells(Vec<u64>);

impl Cells {
    /// None of a number of cells.
    pub(super) fn new(count: usize) -> Cells {
        Cells(vec![0; count.div_ceil(64)])
    }

    /// Adds a cell.
    pub(super) fn insert(&mut self, at: u32) {
        self.0[at as usize / 64] |= 1 << (at % 64);
    }

    fn contains(&self, at: u32) -> bool {
        self.0[at as usize / 64] >> (at % 64) & 1 == 1
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// How many there are in either of two sets.
    pub(super) fn len_with(&self, other: &Cells) -> usize {
        self.0.iter().zip(&other.0).map(|(a, b)| (a | b).count_ones() as usize).sum()
    }

    /// Those in either of two sets.
    pub(super) fn with(&self, other: &Cells) -> Cells {
        Cells(self.0.iter().zip(&other.0).map(|(a, b)| a | b).collect())
    }
}

/// The demo pairs, and the cells that change from input to output, numbered.
pub(super) struct Difference {
    /// The grids drawn upon with the outputs.
    pub(super) pairs: Vec<(Grid, Grid)>,
    /// The ground's colour of each grid drawn upon.
    pub(super) grounds: Vec<i8>,
    /// For each pair and cell its number, if it changes.
    pub(super) numbers: Vec<Vec<Option<u32>>>,
    /// How many cells change.
    pub(super) count: usize,
    /// The cells that are drawn over later, so that anything may be drawn there before.
    hidden: Cells,
}

impl Difference {
    /// From a grid to the outputs; `None` if their sizes differ or nothing changes.
    pub(super) fn new(store: &Store, from: EntryId) -> Option<Difference> {
        let mut difference =
            Difference { pairs: Vec::new(), grounds: Vec::new(), numbers: Vec::new(), count: 0, hidden: Cells::new(0) };
        for (input, output) in store.entry(from).column().iter().zip(store.expected()) {
            let Value::Grid(input) = input else {
                return None;
            };
            if input.height() != output.height() || input.width() != output.width() {
                return None;
            }
            let mut numbers = Vec::with_capacity(input.cells().len());
            for (before, after) in input.cells().iter().zip(output.cells()) {
                numbers.push((before != after).then_some(difference.count as u32));
                difference.count += usize::from(before != after);
            }
            difference.numbers.push(numbers);
            difference.grounds.push(ground(input));
            difference.pairs.push((input.clone(), output.clone()));
        }
        difference.hidden = Cells::new(difference.count);
        (difference.count > 0).then_some(difference)
    }

    /// The same where some cells are drawn over later.
    pub(super) fn beneath(&self, cells: &Cells) -> Difference {
        Difference {
            pairs: self.pairs.clone(),
            grounds: self.grounds.clone(),
            numbers: self.numbers.clone(),
            count: self.count,
            hidden: cells.clone(),
        }
    }

    /// The cells of a pair that change.
    pub(super) fn cells_of(&self, sample: usize) -> Cells {
        let mut cells = Cells::new(self.count);
        self.numbers[sample].iter().flatten().for_each(|&number| cells.insert(number));
        cells
    }

    /// Whether a cell of a pair is drawn over later.
    pub(super) fn is_hidden(&self, sample: usize, at: usize) -> bool {
        self.numbers[sample][at].is_some_and(|number| self.hidden.contains(number))
    }
}
