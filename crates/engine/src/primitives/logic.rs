//! Truth values, comparison, choice.

use super::{Argument, Primitive};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "identity",
        signature: "(x: a) -> a",
        doc: "The argument itself.",
        run: |_, args| Ok(args[0].clone()),
    },
    Primitive {
        name: "flip",
        signature: "(b: Boolean) -> Boolean",
        doc: "True where the argument is false, and the other way round.",
        run: |_, args| Ok(Value::Boolean(!args[0].is_true())),
    },
    Primitive {
        name: "equality",
        signature: "(a: a, b: a) -> Boolean",
        doc: "Whether two values are equal.",
        run: |machine, args| {
            machine.compare(args[0], args[1])?;
            Ok(Value::Boolean(args[0] == args[1]))
        },
    },
    Primitive {
        name: "contained",
        signature: "(value: a, container: Container[a]) -> Boolean",
        doc: "Whether a value is an element of a container.",
        run: |machine, args| {
            let (value, container) = (args[0], args[1]);
            if let (Some(place), Value::Indices(indices)) = (value.as_place(), container) {
                return Ok(Value::Boolean(indices.contains(place)));
            }
            let mut elements = container.container(machine)?;
            machine.spend(4 * elements.len() as u64)?;
            machine.compare_each(container, value)?;
            Ok(Value::Boolean(elements.any(|element| element == *value)))
        },
    },
    Primitive {
        name: "greater",
        signature: "(a: Integer, b: Integer) -> Boolean",
        doc: "Whether the first integer is greater than the second.",
        run: |_, args| Ok(Value::Boolean(args[0].integer()? > args[1].integer()?)),
    },
    Primitive {
        name: "both",
        signature: "(a: Boolean, b: Boolean) -> Boolean",
        doc: "Whether both conditions hold.",
        run: |_, args| Ok(args[usize::from(args[0].is_true())].clone()),
    },
    Primitive {
        name: "either",
        signature: "(a: Boolean, b: Boolean) -> Boolean",
        doc: "Whether one of the conditions holds, or both.",
        run: |_, args| Ok(args[usize::from(!args[0].is_true())].clone()),
    },
    Primitive {
        name: "positive",
        signature: "(x: Integer) -> Boolean",
        doc: "Whether an integer is greater than zero.",
        run: |_, args| Ok(Value::Boolean(args[0].integer()? > 0)),
    },
    Primitive {
        name: "branch",
        signature: "(condition: Boolean, a: a, b: a) -> a",
        doc: "The second argument where the condition holds, else the third.",
        run: |_, args| Ok(args[if args[0].is_true() { 1 } else { 2 }].clone()),
    },
];
