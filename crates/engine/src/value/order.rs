//! Equality, hash and the natural order of values.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::Value;

impl Value {
    /// The position of the value's kind in the natural order.
    fn rank(&self) -> u8 {
        match self {
            Value::None => 0,
            Value::Boolean(_) | Value::Integer(_) => 1,
            Value::Pair(..) | Value::Cell(_) | Value::Grid(_) | Value::Tuple(_) => 2,
            Value::Set(_) | Value::Indices(_) | Value::Object(_) => 3,
            Value::Function(_) => 4,
        }
    }
}

/// Sorts values that will make a set, and drops repeated ones.
pub(super) fn sort(items: &mut Vec<Value>) {
    // Runs of equal values are frequent, the empty set above all.
    items.dedup();
    // Equal values cannot be told apart, so that no sort need be stable.
    let patches = items.iter().all(|item| matches!(item, Value::Indices(_)) || item.is_empty_set());
    if !patches {
        items.sort_unstable();
    } else {
        // The first places nearly always decide, and packed they are compared in one step.
        let mut keyed: Vec<(u64, Value)> = items.drain(..).map(|item| (first_place(&item), item)).collect();
        keyed.sort_unstable_by(|(key, item), (other_key, other)| key.cmp(other_key).then_with(|| item.cmp(other)));
        items.extend(keyed.into_iter().map(|(_, item)| item));
    }
    items.dedup();
}

/// The first place of indices, packed in natural order; 0 of anything else.
fn first_place(value: &Value) -> u64 {
    let biased = |coordinate: i32| u64::from(coordinate as u32 ^ (1 << 31));
    let first = match value {
        Value::Indices(indices) => indices.place(0),
        _ => None,
    };
    // A patch keeps so far within the range of its coordinates that no place is 0.
    first.map_or(0, |place| biased(place.row) << 32 | biased(place.column))
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Value::None, Value::None) => true,
            (Value::Integer(a), Value::Integer(b)) => a == b,
            (Value::Boolean(_) | Value::Integer(_), Value::Boolean(_) | Value::Integer(_)) => {
                self.as_integer() == other.as_integer()
            }
            (Value::Pair(a, b), Value::Pair(c, d)) => a == c && b == d,
            (Value::Cell(a), Value::Cell(b)) => a == b,
            (Value::Grid(a), Value::Grid(b)) => a == b,
            (Value::Indices(a), Value::Indices(b)) => a == b,
            (Value::Object(a), Value::Object(b)) => a == b,
            (Value::Tuple(a), Value::Tuple(b)) | (Value::Set(a), Value::Set(b)) => a == b,
            (Value::Function(a), Value::Function(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        match self {
            Value::None => state.write_u8(0),
            Value::Boolean(_) | Value::Integer(_) => self.as_integer().hash(state),
            Value::Pair(a, b) => {
                a.hash(state);
                b.hash(state);
            }
            Value::Cell(cell) => cell.hash(state),
            Value::Grid(grid) => grid.hash(state),
            Value::Indices(indices) => indices.hash(state),
            Value::Object(object) => object.hash(state),
            Value::Tuple(items) => {
                state.write_u8(2);
                items.hash(state);
            }
            Value::Set(items) => {
                state.write_u8(3);
                items.hash(state);
            }
            Value::Function(function) => function.hash(state),
        }
    }
}

impl Ord for Value {
    /// The natural order: nothing < integers < tuples < sets < functions; tuples and sets lexicographically by their
    /// elements, functions by their text.
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Value::Integer(a), Value::Integer(b)) => a.cmp(b),
            (Value::Pair(a, b), Value::Pair(c, d)) => (a, b).cmp(&(c, d)),
            (Value::Cell(a), Value::Cell(b)) => a.cmp(b),
            (Value::Indices(a), Value::Indices(b)) => a.cmp(b),
            (Value::Object(a), Value::Object(b)) => a.cmp(b),
            (Value::Tuple(a), Value::Tuple(b)) | (Value::Set(a), Value::Set(b)) => a[..].cmp(&b[..]),
            (Value::Function(a), Value::Function(b)) => a.to_string().cmp(&b.to_string()),
            (Value::Grid(a), Value::Grid(b)) if a.width() == b.width() => a.cells().cmp(b.cells()),
            _ => match self.rank().cmp(&other.rank()) {
                Ordering::Equal => match (self.elements(), other.elements()) {
                    (Some(a), Some(b)) => a.cmp(b),
                    _ => self.as_integer().cmp(&other.as_integer()),
                },
                unequal => unequal,
            },
        }
    }
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
