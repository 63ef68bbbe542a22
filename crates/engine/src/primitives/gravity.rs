//! Cells and parts that move or spread over the ground in a direction.

use std::cmp::Reverse;

use smallvec::SmallVec;

use super::components::{components, Padded};
use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "fall",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "A grid whose cells that are not black have fallen in a direction as far as they can.",
        run: |machine, args| fall(machine, args[0].grid()?, direction(args[1])?, None),
    },
    Primitive {
        name: "smear",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "A grid in which each colour is drawn on in a direction up to the next cell that is not black.",
        run: |machine, args| smear(machine, args[0].grid()?, direction(args[1])?),
    },
    Primitive {
        name: "link",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "A grid in which two cells of one colour with nothing but black between them in a direction are joined.",
        run: |machine, args| {
            along(machine, args[0].grid()?, direction(args[1])?, |line, cells| {
                let mut last: Option<usize> = None;
                for place in 0..line.length {
                    let colour = cells[line.at(place)];
                    if colour == 0 {
                        continue;
                    }
                    if let Some(start) = last.filter(|&start| cells[line.at(start)] == colour) {
                        for between in start + 1..place {
                            cells[line.at(between)] = colour;
                        }
                    }
                    last = Some(place);
                }
            })
        },
    },
    Primitive {
        name: "sink",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "A grid whose connected parts have fallen whole in a direction until they touch the border or each other.",
        run: |machine, args| sink(machine, args[0].grid()?, direction(args[1])?, None),
    },
    Primitive {
        name: "shifted",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "A grid moved by a vector; what leaves it is lost, what comes in is black.",
        run: |machine, args| moved(machine, args[0].grid()?, args[1].pair()?, false),
    },
    Primitive {
        name: "rolled",
        signature: "(grid: Grid, direction: IntegerTuple) -> Grid",
        doc: "A grid moved by a vector; what leaves it comes in on the other side.",
        run: |machine, args| moved(machine, args[0].grid()?, args[1].pair()?, true),
    },
    Primitive {
        name: "spread",
        signature: "(grid: Grid, diagonal: Boolean) -> Grid",
        doc:
            "A grid whose black cells take the colour of the nearest other cell, steps over corners counted as one or \
              not allowed.",
        run: |machine, args| spread(machine, args[0].grid()?, args[1].is_true()),
    },
    Primitive {
        name: "flood",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid in which each black region that touches one other colour only takes that colour.",
        run: |machine, args| flood(machine, args[0].grid()?),
    },
];

/// A direction argument: one of the eight to neighbours.
pub(super) fn direction(value: &Value) -> Result<(isize, isize)> {
    let (down, right) = value.pair()?;
    if (down, right) == (0, 0) {
        return undefined("the direction is zero");
    }
    Ok((down.signum() as isize, right.signum() as isize))
}

/// Cells one behind the other in a direction, up to the border.
#[derive(Clone, Copy)]
struct Line {
    start: usize,
    step: isize,
    length: usize,
}

impl Line {
    /// The position of a cell of the line in the grid.
    #[inline]
    fn at(self, place: usize) -> usize {
        self.start.wrapping_add_signed(place as isize * self.step)
    }
}

/// A copy changed along each line of cells in a direction.
fn along(
    machine: &mut Machine,
    grid: &Grid,
    direction: (isize, isize),
    mut change: impl FnMut(Line, &mut [i8]),
) -> Result<Value> {
    machine.allocate(grid.cells().len() as u64 + 24)?;
    machine.spend(3 * grid.cells().len() as u64)?;
    let (height, width) = (grid.height(), grid.width());
    let step = direction.0 * width as isize + direction.1;
    // The place on a side before which there is none, and how many there are from one on.
    let first = |length: usize, step: isize| if step == 1 { 0 } else { length - 1 };
    let room = |at: usize, length: usize, step: isize| match step {
        0 => usize::MAX,
        1 => length - at,
        _ => at + 1,
    };
    Ok(Value::Grid(grid.edited(|cells| {
        for row in 0..height {
            let columns = match (direction.0 != 0 && row == first(height, direction.0), direction.1) {
                (true, _) => 0..width,
                (false, 0) => continue,
                (false, right) => first(width, right)..first(width, right) + 1,
            };
            for column in columns {
                let length = room(row, height, direction.0).min(room(column, width, direction.1));
                change(Line { start: row * width + column, step, length }, cells);
            }
        }
    })))
}

