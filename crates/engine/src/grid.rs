//! The grid: a rectangle of colours as flat bytes.
//!
//! Task grids hold colours 0..=9; programs also make grids of -1 and other small integers on their way.

use std::fmt;

use triomphe::{Arc, ThinArc};

/// A non-empty rectangle of colours, stored row by row.
///
/// Cloning shares the cells. A grid equals the tuple of its rows: `Value::tuple` turns such tuples into grids.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Grid(Form);

/// How the cells are kept; how many there are decides which way.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    /// In the grid itself: programs make pairs of places, which are grids of two by two, by the thousand.
    Few { height: u8, width: u8, cells: [i8; FEW] },
    /// On the heap.
    Many(ThinArc<Dimensions, i8>),
}

/// The most cells that take no memory beside the grid.
const FEW: usize = 13;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Dimensions {
    height: u32,
    width: u32,
}

impl Grid {
    /// A grid from its cells in reading order.
    ///
    /// Gives `None` if a side is 0 or too large, or if the number of cells is not `height * width`.
    #[inline]
    pub fn new(height: usize, width: usize, cells: &[i8]) -> Option<Grid> {
        let valid = height > 0 && width > 0 && Some(cells.len()) == height.checked_mul(width);
        if valid && cells.len() <= FEW {
            let mut few = [0; FEW];
            few[..cells.len()].copy_from_slice(cells);
            return Some(Grid(Form::Few { height: height as u8, width: width as u8, cells: few }));
        }
        let dimensions = Dimensions { height: u32::try_from(height).ok()?, width: u32::try_from(width).ok()? };
        valid.then(|| Grid(Form::Many(ThinArc::from_header_and_slice(dimensions, cells))))
    }

    /// A grid whose cells a function writes; they start as zeros.
    ///
    /// Gives `None` if a side is 0 or too large.
    pub(crate) fn written(height: usize, width: usize, write: impl FnOnce(&mut [i8])) -> Option<Grid> {
        static ZEROS: [i8; 1024] = [0; 1024];
        let count = height.checked_mul(width)?;
        // Grids of tasks have at most 900 cells: no need to allocate zeros for them.
        let mut grid = match ZEROS.get(..count) {
            Some(zeros) => Grid::new(height, width, zeros)?,
            None => Grid::new(height, width, &vec![0; count])?,
        };
        grid.write(write);
        Some(grid)
    }

    /// A copy with some cells overwritten by a function.
    pub(crate) fn edited(&self, write: impl FnOnce(&mut [i8])) -> Grid {
        let mut copy = match &self.0 {
            Form::Few { .. } => self.clone(),
            Form::Many(many) => Grid(Form::Many(ThinArc::from_header_and_slice(many.header.header, &many.slice))),
        };
        copy.write(write);
        copy
    }

    /// Writes the cells of a grid that shares them with no other.
    fn write(&mut self, write: impl FnOnce(&mut [i8])) {
        match &mut self.0 {
            Form::Few { height, width, cells } => write(&mut cells[..usize::from(*height) * usize::from(*width)]),
            Form::Many(many) => many.with_arc_mut(|arc| {
                let inner = Arc::get_mut(arc);
                debug_assert!(inner.is_some(), "the cells are not shared");
                if let Some(inner) = inner {
                    write(inner.slice_mut());
                }
            }),
        }
    }

    /// The number of rows.
    #[inline]
    pub fn height(&self) -> usize {
        match &self.0 {
            Form::Few { height, .. } => usize::from(*height),
            Form::Many(many) => many.header.header.height as usize,
        }
    }

    /// The number of columns.
    #[inline]
    pub fn width(&self) -> usize {
        match &self.0 {
            Form::Few { width, .. } => usize::from(*width),
            Form::Many(many) => many.header.header.width as usize,
        }
    }

    /// All colours in reading order.
    #[inline]
    pub fn cells(&self) -> &[i8] {
        match &self.0 {
            Form::Few { height, width, cells } => &cells[..usize::from(*height) * usize::from(*width)],
            Form::Many(many) => &many.slice,
        }
    }

    /// The colours of one row; panics if `row` is outside.
    #[inline]
    pub fn row(&self, row: usize) -> &[i8] {
        let width = self.width();
        &self.cells()[row * width..(row + 1) * width]
    }

