//! Outputs that are the one object chosen, cut out of the input, perhaps turned or enlarged.

use super::filters::{Filter, Filters};
use super::repeat;
use super::scene::Scene;
use super::terms::Terms;
use crate::grid::Grid;
use crate::search::moves;
use crate::search::recolour::Recolouring;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many other objects may give a piece their colour.
const MAX_SOURCES: usize = 6;

/// The ways to turn a grid.
const TURNS: &[&str] = &["hmirror", "vmirror", "dmirror", "cmirror", "rot90", "rot180", "rot270"];

/// The only object that a filter chooses, as an entry.
pub(super) fn only(
    store: &mut Store,
    terms: Terms,
    filters: &Filters,
    scene: &Scene,
    filter: &Filter,
) -> Option<EntryId> {
    let objects = filters.build(store, scene, filter)?;
    terms.value(store, "first", &[objects], terms.object)
}

/// Proposes to cut out each object that can be singled out and has a size that fits.
pub(super) fn propose(store: &mut Store, terms: Terms, scene: &Scene, filters: &Filters) -> Option<()> {
    let input = terms.input;
    for filter in filters.alike(store, scene) {
        if store.must_stop().is_some() {
            return None;
        }
        if !fits(store, scene, &filter) {
            repeat::propose(store, terms, (scene, filters), &filter);
            continue;
        }
        let Some(object) = only(store, terms, filters, scene, &filter) else {
            continue;
        };
        let cut = moves::apply(store, "subgrid", &[object, input]);
        let alone = alone(store, object);
        let inner = cut.and_then(|cut| moves::apply(store, "trim", &[cut]));
        for piece in [cut, alone, inner].into_iter().flatten() {
            finish(store, piece);
            recolour(store, terms, (scene, filters), piece, object);
        }
    }
    Some(())
}

/// An object on a black canvas of its size.
pub(super) fn alone(store: &mut Store, object: EntryId) -> Option<EntryId> {
    let black = moves::colour_constant(store, 0)?;
    let shape = moves::apply(store, "shape", &[object])?;
    let canvas = moves::apply(store, "canvas", &[black, shape])?;
    let normal = moves::apply(store, "normalize", &[object])?;
    moves::apply(store, "paint", &[canvas, normal])
}

/// Turns and enlarges a piece where that may give the outputs.
fn finish(store: &mut Store, piece: EntryId) -> Option<()> {
    let (Value::Grid(grid), Some(expected)) = (&store.entry(piece).column()[0], store.expected().first()) else {
        return None;
    };
    let factor = expected.height() / grid.height();
    if factor > 1 {
        let factor = moves::colour_constant(store, i8::try_from(factor).ok()?)?;
        moves::apply(store, "upscale", &[piece, factor])?;
        return Some(());
    }
    for turn in TURNS {
        moves::apply(store, turn, &[piece]);
    }
    Some(())
}

/// Exchanges one colour of a piece for one that is said of its object or of the whole, where that gives the outputs.
fn recolour(
    store: &mut Store,
    terms: Terms,
    (scene, filters): (&Scene, &Filters),
    piece: EntryId,
    object: EntryId,
) -> Option<()> {
    let recolouring = Recolouring::of(store, piece)?;
    let Recolouring::Single { from, to } = recolouring else {
        return None;
    };
    let mut colours: Vec<EntryId> = Vec::new();
    for of in [object, piece, terms.input] {
        for name in ["mostcolor", "leastcolor"] {
            colours.extend(moves::apply(store, name, &[of]));
        }
    }
    for filter in filters.single(store, scene).iter().take(MAX_SOURCES) {
        let source = only(store, terms, filters, scene, filter);
        colours.extend(source.and_then(|source| moves::apply(store, "color", &[source])));
    }
    let known = |store: &mut Store, values: &[Value]| {
        let constant = match values.iter().all(|value| *value == values[0]) {
            true => moves::constant(store, values[0].clone()),
            false => None,
        };
        constant.or(colours.iter().copied().find(|&id| store.entry(id).column()[..values.len()] == *values))
    };
    let (from, to) = (known(store, &from)?, known(store, &to)?);
    moves::apply(store, "replace", &[piece, from, to])?;
    Some(())
}

/// Whether the objects chosen have the outputs' sizes, perhaps turned, inside a frame, or one part of them.
fn fits(store: &mut Store, scene: &Scene, filter: &Filter) -> bool {
    store.charge(40);
    let mut factors = Vec::new();
    for (at, thing) in scene.things[..scene.demo_things].iter().enumerate() {
        if filter.set.contains(at) {
            let Value::Object(object) = &thing.object else {
                return false;
            };
            let frame = object.frame();
            match factor(&store.expected()[thing.sample], frame.height as usize, frame.width as usize) {
                Some(factor) => factors.push(factor),
                None => return false,
            }
        }
    }
    factors.iter().all(|&factor| factor == factors[0])
}

/// How many times larger a grid is than some sides, or turned than these.
fn factor(grid: &Grid, height: usize, width: usize) -> Option<usize> {
    let factor = grid.height() / height;
    if factor > 0 && factor * height == grid.height() && factor * width == grid.width() {
        return Some(factor);
    }
    let is_turned = grid.height() == width && grid.width() == height;
    let is_inside = grid.height() + 2 == height && grid.width() + 2 == width;
    (is_turned || is_inside).then_some(1)
}
