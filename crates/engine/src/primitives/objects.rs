//! The connected parts of a grid.

use super::rectangle::Rectangle;
use super::Args;
use crate::error::Result;
use crate::machine::Machine;
use crate::patch::{Object, Spot, Tint};
use crate::value::Value;

/// The work per cell of a grid, in units of fuel.
const CELL_FUEL: u64 = 4;

/// The memory per object besides its cells.
const OBJECT_BYTES: u64 = 120;

pub(super) fn objects(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::with_rows(machine, args[0])?;
    let [univalued, diagonal, without_bg] = [args[1], args[2], args[3]].map(Value::is_true);
    let background = match without_bg {
        true => Some(grid.histogram(machine)?.most_common()),
        false => None,
    };
    segment(machine, grid, univalued, diagonal, background)
}

/// The connected parts of a grid, of one colour or of several, without the cells of a background.
pub(super) fn segment(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    univalued: bool,
    diagonal: bool,
    background: Option<i8>,
) -> Result<Value> {
    grid.check_sides()?;
    let cells = grid.cells.len() as u64;
    machine.allocate(cells * 24)?;
    machine.spend(cells * CELL_FUEL)?;
    let mut runs = match univalued {
        true => connect::<true>(grid, diagonal, background),
        false => connect::<false>(grid, diagonal, background),
    };
    let mut parts = number(&mut runs);
    machine.allocate(parts.len() as u64 * OBJECT_BYTES)?;
    machine.allocate_items(parts.len())?;
    machine.spend(parts.len() as u64 * 60)?;
    let mut cells = gather(grid, &runs, &mut parts);
    let mut groups = Vec::with_capacity(parts.len());
    let mut rest = cells.as_mut_slice();
    let mut start = 0;
    for part in &parts {
        let (group, behind) = rest.split_at_mut(part.end - start);
        if !univalued {
            sort_by_colour(group);
        }
        groups.push((&*group, part));
        rest = behind;
        start = part.end;
    }
    // Objects share no cells, so their first cells decide their order.
    groups.sort_unstable_by_key(|(group, _)| group.first());
    let object = |(group, part): (&[Tint], &Part)| {
        let corner = Spot::on_grid(part.top, part.left);
        Value::Object(Object::on_grid(group, corner, part.bottom - part.top, part.right - part.left))
    };
    let objects: Vec<Value> = groups.into_iter().map(object).collect();
    machine.sort(&objects)?;
    Ok(Value::set_in_order(objects)?)
}

/// Cells side by side that belong to one object.
struct Run {
    row: usize,
    /// The first column, and the one behind the last.
    start: usize,
    end: usize,
    colour: i8,
    /// A run of the same object that is at or before this one, this one for an object's first; then the object's number.
    parent: usize,
}

/// The cells of a grid that belong to objects, as runs in reading order, each joined with those before it that it touches.
fn connect<const UNIVALUED: bool>(grid: Rectangle<'_>, diagonal: bool, background: Option<i8>) -> Vec<Run> {
    // No colour equals this one, so that without a background no cell is left out.
    let background = background.map_or(i16::MAX, i16::from);
    let belongs = |colour: i8| i16::from(colour) != background;
    let joins = |a: i8, b: i8| if UNIVALUED { a == b } else { belongs(b) };
    // How far beside it a run touches those of the row above.
    let reach = usize::from(diagonal);
    let mut runs: Vec<Run> = Vec::with_capacity(grid.cells.len() / 2 + 1);
    // Where the runs of the row at hand start; before, those of the row above.
    let mut here = 0;
    for (row, cells) in grid.rows().enumerate() {
        let mut above = here;
        here = runs.len();
        let mut end = 0;
        while end < cells.len() {
            let (start, colour) = (end, cells[end]);
            end += 1;
            if !belongs(colour) {
                continue;
            }
            end += cells[end..].iter().take_while(|other| joins(colour, **other)).count();
            let run = runs.len();
            runs.push(Run { row, start, end, colour, parent: run });
            // What ends before this run starts touches no later one either.
            while above < here && runs[above].end + reach <= start {
                above += 1;
            }
            for other in above..here {
                if runs[other].start >= end + reach {
                    break;
                }
                if !UNIVALUED || runs[other].colour == colour {
                    join(&mut runs, run, other);
                }
            }
        }
    }
    runs
}

/// Makes two runs parts of one object.
fn join(runs: &mut [Run], one: usize, other: usize) {
    let (one, other) = (root_of(runs, one), root_of(runs, other));
    runs[one.max(other)].parent = one.min(other);
}

/// The first of the runs joined with one so far; shortens the way to it.
fn root_of(runs: &mut [Run], mut run: usize) -> usize {
    loop {
        let parent = runs[run].parent;
        if parent == run {
            return run;
        }
        let grandparent = runs[parent].parent;
        runs[run].parent = grandparent;
        run = grandparent;
    }
}

/// What is known of an object before its cells are gathered.
struct Part {
    /// Where its cells start if those of all objects lie one behind the other; when they are gathered, where they end.
    end: usize,
    /// The first row and column that it touches, and those behind the last.
    top: usize,
    left: usize,
    bottom: usize,
    right: usize,
}

