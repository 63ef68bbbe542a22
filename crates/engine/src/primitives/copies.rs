//! Copies of what a grid shows whole, made where it shows a part of it.

use super::components::components;
use super::scenes::ground_of;
use super::strokes::{charge_copy, Way};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "replicate",
        signature: "(grid: Grid, value: Integer, image: Integer, keep: Boolean) -> Grid",
        doc: "A grid in which things that are all cells of a colour, or of some colour for 10, of a pattern in an image \
              by its number, in any size for 9, or in any image and size for 8, become copies of that pattern, which stays \
              or not.",
        run: replicate,
    },
    Primitive {
        name: "echo",
        signature: "(grid: Grid, once: Boolean) -> Grid",
        doc: "A grid in which a thing is repeated where a smaller one is a part of it, in the smaller one's colour and on \
              in that direction, or once only.",
        run: echo,
    },
];

/// Stands for any colour.
const ANY_COLOUR: i64 = 10;

/// Stands for any image, also scaled up.
const ANY_IMAGE: i64 = 8;

/// Stands for the pattern as it is, also scaled up.
const ANY_SIZE: i64 = 9;

/// How many times as large as its pattern a copy is at most.
const MAX_SCALE: i64 = 4;

/// How many patterns are copied, and of how many cells at most.
const MAX_PATTERNS: usize = 6;
const MAX_CELLS: usize = 120;

/// Among how many things some are taken for parts of others.
const MAX_THINGS: usize = 40;

/// A cell of a pattern, beside the corner of its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Dot {
    row: i64,
    column: i64,
    colour: i8,
}

/// The connected parts of what lies on the ground, and for each cell the number of its part.
struct Things {
    parts: Vec<Vec<usize>>,
    of: Vec<Option<usize>>,
}

impl Things {
    fn new(machine: &mut Machine, grid: &Grid, ground: i8, univalued: bool) -> Result<Things> {
        let found = components(machine, grid, true, |colour| colour != ground, |a, b| !univalued || a == b)?;
        machine.allocate(24 * (found.count + grid.cells().len()) as u64)?;
        machine.spend(grid.cells().len() as u64)?;
        let mut parts = vec![Vec::new(); found.count];
        let number = |label: &u16| usize::from(*label).checked_sub(1);
        let of: Vec<Option<usize>> = found.labels.iter().map(number).collect();
        for (at, part) in of.iter().enumerate() {
            if let Some(part) = part {
                parts[*part].push(at);
            }
        }
        Ok(Things { parts, of })
    }

    /// The cells of a part, beside the corner of its frame.
    fn dots(&self, grid: &Grid, part: usize) -> Vec<Dot> {
        let width = grid.width();
        let place = |at: usize| ((at / width) as i64, (at % width) as i64);
        let cells = &self.parts[part];
        let top = cells.iter().map(|&at| place(at).0).min().unwrap_or(0);
        let left = cells.iter().map(|&at| place(at).1).min().unwrap_or(0);
        let dot = |&at: &usize| Dot { row: place(at).0 - top, column: place(at).1 - left, colour: grid.cells()[at] };
        cells.iter().map(dot).collect()
    }
}

/// An image of a pattern, scaled up.
fn imaged(dots: &[Dot], image: i64, scale: i64) -> Vec<Dot> {
    let height = dots.iter().map(|dot| dot.row).max().unwrap_or(0);
    let width = dots.iter().map(|dot| dot.column).max().unwrap_or(0);
    let turned = dots.iter().map(|dot| {
        let row = if image & 1 == 0 { dot.row } else { height - dot.row };
        let column = if image & 2 == 0 { dot.column } else { width - dot.column };
        let (row, column) = if image & 4 == 0 { (row, column) } else { (column, row) };
        Dot { row, column, ..*dot }
    });
    let steps = || (0..scale).flat_map(|down| (0..scale).map(move |right| (down, right)));
    let mut scaled: Vec<Dot> = turned
        .flat_map(|dot| {
            steps().map(move |(down, right)| Dot {
                row: scale * dot.row + down,
                column: scale * dot.column + right,
                colour: dot.colour,
            })
        })
        .collect();
    scaled.sort_unstable();
    scaled
}

/// Where a part of a pattern is shown.
struct Fit {
    /// How many cells are shown.
    shown: usize,
    /// The parts that they make up.
    parts: Vec<usize>,
    /// What is to be painted.
    missing: Vec<(usize, i8)>,
    /// Whether there is no doubt which image of the pattern is shown.
    is_told: bool,
}

