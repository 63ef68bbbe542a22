//! Patterns that go on: along lines that each have a period of their own, and as a whole beyond their frame.

use super::completion::{visible, Shift};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::patch::Frame;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "lanes",
        signature: "(grid: Grid, hidden: Integer, upright: Boolean) -> Grid",
        doc: "A grid in whose rows, or columns, cells of a hidden colour follow from the shortest period under which no two \
              seen cells of the same row or column differ.",
        run: lanes,
    },
    Primitive {
        name: "proceed",
        signature: "(grid: Grid, hidden: Integer, direction: IntegerTuple) -> Grid",
        doc: "A grid in which what lies in the frame around all cells but those of a hidden colour goes on beyond it by its \
              period in a direction, both ways.",
        run: proceed,
    },
    Primitive {
        name: "unfold",
        signature: "(grid: Grid, table: Grid, direction: IntegerTuple, seen: Integer) -> Grid",
        doc: "A grid in which line after line in a direction follows from the one before, as that has become: a cell's \
              colour and those of its three neighbours there, black where they are not seen by a sum of 1, 2 and 4, are \
              looked up in a table whose last column is the result; what is not there stays.",
        run: unfold,
    },
];

/// The least number of pairs of seen cells that a period must explain.
const EVIDENCE: usize = 2;

fn lanes(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, hidden, is_upright) = (args[0].grid()?, args[1].integer()?, args[2].is_true());
    let (height, width) = (grid.height(), grid.width());
    let (lines, length) = if is_upright { (width, height) } else { (height, width) };
    let place = |line: usize, at: usize| if is_upright { at * width + line } else { line * width + at };
    let cells = grid.cells();
    machine.allocate(2 * cells.len() as u64)?;
    let mut filled = cells.to_vec();
    let mut is_changed = false;
    for line in 0..lines {
        machine.spend(2 * length as u64)?;
        let seen = |at: usize| Some(cells[place(line, at)]).filter(|&colour| i64::from(colour) != hidden);
        if (0..length).all(|at| seen(at).is_some()) || (0..length).all(|at| seen(at).is_none()) {
            continue;
        }
        let Some(colours) = shortest(machine, length, seen)? else {
            continue;
        };
        machine.spend(4 * length as u64)?;
        for at in (0..length).filter(|&at| seen(at).is_none()) {
            if let Some(colour) = colours[at % colours.len()] {
                filled[place(line, at)] = colour;
                is_changed = true;
            }
        }
    }
    match is_changed {
        true => Ok(Value::Grid(grid.edited(|cells| cells.copy_from_slice(&filled)))),
        false => undefined("no line goes on"),
    }
}

/// The colours of the shortest period of a line under which no two seen cells differ, and enough agree.
fn shortest(
    machine: &mut Machine,
    length: usize,
    seen: impl Fn(usize) -> Option<i8>,
) -> Result<Option<Vec<Option<i8>>>> {
    for period in 1..length {
        machine.spend(3 * (length - period) as u64)?;
        let pairs = (period..length).filter_map(|at| Some((seen(at - period)?, seen(at)?)));
        let (mut agreeing, mut is_right) = (0, true);
        pairs.for_each(|(before, after)| {
            agreeing += 1;
            is_right &= before == after;
        });
        if !is_right || agreeing < EVIDENCE {
            continue;
        }
        // Cells further apart have to agree, too.
        machine.spend(3 * length as u64)?;
        let mut colours = vec![None; period];
        let agrees = |at: usize| seen(at).is_none_or(|colour| *colours[at % period].get_or_insert(colour) == colour);
        if (0..length).all(agrees) {
            return Ok(Some(colours));
        }
    }
    Ok(None)
}