/// Replaces each run's parent by the number of its object, counted by first cells.
fn number(runs: &mut [Run]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for at in 0..runs.len() {
        let Run { row, start, end, parent, .. } = runs[at];
        let object = if parent == at {
            parts.push(Part { end: 0, top: row, left: start, bottom: row, right: end });
            parts.len() - 1
        } else {
            // The parent comes earlier, its number is known.
            runs[parent].parent
        };
        runs[at].parent = object;
        let part = &mut parts[object];
        part.end += end - start;
        (part.left, part.right, part.bottom) = (part.left.min(start), part.right.max(end), row + 1);
    }
    let mut start = 0;
    for part in &mut parts {
        start += std::mem::replace(&mut part.end, start);
    }
    parts
}

/// The cells grouped by object, each group in reading order.
fn gather(grid: Rectangle<'_>, runs: &[Run], parts: &mut [Part]) -> Vec<Tint> {
    let count = runs.iter().map(|run| run.end - run.start).sum();
    let mut gathered = vec![Tint::of(0, Spot::on_grid(0, 0)); count];
    for run in runs {
        let next = &mut parts[run.parent].end;
        let places = &mut gathered[*next..*next + run.end - run.start];
        *next += places.len();
        for ((place, column), &colour) in places.iter_mut().zip(run.start..).zip(&grid.row(run.row)[run.start..]) {
            *place = Tint::of(i32::from(colour), Spot::on_grid(run.row, column));
        }
    }
    gathered
}

/// Brings cells of a grid from reading order into natural order.
pub(super) fn sort_by_colour(cells: &mut [Tint]) {
    if cells.is_sorted() {
        return;
    }
    if cells.len() <= 32 {
        cells.sort_unstable();
        return;
    }
    // Colours of grids are bytes: count them, then put each cell behind those of its colour so far.
    let bin = |cell: &Tint| (cell.parts().0 + 128) as usize & 255;
    let mut next = [0u32; 256];
    for cell in &*cells {
        next[bin(cell)] += 1;
    }
    let mut start = 0;
    for count in &mut next {
        start += std::mem::replace(count, start);
    }
    let unsorted = cells.to_vec();
    for cell in unsorted {
        let at = &mut next[bin(&cell)];
        cells[*at as usize] = cell;
        *at += 1;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{empty_rows, given, is_undefined, some_grid};
    use super::*;
    use crate::grid::Grid;
    use crate::patch::Cell;

    /// The objects as the DSL defines them: growing each from its first cell.
    fn grown(grid: &Grid, univalued: bool, diagonal: bool, without_bg: bool) -> Value {
        let background = without_bg.then(|| grid.histogram().most_common());
        let mut seen = vec![false; grid.cells().len()];
        let mut objects = Vec::new();
        for first in 0..seen.len() {
            let colour = grid.cells()[first];
            let mut object = Vec::new();
            let mut waiting = vec![first];
            while let Some(at) = waiting.pop() {
                let other = grid.cells()[at];
                let belongs = if univalued { other == colour } else { true };
                if seen[at] || Some(other) == background || !belongs {
                    continue;
                }
                seen[at] = true;
                let (row, column) = ((at / grid.width()) as i64, (at % grid.width()) as i64);
                object.push(Cell::new(i32::from(other), row as i32, column as i32));
                for (down, right) in (-1..=1).flat_map(|d| [(d, -1), (d, 0), (d, 1)]) {
                    if diagonal || down == 0 || right == 0 {
                        waiting.extend(grid.offset(row + down, column + right));
                    }
                }
            }
            if !object.is_empty() {
                objects.push(Value::object(&object).expect("a small object"));
            }
        }
        Value::set(objects).expect("a small set")
    }

    proptest! {
        #[test]
        fn objects_are_what_grows_from_their_first_cells(
            grid in prop_oneof![some_grid(3), some_grid(12)],
            options in any::<[bool; 3]>(),
        ) {
            let Value::Grid(cells) = &grid else { unreachable!("a grid") };
            let expected = grown(cells, options[0], options[1], options[2]);
            let options = options.map(Value::Boolean);
            let args: Vec<Value> = [grid.clone()].into_iter().chain(options).collect();
            prop_assert_eq!(given("objects", &args), expected);
        }

        #[test]
        fn sorting_by_colour_is_sorting(cells in some_grid(12)) {
            let Value::Grid(cells) = &cells else { unreachable!("a grid") };
            let mut tints: Vec<Tint> = cells
                .cells()
                .iter()
                .enumerate()
                .map(|(at, &colour)| Tint::of(i32::from(colour), Spot::on_grid(0, at)))
                .collect();
            let mut sorted = tints.clone();
            sorted.sort();
            sort_by_colour(&mut tints);
            prop_assert_eq!(tints, sorted);
        }
    }

    #[test]
    fn a_grid_without_cells_has_no_most_common_colour() {
        let [yes, no] = [true, false].map(Value::Boolean);
        let args = |rows, without_bg: &Value| [empty_rows(rows), yes.clone(), yes.clone(), without_bg.clone()];
        assert!(is_undefined("objects", args(0, &yes)));
        assert!(is_undefined("objects", args(1, &yes)));
        assert!(is_undefined("objects", args(0, &no)));
        assert_eq!(given("objects", args(1, &no)), Value::empty_set());
    }
}
