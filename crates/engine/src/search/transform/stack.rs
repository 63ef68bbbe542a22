//! Outputs put together from pieces: grids of their size, laid upon each other.
//!
//! The cells of all demo outputs are one row of bits, each demo from a word of its own. From the top down, each layer must
//! be right at all its cells that no layer above it covers. A layer is taken for the cells that it puts right, the number
//! of demos in which it does so, and its short description.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rustc_hash::{FxHashSet, FxHasher};

use crate::search::finish::same_size;
use crate::search::moves::{apply, colour_constant};
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many layers a stack has at most.
const MAX_LAYERS: usize = 6;

/// How many different grids are tried as the lowest layer.
const MAX_BOTTOMS: usize = 8;

/// How many different layers are tried on top.
const MAX_TOPS: usize = 4;

/// How many words the masks of all pieces may take.
const MAX_WORDS: usize = 3 << 20;

/// How many bits a layer takes beside its piece.
const LAYER_BITS: u64 = 16;

/// The number of cells in a word.
const WORD: usize = 64;

/// What stands for a colour where a demo's last word has no cell.
const OUTSIDE: i8 = i8::MIN;

/// A layer of a stack.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Layer {
    piece: usize,
    /// The one colour that it gets instead of its own; black removes what lies below.
    tint: Option<i8>,
}

/// Cells that keep a piece from being a layer as long as they are open.
#[derive(Clone, Copy, Debug)]
struct Flaw {
    /// The piece is wrong here.
    wrong: u32,
    /// It would have to be of one colour here,
    one: u32,
    /// and of another here.
    other: u32,
}

impl Flaw {
    fn stands(self, open: &[u64]) -> bool {
        [self.wrong, self.one, self.other]
            .map(|cell| cell as usize)
            .iter()
            .all(|cell| open[cell / WORD] >> (cell % WORD) & 1 == 1)
    }
}

/// Grids of the outputs' size, with their masks.
pub struct Pieces {
    /// The demo outputs' colours, one after the other.
    colours: Vec<i8>,
    /// For each colour the cells at which it is expected.
    planes: Vec<Vec<u64>>,
    /// For each demo its words.
    demos: Vec<Range<usize>>,
    /// For each word the bit of its demo; those after the 64th share bits.
    demo_bits: Vec<u64>,
    words: usize,
    ids: Vec<EntryId>,
    /// For each piece its description length, and what a layer takes beside.
    weights: Vec<u64>,
    /// For each piece the cells that are not black.
    shapes: Vec<u64>,
    /// For each piece those of its cells that are right.
    rights: Vec<u64>,
    /// For each piece what last kept it from being a layer.
    flaws: Vec<Option<Flaw>>,
    known: FxHashSet<u64>,
    /// The sizes on the test inputs.
    sizes: Option<Vec<(usize, usize)>>,
    cells: Vec<i8>,
    flags: Vec<u8>,
}

impl Pieces {
    /// No pieces yet.
    pub fn new(store: &Store) -> Pieces {
        let mut colours = Vec::new();
        let mut demos = Vec::new();
        for grid in store.expected() {
            let start = colours.len() / WORD;
            append(&mut colours, grid.cells());
            demos.push(start..colours.len() / WORD);
        }
        let bits = demos.iter().enumerate().flat_map(|(at, words)| vec![1 << (at % WORD); words.len()]);
        let plane = |wanted: i8| mask(&colours, |colour| colour == wanted);
        Pieces {
            words: colours.len() / WORD,
            planes: (0..10).map(plane).collect(),
            demo_bits: bits.collect(),
            colours,
            demos,
            ids: Vec::new(),
            weights: Vec::new(),
            shapes: Vec::new(),
            rights: Vec::new(),
            flaws: Vec::new(),
            known: FxHashSet::default(),
            sizes: None,
            cells: Vec::new(),
            flags: Vec::new(),
        }
    }

    /// Fixes the sizes on the test inputs by the column of a size.
    pub fn expect_sizes(&mut self, store: &Store, size: EntryId) {
        let side = |length: i64| usize::try_from(length).unwrap_or(0);
        let sizes = store.entry(size).column()[store.expected().len()..].iter().map(|value| match *value {
            Value::Pair(height, width) => (side(height), side(width)),
            _ => (0, 0),
        });
        self.sizes = Some(sizes.collect());
    }

