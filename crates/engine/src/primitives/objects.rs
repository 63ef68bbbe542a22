//! The connected parts of a grid.

use super::rectangle::Rectangle;
use super::Args;
use crate::error::Result;
use crate::machine::Machine;
use crate::patch::{Object, Spot, Tint};
use crate::value::Value;

/// What marks a cell that belongs to no object.
const NONE: u32 = u32::MAX;

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
    let mut labels = match (univalued, diagonal) {
        (false, false) => connect::<false, false>(grid, background),
        (false, true) => connect::<false, true>(grid, background),
        (true, false) => connect::<true, false>(grid, background),
        (true, true) => connect::<true, true>(grid, background),
    };
    let mut bounds = number(&mut labels);
    machine.allocate(bounds.len() as u64 * OBJECT_BYTES)?;
    machine.allocate_items(bounds.len())?;
    machine.spend(bounds.len() as u64 * 60)?;
    let mut cells = gather(grid, &labels, &mut bounds);
    let mut groups = Vec::with_capacity(bounds.len());
    let mut rest = cells.as_mut_slice();
    let mut start = 0;
    for &end in &bounds {
        let (group, behind) = rest.split_at_mut((end - start) as usize);
        if !univalued {
            sort_by_colour(group);
        }
        groups.push(&*group);
        rest = behind;
        start = end;
    }
    // Objects share no cells, so their first cells decide their order.
    groups.sort_unstable_by_key(|group| group.first());
    let objects = groups.into_iter().filter_map(Object::from_tints);
    machine.set(objects.map(Value::Object).collect())
}

/// For each cell the position of a cell of the same object that is at or before it, itself for an object's first cell;
/// `NONE` for cells of the background.
///
/// One pass in reading order, joining each cell with the neighbours before it.
fn connect<const UNIVALUED: bool, const DIAGONAL: bool>(grid: Rectangle<'_>, background: Option<i8>) -> Vec<u32> {
    // No colour equals this one, so that without a background no cell is left out.
    let background = background.map_or(i16::MAX, i16::from);
    let (cells, width) = (grid.cells, grid.width);
    let belongs = |colour: i8| i16::from(colour) != background;
    let joins = |a: i8, b: i8| if UNIVALUED { a == b } else { belongs(b) };
    let mut parents = vec![NONE; cells.len()];
    let mut at = 0;
    for row in 0..grid.height {
        for column in 0..width {
            let colour = cells[at];
            if belongs(colour) {
                let joined = |from: usize| joins(colour, cells[from]).then_some(from);
                let left = if column > 0 { joined(at - 1) } else { None };
                let up = if row > 0 { joined(at - width) } else { None };
                // Neighbours that are neighbours of each other are joined already: at most two need joining.
                let (one, two) = match (left, up) {
                    (_, Some(up)) if DIAGONAL => (Some(up), None),
                    (left, None) if DIAGONAL && row > 0 => {
                        let up_left = || (column > 0).then(|| joined(at - width - 1)).flatten();
                        let up_right = (column + 1 < width).then(|| joined(at + 1 - width));
                        (left.or_else(up_left), up_right.flatten())
                    }
                    (left, up) => (left, up),
                };
                parents[at] = match (one, two) {
                    (Some(one), Some(two)) if parents[one] != parents[two] => {
                        let one = root_of(&mut parents, one as u32);
                        let two = root_of(&mut parents, two as u32);
                        let (low, high) = (one.min(two), one.max(two));
                        parents[high as usize] = low;
                        low
                    }
                    (Some(one), _) | (None, Some(one)) => parents[one],
                    (None, None) => at as u32,
                };
            }
            at += 1;
        }
    }
    parents
}

/// The first cell of those joined with a cell so far; shortens the way to it.
fn root_of(parents: &mut [u32], mut cell: u32) -> u32 {
    loop {
        let parent = parents[cell as usize];
        if parent == cell {
            return cell;
        }
        let grandparent = parents[parent as usize];
        parents[cell as usize] = grandparent;
        cell = grandparent;
    }
}

/// Replaces each cell's parent by the number of its object, counted by first cells; gives each object's first position
/// if the cells are grouped by object.
fn number(parents: &mut [u32]) -> Vec<u32> {
    let mut counts: Vec<u32> = Vec::new();
    for at in 0..parents.len() {
        let parent = parents[at];
        if parent == NONE {
            continue;
        }
        let object = if parent as usize == at {
            counts.push(0);
            counts.len() as u32 - 1
        } else {
            // The parent comes earlier, its number is known.
            parents[parent as usize]
        };
        parents[at] = object;
        counts[object as usize] += 1;
    }
    let mut start = 0;
    for count in &mut counts {
        start += std::mem::replace(count, start);
    }
    counts
}

/// The cells grouped by object, each group in reading order; turns the groups' starts into their ends.
fn gather(grid: Rectangle<'_>, labels: &[u32], starts: &mut [u32]) -> Vec<Tint> {
    let mut gathered = vec![Tint::of(0, Spot::on_grid(0, 0)); grid.cells.len()];
    let mut at = 0;
    for row in 0..grid.height {
        for column in 0..grid.width {
            let label = labels[at];
            if label != NONE {
                let next = &mut starts[label as usize];
                let colour = i32::from(grid.cells[at]);
                gathered[*next as usize] = Tint::of(colour, Spot::on_grid(row, column));
                *next += 1;
            }
            at += 1;
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
