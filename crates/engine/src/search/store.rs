//! The store of values met in a search, each with the cheapest expression found for it.
//!
//! A value here is a *column*: what an expression gives on every sample of the task, demo and test inputs alike.
//! Expressions with equal columns are one entry (observational equivalence).

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::catalogue::{self, TypeId};

use super::Proposal;
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::{Limits, Machine};
use crate::parallel::Cancel;
use crate::program::{Builder, Node, NodeId, Operation};
use crate::scoreboard::EXACT;
use crate::similarity::similarity;
use crate::task::Task;
use crate::types::Type;
use crate::value::Value;

/// What one expression may use on one sample.
const STEP_LIMITS: Limits = Limits { fuel: 400_000, memory: 4 << 20 };

/// What trying an expression costs beside its evaluation.
const ATTEMPT_FUEL: u64 = 100;

/// What looking a column up costs.
const LOOKUP_FUEL: u64 = 150;

/// What keeping a new column costs.
const ENTRY_FUEL: u64 = 500;

/// How many bytes all columns of a search may take.
const STORE_BYTES: u64 = 110 << 20;

/// How many bytes an entry takes beside its values.
const ENTRY_BYTES: u64 = 200;

/// The largest value that is kept, in leaves.
const MAX_LEAVES: u32 = 12_000;

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

impl EntryId {
    /// The position in the order in which entries were added.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A column with the cheapest expression found for it.
pub struct Entry {
    operation: Operation,
    arguments: SmallVec<[EntryId; 4]>,
    /// The number of the static type.
    pub ty: TypeId,
    /// The description length in bits, sub-expressions counted as often as they occur.
    pub cost: u32,
    column: Box<[Value]>,
}

impl Entry {
    /// The values on all samples, demo first.
    pub fn column(&self) -> &[Value] {
        &self.column
    }
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
    /// The fuel that had been used when it was met.
    fuel: u64,
    /// What its strategy adds to its description length, in bits.
    doubt: u32,
}

/// All values met in a search.
pub struct Store {
    /// Demo inputs, then test inputs.
    inputs: Vec<Grid>,
    samples: Value,
    expected: Vec<Grid>,
    entries: Vec<Entry>,
    input: Option<EntryId>,
    by_column: FxHashMap<u64, EntryId>,
    /// The types that the catalogue does not hold, numbered after its own.
    other_types: Vec<Type>,
    scratch: Vec<Value>,
    full: Vec<Hit>,
    cheapest: u32,
    partial: Vec<Hit>,
    strategy: &'static str,
    doubt: u32,
    fuel_left: u64,
    fuel_used: u64,
    bytes: u64,
    cancel: Cancel,
}

impl Store {
    /// An empty store for a task.
    pub fn new(task: &Task) -> Store {
        Store {
            inputs: task.samples().map(|sample| sample.input.clone()).collect(),
            samples: task.demo_pairs().unwrap_or(Value::None),
            expected: task.demo.iter().filter_map(|sample| sample.output.clone()).collect(),
            entries: Vec::new(),
            input: None,
            by_column: FxHashMap::default(),
            other_types: Vec::new(),
            scratch: Vec::new(),
            full: Vec::new(),
            cheapest: u32::MAX,
            partial: Vec::new(),
            strategy: "",
            doubt: 0,
            fuel_left: 0,
            fuel_used: 0,
            bytes: 0,
            cancel: Cancel::default(),
        }
    }

    /// Ends the strategies, as if they were out of fuel, when the flag is set.
    pub(super) fn heed(&mut self, cancel: Cancel) {
        self.cancel = cancel;
    }

    /// Begins a strategy with fuel of its own.
    pub fn begin(&mut self, strategy: &'static str, fuel: u64) {
        self.strategy = strategy;
        self.doubt = 0;
        self.fuel_left = fuel;
    }

    /// Adds bits to the description length of the solutions to come: how far their strategy doubts them.
    pub(super) fn doubt(&mut self, bits: u32) {
        self.doubt = bits;
    }

    /// The fuel used by all strategies.
    pub fn fuel_used(&self) -> u64 {
        self.fuel_used
    }

    /// The fuel that the strategy under way has left.
    pub fn fuel_left(&self) -> u64 {
        self.fuel_left
    }

    /// The number of distinct values.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing has been added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The numbers of all entries, in the order in which they were added.
    pub fn ids(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len() as u32).map(EntryId)
    }

