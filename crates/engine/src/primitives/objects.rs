//! The connected parts of a grid.

use super::rectangle::Rectangle;
use super::runs::Joined;
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
    let joined = match (univalued, diagonal) {
        (false, false) => connect::<false, false>(grid, background),
        (false, true) => connect::<false, true>(grid, background),
        (true, false) => connect::<true, false>(grid, background),
        (true, true) => connect::<true, true>(grid, background),
    };
    machine.allocate(joined.count as u64 * OBJECT_BYTES)?;
    machine.allocate_items(joined.count)?;
    machine.spend(joined.count as u64 * 60)?;
    let (mut cells, bounds) = gather(grid, &joined);
    let mut groups = Vec::with_capacity(bounds.len());
    let mut rest = cells.as_mut_slice();
    let mut start = 0;
    for &end in &bounds {
        let (group, behind) = rest.split_at_mut(end - start);
        if !univalued {
            sort_by_colour(group);
        }
        groups.push(&*group);
        rest = behind;
        start = end;
    }
    // Objects share no cells, so their first cells decide their order.
    groups.sort_unstable_by_key(|group| group.first());
    let objects: Vec<Value> = groups.into_iter().filter_map(Object::from_tints).map(Value::Object).collect();
    machine.sort(&objects)?;
    Ok(Value::set_in_order(objects)?)
}

/// The objects' cells, without those of a background.
fn connect<const UNIVALUED: bool, const DIAGONAL: bool>(grid: Rectangle<'_>, background: Option<i8>) -> Joined {
    let joins = |a: i8, b: i8| !UNIVALUED || a == b;
    match background {
        Some(background) => Joined::new::<DIAGONAL>(grid.cells, grid.width, |colour: i8| colour != background, joins),
        None => Joined::new::<DIAGONAL>(grid.cells, grid.width, |_| true, joins),
    }
}

/// The cells grouped by object, each group in reading order, and where the groups end.
fn gather(grid: Rectangle<'_>, joined: &Joined) -> (Vec<Tint>, Vec<usize>) {
    let mut ends = vec![0; joined.count];
    for run in &joined.runs {
        ends[run.part] += run.end - run.start;
    }
    let mut start = 0;
    for end in &mut ends {
        start += std::mem::replace(end, start);
    }
    let mut gathered = vec![Tint::of(0, Spot::on_grid(0, 0)); start];
    let (mut row, mut left) = (0, 0);
    for run in &joined.runs {
        while run.start >= left + grid.width {
            row += 1;
            left += grid.width;
        }
        let at = ends[run.part];
        ends[run.part] += run.end - run.start;
        let targets = &mut gathered[at..ends[run.part]];
        for ((target, &colour), column) in
            targets.iter_mut().zip(&grid.cells[run.start..run.end]).zip(run.start - left..)
        {
            *target = Tint::of(i32::from(colour), Spot::on_grid(row, column));
        }
    }
    (gathered, ends)
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
    // Colours of grids are bytes, nearly always digits: count them.
    match cells.iter().all(|cell| (0..16).contains(&cell.parts().0)) {
        true => count_colours::<16>(cells, 0),
        false => count_colours::<256>(cells, i32::from(i8::MIN)),
    }
}

/// Puts each cell behind those of its colour so far; all colours must lie within so many from the least one on.
fn count_colours<const BINS: usize>(cells: &mut [Tint], least: i32) {
    let bin = |cell: &Tint| (cell.parts().0 - least) as usize % BINS;
    let mut next = [0u32; BINS];
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
