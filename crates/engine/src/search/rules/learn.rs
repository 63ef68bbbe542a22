//! The choice of actions that explain all changes, with the objects that each is for.

use super::actions::{Action, Actions, Draw};
use super::difference::{Cells, Difference};
use super::filters::{Filter, Filters};
use super::scene::{Scene, Set};
use super::terms::Terms;
use crate::primitives::ground;
use crate::search::moves;
use crate::search::store::{EntryId, Store};
use crate::value::Value;

/// How many filters are tried for an action.
const MAX_FILTERS: usize = 3;

/// How many pairs of a filter and its opposite are tried for two actions.
const MAX_OPPOSITES: usize = 2;

/// How many actions are combined two by two, and three by three.
const MAX_PAIRED: usize = 70;
const MAX_TRIPLED: usize = 24;

/// How many colours a shape is filled with.
const MAX_FAMILY: usize = 7;

/// How many actions that are each for a part of the changes make up a program.
const MAX_COVER: usize = 6;

/// How many actions are tried as the last one that draws over others.
const MAX_TOPS: usize = 4;

/// How many combinations of actions are tried of a scene.
const MAX_COMBINATIONS: usize = 24;

/// How many actions are drawn that explain a part.
const MAX_PARTS: usize = 3;

/// The description length in bits beyond which rules fit by accident rather than by insight: at all, and for each rule.
const MAX_BITS: u32 = 110;
const MAX_BITS_EACH: u32 = 40;

/// What an action adds to the description length that is seen in one demo pair of several only, in bits.
const UNSUPPORTED_BITS: u32 = 24;

/// What two conditions add to the description length where one and its opposite would do, in bits.
const APART_BITS: u32 = 8;

/// What a demo pair adds to the description length if the rule learned from the others fails on it, in bits.
const FAILURE_BITS: u32 = 5;

/// A scene with what may be done in it.
pub(super) struct Stage<'a> {
    /// The objects.
    pub(super) scene: &'a Scene,
    /// The conditions on them.
    pub(super) filters: &'a Filters,
    /// The actions on them, cheapest first.
    pub(super) actions: &'a [Action],
    /// What is to be explained.
    pub(super) difference: &'a Difference,
}

/// Proposes programs of a few rules that draw nothing wrong, each by itself.
pub(super) fn propose(store: &mut Store, terms: Terms, stage: &Stage<'_>) {
    let known = store.distinct_solutions();
    propose_rules(store, terms, stage);
    if store.distinct_solutions() > known {
        find_rivals(store, terms, stage);
    }
}

/// Tells the store of the single rules that would have been learned without one demo pair and fail on it.
fn find_rivals(store: &mut Store, terms: Terms, stage: &Stage<'_>) {
    let (scene, all) = (stage.scene, stage.difference.count);
    for without in 0..store.expected().len() {
        let (here, cells) = (&scene.by_sample[without], stage.difference.cells_of(without));
        store.charge((stage.actions.len() * (all / 64 + 1)) as u64);
        let is_rival =
            |action: &&Action| action.cells.len() < all && action.cells.len_with(&cells) == all && cells.len() < all;
        // Actions come cheapest first.
        let Some(action) = stage.actions.iter().find(is_rival) else {
            continue;
        };
        let must = needed(store, &[action]).remove(0).without(here);
        let may = action.suits.or(&here.and(&scene.demo()));
        if let Some(filter) = stage.filters.learn(store, scene, &must, &may, 1).first() {
            let cost = store.entry(terms.input).cost + action.cost + filter.cost;
            store.rival(without, cost);
        }
    }
}

