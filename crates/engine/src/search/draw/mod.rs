//! Drawing on the input: strokes that bring it nearer to the output without a wrong cell, one after the other.
//!
//! Each stroke's colours and directions are taken from the demo pairs, and a stroke is kept if every cell that it changes
//! is as the outputs want it. From the grids kept, those nearest to the outputs are drawn upon further.

mod stencil;
mod strokes;
#[cfg(test)]
mod tests;

use super::catalogue;
use super::moves;
use super::store::{EntryId, Stop, Store};
use super::Strategy;
use crate::machine::{Limits, Machine};
use crate::primitives::{self, PrimitiveId};
use crate::program::Operation;
use crate::value::Value;
use strokes::Stroke;

/// Draws on the input until it is the output.
pub struct Draw;

/// How many grids are drawn upon.
const MAX_BASES: usize = 24;

/// How many grids of others are drawn upon beside the input.
const MAX_PARTS: usize = 3;

/// How many strokes are drawn one after the other.
const MAX_DEPTH: usize = 5;

/// The strokes in the colours of what they start from, which may be wanted in a single colour instead.
const OWN_COLOURS: [&str; 10] =
    ["joinlike", "weave", "shine", "tether", "stain", "sprout", "echo", "homeward", "attract", "replicate"];

/// What one stroke on one sample may use.
const LIMITS: Limits = Limits { fuel: 200_000, memory: 1 << 20 };

/// A grid to draw upon.
struct Base {
    id: EntryId,
    /// How many cells are still to be drawn.
    missing: usize,
    depth: usize,
}

impl Strategy for Draw {
    fn name(&self) -> &'static str {
        "draw"
    }

    fn search(&self, store: &mut Store) -> Stop {
        let Some(input) = moves::input(store) else {
            return Stop::Exhausted;
        };
        let mut grids = vec![input];
        grids.extend(store.partial_solutions().into_iter().take(store.wide(MAX_PARTS)));
        draw_on(store, &grids)
    }
}

/// Draws on grids until they are the outputs.
pub(super) fn draw_on(store: &mut Store, grids: &[EntryId]) -> Stop {
    let mut bases: Vec<Base> = Vec::new();
    for &id in grids {
        let known = bases.iter().any(|base| base.id == id);
        if let (false, Some(missing)) = (known, missing(store, id)) {
            bases.push(Base { id, missing, depth: 0 });
        }
    }
    let mut done: Vec<EntryId> = Vec::new();
    // The first grid that is given comes first, since a single stroke upon it is the simplest; then those nearest to the
    // outputs.
    let first = bases.first().map(|base| base.id);
    while let Some(at) = (0..bases.len()).min_by_key(|&at| {
        let base = &bases[at];
        (Some(base.id) != first, base.missing, base.depth)
    }) {
        let base = bases.swap_remove(at);
        if done.len() >= store.wide(MAX_BASES) || base.missing == 0 {
            break;
        }
        done.push(base.id);
        for stroke in strokes::on(store, base.id, base.depth == 0) {
            if let Some(stop) = store.must_stop() {
                return stop;
            }
            let Some(id) = attempt(store, base.id, &stroke) else {
                continue;
            };
            let is_known = done.contains(&id) || bases.iter().any(|other| other.id == id);
            if let (false, Some(missing)) = (is_known, missing(store, id)) {
                if base.depth + 1 < store.wide_in_pairs(MAX_DEPTH) {
                    bases.push(Base { id, missing, depth: base.depth + 1 });
                }
            }
        }
        for id in clear(store, base.id) {
            if let Some(missing) = missing(store, id) {
                bases.push(Base { id, missing, depth: base.depth + 1 });
            }
        }
        if store.distinct_solutions() > 1 {
            return Stop::Solved;
        }
    }
    Stop::Exhausted
}

/// Fills the largest rectangle of one colour, of any or of one in which cells change, with a colour, where that is right.
fn clear(store: &mut Store, base: EntryId) -> Vec<EntryId> {
    let mut places: Vec<EntryId> = moves::apply(store, "slab", &[base]).into_iter().collect();
    for field in strokes::fields(store, base) {
        let field = moves::colour_constant(store, field);
        places.extend(field.and_then(|field| moves::apply(store, "room", &[base, field])));
    }
    let mut filled = Vec::new();
    for colour in strokes::lines(store, base) {
        let colour = moves::colour_constant(store, colour);
        for &places in &places {
            let grid = colour.and_then(|colour| moves::apply_once(store, "fill", &[base, colour, places]));
            filled.extend(grid.filter(|&grid| brings_nearer(store, base, grid)));
        }
    }
    filled
}

/// Whether a grid differs from another, and only where it is right.
fn brings_nearer(store: &mut Store, from: EntryId, to: EntryId) -> bool {
    let mut looked_at = 0;
    let columns = store.entry(from).column().iter().zip(store.entry(to).column()).zip(store.expected());
    let mut is_right = true;
    for ((before, after), expected) in columns {
        let (Value::Grid(before), Value::Grid(after)) = (before, after) else {
            return false;
        };
        looked_at += expected.cells().len() as u64;
        let cells = before.cells().iter().zip(after.cells()).zip(expected.cells());
        is_right &= before.cells() != after.cells()
            && cells.clone().all(|((before, after), expected)| before == after || after == expected);
    }
    store.charge(looked_at);
    is_right
}

/// How many cells of a grid differ from the outputs; `None` if some size does.
fn missing(store: &mut Store, id: EntryId) -> Option<usize> {
    let mut count = 0;
    let mut looked_at = 0;
    for (value, expected) in store.entry(id).column().iter().zip(store.expected()) {
        let Value::Grid(grid) = value else {
            return None;
        };
        if grid.height() != expected.height() || grid.width() != expected.width() {
            return None;
        }
        looked_at += grid.cells().len() as u64;
        count += grid.cells().iter().zip(expected.cells()).filter(|(a, b)| a != b).count();
    }
    store.charge(looked_at);
    Some(count)
}

