//! Cell classifiers: the output's colour of a cell is decided by a short list of rules over features of the cell.
//!
//! A feature is a grid of the outputs' size, made of the input by ordinary primitives, and a rule gives the cells where
//! some features have certain values the colours of a grid; so a classifier is an expression like any other, a chain of
//! `choose`. Rules are learned from all cells of the demo pairs. As there are many features, lists that fit are often
//! wrong: one counts for less if the lists learned without one of the pairs do not get that pair right.

mod bits;
mod examples;
mod features;
mod frames;
mod learner;
mod parts;
#[cfg(test)]
mod tests;

use rustc_hash::{FxHashMap, FxHashSet};

use super::moves::{apply, constant};
use super::store::{EntryId, Stop, Store};
use super::{catalogue, Strategy};
use crate::program::Operation;
use crate::value::Value;

use bits::Bits;
use examples::{Examples, Test};
use features::{Feature, Features};
use learner::{Learner, Limits, List, Rule};

/// How many grids of the outputs' size are looked at.
const MAX_FRAMES: usize = 16;

/// How many of them features are computed of: with little fuel, and at most.
const MAX_ROOTS: usize = 2;
const MAX_WIDE_ROOTS: usize = 4;

/// How many grids are tried as the one that rules are painted on: at first, and with more features.
const BASES: [usize; 2] = [3, 2];

/// How many lists are learned on each of them, each without the features that its forerunners begin with.
const ROUNDS: [usize; 2] = [3, 2];

/// How many of the features in use are looked into further at each stage.
const MAX_DEEPENED: usize = 8;

/// The longest list that is proposed though it gets no pair right that it is not learned from, in bits.
const MAX_UNSTABLE_BITS: u32 = 240;

/// How many bits a list counts as longer if it gets no pair right that it is not learned from.
const DOUBT_BITS: usize = 60;

/// Learns cell classifiers.
pub struct Classify;

impl Strategy for Classify {
    fn name(&self) -> &'static str {
        "classify"
    }

    fn search(&self, store: &mut Store) -> Stop {
        match Classification::new(store) {
            Some(mut classification) => classification.run(store),
            None => store.must_stop().unwrap_or(Stop::Exhausted),
        }
    }
}

/// What a list depends on at one of its steps: a test, its outcome and the grid of the colours then given.
type Choice = (Option<(EntryId, Test, bool)>, EntryId);

/// A search for lists under way.
struct Classification {
    examples: Examples,
    /// Grids of the outputs' size that features are computed of.
    roots: Vec<EntryId>,
    /// The features that are examples already.
    known: FxHashSet<EntryId>,
    /// The features and grids that have been looked into.
    deepened: FxHashSet<EntryId>,
    /// The features of the lists so far, the most useful first.
    used: Vec<(Feature, i8)>,
    /// The lists that have been judged.
    judged: FxHashSet<Vec<Choice>>,
    /// The expressions proposed, with their doubts in bits.
    proposed: FxHashMap<EntryId, u32>,
    /// Whether features have been added to the first.
    stage: usize,
    /// The best list that does not fit, as an expression, with the number of cells that it gets wrong.
    partial: Option<(EntryId, usize)>,
}

impl Classification {
    fn new(store: &mut Store) -> Option<Classification> {
        let input = store.add_leaf(Operation::Input, catalogue::grid(), 1)?.id;
        let examples = Examples::of(store)?;
        let frames = frames::frames(store, input, store.wide(MAX_FRAMES));
        let roots: Vec<EntryId> = frames.iter().copied().take(store.wide(MAX_ROOTS).min(MAX_WIDE_ROOTS)).collect();
        let mut classification = Classification {
            examples,
            roots,
            known: FxHashSet::default(),
            deepened: FxHashSet::default(),
            used: Vec::new(),
            judged: FxHashSet::default(),
            proposed: FxHashMap::default(),
            stage: 0,
            partial: None,
        };
        let roots = classification.roots.clone();
        classification.extend(store, |features| {
            roots.iter().for_each(|&root| features.of_grid(root));
            frames.iter().for_each(|&frame| features.keep(frame, true));
        });
        (!frames.is_empty()).then_some(classification)
    }

