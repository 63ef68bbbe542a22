//! Periods of grids: what they hide, where they go on, and what in them is noise.

use super::completion::{best_shift, visible, Shift, AGREEING};
use super::rectangle::{rectangle, Rectangle};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Cell, Frame};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
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
        name: "weft",
        signature: "(grid: Grid, hidden: Integer) -> Grid",
        doc: "A grid whose cells of a hidden colour follow from the smallest lattice under which no two seen cells differ.",
        run: weft,
    },
    Primitive {
        name: "restore",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without noise: each cell has the most common colour of those that are periods apart, by the period \
              along rows, columns or diagonals with which the grid agrees best.",
        run: restore,
    },
    Primitive {
        name: "prolong",
        signature: "(grid: Grid, dims: IntegerTuple) -> Grid",
        doc: "A grid continued by its periods to the right and downwards, to a height and a width.",
        run: prolong,
    },
    Primitive {
        name: "smallesttile",
        signature: "(grid: Grid) -> Grid",
        doc: "The smallest part in the upper left corner of a grid that the grid repeats, also not as a whole at its end.",
        run: tile,
    },
];

/// A hidden cell in place of a colour.
const UNSEEN: i64 = -1;

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

/// Along which lines noise is smoothed.
const LINES: [Shift; 4] = [(0, 1), (1, 0), (1, 1), (1, -1)];

