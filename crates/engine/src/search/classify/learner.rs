//! Learns decision lists: rules of a few conditions, each right wherever it applies, until every cell is right.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use smallvec::SmallVec;

use super::bits::Bits;
use super::examples::{Examples, Literal, MAX_CELLS};
use crate::search::store::{EntryId, Store};

/// What a cell costs that no rule gets right, in bits.
const CELL_BITS: f64 = 8.0;

/// What a condition costs beside its test, in bits.
const CONDITION_BITS: u32 = 8;

/// What a test of a feature costs that an earlier rule uses, in bits.
const USED_BITS: u32 = 6;

/// How far learning goes.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many rules a list may have.
    pub rules: usize,
    /// How many conditions a rule may have.
    pub conditions: usize,
    /// How many unfinished rules are pursued at a time.
    pub beam: usize,
    /// How many tests are tried as further conditions of a rule.
    pub tests: usize,
    /// How many grids are tried as the source of a rule's colours.
    pub targets: usize,
}

/// A side of a split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The number of the split.
    pub split: usize,
    /// Whether cells must be in it, or must not.
    pub is_in: bool,
}

/// The cells that fulfil all of some conditions get the colours of a grid.
#[derive(Clone, Debug)]
pub struct Rule {
    /// The conditions.
    pub conditions: SmallVec<[Condition; 4]>,
    /// The number of the target.
    pub target: usize,
    /// The cells that fulfil them.
    pub cells: Bits,
    /// What it takes to describe the rule, in bits.
    pub cost: u32,
}

/// Rules, of which the first that applies decides, and a target for the cells to which none does.
#[derive(Clone, Debug)]
pub struct List {
    /// The rules.
    pub rules: Vec<Rule>,
    /// The number of the target of all other cells.
    pub base: usize,
    /// How many of the cells that it was learned from are not right.
    pub missing: usize,
}

impl List {
    /// The description length in bits.
    pub fn cost(&self, examples: &Examples) -> u32 {
        examples.targets[self.base].cost + self.rules.iter().map(|rule| rule.cost).sum::<u32>()
    }

    /// Whether all cells of a pair get the right colours.
    pub fn is_right_on(&self, examples: &Examples, pair: usize) -> bool {
        examples.pairs[pair].clone().all(|cell| {
            let rule = self.rules.iter().find(|rule| rule.cells.contains(cell));
            let target = rule.map_or(self.base, |rule| rule.target);
            examples.targets[target].right.contains(cell)
        })
    }
}

/// Learns lists from examples.
pub struct Learner<'e> {
    /// The examples.
    pub examples: &'e Examples,
    /// The features that may not be used.
    pub forbidden: &'e FxHashSet<EntryId>,
    /// How far to go.
    pub limits: Limits,
}

/// A rule under way: the cells that fulfil its conditions and are to be won, or would be lost.
struct Partial {
    conditions: SmallVec<[Condition; 4]>,
    cells: Bits,
    cost: u32,
    score: f64,
}

/// The words of a set that hold something.
struct Live(Vec<(u32, u64)>);

impl Live {
    /// The words of what two sets have in common.
    fn of(a: &Bits, b: &Bits) -> Live {
        let words = (0..a.words()).map(|at| (at as u32, a.word(at) & b.word(at)));
        Live(words.filter(|&(_, word)| word != 0).collect())
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn count(&self) -> u32 {
        self.0.iter().map(|(_, word)| word.count_ones()).sum()
    }

    /// How many of the numbers another set holds as well.
    #[inline]
    fn count_in(&self, other: &Bits) -> u32 {
        self.0.iter().map(|&(at, word)| (word & other.word(at as usize)).count_ones()).sum()
    }
}

/// The logarithms of the numbers of cells that there can be.
static LOGARITHMS: LazyLock<Vec<f64>> = LazyLock::new(|| (0..=MAX_CELLS).map(|count| (count as f64).log2()).collect());

/// The logarithm of a number of cells.
fn log2(count: u32) -> f64 {
    LOGARITHMS.get(count as usize).copied().unwrap_or(0.0)
}

impl Learner<'_> {
    /// A list that gets some cells right; it says how many it does not, as the limits may be too narrow or the fuel used
    /// up.
    pub fn learn(&self, store: &mut Store, base: usize, cells: &Bits) -> List {
        self.learn_while(store, base, cells, |_| true)
    }

