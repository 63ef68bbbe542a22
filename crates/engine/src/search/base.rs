//! Grids of the outputs' size that patches are drawn upon, as bits.
//!
//! The cells of all demo outputs are one row of bits, each demo from a word of its own.

use std::ops::Range;

use smallvec::SmallVec;

use super::finish::visit;
use super::store::{EntryId, Store};
use crate::grid::Grid;
use crate::patch::Place;
use crate::value::Value;

/// The number of cells in a word.
const WORD: usize = 64;

/// The demo outputs.
pub(super) struct Canvas {
    /// For each demo its words.
    demos: Vec<Range<usize>>,
    /// For each colour the cells at which it is expected.
    planes: [Vec<u64>; 10],
}

impl Canvas {
    /// The outputs of a store's task.
    pub(super) fn of(store: &Store) -> Canvas {
        let mut demos: Vec<Range<usize>> = Vec::new();
        for grid in store.expected() {
            let start = demos.last().map_or(0, |demo| demo.end);
            demos.push(start..start + grid.cells().len().div_ceil(WORD));
        }
        let words = demos.last().map_or(0, |demo| demo.end);
        let mut planes: [Vec<u64>; 10] = std::array::from_fn(|_| vec![0; words]);
        for (demo, grid) in demos.iter().zip(store.expected()) {
            for (at, &colour) in grid.cells().iter().enumerate() {
                if let Some(plane) = usize::try_from(colour).ok().and_then(|colour| planes.get_mut(colour)) {
                    plane[demo.start + at / WORD] |= 1 << (at % WORD);
                }
            }
        }
        Canvas { demos, planes }
    }

    /// Whether one colour is expected at all cells of a demo that a function gives word by word.
    fn is_uniform(&self, demo: &Range<usize>, cells: impl Fn(usize) -> u64) -> bool {
        let Some((word, first)) = demo.clone().map(|word| (word, cells(word))).find(|&(_, cells)| cells != 0) else {
            return true;
        };
        let bit = first & first.wrapping_neg();
        let plane = self.planes.iter().find(|plane| plane[word] & bit != 0);
        plane.is_some_and(|plane| (word..demo.end).all(|word| cells(word) & !plane[word] == 0))
    }
}

/// A grid of the outputs' size.
pub(super) struct Base {
    pub(super) id: EntryId,
    /// How many cells differ from the output, for each demo sample.
    pub(super) differing: SmallVec<[usize; 6]>,
    /// The most common colour, for each demo sample.
    pub(super) backgrounds: SmallVec<[i8; 6]>,
    /// The cells that differ from the outputs.
    wrong: Vec<u64>,
    /// The cells in the most common colour.
    ground: Vec<u64>,
}

impl Base {
    /// The base that an entry is; `None` unless all its values are grids of the outputs' sizes.
    pub(super) fn of(store: &Store, canvas: &Canvas, id: EntryId) -> Option<Base> {
        let words = canvas.planes[0].len();
        let mut base = Base {
            id,
            differing: SmallVec::new(),
            backgrounds: SmallVec::new(),
            wrong: vec![0; words],
            ground: vec![0; words],
        };
        let demos = store.entry(id).column().iter().zip(store.expected());
        for ((value, expected), words) in demos.zip(&canvas.demos) {
            let Value::Grid(grid) = value else {
                return None;
            };
            let background = grid.histogram().most_common();
            for (at, (&before, &after)) in grid.cells().iter().zip(expected.cells()).enumerate() {
                let (word, bit) = (words.start + at / WORD, at % WORD);
                base.wrong[word] |= u64::from(before != after) << bit;
                base.ground[word] |= u64::from(before == background) << bit;
            }
            base.differing.push(base.wrong[words.clone()].iter().map(|word| word.count_ones() as usize).sum());
            base.backgrounds.push(background);
        }
        Some(base)
    }
}

/// A patch on the demo samples, drawn as far as it has been asked for.
#[derive(Default)]
pub(super) struct Sketch {
    patch: Option<EntryId>,
    /// What is known of each demo so far; `None` if it is no patch.
    demos: SmallVec<[Option<Traced>; 6]>,
    /// The cells inside.
    cells: Vec<u64>,
    /// Those of them that are not in the colour that is expected there.
    wrong: Vec<u64>,
    /// The cells inside the first demo's output in the order in which they are looked at.
    first: Vec<Seen>,
}

/// What does not depend on the base.
#[derive(Clone, Copy)]
struct Traced {
    /// How many cells there are, those outside counted too and repeated ones again.
    count: u64,
    /// Whether one colour is expected at all cells inside.
    is_uniform: bool,
    /// Whether some cell inside is not in the colour that is expected there.
    is_wrong: bool,
}

