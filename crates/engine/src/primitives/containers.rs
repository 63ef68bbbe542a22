//! Tuples and sets: joining, measuring, picking elements.

use std::borrow::Cow;
use std::hash::BuildHasher as _;

use rustc_hash::FxBuildHasher;

use super::merging::{merged, union};
use super::overlap::retain;
use super::{Args, Argument, Primitive};
use crate::column::Column;
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::{Indices, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "combine",
        signature: "(a: Container@c[a], b: Container@c[a]) -> Container@c[a]",
        doc: "The elements of both containers, in a container of the first one's kind.",
        run: |machine, args| {
            let (left, right) = (args[0].container(machine)?, args[1].container(machine)?);
            machine.allocate_items(left.len() + right.len())?;
            if args[0].is_set() {
                if let Some(patch) = union(&[args[0].clone(), args[1].clone()])? {
                    return Ok(patch);
                }
            }
            collect(machine, args[0].is_set(), left.chain(right).collect())
        },
    },
    Primitive {
        name: "intersection",
        signature: "(a: FrozenSet[a], b: FrozenSet[a]) -> FrozenSet[a]",
        doc: "The elements that both sets have.",
        run: |machine, args| {
            for set in [args[0], args[1]] {
                if !set.is_set() {
                    return Err(set.unexpected("FrozenSet"));
                }
            }
            retain(machine, args, true)
        },
    },
    Primitive {
        name: "difference",
        signature: "(a: FrozenSet[a], b: FrozenSet[a]) -> FrozenSet[a]",
        doc: "The elements of the first container that the second does not have.",
        run: |machine, args| retain(machine, args, false),
    },
    Primitive {
        name: "dedupe",
        signature: "(tup: Tuple[a]) -> Tuple[a]",
        doc: "The tuple without repeated elements; the first of equal ones stays.",
        run: |machine, args| {
            let elements = args[0].container(machine)?;
            let count = elements.len() as u64;
            machine.allocate_items(elements.len())?;
            machine.spend(count.saturating_mul(count))?;
            // Elements are compared only where their hashes agree.
            let mut distinct: Vec<(u64, Value)> = Vec::new();
            for element in elements {
                machine.spend(3 * (element.weight() - 1))?;
                let hash = FxBuildHasher.hash_one(&element);
                let mut is_new = true;
                for (_, known) in distinct.iter().filter(|(other, _)| *other == hash) {
                    machine.compare(known, &element)?;
                    is_new = *known != element;
                    if !is_new {
                        break;
                    }
                }
                if is_new {
                    distinct.push((hash, element));
                }
            }
            machine.tuple(distinct.into_iter().map(|(_, element)| element).collect())
        },
    },
    Primitive {
        name: "repeat",
        signature: "(item: a, num: Integer) -> Tuple[a]",
        doc: "The tuple of a value so many times.",
        run: |machine, args| {
            let count = usize::try_from(args[1].integer()?.max(0)).map_err(|_| Fault::Memory)?;
            machine.allocate_items(count)?;
            machine.tuple(vec![args[0].clone(); count])
        },
    },
    Primitive {
        name: "size",
        signature: "(container: Container[a]) -> Integer",
        doc: "The number of elements.",
        run: |_, args| match args[0].size() {
            Some(size) => Ok(Value::Integer(size as i64)),
            None => Err(args[0].unexpected("Container")),
        },
    },
    Primitive {
        name: "merge",
        signature: "(containers: Container@c[Container[a]]) -> Container@c[a]",
        doc: "The elements of all elements, in a container of the outer one's kind.",
        run: |machine, args| {
            let containers = args[0].container(machine)?.into_slice();
            merged(machine, args[0].is_set(), &containers)
        },
    },
    Primitive {
        name: "maximum",
        signature: "(container: IntegerSet) -> Integer",
        doc: "The greatest element; zero if there is none.",
        run: |machine, args| extreme(machine, args, |elements| elements.max()),
    },
    Primitive {
        name: "minimum",
        signature: "(container: IntegerSet) -> Integer",
        doc: "The least element; zero if there is none.",
        run: |machine, args| extreme(machine, args, |elements| elements.min()),
    },
    Primitive {
        name: "mostcommon",
        signature: "(container: Tuple[a]) -> a",
        doc: "The most frequent element of a tuple, the least of several.",
        run: |machine, args| {
            let counts = counts(machine, args[0])?;
            let most = counts.iter().map(|(_, count)| *count).max();
            first_with(counts, most)
        },
    },
    Primitive {
        name: "leastcommon",
        signature: "(container: Tuple[a]) -> a",
        doc: "The least frequent element of a tuple, the least of several.",
        run: |machine, args| {
            let counts = counts(machine, args[0])?;
            let least = counts.iter().map(|(_, count)| *count).min();
            first_with(counts, least)
        },
    },
    Primitive {
        name: "initset",
        signature: "(value: a) -> FrozenSet[a]",
        doc: "The set of one value.",
        run: |machine, args| {
            machine.allocate_items(1)?;
            machine.set(vec![args[0].clone()])
        },
    },
    Primitive {
        name: "totuple",
        signature: "(container: FrozenSet[a]) -> Tuple[a]",
        doc: "The elements as a tuple, in natural order.",
        run: |machine, args| {
            let elements = args[0].container(machine)?;
            machine.allocate_items(elements.len())?;
            machine.tuple(elements.collect())
        },
    },
    Primitive {
        name: "first",
        signature: "(container: Container[a]) -> a",
        doc: "The first element.",
        run: |machine, args| element(machine, args[0], |_| 0),
    },
    Primitive {
        name: "last",
        signature: "(container: Container[a]) -> a",
        doc: "The last element.",
        run: |machine, args| element(machine, args[0], |count| count - 1),
    },
    Primitive {
        name: "insert",
        signature: "(value: a, container: FrozenSet[a]) -> FrozenSet[a]",
        doc: "The set with one more element.",
        run: |machine, args| {
            if !args[1].is_set() {
                return Err(args[1].unexpected("FrozenSet"));
            }
            let elements = args[1].container(machine)?;
            machine.allocate_items(elements.len() + 1)?;
            machine.set(elements.chain([args[0].clone()]).collect())
        },
    },
    Primitive {
        name: "remove",
        signature: "(value: a, container: Container@c[a]) -> Container@c[a]",
        doc: "The container without the elements equal to a value.",
        run: |machine, args| {
            let elements = args[1].container(machine)?;
            machine.allocate_items(elements.len())?;
            machine.compare_each(args[1], args[0])?;
            let kept = elements.borrowed().filter(|element| **element != *args[0]).map(Cow::into_owned).collect();
            collect(machine, args[1].is_set(), kept)
        },
    },
    Primitive {
        name: "other",
        signature: "(container: Container[a], value: a) -> a",
        doc: "The first element that is not equal to a value.",
        run: |machine, args| {
            let elements = args[0].container(machine)?;
            machine.spend(4 * elements.len() as u64)?;
            machine.compare_each(args[0], args[1])?;
            match elements.borrowed().find(|element| **element != *args[1]) {
                Some(element) => Ok(element.into_owned()),
                None => undefined("the container has no other element"),
            }
        },
    },
    Primitive {
        name: "interval",
        signature: "(start: Integer, stop: Integer, step: Integer) -> Tuple[Integer]",
        doc: "The integers from the start up to, and without, the stop in steps.",
        run: |machine, args| {
            let (start, stop) = (args[0].integer()?, args[1].integer()?);
            let step = args[2].integer()?;
            let distance = i128::from(stop) - i128::from(start);
            let count = match step.signum() {
                0 => return undefined("the step is zero"),
                sign if distance.signum() != i128::from(sign) => 0,
                _ => distance.unsigned_abs().div_ceil(u128::from(step.unsigned_abs())),
            };
            let count = usize::try_from(count).map_err(|_| Fault::Memory)?;
            machine.allocate_items(count)?;
            let numbers = (0..count as i64).map(|index| Value::Integer(start + index * step));
            machine.tuple(numbers.collect())
        },
    },
    Primitive {
        name: "product",
        signature: "(a: Container[a], b: Container[b]) -> FrozenSet[Tuple[a]]",
        doc: "The set of all pairs of an element of one container and one of the other.",
        run: |machine, args| {
            let (left, right) = (args[0].container(machine)?, args[1].container(machine)?);
            charge_product(machine, left.len(), right.len())?;
            let right = right.into_slice();
            let mut pairs = Vec::with_capacity(left.len() * right.len());
            for first in left {
                for second in &*right {
                    pairs.push(two(machine, first.clone(), second.clone())?);
                }
            }
            machine.sort(&pairs)?;
            // In this order the pairs of two sets are sorted already.
            let in_order = args[0].is_set() && args[1].is_set();
            Ok(if in_order { Value::set_in_order(pairs) } else { Value::set(pairs) }?)
        },
    },
    Primitive {
        name: "pair",
        signature: "(a: Tuple[a], b: Tuple[a]) -> Tuple[Tuple[a]]",
        doc: "The pairs of the elements of two tuples side by side.",
        run: |machine, args| {
            let (left, right) = (args[0].container(machine)?, args[1].container(machine)?);
            machine.allocate_items(3 * left.len().min(right.len()))?;
            let pairs: Result<Vec<Value>> =
                left.zip(right).map(|(first, second)| two(machine, first, second)).collect();
            machine.tuple(pairs?)
        },
    },
    Primitive {
        name: "sizefilter",
        signature: "(container: Container[Container@c[a]], n: Integer) -> FrozenSet[Container@c[a]]",
        doc: "The elements that have so many elements.",
        run: |machine, args| {
            let elements = args[0].container(machine)?;
            machine.allocate_items(elements.len())?;
            let mut kept = Vec::new();
            for element in elements.borrowed() {
                match element.size() {
                    Some(size) if args[1].as_integer() == Some(size as i64) => kept.push(element.into_owned()),
                    Some(_) => {}
                    None => return Err(element.unexpected("Container")),
                }
            }
            machine.set(kept)
        },
    },
];

