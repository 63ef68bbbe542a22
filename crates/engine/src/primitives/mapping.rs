//! Functions applied over containers.

use super::containers::{charge_product, collect, collect_column};
use super::merging::merged;
use super::{Args, Argument as _, Primitive};
use crate::column::{Argument, Column};
use crate::error::Result;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "apply",
        signature: "(function: (a) -> b, container: Container@c[a]) -> Container@c[b]",
        doc: "What a function gives on each element.",
        run: |machine, args| {
            let results = applied(machine, args)?;
            collect_column(machine, args[1].is_set(), results)
        },
    },
    Primitive {
        name: "rapply",
        signature: "(functions: Container@c[(a) -> b], value: a) -> Container@c[b]",
        doc: "What each function gives on a value.",
        run: |machine, args| {
            let functions = args[0].container(machine)?;
            machine.allocate_items(functions.len())?;
            let results: Result<Vec<Value>> = functions.map(|function| machine.apply(&function, &[args[1]])).collect();
            collect(machine, args[0].is_set(), results?)
        },
    },
    Primitive {
        name: "mapply",
        signature: "(function: (a) -> Container[b], container: Container@c[a]) -> Container@c[b]",
        doc: "The elements of what a function gives on each element.",
        run: |machine, args| {
            let results = applied(machine, args)?;
            merged(machine, args[1].is_set(), &results.into_values())
        },
    },
    Primitive {
        name: "papply",
        signature: "(function: (a, b) -> c, a: Tuple[a], b: Tuple[b]) -> Tuple[c]",
        doc: "What a function gives on the elements of two tuples side by side.",
        run: |machine, args| {
            let results = paired(machine, args)?;
            collect_column(machine, false, results)
        },
    },
    Primitive {
        name: "mpapply",
        signature: "(function: (a, b) -> Container[c], a: Tuple[a], b: Tuple[b]) -> Tuple[c]",
        doc: "The elements of what a function gives on two tuples side by side.",
        run: |machine, args| {
            let results = paired(machine, args)?;
            merged(machine, false, &results.into_values())
        },
    },
    Primitive {
        name: "prapply",
        signature: "(function: (a, b) -> c, a: Container[a], b: Container[b]) -> FrozenSet[c]",
        doc: "What a function gives on each pair of an element of one container and one of the other.",
        run: |machine, args| {
            let (left, right) = (args[1].container(machine)?, args[2].container(machine)?);
            charge_product(machine, left.len(), right.len())?;
            let (left, mut results) = (Column::of(left), Column::new());
            for second in right.borrowed() {
                let arguments = [left.as_argument(), Argument::Same(&second)];
                machine.apply_side_by_side(args[0], arguments, left.len(), &mut results)?;
            }
            collect_column(machine, true, results)
        },
    },
];

/// What a function gives on each element.
fn applied(machine: &mut Machine, args: Args<'_>) -> Result<Column> {
    let elements = args[1].container(machine)?;
    machine.allocate_items(elements.len())?;
    let mut results = Column::new();
    machine.apply_to_each(args[0], elements, |_, _, more| {
        results.append(more);
        Ok(())
    })?;
    Ok(results)
}

/// What a function gives on the elements of two tuples side by side.
fn paired(machine: &mut Machine, args: Args<'_>) -> Result<Column> {
    let (left, right) = (args[1].container(machine)?, args[2].container(machine)?);
    let count = left.len().min(right.len());
    machine.allocate_items(count)?;
    let (left, right, mut results) = (Column::of(left), Column::of(right), Column::new());
    machine.apply_side_by_side(args[0], [left.as_argument(), right.as_argument()], count, &mut results)?;
    Ok(results)
}
