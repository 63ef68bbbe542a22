//! Grids of the outputs' size: what is known of them, and the plain ones that others may not have made.

use crate::grid::Grid;
use crate::search::catalogue;
use crate::search::finish::same_size;
use crate::search::moves::{apply, constant};
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many times as large as the input an output may be.
const MAX_RATIO: usize = 6;

/// Grids of the outputs' size: some of the cheapest, in the order of their cost, then some of the nearest to the outputs.
pub fn frames(store: &mut Store, input: EntryId, limit: usize) -> Vec<EntryId> {
    if !fits(store, input) {
        enlarge(store, input);
        cut(store, input);
    }
    let grids = store.ids().filter(|&id| store.entry(id).ty == catalogue::grid());
    let mut frames: Vec<EntryId> = grids.filter(|&id| fits(store, id)).collect();
    store.charge(store.len() as u64 * 4);
    frames.sort_by_key(|&id| (store.entry(id).cost, id));
    let mut nearest: Vec<(usize, EntryId)> = frames.iter().skip(limit).map(|&id| (differing(store, id), id)).collect();
    let cells: usize = store.expected().iter().map(|grid| grid.cells().len()).sum();
    store.charge((nearest.len() * (cells / 16 + 8)) as u64);
    nearest.sort_unstable();
    frames.truncate(limit);
    frames.extend(nearest.iter().take(limit / 2).map(|&(_, id)| id));
    frames
}

/// In how many cells an entry differs from the demo outputs, whose size it has.
fn differing(store: &Store, id: EntryId) -> usize {
    let pairs = store.entry(id).column().iter().zip(store.expected());
    let differing = pairs.map(|(value, expected)| match value {
        Value::Grid(grid) => grid.cells().iter().zip(expected.cells()).filter(|(a, b)| a != b).count(),
        _ => 0,
    });
    differing.sum()
}

/// Whether an entry has the size of every demo output.
fn fits(store: &Store, id: EntryId) -> bool {
    let size_fits = |(value, expected): (&Value, &Grid)| match value {
        Value::Grid(grid) => same_size(grid, expected),
        _ => false,
    };
    store.entry(id).column().iter().zip(store.expected()).all(size_fits)
}

/// The ratios of the outputs' sides to the inputs', if they are whole and the same for all pairs.
fn ratios(store: &Store) -> Option<(usize, usize)> {
    let mut ratios = store.inputs().iter().zip(store.expected()).map(|(input, output)| {
        let whole = |a: usize, b: usize| (a % b == 0).then_some(a / b);
        Some((whole(output.height(), input.height())?, whole(output.width(), input.width())?))
    });
    let first = ratios.next()??;
    let is_same = ratios.all(|ratio| ratio == Some(first));
    (is_same && first.0.max(first.1) <= MAX_RATIO).then_some(first)
}

/// The input enlarged and repeated to the outputs' size.
fn enlarge(store: &mut Store, input: EntryId) -> Option<()> {
    let (down, right) = ratios(store)?;
    let rows = constant(store, Value::Integer(down as i64))?;
    let columns = constant(store, Value::Integer(right as i64))?;
    if down == right {
        apply(store, "upscale", &[input, rows]);
    } else {
        let wide = apply(store, "hupscale", &[input, columns])?;
        apply(store, "vupscale", &[wide, rows]);
    }
    let mut wide = input;
    for _ in 1..right {
        wide = apply(store, "hconcat", &[wide, input])?;
    }
    let mut tiled = wide;
    for _ in 1..down {
        tiled = apply(store, "vconcat", &[tiled, wide])?;
    }
    Some(())
}

/// Parts of the input as large as the outputs: halves, thirds and quarters, with lines between them or not.
fn cut(store: &mut Store, input: EntryId) -> Option<()> {
    let sides = |grid: &Grid| (grid.height(), grid.width());
    let mut pairs = store.inputs().iter().zip(store.expected()).map(|(input, output)| (sides(input), sides(output)));
    let first = pairs.next()?;
    let is_constant = pairs.all(|pair| pair == first);
    for half in ["tophalf", "bottomhalf", "lefthalf", "righthalf"] {
        if let Some(part) = apply(store, half, &[input]) {
            for half in ["lefthalf", "righthalf"] {
                apply(store, half, &[part]);
            }
        }
    }
    if !is_constant {
        return Some(());
    }
    let ((height, width), (rows, columns)) = first;
    let corners = |whole: usize, part: usize| -> Vec<usize> {
        let is_cut = |&gap: &usize| (whole + gap) % (part + gap) == 0;
        let count = |gap: usize| (whole + gap) / (part + gap);
        match [0, 1].iter().copied().find(is_cut) {
            Some(gap) if count(gap) <= MAX_RATIO => (0..count(gap)).map(|at| at * (part + gap)).collect(),
            _ => Vec::new(),
        }
    };
    let shape = constant(store, Value::Pair(rows as i64, columns as i64))?;
    for row in corners(height, rows) {
        for column in corners(width, columns) {
            let corner = constant(store, Value::Pair(row as i64, column as i64))?;
            apply(store, "crop", &[input, corner, shape]);
        }
    }
    Some(())
}
