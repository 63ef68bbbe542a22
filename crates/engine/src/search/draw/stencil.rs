//! Stencils: the constant pattern around all cells of a colour, deduced from the demo outputs.

use std::collections::BTreeMap;

use crate::grid::Grid;
use crate::patch::{Cell, Place};
use crate::primitives::ground;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How far from a cell its pattern reaches.
const REACH: i32 = 6;

/// In how many samples a cell of a pattern must have been seen.
const MIN_SAMPLES: usize = 2;

/// What is known of an offset from all anchors at which it lies on ground.
struct Sight {
    colour: i8,
    /// How many samples show that the cell is drawn.
    samples: usize,
    /// The last of them.
    last: Option<usize>,
}

/// The pattern drawn on the ground around all cells of a colour, if there is one: a tuple of cells as offsets.
pub(super) fn deduce(store: &mut Store, base: EntryId, colour: i8) -> Option<Value> {
    let mut sights: BTreeMap<(i32, i32), Option<Sight>> = BTreeMap::new();
    let mut anchors = 0;
    let pairs = store.entry(base).column().iter().zip(store.expected());
    for (sample, (value, expected)) in pairs.enumerate() {
        let Value::Grid(grid) = value else {
            return None;
        };
        let ground = ground(grid);
        for place in places_of(grid, colour) {
            anchors += 1;
            see(&mut sights, (grid, expected), ground, place, sample);
        }
    }
    store.charge(20 + anchors * (2 * REACH as u64 + 1).pow(2) * 8);
    let cells = sights.iter().filter_map(|(&(row, column), sight)| {
        let sight = sight.as_ref().filter(|sight| sight.samples >= MIN_SAMPLES)?;
        Some(Cell::new(i32::from(sight.colour), row, column))
    });
    let stencil = connected(cells.collect());
    if stencil.is_empty() {
        return None;
    }
    Value::tuple(stencil.into_iter().map(Value::Cell).collect()).ok()
}

fn places_of(grid: &Grid, colour: i8) -> impl Iterator<Item = (i32, i32)> + '_ {
    let width = grid.width();
    let cells = grid.cells().iter().enumerate().filter(move |(_, &cell)| cell == colour);
    cells.map(move |(at, _)| ((at / width) as i32, (at % width) as i32))
}

/// Compares what lies around an anchor with what is known; `None` marks offsets of different colours.
fn see(
    sights: &mut BTreeMap<(i32, i32), Option<Sight>>,
    (grid, expected): (&Grid, &Grid),
    ground: i8,
    (row, column): (i32, i32),
    sample: usize,
) {
    for down in -REACH..=REACH {
        for right in -REACH..=REACH {
            let Some(at) = grid.offset(i64::from(row + down), i64::from(column + right)) else {
                continue;
            };
            let (before, after) = (grid.cells()[at], expected.cells()[at]);
            if before != ground && (down, right) != (0, 0) {
                continue;
            }
            let sight = sights.entry((down, right)).or_insert(Some(Sight { colour: after, samples: 0, last: None }));
            match sight {
                Some(known) if known.colour == after => {
                    if before != after && known.last != Some(sample) {
                        known.samples += 1;
                        known.last = Some(sample);
                    }
                }
                _ => *sight = None,
            }
        }
    }
}

/// The cells connected to the anchor, side by side or at corners.
fn connected(cells: Vec<Cell>) -> Vec<Cell> {
    let mut kept: Vec<Cell> = Vec::new();
    let mut left = cells;
    loop {
        let touches = |cell: &Cell| {
            let near =
                |place: Place| (cell.place.row - place.row).abs() <= 1 && (cell.place.column - place.column).abs() <= 1;
            near(Place::new(0, 0)) || kept.iter().any(|other| near(other.place))
        };
        let (joined, rest): (Vec<Cell>, Vec<Cell>) = left.into_iter().partition(touches);
        left = rest;
        if joined.is_empty() {
            kept.sort_unstable();
            return kept;
        }
        kept.extend(joined);
    }
}
