//! Grids completed by their symmetries: hidden cells follow from images of the grid that agree with what is seen.

use super::rectangle::{rectangle, Rectangle};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Cell, Frame, Spot};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "mend",
        signature: "(grid: Grid, hidden: Integer, image: (Grid) -> Grid) -> Grid",
        doc: "A grid whose cells of a hidden colour are seen in an image of it, which is moved to where it agrees with \
              the most other cells and contradicts none.",
        run: mend,
    },
    Primitive {
        name: "pivot",
        signature: "(grid: Grid, hidden: Integer, pivot: Integer, image: (Grid) -> Grid) -> Grid",
        doc: "A grid whose cells of a hidden colour are those of an image of it, which is moved to where the frames \
              around the cells of a pivot's colour coincide.",
        run: pivot,
    },
    Primitive {
        name: "quilt",
        signature: "(grid: Grid, turns: Grid) -> Grid",
        doc: "Images of a grid put together, one for each cell of another, which numbers them: plus 1 upside down, plus 2 \
              mirrored at a vertical line, plus 4 with rows and columns exchanged before; black for 8.",
        run: quilt,
    },
    Primitive {
        name: "slab",
        signature: "(grid: Grid) -> Indices",
        doc: "The places of the largest rectangle of one colour in a grid.",
        run: |machine, args| largest(machine, args[0], 1, |_| true),
    },
    Primitive {
        name: "room",
        signature: "(grid: Grid, value: Integer) -> Indices",
        doc: "The places of the largest rectangle of a colour in a grid that is two cells wide and high at least.",
        run: |machine, args| {
            let colour = args[1].integer()?;
            largest(machine, args[0], 2, |cell| i64::from(cell) == colour)
        },
    },
];

/// How a grid is moved: rows downwards, columns to the right.
pub(super) type Shift = (i64, i64);

/// What share of the visible cells must agree: one in so many.
pub(super) const AGREEING: usize = 4;

/// The cells that are visible.
pub(super) fn visible(machine: &mut Machine, grid: &Grid, hidden: i64) -> Result<Vec<Cell>> {
    let (cells, width) = (grid.cells(), grid.width());
    machine.allocate((cells.len() * size_of::<Cell>()) as u64)?;
    let cells = cells.iter().enumerate().filter(|&(_, &colour)| i64::from(colour) != hidden);
    Ok(cells.map(|(at, &colour)| Cell::new(colour.into(), (at / width) as i32, (at % width) as i32)).collect())
}

/// The colour that a grid shows where a cell is moved to.
fn seen(grid: &Grid, cell: &Cell, (down, right): Shift) -> Option<i8> {
    grid.get(i64::from(cell.place.row) + down, i64::from(cell.place.column) + right)
}

/// Lays moved cells on the hidden ones of a grid; gives also whether there were such.
fn laid(machine: &mut Machine, grid: &Grid, hidden: i64, moved: &[Cell], shift: Shift) -> Result<(Grid, bool)> {
    machine.allocate(grid.cells().len() as u64)?;
    machine.spend(moved.len() as u64 * 2)?;
    let mut is_changed = false;
    let laid = grid.edited(|cells| {
        for cell in moved {
            let place = (i64::from(cell.place.row) + shift.0, i64::from(cell.place.column) + shift.1);
            if let Some(at) = grid.offset(place.0, place.1).filter(|&at| i64::from(cells[at]) == hidden) {
                cells[at] = cell.colour as i8;
                is_changed = true;
            }
        }
    });
    Ok((laid, is_changed))
}

/// In how many cells a grid shows what is moved onto it, or `None` if it shows something else somewhere.
fn agreement(machine: &mut Machine, grid: &Grid, hidden: i64, moved: &[Cell], shift: Shift) -> Result<Option<usize>> {
    let (mut agreeing, mut looked_at) = (0, 0);
    let mut is_contradicted = false;
    for cell in moved {
        looked_at += 1;
        match seen(grid, cell, shift) {
            Some(other) if i32::from(other) == cell.colour => agreeing += 1,
            Some(other) if i64::from(other) != hidden => {
                is_contradicted = true;
                break;
            }
            _ => {}
        }
    }
    machine.spend(4 + looked_at)?;
    Ok((!is_contradicted).then_some(agreeing))
}

/// The shift with which something agrees best with a grid; of several the shortest.
pub(super) fn best_shift(
    machine: &mut Machine,
    grid: &Grid,
    hidden: i64,
    moved: &[Cell],
    shifts: impl Iterator<Item = Shift>,
) -> Result<Option<(usize, Shift)>> {
    let mut best: Option<(usize, i64, Shift)> = None;
    for shift in shifts {
        if let Some(agreeing) = agreement(machine, grid, hidden, moved, shift)? {
            let length = shift.0.abs() + shift.1.abs();
            let is_better = |&(most, shortest, _): &(usize, i64, Shift)| (most, -shortest) < (agreeing, -length);
            if agreeing > 0 && best.as_ref().is_none_or(is_better) {
                best = Some((agreeing, length, shift));
            }
        }
    }
    Ok(best.map(|(agreeing, _, shift)| (agreeing, shift)))
}

