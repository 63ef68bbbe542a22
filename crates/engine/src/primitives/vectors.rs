//! Pairs of integers made of integers.

use super::{Argument, Primitive};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "toivec",
        signature: "(i: Integer) -> IntegerTuple",
        doc: "The vector that points so many rows down.",
        run: |_, args| Ok(Value::Pair(args[0].integer()?, 0)),
    },
    Primitive {
        name: "tojvec",
        signature: "(j: Integer) -> IntegerTuple",
        doc: "The vector that points so many columns to the right.",
        run: |_, args| Ok(Value::Pair(0, args[0].integer()?)),
    },
    Primitive {
        name: "astuple",
        signature: "(a: Integer, b: Integer) -> IntegerTuple",
        doc: "The pair of two values.",
        run: |machine, args| {
            machine.allocate_items(2)?;
            machine.tuple(vec![args[0].clone(), args[1].clone()])
        },
    },
];
