//! Lines whose colours follow from what they start at and lead to, whatever these colours are.

use super::scenes::ground_of;
use super::segmentation::uniform_lines;
use super::strokes::{axes, charge_copy, colour_of, free_run, places, Way};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::primitives::rectangle::Rectangle;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "weave",
        signature: "(grid: Grid, axes: Integer) -> Grid",
        doc: "A grid with lines between cells of equal colours under all that is between them along rows (0), columns \
              (1), both (2), diagonals (3) or all (4).",
        run: weave,
    },
    Primitive {
        name: "shine",
        signature: "(grid: Grid, axes: Integer) -> Grid",
        doc: "A grid with lines both ways over the ground from all cells in their own colours along rows (0), columns \
              (1), both (2), diagonals (3) or all (4).",
        run: shine,
    },
    Primitive {
        name: "tether",
        signature: "(grid: Grid) -> Grid",
        doc:
            "A grid with lines over the ground along rows and columns from lone cells to larger things, in the cells' \
              colours.",
        run: |machine, args| {
            let aims = aims(machine, args[0].grid()?)?;
            Ok(Value::Grid(args[0].grid()?.edited(|cells| {
                for aim in aims {
                    aim.run.iter().for_each(|&at| cells[at] = aim.colour);
                }
            })))
        },
    },
    Primitive {
        name: "stain",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid where lone cells colour the cell of a larger thing that they face along a row or a column.",
        run: |machine, args| {
            let aims = aims(machine, args[0].grid()?)?;
            Ok(Value::Grid(args[0].grid()?.edited(|cells| aims.iter().for_each(|aim| cells[aim.end] = aim.colour))))
        },
    },
    Primitive {
        name: "clearings",
        signature: "(grid: Grid, value: Integer, dimensions: IntegerTuple, line: Integer) -> Grid",
        doc: "A grid with rectangles of a size that have one colour only filled with another, one after the other in reading \
              order, so that they do not overlap.",
        run: windows,
    },
];

fn weave(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let ways = axes(args[1])?;
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    // Lines from border to border divide the grid and are not joined to each other.
    let rectangle = Rectangle::with_rows(machine, args[0])?;
    let (rows, columns) = uniform_lines(machine, rectangle)?;
    let is_divider = |place: Way| rows[place.0 as usize] || columns[place.1 as usize];
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    for (from, &colour) in places(grid).zip(grid.cells()) {
        if colour == ground || is_divider(from) {
            continue;
        }
        for &way in ways {
            let start = drawn.len();
            let mut place = (from.0 + way.0, from.1 + way.1);
            let mut is_joined = false;
            while let Some(at) = grid.offset(place.0, place.1) {
                machine.spend(4)?;
                let there = grid.cells()[at];
                if there == colour && !is_divider(place) {
                    is_joined = true;
                    break;
                }
                if there == ground {
                    drawn.push((at, colour));
                }
                place = (place.0 + way.0, place.1 + way.1);
            }
            if !is_joined {
                drawn.truncate(start);
            }
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, colour)| cells[at] = colour))))
}

fn shine(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let ways = axes(args[1])?;
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    for (from, &colour) in places(grid).zip(grid.cells()).filter(|(_, &colour)| colour != ground) {
        for &(down, right) in ways {
            for way in [(down, right), (-down, -right)] {
                drawn.extend(free_run(grid, ground, from, way).map(|at| (at, colour)));
            }
        }
    }
    machine.spend(4 * drawn.len() as u64)?;
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, colour)| cells[at] = colour))))
}

/// A lone cell that faces a larger thing.
struct Aim {
    colour: i8,
    /// The ground between them.
    run: Vec<usize>,
    /// The thing's cell that it faces.
    end: usize,
}