fn restore(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (cells, width) = (grid.cells(), grid.width());
    let (height, columns) = (grid.height() as i64, width as i64);
    // Which shift keeps the largest share of the cells that it does not move off the grid; a longer one must keep more.
    let mut best: Option<(usize, usize, Shift)> = None;
    for steps in 1..=height.max(columns) / 2 {
        let mut margin = 115;
        for (down, right) in LINES.map(|(down, right)| (down * steps, right * steps)) {
            machine.spend(cells.len() as u64 * 3)?;
            let (mut agreeing, mut all) = (0, 0);
            for (at, colour) in cells.iter().enumerate() {
                if let Some(other) = grid.get((at / width) as i64 + down, (at % width) as i64 + right) {
                    all += 1;
                    agreeing += usize::from(other == *colour);
                }
            }
            let is_better = |&(most, of, _): &(usize, usize, Shift)| 100 * agreeing * of > margin * most * all;
            if 2 * all >= cells.len() && best.as_ref().is_none_or(is_better) {
                best = Some((agreeing, all, (down, right)));
                margin = 100;
            }
        }
    }
    let period = match best {
        Some((agreeing, all, shift)) if 2 * agreeing >= all => shift,
        _ => return undefined("the grid has no period"),
    };
    machine.allocate(cells.len() as u64 * 2)?;
    machine.spend(cells.len() as u64 * 24)?;
    let mut restored = cells.to_vec();
    let mut is_done = vec![false; cells.len()];
    for start in 0..cells.len() {
        if is_done[start] {
            continue;
        }
        let (row, column) = ((start / width) as i64, (start % width) as i64);
        let line = (0..).map_while(|step| grid.offset(row + period.0 * step, column + period.1 * step));
        let line: Vec<usize> = line.collect();
        let mut counts = [0_u32; 256];
        line.iter().for_each(|&at| counts[usize::from(cells[at] as u8)] += 1);
        let common = (0..256).max_by_key(|&colour| (counts[colour], std::cmp::Reverse(colour))).unwrap_or(0);
        for at in line {
            is_done[at] = true;
            restored[at] = common as u8 as i8;
        }
    }
    machine.allocate(cells.len() as u64)?;
    Ok(Value::Grid(grid.edited(|cells| cells.copy_from_slice(&restored))))
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

/// The most cells that a lattice tells apart.
const MAX_LATTICE: i64 = 40;

fn weft(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, hidden) = (args[0].grid()?, args[1].integer()?);
    let cells = visible(machine, grid, hidden)?;
    let (height, width) = (grid.height() as i64, grid.width() as i64);
    let mut colours: Vec<Option<i32>> = Vec::new();
    // A lattice repeats after `rows` rows, moved by `slant`, and after `columns` columns.
    for size in 2..=MAX_LATTICE.min(cells.len() as i64 / 2) {
        for rows in (1..=size.min(height)).filter(|rows| size % rows == 0 && size / rows <= width) {
            let columns = size / rows;
            for slant in 0..columns {
                machine.spend(4 + size as u64 / 4)?;
                let class = |row: i64, column: i64| {
                    (row % rows * columns + (column - row / rows * slant).rem_euclid(columns)) as usize
                };
                colours.clear();
                colours.resize(size as usize, None);
                let mut agrees = |cell: &Cell| {
                    let at = class(cell.place.row.into(), cell.place.column.into());
                    *colours[at].get_or_insert(cell.colour) == cell.colour
                };
                let agreeing = cells.iter().position(|cell| !agrees(cell));
                machine.spend(agreeing.unwrap_or(cells.len()) as u64 / 2)?;
                if agreeing.is_some() || colours.iter().any(Option::is_none) {
                    continue;
                }
                machine.allocate(grid.cells().len() as u64)?;
                machine.spend(grid.cells().len() as u64)?;
                return Ok(Value::Grid(grid.edited(|cells| {
                    for (at, cell) in cells.iter_mut().enumerate().filter(|(_, cell)| i64::from(**cell) == hidden) {
                        let seen = colours[class(at as i64 / width, at as i64 % width)];
                        *cell = seen.and_then(|colour| i8::try_from(colour).ok()).unwrap_or(*cell);
                    }
                })));
            }
        }
    }
    undefined("the grid follows no lattice")
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
            let repeats = match is_row {
                true => cells[..cells.len() - step] == cells[step..],
                false => grid.rows().all(|row| row[..width - step] == row[step..]),
            };
            machine.spend(cells.len() as u64 / 4 + 4)?;
            if repeats {
                return Ok(period);
            }
        }
        Ok(length)
    };
    let rows = period(machine, height, true)?;
    let columns = period(machine, width, false)?;
    Rectangle::of(machine, args[0])?.cut(machine, 0..rows, 0..columns)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    #[test]
    fn periods_fill_what_is_hidden() {
        assert_eq!(given("retile", [grid("1212/3939/1299"), integer(9)]), grid("1212/3939/1212"));
        assert_eq!(given("retile", [grid("123123/231291/312992"), integer(9)]), grid("123123/231231/312312"));
        assert_eq!(given("retile", [grid("121200/121200"), integer(0)]), grid("121212/121212"));
        assert!(is_undefined("retile", [grid("1234"), integer(9)]));
    }

    #[test]
    fn stripes_have_one_period() {
        let stripes = || grid("0200200000/1210210000");
        assert_eq!(given("stripe", [stripes(), integer(0), Value::Pair(0, 1)]), grid("0200200200/1211211211"));
        assert!(is_undefined("stripe", [stripes(), integer(0), Value::Pair(0, 0)]));
        assert!(is_undefined("stripe", [grid("123"), integer(0), Value::Pair(0, 1)]));
    }

    #[test]
    fn a_frame_is_paved_with() {
        assert_eq!(given("pave", [grid("00000/01200/00030"), integer(0)]), grid("30030/01201/30030"));
        assert!(is_undefined("pave", [grid("00"), integer(0)]));
    }

    #[test]
    fn the_smallest_lattice_fills_a_grid() {
        assert_eq!(given("weft", [grid("2830/8300/3000/0000"), integer(0)]), grid("2832/8328/3283/2832"));
        assert_eq!(given("weft", [grid("1200/3400/1212"), integer(0)]), grid("1212/3434/1212"));
        assert!(is_undefined("weft", [grid("1200/0000"), integer(0)]));
        assert!(is_undefined("weft", [grid("0000"), integer(0)]));
    }

    #[test]
    fn noise_is_smoothed_along_stripes() {
        assert_eq!(given("restore", [grid("1223/1423/1223/1225")]), grid("1223/1223/1223/1223"));
        assert_eq!(given("restore", [grid("12124212/12121212")]), grid("12121212/12121212"));
        assert!(is_undefined("restore", [grid("12/34")]));
    }

    #[test]
    fn a_grid_is_continued() {
        assert_eq!(given("prolong", [grid("121/212"), Value::Pair(3, 5)]), grid("12121/21212/12121"));
        assert!(is_undefined("prolong", [grid("12"), Value::Pair(1, 4)]));
        assert!(is_undefined("prolong", [grid("11"), Value::Pair(1, 1000)]));
    }

    #[test]
    fn the_tile_is_what_is_repeated() {
        assert_eq!(given("smallesttile", [grid("12312/45645/12312")]), grid("123/456"));
        assert_eq!(given("smallesttile", [grid("12/34")]), grid("12/34"));
    }
}
