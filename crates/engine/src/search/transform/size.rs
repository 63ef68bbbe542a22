//! The size of the outputs, predicted from the inputs before anything is made.

use crate::program::Operation;
use crate::search::catalogue;
use crate::search::moves::apply;
use crate::search::prior::operation_cost;
use crate::search::store::{EntryId, Store};
use crate::types::Type;
use crate::value::Value;

/// The measures of the input from which a side may follow, the likeliest first.
const MEASURES: &[&str] = &["height", "width", "huecount", "numcolors", "partcount", "cellcount"];

/// The largest factor between a measure and a side.
const MAX_FACTOR: i64 = 6;

/// The largest difference between a measure and a side.
const MAX_DIFFERENCE: i64 = 3;

/// The entry of the outputs' size, if both sides follow from the inputs: a constant, a measure, its multiple or part.
pub fn predict(store: &mut Store, input: EntryId) -> Option<EntryId> {
    let heights: Vec<i64> = store.expected().iter().map(|grid| grid.height() as i64).collect();
    let widths: Vec<i64> = store.expected().iter().map(|grid| grid.width() as i64).collect();
    if let (Some(height), Some(width)) = (constant(&heights), constant(&widths)) {
        let is_shape = store.inputs().iter().all(|grid| (grid.height() as i64, grid.width() as i64) == (height, width));
        return if is_shape { apply(store, "shape", &[input]) } else { leaf(store, Value::Pair(height, width)) };
    }
    let mut measures = Vec::new();
    for name in MEASURES {
        if let Some(id) = apply(store, name, &[input]) {
            measures.push(id);
        }
    }
    let height = side(store, &heights, &measures)?;
    // Sides are more often of one kind than not.
    let turned: Vec<EntryId> = [1, 0, 2, 3, 4, 5].iter().filter_map(|&at| measures.get(at).copied()).collect();
    let width = side(store, &widths, &turned)?;
    let is_shape = measures.first() == Some(&height) && measures.get(1) == Some(&width);
    if is_shape {
        return apply(store, "shape", &[input]);
    }
    apply(store, "astuple", &[height, width])
}

/// The entry of the numbers of one side.
fn side(store: &mut Store, wanted: &[i64], measures: &[EntryId]) -> Option<EntryId> {
    for &measure in measures {
        if demo_numbers(store, measure)? == wanted {
            return Some(measure);
        }
    }
    if let Some(number) = constant(wanted) {
        return leaf(store, Value::Integer(number));
    }
    for &measure in measures {
        let known = demo_numbers(store, measure)?;
        let pairs = || known.iter().zip(wanted);
        for number in 2..=MAX_FACTOR {
            if pairs().all(|(known, wanted)| known * number == *wanted) {
                let number = leaf(store, Value::Integer(number))?;
                return apply(store, "multiply", &[measure, number]);
            }
            if pairs().all(|(known, wanted)| *known == wanted * number) {
                let number = leaf(store, Value::Integer(number))?;
                return apply(store, "divide", &[measure, number]);
            }
        }
    }
    for &measure in measures {
        let known = demo_numbers(store, measure)?;
        let difference = wanted.first()? - known.first()?;
        let fits = known.iter().zip(wanted).all(|(known, wanted)| known + difference == *wanted);
        if fits && difference.abs() <= MAX_DIFFERENCE {
            let number = leaf(store, Value::Integer(difference))?;
            return apply(store, "add", &[measure, number]);
        }
    }
    for (at, &measure) in measures.iter().enumerate() {
        for &other in &measures[at..] {
            let (known, others) = (demo_numbers(store, measure)?, demo_numbers(store, other)?);
            let product = known.iter().zip(&others).map(|(a, b)| a * b);
            if product.eq(wanted.iter().copied()) {
                return apply(store, "multiply", &[measure, other]);
            }
        }
    }
    None
}

fn demo_numbers(store: &Store, id: EntryId) -> Option<Vec<i64>> {
    let column = &store.entry(id).column()[..store.expected().len()];
    column.iter().map(Value::as_integer).collect()
}

fn constant(numbers: &[i64]) -> Option<i64> {
    let first = *numbers.first()?;
    numbers.iter().all(|&number| number == first).then_some(first)
}

fn leaf(store: &mut Store, value: Value) -> Option<EntryId> {
    let ty = if matches!(value, Value::Pair(..)) { Type::Pair } else { Type::Integer };
    let ty = catalogue::type_id(&ty)?;
    let leaf = Operation::Constant(value);
    let cost = operation_cost(&leaf);
    store.add_leaf(leaf, ty, cost).map(|added| added.id)
}