fn replicate(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (colour, image, keep) = (args[1].integer()?, args[2].integer()?, args[3].is_true());
    if !(0..=ANY_SIZE).contains(&image) {
        return undefined("images are numbered from 0 to 7");
    }
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let things = Things::new(machine, grid, ground, false)?;
    let is_pattern = |&part: &usize| {
        let cells = &things.parts[part];
        let first = grid.cells()[cells[0]];
        (3..=MAX_CELLS).contains(&cells.len()) && cells.iter().any(|&at| grid.cells()[at] != first)
    };
    let mut patterns: Vec<usize> = (0..things.parts.len()).filter(is_pattern).collect();
    patterns.sort_by_key(|&part| std::cmp::Reverse(things.parts[part].len()));
    patterns.truncate(MAX_PATTERNS);
    let mut found: Vec<(usize, Fit)> = Vec::new();
    for &pattern in &patterns {
        let fits = fits(machine, (grid, ground), &things, pattern, (colour, image))?;
        found.extend(fits.into_iter().map(|fit| (pattern, fit)));
    }
    // What shows most of its pattern is taken for a copy first.
    found.sort_by_key(|(_, fit)| std::cmp::Reverse(fit.shown));
    let mut painted = grid.cells().to_vec();
    let mut is_copy = vec![false; things.parts.len()];
    let mut is_source = vec![false; things.parts.len()];
    for (pattern, fit) in found {
        if is_copy[pattern] || fit.parts.iter().any(|&part| is_copy[part] || is_source[part]) {
            continue;
        }
        fit.parts.iter().for_each(|&part| is_copy[part] = true);
        is_source[pattern] = true;
        fit.missing.iter().for_each(|&(at, colour)| painted[at] = colour);
    }
    for pattern in patterns.into_iter().filter(|&pattern| is_source[pattern] && !keep) {
        things.parts[pattern].iter().for_each(|&at| painted[at] = ground);
    }
    Ok(Value::Grid(grid.edited(|cells| cells.copy_from_slice(&painted))))
}

/// Where a grid shows parts of a pattern that hold all of its cells of some colour.
fn fits(
    machine: &mut Machine,
    (grid, ground): (&Grid, i8),
    things: &Things,
    pattern: usize,
    (wanted, wanted_image): (i64, i64),
) -> Result<Vec<Fit>> {
    let dots = things.dots(grid, pattern);
    let mut colours: Vec<i8> = dots.iter().map(|dot| dot.colour).collect();
    colours.sort_unstable();
    colours.dedup();
    let is_two_coloured = colours.len() == 2;
    let (images, scales) = match wanted_image {
        ANY_IMAGE => (0..8, 1..=MAX_SCALE),
        ANY_SIZE => (0..1, 1..=MAX_SCALE),
        image => (image..image + 1, 1..=1),
    };
    let mut seen: Vec<Vec<Dot>> = Vec::new();
    let mut found: Vec<Fit> = Vec::new();
    // A copy consists of squares, and so do the parts that show some of it.
    let is_shown = |scale: &i64| {
        let square = (scale * scale) as usize;
        things.parts.iter().enumerate().any(|(part, cells)| part != pattern && cells.len() % square == 0)
    };
    machine.spend(2 * things.parts.len() as u64)?;
    let scales = scales.filter(is_shown);
    for (scale, image) in scales.flat_map(|scale| images.clone().map(move |image| (scale, image))) {
        machine.allocate(24 * dots.len() as u64 * (scale * scale) as u64)?;
        machine.spend(20 * dots.len() as u64 * (scale * scale) as u64)?;
        let dots = imaged(&dots, image, scale);
        let alike = seen.iter().filter(|known| known.len() == dots.len()).count();
        machine.spend((2 * (alike + 1) * dots.len()) as u64)?;
        if seen.contains(&dots) {
            continue;
        }
        for &anchor in colours.iter().filter(|&&colour| wanted == ANY_COLOUR || wanted == i64::from(colour)) {
            let mut anchors = dots.iter().filter(|dot| dot.colour == anchor);
            let Some(first) = anchors.next() else {
                continue;
            };
            // A single cell may not tell one image from another.
            let is_told = wanted_image != ANY_IMAGE || anchors.next().is_some();
            machine.spend(grid.cells().len() as u64)?;
            for (at, _) in grid.cells().iter().enumerate().filter(|(_, &colour)| colour == anchor) {
                if things.of[at].is_none_or(|part| part == pattern) {
                    continue;
                }
                let offset = ((at / grid.width()) as i64 - first.row, (at % grid.width()) as i64 - first.column);
                let fit = fit(machine, (grid, ground), things, &dots, (anchor, offset), is_two_coloured)?;
                let fit = fit.filter(|fit| !fit.parts.contains(&pattern));
                found.extend(fit.map(|fit| Fit { is_told, ..fit }));
            }
        }
        seen.push(dots);
    }
    machine.spend(40 * found.len() as u64)?;
    found.sort_by(|a, b| a.parts.cmp(&b.parts));
    let groups = found.chunk_by(|a, b| a.parts == b.parts);
    let doubtful: Vec<bool> = groups
        .flat_map(|group| {
            let is_open = group.iter().any(|fit| fit.missing != group[0].missing);
            group.iter().map(move |fit| is_open && !fit.is_told)
        })
        .collect();
    let mut doubtful = doubtful.into_iter();
    found.retain(|_| !doubtful.next().unwrap_or(false));
    Ok(found)
}

