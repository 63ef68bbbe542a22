//! Outputs that are the one object chosen, repeated or enlarged by a number that differs from sample to sample.

use super::crop::{alone, only};
use super::filters::{Filter, Filters};
use super::scene::Scene;
use super::terms::Terms;
use crate::search::moves::apply;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many numbers are tried that are right for all demo pairs.
const MAX_NUMBERS: usize = 4;

/// Where an object is repeated: downwards, to the right.
type Ways = (bool, bool);

/// Repeats and enlarges the object that a filter chooses, if the outputs are as many times as large as some number of
/// the input says.
pub(super) fn propose(
    store: &mut Store,
    terms: Terms,
    (scene, filters): (&Scene, &Filters),
    filter: &Filter,
) -> Option<()> {
    let ((down, right), numbers) = repetitions(store, scene, filter)?;
    let object = only(store, terms, filters, scene, filter)?;
    let cut = apply(store, "subgrid", &[object, terms.input]);
    let pieces = [cut, alone(store, object)];
    let scale = if !right {
        "vupscale"
    } else if !down {
        "hupscale"
    } else {
        "upscale"
    };
    for number in counted(store, terms, (scene, filters), (filter, object), &numbers) {
        for piece in pieces.into_iter().flatten() {
            apply(store, scale, &[piece, number]);
            let mut repeated = piece;
            for (join, _) in [("hjoin", right), ("vjoin", down)].into_iter().filter(|&(_, is_so)| is_so) {
                let copies = apply(store, "repeat", &[repeated, number])?;
                repeated = apply(store, join, &[copies])?;
            }
        }
    }
    Some(())
}

/// How often the chosen objects stand in the outputs by their sizes, where that is not the same everywhere.
fn repetitions(store: &mut Store, scene: &Scene, filter: &Filter) -> Option<(Ways, Vec<usize>)> {
    store.charge(40);
    let mut times = Vec::new();
    for (here, output) in scene.by_sample.iter().zip(store.expected()) {
        let at = (0..scene.demo_things).find(|&at| here.contains(at) && filter.set.contains(at))?;
        let Value::Object(object) = &scene.things[at].object else {
            return None;
        };
        let frame = object.frame();
        let (height, width) = (frame.height as usize, frame.width as usize);
        if output.height() % height != 0 || output.width() % width != 0 {
            return None;
        }
        times.push((output.height() / height, output.width() / width));
    }
    let &first = times.first()?;
    if times.iter().all(|&other| other == first) {
        return None;
    }
    let (down, right) = (times.iter().any(|&(down, _)| down > 1), times.iter().any(|&(_, right)| right > 1));
    if down && right && times.iter().any(|(down, right)| down != right) {
        return None;
    }
    Some(((down, right), times.iter().map(|&(down, right)| down.max(right)).collect()))
}

/// What has given values on the demo samples: how many objects of a kind there are, and what is measured of the one
/// that a filter chooses.
fn counted(
    store: &mut Store,
    terms: Terms,
    (scene, filters): (&Scene, &Filters),
    (filter, object): (&Filter, EntryId),
    numbers: &[usize],
) -> Vec<EntryId> {
    let mut found = Vec::new();
    for name in ["leastcolor", "mostcolor"] {
        let colour = apply(store, name, &[object]);
        found.extend(colour.and_then(|colour| apply(store, "colorcount", &[object, colour])));
    }
    if let Some(chosen) = filters.build(store, scene, filter) {
        for &measure in filters.measures() {
            found.extend(terms.integer_value(store, "valmax", &[chosen, measure]));
        }
    }
    let is_right = |(value, &number): (&Value, &usize)| value.as_integer() == Some(number as i64);
    found.retain(|&id| store.entry(id).column().iter().zip(numbers).all(is_right));
    for filter in filters.numbering(store, scene, numbers).iter().take(MAX_NUMBERS) {
        let objects = filters.build(store, scene, filter);
        found.extend(objects.and_then(|objects| apply(store, "size", &[objects])));
    }
    found.truncate(MAX_NUMBERS);
    found
}
