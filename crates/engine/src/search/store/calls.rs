//! Evaluates calls on the columns of a store's entries.

use smallvec::SmallVec;

use super::{Added, EntryId, Store, LOOKUP_FUEL};
use crate::error::undefined;
use crate::function::Function;
use crate::keys::Keys;
use crate::machine::{Limits, Machine};
use crate::primitives::PrimitiveId;
use crate::program::Operation;
use crate::search::catalogue::TypeId;
use crate::types::Type;
use crate::value::Value;

/// What one expression may use on one sample.
const STEP_LIMITS: Limits = Limits { fuel: 400_000, memory: 4 << 20 };

/// What trying an expression costs beside its evaluation.
const ATTEMPT_FUEL: u64 = 100;

/// For how many containers keys are remembered.
const MAX_KEYED: usize = 10_000;

/// The largest value that is kept, in leaves.
const MAX_LEAVES: u32 = 12_000;

/// What a call that several steps make gave.
#[derive(Clone, Copy)]
pub(super) struct Outcome {
    /// The fuel of its evaluation.
    fuel: u64,
    /// The entry of its value; `None` if it failed.
    id: Option<EntryId>,
}

/// What a function gives on the elements of a container, for each sample.
pub(super) type KeyColumn = SmallVec<[Option<Keys>; 4]>;

impl Store {
    /// Evaluates an operation on entries' columns; gives `None` if it fails on some sample or gives too large a value.
    pub fn apply(&mut self, operation: &Operation, arguments: &[EntryId], ty: TypeId, cost: u32) -> Option<Added> {
        let is_whole = self.evaluate(operation, arguments);
        let added = is_whole.then(|| self.add(operation, arguments, ty, cost));
        self.scratch.clear();
        added
    }

    /// As [`Store::apply`], at the same fuel, for a call that several steps make: what it gave is remembered under a key,
    /// which stands for the operation and its arguments.
    pub(in crate::search) fn apply_shared(
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
}