/// What a grid shows of a pattern at an offset: all cells of one colour, and of the others what it may.
///
/// The other colour of two may be changed for another.
fn fit(
    machine: &mut Machine,
    (grid, ground): (&Grid, i8),
    things: &Things,
    dots: &[Dot],
    (anchor, offset): (i8, Way),
    is_two_coloured: bool,
) -> Result<Option<Fit>> {
    let mut fit = Fit { shown: 0, parts: Vec::new(), missing: Vec::new(), is_told: true };
    let mut changed: Option<i8> = None;
    let mut looked_at = 0;
    let mut is_right = true;
    for dot in dots {
        looked_at += 1;
        let Some(at) = grid.offset(dot.row + offset.0, dot.column + offset.1) else {
            is_right &= dot.colour != anchor;
            continue;
        };
        let there = grid.cells()[at];
        if there == ground && dot.colour != anchor {
            fit.missing.push((at, dot.colour));
            continue;
        }
        let is_same = there == dot.colour
            || (is_two_coloured && dot.colour != anchor && there != anchor && *changed.get_or_insert(there) == there);
        is_right &= is_same && there != ground;
        if !is_right {
            break;
        }
        fit.shown += 1;
        fit.parts.extend(things.of[at]);
    }
    machine.spend(6 * looked_at)?;
    if !is_right || fit.missing.is_empty() {
        return Ok(None);
    }
    if let Some(changed) = changed {
        let is_mixed = dots.iter().any(|dot| {
            let there = grid.get(dot.row + offset.0, dot.column + offset.1);
            dot.colour != anchor && there == Some(dot.colour)
        });
        if is_mixed {
            return Ok(None);
        }
        fit.missing.iter_mut().filter(|(_, colour)| *colour != anchor).for_each(|(_, colour)| *colour = changed);
    }
    machine.allocate((16 * fit.missing.len() + 8 * fit.parts.len()) as u64)?;
    fit.missing.sort_unstable();
    fit.parts.sort_unstable();
    fit.parts.dedup();
    let whole: usize = fit.parts.iter().map(|&part| things.parts[part].len()).sum();
    Ok((whole == fit.shown).then_some(fit))
}