/// Draws a stroke if all that it changes in the demo samples is right.
///
/// A stroke that gives the outputs of all demo samples but one, where it is wrong, is what would have been drawn without
/// that sample: the store is told of such rivals.
fn attempt(store: &mut Store, base: EntryId, stroke: &Stroke) -> Option<EntryId> {
    let primitive = primitives::find(stroke.primitive)?;
    let mut fuel = 60;
    let verdict = judge(store, base, primitive, &stroke.arguments, &mut fuel);
    store.charge(std::mem::take(&mut fuel));
    match verdict {
        Verdict::Right => {}
        Verdict::WrongIn(sample) => {
            let constants =
                stroke.arguments.iter().map(|value| super::operation_cost(&Operation::Constant(value.clone())));
            let cost = store.entry(base).cost + super::primitive_cost(primitive) + constants.sum::<u32>();
            store.rival(sample, cost);
            return None;
        }
        Verdict::Wrong if OWN_COLOURS.contains(&stroke.primitive) => {
            let colour = other_colour(store, base, primitive, &stroke.arguments, &mut fuel);
            store.charge(fuel);
            let colour = moves::colour_constant(store, colour?)?;
            let drawn = drawn(store, base, stroke, primitive)?;
            return moves::apply(store, "retrace", &[base, drawn, colour]);
        }
        Verdict::Wrong => return None,
    }
    drawn(store, base, stroke, primitive)
}

/// The grid with a stroke drawn upon it.
fn drawn(store: &mut Store, base: EntryId, stroke: &Stroke, primitive: PrimitiveId) -> Option<EntryId> {
    let mut arguments = vec![base];
    for value in &stroke.arguments {
        let operation = Operation::Constant(value.clone());
        let ty = store.type_id(&stroke_type(value));
        let cost = super::operation_cost(&operation);
        arguments.push(store.add_leaf(operation, ty, cost)?.id);
    }
    let parts: u32 = arguments.iter().map(|&id| store.entry(id).cost).sum();
    let cost = super::primitive_cost(primitive) + parts;
    let added = store.apply(&Operation::Call(primitive), &arguments, catalogue::grid(), cost)?;
    Some(added.id)
}

fn stroke_type(value: &Value) -> crate::types::Type {
    use crate::types::Type;
    match value {
        Value::Boolean(_) => Type::Boolean,
        Value::Pair(..) => Type::Pair,
        Value::Integer(_) => Type::Integer,
        _ => Type::tuple(Type::Cell),
    }
}

/// What a stroke does to the demo samples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It changes something in two samples at least, and nothing but what should change.
    Right,
    /// It gives the outputs of all samples but this one.
    WrongIn(usize),
    /// Neither.
    Wrong,
}

fn judge(store: &Store, base: EntryId, primitive: PrimitiveId, arguments: &[Value], fuel: &mut u64) -> Verdict {
    let mut changed_samples = 0;
    let mut wrong: Option<usize> = None;
    let mut is_whole = true;
    for (sample, (before, expected)) in store.entry(base).column().iter().zip(store.expected()).enumerate() {
        let mut machine = Machine::new(LIMITS);
        let args: Vec<&Value> = std::iter::once(before).chain(arguments).collect();
        let result = machine.call(primitive, &args);
        *fuel += machine.used().fuel + expected.cells().len() as u64;
        let (Value::Grid(before), Ok(Value::Grid(after))) = (before, result) else {
            return Verdict::Wrong;
        };
        if after.cells() == expected.cells() {
            changed_samples += usize::from(after.cells() != before.cells());
            continue;
        }
        let cells = before.cells().iter().zip(after.cells()).zip(expected.cells());
        if cells.into_iter().all(|((before, after), expected)| before == after || after == expected) {
            is_whole = false;
            changed_samples += usize::from(after.cells() != before.cells());
        } else if wrong.replace(sample).is_some() {
            return Verdict::Wrong;
        }
        if wrong.is_some() && !is_whole {
            return Verdict::Wrong;
        }
    }
    match wrong {
        Some(sample) if store.expected().len() > 1 => Verdict::WrongIn(sample),
        None if changed_samples >= store.expected().len().min(2) => Verdict::Right,
        _ => Verdict::Wrong,
    }
}

/// The one colour that all cells should have which a stroke changes in the demo samples, if there is one; what it leaves
/// as ground is to stay so.
fn other_colour(
    store: &Store,
    base: EntryId,
    primitive: PrimitiveId,
    arguments: &[Value],
    fuel: &mut u64,
) -> Option<i8> {
    let mut wanted = None;
    let mut changed_samples = 0;
    for (before, expected) in store.entry(base).column().iter().zip(store.expected()) {
        let mut machine = Machine::new(LIMITS);
        let args: Vec<&Value> = std::iter::once(before).chain(arguments).collect();
        let result = machine.call(primitive, &args);
        *fuel += machine.used().fuel + expected.cells().len() as u64;
        let (Value::Grid(before), Ok(Value::Grid(after))) = (before, result) else {
            return None;
        };
        let ground = primitives::ground(before);
        let cells = before.cells().iter().zip(after.cells()).zip(expected.cells());
        let mut changed = cells.filter(|((before, after), _)| before != after);
        changed_samples += usize::from(after.cells() != before.cells());
        if !changed.all(|((_, &after), &expected)| match after == ground {
            true => expected == ground,
            false => *wanted.get_or_insert(expected) == expected,
        }) {
            return None;
        }
    }
    wanted.filter(|_| changed_samples >= store.expected().len().min(2))
}
