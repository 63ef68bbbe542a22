//! Searches for programs that solve a task nobody wrote a program for.
//!
//! A [`Strategy`] extends a shared [`Store`] of values with the cheapest program for each, until a budget of fuel is
//! used up. It sees the demo pairs and the test inputs, never a test output: [`search`] removes them first.

mod assemble;
mod base;
mod catalogue;
mod classify;
mod complete;
mod count;
mod doubt;
mod draw;
mod enumerate;
mod finish;
mod gauges;
mod leaves;
mod library;
mod likeness;
mod moves;
mod partition;
mod plan;
mod pointwise;
mod prior;
mod rearrange;
mod recolour;
mod rules;
mod stamp;
mod store;
mod tables;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod transform;
mod unfold;
mod vary;
mod view;

use std::cmp::Reverse;
use std::collections::VecDeque;

use rustc_hash::FxHashSet;

use crate::grid::Grid;
use crate::parallel::Cancel;
use crate::program::Program;
use crate::scoreboard::EXACT;
use crate::similarity::similarity;
use crate::task::Task;
use crate::value::Value;

pub use classify::Classify;
pub use complete::Complete;
pub use count::Count;
pub use draw::Draw;
pub use enumerate::Enumerate;
pub use library::Recombine;
use likeness::Likeness;
pub use partition::Partition;
pub use plan::STRATEGIES;
use plan::{plan, Planned, TRUSTED};
pub use prior::{operation_cost, primitive_cost};
pub use rules::Rules;
pub use store::{Added, Entry, EntryId, Stop, Store};
pub use transform::Transform;
pub use vary::Vary;
pub use view::View;

/// A way to search.
pub trait Strategy {
    /// The name in records and reports.
    fn name(&self) -> &'static str;

    /// Extends the store, and says why it stopped.
    fn search(&self, store: &mut Store) -> Stop;
}

/// A program that a search proposes for a task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The program.
    pub program: Program,
    /// The strategy that found it.
    pub strategy: &'static str,
    /// Its description length in bits, with what is to be added for doubt.
    pub cost: u32,
    /// The number of demo samples that another program, found as well, would have been the shorter one without.
    pub rivals: usize,
    /// The number of demo samples that it solves.
    pub matched: usize,
    /// The mean similarity of its demo outputs to the expected ones, 0 to 1000.
    pub similarity: u32,
    /// The fuel that the task had used when it was found.
    pub fuel: u64,
    /// What it gives on each test input; `None` where that is no grid that a submission may hold.
    pub outputs: Vec<Option<Grid>>,
}

/// What a search gave.
#[derive(Clone, Debug)]
pub struct Found {
    /// The proposals, best first: by demo samples solved, then similarity, then description length.
    pub proposals: Vec<Proposal>,
    /// The fuel used.
    pub fuel: u64,
    /// The number of distinct values met.
    pub values: usize,
    /// Why each strategy stopped, in the order in which they ran.
    pub stops: Vec<(&'static str, Stop)>,
}

/// What a search runs, and with what.
pub struct Settings<'a> {
    /// Known programs to try, most promising first.
    pub programs: &'a [Program],
    /// The fuel of the task.
    pub fuel: u64,
    /// Which of [`STRATEGIES`] run, by name.
    pub is_wanted: &'a (dyn Fn(&str) -> bool + Sync),
    /// How many programs are proposed at most.
    pub proposals: usize,
    /// Cuts the search short, as if it were out of fuel.
    pub cancel: Cancel,
}

/// The share of a task's fuel with which it is searched as it is.
const PLAIN_SHARE: f64 = 0.65;

/// The fuel up to which a task is searched as it is with that share of it; of what is beyond, half is used.
const PLAIN_FUEL: u64 = 250_000_000;

/// The description length in bits up to which a program that solves all demo samples ends the search.
const SURE: u32 = 120;

/// The fuel that is worth setting out anew from a grid on the way to the outputs.
const STONE_FUEL: u64 = 60_000_000;

/// What it adds to the description length of a program that it goes on from such a grid, in bits: each of many gives
/// another chance to fit by accident.
const STONE_BITS: u32 = 20;