fn propose_rules(store: &mut Store, terms: Terms, stage: &Stage<'_>) {
    let all = stage.difference.count;
    let known = store.distinct_solutions();
    let whole = stage.actions.iter().filter(|action| action.cells.len() == all);
    for action in whole.take(store.wide(MAX_COMBINATIONS)) {
        attempt(store, terms, stage, &[action]);
    }
    if store.distinct_solutions() > known {
        return;
    }
    let mut order: Vec<&Action> = stage.actions.iter().collect();
    order.sort_by_key(|action| std::cmp::Reverse(action.cells.len()));
    order.truncate(store.wide_in_pairs(MAX_PAIRED));
    for pair in pairs(store, &order, all).iter().take(store.wide(MAX_COMBINATIONS)) {
        if store.must_stop().is_some() {
            return;
        }
        attempt(store, terms, stage, pair);
    }
    if store.distinct_solutions() > known {
        return;
    }
    for family in families(stage) {
        attempt(store, terms, stage, &family);
    }
    if store.distinct_solutions() > known {
        return;
    }
    if let Some(cover) = cover(store, stage) {
        attempt(store, terms, stage, &cover);
    }
    order.truncate(store.wide_in_pairs(MAX_TRIPLED));
    let mut triples: Vec<[&Action; 3]> = Vec::new();
    store.charge(order.len().pow(3) as u64 / 6 * (all / 64 + 1) as u64);
    for (place, &a) in order.iter().enumerate() {
        for (next, &b) in order[..place].iter().enumerate() {
            let both = a.cells.with(&b.cells);
            for &c in order[..next].iter().filter(|c| both.len_with(&c.cells) == all) {
                triples.push([a, b, c]);
            }
        }
    }
    triples.sort_by_key(|triple| triple.iter().map(|action| action.cost).sum::<u32>());
    for triple in triples.iter().take(store.wide(MAX_COMBINATIONS / 2)) {
        if store.must_stop().is_some() {
            return;
        }
        attempt(store, terms, stage, triple);
    }
}

/// The pairs of actions that explain all, cheapest first.
fn pairs<'a>(store: &mut Store, actions: &[&'a Action], all: usize) -> Vec<[&'a Action; 2]> {
    store.charge(actions.len().pow(2) as u64 / 2 * (all / 64 + 1) as u64);
    let mut pairs: Vec<[&Action; 2]> = Vec::new();
    for (place, &a) in actions.iter().enumerate() {
        let others = actions[..place].iter().filter(|b| a.cells.len_with(&b.cells) == all);
        pairs.extend(others.map(|&b| [a, b]));
    }
    pairs.sort_by_key(|pair| pair[0].cost + pair[1].cost);
    pairs
}

/// The actions that fill one shape with several constant colours, where these together explain all.
fn families<'a>(stage: &Stage<'a>) -> Vec<Vec<&'a Action>> {
    let mut families: Vec<(EntryId, bool, Vec<&Action>)> = Vec::new();
    for action in stage.actions {
        if let Draw::Fill { shape, .. } = action.draw {
            let known = families.iter_mut().find(|family| (family.0, family.1) == (shape, action.is_under));
            match known {
                Some((_, _, members)) => members.push(action),
                None => families.push((shape, action.is_under, vec![action])),
            }
        }
    }
    let explain_all = |members: &Vec<&Action>| {
        let cells = members[1..].iter().fold(members[0].cells.clone(), |cells, member| cells.with(&member.cells));
        (3..=MAX_FAMILY).contains(&members.len()) && cells.len() == stage.difference.count
    };
    families.into_iter().map(|(_, _, members)| members).filter(explain_all).take(MAX_COMBINATIONS / 2).collect()
}

/// More than three actions that together explain all, each of which explains the most that is left of it.
fn cover<'a>(store: &mut Store, stage: &Stage<'a>) -> Option<Vec<&'a Action>> {
    let all = stage.difference.count;
    let mut chosen: Vec<&Action> = Vec::new();
    let mut cells = Cells::new(all);
    while cells.len() < all {
        store.charge((stage.actions.len() * (all / 64 + 1)) as u64);
        let gain = |action: &&Action| (cells.len_with(&action.cells), std::cmp::Reverse(action.cost));
        let best = stage.actions.iter().max_by_key(gain)?;
        if cells.len_with(&best.cells) == cells.len() || chosen.len() == MAX_COVER {
            return None;
        }
        cells = cells.with(&best.cells);
        chosen.push(best);
    }
    (chosen.len() > 3).then_some(chosen)
}

/// Draws what single actions explain of the changes, for others to go on with.
pub(super) fn propose_parts(store: &mut Store, terms: Terms, stage: &Stage<'_>) {
    let mut order: Vec<&Action> = stage.actions.iter().collect();
    order.sort_by_key(|action| (std::cmp::Reverse(action.cells.len()), action.cost));
    for action in order.into_iter().take(store.wide(MAX_PARTS)) {
        attempt(store, terms, stage, &[action]);
    }
}

