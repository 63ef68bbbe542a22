//! Containers ordered, filtered and searched by a function of their elements.

use std::cmp::Ordering;

use super::containers::collect_column;
use super::merging::merged;
use super::{Args, Argument, Primitive};
use crate::column::{Chunk, Column};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::value::{Elements, Value};

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "order",
        signature: "(container: Container[a], compfunc: (a) -> b) -> Tuple[a]",
        doc: "The elements as a tuple, ascending by a key.",
        run: |machine, args| {
            let elements = args[0].container(machine)?;
            machine.allocate_items(2 * elements.len())?;
            let (mut keys, mut ordered) = (Column::new(), Vec::with_capacity(elements.len()));
            for_each_keyed(machine, args, elements, |_, chunk, more| {
                ordered.extend((0..more.len()).map(|row| chunk.get(row).into_owned()));
                keys.append(more);
                Ok(())
            })?;
            let ordered = match keys {
                Column::Integers(keys) => sorted(keys, ordered),
                keys => {
                    let keys = keys.into_values();
                    machine.sort(&keys)?;
                    sorted(keys, ordered)
                }
            };
            machine.tuple(ordered)
        },
    },
    Primitive {
        name: "valmax",
        signature: "(container: Container[a], compfunc: (a) -> Integer) -> Integer",
        doc: "The greatest key of the elements; that of zero if there are none.",
        run: |machine, args| extreme_key(machine, args, Ordering::Greater),
    },
    Primitive {
        name: "valmin",
        signature: "(container: Container[a], compfunc: (a) -> Integer) -> Integer",
        doc: "The least key of the elements; that of zero if there are none.",
        run: |machine, args| extreme_key(machine, args, Ordering::Less),
    },
    Primitive {
        name: "argmax",
        signature: "(container: Container[a], compfunc: (a) -> b) -> a",
        doc: "The first element with the greatest key.",
        run: |machine, args| extreme(machine, args, Ordering::Greater),
    },
    Primitive {
        name: "argmin",
        signature: "(container: Container[a], compfunc: (a) -> b) -> a",
        doc: "The first element with the least key.",
        run: |machine, args| extreme(machine, args, Ordering::Less),
    },
    Primitive {
        name: "sfilter",
        signature: "(container: Container@c[a], condition: (a) -> Boolean) -> Container@c[a]",
        doc: "The elements that fulfil a condition.",
        run: filtered,
    },
    Primitive {
        name: "mfilter",
        signature: "(container: Container@c[Container[a]], function: (Container[a]) -> Boolean) -> Container@c[a]",
        doc: "The elements of all elements that fulfil a condition.",
        run: |machine, args| {
            let kept = filtered(machine, args)?;
            let containers = kept.container(machine)?.into_slice();
            merged(machine, kept.is_set(), &containers)
        },
    },
    Primitive {
        name: "extract",
        signature: "(container: Container[a], condition: (a) -> Boolean) -> a",
        doc: "The first element that fulfils a condition.",
        run: |machine, args| {
            for element in args[0].container(machine)?.borrowed() {
                if machine.apply(args[1], &[&element])?.is_true() {
                    return Ok(element.into_owned());
                }
            }
            undefined("no element fulfils the condition")
        },
    },
];

/// Elements in ascending order of their keys; those of equal keys stay in their order.
fn sorted<K: Ord>(keys: Vec<K>, elements: Vec<Value>) -> Vec<Value> {
    let mut keyed: Vec<(K, Value)> = keys.into_iter().zip(elements).collect();
    keyed.sort_by(|(left, _), (right, _)| left.cmp(right));
    keyed.into_iter().map(|(_, element)| element).collect()
}

