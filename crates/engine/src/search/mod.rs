//! Searches for programs that solve a task nobody wrote a program for.
//!
//! A [`Strategy`] extends a shared [`Store`] of values with the cheapest program for each, until a budget of fuel is
//! used up. It sees the demo pairs and the test inputs, never a test output: [`search`] removes them first.

mod catalogue;
mod complete;
mod count;
mod enumerate;
mod finish;
mod leaves;
mod library;
mod moves;
mod partition;
mod plan;
mod pointwise;
mod prior;
mod stamp;
mod store;
mod tables;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use crate::grid::Grid;
use crate::program::Program;
use crate::task::Task;

pub use complete::Complete;
pub use count::Count;
pub use enumerate::Enumerate;
pub use library::Recombine;
pub use partition::Partition;
pub use plan::{plan, Planned, STRATEGIES};
pub use prior::{operation_cost, primitive_cost};
pub use store::{Added, Entry, EntryId, Stop, Store};

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
    /// Its description length in bits.
    pub cost: u32,
    /// The number of demo samples that it solves.
    pub matched: usize,
    /// The mean similarity of its demo outputs to the expected ones, 0 to 1000.
    pub similarity: u32,
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

/// Runs strategies one after the other on a task and ranks what they propose.
///
/// Each strategy has fuel of its own, and what those before it left.
/// Test outputs are removed before anything else is done.
pub fn search(task: &Task, plan: &[Planned<'_>], proposals: usize) -> Found {
    let task = task.without_answers();
    let mut store = Store::new(&task);
    let mut stops = Vec::new();
    let mut budget = 0;
    for Planned { strategy, fuel } in plan {
        budget += fuel;
        store.begin(strategy.name(), budget.saturating_sub(store.fuel_used()));
        stops.push((strategy.name(), strategy.search(&mut store)));
    }
    Found { fuel: store.fuel_used(), values: store.len(), proposals: store.into_proposals(proposals), stops }
}
