//! Colours of grids and objects: counting, choosing, exchanging.

use std::collections::BTreeMap;

use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::Object;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "mostcolor",
        signature: "(element: Element) -> Integer",
        doc: "The colour of the most cells, the least of several.",
        run: |machine, args| {
            let counts = counts(machine, args[0])?;
            let most = counts.iter().map(|&(_, count)| count).max();
            first_with(&counts, most)
        },
    },
    Primitive {
        name: "leastcolor",
        signature: "(element: Element) -> Integer",
        doc: "The colour of the fewest cells, the least of several.",
        run: |machine, args| {
            let counts = counts(machine, args[0])?;
            let least = counts.iter().map(|&(_, count)| count).min();
            first_with(&counts, least)
        },
    },
    Primitive {
        name: "colorcount",
        signature: "(element: Element, value: Integer) -> Integer",
        doc: "The number of cells of a colour.",
        run: |machine, args| {
            let colour = args[1].integer()?;
            let counts = counts(machine, args[0])?;
            let found = counts.iter().find(|&&(known, _)| known == colour);
            Ok(Value::Integer(found.map_or(0, |&(_, count)| count)))
        },
    },
    Primitive {
        name: "colorfilter",
        signature: "(objs: Objects, value: Integer) -> Objects",
        doc: "The objects whose first cell has a colour.",
        run: |machine, args| {
            let objects = args[0].container(machine)?;
            let colour = args[1].integer()?;
            machine.allocate_items(objects.len())?;
            let mut kept = Vec::new();
            for object in objects {
                if first_colour(machine, &object)? == Value::Integer(colour) {
                    kept.push(object);
                }
            }
            machine.set(kept)
        },
    },
    Primitive {
        name: "recolor",
        signature: "(value: Integer, patch: Patch) -> Object",
        doc: "The cells at the places of a patch, all in one colour.",
        run: |machine, args| {
            let colour = i32::try_from(args[0].integer()?).map_err(|_| Fault::Overflow)?;
            let patch = args[1].patch(machine)?;
            machine.allocate(8 * patch.len() as u64)?;
            Ok(match patch.indices() {
                Some(indices) => Value::Object(Object::painted(&indices, colour)),
                None => Value::empty_set(),
            })
        },
    },
    Primitive {
        name: "palette",
        signature: "(element: Element) -> IntegerSet",
        doc: "The set of the colours that occur.",
        run: |machine, args| {
            let counts = counts(machine, args[0])?;
            machine.allocate_items(counts.len())?;
            let colours = counts.iter().map(|&(colour, _)| Value::Integer(colour));
            machine.set(colours.collect())
        },
    },
    Primitive {
        name: "numcolors",
        signature: "(element: Element) -> Integer",
        doc: "The number of different colours.",
        run: |machine, args| Ok(Value::Integer(counts(machine, args[0])?.len() as i64)),
    },
    Primitive {
        name: "color",
        signature: "(obj: Object) -> Integer",
        doc: "The colour of an object's first cell.",
        run: |machine, args| first_colour(machine, args[0]),
    },
    Primitive {
        name: "replace",
        signature: "(grid: Grid, replacee: Integer, replacer: Integer) -> Grid",
        doc: "The grid with one colour exchanged for another.",
        run: |machine, args| {
            let (old, new) = (args[1].integer()?, args[2].integer()?);
            exchange(machine, args, &[(old, new)])
        },
    },
    Primitive {
        name: "switch",
        signature: "(grid: Grid, a: Integer, b: Integer) -> Grid",
        doc: "The grid with two colours exchanged for each other.",
        run: |machine, args| {
            let (a, b) = (args[1].integer()?, args[2].integer()?);
            exchange(machine, args, &[(a, b), (b, a)])
        },
    },
];

