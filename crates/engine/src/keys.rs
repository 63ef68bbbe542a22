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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::primitives;

    fn grid(text: &str) -> Value {
        let cells: Vec<i8> = text.bytes().map(|digit| (digit - b'0') as i8).collect();
        Value::Grid(crate::grid::Grid::new(1, cells.len(), &cells).expect("a grid"))
    }

    #[test]
    fn keys_are_recalled_at_the_same_price() {
        let list = Value::tuple(["1002", "0300", "4444"].map(grid).to_vec()).expect("small");
        let cellcount = primitives::find("cellcount").expect("a primitive");
        let function = Value::Function(Function::Primitive(cellcount));
        let call = |machine: &mut Machine, name: &str| {
            let value = machine.call(primitives::find(name).expect("a primitive"), &[&list, &function]);
            (value.expect("a result"), machine.used())
        };
        let mut noting = Machine::new(Limits::default());
        noting.keys = Some(Keys::of(cellcount));
        for (calls, name) in ["argmax", "argmin", "maxima", "nonmaxima", "order", "valmax", "minima"].iter().enumerate()
        {
            let mut plain = Machine::new(Limits::default());
            noting.refill();
            let is_known = noting.keys.as_ref().is_some_and(|keys| keys.known.is_some());
            assert_eq!(is_known, calls > 0);
            assert_eq!(call(&mut noting, name), call(&mut plain, name), "{name}");
        }
    }

    #[test]
    fn keys_beyond_the_budget_are_not_recalled() {
        let id = primitives::find("cellcount").expect("a primitive");
        let function = Value::Function(Function::Primitive(id));
        let mut machine = Machine::new(Limits { fuel: 10, memory: 10 });
        let used = Limits { fuel: 11, memory: 0 };
        machine.keys = Some(Keys { function: id, known: Some((vec![1], used)) });
        assert!(machine.recall(&function, 1).is_none());
        assert_eq!(machine.used(), Limits { fuel: 0, memory: 0 });
    }
}