/// Proposes programs whose last rule draws over what the others drew wrong.
pub(super) fn propose_layered(store: &mut Store, terms: Terms, stage: &Stage<'_>, singles: &[EntryId]) {
    let all = stage.difference.count;
    let mut tops: Vec<&Action> = stage.actions.iter().filter(|action| action.cells.len() < all).collect();
    tops.sort_by_key(|action| (std::cmp::Reverse(action.cells.len()), action.cost));
    let mut seen: Vec<&Cells> = Vec::new();
    let limit = store.wide(MAX_TOPS);
    tops.retain(|action| {
        let is_new = !seen.contains(&&action.cells) && 6 * action.cells.len() >= all && seen.len() < limit;
        if is_new {
            seen.push(&action.cells);
        }
        is_new
    });
    for top in tops {
        if store.must_stop().is_some() || store.distinct_solutions() > 0 {
            return;
        }
        let beneath = stage.difference.beneath(&top.cells);
        let actions = Actions::collect(store, terms, stage.scene, &beneath, singles);
        let whole = actions.iter().filter(|action| action.cells.len_with(&top.cells) == all);
        for action in whole.take(store.wide(MAX_COMBINATIONS / 2)) {
            attempt(store, terms, stage, &[action, top]);
        }
        let mut order: Vec<&Action> = actions.iter().collect();
        order.sort_by_key(|action| std::cmp::Reverse(action.cells.len()));
        order.truncate(store.wide_in_pairs(MAX_TRIPLED));
        let rest = all - top.cells.len();
        for [a, b] in pairs(store, &order, rest).into_iter().take(store.wide(MAX_COMBINATIONS / 4)) {
            attempt(store, terms, stage, &[a, b, top]);
        }
    }
}

/// Learns the filters of some actions that together explain all changes, and proposes their programs.
fn attempt(store: &mut Store, terms: Terms, stage: &Stage<'_>, actions: &[&Action]) -> Option<()> {
    let (scene, filters) = (stage.scene, stage.filters);
    let needed = needed(store, actions);
    let mut choices: Vec<Vec<Filter>> = Vec::new();
    let mut doubt = 0;
    for (action, must) in actions.iter().zip(&needed) {
        let found = filters.learn(store, scene, must, &action.suits, MAX_FILTERS);
        if found.is_empty() {
            return None;
        }
        if found[0].cost > 0 {
            doubt += FAILURE_BITS * filters.failures(store, scene, must, &action.suits) as u32;
        }
        choices.push(found);
        let mut samples: Vec<usize> = action.explains.iter().map(|&(at, _)| scene.things[at].sample).collect();
        samples.dedup();
        if samples.len() < store.expected().len().min(2) {
            doubt += UNSUPPORTED_BITS;
        }
    }
    let rules: u32 = actions.iter().zip(&choices).map(|(action, found)| action.cost + found[0].cost).sum();
    let length = store.entry(terms.input).cost + rules + doubt;
    if length > MAX_BITS + MAX_BITS_EACH * actions.len() as u32 {
        return None;
    }
    let mut built: Vec<Vec<EntryId>> = Vec::new();
    for found in &choices {
        built.push(found.iter().filter_map(|filter| filters.build(store, scene, filter)).collect());
    }
    store.doubt(doubt);
    let opposites = opposites(store, stage, actions, &choices, &needed);
    for pair in &opposites {
        let both: Option<Vec<EntryId>> = pair.iter().map(|filter| filters.build(store, scene, filter)).collect();
        draw(store, terms, actions, &both?);
    }
    store.doubt(if opposites.is_empty() { doubt } else { doubt + APART_BITS });
    // The cheapest filters together, then each of the others with the cheapest ones.
    let firsts: Option<Vec<EntryId>> = built.iter().map(|found| found.first().copied()).collect();
    let firsts = firsts?;
    draw(store, terms, actions, &firsts);
    for (place, found) in built.iter().enumerate() {
        for &other in &found[1..] {
            let mut chosen = firsts.clone();
            chosen[place] = other;
            draw(store, terms, actions, &chosen);
        }
    }
    store.doubt(0);
    Some(())
}

