//! The solutions in a store: entries that give all demo outputs, those that come near, and the programs of both.

use rustc_hash::FxHashMap;

use super::{Entry, EntryId, Store};
use crate::grid::Grid;
use crate::program::{Builder, Node, NodeId, Program};
use crate::scoreboard::EXACT;
use crate::search::{catalogue, Proposal};
use crate::similarity::similarity;
use crate::value::Value;

/// How many partial solutions are kept.
const MAX_PARTIAL: usize = 16;

/// How many full solutions are kept.
const MAX_FULL: usize = 64;

/// A full or partial solution.
pub(super) struct Hit {
    pub(super) entry: EntryId,
    strategy: &'static str,
    matched: usize,
    similarity: u32,
    /// The fuel that had been used when it was met.
    fuel: u64,
    /// What its strategy adds to its description length, in bits.
    pub(super) doubt: u32,
}

impl Store {
    /// Records an entry that solves the demo samples, or comes near.
    pub(super) fn judge(&mut self, id: EntryId) {
        let entry = &self.entries[id.0 as usize];
        if entry.ty != catalogue::grid() || self.expected.is_empty() {
            return;
        }
        let same_size = |(value, expected): (&Value, &Grid)| match value {
            Value::Grid(grid) => grid.height() == expected.height() && grid.width() == expected.width(),
            _ => false,
        };
        if !self.partial.is_empty() && !entry.column.iter().zip(&self.expected).any(same_size) {
            return;
        }
        let (mut matched, mut total, mut failed) = (0, 0, 0);
        for (at, (value, expected)) in entry.column.iter().zip(&self.expected).enumerate() {
            let score = similarity(value, expected);
            matched += usize::from(score == EXACT);
            total += u32::from(score);
            if score != EXACT {
                failed = at;
            }
        }
        if matched > 0 && matched + 1 == self.expected.len() {
            self.rivals[failed] = self.rivals[failed].min(entry.cost);
        }
        let hit = Hit {
            entry: id,
            strategy: self.strategy,
            matched,
            similarity: total / self.expected.len() as u32,
            fuel: self.fuel_used(),
            doubt: self.doubt,
        };
        if matched == self.expected.len() {
            self.cheapest = self.cheapest.min(entry.cost + self.doubt);
            if self.full.len() < MAX_FULL {
                self.full.push(hit);
                return;
            }
            let cost = |hit: &Hit| self.entries[hit.entry.0 as usize].cost + hit.doubt;
            let dearest = self.full.iter_mut().max_by_key(|hit| cost(hit));
            if let Some(dearest) = dearest.filter(|other| cost(other) > cost(&hit)) {
                *dearest = hit;
            }
            return;
        }
        let rank = |hit: &Hit| (hit.matched, hit.similarity);
        let at = self.partial.partition_point(|other| rank(other) >= rank(&hit));
        if at < MAX_PARTIAL {
            self.partial.insert(at, hit);
            self.partial.truncate(MAX_PARTIAL);
        }
    }

    /// What the cheapest program that solves all demo samples gives for the test inputs; `None` where that is no grid.
    pub(in crate::search) fn cheapest_outputs(&self) -> Option<Vec<Option<Grid>>> {
        let cheapest = self.full.iter().min_by_key(|hit| self.entry(hit.entry).cost + hit.doubt)?;
        Some(self.entry(cheapest.entry).column()[self.expected.len()..].iter().map(task_grid).collect())
    }

    /// Records that an expression of some cost solves all demo samples but one.
    pub(in crate::search) fn rival(&mut self, but: usize, cost: u32) {
        self.rivals[but] = self.rivals[but].min(cost);
    }