/// The element of a container at the position that follows from the number of its elements, which is not zero.
fn element(machine: &mut Machine, container: &Value, position: fn(usize) -> usize) -> Result<Value> {
    if let Value::Grid(grid) = container {
        // The row becomes a tuple.
        machine.allocate_items(grid.width())?;
    }
    let Some(count) = container.size() else {
        return Err(container.unexpected("Container"));
    };
    if count == 0 {
        return undefined("the container is empty");
    }
    container.element(position(count)).ok_or_else(|| container.unexpected("Container"))
}

/// The container of the given elements: a set or a tuple.
pub(super) fn collect(machine: &mut Machine, is_set: bool, elements: Vec<Value>) -> Result<Value> {
    if is_set {
        machine.set(elements)
    } else {
        machine.tuple(elements)
    }
}

/// The same of elements that may lie flat.
pub(super) fn collect_column(machine: &mut Machine, is_set: bool, elements: Column) -> Result<Value> {
    let elements = match elements {
        Column::Pairs(pairs) if is_set => {
            let place = |&(row, column): &(i64, i64)| Value::Pair(row, column).as_place();
            if let Some(indices) =
                pairs.iter().map(place).collect::<Option<Vec<Place>>>().and_then(|places| Indices::new(&places))
            {
                machine.spend(pairs.len() as u64 * u64::from(pairs.len().ilog2()))?;
                return Ok(Value::Indices(indices));
            }
            Column::Pairs(pairs)
        }
        Column::Integers(mut numbers) if is_set => {
            machine.spend(numbers.len() as u64 * u64::from(numbers.len().max(1).ilog2()))?;
            numbers.sort_unstable();
            numbers.dedup();
            return Ok(Value::set(Column::Integers(numbers).into_values())?);
        }
        others => others,
    };
    collect(machine, is_set, elements.into_values())
}