/// Lets the cells of a grid that are not black fall; those of a fixed colour stay.
pub(super) fn fall(machine: &mut Machine, grid: &Grid, direction: (isize, isize), fixed: Option<i8>) -> Result<Value> {
    along(machine, grid, direction, |line, cells| {
        let mut ground = line.length;
        for place in (0..line.length).rev() {
            let cell = &mut cells[line.at(place)];
            if Some(*cell) == fixed {
                ground = place;
                continue;
            }
            let colour = std::mem::take(cell);
            if colour != 0 {
                ground -= 1;
                cells[line.at(ground)] = colour;
            }
        }
    })
}

fn smear(machine: &mut Machine, grid: &Grid, (down, right): (isize, isize)) -> Result<Value> {
    machine.allocate(grid.cells().len() as u64 + 24)?;
    machine.spend(3 * grid.cells().len() as u64)?;
    let (height, width) = (grid.height(), grid.width());
    let draw_on = |cell: &mut i8, colour: i8| {
        if *cell == 0 {
            *cell = colour;
        }
        *cell
    };
    Ok(Value::Grid(grid.edited(|cells| match down {
        0 => {
            for line in cells.chunks_exact_mut(width) {
                let drawn_on = |colour, cell| draw_on(cell, colour);
                match right {
                    1 => line.iter_mut().fold(0, drawn_on),
                    _ => line.iter_mut().rev().fold(0, drawn_on),
                };
            }
        }
        // A row after the other takes what the one before it has: a vector operation.
        _ => {
            let (to, from) = (right.max(0) as usize, (-right).max(0) as usize);
            for step in 1..height {
                let (before, line) = if down == 1 {
                    let (before, rest) = cells.split_at_mut(step * width);
                    (&before[(step - 1) * width..], &mut rest[..width])
                } else {
                    let (rest, before) = cells.split_at_mut((height - step) * width);
                    (&before[..width], &mut rest[(height - step - 1) * width..])
                };
                line[to..].iter_mut().zip(&before[from..]).for_each(|(cell, &colour)| {
                    draw_on(cell, colour);
                });
            }
        }
    })))
}