/// Searches a task as it is and, if no program is found that surely solves it, under other views of it, and on from the
/// grids that have come some way to the outputs.
///
/// Test outputs are removed before anything else is done.
pub fn search(task: &Task, settings: &Settings<'_>) -> Found {
    let task = task.without_answers();
    let fuel = settings.fuel;
    let plain_fuel = (fuel.min(PLAIN_FUEL) as f64 * PLAIN_SHARE) as u64 + fuel.saturating_sub(PLAIN_FUEL) / 2;
    let mut views: VecDeque<(View, u32)> =
        View::of(&task, fuel - plain_fuel).into_iter().map(|view| (view, 0)).collect();
    let (mut found, stones) = run(&task, plain_fuel, settings);
    let mut known: FxHashSet<Program> = FxHashSet::default();
    let onward = |ready: Program| Some((View::prepared(ready)?, STONE_BITS));
    views.extend(stones.into_iter().filter(|ready| known.insert(ready.clone())).filter_map(onward));
    while let Some((view, doubt)) = views.pop_front() {
        let left = fuel.saturating_sub(found.fuel);
        let is_sure = found.proposals.first().is_some_and(|best| best.matched == task.demo.len() && best.cost < SURE);
        if is_sure || left == 0 || settings.cancel.is_set() {
            break;
        }
        let Some(seen) = view.derive(&task) else {
            continue;
        };
        // What a view leaves is there for those after it.
        let worth = left.div_ceil(views.len() as u64 + 1).max(STONE_FUEL).min(left);
        let (more, stones) = run(&seen, worth, settings);
        let before = found.fuel;
        found.fuel += more.fuel;
        found.values += more.values;
        found.stops.extend(more.stops);
        found.proposals.extend(more.proposals.into_iter().filter_map(|proposal| {
            let proposal = restored(proposal, &view, &task)?;
            Some(Proposal { fuel: before + proposal.fuel, cost: proposal.cost + doubt, ..proposal })
        }));
        rank(&mut found.proposals, settings.proposals);
        let further = stones.iter().filter_map(|ready| view.restore(ready)).filter(|ready| known.insert(ready.clone()));
        views.extend(further.filter_map(onward));
    }
    doubt::doubt_one_sided(&task, &mut found.proposals);
    rank(&mut found.proposals, settings.proposals);
    found
}

/// Runs the strategies one after the other; each has fuel of its own, and what those before it left. One that can be
/// trusted ends the search where it is the first to find a program that solves all demo samples, and what that gives
/// lacks nothing that these have in common.
///
/// Also gives the programs to set out from anew.
fn run(task: &Task, fuel: u64, settings: &Settings<'_>) -> (Found, Vec<Program>) {
    let mut store = Store::new(task);
    store.heed(settings.cancel.clone());
    store.widen(fuel);
    let likeness = Likeness::of(task);
    let mut stops = Vec::new();
    let mut budget = 0;
    for Planned { strategy, fuel: share } in plan(settings.programs, fuel, settings.is_wanted) {
        budget += share;
        store.begin(strategy.name(), budget.saturating_sub(store.fuel_used()));
        let was_solved = store.cheapest_solution().is_some();
        stops.push((strategy.name(), strategy.search(&mut store)));
        let is_solved = store.cheapest_solution().is_some();
        let is_trusted = is_solved && !was_solved && TRUSTED.contains(&strategy.name());
        let is_like = || store.cheapest_outputs().is_some_and(|all| likeness.ways_unlike(&task.test, &all) == 0);
        if is_trusted && is_like() || settings.cancel.is_set() {
            break;
        }
    }
    let is_sure = store.cheapest_solution().is_some_and(|cost| cost < SURE);
    let stones = if is_sure { Vec::new() } else { store.stones((1 + fuel / STONE_FUEL) as usize) };
    let (fuel, values) = (store.fuel_used(), store.len());
    let mut proposals = store.into_proposals();
    for proposal in proposals.iter_mut().filter(|proposal| proposal.matched == task.demo.len()) {
        proposal.cost += doubt::doubt(task, &likeness, proposal);
    }
    rank(&mut proposals, settings.proposals);
    (Found { proposals, fuel, values, stops }, stones)
}

/// Orders proposals, best first, and leaves out those beyond a number.
fn rank(proposals: &mut Vec<Proposal>, limit: usize) {
    proposals.sort_by_key(|proposal| (Reverse(proposal.matched), Reverse(proposal.similarity), proposal.cost));
    proposals.truncate(limit);
}

/// A proposal for a task under a view as one for the task itself, run anew on all of its samples.
fn restored(proposal: Proposal, view: &View, task: &Task) -> Option<Proposal> {
    let program = view.restore(&proposal.program)?;
    let mut outputs = view::outputs(&program, task.samples().map(|sample| &sample.input));
    let tests = outputs.split_off(task.demo.len());
    let scores: Vec<u32> = outputs
        .into_iter()
        .zip(&task.demo)
        .map(|(grid, sample)| match (grid, &sample.output) {
            (Some(grid), Some(expected)) => u32::from(similarity(&Value::Grid(grid), expected)),
            _ => 0,
        })
        .collect();
    let doubt = proposal.cost.saturating_sub(proposal.program.cost());
    Some(Proposal {
        cost: program.cost() + doubt,
        rivals: proposal.rivals,
        program,
        strategy: proposal.strategy,
        fuel: proposal.fuel,
        matched: scores.iter().filter(|&&score| score == u32::from(EXACT)).count(),
        similarity: scores.iter().sum::<u32>() / scores.len().max(1) as u32,
        outputs: tests.into_iter().map(|grid| grid.filter(Grid::is_task_grid)).collect(),
    })
}
