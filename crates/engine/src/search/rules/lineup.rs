//! Outputs that are the objects chosen, in an order, one after the other.

use super::filters::Filters;
use super::scene::{Scene, Set};
use super::terms::Terms;
use crate::grid::Grid;
use crate::search::catalogue;
use crate::search::store::{EntryId, Store};
use crate::search::tables::translate;
use crate::value::Value;

/// How many choices of objects are lined up.
const MAX_CHOICES: usize = 4;

/// The forms in which `lineup` shows objects.
const FORMS: i64 = 8;

/// Lines up objects in all orders that measures give, in the forms that have the outputs' sizes.
pub(super) fn propose(store: &mut Store, terms: Terms, scene: &Scene, filters: &Filters) -> Option<()> {
    for form in 0..FORMS {
        store.charge(4 * scene.demo_things as u64 + 10);
        let is_right = |set: &Set| {
            let fits = |(at, output): (usize, &Grid)| fits(scene, &set.and(&scene.by_sample[at]), output, form);
            store.expected().iter().enumerate().all(fits)
        };
        let chosen: Vec<_> = filters.choosing(scene, is_right).into_iter().take(MAX_CHOICES).collect();
        for filter in chosen {
            let objects = filters.build(store, scene, &filter)?;
            for &measure in filters.measures() {
                if store.must_stop().is_some() {
                    return None;
                }
                for descending in [false, true] {
                    line_up(store, terms, objects, measure, descending, form);
                }
            }
        }
    }
    Some(())
}

fn line_up(
    store: &mut Store,
    terms: Terms,
    objects: EntryId,
    measure: EntryId,
    descending: bool,
    form: i64,
) -> Option<()> {
    let descending = terms.constant(store, Value::Boolean(descending))?;
    let form = terms.number(store, form)?;
    let grid = terms.value(store, "lineup", &[objects, measure, descending, form], catalogue::grid())?;
    translate(store, grid);
    Some(())
}

/// Whether a sample's objects have the size of its output in a form.
fn fits(scene: &Scene, set: &Set, output: &Grid, form: i64) -> bool {
    let count = set.len();
    if count < 2 {
        return false;
    }
    let (height, width) = (output.height(), output.width());
    if form >= 6 {
        return if form == 6 { (count, 1) == (height, width) } else { (1, count) == (height, width) };
    }
    let (mut tall, mut wide, mut high, mut broad) = (0, 0, 0, 0);
    for at in (0..scene.things.len()).filter(|&at| set.contains(at)) {
        let Value::Object(object) = &scene.things[at].object else {
            return false;
        };
        let frame = object.frame();
        tall += frame.height as usize;
        wide += frame.width as usize;
        high = high.max(frame.height as usize);
        broad = broad.max(frame.width as usize);
    }
    (height, width) == if form < 3 { (tall, broad) } else { (high, wide) }
}
