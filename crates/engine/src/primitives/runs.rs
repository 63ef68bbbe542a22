//! Runs: cells side by side in a row of a grid that belong together, and the parts that touching runs make.

use smallvec::SmallVec;

/// The number of cells in a word.
const WORD: usize = 64;

/// Where the runs of a grid's rows are, as a bit for each cell in reading order; the bits behind the last cell are zeros.
struct Runs {
    /// Where runs start.
    starts: SmallVec<[u64; 16]>,
    /// Which cells go on with the run of the cell at their left.
    follow: SmallVec<[u64; 16]>,
}

impl Runs {
    /// The runs of the cells that a condition admits; cells side by side are of one run if they may join.
    pub(super) fn new(cells: &[i8], width: usize, admits: impl Fn(i8) -> bool, joins: impl Fn(i8, i8) -> bool) -> Runs {
        let (mut starts, mut follow) = (SmallVec::new(), SmallVec::new());
        let mut last = 0;
        // Where the next row starts, from the current word's first cell on.
        let mut row = 0;
        for chunk in cells.chunks(WORD) {
            // The cells with the one before them.
            let mut window = [0; WORD + 1];
            window[0] = last;
            window[1..=chunk.len()].copy_from_slice(chunk);
            last = chunk[chunk.len() - 1];
            let (left, own) = (&window[..WORD], &window[1..]);
            let inside = u64::MAX >> (WORD - chunk.len());
            let lit = inside & packed(std::array::from_fn(|at| u8::from(admits(own[at]))));
            let is_joined = |at: usize| u8::from(admits(left[at])) & u8::from(joins(left[at], own[at]));
            let mut joined = lit & packed(std::array::from_fn(is_joined));
            while row < WORD {
                joined &= !(1 << row);
                row += width;
            }
            row -= WORD;
            follow.push(joined);
            starts.push(lit & !joined);
        }
        Runs { starts, follow }
    }

    /// Calls a function with the start of each run and the position behind its end, in reading order.
    #[inline]
    fn visit(&self, mut see: impl FnMut(usize, usize)) {
        for (word, &starts) in self.starts.iter().enumerate() {
            let mut starts = starts;
            while starts != 0 {
                let start = WORD * word + starts.trailing_zeros() as usize;
                starts &= starts - 1;
                see(start, self.end(start + 1));
            }
        }
    }

    /// The first cell from one on that follows none.
    #[inline]
    fn end(&self, at: usize) -> usize {
        let (mut word, shift) = (at / WORD, at % WORD);
        let mut ends = self.follow.get(word).map_or(0, |follow| !follow >> shift << shift);
        while ends == 0 {
            word += 1;
            match self.follow.get(word) {
                Some(follow) => ends = !follow,
                None => return WORD * self.follow.len(),
            }
        }
        WORD * word + ends.trailing_zeros() as usize
    }
}

/// A run with the part of the grid that it is of.
pub(super) struct Run {
    pub(super) start: usize,
    /// The position behind the last cell.
    pub(super) end: usize,
    /// The part's number, from 0.
    pub(super) part: usize,
}

/// The runs of a grid, joined to parts.
pub(super) struct Joined {
    /// The runs in reading order.
    pub(super) runs: SmallVec<[Run; 64]>,
    /// The number of parts; they are numbered in reading order.
    pub(super) count: usize,
}

impl Joined {
    /// The parts of the cells that a condition admits; touching cells are of one part if they may join, also over corners
    /// or not. What joins must be an equivalence.
    pub(super) fn new<const DIAGONAL: bool>(
        cells: &[i8],
        width: usize,
        admits: impl Fn(i8) -> bool,
        joins: impl Fn(i8, i8) -> bool,
    ) -> Joined {
        let reach = usize::from(DIAGONAL);
        // A tree of runs for each part, whose root is the first of them; at first runs have their parents' numbers.
        let mut runs: SmallVec<[Run; 64]> = SmallVec::new();
        // The runs of the row above that may touch what comes, the first run of the current row, and where that lies.
        let (mut above, mut own) = (0..0, 0);
        let (mut left, mut right) = (0, width);
        Runs::new(cells, width, admits, &joins).visit(|start, end| {
            if start >= right {
                let rows = (start - left) / width;
                above = if rows == 1 { own..runs.len() } else { 0..0 };
                own = runs.len();
                left += rows * width;
                right = left + width;
            }
            while above.start < above.end && runs[above.start].end + width + reach <= start {
                above.start += 1;
            }
            let mut part = runs.len();
            for other in above.clone() {
                if runs[other].start + width >= end + reach {
                    break;
                }
                if joins(cells[runs[other].start], cells[start]) {
                    let root = root_of(&mut runs, other);
                    if part < runs.len() && part != root {
                        let (low, high) = (part.min(root), part.max(root));
                        runs[high].part = low;
                        part = low;
                    } else {
                        part = root;
                    }
                }
            }
            runs.push(Run { start, end, part });
        });
        // Parents come first: they have their parts' numbers already.
        let mut count = 0;
        for at in 0..runs.len() {
            let parent = runs[at].part;
            if parent == at {
                runs[at].part = count;
                count += 1;
            } else {
                runs[at].part = runs[parent].part;
            }
        }
        Joined { runs, count }
    }
}

/// The root of a run's tree; halves the way to it for the next time.
#[inline]
fn root_of(runs: &mut [Run], mut at: usize) -> usize {
    loop {
        let parent = runs[at].part;
        if parent == at {
            return at;
        }
        let grandparent = runs[parent].part;
        runs[at].part = grandparent;
        at = grandparent;
    }
}

/// Flags of 0 or 1 as the bits of a word.
#[inline]
fn packed(flags: [u8; WORD]) -> u64 {
    const BYTE: usize = 8;
    /// Brings the lowest bits of eight bytes together in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    flags.chunks_exact(BYTE).rev().fold(0, |bits, flags| {
        let flags = flags.try_into().map_or(0, u64::from_le_bytes);
        bits << BYTE | flags.wrapping_mul(GATHER) >> (WORD - BYTE)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn runs_are_the_longest_stretches_of_rows(
            cells in prop::collection::vec(0..3i8, 1..400),
            width in 1..150usize,
            by_colour: bool,
        ) {
            let cells = &cells[..cells.len() / width * width];
            let joins = |a: i8, b: i8| !by_colour || a == b;
            let mut expected = Vec::new();
            for (row, line) in cells.chunks_exact(width).enumerate() {
                let mut at = row * width;
                for run in line.chunk_by(|&a, &b| (a != 0) == (b != 0) && (a == 0 || joins(a, b))) {
                    if run[0] != 0 {
                        expected.push((at, at + run.len()));
                    }
                    at += run.len();
                }
            }
            let mut found = Vec::new();
            Runs::new(cells, width, |colour| colour != 0, joins).visit(|start, end| found.push((start, end)));
            prop_assert_eq!(found, expected);
        }
    }
}