    /// Whether the list that is learned without a pair gets all others right, and this one too.
    pub fn learns_without(&self, store: &mut Store, base: usize, pair: usize) -> bool {
        let mut undecided = Bits::of(self.examples.cells, |cell| self.examples.pairs[pair].contains(&cell));
        let list = self.learn_while(store, base, &self.examples.all_but(pair), |rule| {
            let decided = undecided.and(&rule.cells);
            undecided = undecided.without(&rule.cells);
            // No later rule makes up for what one gets wrong.
            decided.without(&self.examples.targets[rule.target].right).is_empty()
        });
        list.missing == 0 && list.is_right_on(self.examples, pair)
    }

    /// Learns a list, rule by rule, while it is to go on.
    fn learn_while(
        &self,
        store: &mut Store,
        base: usize,
        cells: &Bits,
        mut goes_on: impl FnMut(&Rule) -> bool,
    ) -> List {
        let mut open = cells.without(&self.examples.targets[base].right);
        let mut rules: Vec<Rule> = Vec::new();
        while !open.is_empty() && rules.len() < self.limits.rules && store.must_stop().is_none() {
            let Some(rule) = self.best_rule(store, base, cells, &open, &rules) else {
                break;
            };
            let is_last = !goes_on(&rule);
            open = open.without(&rule.cells);
            rules.push(rule);
            if is_last {
                break;
            }
        }
        List { rules, base, missing: open.count() }
    }

    fn best_rule(&self, store: &mut Store, base: usize, cells: &Bits, open: &Bits, rules: &[Rule]) -> Option<Rule> {
        let mut targets: Vec<(usize, f64)> = Vec::new();
        for (number, target) in self.examples.targets.iter().enumerate() {
            let won = open.and(&target.right).count();
            if won > 0 && number != base && !self.forbidden.contains(&target.grid) {
                targets.push((number, CELL_BITS * won as f64 - f64::from(self.target_cost(number, rules))));
            }
        }
        store.charge((self.examples.targets.len() * open.words() * 2) as u64);
        targets.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        targets.truncate(self.limits.targets);
        let mut best: Option<(f64, Rule)> = None;
        let costs = self.condition_costs(rules);
        store.charge(4 * costs.len() as u64);
        for (target, _) in targets {
            let found = self.rule_for(store, target, cells, open, rules, &costs);
            if let Some((gain, rule)) = found {
                if best.as_ref().is_none_or(|(other, _)| gain > *other) {
                    best = Some((gain, rule));
                }
            }
        }
        best.map(|(_, rule)| rule)
    }

    fn target_cost(&self, target: usize, rules: &[Rule]) -> u32 {
        if rules.iter().any(|rule| rule.target == target) {
            1
        } else {
            self.examples.targets[target].cost
        }
    }

    /// What a condition on each split costs beside earlier rules, `None` where no test of it is allowed; a feature that
    /// they use is named at the price of a variable.
    fn condition_costs(&self, rules: &[Rule]) -> Vec<Option<u32>> {
        let conditions = rules.iter().flat_map(|rule| &rule.conditions);
        let used: FxHashSet<EntryId> = conditions
            .filter_map(|condition| self.examples.splits[condition.split].literal(self.forbidden))
            .map(|literal| literal.feature)
            .collect();
        let cost = |literal: &Literal| if used.contains(&literal.feature) { USED_BITS } else { literal.cost };
        let splits = self.examples.splits.iter();
        splits.map(|split| split.literal(self.forbidden).map(|literal| CONDITION_BITS + cost(literal))).collect()
    }

