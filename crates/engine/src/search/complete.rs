//! Grids that are to be completed: by their symmetries, by their periods, or to something larger.
//!
//! The hidden colour is deduced from where outputs differ from inputs. Symmetries and periods that agree with what is
//! seen are then used one after the other, until nothing changes; the output is the whole or what was hidden.

use super::assemble::assemble;
use super::moves::{apply, apply_once, constant, function, input, shared_colours};
use super::store::{EntryId, Stop, Store};
use super::tables::{combine_two, has_output_size, translate};
use super::unfold::unfold;
use super::Strategy;
use crate::grid::Grid;
use crate::primitives::completion::source;
use crate::value::Value;

/// Completes the input.
pub struct Complete;

/// The images of a grid that may show what it hides.
const IMAGES: &[&str] = &["vmirror", "hmirror", "dmirror", "cmirror", "rot180", "rot90"];

/// The directions in which a grid may have a period.
const DIRECTIONS: &[(i64, i64)] = &[(0, 1), (1, 0), (1, 1), (1, -1)];

/// How many symmetries and periods are used one after the other.
const MAX_STEPS: usize = 4;

/// How many grids are completed further at each step.
const MAX_OPEN: usize = 12;

impl Strategy for Complete {
    fn name(&self) -> &'static str {
        "complete"
    }

    fn search(&self, store: &mut Store) -> Stop {
        let Some(input) = input(store) else {
            return Stop::Exhausted;
        };
        quilt(store, input);
        continue_to_size(store, input);
        if let Some(tile) = apply(store, "smallesttile", &[input]) {
            translate(store, tile);
        }
        let is_whole = has_output_size(store, input);
        if is_whole {
            unfold(store, input);
            tile_from_corners(store, input);
            apply(store, "restore", &[input]);
            for turned in [false, true] {
                let turned = constant(store, Value::Boolean(turned));
                turned.and_then(|turned| apply(store, "regrow", &[input, turned]));
            }
        }
        if !is_whole {
            assemble(store, input);
        }
        for (grid, hidden) in hidden(store, input, is_whole) {
            if let Some(stop) = store.must_stop() {
                return stop;
            }
            complete(store, grid, hidden, is_whole);
        }
        store.must_stop().unwrap_or(Stop::Exhausted)
    }
}

/// Grids with the colour of their hidden cells, the likeliest first.
fn hidden(store: &mut Store, input: EntryId, is_whole: bool) -> Vec<(EntryId, EntryId)> {
    let mut colours: Vec<EntryId> = Vec::new();
    if is_whole {
        let Some(changed) = changed_colours(store) else {
            return Vec::new();
        };
        let fits = |colour: i64, changed: Option<i8>| changed.is_none_or(|changed| i64::from(changed) == colour);
        match changed.iter().flatten().next().map(|&colour| i64::from(colour)) {
            None => {}
            Some(first) if changed.iter().all(|&changed| fits(first, changed)) => {
                colours.extend(constant(store, Value::Integer(first)));
            }
            Some(_) => {
                for primitive in ["mostcolor", "leastcolor", "rareink"] {
                    colours.extend(apply(store, primitive, &[input]).filter(|&id| {
                        let column = store.entry(id).column().iter().zip(&changed);
                        let mut numbers = column.map(|(value, &changed)| (value.as_integer(), changed));
                        numbers.all(|(number, changed)| number.is_some_and(|number| fits(number, changed)))
                    }));
                }
            }
        }
        return colours.into_iter().map(|colour| (input, colour)).collect();
    }
    let is_smaller = |(input, output): (&Grid, &Grid)| input.cells().len() > output.cells().len();
    if !store.inputs().iter().zip(store.expected()).all(is_smaller) {
        return Vec::new();
    }
    for colour in shared_colours(store) {
        colours.extend(constant(store, Value::Integer(colour.into())));
    }
    let slab = slab_hidden(store, input);
    colours.into_iter().map(|colour| (input, colour)).chain(slab).collect()
}

/// The input with its largest rectangle hidden.
fn slab_hidden(store: &mut Store, input: EntryId) -> Option<(EntryId, EntryId)> {
    let unseen = constant(store, Value::Integer(-1))?;
    let slab = apply(store, "slab", &[input])?;
    Some((apply(store, "fill", &[input, unseen, slab])?, unseen))
}

/// The only colour of the inputs that the outputs change, for each demo sample; `None` where nothing changes.
fn changed_colours(store: &Store) -> Option<Vec<Option<i8>>> {
    let changed = |(input, output): (&Grid, &Grid)| {
        let mut cells = input.cells().iter().zip(output.cells()).filter(|(before, after)| before != after);
        let first = cells.next().map(|(&before, _)| before);
        cells.all(|(&before, _)| Some(before) == first).then_some(first)
    };
    store.inputs().iter().zip(store.expected()).map(changed).collect()
}

