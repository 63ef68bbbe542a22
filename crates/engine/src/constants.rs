//! The named constants of the DSL.

use crate::value::Value;

/// The names of the integers.
const INTEGERS: &[(&str, i64)] = &[
    ("ZERO", 0),
    ("ONE", 1),
    ("TWO", 2),
    ("THREE", 3),
    ("FOUR", 4),
    ("FIVE", 5),
    ("SIX", 6),
    ("SEVEN", 7),
    ("EIGHT", 8),
    ("NINE", 9),
    ("TEN", 10),
    ("NEG_ONE", -1),
    ("NEG_TWO", -2),
];

/// The names of the pairs of integers.
const PAIRS: &[(&str, (i64, i64))] = &[
    ("DOWN", (1, 0)),
    ("RIGHT", (0, 1)),
    ("UP", (-1, 0)),
    ("LEFT", (0, -1)),
    ("ORIGIN", (0, 0)),
    ("UNITY", (1, 1)),
    ("NEG_UNITY", (-1, -1)),
    ("UP_RIGHT", (-1, 1)),
    ("DOWN_LEFT", (1, -1)),
    ("ZERO_BY_TWO", (0, 2)),
    ("TWO_BY_ZERO", (2, 0)),
    ("TWO_BY_TWO", (2, 2)),
    ("THREE_BY_THREE", (3, 3)),
];

/// All constants with their names: truth values, integers, pairs.
pub fn all() -> impl Iterator<Item = (&'static str, Value)> {
    let truths = [("F", Value::Boolean(false)), ("T", Value::Boolean(true))];
    let integers = INTEGERS.iter().map(|&(name, n)| (name, Value::Integer(n)));
    let pairs = PAIRS.iter().map(|&(name, (a, b))| (name, Value::Pair(a, b)));
    truths.into_iter().chain(integers).chain(pairs)
}

/// The constant of a name.
pub fn find(name: &str) -> Option<Value> {
    all().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// The name of a constant's value.
pub fn name(value: &Value) -> Option<&'static str> {
    match *value {
        Value::Boolean(true) => Some("T"),
        Value::Boolean(false) => Some("F"),
        Value::Integer(n) => INTEGERS.iter().find(|entry| entry.1 == n).map(|entry| entry.0),
        Value::Pair(a, b) => PAIRS.iter().find(|entry| entry.1 == (a, b)).map(|entry| entry.0),
        _ => None,
    }
}
