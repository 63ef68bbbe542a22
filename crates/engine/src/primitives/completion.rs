//! Grids completed: hidden cells follow from images of the grid that agree with what is seen, and from its periods.

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
        name: "retile",
        signature: "(grid: Grid, hidden: Integer) -> Grid",
        doc: "A grid whose cells of a hidden colour follow from its periods, at most two, in any direction.",
        run: |machine, args| {
            let (grid, hidden) = (args[0].grid()?, args[1].integer()?);
            let periods = periods(machine, grid, hidden)?;
            continued(machine, grid, hidden, &periods)
        },
    },
    Primitive {
        name: "stripe",
        signature: "(grid: Grid, hidden: Integer, direction: IntegerTuple) -> Grid",
        doc: "A grid whose cells of a hidden colour follow from its period in a direction.",
        run: |machine, args| {
            let (grid, hidden, direction) = (args[0].grid()?, args[1].integer()?, args[2].pair()?);
            let period = period(machine, grid, hidden, direction)?;
            continued(machine, grid, hidden, &[period])
        },
    },
    Primitive {
        name: "pave",
        signature: "(grid: Grid, hidden: Integer) -> Grid",
        doc: "A grid whose cells of a hidden colour are those of copies of the frame around all others, side by side.",
        run: |machine, args| {
            let (grid, hidden) = (args[0].grid()?, args[1].integer()?);
            let places = visible(machine, grid, hidden)?;
            match Frame::around(places.iter().map(|cell| cell.place)) {
                Some(Frame { height, width, .. }) => {
                    continued(machine, grid, hidden, &[(i64::from(height), 0), (0, i64::from(width))])
                }
                None => undefined("all cells are hidden"),
            }
        },
    },
    Primitive {
        name: "pivot",
        signature: "(grid: Grid, hidden: Integer, pivot: Integer, image: (Grid) -> Grid) -> Grid",
        doc: "A grid whose cells of a hidden colour are those of an image of it, which is moved to where the frames \
              around the cells of a pivot's colour coincide.",
        run: pivot,
    },
    Primitive {
        name: "prolong",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc: "A grid continued by its periods to the right and downwards, to a height and a width.",
        run: prolong,
    },
    Primitive {
        name: "tile",
        signature: "(grid: Grid) -> Grid",
        doc: "The smallest part in the upper left corner of a grid that the grid repeats, also not as a whole at its end.",
        run: tile,
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
        run: slab,
    },
];

/// A hidden cell in place of a colour.
const UNSEEN: i64 = -1;

/// How a grid is moved: rows downwards, columns to the right.
type Shift = (i64, i64);

/// What share of the visible cells must agree: one in so many.
const AGREEING: usize = 4;

