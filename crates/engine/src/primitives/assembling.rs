//! Pieces put together to one grid by what they look like.

use super::layout::MAX_SIDE;
use super::lists::items;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "pinned",
        signature: "(grids: Tuple[Grid], color: Integer) -> Grid",
        doc: "Grids laid upon each other so that the first cell of a colour of each meets those of the others.",
        run: pinned,
    },
    Primitive {
        name: "jigsaw",
        signature: "(grids: Tuple[Grid], dims: IntegerTuple) -> Grid",
        doc: "The grid of a height and a width that the coloured cells of some grids fill without gaps, none turned.",
        run: jigsaw,
    },
    Primitive {
        name: "quartered",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "Four grids of one size as quarters of a grid, each in the corner towards which its coloured cells lean.",
        run: quartered,
    },
];

/// How many pieces are put together.
const MAX_PIECES: usize = 12;

/// How often a piece is tried at a place.
const MAX_TRIES: usize = 2_000;

/// The grids of a tuple.
fn pieces<'v>(machine: &mut Machine, value: &'v Value) -> Result<Vec<&'v Grid>> {
    let items = items(value)?;
    if !(2..=MAX_PIECES).contains(&items.len()) {
        return undefined("there are too few or too many pieces");
    }
    machine.spend(4 * items.len() as u64)?;
    items.iter().map(Argument::grid).collect()
}

fn pinned(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grids = pieces(machine, args[0])?;
    let pin = args[1].integer()?;
    let mut placed = Vec::with_capacity(grids.len());
    let (mut above, mut left, mut below, mut right) = (0, 0, 0, 0);
    for grid in grids {
        machine.spend(grid.cells().len() as u64)?;
        let Some(at) = grid.cells().iter().position(|&colour| i64::from(colour) == pin) else {
            return undefined("a grid has no cell of this colour");
        };
        let (row, column) = (at / grid.width(), at % grid.width());
        (above, left) = (above.max(row), left.max(column));
        (below, right) = (below.max(grid.height() - row), right.max(grid.width() - column));
        placed.push((grid, row, column));
    }
    let (height, width) = (above + below, left + right);
    if height > MAX_SIDE || width > MAX_SIDE {
        return undefined("the grid would be too large");
    }
    machine.allocate((height * width) as u64 + 24)?;
    machine.spend((height * width) as u64)?;
    let mut cells = vec![0; height * width];
    for (grid, row, column) in placed {
        machine.spend(grid.cells().len() as u64)?;
        for (line, colours) in grid.rows().enumerate() {
            let start = (above - row + line) * width + left - column;
            for (cell, &colour) in cells[start..].iter_mut().zip(colours) {
                *cell = if colour == 0 { *cell } else { colour };
            }
        }
    }
    made(height, width, &cells)
}

fn quartered(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grids = pieces(machine, args[0])?;
    let (height, width) = (grids[0].height(), grids[0].width());
    if grids.len() != 4 || grids.iter().any(|grid| (grid.height(), grid.width()) != (height, width)) {
        return undefined("there are not four grids of one size");
    }
    if 2 * height > MAX_SIDE || 2 * width > MAX_SIDE {
        return undefined("the grid would be too large");
    }
    machine.allocate(4 * (height * width) as u64 + 24)?;
    machine.spend(12 * (height * width) as u64)?;
    let mut cells = vec![0; 4 * height * width];
    let mut is_taken = [false; 4];
    for grid in grids {
        // Twice how far the coloured cells lie below and to the right of the middle, in sum.
        let (mut down, mut right) = (0i64, 0i64);
        for (at, _) in grid.cells().iter().enumerate().filter(|(_, &colour)| colour != 0) {
            down += 2 * (at / width) as i64 - (height as i64 - 1);
            right += 2 * (at % width) as i64 - (width as i64 - 1);
        }
        let (top, left) = (height * usize::from(down > 0), width * usize::from(right > 0));
        let corner = 2 * usize::from(down > 0) + usize::from(right > 0);
        if down == 0 || right == 0 || std::mem::replace(&mut is_taken[corner], true) {
            return undefined("the grids do not lean to four corners");
        }
        for (row, line) in grid.rows().enumerate() {
            let start = (top + row) * 2 * width + left;
            cells[start..start + width].copy_from_slice(line);
        }
    }
    made(2 * height, 2 * width, &cells)
}

