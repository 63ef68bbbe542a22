//! The store of values met in a search, each with the cheapest expression found for it.
//!
//! A value here is a *column*: what an expression gives on every sample of the task, demo and test inputs alike.
//! Expressions with equal columns are one entry (observational equivalence).

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::Proposal;
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::{Limits, Machine};
use crate::program::{Builder, Node, NodeId, Operation};
use crate::scoreboard::{similarity, EXACT};
use crate::task::Task;
use crate::types::Type;
use crate::value::Value;

/// What one expression may use on one sample.
const STEP_LIMITS: Limits = Limits {
    fuel: 400_000,
    memory: 4 << 20,
};

/// What an expression costs beside its evaluation: looking its column up and keeping it.
const COLUMN_FUEL: u64 = 300;

/// How many memory bytes all columns of a search may take, counted as allocated.
const STORE_BYTES: u64 = 256 << 20;

/// How many partial solutions are kept.
const MAX_PARTIAL: usize = 16;

/// How many full solutions are kept.
const MAX_FULL: usize = 64;

/// Why a strategy stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// It has tried all that it can.
    Exhausted,
    /// Its fuel is used up.
    Fuel,
    /// The store may not grow further.
    Memory,
    /// It found what was asked for.
    Solved,
}

/// An entry's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(u32);

/// A column with the cheapest expression found for it.
pub struct Entry {
    node: NodeId,
    /// The static type.
    pub ty: Type,
    /// The description length in bits, sub-expressions counted as often as they occur.
    pub cost: u32,
    column: Box<[Value]>,
}

/// What adding an expression gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Added {
    /// The entry of the expression's value.
    pub id: EntryId,
    /// Whether the value had not been met before.
    pub is_new: bool,
}

/// A full or partial solution.
struct Hit {
    entry: EntryId,
    strategy: &'static str,
    matched: usize,
    similarity: u32,
}

/// All values met in a search.
pub struct Store {
    /// Demo inputs, then test inputs.
    inputs: Vec<Grid>,
    samples: Value,
    expected: Vec<Grid>,
    builder: Builder,
    entries: Vec<Entry>,
    by_column: FxHashMap<u64, Vec<EntryId>>,
    full: Vec<Hit>,
    partial: Vec<Hit>,
    strategy: &'static str,
    fuel_left: u64,
    fuel_used: u64,
    bytes: u64,
}

impl Store {
    /// An empty store for a task.
    pub fn new(task: &Task) -> Store {
        Store {
            inputs: task.samples().map(|sample| sample.input.clone()).collect(),
            samples: task.demo_pairs().unwrap_or(Value::None),
            expected: task
                .demo
                .iter()
                .filter_map(|sample| sample.output.clone())
                .collect(),
            builder: Builder::new(),
            entries: Vec::new(),
            by_column: FxHashMap::default(),
            full: Vec::new(),
            partial: Vec::new(),
            strategy: "",
            fuel_left: 0,
            fuel_used: 0,
            bytes: 0,
        }
    }

    /// Begins a strategy with fuel of its own.
    pub fn begin(&mut self, strategy: &'static str, fuel: u64) {
        self.strategy = strategy;
        self.fuel_left = fuel;
    }

    /// The fuel used by all strategies.
    pub fn fuel_used(&self) -> u64 {
        self.fuel_used
    }

    /// The number of distinct values.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry of a number.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The demo outputs.
    pub fn expected(&self) -> &[Grid] {
        &self.expected
    }

    /// The inputs of all samples, demo first.
    pub fn inputs(&self) -> &[Grid] {
        &self.inputs
    }

    /// Why the strategy under way must stop, if it must.
    pub fn must_stop(&self) -> Option<Stop> {
        if self.fuel_left == 0 {
            Some(Stop::Fuel)
        } else if self.bytes > STORE_BYTES {
            Some(Stop::Memory)
        } else {
            None
        }
    }

    /// How many programs that solve all demo samples differ on some test input.
    pub fn distinct_solutions(&self) -> usize {
        let mut outputs: Vec<&[Value]> = Vec::new();
        for hit in &self.full {
            let output = &self.entry(hit.entry).column[self.expected.len()..];
            if !outputs.contains(&output) {
                outputs.push(output);
            }
        }
        outputs.len()
    }

    fn charge(&mut self, fuel: u64) {
        self.fuel_left = self.fuel_left.saturating_sub(fuel);
        self.fuel_used += fuel;
    }

    /// Adds a leaf: the input, the demo pairs or a constant.
    pub fn add_leaf(&mut self, operation: Operation, ty: Type, cost: u32) -> Option<Added> {
        let column: Vec<Value> = match &operation {
            Operation::Input => self.inputs.iter().cloned().map(Value::Grid).collect(),
            Operation::Samples => vec![self.samples.clone(); self.inputs.len()],
            Operation::Constant(value) => vec![value.clone(); self.inputs.len()],
            Operation::Candidate | Operation::Call(_) | Operation::Apply => return None,
        };
        Some(self.add(Node::leaf(operation), ty, cost, column))
    }