    /// The grids that are worth setting out from anew: those of the outputs' size that come nearest to them for their
    /// length, without a wrong cell where the input has the right one.
    pub(in crate::search) fn on_the_way(&mut self, limit: usize) -> Vec<EntryId> {
        let mut stones: Vec<(i64, u32, EntryId)> = Vec::new();
        let mut looked_at = 0;
        for id in self.ids() {
            let entry = self.entry(id);
            if Some(id) == self.input || entry.ty != catalogue::grid() {
                continue;
            }
            looked_at += 20;
            if let Some(share) = self.progress(entry, &mut looked_at) {
                let worth = i64::from(share) / 8 - i64::from(entry.cost);
                stones.push((-worth, entry.cost, id));
            }
        }
        self.charge(looked_at);
        stones.sort_unstable();
        stones.truncate(limit);
        stones.into_iter().map(|(_, _, id)| id).collect()
    }

    /// The programs of such grids.
    pub(in crate::search) fn stones(&mut self, limit: usize) -> Vec<Program> {
        let stones = self.on_the_way(limit);
        let mut builder = Builder::new();
        let mut nodes = FxHashMap::default();
        let results: Vec<NodeId> = stones.iter().map(|&id| self.node(id, &mut builder, &mut nodes)).collect();
        results.into_iter().map(|node| builder.program(node)).filter(|program| !program.uses_samples()).collect()
    }

    /// How far a grid has come from the input to the outputs, of 1000: `None` if it is no grid of their size, or undoes
    /// what is right.
    fn progress(&self, entry: &Entry, looked_at: &mut u64) -> Option<u32> {
        let (mut done, mut missing) = (0u32, 0u32);
        for ((value, expected), input) in entry.column.iter().zip(&self.expected).zip(&self.inputs) {
            let Value::Grid(grid) = value else {
                return None;
            };
            if grid.height() != expected.height() || grid.width() != expected.width() {
                return None;
            }
            *looked_at += grid.cells().len() as u64;
            let is_comparable = input.height() == expected.height() && input.width() == expected.width();
            let mut done_here = 0;
            for (at, (cell, expected)) in grid.cells().iter().zip(expected.cells()).enumerate() {
                let was_right = is_comparable && input.cells()[at] == *expected;
                match (was_right, cell == expected) {
                    (true, true) => {}
                    (true, false) => return None,
                    (false, true) => done_here += 1,
                    (false, false) => missing += 1,
                }
            }
            if done_here == 0 {
                return None;
            }
            done += done_here;
        }
        Some(1000 * done / (done + missing).max(1))
    }

    /// The full solutions and the best partial ones.
    pub fn into_proposals(self) -> Vec<Proposal> {
        let demos = self.expected.len();
        let mut builder = Builder::new();
        let mut nodes = FxHashMap::default();
        self.full
            .iter()
            .chain(&self.partial)
            .map(|hit| {
                let entry = self.entry(hit.entry);
                let node = self.node(hit.entry, &mut builder, &mut nodes);
                let program = builder.program(node);
                let rivals = self.rivals.iter().filter(|&&cost| cost < entry.cost).count();
                Proposal {
                    cost: program.cost() + hit.doubt,
                    rivals,
                    program,
                    strategy: hit.strategy,
                    matched: hit.matched,
                    similarity: hit.similarity,
                    fuel: hit.fuel,
                    outputs: entry.column[demos..].iter().map(task_grid).collect(),
                }
            })
            .collect()
    }

    /// Adds an entry's expression to a graph; arguments cost less than what is made of them, so that this ends.
    fn node(&self, id: EntryId, builder: &mut Builder, known: &mut FxHashMap<EntryId, NodeId>) -> NodeId {
        let mut stack = vec![(id, false)];
        while let Some((id, are_arguments_known)) = stack.pop() {
            if known.contains_key(&id) {
                continue;
            }
            let entry = self.entry(id);
            if !are_arguments_known {
                stack.push((id, true));
                stack.extend(entry.arguments.iter().map(|&argument| (argument, false)));
                continue;
            }
            let node = builder.add(Node {
                operation: entry.operation.clone(),
                arguments: entry.arguments.iter().map(|id| known[id]).collect(),
            });
            known.insert(id, node);
        }
        known[&id]
    }
}

/// A grid that a submission may hold.
fn task_grid(value: &Value) -> Option<Grid> {
    value.as_grid().filter(|grid| grid.is_task_grid()).cloned()
}