/// Uses symmetries and periods one after the other.
fn complete(store: &mut Store, grid: EntryId, hidden: EntryId, is_whole: bool) -> Option<()> {
    let mut open = vec![grid];
    let images: Vec<EntryId> = IMAGES.iter().filter_map(|name| function(store, name)).collect();
    let direction = |&(down, right)| constant(store, Value::Pair(down, right));
    let directions: Vec<EntryId> = DIRECTIONS.iter().filter_map(direction).collect();
    let truths: Vec<EntryId> =
        [false, true].iter().filter_map(|&truth| constant(store, Value::Boolean(truth))).collect();
    let pivots = if is_whole { pivots(store, grid, hidden) } else { Vec::new() };
    for _ in 0..MAX_STEPS {
        let mut next = Vec::new();
        for &id in &open {
            let mut mended = vec![apply_once(store, "retile", &[id, hidden]), apply_once(store, "pave", &[id, hidden])];
            mended.push(apply_once(store, "weft", &[id, hidden]));
            mended.push(apply_once(store, "heal", &[id, hidden]));
            mended.push(apply_once(store, "absorb", &[id, hidden]));
            for &direction in &directions {
                mended.push(apply_once(store, "stripe", &[id, hidden, direction]));
                mended.push(apply_once(store, "proceed", &[id, hidden, direction]));
            }
            for &upright in &truths {
                mended.push(apply_once(store, "lanes", &[id, hidden, upright]));
            }
            for &image in &images {
                mended.push(apply_once(store, "mend", &[id, hidden, image]));
                for &pivot in &pivots {
                    mended.push(apply_once(store, "pivot", &[id, hidden, pivot, image]));
                }
            }
            for id in mended.into_iter().flatten() {
                if store.must_stop().is_some() {
                    return None;
                }
                next.push(id);
                if is_whole {
                    combine_two(store, grid, id);
                } else {
                    cut(store, grid, hidden, id);
                }
            }
        }
        // What the outputs lack is filled rightly or not; without them, the more is filled the better.
        next.sort_by_cached_key(|&id| std::cmp::Reverse(progress(store, id, grid, is_whole)));
        next.truncate(store.wide(MAX_OPEN));
        open = next;
    }
    Some(())
}

/// How many cells of a completed grid are as in the outputs, or other than before where it is no output.
fn progress(store: &Store, id: EntryId, before: EntryId, is_whole: bool) -> usize {
    let same = |(a, b): (&Grid, &Grid)| a.cells().iter().zip(b.cells()).filter(|(a, b)| a == b).count();
    let grids = |id: EntryId| store.entry(id).column().iter().filter_map(Value::as_grid);
    match is_whole {
        true => grids(id).zip(store.expected()).map(same).sum(),
        false => usize::MAX - grids(id).zip(grids(before)).map(same).sum::<usize>(),
    }
}

/// The colours about whose cells a grid may be turned.
fn pivots(store: &mut Store, grid: EntryId, hidden: EntryId) -> Vec<EntryId> {
    let mut pivots = Vec::new();
    for colour in shared_colours(store) {
        pivots.extend(constant(store, Value::Integer(colour.into())));
    }
    pivots.extend(apply(store, "leastcolor", &[grid]));
    pivots.dedup();
    pivots.retain(|&pivot| pivot != hidden);
    pivots
}

/// What was hidden, cut out of the completed grid; also its mirror images.
fn cut(store: &mut Store, grid: EntryId, hidden: EntryId, completed: EntryId) -> Option<()> {
    let places = apply(store, "ofcolor", &[grid, hidden])?;
    let cut = apply(store, "subgrid", &[places, completed])?;
    if has_output_size(store, cut) {
        for image in IMAGES {
            apply(store, image, &[cut]);
        }
        translate(store, cut);
    }
    Some(())
}

