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
        name: "subtract",
        signature: "(a: Numerical, b: Numerical) -> Numerical",
        doc: "The difference; an integer counts as a pair of it twice where the other is a pair.",
        run: |_, args| binary(args, i64::checked_sub),
    },
    Primitive {
        name: "multiply",
        signature: "(a: Numerical, b: Numerical) -> Numerical",
        doc: "The product; both parts of a pair are multiplied.",
        run: |_, args| binary(args, i64::checked_mul),
    },
    Primitive {
        name: "divide",
        signature: "(a: Numerical, b: Numerical) -> Numerical",
        doc: "The quotient, rounded down.",
        run: |_, args| match args[1] {
            Value::Integer(0) | Value::Boolean(false) | Value::Pair(0, _) | Value::Pair(_, 0) => {
                undefined("division by zero")
            }
            _ => binary(args, floor_divide),
        },
    },
    Primitive {
        name: "invert",
        signature: "(n: Numerical@n) -> Numerical@n",
        doc: "The number with the opposite sign.",
        run: |_, args| unary(args, i64::checked_neg),
    },
    Primitive {
        name: "even",
        signature: "(n: Integer) -> Boolean",
        doc: "Whether an integer is divisible by two.",
        run: |_, args| Ok(Value::Boolean(args[0].integer()? % 2 == 0)),
    },
    Primitive {
        name: "double",
        signature: "(n: Numerical@n) -> Numerical@n",
        doc: "Twice the number.",
        run: |_, args| unary(args, |n| n.checked_mul(2)),
    },
    Primitive {
        name: "halve",
        signature: "(n: Numerical@n) -> Numerical@n",
        doc: "Half the number, rounded down.",
        run: |_, args| unary(args, |n| Some(n.div_euclid(2))),
    },
    Primitive {
        name: "increment",
        signature: "(x: Numerical@n) -> Numerical@n",
        doc: "The number plus one.",
        run: |_, args| unary(args, |n| n.checked_add(1)),
    },
    Primitive {
        name: "decrement",
        signature: "(x: Numerical@n) -> Numerical@n",
        doc: "The number minus one.",
        run: |_, args| unary(args, |n| n.checked_sub(1)),
    },
    Primitive {
        name: "crement",
        signature: "(x: Numerical@n) -> Numerical@n",
        doc: "The number one step further from zero; zero stays.",
        run: |_, args| unary(args, |n| n.checked_add(n.signum())),
    },
    Primitive {
        name: "sign",
        signature: "(x: Numerical@n) -> Numerical@n",
        doc: "The sign: -1, 0 or 1.",
        run: |_, args| unary(args, |n| Some(n.signum())),
    },
];

/// The quotient rounded down; `None` if it is out of range.
fn floor_divide(a: i64, b: i64) -> Option<i64> {
    let quotient = a.checked_div(b)?;
    let rounds_up = a % b != 0 && (a < 0) != (b < 0);
    Some(quotient - i64::from(rounds_up))
}

/// Applies an operation to an integer, or to both parts of a pair.
fn unary(args: Args<'_>, operation: fn(i64) -> Option<i64>) -> Result<Value> {
    let apply = |n| operation(n).ok_or(Fault::Overflow);
    Ok(match args[0] {
        Value::Pair(a, b) => Value::Pair(apply(*a)?, apply(*b)?),
        number => Value::Integer(apply(number.integer()?)?),
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

#[cfg(test)]
mod tests {
    use super::super::testing::{failure, given};
    use super::*;

    #[test]
    fn division_rounds_down() {
        let divide = |a, b| given("divide", &[Value::Integer(a), Value::Integer(b)]);
        assert_eq!(divide(-7, 2), Value::Integer(-4));
        assert_eq!(divide(7, -2), Value::Integer(-4));
        assert_eq!(divide(-8, 2), Value::Integer(-4));
        assert_eq!(given("halve", &[Value::Pair(-3, 3)]), Value::Pair(-2, 1));
    }

    #[test]
    fn what_has_no_result_fails() {
        let most = Value::Integer(i64::MIN);
        for name in ["invert", "decrement", "double"] {
            assert_eq!(failure(name, std::slice::from_ref(&most)), format!("{name}: number out of range"));
        }
        let overflow = failure("divide", &[most, Value::Integer(-1)]);
        assert_eq!(overflow, "divide: number out of range");
        let zero = failure("divide", &[Value::Integer(1), Value::Pair(1, 0)]);
        assert_eq!(zero, "divide: division by zero");
        assert_eq!(failure("add", &[Value::empty_set(), Value::Integer(1)]), "add: expected Integer, found FrozenSet");
    }
}
