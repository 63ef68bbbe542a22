//! Rules on objects: which objects are meant, and what is done to them.
//!
//! The input is segmented in several ways. For each, the actions that draw nothing wrong on some object are collected,
//! their arguments deduced from the demo pairs; then up to three of them are chosen that explain all changes, each with a
//! short condition on the objects that it is for, learned as a decision from those that need it and those that bear it.

mod actions;
mod changes;
mod crop;
mod difference;
mod filters;
mod learn;
mod lineup;
mod repeat;
mod scene;
mod terms;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::draw::draw_on;
use super::store::{EntryId, Stop, Store};
use super::{moves, Strategy};
use actions::{Action, Actions};
use difference::Difference;
use filters::Filters;
use learn::Stage;
use scene::{segmentations, Scene};
use terms::Terms;

/// Learns rules on objects.
pub struct Rules;

/// How many objects that can be singled out serve as arguments of actions.
const MAX_SINGLES: usize = 6;

/// How many grids on the way to the outputs are gone on from.
const MAX_PARTS: usize = 3;

impl Strategy for Rules {
    fn name(&self) -> &'static str {
        "rules"
    }

    fn search(&self, store: &mut Store) -> Stop {
        let Some(input) = moves::input(store) else {
            return Stop::Exhausted;
        };
        let stop = explore(store, input);
        if stop != Stop::Exhausted || store.distinct_solutions() > 0 {
            return stop;
        }
        // What draws a part of the outputs, whoever found it, is drawn upon further.
        let parts = store.partial_solutions().into_iter().filter(|&part| part != input);
        let parts: Vec<EntryId> = parts.take(store.wide(MAX_PARTS)).collect();
        let stop = draw_on(store, &parts);
        if stop != Stop::Exhausted || store.distinct_solutions() > 0 {
            return stop;
        }
        for part in parts {
            if Difference::new(store, part).is_some() {
                let stop = explore(store, part);
                if stop != Stop::Exhausted || store.distinct_solutions() > 0 {
                    return stop;
                }
            }
        }
        Stop::Exhausted
    }
}

/// Learns rules that turn a grid into the outputs.
fn explore(store: &mut Store, grid: EntryId) -> Stop {
    let terms = Terms::new(store, grid);
    let difference = Difference::new(store, grid);
    let colours = common_colours(store);
    let mut explored: Vec<(Scene, Filters, Vec<Action>, Vec<EntryId>)> = Vec::new();
    for id in segmentations(store, terms) {
        if let Some(stop) = store.must_stop() {
            return stop;
        }
        let Some(scene) = Scene::new(store, id) else {
            continue;
        };
        let filters = Filters::new(store, terms, &scene, &colours);
        let Some(difference) = &difference else {
            crop::propose(store, terms, &scene, &filters);
            lineup::propose(store, terms, &scene, &filters);
            continue;
        };
        let limit = store.wide(MAX_SINGLES);
        let mut singles: Vec<EntryId> = filters
            .single(store, &scene)
            .iter()
            .take(limit)
            .filter_map(|filter| crop::only(store, terms, &filters, &scene, filter))
            .collect();
        // Where there are few, those of the segmentations before serve as well.
        for &other in explored.iter().flat_map(|(_, _, _, others)| others) {
            if !singles.contains(&other) {
                singles.push(other);
            }
        }
        singles.truncate(limit);
        let actions = Actions::collect(store, terms, &scene, difference, &singles);
        let stage = Stage { scene: &scene, filters: &filters, actions: &actions, difference };
        learn::propose(store, terms, &stage);
        if store.distinct_solutions() > 1 {
            return Stop::Solved;
        }
        explored.push((scene, filters, actions, singles));
    }
    let Some(difference) = &difference else {
        return Stop::Exhausted;
    };
    for (scene, filters, actions, singles) in &explored {
        if store.distinct_solutions() > 0 {
            return Stop::Solved;
        }
        let stage = Stage { scene, filters, actions, difference };
        learn::propose_layered(store, terms, &stage, singles);
        learn::propose_parts(store, terms, &stage);
        if let Some(stop) = store.must_stop() {
            return stop;
        }
    }
    Stop::Exhausted
}

/// The colours that occur in all inputs.
fn common_colours(store: &Store) -> Vec<i64> {
    let of = |grid: &crate::grid::Grid| -> BTreeSet<i64> { grid.cells().iter().map(|&c| i64::from(c)).collect() };
    let mut inputs = store.inputs().iter().map(of);
    let first = inputs.next().unwrap_or_default();
    inputs.fold(first, |all, next| &all & &next).into_iter().collect()
}
