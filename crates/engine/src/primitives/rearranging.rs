//! Cells and parts put elsewhere around what stays, and cells repaired by what is around them.

use super::components::Padded;
use super::gravity::{direction, fall, sink};
use super::pictures::colour;
use super::scenes::ground_of;
use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "settle",
        signature: "(grid: Grid, color: Integer, direction: IntegerTuple) -> Grid",
        doc: "A grid whose cells have fallen in a direction as far as they can; those of one colour, and black, stay.",
        run: |machine, args| {
            let fixed = colour(args[1])?;
            fall(machine, args[0].grid()?, direction(args[2])?, Some(fixed))
        },
    },
    Primitive {
        name: "sinkupon",
        signature: "(grid: Grid, color: Integer, direction: IntegerTuple) -> Grid",
        doc:
            "A grid whose connected parts have fallen whole in a direction until they touch the border, each other or a \
              cell of one colour, which stays.",
        run: |machine, args| sink(machine, args[0].grid()?, direction(args[2])?, Some(colour(args[1])?)),
    },
    Primitive {
        name: "assorted",
        signature: "(grid: Grid, descending: Boolean) -> Grid",
        doc: "A grid whose columns that are not black have changed places so that the fewest coloured cells come first, or \
              last; the black columns stay.",
        run: |machine, args| assorted(machine, args[0].grid()?, args[1].is_true()),
    },
    Primitive {
        name: "smoothed",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid in which each cell that none around it equals has the most common colour around it.",
        run: |machine, args| smoothed(machine, args[0].grid()?),
    },
    Primitive {
        name: "heal",
        signature: "(grid: Grid, color: Integer) -> Grid",
        doc: "A grid whose cells of one colour take the most common other colour around them, from the edges inwards.",
        run: |machine, args| heal(machine, args[0].grid()?, colour(args[1])?),
    },
    Primitive {
        name: "absorb",
        signature: "(grid: Grid, color: Integer) -> Grid",
        doc: "A grid whose cells of one colour take the colour of two cells over their edges that are alike and no ground, \
              and become ground where there are none.",
        run: |machine, args| absorb(machine, args[0].grid()?, colour(args[1])?),
    },
    Primitive {
        name: "bands",
        signature: "(grid: Grid) -> Grid",
        doc: "The most common colours but black of a grid's rows, or of its columns if these are more of one colour each, \
              without repetitions.",
        run: |machine, args| bands(machine, args[0].grid()?),
    },
];

fn assorted(machine: &mut Machine, grid: &Grid, descending: bool) -> Result<Value> {
    let (count, width) = (grid.cells().len() as u64, grid.width());
    machine.allocate(count + 16 * width as u64 + 24)?;
    machine.spend(4 * count + 10 * width as u64)?;
    let mut inks = vec![0usize; width];
    for row in grid.rows() {
        inks.iter_mut().zip(row).for_each(|(ink, &colour)| *ink += usize::from(colour != 0));
    }
    let places: Vec<usize> = (0..width).filter(|&column| inks[column] > 0).collect();
    let mut sorted = places.clone();
    match descending {
        true => sorted.sort_by_key(|&column| std::cmp::Reverse(inks[column])),
        false => sorted.sort_by_key(|&column| inks[column]),
    }
    Ok(Value::Grid(grid.edited(|cells| {
        for (target, row) in cells.chunks_exact_mut(width).zip(grid.rows()) {
            places.iter().zip(&sorted).for_each(|(&to, &from)| target[to] = row[from]);
        }
    })))
}

/// The most common colour around a cell, a neighbour over an edge counted twice, that may take part; the least of several.
fn around(padded: &Padded, steps: &[isize; 8], at: usize, takes_part: impl Fn(i8) -> bool) -> Option<i8> {
    let mut counts = [0u8; 10];
    for (number, step) in steps.iter().enumerate() {
        let colour = padded.cells[at.wrapping_add_signed(*step)];
        if let Some(count) = usize::try_from(colour).ok().and_then(|colour| counts.get_mut(colour)) {
            *count += u8::from(takes_part(colour)) * if number < 4 { 2 } else { 1 };
        }
    }
    let best = (0..10).max_by_key(|&colour| (counts[colour], std::cmp::Reverse(colour)))?;
    (counts[best] > 0).then_some(best as i8)
}

