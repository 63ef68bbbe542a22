//! A grid as bits: where blocks of one colour start in it.

use crate::grid::Grid;

/// So many rows and columns of cells in one colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) colour: i8,
    pub(super) height: usize,
    pub(super) width: usize,
}

impl Block {
    /// The number of cells.
    pub(super) fn cells(self) -> usize {
        self.height * self.width
    }

    /// Whether wherever the other block starts this one does, so that it is less to look for.
    fn starts(self, other: Block) -> bool {
        self.colour == other.colour && self.height <= other.height && self.width <= other.width
    }
}

/// The most planes that are remembered of a grid.
const MOST_PLANES: usize = 100;

/// What has been seen of a grid; [`Machine`](crate::machine::Machine) remembers that of the last one, since programs
/// look for many objects in the same grid.
#[derive(Debug)]
pub(crate) struct Sight {
    grid: Grid,
    row_words: usize,
    /// A bit per cell, rows of whole words: ones where such a block starts. Single cells come before larger blocks.
    planes: Vec<(Block, Box<[u64]>)>,
}

impl Sight {
    /// A grid of which nothing has been seen yet.
    pub(crate) fn new(grid: &Grid) -> Sight {
        Sight { grid: grid.clone(), row_words: grid.width().div_ceil(64), planes: Vec::new() }
    }

    /// The grid.
    pub(crate) fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The number of words that hold a row of a plane.
    pub(super) fn row_words(&self) -> usize {
        self.row_words
    }

    /// The number of words that hold a plane.
    pub(super) fn words(&self) -> usize {
        self.row_words * self.grid.height()
    }

    /// Forgets planes if there are too many.
    pub(super) fn forget_some(&mut self) {
        if self.planes.len() > MOST_PLANES {
            self.planes.clear();
        }
    }

    /// The number of cells in a colour.
    pub(super) fn count(&mut self, colour: i8) -> usize {
        let plane = self.find(Block { colour, height: 1, width: 1 });
        self.plane(plane).iter().map(|word| word.count_ones() as usize).sum()
    }

    /// The plane that [`Sight::find`] found.
    pub(super) fn plane(&self, index: usize) -> &[u64] {
        &self.planes[index].1
    }

    /// The position of a kind of block's plane, which is made if it has not been seen.
    pub(super) fn find(&mut self, block: Block) -> usize {
        if let Some(index) = self.planes.iter().position(|(known, _)| *known == block) {
            return index;
        }
        let plane = if block.height == 1 && block.width == 1 {
            let mut plane = Vec::with_capacity(self.words());
            for row in self.grid.rows() {
                plane.extend(row.chunks(64).map(|cells| bits_of(cells, block.colour)));
            }
            plane.into_boxed_slice()
        } else {
            let start = match self.planes.iter().rposition(|(known, _)| known.starts(block)) {
                Some(start) => start,
                None => self.find(Block { height: 1, width: 1, ..block }),
            };
            let (known, plane) = &self.planes[start];
            let mut plane = plane.clone();
            keep_starts(&mut plane, self.row_words, known.width, block.width);
            keep_tops(&mut plane, self.row_words, known.height, block.height);
            plane
        };
        self.planes.push((block, plane));
        self.planes.len() - 1
    }
}

/// The bits of up to 64 cells: ones where a cell has a colour.
fn bits_of(cells: &[i8], colour: i8) -> u64 {
    const LOW_BITS: u64 = u64::MAX / 255 * 127;
    let wanted = u64::from_ne_bytes([colour as u8; 8]);
    let eights = cells.chunks_exact(8);
    let rest = eights.remainder();
    let mut bits = 0;
    for (index, eight) in eights.enumerate() {
        // A byte is zero where the colours agree; its highest bit tells so, and a product gathers those bits.
        let differing = u64::from_le_bytes(std::array::from_fn(|at| eight[at] as u8)) ^ wanted;
        let agreeing = !(((differing & LOW_BITS) + LOW_BITS) | differing | LOW_BITS);
        bits |= ((agreeing >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * index);
    }
    let start = cells.len() - rest.len();
    rest.iter().enumerate().fold(bits, |bits, (index, &cell)| bits | u64::from(cell == colour) << (start + index))
}

/// The 64 bits from a position of a row; beyond the row there are zeros.
#[inline]
fn bits_from(row: &[u64], at: usize) -> u64 {
    let (word, shift) = (at / 64, at % 64);
    let next = row.get(word + 1).copied().unwrap_or(0);
    // Two shifts, since one by 64 is none.
    row.get(word).copied().unwrap_or(0) >> shift | (next << 1) << (63 - shift)
}

/// Keeps those bits of a plane that start as many ones in a row as wanted, where each starts some.
fn keep_starts(plane: &mut [u64], row_words: usize, mut reached: usize, width: usize) {
    while reached < width {
        // Two runs side by side, which may overlap, make a longer one.
        let step = reached.min(width - reached);
        if row_words == 1 {
            plane.iter_mut().for_each(|row| *row &= row.checked_shr(step as u32).unwrap_or(0));
        } else {
            for row in plane.chunks_exact_mut(row_words) {
                for word in 0..row_words {
                    row[word] &= bits_from(row, word * 64 + step);
                }
            }
        }
        reached += step;
    }
}

/// Keeps those bits of a plane below which there are, with them, as many ones as wanted, where below each are some.
fn keep_tops(plane: &mut [u64], row_words: usize, mut reached: usize, height: usize) {
    while reached < height {
        let step = reached.min(height - reached);
        let down = (step * row_words).min(plane.len());
        for word in 0..plane.len() - down {
            plane[word] &= plane[word + down];
        }
        let end = plane.len() - down;
        plane[end..].fill(0);
        reached += step;
    }
}

/// Keeps those bits of some rows that other rows have so many columns further on; tells whether any is left.
pub(super) fn keep_shifted(bits: &mut [u64], rows: &[u64], row_words: usize, columns: usize) -> bool {
    let mut any = 0;
    if row_words == 1 {
        for (bits, row) in bits.iter_mut().zip(rows) {
            *bits &= row >> columns;
            any |= *bits;
        }
    } else {
        for (bits, row) in bits.chunks_exact_mut(row_words).zip(rows.chunks_exact(row_words)) {
            for (word, bits) in bits.iter_mut().enumerate() {
                *bits &= bits_from(row, word * 64 + columns);
                any |= *bits;
            }
        }
    }
    any != 0
}