/// Outputs that consist of images of a grid.
fn quilt(store: &mut Store, grid: EntryId) -> Option<EntryId> {
    let grids: Vec<Grid> =
        store.entry(grid).column().iter().map(|value| value.as_grid().cloned()).collect::<Option<_>>()?;
    let (first, output) = (grids.first()?, store.expected().first()?);
    let (rows, columns) = (output.height() / first.height(), output.width() / first.width());
    let is_quilt = |(grid, output): (&Grid, &Grid)| {
        output.height() == rows * grid.height() && output.width() == columns * grid.width()
    };
    if rows * columns < 2 || !grids.iter().zip(store.expected()).all(is_quilt) {
        return None;
    }
    let shows = |(grid, output): (&Grid, &Grid), patch: usize, turn: i8| {
        let (height, width) = (grid.height(), grid.width());
        let corner = (patch / columns * height, patch % columns * width);
        (turn & 4 == 0 || height == width)
            && (0..height).all(|row| {
                (0..width).all(|column| {
                    let shown = output.row(corner.0 + row)[corner.1 + column];
                    shown == if turn < 8 { grid.cells()[source(grid, turn, row, column)] } else { 0 }
                })
            })
    };
    let turn = |patch: usize| {
        let fits = |turn: &i8| grids.iter().zip(store.expected()).all(|pair| shows(pair, patch, *turn));
        (0..=8).find(fits)
    };
    let turns: Option<Vec<i8>> = (0..rows * columns).map(turn).collect();
    store.charge(store.expected().iter().map(|output| 10 * output.cells().len() as u64).sum());
    let turns = Grid::new(rows, columns, &turns?)?;
    let turns = constant(store, Value::Grid(turns))?;
    apply(store, "quilt", &[grid, turns])
}

/// Grids of the input's size that are tiled with what is in it, or with its largest part, from each corner.
fn tile_from_corners(store: &mut Store, grid: EntryId) -> Option<()> {
    let shape = apply(store, "shape", &[grid])?;
    let (no, yes) = (constant(store, Value::Boolean(false))?, constant(store, Value::Boolean(true))?);
    let parts = apply(store, "cutparts", &[grid, no, yes]);
    let size = function(store, "cellcount")?;
    let pieces = [apply(store, "content", &[grid]), parts.and_then(|parts| apply(store, "argmax", &[parts, size]))];
    for piece in pieces.into_iter().flatten() {
        apply(store, "tile", &[piece, shape]);
        for image in ["hmirror", "vmirror", "rot180"] {
            let turned = apply(store, image, &[piece])?;
            let tiled = apply(store, "tile", &[turned, shape])?;
            apply(store, image, &[tiled]);
        }
    }
    Some(())
}

/// Outputs to which a grid is continued by its periods.
fn continue_to_size(store: &mut Store, grid: EntryId) -> Option<()> {
    let sides = |grid: &Grid| (grid.height() as i64, grid.width() as i64);
    let pairs: Vec<_> =
        store.inputs().iter().zip(store.expected()).map(|(input, output)| (sides(input), sides(output))).collect();
    let &((height, width), (rows, columns)) = pairs.first()?;
    if pairs.iter().any(|(input, output)| output.0 < input.0 || output.1 < input.1 || input == output) {
        return None;
    }
    let mut sizes = Vec::new();
    if pairs.iter().all(|&(_, output)| output == (rows, columns)) {
        sizes.extend(constant(store, Value::Pair(rows, columns)));
    }
    let ratio = (rows / height, columns / width);
    if pairs.iter().all(|(input, output)| (input.0 * ratio.0, input.1 * ratio.1) == *output) {
        let ratio = constant(store, Value::Pair(ratio.0, ratio.1))?;
        let shape = apply(store, "shape", &[grid])?;
        sizes.extend(apply(store, "multiply", &[shape, ratio]));
    }
    for size in sizes {
        if let Some(prolonged) = apply(store, "prolong", &[grid, size]) {
            translate(store, prolonged);
        }
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::solves;

    #[test]
    fn hidden_cells_follow_from_symmetry() {
        assert!(solves(
            "complete",
            &[
                ("12621/35953/47874/35953/12699", "12621/35953/47874/35953/12621"),
                ("29972/63336/14841/63336/27472", "27472/63336/14841/63336/27472"),
                ("99562/51415/63736/51415/26562", "26562/51415/63736/51415/26562"),
            ]
        ));
    }

    #[test]
    fn hidden_cells_follow_from_periods() {
        assert!(solves(
            "complete",
            &[
                ("123123/456006/123003/456456", "123123/456456/123123/456456"),
                ("120012/343034/121212/343434", "121212/343434/121212/343434"),
                ("567567/750755/560067/755755", "567567/755755/567567/755755"),
            ]
        ));
    }

    #[test]
    fn what_was_hidden_is_the_output() {
        assert!(solves(
            "complete",
            &[
                ("12621/35953/47074/35953/12688", "21"),
                ("28872/63336/14941/63336/27472", "74"),
                ("12621/88953/47174/35953/12621", "35"),
            ]
        ));
    }

    #[test]
    fn outputs_may_be_images_put_together() {
        assert!(solves("complete", &[("12/34", "1221/3443"), ("50/67", "5005/6776"), ("89/98", "8998/9889")]));
    }

    #[test]
    fn a_pattern_is_continued() {
        assert!(solves(
            "complete",
            &[
                ("010/110/010", "020/220/020/220/020/220"),
                ("010/101/010", "020/202/020/202/020/202"),
                ("101/010/101", "202/020/202/020/202/020")
            ]
        ));
    }
}
