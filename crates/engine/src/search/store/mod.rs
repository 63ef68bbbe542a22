//! The store of values met in a search, each with the cheapest expression found for it.
//!
//! A value here is a *column*: what an expression gives on every sample of the task, demo and test inputs alike.
//! Expressions with equal columns are one entry (observational equivalence).

mod solutions;

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};
use smallvec::SmallVec;

use super::catalogue::{self, TypeId};
use crate::error::undefined;
use crate::function::Function;
use crate::grid::Grid;
use crate::keys::Keys;
use crate::machine::{Limits, Machine};
use crate::parallel::Cancel;
use crate::primitives::PrimitiveId;
use crate::program::Operation;
use crate::task::Task;
use crate::types::Type;
use crate::value::Value;
use solutions::Hit;

/// What one expression may use on one sample.
const STEP_LIMITS: Limits = Limits { fuel: 400_000, memory: 4 << 20 };

/// What trying an expression costs beside its evaluation.
const ATTEMPT_FUEL: u64 = 100;

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

/// For how many containers keys are remembered.
const MAX_KEYED: usize = 10_000;

/// How many bytes an entry takes beside its values.
const ENTRY_BYTES: u64 = 200;

/// The largest value that is kept, in leaves.
const MAX_LEAVES: u32 = 12_000;

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

/// What a call that several steps make gave.
#[derive(Clone, Copy)]
struct Outcome {
    /// The fuel of its evaluation.
    fuel: u64,
    /// The entry of its value; `None` if it failed.
    id: Option<EntryId>,
}

/// What a function gives on the elements of a container, for each sample.
type KeyColumn = SmallVec<[Option<Keys>; 4]>;

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

    /// Evaluates an operation on entries' columns; gives `None` if it fails on some sample or gives too large a value.
    pub fn apply(&mut self, operation: &Operation, arguments: &[EntryId], ty: TypeId, cost: u32) -> Option<Added> {
        let is_whole = self.evaluate(operation, arguments);
        let added = is_whole.then(|| self.add(operation, arguments, ty, cost));
        self.scratch.clear();
        added
    }

    /// As [`Store::apply`], at the same fuel, for a call that several steps make: what it gave is remembered under a key,
    /// which stands for the operation and its arguments.
    pub(super) fn apply_shared(
        &mut self,
        key: (u16, EntryId),
        operation: &Operation,
        arguments: &[EntryId],
        ty: TypeId,
        cost: u32,
    ) -> Option<Added> {
        if let Some(&Outcome { fuel, id }) = self.outcomes.get(&key) {
            self.charge(fuel);
            let id = id?;
            self.charge(LOOKUP_FUEL);
            self.cheapen(id, operation, arguments, cost);
            return Some(Added { id, is_new: false });
        }
        let before = self.fuel_used;
        let is_whole = self.evaluate(operation, arguments);
        let fuel = self.fuel_used - before;
        let added = is_whole.then(|| self.add(operation, arguments, ty, cost));
        self.scratch.clear();
        self.outcomes.insert(key, Outcome { fuel, id: added.map(|added| added.id) });
        added
    }

    /// Puts the column of an operation on entries into `scratch`; stops at the first sample on which it fails.
    fn evaluate(&mut self, operation: &Operation, arguments: &[EntryId]) -> bool {
        let mut results = std::mem::take(&mut self.scratch);
        results.clear();
        let keyed = self.keyed(arguments);
        let mut keys = keyed.map(|keyed| (keyed.1, self.keys.remove(&keyed).unwrap_or_default()));
        let fuel = self.column(operation, arguments, keys.as_mut(), &mut results);
        if let (Some(keyed), Some((_, keys))) = (keyed, keys) {
            if self.keys.len() == MAX_KEYED {
                self.keys.clear();
            }
            self.keys.insert(keyed, keys);
        }
        let is_whole = results.len() == self.inputs.len();
        self.scratch = results;
        self.charge(fuel);
        is_whole
    }

    /// The container and the function that gives numbers on its elements, if arguments are such.
    fn keyed(&self, arguments: &[EntryId]) -> Option<(EntryId, PrimitiveId)> {
        let &[container, function] = arguments else {
            return None;
        };
        match (self.entry(container).column().first()?, self.entry(function).column().first()?) {
            (Value::Tuple(_) | Value::Set(_), Value::Function(Function::Primitive(function)))
                if *function.result() == Type::Integer =>
            {
                Some((container, *function))
            }
            _ => None,
        }
    }

    /// Appends what an operation on entries gives on each sample, up to the first on which it fails; gives the fuel used.
    fn column(
        &self,
        operation: &Operation,
        arguments: &[EntryId],
        mut keys: Option<&mut (PrimitiveId, KeyColumn)>,
        results: &mut Vec<Value>,
    ) -> u64 {
        let columns: SmallVec<[&[Value]; 4]> = arguments.iter().map(|&id| self.entry(id).column()).collect();
        let mut fuel = ATTEMPT_FUEL;
        let mut machine = Machine::new(STEP_LIMITS);
        for sample in 0..self.inputs.len() {
            machine.refill();
            if let Some((function, keys)) = &mut keys {
                machine.keys = keys.get_mut(sample).and_then(Option::take).or_else(|| Some(Keys::of(*function)));
            }
            let mut run = |values: &[&Value]| match (operation, values.split_first()) {
                (Operation::Call(primitive), _) => machine.call(*primitive, values),
                (Operation::Apply, Some((function, values))) => machine.apply(function, values),
                _ => undefined("only calls take arguments"),
            };
            let result = match columns.as_slice() {
                [only] => run(&[&only[sample]]),
                [first, second] => run(&[&first[sample], &second[sample]]),
                columns => run(&columns.iter().map(|column| &column[sample]).collect::<SmallVec<[&Value; 4]>>()),
            };
            fuel += machine.used().fuel;
            if let Some((_, keys)) = &mut keys {
                match keys.get_mut(sample) {
                    Some(known) => *known = machine.keys.take(),
                    None => keys.push(machine.keys.take()),
                }
            }
            match result {
                Ok(value) if value.extent().leaves() <= MAX_LEAVES => results.push(value),
                _ => break,
            }
        }
        fuel
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