fn aims(machine: &mut Machine, grid: &Grid) -> Result<Vec<Aim>> {
    const WAYS: [Way; 4] = [(-1, 0), (0, -1), (0, 1), (1, 0)];
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let lies = |place: Way| grid.get(place.0, place.1).is_some_and(|colour| colour != ground);
    let beside = |place: Way, way: Way| (place.0 + way.0, place.1 + way.1);
    let colour_at = |place: Way| grid.get(place.0, place.1);
    let is_single = |place: Way| !WAYS.iter().any(|&way| colour_at(beside(place, way)) == colour_at(place));
    // Cells of different colours may lie side by side and be lone all the same.
    let is_lone = |place: Way| {
        let beside = WAYS.iter().map(|&way| beside(place, way));
        is_single(place) && beside.filter(|&other| lies(other)).all(is_single)
    };
    let mut aims = Vec::new();
    for (from, &colour) in places(grid).zip(grid.cells()).filter(|(_, &colour)| colour != ground) {
        machine.spend(40)?;
        if !is_lone(from) {
            continue;
        }
        for way in WAYS {
            let run: Vec<usize> = free_run(grid, ground, from, way).collect();
            let steps = run.len() as i64 + 1;
            machine.spend(40 + 4 * steps as u64)?;
            let end = (from.0 + way.0 * steps, from.1 + way.1 * steps);
            if let Some(at) = grid.offset(end.0, end.1).filter(|_| !is_lone(end)) {
                aims.push(Aim { colour, run, end: at });
            }
        }
    }
    Ok(aims)
}

fn windows(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let colour = args[1].integer()?;
    let (height, width) = args[2].pair()?;
    let line = colour_of(args[3])?;
    if height < 1 || width < 1 {
        return undefined("a rectangle has cells");
    }
    charge_copy(machine, grid)?;
    machine.allocate(grid.cells().len() as u64)?;
    let (down, right) = (grid.height() as i64 - height, grid.width() as i64 - width);
    let mut is_free: Vec<bool> = grid.cells().iter().map(|&cell| i64::from(cell) == colour).collect();
    let mut drawn: Vec<usize> = Vec::new();
    for row in 0..=down.max(-1) {
        for column in 0..=right.max(-1) {
            let start = drawn.len();
            machine.spend(10)?;
            let corners = (0..height).flat_map(|i| (0..width).map(move |j| (row + i, column + j)));
            for (i, j) in corners {
                match grid.offset(i, j).filter(|&at| is_free[at]) {
                    Some(at) => drawn.push(at),
                    None => {
                        drawn.truncate(start);
                        break;
                    }
                }
            }
            drawn[start..].iter().for_each(|&at| is_free[at] = false);
            machine.spend(5 * (drawn.len() - start) as u64)?;
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|at| cells[at] = line))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    #[test]
    fn lines_pass_under_what_is_between() {
        assert_eq!(given("weave", [grid("10201/00000"), integer(0)]), grid("11211/00000"));
        assert_eq!(given("weave", [grid("10310/00300"), integer(0)]), grid("11310/00300"));
        assert_eq!(given("weave", [grid("0030/1031/0030"), integer(0)]), grid("0030/1131/0030"));
    }

    #[test]
    fn cells_shine_in_their_own_colours() {
        assert_eq!(given("shine", [grid("00000/02030"), integer(0)]), grid("00000/22333"));
        assert!(is_undefined("shine", [grid("00"), integer(9)]));
    }

    #[test]
    fn lone_cells_reach_larger_things() {
        let scene = || grid("300022/000022/000000/000003");
        assert_eq!(given("tether", [scene()]), grid("333322/000022/000003/000003"));
        assert_eq!(given("stain", [scene()]), grid("300032/000023/000000/000003"));
        assert_eq!(given("tether", [grid("1002")]), grid("1002"));
        assert_eq!(given("stain", [grid("1022/3022/0000")]), grid("1012/3032/0000"));
    }

    #[test]
    fn windows_of_one_colour_are_filled() {
        let filled = given("clearings", [grid("1001/0001/1100"), integer(0), Value::Pair(2, 2), integer(5)]);
        assert_eq!(filled, grid("1551/0551/1100"));
        let filled = given("clearings", [grid("000/000/000"), integer(0), Value::Pair(2, 2), integer(5)]);
        assert_eq!(filled, grid("550/550/000"));
        assert_eq!(given("clearings", [grid("00"), integer(0), Value::Pair(2, 2), integer(5)]), grid("00"));
        assert!(is_undefined("clearings", [grid("00"), integer(0), Value::Pair(0, 2), integer(5)]));
    }
}