fn mend(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, hidden) = (args[0].grid()?, args[1].integer()?);
    let mut mended = grid.clone();
    let mut found = None;
    // An image of an image may show more: the fourth quarter turn is the first cell again.
    for _ in 0..3 {
        let image = machine.apply(args[2], &[&Value::Grid(mended.clone())])?;
        let image = image.grid()?;
        let moved = visible(machine, image, hidden)?;
        let shift = match found {
            Some(shift) => shift,
            None => {
                let is_same = image == grid;
                let (rows, columns) = (reach(grid.height(), image.height()), reach(grid.width(), image.width()));
                let straight = rows.clone().map(|down| (down, 0)).chain(columns.clone().map(|right| (0, right)));
                let straight = straight.filter(|&shift| !is_same || shift != (0, 0));
                let mut best = best_shift(machine, grid, hidden, &moved, straight)?;
                if best.is_none_or(|(agreeing, _)| agreeing * 2 < moved.len()) {
                    let slanted = rows.flat_map(|down| columns.clone().map(move |right| (down, right)));
                    let slanted = slanted.filter(|&(down, right)| down != 0 && right != 0);
                    let other = best_shift(machine, grid, hidden, &moved, slanted)?;
                    best = better(best, other);
                }
                match best {
                    Some((agreeing, shift)) if agreeing * AGREEING >= moved.len() => shift,
                    _ => return undefined("no image agrees with the grid"),
                }
            }
        };
        found = Some(shift);
        let is_changed;
        (mended, is_changed) = laid(machine, &mended, hidden, &moved, shift)?;
        if !is_changed {
            break;
        }
    }
    Ok(Value::Grid(mended))
}

/// The better of two shifts, the first of two as good.
fn better(one: Option<(usize, Shift)>, other: Option<(usize, Shift)>) -> Option<(usize, Shift)> {
    match (one, other) {
        (Some((most, _)), Some((agreeing, _))) if agreeing <= most => one,
        (_, Some(_)) => other,
        _ => one,
    }
}

/// By how much an image of a length can be moved so that half of it stays on a grid.
fn reach(grid: usize, image: usize) -> std::ops::RangeInclusive<i64> {
    let (grid, image) = (grid as i64, image as i64);
    -(image / 2)..=grid - image + image / 2
}

fn pivot(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, hidden, pivot) = (args[0].grid()?, args[1].integer()?, args[2].integer()?);
    let image = machine.apply(args[3], &[args[0]])?;
    let image = image.grid()?;
    let cells = visible(machine, grid, hidden)?;
    let moved = visible(machine, image, hidden)?;
    let frame = |cells: &[Cell]| {
        let of_pivot = cells.iter().filter(|cell| i64::from(cell.colour) == pivot);
        Frame::around(of_pivot.map(|cell| cell.place))
    };
    let (Some(here), Some(there)) = (frame(&cells), frame(&moved)) else {
        return undefined("the pivot is not in the grid");
    };
    let shift = (here.corner.row - there.corner.row, here.corner.column - there.corner.column);
    let (laid, _) = laid(machine, grid, hidden, &moved, (shift.0.into(), shift.1.into()))?;
    Ok(Value::Grid(laid))
}

/// The position of the cell that an image of a grid shows at a place; the image is numbered as `quilt` numbers it.
pub(crate) fn source(grid: &Grid, turn: i8, row: usize, column: usize) -> usize {
    let (mut i, mut j) = if turn & 4 != 0 { (column, row) } else { (row, column) };
    if turn & 1 != 0 {
        i = grid.height() - 1 - i;
    }
    if turn & 2 != 0 {
        j = grid.width() - 1 - j;
    }
    i * grid.width() + j
}

/// An image of a grid, numbered as `quilt` numbers it.
pub(crate) fn image(grid: &Grid, turn: i8) -> Option<Grid> {
    let (mut height, mut width) = (grid.height(), grid.width());
    if turn & 4 != 0 {
        std::mem::swap(&mut height, &mut width);
    }
    let places = (0..height).flat_map(|row| (0..width).map(move |column| (row, column)));
    let cells: Vec<i8> = places.map(|(row, column)| grid.cells()[source(grid, turn, row, column)]).collect();
    Grid::new(height, width, &cells)
}