fn echo(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    const WAYS: [Way; 8] = [(-1, 0), (1, 0), (0, -1), (0, 1), (-1, -1), (-1, 1), (1, -1), (1, 1)];
    let grid = args[0].grid()?;
    let is_once = args[1].is_true();
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let things = Things::new(machine, grid, ground, true)?;
    let side = grid.height().max(grid.width()) as i64;
    if things.parts.len() > MAX_THINGS {
        return undefined("there are too many things");
    }
    let colour_of = |part: usize| grid.cells()[things.parts[part][0]];
    let shifted = |at: usize, way: Way, steps: i64| {
        let (row, column) = ((at / grid.width()) as i64, (at % grid.width()) as i64);
        grid.offset(row + way.0 * steps, column + way.1 * steps)
    };
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    for part in 0..things.parts.len() {
        let cells = &things.parts[part];
        let is_larger = |&other: &usize| things.parts[other].len() > cells.len() && colour_of(other) != colour_of(part);
        let larger = (0..things.parts.len()).filter(is_larger);
        let mut best: Option<(i64, Way, usize)> = None;
        for other in larger {
            for way in WAYS {
                // The smaller thing is the near end of the copy: the furthest one that holds it is meant.
                let mut furthest = None;
                for steps in 1..side {
                    let is_of_other =
                        |at: &usize| shifted(*at, way, -steps).is_some_and(|from| things.of[from] == Some(other));
                    let outside = cells.iter().position(|at| !is_of_other(at));
                    machine.spend(8 + 4 * outside.unwrap_or(cells.len()) as u64)?;
                    if outside.is_some() {
                        continue;
                    }
                    machine.spend(6 * things.parts[other].len() as u64)?;
                    let is_free = |&at: &usize| {
                        let there = shifted(at, way, steps);
                        there.is_none_or(|to| grid.cells()[to] == ground || things.of[to] == Some(part))
                    };
                    if things.parts[other].iter().all(is_free) {
                        furthest = Some((steps, way, other));
                    }
                }
                best = furthest.filter(|far| best.is_none_or(|known| far.0 < known.0)).or(best);
            }
        }
        let Some((steps, way, other)) = best else {
            continue;
        };
        for times in 1..=if is_once { 1 } else { side } {
            let start = drawn.len();
            let copy = things.parts[other].iter().filter_map(|&at| shifted(at, way, steps * times));
            drawn.extend(copy.map(|at| (at, colour_of(part))));
            machine.allocate(16 * (drawn.len() - start) as u64)?;
            machine.spend(4 * things.parts[other].len() as u64)?;
            if drawn.len() == start {
                break;
            }
        }
    }
    drawn.retain(|&(at, _)| grid.cells()[at] == ground);
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, colour)| cells[at] = colour))))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    fn replicated(scene: &str, colour: i64, image: i64, keep: bool) -> Value {
        given("replicate", [grid(scene), integer(colour), integer(image), Value::Boolean(keep)])
    }

    #[test]
    fn parts_of_a_pattern_are_completed() {
        let scene = "11000/12000/00000/00020/00000";
        assert_eq!(replicated(scene, 2, 0, true), grid("11000/12000/00110/00120/00000"));
        assert_eq!(replicated(scene, 2, 3, true), grid("11000/12000/00000/00021/00011"));
        // A single cell leaves open which image is meant.
        assert_eq!(replicated(scene, 10, 8, true), grid(scene));
        assert_eq!(replicated(scene, 2, 0, false), grid("00000/00000/00110/00120/00000"));
        let numbers = [integer(2), integer(10), Value::Boolean(true)];
        let [colour, image, keep] = numbers;
        assert!(is_undefined("replicate", [grid(scene), colour, image, keep]));
    }

    #[test]
    fn images_of_a_pattern_are_found_by_several_cells() {
        let scene = "3100000/1140000/0000000/0000030/0000000/0000400/0000000";
        let whole = "3100000/1140000/0000000/0000130/0000110/0000400/0000000";
        assert_eq!(replicated(scene, 10, 8, true), grid(whole));
        let scene = "310000/214000/000000/000300/000200/000000/000000";
        assert_eq!(replicated(scene, 10, 8, true), grid(scene));
        let scene = "31200000/11100000/00000000/00000200/00000000/00000300";
        assert_eq!(replicated(scene, 10, 8, true), grid(scene));
        // Three single cells tell the image that two leave open.
        let scene = "31200000/11400000/00000000/00000030/00000000/00000420/00000000";
        let whole = "31200000/11400000/00000000/00000130/00000110/00000420/00000000";
        assert_eq!(replicated(scene, 10, 8, true), grid(whole));
        let scene = "22100000/11100000/00000000/00000020/00000020/00000000";
        assert_eq!(replicated(scene, 2, 4, true), grid("22100000/11100000/00000000/00000021/00000021/00000011"));
    }

    #[test]
    fn larger_copies_are_found() {
        let scene = "122/111/000/000/000/000";
        assert_eq!(replicated(scene, 10, 8, true), grid(scene));
        let scene = "122000000/100000000/000000000/000222200/000222200/000000000";
        assert_eq!(replicated(scene, 10, 8, true), grid("122000000/100000000/000000000/011222200/011222200/011000000"));
    }

    #[test]
    fn a_single_cell_tells_the_place_of_what_is_not_turned_or_symmetric() {
        let scene = "1000000/1200000/0000000/0000000/0000022/0000022";
        assert_eq!(replicated(scene, 10, 9, true), grid("1000000/1200000/0001100/0001100/0001122/0001122"));
        let scene = "010000/121000/010000/000000/000200/000000";
        assert_eq!(replicated(scene, 10, 8, true), grid("010000/121000/010000/000100/001210/000100"));
    }

    #[test]
    fn what_does_not_fit_is_left() {
        let scene = "21000/10000/00000/00020/00003";
        assert_eq!(replicated(scene, 2, 0, true), grid(scene));
    }

    #[test]
    fn a_thing_is_repeated_where_a_part_of_it_is_shown() {
        let scene = || grid("11020000/11000000");
        assert_eq!(given("echo", [scene(), Value::Boolean(false)]), grid("11022022/11022022"));
        assert_eq!(given("echo", [scene(), Value::Boolean(true)]), grid("11022000/11022000"));
        assert_eq!(
            given("echo", [grid("11000200/11000000/00000000"), Value::Boolean(true)]),
            grid("11000220/11000220/00000000")
        );
    }
}