/// The places of a grid's cells in its padded form.
fn places(grid: &Grid, stride: usize) -> impl Iterator<Item = usize> {
    let (height, width) = (grid.height(), grid.width());
    (1..=height).flat_map(move |row| row * stride + 1..row * stride + 1 + width)
}

fn smoothed(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    machine.allocate(5 * grid.cells().len() as u64 + 24)?;
    machine.spend(10 * grid.cells().len() as u64)?;
    let padded = Padded::new(grid, -1);
    let steps: [isize; 8] = padded.steps();
    Ok(Value::Grid(grid.edited(|cells| {
        for (cell, at) in cells.iter_mut().zip(places(grid, padded.stride)) {
            let is_alone = steps.iter().all(|step| padded.cells[at.wrapping_add_signed(*step)] != *cell);
            if is_alone {
                *cell = around(&padded, &steps, at, |_| true).unwrap_or(*cell);
            }
        }
    })))
}

fn heal(machine: &mut Machine, grid: &Grid, ill: i8) -> Result<Value> {
    let count = grid.cells().len() as u64;
    machine.allocate(32 * count + 24)?;
    machine.spend(2 * count)?;
    let mut padded = Padded::new(grid, -1);
    let steps: [isize; 8] = padded.steps();
    let mut left: Vec<usize> = places(grid, padded.stride).filter(|&at| padded.cells[at] == ill).collect();
    let mut healed: Vec<(usize, i8)> = Vec::new();
    while !left.is_empty() {
        machine.spend(20 * left.len() as u64)?;
        healed.extend(left.iter().filter_map(|&at| Some((at, around(&padded, &steps, at, |colour| colour != ill)?))));
        if healed.is_empty() {
            break;
        }
        healed.drain(..).for_each(|(at, colour)| padded.cells[at] = colour);
        left.retain(|&at| padded.cells[at] == ill);
    }
    Ok(Value::Grid(padded.inside(grid)))
}

fn absorb(machine: &mut Machine, grid: &Grid, ill: i8) -> Result<Value> {
    let count = grid.cells().len() as u64;
    machine.allocate(32 * count + 24)?;
    machine.spend(2 * count)?;
    let ground = ground_of(machine, grid)?;
    let mut padded = Padded::new(grid, -1);
    let steps: [isize; 8] = padded.steps();
    let mut left: Vec<usize> = places(grid, padded.stride).filter(|&at| padded.cells[at] == ill).collect();
    loop {
        machine.spend(10 * left.len() as u64)?;
        let taken = |&at: &usize| {
            let mut beside = [0; 4];
            beside
                .iter_mut()
                .zip(&steps)
                .for_each(|(colour, step)| *colour = padded.cells[at.wrapping_add_signed(*step)]);
            let is_body = |colour: &&i8| **colour >= 0 && **colour != ground && **colour != ill;
            let twice =
                (1..4).find_map(|last| beside[..last].iter().filter(is_body).find(|&&colour| colour == beside[last]));
            twice.map(|&colour| (at, colour))
        };
        let healed: Vec<(usize, i8)> = left.iter().filter_map(taken).collect();
        if healed.is_empty() {
            break;
        }
        healed.into_iter().for_each(|(at, colour)| padded.cells[at] = colour);
        left.retain(|&at| padded.cells[at] == ill);
    }
    left.into_iter().for_each(|at| padded.cells[at] = ground);
    Ok(Value::Grid(padded.inside(grid)))
}