    /// The number of pieces.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Keeps a grid as a piece if it has the outputs' size and something on it; gives whether its size fits.
    pub fn offer(&mut self, store: &mut Store, id: EntryId) -> bool {
        let (demos, tests) = store.entry(id).column().split_at(store.expected().len());
        self.cells.clear();
        for (value, expected) in demos.iter().zip(store.expected()) {
            match value {
                Value::Grid(grid) if same_size(grid, expected) => append(&mut self.cells, grid.cells()),
                _ => return false,
            }
        }
        let size = |value: &Value| match value {
            Value::Grid(grid) => (grid.height(), grid.width()),
            _ => (0, 0),
        };
        match &self.sizes {
            Some(sizes) if !sizes.iter().copied().eq(tests.iter().map(size)) => return false,
            Some(_) => {}
            None => self.sizes = Some(tests.iter().map(size).collect()),
        }
        store.charge(2 * self.cells.len() as u64);
        if self.shapes.len() + self.rights.len() + 2 * self.words > MAX_WORDS {
            return true;
        }
        let kept = self.shapes.len();
        self.flags.clear();
        self.flags.extend(self.cells.iter().map(|&colour| u8::from(colour != 0 && colour != OUTSIDE)));
        self.shapes.extend(packed(&self.flags));
        self.flags.clear();
        self.flags.extend(self.cells.iter().zip(&self.colours).map(|(cell, expected)| u8::from(cell == expected)));
        self.rights.extend(packed(&self.flags).zip(&self.shapes[kept..]).map(|(right, shape)| right & shape));
        let (shape, right) = (&self.shapes[kept..], &self.rights[kept..]);
        let mut hasher = FxHasher::default();
        (shape, right).hash(&mut hasher);
        if shape.iter().any(|&word| word != 0) && self.known.insert(hasher.finish()) {
            self.ids.push(id);
            self.weights.push(u64::from(store.entry(id).cost) + LAYER_BITS);
            self.flaws.push(None);
        } else {
            self.shapes.truncate(kept);
            self.rights.truncate(kept);
        }
        true
    }

    /// Adds to a store the stacks that give all demo outputs; with `partly`, those that give all but one.
    pub fn assemble(&mut self, store: &mut Store, partly: bool) {
        let all = mask(&self.colours, |colour| colour != OUTSIDE);
        self.assemble_on(store, &all);
        if partly && store.cheapest_solution().is_none() && self.demos.len() > 2 {
            for demo in self.demos.clone() {
                let mut focus = all.clone();
                focus[demo].fill(0);
                self.assemble_on(store, &focus);
            }
        }
    }

    /// Adds the stacks that give the outputs at some cells.
    fn assemble_on(&mut self, store: &mut Store, focus: &[u64]) {
        let useful: Vec<(usize, u64)> =
            (0..self.ids.len()).map(|piece| (piece, self.gain(piece, focus))).filter(|&(_, gain)| gain > 0).collect();
        let sound = useful.iter().map(|&(piece, _)| piece).filter(|&piece| !self.is_flawed(piece, focus));
        let sound: Vec<usize> = sound.collect();
        let tops: Vec<Layer> = sound.into_iter().filter_map(|piece| self.layer(piece, focus)).collect();
        let mut banned = Vec::new();
        for _ in 0..store.wide(MAX_TOPS) {
            let is_free = |layer: &Layer| !banned.contains(layer);
            let free: Vec<Layer> = tops.iter().copied().filter(is_free).collect();
            let Some(layers) = self.greedy(store, focus, None, &free, &useful) else {
                break;
            };
            banned.extend(layers.first());
            if layers.len() <= MAX_LAYERS {
                self.build(store, None, &layers);
            }
        }
        for bottom in self.bottoms(store, focus) {
            if let Some(layers) = self.greedy(store, focus, Some(bottom), &tops, &useful) {
                if layers.len() <= MAX_LAYERS {
                    self.build(store, Some(bottom), &layers);
                }
            }
        }
    }

    fn shape(&self, piece: usize) -> &[u64] {
        &self.shapes[piece * self.words..][..self.words]
    }

    fn right(&self, piece: usize) -> &[u64] {
        &self.rights[piece * self.words..][..self.words]
    }

    /// The cells at which a piece alone is wrong, or black alone.
    fn wrong(&self, bottom: Option<usize>, focus: &[u64]) -> Vec<u64> {
        let black = &self.planes[0];
        let right = |at: usize| match bottom {
            Some(piece) => self.right(piece)[at] | (!self.shape(piece)[at] & black[at]),
            None => black[at],
        };
        (0..self.words).map(|at| focus[at] & !right(at)).collect()
    }