/// Calls a function on the elements of a container with their keys, some at a time.
fn for_each_keyed(
    machine: &mut Machine,
    args: Args<'_>,
    elements: Elements<'_>,
    mut take: impl FnMut(&mut Machine, &Chunk<'_>, Column) -> Result<()>,
) -> Result<()> {
    let count = elements.len();
    if let Value::Tuple(items) | Value::Set(items) = args[0] {
        if let Some(keys) = machine.recall(args[1], count) {
            return take(machine, &Chunk::Borrowed(items), keys);
        }
    }
    let is_noting = machine.keys.is_some();
    let before = machine.used();
    let mut all = None;
    machine.apply_to_each(args[1], elements, |machine, chunk, keys| {
        if keys.len() == count && is_noting {
            all = Some(keys.clone());
        }
        take(machine, chunk, keys)
    })?;
    if let Some(keys) = all {
        machine.note(args[1], &keys, before);
    }
    Ok(())
}

/// The first element whose key is the most extreme, with its key; `None` if there are no elements.
fn extreme_entry(machine: &mut Machine, args: Args<'_>, wanted: Ordering) -> Result<Option<(Value, Value)>> {
    let mut best: Option<(Value, Value)> = None;
    let elements = args[0].container(machine)?;
    for_each_keyed(machine, args, elements, |machine, chunk, keys| {
        if let Column::Values(keys) = &keys {
            machine.spend(keys.iter().map(Value::weight).sum())?;
        }
        let row = match &keys {
            Column::Integers(numbers) => extreme_row(numbers, wanted),
            others => (0..others.len()).reduce(|best, row| {
                let is_better = (*others.get(row)).cmp(&others.get(best)) == wanted;
                if is_better {
                    row
                } else {
                    best
                }
            }),
        };
        if let Some(row) = row {
            let key = keys.get(row);
            if best.as_ref().is_none_or(|(known, _)| (*key).cmp(known) == wanted) {
                best = Some((key.into_owned(), chunk.get(row).into_owned()));
            }
        }
        Ok(())
    })?;
    Ok(best)
}

/// The position of the first number of which no other one is as wanted.
fn extreme_row(numbers: &[i64], wanted: Ordering) -> Option<usize> {
    let (&first, others) = numbers.split_first()?;
    let (mut row, mut best) = (0, first);
    for (at, &number) in (1..).zip(others) {
        if number.cmp(&best) == wanted {
            (row, best) = (at, number);
        }
    }
    Some(row)
}

fn extreme(machine: &mut Machine, args: Args<'_>, wanted: Ordering) -> Result<Value> {
    match extreme_entry(machine, args, wanted)? {
        Some((_, element)) => Ok(element),
        None => undefined("the container is empty"),
    }
}

fn extreme_key(machine: &mut Machine, args: Args<'_>, wanted: Ordering) -> Result<Value> {
    match extreme_entry(machine, args, wanted)? {
        Some((key, _)) => Ok(key),
        None => machine.apply(args[1], &[&Value::Integer(0)]),
    }
}

fn filtered(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let elements = args[0].container(machine)?;
    machine.allocate_items(elements.len())?;
    let mut kept = Column::new();
    machine.apply_to_each(args[1], elements, |_, chunk, truths| {
        kept.append(chunk.filtered(&truths));
        Ok(())
    })?;
    collect_column(machine, args[0].is_set(), kept)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{failure, given};
    use super::*;
    use crate::function::Function;

    fn primitive(name: &str) -> Value {
        Value::Function(Function::Primitive(super::super::find(name).expect("a primitive")))
    }

    #[test]
    fn ties_go_to_the_first_in_natural_order() {
        let set = Value::set([2, -2, 1].map(Value::Integer).to_vec()).expect("small");
        let even = primitive("even");
        assert_eq!(given("argmax", &[set.clone(), even.clone()]), Value::Integer(-2));
        let ordered = given("order", &[set, even]);
        assert_eq!(ordered.to_string(), "(1, -2, 2)");
    }

    #[test]
    fn empty_containers_have_no_extreme_element() {
        for name in ["argmax", "argmin"] {
            let message = failure(name, &[Value::empty_tuple(), primitive("identity")]);
            assert_eq!(message, format!("{name}: the container is empty"));
        }
        let none = failure("extract", &[Value::empty_set(), primitive("identity")]);
        assert_eq!(none, "extract: no element fulfils the condition");
    }
}
