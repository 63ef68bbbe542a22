//! Keys: the numbers that a function gives on the elements of a container.
//!
//! Many primitives choose elements by the same keys. Whoever applies them to the same containers again may have a machine
//! note the keys of one and recall them for the next, at the same fuel and memory.

use crate::column::Column;
use crate::function::Function;
use crate::machine::{Limits, Machine};
use crate::primitives::PrimitiveId;
use crate::value::Value;

/// How many keys of a container are noted at most: of larger ones there are few.
const MAX_NOTED: usize = 100;

/// What a function gives on the elements of a container, once it has been asked for.
#[derive(Debug)]
pub(crate) struct Keys {
    function: PrimitiveId,
    /// The keys, and what it took to find them.
    known: Option<(Vec<i64>, Limits)>,
}

impl Keys {
    /// The keys that a function will give on the elements of the only container that an evaluation applies it to.
    pub(crate) fn of(function: PrimitiveId) -> Keys {
        Keys { function, known: None }
    }

    fn is_about(&self, function: &Value) -> bool {
        matches!(function, Value::Function(Function::Primitive(id)) if *id == self.function)
    }
}

impl Machine {
    /// The keys of so many elements, if they have been noted and the budget suffices; charged as when they were found.
    pub(crate) fn recall(&mut self, function: &Value, count: usize) -> Option<Column> {
        let keys = self.keys.take()?;
        let mut recalled = None;
        if let (true, Some((numbers, used))) = (keys.is_about(function), &keys.known) {
            if numbers.len() == count && self.charge_known(*used) {
                recalled = Some(Column::Integers(numbers.clone()));
            }
        }
        self.keys = Some(keys);
        recalled
    }

    /// Notes the keys of all elements of a container, given what had been used before they were found.
    pub(crate) fn note(&mut self, function: &Value, found: &Column, before: Limits) {
        let used = self.used();
        if let (Some(keys), Column::Integers(numbers)) = (&mut self.keys, found) {
            if keys.known.is_none() && numbers.len() <= MAX_NOTED && keys.is_about(function) {
                let used = Limits { fuel: used.fuel - before.fuel, memory: used.memory - before.memory };
                keys.known = Some((numbers.clone(), used));
            }
        }
    }
}