    /// Learns, with more features at each stage, until some list is right on every pair that it is not learned from.
    fn run(&mut self, store: &mut Store) -> Stop {
        let mut limits = Limits { rules: 6, conditions: 3, beam: 6, tests: 300, targets: 8 };
        loop {
            let is_stable = self.learn(store, limits);
            if is_stable {
                return Stop::Solved;
            }
            if let Some(stop) = store.must_stop() {
                return stop;
            }
            let known = self.known.len();
            self.deepen(store);
            self.stage = 1;
            if self.known.len() == known {
                if limits.conditions == 4 {
                    return Stop::Exhausted;
                }
                limits = Limits { rules: 7, conditions: 4, beam: 16, tests: 1000, targets: 16 };
            }
        }
    }

    /// Adds features as examples.
    fn extend(&mut self, store: &mut Store, make: impl FnOnce(&mut Features<'_>)) {
        let mut features = Features::new(store);
        make(&mut features);
        for feature in features.found() {
            if store.must_stop().is_none() && self.known.insert(feature.grid) {
                self.examples.add(store, feature);
            }
        }
    }

    /// Adds more features: of what the lists so far have used, and of the best list that does not fit.
    fn deepen(&mut self, store: &mut Store) {
        let fresh: Vec<(Feature, i8)> =
            self.used.iter().copied().filter(|(feature, _)| !self.deepened.contains(&feature.grid)).collect();
        let mut chosen: Vec<(Feature, Vec<i8>)> = Vec::new();
        for (feature, value) in fresh {
            match chosen.iter().position(|(other, _)| other.grid == feature.grid) {
                Some(at) if chosen[at].1.contains(&value) => {}
                Some(at) => chosen[at].1.push(value),
                None if chosen.len() < store.wide(MAX_DEEPENED) => chosen.push((feature, vec![value])),
                None => {}
            }
        }
        self.deepened.extend(chosen.iter().map(|(feature, _)| feature.grid));
        let partial = self.partial.map(|(grid, _)| grid).filter(|&grid| self.deepened.insert(grid));
        let fresh_roots: Vec<EntryId> = self.roots.iter().copied().filter(|&root| self.deepened.insert(root)).collect();
        let Some(&root) = self.roots.first() else {
            return;
        };
        self.extend(store, |features| {
            fresh_roots.iter().for_each(|&root| features.more_of_grid(root));
            chosen.iter().for_each(|(feature, values)| features.of_feature(*feature, values, root));
            partial.iter().for_each(|&grid| features.of_grid(grid));
        });
    }

    /// Learns lists on several bases; gives whether some list is right on every pair that it is not learned from.
    fn learn(&mut self, store: &mut Store, limits: Limits) -> bool {
        let mut is_stable = false;
        let pairs = self.examples.pairs.len();
        for base in bases(&self.examples, store.wide_in_pairs(BASES[self.stage])) {
            let mut forbidden = FxHashSet::default();
            for _ in 0..store.wide_in_pairs(ROUNDS[self.stage]) {
                let learner = Learner { examples: &self.examples, forbidden: &forbidden, limits };
                let list = learner.learn(store, base, &Bits::of(self.examples.cells, |_| true));
                if store.must_stop().is_some() && list.missing > 0 {
                    return is_stable;
                }
                if self.judged.insert(choices(&self.examples, &list, &forbidden)) {
                    let is_fit = list.missing == 0;
                    let stable = if is_fit { stable_pairs(store, &learner, base) } else { 0 };
                    is_stable |= is_fit && stable == pairs;
                    if is_fit && (stable > 0 || self.stage == 0 && list.cost(&self.examples) < MAX_UNSTABLE_BITS) {
                        self.propose(store, &list, &forbidden, stable);
                    } else if !is_fit && self.partial.is_none_or(|(_, missing)| list.missing < missing) {
                        let grid = write(store, &self.examples, &list, &forbidden);
                        self.partial = grid.map(|grid| (grid, list.missing)).or(self.partial);
                    }
                    self.remember(&list, &forbidden);
                }
                let first_rule = first_features(&self.examples, &list, &forbidden);
                if list.missing > 0 || first_rule.is_empty() {
                    break;
                }
                forbidden.extend(first_rule);
            }
        }
        is_stable
    }

    /// Adds a list's expression, in doubt if there are pairs that the list learned without them fails on; an answer counts
    /// by the least doubtful of its lists, and not at all as doubtful if an earlier strategy has found it.
    fn propose(&mut self, store: &mut Store, list: &List, forbidden: &FxHashSet<EntryId>, stable: usize) {
        let known = store.len();
        let pairs = self.examples.pairs.len();
        let Some(grid) = write(store, &self.examples, list, forbidden) else {
            return;
        };
        let bits = (DOUBT_BITS * (pairs - stable) / pairs) as u32;
        let earlier = self.proposed.get(&grid).copied();
        if earlier.is_some() || store.ids().skip(known).any(|new| new == grid) {
            let bits = earlier.map_or(bits, |earlier| earlier.min(bits));
            store.doubt_solution(grid, bits);
            self.proposed.insert(grid, bits);
        }
    }

    /// Remembers which features a list has used.
    fn remember(&mut self, list: &List, forbidden: &FxHashSet<EntryId>) {
        for condition in list.rules.iter().flat_map(|rule| &rule.conditions) {
            let Some(literal) = self.examples.splits[condition.split].literal(forbidden) else {
                continue;
            };
            let (Test::Is(value) | Test::AtLeast(value)) = literal.test;
            let feature = Feature { grid: literal.feature, is_colour: literal.is_colour };
            if !self.used.iter().any(|(other, known)| other.grid == feature.grid && *known == value) {
                self.used.push((feature, value));
            }
        }
    }
}

/// What a list depends on, step by step.
fn choices(examples: &Examples, list: &List, forbidden: &FxHashSet<EntryId>) -> Vec<Choice> {
    let mut choices = vec![(None, examples.targets[list.base].grid)];
    for rule in &list.rules {
        for condition in &rule.conditions {
            let literal = examples.splits[condition.split].literal(forbidden);
            let test = literal.map(|literal| (literal.feature, literal.test, condition.is_in == literal.is_negated));
            choices.push((test, examples.targets[rule.target].grid));
        }
    }
    choices
}

/// The targets that are right on most cells for their cost.
fn bases(examples: &Examples, limit: usize) -> Vec<usize> {
    let mut bases: Vec<usize> = (0..examples.targets.len()).collect();
    let worth = |&base: &usize| {
        let target = &examples.targets[base];
        i64::from(target.cost) - 8 * target.right.count() as i64
    };
    bases.sort_by_key(|base| (worth(base), *base));
    bases.truncate(limit);
    bases
}

/// How many pairs are got right by the list that is learned without them.
fn stable_pairs(store: &mut Store, learner: &Learner<'_>, base: usize) -> usize {
    (0..learner.examples.pairs.len()).filter(|&pair| learner.learns_without(store, base, pair)).count()
}

/// The features of the first rule.
fn first_features(examples: &Examples, list: &List, forbidden: &FxHashSet<EntryId>) -> Vec<EntryId> {
    let conditions = list.rules.iter().take(1).flat_map(|rule| &rule.conditions);
    let literals = conditions.filter_map(|condition| examples.splits[condition.split].literal(forbidden));
    literals.map(|literal| literal.feature).collect()
}

/// The expression of a list.
fn write(store: &mut Store, examples: &Examples, list: &List, forbidden: &FxHashSet<EntryId>) -> Option<EntryId> {
    let mut grid = examples.targets[list.base].grid;
    for rule in list.rules.iter().rev() {
        grid = write_rule(store, examples, rule, grid, forbidden)?;
    }
    Some(grid)
}

fn write_rule(
    store: &mut Store,
    examples: &Examples,
    rule: &Rule,
    other: EntryId,
    forbidden: &FxHashSet<EntryId>,
) -> Option<EntryId> {
    let mut grid = examples.targets[rule.target].grid;
    for condition in rule.conditions.iter().rev() {
        let literal = examples.splits[condition.split].literal(forbidden)?;
        let (feature, value) = match literal.test {
            Test::Is(value) => (literal.feature, value),
            Test::AtLeast(value) => {
                let value = constant(store, Value::Integer(i64::from(value)))?;
                (apply(store, "atleast", &[literal.feature, value])?, 1)
            }
        };
        let value = constant(store, Value::Integer(i64::from(value)))?;
        let (yes, no) = if condition.is_in == literal.is_negated { (other, grid) } else { (grid, other) };
        grid = apply(store, "choose", &[feature, value, yes, no])?;
    }
    Some(grid)
}