fn proceed(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, hidden, (down, right)) = (args[0].grid()?, args[1].integer()?, args[2].pair()?);
    if (down, right) == (0, 0) || down.abs().max(right.abs()) > 1 {
        return undefined("the direction is no step to a neighbour");
    }
    let cells = visible(machine, grid, hidden)?;
    let Some(frame) = Frame::around(cells.iter().map(|cell| cell.place)) else {
        return undefined("all cells are hidden");
    };
    let (top, left) = (i64::from(frame.corner.row), i64::from(frame.corner.column));
    let (bottom, end) = (i64::from(frame.bottom()), i64::from(frame.right()));
    let is_inside = |row: i64, column: i64| (top..=bottom).contains(&row) && (left..=end).contains(&column);
    let longest = i64::from(frame.height.max(frame.width));
    let mut period: Option<Shift> = None;
    for steps in 1..longest {
        let (rows, columns) = (down * steps, right * steps);
        machine.spend(6 * (i64::from(frame.height) * i64::from(frame.width)) as u64)?;
        let (mut agreeing, mut is_right) = (0, true);
        for row in (top..=bottom).filter(|row| (top..=bottom).contains(&(row + rows))) {
            for column in (left..=end).filter(|column| (left..=end).contains(&(column + columns))) {
                let (here, there) = (grid.get(row, column), grid.get(row + rows, column + columns));
                is_right &= here == there;
                agreeing += usize::from(here.is_some_and(|colour| i64::from(colour) != hidden));
            }
        }
        if is_right && 3 * agreeing >= cells.len() {
            period = Some((rows, columns));
            break;
        }
    }
    let Some((rows, columns)) = period else {
        return undefined("the pattern has no period in the direction");
    };
    machine.allocate(grid.cells().len() as u64)?;
    let (height, width) = (grid.height() as i64, grid.width() as i64);
    let most = height.max(width) / rows.abs().max(columns.abs()) + 1;
    machine.spend((4 + 6 * most as u64) * grid.cells().len() as u64)?;
    let shown = |at: i64| {
        let (row, column) = (at / width, at % width);
        if is_inside(row, column) {
            return None;
        }
        // How often the period leads back into the frame, from either side.
        let times = (1..=most).find_map(|times| {
            [times, -times].into_iter().find(|times| is_inside(row + rows * times, column + columns * times))
        })?;
        grid.get(row + rows * times, column + columns * times)
    };
    let filled: Vec<i8> = (0..).zip(grid.cells()).map(|(at, &cell)| shown(at).unwrap_or(cell)).collect();
    match filled == grid.cells() {
        true => undefined("the pattern is whole"),
        false => Ok(Value::Grid(grid.edited(|cells| cells.copy_from_slice(&filled)))),
    }
}

/// The lines of a grid in the order in which they follow from each other, as the offsets of their cells.
pub(crate) fn unfolding(height: usize, width: usize, direction: (i64, i64)) -> Option<Vec<Vec<usize>>> {
    let row = |row: usize| (0..width).map(|column| row * width + column).collect();
    let column = |column: usize| (0..height).map(|row| row * width + column).collect();
    Some(match direction {
        (1, 0) => (0..height).map(row).collect(),
        (-1, 0) => (0..height).rev().map(row).collect(),
        (0, 1) => (0..width).map(column).collect(),
        (0, -1) => (0..width).rev().map(column).collect(),
        _ => return None,
    })
}

/// A cell with the line before its own.
#[derive(Clone, Copy)]
pub(crate) struct Follower<'a> {
    /// The cell's offset.
    pub(crate) place: usize,
    /// Where it stands in its line.
    at: usize,
    /// The offsets of the cells of the line before.
    before: &'a [usize],
}

/// The cells of all lines but the first, in the order in which they follow.
pub(crate) fn followers(lines: &[Vec<usize>]) -> impl Iterator<Item = Follower<'_>> {
    lines.windows(2).flat_map(|pair| {
        let follower = |(at, &place)| Follower { place, at, before: &pair[0] };
        pair[1].iter().enumerate().map(follower)
    })
}