    /// The entry of a number.
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.0 as usize]
    }

    /// The entry of the input, if it has been added.
    pub fn input(&self) -> Option<EntryId> {
        self.input
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

    /// The cost of the cheapest program that solves all demo samples, in bits.
    pub fn cheapest_solution(&self) -> Option<u32> {
        (self.cheapest < u32::MAX).then_some(self.cheapest)
    }

    /// The grids that come nearest to the demo outputs without being them, best first.
    pub(super) fn partial_solutions(&self) -> Vec<EntryId> {
        self.partial.iter().map(|hit| hit.entry).collect()
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

    /// Adds bits to the description length of a full solution: it may fit by chance.
    pub(super) fn doubt_solution(&mut self, id: EntryId, bits: u32) {
        for hit in self.full.iter_mut().filter(|hit| hit.entry == id) {
            hit.doubt = bits;
        }
    }

    /// Charges work to the strategy under way.
    pub(super) fn charge(&mut self, fuel: u64) {
        self.fuel_left = if self.cancel.is_set() { 0 } else { self.fuel_left.saturating_sub(fuel) };
        self.fuel_used += fuel;
    }

    /// The number of a type.
    pub fn type_id(&mut self, ty: &Type) -> TypeId {
        if let Some(id) = catalogue::type_id(ty) {
            return id;
        }
        let known = self.other_types.iter().position(|known| known == ty);
        let place = known.unwrap_or_else(|| {
            self.other_types.push(ty.clone());
            self.other_types.len() - 1
        });
        (catalogue::types() + place) as TypeId
    }

    /// Adds a leaf: the input, the demo pairs or a constant.
    pub fn add_leaf(&mut self, operation: Operation, ty: TypeId, cost: u32) -> Option<Added> {
        let column: Vec<Value> = match &operation {
            Operation::Input => self.inputs.iter().cloned().map(Value::Grid).collect(),
            Operation::Samples => vec![self.samples.clone(); self.inputs.len()],
            Operation::Constant(value) => vec![value.clone(); self.inputs.len()],
            Operation::Candidate | Operation::Call(_) | Operation::Apply => return None,
        };
        self.scratch = column;
        let added = self.add(&operation, &[], ty, cost);
        if operation == Operation::Input {
            self.input = Some(added.id);
        }
        Some(added)
    }

    /// Evaluates an operation on entries' columns; gives `None` if it fails on some sample or gives too large a value.
    pub fn apply(&mut self, operation: &Operation, arguments: &[EntryId], ty: TypeId, cost: u32) -> Option<Added> {
        let is_whole = self.evaluate(operation, arguments);
        let added = is_whole.then(|| self.add(operation, arguments, ty, cost));
        self.scratch.clear();
        added
    }

    /// Puts the column of an operation on entries into `scratch`; stops at the first sample on which it fails.
    fn evaluate(&mut self, operation: &Operation, arguments: &[EntryId]) -> bool {
        let mut column = std::mem::take(&mut self.scratch);
        column.clear();
        let mut fuel = ATTEMPT_FUEL;
        for sample in 0..self.inputs.len() {
            let mut machine = Machine::new(STEP_LIMITS);
            let result = self.evaluate_sample(operation, arguments, sample, &mut machine);
            fuel += machine.used().fuel;
            match result {
                Ok(value) if value.extent().leaves() <= MAX_LEAVES => column.push(value),
                _ => break,
            }
        }
        self.charge(fuel);
        let is_whole = column.len() == self.inputs.len();
        self.scratch = column;
        is_whole
    }

    fn evaluate_sample(
        &self,
        operation: &Operation,
        arguments: &[EntryId],
        sample: usize,
        machine: &mut Machine,
    ) -> Result<Value> {
        let values: SmallVec<[&Value; 4]> = arguments.iter().map(|&id| &self.entry(id).column[sample]).collect();
        match (operation, values.split_first()) {
            (Operation::Call(primitive), _) => machine.call(*primitive, &values),
            (Operation::Apply, Some((function, values))) => machine.apply(function, values),
            _ => undefined("only calls take arguments"),
        }
    }

    /// Adds an expression whose column is in `scratch`; a known value keeps the cheaper of its two expressions.
    fn add(&mut self, operation: &Operation, arguments: &[EntryId], ty: TypeId, cost: u32) -> Added {
        self.charge(LOOKUP_FUEL);
        let mut hasher = FxHasher::default();
        // Truth values equal 0 and 1, but their expressions are of another type.
        ty.hash(&mut hasher);
        self.scratch.hash(&mut hasher);
        let mut key = hasher.finish();
        while let Some(&id) = self.by_column.get(&key) {
            let entry = &mut self.entries[id.0 as usize];
            if entry.ty == ty && *entry.column == *self.scratch {
                if cost < entry.cost {
                    entry.cost = cost;
                    entry.operation = operation.clone();
                    entry.arguments = SmallVec::from_slice(arguments);
                }
                return Added { id, is_new: false };
            }
            key = key.wrapping_add(1);
        }
        let id = EntryId(self.entries.len() as u32);
        self.by_column.insert(key, id);
        let column: Box<[Value]> = self.scratch.drain(..).collect();
        let bytes: u64 = column.iter().map(bytes).sum();
        self.bytes += ENTRY_BYTES + bytes;
        self.charge(ENTRY_FUEL + bytes / 8);
        self.entries.push(Entry {
            operation: operation.clone(),
            arguments: SmallVec::from_slice(arguments),
            ty,
            cost,
            column,
        });
        self.judge(id);
        Added { id, is_new: true }
    }

    /// Records an entry that solves the demo samples, or comes near.
    fn judge(&mut self, id: EntryId) {
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
        let (mut matched, mut total) = (0, 0);
        for (value, expected) in entry.column.iter().zip(&self.expected) {
            let score = similarity(value, expected);
            matched += usize::from(score == EXACT);
            total += u32::from(score);
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
                let grid = |value: &Value| match value {
                    Value::Grid(grid) if grid.is_task_grid() => Some(grid.clone()),
                    _ => None,
                };
                Proposal {
                    cost: program.cost() + hit.doubt,
                    program,
                    strategy: hit.strategy,
                    matched: hit.matched,
                    similarity: hit.similarity,
                    fuel: hit.fuel,
                    outputs: entry.column[demos..].iter().map(grid).collect(),
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

/// About how many bytes a value takes.
fn bytes(value: &Value) -> u64 {
    let leaves = u64::from(value.extent().leaves());
    let parts = match value {
        Value::Grid(_) => leaves + 24,
        Value::Indices(_) => 2 * leaves + 48,
        Value::Object(_) => 8 * leaves / 3 + 64,
        Value::Tuple(items) | Value::Set(items) => 24 + items.iter().map(bytes).sum::<u64>(),
        _ => 0,
    };
    parts + size_of::<Value>() as u64
}