fn bands(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    machine.allocate(10 * grid.cells().len() as u64 + 24)?;
    machine.spend(4 * grid.cells().len() as u64 + 30 * (grid.height() + grid.width()) as u64)?;
    let (height, width) = (grid.height(), grid.width());
    let rows = lines(height, |row| grid.row(row).iter().copied());
    let columns = lines(width, |column| grid.rows().map(move |row| row[column]));
    let total = |lines: &[(i8, u32)]| lines.iter().map(|&(_, count)| count).sum::<u32>();
    let is_lying = total(&rows) >= total(&columns);
    let mut colours: Vec<i8> = if is_lying { rows } else { columns }.into_iter().map(|(colour, _)| colour).collect();
    colours.dedup();
    let made = if is_lying { Grid::new(colours.len(), 1, &colours) } else { Grid::new(1, colours.len(), &colours) };
    match made {
        Some(grid) => Ok(Value::Grid(grid)),
        None => undefined("all is black"),
    }
}

/// The most common colours of lines but black, the least of several, and how many cells have them; without black lines.
fn lines<C: Iterator<Item = i8>>(count: usize, cells: impl Fn(usize) -> C) -> Vec<(i8, u32)> {
    let line = |number: usize| {
        let mut counts = [0u32; 10];
        for colour in cells(number) {
            if let Some(count) = usize::try_from(colour).ok().and_then(|colour| counts.get_mut(colour)) {
                *count += 1;
            }
        }
        let best = (1..10).max_by_key(|&colour| (counts[colour], std::cmp::Reverse(colour)))?;
        (counts[best] > 0).then_some((best as i8, counts[best]))
    };
    (0..count).filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use crate::value::Value;

    const DOWN: Value = Value::Pair(1, 0);

    #[test]
    fn cells_and_parts_fall_upon_what_stays() {
        assert_eq!(given("settle", [grid("12/00/50/30"), integer(5), DOWN]), grid("00/10/50/32"));
        assert_eq!(given("sinkupon", [grid("110/010/005/000"), integer(5), DOWN]), grid("000/000/115/010"));
        assert_eq!(given("sinkupon", [grid("110/000/500/000"), integer(5), DOWN]), grid("000/110/500/000"));
        assert!(is_undefined("settle", [grid("1"), integer(5), Value::Pair(0, 0)]));
        assert!(is_undefined("settle", [grid("1"), integer(500), DOWN]));
    }

    #[test]
    fn columns_are_sorted_among_the_black_ones() {
        assert_eq!(given("assorted", [grid("1000/1030/1032"), Value::Boolean(false)]), grid("0001/0031/2031"));
        assert_eq!(given("assorted", [grid("0001/2001"), Value::Boolean(true)]), grid("1000/1002"));
    }

    #[test]
    fn single_cells_take_the_colour_around() {
        assert_eq!(given("smoothed", [grid("111/121/111")]), grid("111/111/111"));
        assert_eq!(given("smoothed", [grid("1122/1122")]), grid("1122/1122"));
        assert_eq!(given("heal", [grid("1155/1155"), integer(5)]), grid("1111/1111"));
        assert_eq!(given("heal", [grid("55/55"), integer(5)]), grid("55/55"));
        assert_eq!(given("heal", [grid("11522/15552/11522"), integer(5)]), grid("11122/11122/11122"));
    }

    #[test]
    fn noise_is_absorbed_by_what_it_lies_in() {
        let noisy = grid("00500/05110/01510/01110/00005");
        assert_eq!(given("absorb", [noisy, integer(5)]), grid("00000/01110/01110/01110/00000"));
        assert_eq!(given("absorb", [grid("11/11"), integer(5)]), grid("11/11"));
    }

    #[test]
    fn bands_are_read_across_or_down() {
        assert_eq!(given("bands", [grid("111/121/000/222/333")]), grid("1/2/3"));
        assert_eq!(given("bands", [grid("12003/12203/12003")]), grid("123"));
        assert!(is_undefined("bands", [grid("00")]));
    }
}
