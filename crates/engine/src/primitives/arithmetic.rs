//! Arithmetic on integers and pairs of integers.

use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "add",
        signature: "(a: Numerical, b: Numerical) -> Numerical",
        doc: "The sum; an integer is added to both parts of a pair.",
        run: |_, args| binary(args, i64::checked_add),
    },
    Primitive {
        name: "divide",
        signature: "(a: Numerical, b: Numerical) -> Numerical",
        doc: "The quotient, rounded down.",
        run: |_, args| {
            if matches!(args[1], Value::Integer(0) | Value::Boolean(false))
                || matches!(args[1], Value::Pair(0, _) | Value::Pair(_, 0))
            {
                return undefined("division by zero");
            }
            binary(args, floor_divide)
        },
    },
];

/// The quotient rounded down; `None` if it is out of range.
fn floor_divide(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    Some(if a % b != 0 && (a < 0) != (b < 0) {
        quotient - 1
    } else {
        quotient
    })
}

/// Applies an operation to two integers, or to the parts of pairs.
fn binary(args: Args<'_>, operation: fn(i64, i64) -> Option<i64>) -> Result<Value> {
    let apply = |a, b| operation(a, b).ok_or(Fault::Overflow);
    Ok(match (args[0], args[1]) {
        (Value::Pair(a, b), Value::Pair(c, d)) => Value::Pair(apply(*a, *c)?, apply(*b, *d)?),
        (Value::Pair(a, b), number) => {
            let number = number.integer()?;
            Value::Pair(apply(*a, number)?, apply(*b, number)?)
        }
        (number, Value::Pair(a, b)) => {
            let number = number.integer()?;
            Value::Pair(apply(number, *a)?, apply(number, *b)?)
        }
        (a, b) => Value::Integer(apply(a.integer()?, b.integer()?)?),
    })
}