    /// The pieces that are wrong at the fewest cells, one for each set of those.
    fn bottoms(&self, store: &mut Store, focus: &[u64]) -> Vec<usize> {
        store.charge((self.ids.len() * self.words * 2) as u64);
        let blank: u32 = count(&self.wrong(None, focus));
        let mut ranked: Vec<(u32, usize)> = (0..self.ids.len())
            .map(|piece| {
                let (shape, right) = (self.shape(piece), self.right(piece));
                let black = &self.planes[0];
                let wrong = (0..self.words).map(|at| focus[at] & !(right[at] | (!shape[at] & black[at])));
                (wrong.map(u64::count_ones).sum(), piece)
            })
            .filter(|&(wrong, _)| wrong < blank && wrong > 0)
            .collect();
        ranked.sort_unstable();
        let mut found: Vec<(Vec<u64>, usize)> = Vec::new();
        for (_, piece) in ranked {
            let wrong = self.wrong(Some(piece), focus);
            if found.iter().all(|(known, _)| *known != wrong) {
                found.push((wrong, piece));
            }
            if found.len() == store.wide(MAX_BOTTOMS) {
                break;
            }
        }
        found.into_iter().map(|(_, piece)| piece).collect()
    }

    /// Layers from the top down, the first of some, until every cell is right; `None` if there is no layer left to take.
    ///
    /// The useful pieces are those that cover anything, each with what it gains where all cells are missing.
    fn greedy(
        &mut self,
        store: &mut Store,
        focus: &[u64],
        bottom: Option<usize>,
        tops: &[Layer],
        useful: &[(usize, u64)],
    ) -> Option<Vec<Layer>> {
        let mut open = focus.to_vec();
        let mut missing = self.wrong(bottom, focus);
        let mut layers = Vec::new();
        // The pieces that cover something missing, fewer with every layer, with the most that they can gain: what is
        // missing only becomes less.
        let mut left: Vec<(usize, u64)> = Vec::new();
        while missing.iter().any(|&word| word != 0) {
            if layers.len() == MAX_LAYERS || store.must_stop().is_some() {
                return None;
            }
            store.charge((self.ids.len() * (self.words + 2)) as u64);
            let layer = match layers.len() {
                0 => self.best(tops.iter().copied(), &missing),
                count => {
                    if count == 1 {
                        left.extend_from_slice(useful);
                    }
                    self.best_of(&mut left, &open, &missing)
                }
            }?;
            for ((open, missing), shape) in open.iter_mut().zip(&mut missing).zip(self.shape(layer.piece)) {
                *open &= !shape;
                *missing &= !shape;
            }
            layers.push(layer);
        }
        (!layers.is_empty()).then_some(layers)
    }

    /// The layer that a piece is if it is right at all open cells, as it is or in one colour.
    fn layer(&mut self, piece: usize, open: &[u64]) -> Option<Layer> {
        let fit = self.fit(self.shape(piece), self.right(piece), open);
        self.flaws[piece] = fit.err();
        fit.ok().map(|tint| Layer { piece, tint })
    }

    /// Whether a piece is known to be no layer.
    fn is_flawed(&self, piece: usize, open: &[u64]) -> bool {
        self.flaws[piece].is_some_and(|flaw| flaw.stands(open))
    }

    /// The layer that puts most missing cells right for its description length; the first of several.
    fn best(&self, layers: impl Iterator<Item = Layer>, missing: &[u64]) -> Option<Layer> {
        let mut best = None;
        for layer in layers {
            let gain = self.gain(layer.piece, missing);
            if self.is_better(gain, layer.piece, best) {
                best = Some((gain, layer));
            }
        }
        best.map(|(_, layer)| layer)
    }

    /// The best layer of some pieces, without those that cover nothing missing: only what can be better than what has
    /// been found is looked at.
    fn best_of(&mut self, pieces: &mut Vec<(usize, u64)>, open: &[u64], missing: &[u64]) -> Option<Layer> {
        let mut best = None;
        pieces.retain_mut(|(piece, gain)| {
            if self.is_better(*gain, *piece, best) && !self.is_flawed(*piece, open) {
                *gain = self.gain(*piece, missing);
                if self.is_better(*gain, *piece, best) {
                    if let Some(layer) = self.layer(*piece, open) {
                        best = Some((*gain, layer));
                    }
                }
            }
            *gain > 0
        });
        best.map(|(_, layer)| layer)
    }

    /// Whether a piece gains more for its description length than the best layer so far.
    fn is_better(&self, gain: u64, piece: usize, best: Option<(u64, Layer)>) -> bool {
        match best {
            Some((most, layer)) => gain * self.weights[layer.piece] > most * self.weights[piece],
            None => gain > 0,
        }
    }

    /// How many missing cells a piece covers, times the demos that they are in.
    fn gain(&self, piece: usize, missing: &[u64]) -> u64 {
        let (mut cells, mut demos) = (0, 0_u64);
        for ((shape, missing), demo) in self.shape(piece).iter().zip(missing).zip(&self.demo_bits) {
            let covered = shape & missing;
            cells += u64::from(covered.count_ones());
            demos |= if covered == 0 { 0 } else { *demo };
        }
        cells * u64::from(demos.count_ones())
    }