impl Follower<'_> {
    /// What the cell follows from: a colour of its own, and those in a grid of its neighbours before that are seen.
    pub(crate) fn foregoing(self, own: i8, cells: &[i8], seen: i64) -> [i8; 4] {
        let neighbour = |number: usize| {
            let at = (self.at + number).checked_sub(1).filter(|_| seen >> number & 1 == 1);
            at.and_then(|at| self.before.get(at)).map_or(0, |&place| cells[place])
        };
        [own, neighbour(0), neighbour(1), neighbour(2)]
    }
}

fn unfold(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, table, seen) = (args[0].grid()?, args[1].grid()?, args[3].integer()?);
    let Some(lines) = unfolding(grid.height(), grid.width(), args[2].pair()?) else {
        return undefined("the direction is not that of rows or columns");
    };
    if table.width() != 5 || !(1..8).contains(&seen) {
        return undefined("the table has not five columns, or what is seen is not numbered from 1 to 7");
    }
    machine.allocate(10 * grid.cells().len() as u64)?;
    machine.spend((8 + 2 * table.height() as u64) * grid.cells().len() as u64)?;
    let mut cells = grid.cells().to_vec();
    for follower in followers(&lines) {
        let known = follower.foregoing(cells[follower.place], &cells, seen);
        if let Some(row) = table.rows().find(|row| row[..4] == known) {
            cells[follower.place] = row[4];
        }
    }
    Ok(Value::Grid(grid.edited(|edited| edited.copy_from_slice(&cells))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    #[test]
    fn each_lane_has_a_period_of_its_own() {
        let lanes = |text: &str, upright| given("lanes", [grid(text), integer(0), Value::Boolean(upright)]);
        assert_eq!(lanes("121200/000000/345345/340345/222200", false), grid("121212/000000/345345/345345/222222"));
        assert_eq!(lanes("13/24/13/24/13/20", true), grid("13/24/13/24/13/24"));
        assert!(is_undefined("lanes", [grid("1200"), integer(0), Value::Boolean(false)]));
        assert!(is_undefined("lanes", [grid("12"), integer(0), Value::Boolean(false)]));
    }

    #[test]
    fn a_pattern_goes_on_beyond_its_frame() {
        let right = || Value::Pair(0, 1);
        assert_eq!(given("proceed", [grid("01001000/11011000"), integer(0), right()]), grid("01001001/11011011"));
        let slanting = given("proceed", [grid("1000/0200/0010/0000"), integer(0), Value::Pair(1, 1)]);
        assert_eq!(slanting, grid("1000/0200/0010/0002"));
        assert!(is_undefined("proceed", [grid("0120/0000"), integer(0), right()]));
        assert!(is_undefined("proceed", [grid("0000"), integer(0), right()]));
        assert!(is_undefined("proceed", [grid("1100"), integer(0), Value::Pair(0, 0)]));
    }

    #[test]
    fn each_line_follows_from_the_one_before() {
        let down = Value::Pair(1, 0);
        // Coloured where one of the two diagonally above is.
        let table = || grid("01003/00013");
        let given_down = given("unfold", [grid("00100/00000/00000"), table(), down.clone(), integer(5)]);
        assert_eq!(given_down, grid("00100/03030/00000"));
        let growing = given("unfold", [grid("00100/00000/00000"), grid("01001/00011"), down.clone(), integer(5)]);
        assert_eq!(growing, grid("00100/01010/10001"));
        let sideways = given("unfold", [grid("100/020"), grid("00101"), Value::Pair(0, 1), integer(2)]);
        assert_eq!(sideways, grid("111/020"));
        assert!(is_undefined("unfold", [grid("10"), grid("001"), down.clone(), integer(2)]));
        assert!(is_undefined("unfold", [grid("10"), grid("00101"), Value::Pair(1, 1), integer(2)]));
        assert!(is_undefined("unfold", [grid("10"), grid("00101"), down, integer(8)]));
    }
}
