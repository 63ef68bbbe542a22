//! The store of values met in a search, each with the cheapest expression found for it.
//!
//! A value here is a *column*: what an expression gives on every sample of the task, demo and test inputs alike.
//! Expressions with equal columns are one entry (observational equivalence).

mod calls;
mod solutions;

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::catalogue::{self, TypeId};
use crate::grid::Grid;
use crate::parallel::Cancel;
use crate::primitives::PrimitiveId;
use crate::program::Operation;
use crate::task::Task;
use crate::types::Type;
use crate::value::Value;
use calls::{KeyColumn, Outcome};
use solutions::Hit;

/// What looking a column up costs.
const LOOKUP_FUEL: u64 = 150;

/// What keeping a new column costs.
const ENTRY_FUEL: u64 = 500;

/// How many bytes all columns of a search may take; several times as many with much fuel.
const STORE_BYTES: u64 = 110 << 20;
const MAX_STORE_BYTES: u64 = 3 * STORE_BYTES;

/// The fuel with which a search goes once as wide as its strategies go at least.
const BREADTH_FUEL: u64 = 100_000_000;

/// How many times as wide as at least a search goes at most.
const MAX_BREADTH: u64 = 10;

/// How many bytes an entry takes beside its values.
const ENTRY_BYTES: u64 = 200;

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
    /// How the value is made of the arguments.
    pub(super) fn operation(&self) -> &Operation {
        &self.operation
    }

    /// The entries that the value is made of.
    pub(super) fn arguments(&self) -> &[EntryId] {
        &self.arguments
    }

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

/// All values met in a search.
pub struct Store {
    /// Demo inputs, then test inputs.
    inputs: Vec<Grid>,
    samples: Value,
    expected: Vec<Grid>,
    entries: Vec<Entry>,
    input: Option<EntryId>,
    by_column: FxHashMap<u64, EntryId>,
    outcomes: FxHashMap<(u16, EntryId), Outcome>,
    /// The keys of containers' elements, for each sample.
    keys: FxHashMap<(EntryId, PrimitiveId), KeyColumn>,
    /// The types that the catalogue does not hold, numbered after its own.
    other_types: Vec<Type>,
    scratch: Vec<Value>,
    full: Vec<Hit>,
    cheapest: u32,
    partial: Vec<Hit>,
    /// For each demo pair the cost of the cheapest expression that solves all others, but not this one.
    rivals: Vec<u32>,
    strategy: &'static str,
    doubt: u32,
    fuel_left: u64,
    fuel_used: u64,
    bytes: u64,
    cancel: Cancel,
    breadth: u64,
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
            outcomes: FxHashMap::default(),
            keys: FxHashMap::default(),
            other_types: Vec::new(),
            scratch: Vec::new(),
            full: Vec::new(),
            cheapest: u32::MAX,
            partial: Vec::new(),
            rivals: vec![u32::MAX; task.demo.len()],
            strategy: "",
            doubt: 0,
            fuel_left: 0,
            fuel_used: 0,
            bytes: 0,
            cancel: Cancel::default(),
            breadth: 1,
        }
    }

    /// Ends the strategies, as if they were out of fuel, when the flag is set.
    pub(super) fn heed(&mut self, cancel: Cancel) {
        self.cancel = cancel;
    }

    /// Goes as wide as a fuel for all strategies together allows.
    pub(super) fn widen(&mut self, fuel: u64) {
        self.breadth = (fuel / BREADTH_FUEL).clamp(1, MAX_BREADTH);
    }

    /// How many of something are tried where it is `least` with little fuel.
    pub(super) fn wide(&self, least: usize) -> usize {
        least * self.breadth as usize
    }

    /// How many of something are tried, where they are combined two by two and it is `least` with little fuel.
    pub(super) fn wide_in_pairs(&self, least: usize) -> usize {
        (least * least * self.breadth as usize).isqrt()
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
        } else if self.bytes > MAX_STORE_BYTES.min(self.breadth * STORE_BYTES) {
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

    /// Replaces the expression of an entry by a cheaper one.
    fn cheapen(&mut self, id: EntryId, operation: &Operation, arguments: &[EntryId], cost: u32) {
        let entry = &mut self.entries[id.0 as usize];
        if cost < entry.cost {
            entry.cost = cost;
            entry.operation = operation.clone();
            entry.arguments = SmallVec::from_slice(arguments);
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
            let entry = &self.entries[id.0 as usize];
            if entry.ty == ty && *entry.column == *self.scratch {
                self.cheapen(id, operation, arguments, cost);
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