    /// The rows from top to bottom.
    pub fn rows(&self) -> std::slice::ChunksExact<'_, i8> {
        self.cells().chunks_exact(self.width())
    }

    /// The position in `cells` of a place, or `None` outside the grid.
    #[inline]
    pub fn offset(&self, row: i64, column: i64) -> Option<usize> {
        let inside = (0..self.height() as i64).contains(&row) && (0..self.width() as i64).contains(&column);
        inside.then(|| row as usize * self.width() + column as usize)
    }

    /// The colour at a place, or `None` outside the grid.
    #[inline]
    pub fn get(&self, row: i64, column: i64) -> Option<i8> {
        self.offset(row, column).map(|at| self.cells()[at])
    }

    /// Whether the grid may stand in a task or a submission: sides of at most 100, colours 0..=9.
    pub fn is_task_grid(&self) -> bool {
        const MAX_SIDE: usize = 100;
        self.height() <= MAX_SIDE
            && self.width() <= MAX_SIDE
            && self.cells().iter().all(|colour| (0..=9).contains(colour))
    }

    /// How often each colour occurs.
    pub fn histogram(&self) -> Histogram {
        let cells = self.cells();
        let mut counts = [0; 256];
        let mut left = cells.len() as u32;
        // Most grids have few colours, all of them digits: comparing all cells with one is a vector operation.
        for digit in 0..=LAST_DIGIT {
            let count = count_of(cells, digit);
            counts[bin(digit)] = count;
            left -= count;
            if left == 0 {
                break;
            }
        }
        if left == 0 {
            return Histogram { counts, colours: (0, LAST_DIGIT) };
        }
        let digits = 0..=LAST_DIGIT;
        for &colour in cells.iter().filter(|&colour| !digits.contains(colour)) {
            counts[bin(colour)] += 1;
        }
        Histogram { counts, colours: (i8::MIN, i8::MAX) }
    }
}

/// The largest colour of task grids.
const LAST_DIGIT: i8 = 9;

/// A colour's position in a histogram.
#[inline]
fn bin(colour: i8) -> usize {
    (i16::from(colour) + 128) as usize
}

/// The length of a run of cells so short that a byte holds a count of them: the fastest sum of comparisons.
pub(crate) const COUNTED_RUN: usize = 192;

/// The number of cells of a colour.
fn count_of(cells: &[i8], colour: i8) -> u32 {
    let count = |run: &[i8]| run.iter().map(|&cell| u8::from(cell == colour)).sum::<u8>();
    cells.chunks(COUNTED_RUN).map(|run| u32::from(count(run))).sum()
}

/// How often each colour occurs in a grid.
pub struct Histogram {
    counts: [u32; 256],
    /// The first and the last colour that may occur.
    colours: (i8, i8),
}

impl Histogram {
    /// The colours that occur, in ascending order, with their counts.
    pub fn counts(&self) -> impl Iterator<Item = (i8, u32)> + '_ {
        let (first, last) = self.colours;
        (first..=last)
            .zip(&self.counts[bin(first)..=bin(last)])
            .map(|(colour, &count)| (colour, count))
            .filter(|&(_, count)| count > 0)
    }

    /// The number of cells of a colour.
    pub fn count(&self, colour: i8) -> u32 {
        self.counts[bin(colour)]
    }

    /// The most frequent colour, the smallest of several.
    pub fn most_common(&self) -> i8 {
        self.counts().fold((0, 0), |best, next| if next.1 > best.1 { next } else { best }).0
    }

    /// The least frequent colour that occurs, the smallest of several.
    pub fn least_common(&self) -> i8 {
        self.counts().fold((0, u32::MAX), |best, next| if next.1 < best.1 { next } else { best }).0
    }
}

impl fmt::Display for Grid {
    /// Writes the rows as lines of digits; colours outside 0..=9 in brackets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, row) in self.rows().enumerate() {
            if index > 0 {
                f.write_str("\n")?;
            }
            for colour in row {
                match colour {
                    0..=9 => write!(f, "{colour}")?,
                    _ => write!(f, "[{colour}]")?,
                }
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Grid({})", self.to_string().replace('\n', "/"))
    }
}
