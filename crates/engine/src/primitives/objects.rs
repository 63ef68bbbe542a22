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
const CELL_FUEL: u64 = 10;

/// The memory per object besides its cells.
const OBJECT_BYTES: u64 = 120;

pub(super) fn objects(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::of(args[0])?;
    let [univalued, diagonal, without_bg] = [args[1], args[2], args[3]].map(Value::is_true);
    grid.check_sides()?;
    let histogram = grid.histogram(machine)?;
    let background = without_bg.then(|| histogram.most_common());
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
    let parts = if univalued {
        let spots = gather(
            grid,
            &labels,
            &mut bounds,
            Spot::on_grid(0, 0),
            |_, spot| spot,
        );
        split(&spots, &bounds, |part| {
            let first = part.first()?;
            let colour = grid.row(first.row())[first.column()];
            Object::solid(part, i32::from(colour))
        })
    } else {
        let blank = Tint::of(0, Spot::on_grid(0, 0));
        let mut tints = gather(grid, &labels, &mut bounds, blank, |colour, spot| {
            Tint::of(i32::from(colour), spot)
        });
        let mut start = 0;
        for &end in &bounds {
            sort_by_colour(&mut tints[start..end as usize]);
            start = end as usize;
        }
        split(&tints, &bounds, Object::from_tints)
    };
    Ok(Value::set(parts)?)
}

/// For each cell the position of a cell of the same object that is at or before it, itself for an object's first cell;
/// `NONE` for cells of the background.
///
/// One pass in reading order, joining each cell with the neighbours before it.
fn connect<const UNIVALUED: bool, const DIAGONAL: bool>(
    grid: Rectangle<'_>,
    background: Option<i8>,
) -> Vec<u32> {
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
                let root = match (one, two) {
                    (Some(one), Some(two)) => {
                        let one = root_of(&mut parents, one as u32);
                        let two = root_of(&mut parents, two as u32);
                        let (low, high) = (one.min(two), one.max(two));
                        parents[high as usize] = low;
                        low
                    }
                    (Some(one), None) | (None, Some(one)) => root_of(&mut parents, one as u32),
                    (None, None) => at as u32,
                };
                parents[at] = root;
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
fn gather<T: Copy>(
    grid: Rectangle<'_>,
    labels: &[u32],
    starts: &mut [u32],
    blank: T,
    make: impl Fn(i8, Spot) -> T,
) -> Vec<T> {
    let mut gathered = vec![blank; grid.cells.len()];
    let mut at = 0;
    for row in 0..grid.height {
        for column in 0..grid.width {
            let label = labels[at];
            if label != NONE {
                let next = &mut starts[label as usize];
                gathered[*next as usize] = make(grid.cells[at], Spot::on_grid(row, column));
                *next += 1;
            }
            at += 1;
        }
    }
    gathered
}

/// The objects of cells that are grouped, given the end of each group.
fn split<T>(cells: &[T], bounds: &[u32], object: impl Fn(&[T]) -> Option<Object>) -> Vec<Value> {
    let mut start = 0;
    let mut parts = Vec::with_capacity(bounds.len());
    for &end in bounds {
        parts.extend(object(&cells[start..end as usize]).map(Value::Object));
        start = end as usize;
    }
    parts
}

/// Brings cells of a grid from reading order into natural order.
pub(super) fn sort_by_colour(cells: &mut [Tint]) {
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
    if next[bin(&cells[0])] as usize == cells.len() {
        return;
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