/// The cells that are visible.
fn visible(machine: &mut Machine, grid: &Grid, hidden: i64) -> Result<Vec<Cell>> {
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
fn best_shift(
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

/// The periods of a grid: at most two shifts in different directions with which it agrees with itself.
fn periods(machine: &mut Machine, grid: &Grid, hidden: i64) -> Result<Vec<Shift>> {
    let cells = visible(machine, grid, hidden)?;
    let (height, width) = (grid.height() as i64, grid.width() as i64);
    let mut periods: Vec<Shift> = Vec::new();
    for _ in 0..2 {
        let first = periods.first().copied();
        let is_other = move |&(down, right): &Shift| match first {
            None => (down, right) > (0, 0),
            Some((row, column)) => (down, right) > (0, 0) && row * right != column * down,
        };
        let shifts = (0..height).flat_map(|down| (1 - width..width).map(move |right| (down, right)));
        match best_shift(machine, grid, hidden, &cells, shifts.filter(is_other))? {
            Some((agreeing, shift)) if agreeing * AGREEING >= cells.len() => periods.push(shift),
            _ => break,
        }
    }
    match periods.is_empty() {
        true => undefined("the grid has no period"),
        false => Ok(periods),
    }
}

/// The period of a grid in a direction: the multiple of it with which the grid agrees best with itself.
fn period(machine: &mut Machine, grid: &Grid, hidden: i64, (down, right): Shift) -> Result<Shift> {
    if (down, right) == (0, 0) || down.abs().max(right.abs()) > MAX_SIDE {
        return undefined("the direction is none");
    }
    let cells = visible(machine, grid, hidden)?;
    let longest = grid.height().max(grid.width()) as i64;
    let shifts = (1..longest).map(|steps| (down * steps, right * steps));
    match best_shift(machine, grid, hidden, &cells, shifts)? {
        Some((agreeing, shift)) if agreeing * AGREEING >= cells.len() => Ok(shift),
        _ => undefined("the grid has no period in the direction"),
    }
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

/// A grid whose hidden cells have the colour of those that they repeat, if these have only one.
fn continued(machine: &mut Machine, grid: &Grid, hidden: i64, periods: &[Shift]) -> Result<Value> {
    let (cells, width) = (grid.cells(), grid.width());
    machine.allocate(cells.len() as u64 * 8)?;
    let hidden_cells = cells.iter().filter(|&&colour| i64::from(colour) == hidden).count();
    machine.spend(cells.len() as u64 * 8)?;
    let mut classes: Vec<usize> = vec![usize::MAX; cells.len()];
    let mut open = Vec::new();
    let mut colours: Vec<Option<i8>> = Vec::new();
    for start in 0..if hidden_cells > 0 { cells.len() } else { 0 } {
        if classes[start] != usize::MAX {
            continue;
        }
        let class = colours.len();
        let mut colour: Option<i8> = None;
        let mut is_single = true;
        classes[start] = class;
        open.push(start);
        while let Some(at) = open.pop() {
            if i64::from(cells[at]) != hidden {
                is_single &= *colour.get_or_insert(cells[at]) == cells[at];
            }
            let (row, column) = ((at / width) as i64, (at % width) as i64);
            for &(down, right) in periods {
                for next in [grid.offset(row + down, column + right), grid.offset(row - down, column - right)] {
                    if let Some(next) = next.filter(|&next| classes[next] == usize::MAX) {
                        classes[next] = class;
                        open.push(next);
                    }
                }
            }
        }
        colours.push(colour.filter(|_| is_single));
    }
    machine.allocate(cells.len() as u64)?;
    Ok(Value::Grid(grid.edited(|cells| {
        for (cell, class) in cells.iter_mut().zip(classes) {
            if i64::from(*cell) == hidden {
                *cell = colours.get(class).copied().flatten().unwrap_or(*cell);
            }
        }
    })))
}

/// The longest side that a grid is continued to.
const MAX_SIDE: i64 = 100;

fn prolong(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (height, width) = args[1].pair()?;
    if !(1..=MAX_SIDE).contains(&height) || !(1..=MAX_SIDE).contains(&width) {
        return undefined("the size is too large or too small");
    }
    let periods = periods(machine, grid, UNSEEN)?;
    let canvas = rectangle(machine, height as u64, width as u64, |cells| {
        cells.fill(UNSEEN as i8);
        for (target, row) in cells.chunks_exact_mut(width as usize).zip(grid.rows()) {
            let common = row.len().min(target.len());
            target[..common].copy_from_slice(&row[..common]);
        }
    })?;
    let continued = continued(machine, canvas.grid()?, UNSEEN, &periods)?;
    match continued.grid()?.cells().contains(&(UNSEEN as i8)) {
        true => undefined("the periods do not reach all cells"),
        false => Ok(continued),
    }
}

fn tile(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (height, width) = (grid.height(), grid.width());
    let cells = grid.cells();
    let period = |machine: &mut Machine, length: usize, is_row: bool| -> Result<usize> {
        for period in 1..length {
            let step = if is_row { period * width } else { period };
            let repeats = |at: usize| (!is_row && at % width + period >= width) || cells[at] == cells[at + step];
            machine.spend(cells.len() as u64 / 4 + 4)?;
            if (0..cells.len() - step).all(repeats) {
                return Ok(period);
            }
        }
        Ok(length)
    };
    let rows = period(machine, height, true)?;
    let columns = period(machine, width, false)?;
    Rectangle::of(machine, args[0])?.cut(machine, 0..rows, 0..columns)
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

fn quilt(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, turns) = (args[0].grid()?, args[1].grid()?);
    let (height, width) = (grid.height(), grid.width());
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

fn slab(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let whole = Rectangle::of(machine, args[0])?;
    whole.check_sides()?;
    let grid = args[0].grid()?;
    let (height, width) = (grid.height(), grid.width());
    machine.allocate(width as u64 * 8)?;
    let mut best = (0, 0..0, 0..0);
    // How many cells above each have its colour, itself included.
    let mut heights = vec![0; width];
    for row in 0..height {
        for column in 0..width {
            let continues = row > 0 && grid.row(row - 1)[column] == grid.row(row)[column];
            heights[column] = if continues { heights[column] + 1 } else { 1 };
        }
        for start in 0..width {
            let colour = grid.row(row)[start];
            let mut least = usize::MAX;
            let run = (start..width).take_while(|&column| grid.row(row)[column] == colour);
            let mut looked_at = 0;
            for column in run {
                looked_at += 1;
                least = least.min(heights[column]);
                let area = least * (column + 1 - start);
                if area > best.0 {
                    best = (area, row + 1 - least..row + 1, start..column + 1);
                }
            }
            machine.spend(looked_at + 2)?;
        }
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
    fn periods_fill_what_is_hidden() {
        assert_eq!(given("retile", [grid("1212/3939/1299"), integer(9)]), grid("1212/3939/1212"));
        assert_eq!(given("retile", [grid("123123/231291/312992"), integer(9)]), grid("123123/231231/312312"));
        assert_eq!(given("retile", [grid("1200/1200"), integer(0)]), grid("1212/1212"));
        assert!(is_undefined("retile", [grid("1234"), integer(9)]));
    }

    #[test]
    fn stripes_have_one_period() {
        let stripes = || grid("0200200000/1210210000");
        assert_eq!(given("stripe", [stripes(), integer(0), Value::Pair(0, 1)]), grid("0200200200/1210210210"));
        assert!(is_undefined("stripe", [stripes(), integer(0), Value::Pair(0, 0)]));
        assert!(is_undefined("stripe", [grid("123"), integer(0), Value::Pair(0, 1)]));
    }

    #[test]
    fn a_frame_is_paved_with() {
        assert_eq!(given("pave", [grid("00000/01200/00030"), integer(0)]), grid("30003/01201/30003"));
        assert!(is_undefined("pave", [grid("00"), integer(0)]));
    }

    #[test]
    fn images_turn_about_a_pivot() {
        let picture = grid("20000/02300/00000");
        let args = [picture.clone(), integer(0), integer(3), function("vmirror")];
        assert_eq!(given("pivot", args), grid("20002/02320/00000"));
        assert!(is_undefined("pivot", [picture, integer(0), integer(4), function("vmirror")]));
    }

    #[test]
    fn a_grid_is_continued() {
        assert_eq!(given("prolong", [grid("121/212"), Value::Pair(3, 5)]), grid("12121/21212/12121"));
        assert!(is_undefined("prolong", [grid("12"), Value::Pair(1, 4)]));
        assert!(is_undefined("prolong", [grid("11"), Value::Pair(1, 1000)]));
    }

    #[test]
    fn the_tile_is_what_is_repeated() {
        assert_eq!(given("tile", [grid("12312/45645/12312")]), grid("123/456"));
        assert_eq!(given("tile", [grid("12/34")]), grid("12/34"));
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