    /// How a piece is right at all its open cells: as it is, or in one colour; else what speaks against both.
    fn fit(&self, shape: &[u64], right: &[u64], open: &[u64]) -> Result<Option<i8>, Flaw> {
        let covered = |at: usize| shape[at] & open[at];
        let Some(wrong) = self.first(|at| covered(at) & !right[at]) else {
            return Ok(None);
        };
        let one = self.first(covered).unwrap_or(wrong);
        let colour = self.colours[one];
        let plane = usize::try_from(colour).ok().and_then(|colour| self.planes.get(colour));
        match self.first(|at| covered(at) & !plane.map_or(0, |plane| plane[at])) {
            Some(other) => Err(Flaw { wrong: wrong as u32, one: one as u32, other: other as u32 }),
            None => Ok(Some(colour)),
        }
    }

    /// The first cell of some words.
    fn first(&self, word: impl Fn(usize) -> u64) -> Option<usize> {
        let at = (0..self.words).find(|&at| word(at) != 0)?;
        Some(WORD * at + word(at).trailing_zeros() as usize)
    }

    /// Adds the expression of a stack, layers from the top down.
    fn build(&self, store: &mut Store, bottom: Option<usize>, layers: &[Layer]) -> Option<EntryId> {
        let mut grid = bottom.map(|piece| self.ids[piece]);
        for layer in layers.iter().rev() {
            let piece = self.ids[layer.piece];
            grid = match (grid, layer.tint) {
                (None, Some(0)) => None,
                (None, Some(colour)) => Some(tinted(store, piece, colour)?),
                (None, None) => Some(piece),
                (Some(grid), Some(0)) => Some(apply(store, "without", &[grid, piece])?),
                (Some(grid), Some(colour)) => {
                    let cover = tinted(store, piece, colour)?;
                    Some(apply(store, "overlay", &[grid, cover])?)
                }
                (Some(grid), None) => Some(apply(store, "overlay", &[grid, piece])?),
            };
        }
        grid
    }
}

fn tinted(store: &mut Store, piece: EntryId, colour: i8) -> Option<EntryId> {
    let colour = colour_constant(store, colour)?;
    apply(store, "tint", &[piece, colour])
}

/// Appends the cells of a demo, up to a whole word.
fn append(all: &mut Vec<i8>, cells: &[i8]) {
    all.extend_from_slice(cells);
    all.resize(all.len().next_multiple_of(WORD), OUTSIDE);
}

/// The cells that a condition admits.
fn mask(cells: &[i8], admits: impl Fn(i8) -> bool) -> Vec<u64> {
    let flags: Vec<u8> = cells.iter().map(|&colour| u8::from(admits(colour))).collect();
    packed(&flags).collect()
}

/// Flags of 0 or 1, as many as fill whole words, as the bits of words.
fn packed(flags: &[u8]) -> impl Iterator<Item = u64> + '_ {
    const BYTE: usize = 8;
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    flags.chunks_exact(WORD).map(|word| {
        word.chunks_exact(BYTE).rev().fold(0, |bits, flags| {
            let flags = flags.try_into().map_or(0, u64::from_le_bytes);
            bits << BYTE | flags.wrapping_mul(GATHER) >> (WORD - BYTE)
        })
    })
}

fn count(mask: &[u64]) -> u32 {
    mask.iter().map(|word| word.count_ones()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::Operation;
    use crate::search::catalogue;
    use crate::search::testing::task;

    #[test]
    fn a_piece_is_flawed_until_what_speaks_against_it_is_covered() {
        let mut store = Store::new(&task(&[("12/30", "12/34"), ("12/30", "12/34")]));
        store.begin("transform", 1_000_000);
        let input = store.add_leaf(Operation::Input, catalogue::grid(), 1).expect("a leaf").id;
        let mirrored = apply(&mut store, "vmirror", &[input]).expect("a grid");
        let mut pieces = Pieces::new(&store);
        assert!(pieces.offer(&mut store, input) && pieces.offer(&mut store, mirrored));
        assert_eq!(pieces.layer(0, &[0b1111]), Some(Layer { piece: 0, tint: None }));
        assert_eq!(pieces.layer(1, &[0b1111]), None);
        assert!(pieces.is_flawed(1, &[0b1011]) && !pieces.is_flawed(1, &[0b1110]));
        assert_eq!(pieces.layer(1, &[0b1110]), None);
        assert_eq!(pieces.layer(1, &[0b1000]), Some(Layer { piece: 1, tint: Some(4) }));
        assert!(!pieces.is_flawed(1, &[0b1111]));
    }
}