fn quilt(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, turns) = (args[0].grid()?, args[1].grid()?);
    let (height, width) = (grid.height(), grid.width());
    machine.spend(turns.cells().len() as u64)?;
    let is_possible = |turn: &i8| (0..=8).contains(turn) && (turn & 4 == 0 || height == width);
    if !turns.cells().iter().all(is_possible) {
        return undefined("the grid has no such image");
    }
    let (rows, columns) = ((height * turns.height()) as u64, (width * turns.width()) as u64);
    machine.spend(rows.saturating_mul(columns).saturating_mul(3))?;
    rectangle(machine, rows, columns, |cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            let (row, column) = (at / columns as usize, at % columns as usize);
            let turn = turns.row(row / height)[column / width];
            if turn < 8 {
                *cell = grid.cells()[source(grid, turn, row % height, column % width)];
            }
        }
    })
}

/// The places of the largest rectangle of one colour that is admitted, whose sides have some cells at least.
fn largest(machine: &mut Machine, value: &Value, side: usize, is_admitted: impl Fn(i8) -> bool) -> Result<Value> {
    let whole = Rectangle::of(machine, value)?;
    whole.check_sides()?;
    let grid = value.grid()?;
    let (height, width) = (grid.height(), grid.width());
    machine.allocate(width as u64 * 8)?;
    let mut best = (0, 0..0, 0..0);
    // How many cells above each have its colour, itself included.
    let mut heights = vec![0; width];
    for row in 0..height {
        machine.spend(3 * width as u64)?;
        for (column, height) in heights.iter_mut().enumerate() {
            let continues = row > 0 && grid.row(row - 1)[column] == grid.row(row)[column];
            *height = if continues { *height + 1 } else { 1 };
        }
        for start in (0..width).filter(|&start| is_admitted(grid.row(row)[start])) {
            let colour = grid.row(row)[start];
            let mut least = usize::MAX;
            let run = (start..width).take_while(|&column| grid.row(row)[column] == colour);
            let mut looked_at = 0;
            for column in run {
                looked_at += 1;
                least = least.min(heights[column]);
                let length = column + 1 - start;
                if least * length > best.0 && least.min(length) >= side {
                    best = (least * length, row + 1 - least..row + 1, start..column + 1);
                }
            }
            machine.spend(looked_at + 2)?;
        }
    }
    if best.0 == 0 {
        return undefined("there is no such rectangle");
    }
    machine.allocate(best.0 as u64 * 4)?;
    let columns = best.2;
    let spots = best.1.flat_map(|row| columns.clone().map(move |column| Spot::on_grid(row, column)));
    Ok(super::segmentation::indices_value(spots.collect()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, indices, integer, is_undefined};
    use super::*;
    use crate::function::Function;

    fn function(name: &str) -> Value {
        Value::Function(Function::Primitive(super::super::find(name).expect("a primitive")))
    }

    #[test]
    fn hidden_cells_are_seen_in_the_mirror() {
        let hidden = grid("12921/34943/99656");
        assert_eq!(given("mend", [hidden, integer(9), function("vmirror")]), grid("12921/34943/65656"));
    }

    #[test]
    fn the_mirror_may_stand_off_the_centre() {
        let picture = grid("0120000/0345430/0126210/0000000");
        assert_eq!(given("mend", [picture, integer(0), function("vmirror")]), grid("0120210/0345430/0126210/0000000"));
    }

    #[test]
    fn quarter_turns_are_repeated() {
        let picture = grid("00100/02120/11300/02000/00000");
        assert_eq!(given("mend", [picture, integer(0), function("rot90")]), grid("00100/02120/11311/02120/00100"));
    }

    #[test]
    fn what_contradicts_itself_is_not_mended() {
        assert!(is_undefined("mend", [grid("1234/5678"), integer(9), function("vmirror")]));
    }

    #[test]
    fn images_turn_about_a_pivot() {
        let picture = grid("20000/02300/00000");
        let args = [picture.clone(), integer(0), integer(3), function("vmirror")];
        assert_eq!(given("pivot", args), grid("20002/02320/00000"));
        assert!(is_undefined("pivot", [picture, integer(0), integer(4), function("vmirror")]));
    }

    #[test]
    fn images_make_a_quilt() {
        assert_eq!(given("quilt", [grid("12/34"), grid("02/18")]), grid("1221/3443/3400/1200"));
        assert_eq!(given("quilt", [grid("12/34"), grid("4")]), given("dmirror", [grid("12/34")]));
        assert!(is_undefined("quilt", [grid("12"), grid("4")]));
        assert!(is_undefined("quilt", [grid("12"), grid("9")]));
    }

    #[test]
    fn the_slab_is_the_largest_rectangle_of_one_colour() {
        let places = [(0, 1), (0, 2), (1, 1), (1, 2)];
        assert_eq!(given("slab", [grid("1007/2003/4555")]), indices(&places));
    }
}