    /// Evaluates an operation on entries' columns; gives `None` if it fails on some sample.
    pub fn apply(
        &mut self,
        operation: Operation,
        arguments: &[EntryId],
        ty: Type,
        cost: u32,
    ) -> Option<Added> {
        let column = self.evaluate(&operation, arguments)?;
        let nodes = arguments.iter().map(|&id| self.entry(id).node).collect();
        let node = Node {
            operation,
            arguments: nodes,
        };
        Some(self.add(node, ty, cost, column))
    }

    /// The column of an operation on entries, charged to the strategy under way.
    fn evaluate(&mut self, operation: &Operation, arguments: &[EntryId]) -> Option<Vec<Value>> {
        let mut column = Vec::with_capacity(self.inputs.len());
        let mut used = Limits {
            fuel: COLUMN_FUEL,
            memory: 0,
        };
        for sample in 0..self.inputs.len() {
            let mut machine = Machine::new(STEP_LIMITS);
            let result = self.evaluate_sample(operation, arguments, sample, &mut machine);
            used.fuel += machine.used().fuel;
            used.memory += machine.used().memory;
            match result {
                Ok(value) => column.push(value),
                Err(_) => break,
            }
        }
        self.charge(used.fuel);
        if column.len() < self.inputs.len() {
            return None;
        }
        self.bytes += used.memory;
        Some(column)
    }

    fn evaluate_sample(
        &self,
        operation: &Operation,
        arguments: &[EntryId],
        sample: usize,
        machine: &mut Machine,
    ) -> Result<Value> {
        let values: SmallVec<[&Value; 4]> = arguments
            .iter()
            .map(|&id| &self.entry(id).column[sample])
            .collect();
        match (operation, values.split_first()) {
            (Operation::Call(primitive), _) => machine.call(*primitive, &values),
            (Operation::Apply, Some((function, values))) => machine.apply(function, values),
            _ => undefined("only calls take arguments"),
        }
    }

    /// Adds an expression with its column; a known value keeps the cheaper of its two expressions.
    fn add(&mut self, node: Node, ty: Type, cost: u32, column: Vec<Value>) -> Added {
        let mut hasher = FxHasher::default();
        column.hash(&mut hasher);
        let same_hash = self.by_column.entry(hasher.finish()).or_default();
        // Truth values equal 0 and 1, but their expressions are of another type.
        let is_known = |id: &&EntryId| {
            let entry = &self.entries[id.0 as usize];
            entry.ty == ty && entry.column[..] == column[..]
        };
        if let Some(&id) = same_hash.iter().find(is_known) {
            let entry = &mut self.entries[id.0 as usize];
            if cost < entry.cost {
                entry.cost = cost;
                entry.node = self.builder.add(node);
            }
            return Added { id, is_new: false };
        }
        let id = EntryId(self.entries.len() as u32);
        same_hash.push(id);
        self.entries.push(Entry {
            node: self.builder.add(node),
            ty,
            cost,
            column: column.into_boxed_slice(),
        });
        self.judge(id);
        Added { id, is_new: true }
    }

    /// Records an entry that solves the demo samples, or comes near.
    fn judge(&mut self, id: EntryId) {
        let entry = &self.entries[id.0 as usize];
        if entry.ty != Type::Grid || self.expected.is_empty() {
            return;
        }
        let scores = || {
            let pairs = entry.column.iter().zip(&self.expected);
            pairs.map(|(value, expected)| similarity(value, expected))
        };
        let matched = scores().filter(|&score| score == EXACT).count();
        let total: u32 = scores().map(u32::from).sum();
        let hit = Hit {
            entry: id,
            strategy: self.strategy,
            matched,
            similarity: total / self.expected.len() as u32,
        };
        if matched == self.expected.len() {
            if self.full.len() < MAX_FULL {
                self.full.push(hit);
            }
            return;
        }
        let rank = |hit: &Hit| (hit.matched, hit.similarity);
        let at = self
            .partial
            .partition_point(|other| rank(other) >= rank(&hit));
        if at < MAX_PARTIAL {
            self.partial.insert(at, hit);
            self.partial.truncate(MAX_PARTIAL);
        }
    }

    /// The best solutions, full ones first: by demo samples solved, similarity, then description length.
    pub fn into_proposals(self, limit: usize) -> Vec<Proposal> {
        let demos = self.expected.len();
        let mut proposals: Vec<Proposal> = self
            .full
            .iter()
            .chain(&self.partial)
            .map(|hit| {
                let entry = self.entry(hit.entry);
                let program = self.builder.program(entry.node);
                let grid = |value: &Value| match value {
                    Value::Grid(grid) if grid.is_task_grid() => Some(grid.clone()),
                    _ => None,
                };
                Proposal {
                    cost: program.cost(),
                    program,
                    strategy: hit.strategy,
                    matched: hit.matched,
                    similarity: hit.similarity,
                    outputs: entry.column[demos..].iter().map(grid).collect(),
                }
            })
            .collect();
        proposals.sort_by_key(|proposal| {
            use std::cmp::Reverse;
            (
                Reverse(proposal.matched),
                Reverse(proposal.similarity),
                proposal.cost,
            )
        });
        proposals.truncate(limit);
        proposals
    }
}
