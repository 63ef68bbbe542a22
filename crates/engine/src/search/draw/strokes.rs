//! The strokes that may be drawn on a grid: primitives with colours and directions that the demo pairs suggest.

use super::stencil;
use crate::primitives::ground;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// A primitive with all its arguments but the grid.
pub(super) struct Stroke {
    pub(super) primitive: &'static str,
    pub(super) arguments: Vec<Value>,
}

const STRAIGHT: [(i64, i64); 4] = [(-1, 0), (1, 0), (0, -1), (0, 1)];
const SLANTING: [(i64, i64); 4] = [(-1, -1), (-1, 1), (1, -1), (1, 1)];

/// The sizes of windows, larger ones first.
const WINDOWS: [(i64, i64); 15] = [
    (5, 5),
    (4, 4),
    (3, 3),
    (3, 4),
    (4, 3),
    (2, 4),
    (4, 2),
    (2, 3),
    (3, 2),
    (2, 2),
    (1, 4),
    (4, 1),
    (1, 3),
    (3, 1),
    (1, 2),
];

/// The colours that matter.
struct Palette {
    /// What is drawn from: colours beside the ground that occur in two demo grids at least.
    sources: Vec<i8>,
    /// What is drawn upon: colours of cells that change.
    fields: Vec<i8>,
    /// What is drawn with: colours of cells that change.
    lines: Vec<i8>,
}

/// All strokes to try on a grid; those of few tasks only on one on which nothing is drawn yet.
pub(super) fn on(store: &mut Store, base: EntryId, is_undrawn: bool) -> Vec<Stroke> {
    let palette = palette(store, base);
    let mut strokes: Vec<Stroke> = Vec::new();
    let mut push = |primitive, arguments: &[Value]| strokes.push(Stroke { primitive, arguments: arguments.to_vec() });
    let integer = |number: i64| Value::Integer(number);
    let pair = |(down, right): (i64, i64)| Value::Pair(down, right);
    for axes in 0..5 {
        for primitive in ["joinlike", "weave", "shine"] {
            push(primitive, &[integer(axes)]);
        }
    }
    push("tether", &[]);
    push("stain", &[]);
    push("sprout", &[]);
    for flag in [true, false].map(Value::Boolean) {
        push("homeward", &[integer(10), integer(10), flag.clone()]);
        push("echo", std::slice::from_ref(&flag));
        for image in [9, 8] {
            push("replicate", &[integer(10), integer(image), flag.clone()]);
        }
        for drop in [false, true].map(Value::Boolean) {
            push("attract", &[flag.clone(), drop]);
        }
    }
    for &line in &palette.lines {
        let line = integer(i64::from(line));
        for diagonal in [false, true].map(Value::Boolean) {
            push("fillin", &[line.clone(), diagonal.clone()]);
            push("drown", &[line.clone(), diagonal]);
        }
        push("spiral", std::slice::from_ref(&line));
        for &field in &palette.fields {
            for (height, width) in WINDOWS {
                push("clearings", &[integer(i64::from(field)), pair((height, width)), line.clone()]);
            }
        }
        for &source in &palette.sources {
            let source = integer(i64::from(source));
            for axes in 0..5 {
                push("join", &[source.clone(), line.clone(), integer(axes)]);
                push("rays", &[source.clone(), line.clone(), integer(axes)]);
            }
            for way in STRAIGHT.into_iter().chain(SLANTING) {
                push("beam", &[source.clone(), line.clone(), pair(way)]);
            }
            for way in STRAIGHT {
                for turn in [1, -1, 2, -2] {
                    push("wander", &[source.clone(), line.clone(), pair(way), integer(turn)]);
                }
                for turn in [1, -1].into_iter().filter(|_| is_undrawn) {
                    push("coil", &[source.clone(), line.clone(), pair(way), integer(turn)]);
                }
                // Where there are two other colours at least, they may tell which way to turn.
                let others = palette.sources.iter().map(|&other| integer(i64::from(other)));
                let others: Vec<Value> = others.filter(|other| *other != source && *other != line).collect();
                for other in others.iter().filter(|_| is_undrawn && others.len() > 1) {
                    push("deflect", &[source.clone(), line.clone(), pair(way), other.clone()]);
                }
            }
            for way in SLANTING {
                push("ricochet", &[source.clone(), line.clone(), pair(way)]);
                for flag in [false, true].map(Value::Boolean).into_iter().filter(|_| is_undrawn) {
                    push("rebound", &[source.clone(), line.clone(), pair(way), flag]);
                }
            }
            for flag in [true, false].map(Value::Boolean).into_iter().filter(|_| is_undrawn) {
                push("homeward", &[source.clone(), line.clone(), flag]);
            }
            for diagonal in [false, true].map(Value::Boolean) {
                push("pour", &[source.clone(), line.clone(), diagonal]);
            }
            for &other in palette.sources.iter().filter(|&&other| integer(i64::from(other)) < source) {
                push("bridge", &[source.clone(), integer(i64::from(other)), line.clone()]);
            }
        }
    }
    for &source in &palette.sources {
        for image in 0..8 {
            let arguments = vec![integer(i64::from(source)), integer(image), Value::Boolean(true)];
            strokes.push(Stroke { primitive: "replicate", arguments });
        }
        if let Some(stencil) = stencil::deduce(store, base, source) {
            strokes.push(Stroke { primitive: "plant", arguments: vec![integer(i64::from(source)), stencil] });
        }
    }
    store.charge(40 * strokes.len() as u64);
    strokes
}

/// The colours of the cells that the outputs have otherwise.
pub(super) fn fields(store: &mut Store, base: EntryId) -> Vec<i8> {
    palette(store, base).fields
}

/// The colours of the outputs' cells that a grid has otherwise.
pub(super) fn lines(store: &mut Store, base: EntryId) -> Vec<i8> {
    palette(store, base).lines
}

fn palette(store: &mut Store, base: EntryId) -> Palette {
    let mut seen = [0usize; 10];
    let mut drawn = [false; 10];
    let mut hidden = [false; 10];
    let mut work = 0;
    for (value, expected) in store.entry(base).column().iter().zip(store.expected()) {
        let Value::Grid(grid) = value else {
            continue;
        };
        let ground = ground(grid);
        work += 3 * grid.cells().len() as u64;
        let counts = grid.histogram();
        for (colour, count) in (0..10).map(|colour| (colour, counts.count(colour))) {
            seen[colour as usize] += usize::from(count > 0 && colour != ground);
        }
        for (before, after) in grid.cells().iter().zip(expected.cells()) {
            if before != after {
                for (slots, colour) in [(&mut drawn, *after), (&mut hidden, *before)] {
                    if let Some(slot) = usize::try_from(colour).ok().and_then(|at| slots.get_mut(at)) {
                        *slot = true;
                    }
                }
            }
        }
    }
    store.charge(work);
    let least = store.expected().len().min(2);
    Palette {
        sources: (0..10).filter(|&colour| seen[colour as usize] >= least).collect(),
        fields: (0..10).filter(|&colour| hidden[colour as usize]).collect(),
        lines: (0..10).filter(|&colour| drawn[colour as usize]).collect(),
    }
}