/// Lets the connected parts of a grid fall whole; what is of a fixed colour stays.
pub(super) fn sink(machine: &mut Machine, grid: &Grid, direction: (isize, isize), fixed: Option<i8>) -> Result<Value> {
    let falls = |colour: i8| colour != 0 && Some(colour) != fixed;
    let mut parts = components(machine, grid, true, falls, |_, _| true)?;
    let (cells, width) = (grid.cells(), grid.width());
    machine.allocate(3 * cells.len() as u64)?;
    let mut colours = cells.to_vec();
    // The cells of each part side by side, and where those of the next one start.
    let mut ends = vec![0; parts.count + 1];
    parts.labels.iter().for_each(|&label| ends[usize::from(label)] += u32::from(label != 0));
    let mut start = 0;
    for end in &mut ends {
        start += std::mem::replace(end, start);
    }
    let mut members = vec![0; start as usize];
    for (at, &label) in parts.labels.iter().enumerate() {
        if label != 0 {
            let next = &mut ends[usize::from(label)];
            members[*next as usize] = at;
            *next += 1;
        }
    }
    if fixed.is_some() {
        for (label, _) in parts.labels.iter_mut().zip(cells).filter(|(_, &colour)| Some(colour) == fixed) {
            *label = u16::MAX;
        }
    }
    let step = direction.0 * width as isize + direction.1;
    let ahead = |at: usize| (at / width) as isize * direction.0 + (at % width) as isize * direction.1;
    // How far a cell is from the border.
    let room = |at: usize| {
        let to_side = |at: usize, length: usize, step: isize| match step {
            0 => usize::MAX,
            1 => length - 1 - at,
            _ => at,
        };
        to_side(at / width, grid.height(), direction.0).min(to_side(at % width, width, direction.1))
    };
    // Parts ahead move first; then the others follow, until none can move.
    let of_part = |part: usize| ends[part] as usize..ends[part + 1] as usize;
    let mut order: Vec<usize> = (0..parts.count).collect();
    order.sort_by_cached_key(|&part| Reverse(members[of_part(part)].iter().map(|&at| ahead(at)).max()));
    let mut is_moving = true;
    while is_moving {
        is_moving = false;
        for &part in &order {
            let label = part as u16 + 1;
            let members = &mut members[of_part(part)];
            let is_free = |at: usize| parts.labels[at] == 0 || parts.labels[at] == label;
            let mut distance = usize::MAX;
            for &at in &*members {
                let onward = (1..=distance.min(room(at))).map(|steps| at.wrapping_add_signed(steps as isize * step));
                distance = onward.take_while(|&next| is_free(next)).count();
            }
            // As much as for trying one step after the other, up to the first that fails.
            machine.spend((distance as u64 + 1) * (4 * members.len() as u64 + 10))?;
            if distance == 0 {
                continue;
            }
            let carried: SmallVec<[i8; 32]> = members.iter().map(|&at| std::mem::take(&mut colours[at])).collect();
            members.iter().for_each(|&at| parts.labels[at] = 0);
            for (at, &colour) in members.iter_mut().zip(&carried) {
                *at = at.wrapping_add_signed(distance as isize * step);
                parts.labels[*at] = label;
                colours[*at] = colour;
            }
            is_moving = true;
        }
    }
    Ok(Value::Grid(grid.edited(|cells| cells.copy_from_slice(&colours))))
}

fn moved(machine: &mut Machine, grid: &Grid, (down, right): (i64, i64), wraps: bool) -> Result<Value> {
    machine.allocate(grid.cells().len() as u64 + 24)?;
    machine.spend(3 * grid.cells().len() as u64)?;
    let (height, width) = (grid.height(), grid.width());
    let turn = |offset: i64, length: usize| offset.rem_euclid(length as i64) as usize;
    let (row_turn, column_turn) = (turn(down, height), turn(right, width));
    // What a move leaves within the grid.
    let left_over = |offset: i64, length: usize| {
        let offset = offset.clamp(-(length as i64), length as i64);
        (offset.max(0) as usize, (-offset).max(0) as usize)
    };
    let ((top, skipped), (to, from)) = (left_over(down, height), left_over(right, width));
    Ok(Value::Grid(grid.edited(|cells| {
        if wraps {
            for (row, target) in cells.chunks_exact_mut(width).enumerate() {
                let (left, right) = grid.row((row + height - row_turn) % height).split_at(width - column_turn);
                target[..column_turn].copy_from_slice(right);
                target[column_turn..].copy_from_slice(left);
            }
            return;
        }
        cells.fill(0);
        for (target, line) in cells.chunks_exact_mut(width).skip(top).zip(grid.rows().skip(skipped)) {
            target[to..width - from].copy_from_slice(&line[from..width - to]);
        }
    })))
}