fn jigsaw(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grids = pieces(machine, args[0])?;
    let (height, width) = args[1].pair()?;
    let side = |length: i64| usize::try_from(length).ok().filter(|length| (1..=MAX_SIDE).contains(length));
    let (Some(height), Some(width)) = (side(height), side(width)) else {
        return undefined("a side is out of range");
    };
    machine.spend(grids.iter().map(|grid| grid.cells().len() as u64).sum())?;
    // The coloured cells of each piece as rows and columns from the first of them.
    let shapes: Vec<Vec<(isize, isize, i8)>> = grids
        .iter()
        .map(|grid| {
            let coloured = grid.cells().iter().enumerate().filter(|(_, &colour)| colour != 0);
            let mut cells = coloured
                .map(|(at, &colour)| ((at / grid.width()) as isize, (at % grid.width()) as isize, colour))
                .peekable();
            let (top, first) = cells.peek().map_or((0, 0), |&(row, column, _)| (row, column));
            cells.map(|(row, column, colour)| (row - top, column - first, colour)).collect()
        })
        .collect();
    if shapes.iter().map(Vec::len).sum::<usize>() != height * width {
        return undefined("the pieces do not fill the grid");
    }
    machine.allocate((height * width) as u64 + 24)?;
    let mut board = Board { width: width as isize, cells: vec![0; height * width], shapes: &shapes, tries: 0 };
    let mut is_used = vec![false; shapes.len()];
    match board.fill(machine, &mut is_used)? {
        true => made(height, width, &board.cells),
        false => undefined("the pieces do not fit"),
    }
}

/// A grid on which pieces are placed.
struct Board<'p> {
    width: isize,
    cells: Vec<i8>,
    shapes: &'p [Vec<(isize, isize, i8)>],
    tries: usize,
}

impl Board<'_> {
    /// Places the pieces that are left, each with its first cell on the first free one; says whether they fit.
    fn fill(&mut self, machine: &mut Machine, is_used: &mut [bool]) -> Result<bool> {
        let Some(free) = self.cells.iter().position(|&colour| colour == 0) else {
            return Ok(true);
        };
        for piece in 0..self.shapes.len() {
            if is_used[piece] {
                continue;
            }
            self.tries += 1;
            machine.spend(2 * self.shapes[piece].len() as u64 + 10)?;
            if self.tries > MAX_TRIES {
                return Ok(false);
            }
            let Some(places) = self.places(piece, free) else {
                continue;
            };
            places.iter().for_each(|&(at, colour)| self.cells[at] = colour);
            is_used[piece] = true;
            if self.fill(machine, is_used)? {
                return Ok(true);
            }
            is_used[piece] = false;
            places.iter().for_each(|&(at, _)| self.cells[at] = 0);
        }
        Ok(false)
    }

    /// Where a piece's cells come to lie, if these places are free.
    fn places(&self, piece: usize, free: usize) -> Option<Vec<(usize, i8)>> {
        let (top, left) = (free as isize / self.width, free as isize % self.width);
        let place = |&(row, column, colour): &(isize, isize, i8)| {
            let (row, column) = (top + row, left + column);
            let at = (0..self.width).contains(&column).then_some(row * self.width + column)?;
            let at = usize::try_from(at).ok().filter(|&at| self.cells.get(at) == Some(&0))?;
            Some((at, colour))
        };
        self.shapes[piece].iter().map(place).collect()
    }
}

fn made(height: usize, width: usize, cells: &[i8]) -> Result<Value> {
    match Grid::new(height, width, cells) {
        Some(grid) => Ok(Value::Grid(grid)),
        None => undefined("the grid would be empty"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use crate::value::Value;

    fn tuple(items: Vec<Value>) -> Value {
        Value::tuple(items).expect("small")
    }

    #[test]
    fn pieces_meet_at_a_colour() {
        let pieces = tuple(vec![grid("10/05"), grid("52/00"), grid("05/30")]);
        assert_eq!(given("pinned", [pieces, integer(5)]), grid("100/052/300"));
        assert!(is_undefined("pinned", [tuple(vec![grid("15"), grid("11")]), integer(5)]));
    }

    #[test]
    fn corners_make_a_whole() {
        let corners = tuple(vec![grid("20/22"), grid("11/10"), grid("03/33"), grid("44/04")]);
        assert_eq!(given("quartered", [corners]), grid("1144/1004/2003/2233"));
        assert!(is_undefined("quartered", [tuple(vec![grid("10"), grid("10"), grid("01"), grid("01")])]));
    }

    #[test]
    fn pieces_fill_a_rectangle() {
        let fitting = tuple(vec![grid("22/02"), grid("100/110/111")]);
        assert_eq!(given("jigsaw", [fitting.clone(), Value::Pair(3, 3)]), grid("122/112/111"));
        assert!(is_undefined("jigsaw", [fitting, Value::Pair(1, 9)]));
        assert!(is_undefined("jigsaw", [tuple(vec![grid("1"), grid("1")]), Value::Pair(1, 3)]));
    }
}