/// For two actions the pairs of a filter and its opposite, cheapest first: one is for the objects that the other is not for.
fn opposites(
    store: &mut Store,
    stage: &Stage<'_>,
    actions: &[&Action],
    choices: &[Vec<Filter>],
    needed: &[Set],
) -> Vec<[Filter; 2]> {
    let demo = stage.scene.demo();
    let mut found = Vec::new();
    if actions.len() != 2 {
        return found;
    }
    for (place, rest) in [(0, 1), (1, 0)] {
        for filter in &choices[place] {
            let Some(opposite) = stage.filters.opposite(store, stage.scene, filter) else {
                continue;
            };
            if needed[rest].is_within(&opposite.set) && opposite.set.and(&demo).is_within(&actions[rest].suits) {
                let pair = [filter.clone(), opposite];
                found.push(if place == 0 {
                    pair
                } else {
                    let [one, other] = pair;
                    [other, one]
                });
            }
        }
    }
    found.sort_by_key(|[one, other]| one.cost + other.cost);
    found.truncate(MAX_OPPOSITES);
    found
}

/// For each action the objects without which some change would not be explained.
fn needed(store: &mut Store, actions: &[&Action]) -> Vec<Set> {
    let mut counts: rustc_hash::FxHashMap<u32, u32> = rustc_hash::FxHashMap::default();
    let mut work = 0;
    for action in actions {
        for (_, cells) in &action.explains {
            work += cells.len() as u64;
            cells.iter().for_each(|&cell| *counts.entry(cell).or_default() += 1);
        }
    }
    store.charge(20 * work);
    let is_needed = |cells: &[u32]| cells.iter().any(|cell| counts.get(cell) == Some(&1));
    actions
        .iter()
        .map(|action| {
            let mut set = Set::default();
            action.explains.iter().filter(|(_, cells)| is_needed(cells)).for_each(|(at, _)| set.insert(*at));
            set
        })
        .collect()
}

/// The program that applies actions to objects, one after the other.
fn draw(store: &mut Store, terms: Terms, actions: &[&Action], objects: &[EntryId]) -> Option<EntryId> {
    let mut grid = terms.input;
    for (action, &objects) in actions.iter().zip(objects) {
        if let Draw::Replace { .. } = action.draw {
            let merged = terms.value(store, "merge", &[objects], terms.object)?;
            let colour = ground_entry(store, terms)?;
            grid = moves::apply(store, "fill", &[grid, colour, merged])?;
        }
    }
    for (action, &objects) in actions.iter().zip(objects) {
        let (fill, paint) = if action.is_under { ("underfill", "underpaint") } else { ("fill", "paint") };
        grid = match action.draw {
            Draw::Fill { colour, shape } => {
                let is_itself = store.entry(shape).column()[0] == function_value("toindices")?;
                let places = if is_itself {
                    terms.value(store, "merge", &[objects], terms.object)?
                } else {
                    terms.value(store, "mapply", &[shape, objects], terms.object)?
                };
                moves::apply(store, fill, &[grid, colour, places])?
            }
            Draw::Tint { colour, shape } => {
                let recolor = terms.name(store, "recolor")?;
                let tint = terms.function(store, "fork", &[recolor, colour, shape])?;
                let cells = terms.value(store, "mapply", &[tint, objects], terms.object)?;
                moves::apply(store, paint, &[grid, cells])?
            }
            Draw::Paint { change } | Draw::Replace { change } => {
                let cells = terms.value(store, "mapply", &[change, objects], terms.object)?;
                moves::apply(store, paint, &[grid, cells])?
            }
        };
    }
    Some(grid)
}

fn function_value(name: &str) -> Option<Value> {
    let id = crate::primitives::find(name)?;
    Some(Value::Function(crate::function::Function::Primitive(id)))
}

/// The ground's colour: a constant if it is the same in all samples.
fn ground_entry(store: &mut Store, terms: Terms) -> Option<EntryId> {
    let of = |value: &Value| match value {
        Value::Grid(grid) => Some(ground(grid)),
        _ => None,
    };
    let grounds: Option<Vec<i8>> = store.entry(terms.input).column().iter().map(of).collect();
    let grounds = grounds?;
    if grounds.iter().all(|&other| other == grounds[0]) {
        return terms.number(store, i64::from(grounds[0]));
    }
    moves::apply(store, "ground", &[terms.input])
}
