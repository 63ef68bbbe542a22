//! What two containers have in common, and what one has alone.

use super::containers::collect;
use super::{Args, Argument};
use crate::error::Result;
use crate::machine::Machine;
use crate::value::Value;

/// The elements of the first container that the second has, or lacks.
pub(super) fn retain(machine: &mut Machine, args: Args<'_>, wanted: bool) -> Result<Value> {
    match (args[0], args[1]) {
        (Value::Indices(places), Value::Indices(others)) => {
            machine.allocate(12 * places.len() as u64)?;
            machine.spend((places.len() + others.len()) as u64)?;
            return Ok(Value::indices(&kept_of(places.places(), others.places(), wanted))?);
        }
        (Value::Object(cells), Value::Object(others)) => {
            machine.allocate(20 * cells.len() as u64)?;
            machine.spend((cells.len() + others.len()) as u64)?;
            return Ok(Value::object(&kept_of(cells.cells(), others.cells(), wanted))?);
        }
        _ => {}
    }
    let (elements, others) = (args[0].container(machine)?, args[1].container(machine)?);
    machine.allocate_items(elements.len() + others.len())?;
    let (elements, mut others) = (elements.into_slice(), others.into_slice());
    if !args[1].is_set() {
        machine.sort(&others)?;
        others.to_mut().sort();
    }
    let rounds = u64::from(others.len().max(1).ilog2()) + 1;
    machine.spend((12 + comparison_fuel(&elements, &others) * rounds) * elements.len() as u64)?;
    let heaviest = others.iter().map(Value::weight).max().unwrap_or(0);
    machine
        .spend(rounds * elements.iter().map(|element| element.weight().min(heaviest).saturating_sub(1)).sum::<u64>())?;
    let kept = elements.iter().filter(|element| others.binary_search(element).is_ok() == wanted).cloned().collect();
    collect(machine, args[0].is_set(), kept)
}

/// What a comparison of one of some values with one of others costs beside what their weights say: values of different
/// kinds are compared by their parts, grids by rows made for that.
fn comparison_fuel(values: &[Value], others: &[Value]) -> u64 {
    let kind = |values: &[Value]| values.first().map(std::mem::discriminant);
    let width = |value: &Value| if let Value::Grid(grid) = value { grid.width() as u64 } else { 0 };
    match kind(values) == kind(others) {
        true => 8,
        false => 24 + 4 * values.iter().chain(others).map(width).max().unwrap_or(0),
    }
}

/// Those elements that are, or are not, among others; both in ascending order.
fn kept_of<T: Ord>(elements: impl Iterator<Item = T>, others: impl Iterator<Item = T>, wanted: bool) -> Vec<T> {
    let mut others = others.peekable();
    elements
        .filter(|element| {
            while others.next_if(|other| other < element).is_some() {}
            others.peek().is_some_and(|other| other == element) == wanted
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::super::testing::{given, indices, object};

    proptest! {
        #[test]
        fn patches_are_parted_like_any_sets(
            a in prop::collection::btree_set((0..2i32, -3..4i32, -3..4i32), 1..20),
            b in prop::collection::btree_set((0..2i32, -3..4i32, -3..4i32), 1..20),
        ) {
            let cells = |set: &BTreeSet<(i32, i32, i32)>| {
                object(&set.iter().copied().collect::<Vec<_>>())
            };
            let places = |set: &BTreeSet<(i32, i32, i32)>| {
                indices(&set.iter().map(|&(_, row, column)| (row, column)).collect::<Vec<_>>())
            };
            let common: BTreeSet<_> = &a & &b;
            let rest: BTreeSet<_> = &a - &b;
            prop_assert_eq!(given("intersection", [cells(&a), cells(&b)]), cells(&common));
            prop_assert_eq!(given("difference", [cells(&a), cells(&b)]), cells(&rest));
            let all = given("combine", [places(&a), places(&b)]);
            let only_b = given("difference", [all.clone(), places(&a)]);
            prop_assert_eq!(given("difference", [all.clone(), only_b]), places(&a));
            prop_assert_eq!(given("intersection", [all, places(&b)]), places(&b));
        }
    }
}