/// A cell of a patch.
struct Seen {
    /// How many cells have been looked at with it.
    count: u64,
    at: usize,
    /// Whether it is not in the colour that is expected there.
    is_wrong: bool,
}

impl Sketch {
    /// Takes up a patch.
    pub(super) fn begin(&mut self, patch: EntryId) {
        if self.patch != Some(patch) {
            self.patch = Some(patch);
            self.demos.clear();
            self.cells.clear();
            self.wrong.clear();
            self.first.clear();
        }
    }

    /// What is to be known of a demo, once those before it have been asked for.
    fn trace(&mut self, canvas: &Canvas, demo: usize, value: &Value, expected: &Grid) -> Option<Traced> {
        if let Some(&traced) = self.demos.get(demo) {
            return traced;
        }
        let words = &canvas.demos[demo];
        self.cells.resize(words.end, 0);
        self.wrong.resize(words.end, 0);
        let mut count = 0;
        let is_patch = visit(value, &mut |painted: Option<i32>, place: Place| {
            count += 1;
            if let Some(at) = expected.offset(i64::from(place.row), i64::from(place.column)) {
                let (word, bit) = (words.start + at / WORD, at % WORD);
                let is_wrong = painted != Some(i32::from(expected.cells()[at]));
                self.cells[word] |= 1 << bit;
                self.wrong[word] |= u64::from(is_wrong) << bit;
                if demo == 0 {
                    self.first.push(Seen { count, at, is_wrong });
                }
            }
            true
        });
        let traced = is_patch.then(|| Traced {
            count,
            is_uniform: canvas.is_uniform(words, |word| self.cells[word]),
            is_wrong: self.wrong[words.clone()].iter().any(|&word| word != 0),
        });
        self.demos.push(traced);
        traced
    }

    /// Whether the patch may fit between a base and the outputs, filled or painted, whole or, if that is of interest,
    /// partly. If all its cells have to be looked at to tell that it does not, their number.
    pub(super) fn admits(&mut self, store: &Store, canvas: &Canvas, base: &Base, partly: bool) -> Result<(), u64> {
        let Some(patch) = self.patch else {
            return Ok(());
        };
        let (mut fill, mut underfill, mut paint, mut underpaint, mut partial) = (true, true, true, true, partly);
        let (mut looked_at, mut all_covered) = (0, 0);
        let demos = store.entry(patch).column().iter().zip(store.expected());
        for ((demo, (value, expected)), words) in demos.enumerate().zip(&canvas.demos) {
            let Some(Traced { count, is_uniform, is_wrong }) = self.trace(canvas, demo, value, expected) else {
                return Ok(());
            };
            let (cells, ground) = (&self.cells, &base.ground);
            fill &= is_uniform;
            partial &= is_uniform;
            underfill = underfill && (is_uniform || canvas.is_uniform(words, |word| cells[word] & ground[word]));
            paint &= !is_wrong;
            underpaint = underpaint && (!is_wrong || words.clone().all(|word| self.wrong[word] & ground[word] == 0));
            if !(fill || underfill || paint || underpaint || partial) {
                // Some of the cells tell, for the first demo those on the ground alone.
                return if demo == 0 { self.told_by(base, expected).map_or(Ok(()), Err) } else { Ok(()) };
            }
            looked_at += count;
            let (mut covered, mut under_covered) = (0, 0);
            for word in words.clone() {
                let cells = cells[word] & base.wrong[word];
                covered += cells.count_ones() as usize;
                under_covered += (cells & ground[word]).count_ones() as usize;
            }
            let missing = base.differing[demo];
            all_covered += covered;
            fill &= covered == missing;
            paint &= covered == missing;
            underfill &= under_covered == missing;
            underpaint &= under_covered == missing;
            if !(fill || underfill || paint || underpaint || partial) {
                return Err(looked_at);
            }
        }
        let is_whole = fill || underfill || paint || underpaint;
        if is_whole || (partial && 4 * all_covered >= base.differing.iter().sum()) {
            return Ok(());
        }
        Err(looked_at)
    }

    /// How many cells of the first demo have to be looked at to tell that the patch does not fit on a base.
    fn told_by(&self, base: &Base, expected: &Grid) -> Option<u64> {
        let mut first = None;
        let (mut underfill, mut underpaint) = (true, true);
        let telling = self.first.iter().find(|seen| {
            if base.ground[seen.at / WORD] >> (seen.at % WORD) & 1 != 0 {
                let after = expected.cells()[seen.at];
                underfill &= *first.get_or_insert(after) == after;
                underpaint &= !seen.is_wrong;
            }
            !(underfill || underpaint)
        });
        telling.map(|seen| seen.count)
    }
}