fn spread(machine: &mut Machine, grid: &Grid, diagonal: bool) -> Result<Value> {
    let count = grid.cells().len();
    machine.allocate(9 * count as u64 + 24)?;
    machine.spend(6 * count as u64)?;
    let mut padded = Padded::new(grid, -1);
    let Padded { cells, stride } = &padded;
    let mut front = Vec::with_capacity(count);
    for row in 1..=grid.height() {
        front.extend((row * stride + 1..=row * stride + grid.width()).filter(|&at| cells[at] != 0));
    }
    match diagonal {
        true => spread_from::<8>(&mut padded, front),
        false => spread_from::<4>(&mut padded, front),
    }
    Ok(Value::Grid(padded.inside(grid)))
}

/// Gives the cells that are not black their colours to the black ones around, step by step.
fn spread_from<const STEPS: usize>(padded: &mut Padded, mut front: Vec<usize>) {
    let steps: [isize; STEPS] = padded.steps();
    let cells = &mut padded.cells;
    let mut next = Vec::with_capacity(front.capacity());
    while !front.is_empty() {
        for &at in &front {
            for step in steps {
                let place = at.wrapping_add_signed(step);
                if cells[place] == 0 {
                    cells[place] = cells[at];
                    next.push(place);
                }
            }
        }
        front.clear();
        std::mem::swap(&mut front, &mut next);
    }
}

fn flood(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    let regions = components(machine, grid, false, |colour| colour == 0, |_, _| true)?;
    machine.allocate(grid.cells().len() as u64 + 24)?;
    machine.spend(5 * grid.cells().len() as u64)?;
    // For each region the only other colour that it touches, or none if there are several.
    let mut touched: Vec<Option<i8>> = vec![Some(0); regions.count + 1];
    let padded = Padded::new(grid, 0);
    let steps: [isize; 4] = padded.steps();
    for (row, labels) in regions.labels.chunks_exact(grid.width()).enumerate() {
        let start = (row + 1) * padded.stride + 1;
        for (place, &label) in (start..).zip(labels) {
            if label == 0 {
                continue;
            }
            for step in steps {
                let colour = padded.cells[place.wrapping_add_signed(step)];
                let known = &mut touched[usize::from(label)];
                *known = match *known {
                    Some(0) => Some(colour),
                    Some(only) if colour == 0 || colour == only => Some(only),
                    _ => None,
                };
            }
        }
    }
    Ok(Value::Grid(grid.edited(|cells| {
        for (cell, &label) in cells.iter_mut().zip(&regions.labels) {
            if label != 0 {
                *cell = touched[usize::from(label)].unwrap_or(0);
            }
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use crate::value::Value;

    const DOWN: Value = Value::Pair(1, 0);
    const RIGHT: Value = Value::Pair(0, 1);

    #[test]
    fn cells_fall_one_by_one_and_parts_whole() {
        assert_eq!(given("fall", [grid("12/00/30"), DOWN]), grid("00/10/32"));
        assert_eq!(given("fall", [grid("102"), Value::Pair(0, -1)]), grid("120"));
        assert_eq!(given("sink", [grid("110/100/000/003"), DOWN]), grid("000/000/110/103"));
        assert!(is_undefined("fall", [grid("1"), Value::Pair(0, 0)]));
    }

    #[test]
    fn colours_are_drawn_on_up_to_the_next() {
        assert_eq!(given("smear", [grid("10020"), RIGHT]), grid("11122"));
        assert_eq!(given("smear", [grid("100/000/002"), Value::Pair(1, 1)]), grid("100/010/002"));
        assert_eq!(given("link", [grid("1001020"), RIGHT]), grid("1111020"));
    }

    #[test]
    fn what_leaves_a_grid_is_lost_or_comes_in_again() {
        assert_eq!(given("shifted", [grid("12/34"), DOWN]), grid("00/12"));
        assert_eq!(given("rolled", [grid("12/34"), RIGHT]), grid("21/43"));
    }

    #[test]
    fn colours_spread_to_the_nearest_cells() {
        assert_eq!(given("spread", [grid("1000002"), Value::Boolean(false)]), grid("1111222"));
        assert_eq!(given("flood", [grid("0103/0102")]), grid("1103/1102"));
    }
}