/// The colours of a grid or an object in ascending order, each with the number of its cells.
fn counts(machine: &mut Machine, element: &Value) -> Result<Vec<(i64, i64)>> {
    match element {
        Value::Grid(grid) => {
            machine.spend(grid.cells().len() as u64 / 4)?;
            let histogram = grid.histogram();
            let counts = histogram.counts();
            Ok(counts.map(|(colour, count)| (i64::from(colour), i64::from(count))).collect())
        }
        Value::Object(object) => {
            machine.spend(object.len() as u64)?;
            let mut counts: Vec<(i64, i64)> = Vec::new();
            // Cells come in the order of their colours.
            for cell in object.cells() {
                match counts.last_mut() {
                    Some((colour, count)) if *colour == i64::from(cell.colour) => *count += 1,
                    _ => counts.push((i64::from(cell.colour), 1)),
                }
            }
            Ok(counts)
        }
        Value::Tuple(rows) => {
            let mut counts: BTreeMap<i64, i64> = BTreeMap::new();
            for row in rows.iter() {
                let colours = row.elements().ok_or_else(|| element.unexpected("Element"))?;
                machine.spend(20 * colours.len() as u64)?;
                for colour in colours {
                    *counts.entry(colour.integer()?).or_default() += 1;
                }
            }
            Ok(counts.into_iter().collect())
        }
        Value::Set(items) if items.is_empty() => Ok(Vec::new()),
        _ => Err(element.unexpected("Element")),
    }
}

fn first_with(counts: &[(i64, i64)], wanted: Option<i64>) -> Result<Value> {
    match counts.iter().find(|&&(_, count)| Some(count) == wanted) {
        Some(&(colour, _)) => Ok(Value::Integer(colour)),
        None => undefined("there are no cells"),
    }
}

/// The first part of the first element: the colour of an object, of a tuple of cells.
fn first_colour(machine: &mut Machine, object: &Value) -> Result<Value> {
    if let Value::Object(object) = object {
        return Ok(Value::Integer(i64::from(object.first_colour())));
    }
    let first = object.container(machine)?.next();
    match first.map(|cell| cell.elements().and_then(|mut parts| parts.next())) {
        None => undefined("the object is empty"),
        Some(Some(colour)) => Ok(colour),
        Some(None) => Err(object.unexpected("Object")),
    }
}

/// The grid with colours exchanged: the first pair whose first colour a cell has gives its new one.
fn exchange(machine: &mut Machine, args: Args<'_>, pairs: &[(i64, i64)]) -> Result<Value> {
    if args[0].empty_rows(machine)?.is_some() {
        return Ok(args[0].clone());
    }
    let grid = args[0].grid()?;
    machine.allocate(grid.cells().len() as u64)?;
    let mut table = Vec::new();
    for &(old, new) in pairs {
        // A colour that no grid can hold occurs in none.
        let Ok(old) = i8::try_from(old) else { continue };
        if grid.cells().contains(&old) {
            table.push((old, i8::try_from(new).map_err(|_| Fault::Overflow)?));
        }
    }
    Ok(Value::Grid(grid.edited(|cells| {
        for cell in cells {
            if let Some(&(_, new)) = table.iter().find(|(old, _)| old == cell) {
                *cell = new;
            }
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{empty_rows, given, grid, integer, is_undefined, object};
    use super::*;

    #[test]
    fn ties_go_to_the_least_colour() {
        assert_eq!(given("mostcolor", [grid("12/21")]), integer(1));
        assert_eq!(given("leastcolor", [object(&[(3, 0, 0), (2, 0, 1)])]), integer(2));
    }

    #[test]
    fn what_has_no_cells_has_no_colours() {
        for nothing in [Value::empty_set(), empty_rows(0), empty_rows(1)] {
            assert!(is_undefined("mostcolor", [nothing.clone()]));
            assert!(is_undefined("leastcolor", [nothing.clone()]));
            assert_eq!(given("palette", [nothing.clone()]), Value::empty_set());
            assert_eq!(given("numcolors", [nothing.clone()]), integer(0));
            assert_eq!(given("colorcount", [nothing, integer(1)]), integer(0));
        }
        assert!(is_undefined("color", [Value::empty_set()]));
        let set = Value::set(vec![Value::empty_set()]).expect("small");
        assert!(is_undefined("colorfilter", [set, integer(1)]));
    }

    #[test]
    fn colours_are_exchanged_at_once() {
        assert_eq!(given("switch", [grid("123"), integer(1), integer(2)]), grid("213"));
        assert_eq!(given("replace", [grid("123"), integer(9000), integer(2)]), grid("123"));
    }
}
