//! Equality, hash and the natural order of values.

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

use super::Value;
use crate::patch::Place;

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
    // Equal values cannot be told apart, so that no sort need be stable.
    match keys(items) {
        None => {
            // Runs of equal values are frequent.
            items.dedup();
            items.sort_unstable();
            items.dedup();
        }
        Some(mut keys) => {
            keys.sort_unstable_by(|(key, at), (other_key, other)| {
                key.cmp(other_key).then_with(|| items[*at].cmp(&items[*other]))
            });
            keys.dedup_by(|(key, at), (other_key, other)| key == other_key && items[*at] == items[*other]);
            *items = keys.into_iter().map(|(_, at)| std::mem::replace(&mut items[at], Value::None)).collect();
        }
    }
}

/// How patches begin, packed so that it nearly always decides their order in one step, and where they are; `None` unless
/// all are indices, or all are objects, with small coordinates. Of the empty sets among them there is one.
fn keys(items: &[Value]) -> Option<Vec<(u64, usize)>> {
    let is_object = items.iter().any(|item| matches!(item, Value::Object(_)));
    let key = |item: &Value| match item {
        Value::Indices(indices) if !is_object => {
            let (first, second) = (indices.place(0)?, indices.place(1));
            let second = second.map_or(Some((0, 0)), |place| Some((biased(place.row)?, biased(place.column)?)))?;
            Some(packed([biased(first.row)?, biased(first.column)?, second.0, second.1]))
        }
        Value::Object(object) => {
            let (first, second) = (object.cell(0)?, object.cell(1));
            let second = second.map_or(Some(0), |cell| biased(cell.colour))?;
            let Place { row, column } = first.place;
            Some(packed([biased(first.colour)?, biased(row)?, biased(column)?, second]))
        }
        empty if empty.is_empty_set() => Some(EMPTY_KEY),
        _ => None,
    };
    let mut keys = Vec::with_capacity(items.len());
    let mut has_empty = false;
    for (at, item) in items.iter().enumerate() {
        let key = key(item)?;
        if key != EMPTY_KEY || !std::mem::replace(&mut has_empty, true) {
            keys.push((key, at));
        }
    }
    Some(keys)
}

/// The empty set comes before all others.
const EMPTY_KEY: u64 = 0;

/// A small number as a positive one of 16 bits, in the same order.
fn biased(number: i32) -> Option<u16> {
    let biased = number.checked_add(1 << 15)?;
    u16::try_from(biased).ok().filter(|&biased| biased > 0)
}

fn packed(parts: [u16; 4]) -> u64 {
    parts.into_iter().fold(0, |key, part| key << 16 | u64::from(part))
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
            (Value::Grid(a), Value::Grid(b)) if a.width() == b.width() => compared(a.cells(), b.cells()),
            // Rows come after numbers.
            (Value::Pair(..) | Value::Cell(_), Value::Grid(_)) => Ordering::Less,
            (Value::Grid(_), Value::Pair(..) | Value::Cell(_)) => Ordering::Greater,
            _ => match self.rank().cmp(&other.rank()) {
                Ordering::Equal => match (self.elements(), other.elements()) {
                    (Some(a), Some(b)) => a.borrowed().cmp(b.borrowed()),
                    _ => self.as_integer().cmp(&other.as_integer()),
                },
                unequal => unequal,
            },
        }
    }
}

/// The order of two runs of cells. Where they begin to differ is found many cells at a time.
fn compared(left: &[i8], right: &[i8]) -> Ordering {
    const STRETCH: usize = 64;
    let differing = left.chunks(STRETCH).zip(right.chunks(STRETCH)).position(|(left, right)| left != right);
    let start = STRETCH * differing.unwrap_or(left.len().min(right.len()) / STRETCH);
    left[start..].cmp(&right[start..])
}

impl PartialOrd for Value {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::patch::{Cell, Object};

    /// Patches of few cells near each other or far apart, among them the empty set.
    fn patches() -> impl Strategy<Value = Vec<Value>> {
        let coordinate = prop_oneof![4 => -2..3i32, 1 => 32_760..32_775i32];
        let cell =
            (0..3i32, coordinate.clone(), coordinate).prop_map(|(colour, row, column)| Cell::new(colour, row, column));
        let patch =
            (any::<bool>(), prop::collection::vec(cell, 0..4)).prop_map(|(is_object, cells)| {
                match Object::new(&cells) {
                    None => Value::empty_set(),
                    Some(object) if is_object => Value::Object(object),
                    Some(object) => Value::Indices(object.indices()),
                }
            });
        let all = move |is_object: bool| {
            let of_kind = move |value: &Value| match value {
                Value::Object(_) => is_object,
                Value::Indices(_) => !is_object,
                _ => true,
            };
            prop::collection::vec(patch.clone(), 0..20)
                .prop_map(move |values| values.into_iter().filter(of_kind).collect::<Vec<_>>())
        };
        prop_oneof![all(true), all(false)]
    }

    proptest! {
        #[test]
        fn sets_of_patches_are_in_natural_order(patches in patches()) {
            let mut sorted = patches.clone();
            sort(&mut sorted);
            let mut expected = patches;
            expected.sort();
            expected.dedup();
            prop_assert_eq!(sorted, expected);
        }
    }
}