    /// Looks for the rule of a target that saves most bits; gives also how many.
    fn rule_for(
        &self,
        store: &mut Store,
        target: usize,
        cells: &Bits,
        open: &Bits,
        rules: &[Rule],
        costs: &[Option<u32>],
    ) -> Option<(f64, Rule)> {
        let right = &self.examples.targets[target].right;
        let (positive, negative) = (open.and(right), cells.without(right));
        let (wins, losses) = (positive.count() as f64, negative.count() as f64);
        let prior = (wins / (wins + losses)).log2();
        let start = Partial {
            conditions: SmallVec::new(),
            cells: cells.clone(),
            cost: self.target_cost(target, rules),
            score: 0.0,
        };
        let mut best: Option<(f64, Rule)> = None;
        let mut beam = vec![start];
        let mut shortlist: Vec<usize> = (0..self.examples.splits.len()).collect();
        for depth in 0..self.limits.conditions {
            let mut next: Vec<Partial> = Vec::new();
            // For each split the score of the better of its sides as the first condition of a rule.
            let mut scored: Vec<(f64, usize)> = Vec::new();
            for partial in &beam {
                if store.must_stop().is_some() {
                    return best;
                }
                let won = Live::of(&positive, &partial.cells);
                let lost = Live::of(&negative, &partial.cells);
                let total = (won.count(), lost.count());
                store.charge((shortlist.len() * ((won.len() + lost.len()) / 2 + 4)) as u64);
                for &split in &shortlist {
                    let Some(condition_cost) = costs[split] else {
                        continue;
                    };
                    let cells = &self.examples.splits[split].cells;
                    let inside = (won.count_in(cells), lost.count_in(cells));
                    for (is_in, won, lost) in
                        [(true, inside.0, inside.1), (false, total.0 - inside.0, total.1 - inside.1)]
                    {
                        // A condition must keep some cells to be won, and spare some that would be lost.
                        if won == 0 || lost == total.1 {
                            continue;
                        }
                        let cost = partial.cost + condition_cost;
                        if lost == 0 {
                            let gain = CELL_BITS * f64::from(won) - f64::from(cost);
                            if best.as_ref().is_none_or(|(other, _)| gain > *other) {
                                let rule = self.rule(partial, Condition { split, is_in }, target, cost);
                                best = Some((gain, rule));
                            }
                            continue;
                        }
                        let share = log2(won) - log2(won + lost);
                        let score = f64::from(won) * (share - prior) - 0.1 * f64::from(cost);
                        if depth == 0 {
                            match scored.last_mut().filter(|(_, last)| *last == split) {
                                Some((known, _)) => *known = known.max(score),
                                None => scored.push((score, split)),
                            }
                        }
                        if depth + 1 < self.limits.conditions {
                            let worst = next.last().map_or(f64::NEG_INFINITY, |partial| partial.score);
                            if next.len() < self.limits.beam || score > worst {
                                let extended = self.extend(partial, Condition { split, is_in }, cost, score);
                                let place = next.partition_point(|other| other.score >= score);
                                // Partial rules of the same cells are pursued once.
                                let is_known = next[..place].iter().any(|other| other.cells == extended.cells);
                                if !is_known {
                                    next.insert(place, extended);
                                    next.truncate(self.limits.beam);
                                }
                            }
                        }
                    }
                }
            }
            if depth == 0 {
                let order = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
                if scored.len() > self.limits.tests {
                    scored.select_nth_unstable_by(self.limits.tests, order);
                    scored.truncate(self.limits.tests);
                }
                scored.sort_unstable_by(order);
                shortlist = scored.iter().map(|&(_, split)| split).collect();
            }
            beam = next;
        }
        best
    }

    fn extend(&self, partial: &Partial, condition: Condition, cost: u32, score: f64) -> Partial {
        let split = &self.examples.splits[condition.split].cells;
        let cells = if condition.is_in { partial.cells.and(split) } else { partial.cells.without(split) };
        let mut conditions = partial.conditions.clone();
        conditions.push(condition);
        Partial { conditions, cells, cost, score }
    }

    fn rule(&self, partial: &Partial, condition: Condition, target: usize, cost: u32) -> Rule {
        // Also cells that are not learned from fulfil the conditions or do not.
        let all = Bits::of(self.examples.cells, |_| true);
        let whole = Partial { cells: all, ..self.extend(partial, condition, cost, 0.0) };
        let cells = whole.conditions.iter().fold(whole.cells, |cells, condition| {
            let split = &self.examples.splits[condition.split].cells;
            if condition.is_in {
                cells.and(split)
            } else {
                cells.without(split)
            }
        });
        Rule { conditions: whole.conditions, target, cells, cost }
    }
}