/// The tuple of two values, for which memory has been allocated; charges the cells of a grid.
fn two(machine: &mut Machine, first: Value, second: Value) -> Result<Value> {
    match first {
        Value::Tuple(_) => machine.tuple(vec![first, second]),
        _ => Ok(Value::two(first, second)?),
    }
}

/// Charges the pairs of so many with so many elements.
pub(super) fn charge_product(machine: &mut Machine, left: usize, right: usize) -> Result<()> {
    let count = left.checked_mul(right).and_then(|count| count.checked_mul(3));
    machine.allocate_items(count.ok_or(Fault::Memory)?)
}

fn extreme(
    machine: &mut Machine,
    args: Args<'_>,
    choose: fn(crate::value::Elements<'_>) -> Option<Value>,
) -> Result<Value> {
    let elements = args[0].container(machine)?;
    machine.spend(4 * elements.len() as u64)?;
    if let Value::Tuple(items) | Value::Set(items) = args[0] {
        machine.spend(items.iter().map(Value::weight).sum())?;
    }
    Ok(choose(elements).unwrap_or(Value::Integer(0)))
}

/// The distinct elements of a tuple in natural order, each with its count.
fn counts(machine: &mut Machine, tuple: &Value) -> Result<Vec<(Value, usize)>> {
    if tuple.is_set() {
        return Err(tuple.unexpected("Tuple"));
    }
    let elements = tuple.container(machine)?;
    machine.allocate_items(elements.len())?;
    let mut sorted: Vec<Value> = elements.collect();
    machine.sort(&sorted)?;
    sorted.sort();
    let mut counts: Vec<(Value, usize)> = Vec::new();
    for element in sorted {
        match counts.last_mut() {
            Some((known, count)) if *known == element => *count += 1,
            _ => counts.push((element, 1)),
        }
    }
    Ok(counts)
}

fn first_with(counts: Vec<(Value, usize)>, wanted: Option<usize>) -> Result<Value> {
    match counts.into_iter().find(|(_, count)| Some(*count) == wanted) {
        Some((element, _)) => Ok(element),
        None => undefined("the container is empty"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{failure, given};
    use super::*;

    fn integers(numbers: &[i64]) -> Value {
        let values = numbers.iter().map(|&number| Value::Integer(number));
        Value::tuple(values.collect()).expect("small")
    }

    #[test]
    fn huge_containers_end_as_errors() {
        let huge = Value::Integer(1_000_000_000_000);
        let one = Value::Integer(1);
        assert_eq!(failure("repeat", &[one.clone(), huge.clone()]), "repeat: out of memory");
        let interval = failure("interval", &[Value::Integer(i64::MIN), huge, one.clone()]);
        assert_eq!(interval, "interval: out of memory");
        let many = given("interval", &[Value::Integer(0), Value::Integer(10_000), one]);
        assert_eq!(failure("product", &[many.clone(), many]), "product: out of memory");
    }

    #[test]
    fn intervals_follow_their_sign() {
        let interval = |a, b, c| given("interval", [a, b, c].map(Value::Integer)).to_string();
        assert_eq!(interval(0, 5, 2), "(0, 2, 4)");
        assert_eq!(interval(5, 0, -2), "(5, 3, 1)");
        assert_eq!(interval(0, 5, -1), "()");
        assert_eq!(failure("interval", [0, 5, 0].map(Value::Integer)), "interval: the step is zero");
    }

    #[test]
    fn sets_and_tuples_keep_their_kind() {
        let tuple = integers(&[3, 1, 3]);
        let set = Value::set(vec![Value::Integer(1)]).expect("small");
        assert_eq!(given("combine", &[set.clone(), tuple.clone()]).to_string(), "{1, 3}");
        assert_eq!(given("combine", &[tuple.clone(), set.clone()]).to_string(), "(3, 1, 3, 1)");
        assert_eq!(given("difference", &[tuple.clone(), set]).to_string(), "(3, 3)");
        assert_eq!(given("mostcommon", &[tuple]), Value::Integer(3));
    }
}
