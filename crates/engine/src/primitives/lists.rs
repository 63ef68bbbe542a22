//! Lists of grids: choosing among them and putting them together.

use super::components::written;
use super::{Args, Argument, Primitive};
use crate::column::Column;
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "stack",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "Grids of one size laid upon each other, the last on top; black lets what lies below show through.",
        run: |machine, args| folded(machine, args[0], |below, above| if above == 0 { below } else { above }),
    },
    Primitive {
        name: "shared",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "The cells that are not black in any of some grids of one size, in the first one's colours.",
        run: |machine, args| folded(machine, args[0], |below, above| if above == 0 { 0 } else { below }),
    },
    Primitive {
        name: "unshared",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "The cells that are not black in exactly one of some grids of one size.",
        run: |machine, args| unshared(machine, args[0]),
    },
    Primitive {
        name: "hjoin",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "Grids side by side, shorter ones filled up below with black.",
        run: |machine, args| joined(machine, args[0], true),
    },
    Primitive {
        name: "vjoin",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "Grids below each other, narrower ones filled up at the right with black.",
        run: |machine, args| joined(machine, args[0], false),
    },
    Primitive {
        name: "nested",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "Grids laid upon each other around one centre, the largest below.",
        run: |machine, args| nested(machine, args[0]),
    },
    Primitive {
        name: "reversed",
        signature: "(grids: Tuple[Grid]) -> Tuple[Grid]",
        doc: "The grids in reverse order.",
        run: |machine, args| {
            let items = items(args[0])?;
            machine.allocate_items(items.len())?;
            machine.tuple(items.iter().rev().cloned().collect())
        },
    },
    Primitive {
        name: "oddone",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "The only grid that equals no other of the list.",
        run: |machine, args| {
            let items = items(args[0])?;
            machine.compare_all(items)?;
            let is_single = |item: &&Value| items.iter().filter(|other| other == item).count() == 1;
            only(items.iter().filter(is_single))
        },
    },
    Primitive {
        name: "oddby",
        signature: "(grids: Tuple[Grid], compfunc: (Grid) -> a) -> Grid",
        doc: "The only grid whose key equals that of no other.",
        run: |machine, args| {
            let (items, keys) = keyed(machine, args)?;
            let is_single = |key: &Value| keys.iter().filter(|other| *other == key).count() == 1;
            only(items.iter().zip(&keys).filter(|(_, key)| is_single(key)).map(|(item, _)| item))
        },
    },
    Primitive {
        name: "commonby",
        signature: "(grids: Tuple[Grid], compfunc: (Grid) -> a) -> Tuple[Grid]",
        doc: "The grids whose key is the most common one, that of the first of several.",
        run: |machine, args| {
            let (items, keys) = keyed(machine, args)?;
            let count = |key: &Value| keys.iter().filter(|other| *other == key).count();
            let most = keys.iter().map(count).max().unwrap_or(0);
            let common = keys.iter().find(|key| count(key) == most);
            kept(machine, items, |at| Some(&keys[at]) == common)
        },
    },
    Primitive {
        name: "maxima",
        signature: "(grids: Tuple[Grid], compfunc: (Grid) -> Integer) -> Tuple[Grid]",
        doc: "The grids with the greatest key, in their order.",
        run: |machine, args| {
            let (items, keys) = keyed(machine, args)?;
            let most = keys.iter().max();
            kept(machine, items, |at| Some(&keys[at]) == most)
        },
    },
    Primitive {
        name: "minima",
        signature: "(grids: Tuple[Grid], compfunc: (Grid) -> Integer) -> Tuple[Grid]",
        doc: "The grids with the least key, in their order.",
        run: |machine, args| {
            let (items, keys) = keyed(machine, args)?;
            let least = keys.iter().min();
            kept(machine, items, |at| Some(&keys[at]) == least)
        },
    },
    Primitive {
        name: "nonmaxima",
        signature: "(grids: Tuple[Grid], compfunc: (Grid) -> Integer) -> Tuple[Grid]",
        doc: "The grids without the greatest key, in their order.",
        run: |machine, args| {
            let (items, keys) = keyed(machine, args)?;
            let most = keys.iter().max();
            kept(machine, items, |at| Some(&keys[at]) != most)
        },
    },
    Primitive {
        name: "rest",
        signature: "(grids: Tuple[Grid]) -> Tuple[Grid]",
        doc: "All grids but the first.",
        run: |machine, args| {
            let items = items(args[0])?;
            kept(machine, items, |at| at > 0)
        },
    },
];

/// The grids of a list.
pub(super) fn items(list: &Value) -> Result<&[Value]> {
    match list {
        Value::Tuple(items) if !items.is_empty() => Ok(items),
        Value::Tuple(_) => undefined("the list is empty"),
        _ => Err(list.unexpected("Tuple")),
    }
}

fn grids(list: &Value) -> Result<Vec<&Grid>> {
    items(list)?.iter().map(Argument::grid).collect()
}

/// The grids with the keys that a function gives.
fn keyed<'a>(machine: &mut Machine, args: Args<'a>) -> Result<(&'a [Value], Vec<Value>)> {
    let items = items(args[0])?;
    machine.allocate_items(items.len())?;
    let keys = match machine.recall(args[1], items.len()) {
        Some(keys) => keys,
        None => {
            let before = machine.used();
            let keys = Column::collect(items.len(), |at| machine.apply(args[1], &[&items[at]]))?;
            machine.note(args[1], &keys, before);
            keys
        }
    };
    let keys = keys.into_values();
    machine.compare_all(&keys)?;
    Ok((items, keys))
}

fn only<'a>(mut items: impl Iterator<Item = &'a Value>) -> Result<Value> {
    match (items.next(), items.next()) {
        (Some(item), None) => Ok(item.clone()),
        _ => undefined("there is no single one"),
    }
}

/// The grids whose positions a condition admits; undefined if that are none.
fn kept(machine: &mut Machine, items: &[Value], admits: impl Fn(usize) -> bool) -> Result<Value> {
    machine.allocate_items(items.len())?;
    let kept: Vec<Value> =
        items.iter().enumerate().filter(|&(at, _)| admits(at)).map(|(_, item)| item.clone()).collect();
    if kept.is_empty() {
        return undefined("no grid is left");
    }
    machine.tuple(kept)
}

/// The first grid with every other combined into it cell by cell.
fn folded(machine: &mut Machine, list: &Value, combine: impl Fn(i8, i8) -> i8) -> Result<Value> {
    let grids = grids(list)?;
    same_size(&grids)?;
    machine.allocate(grids[0].cells().len() as u64 + 24)?;
    machine.spend((grids.len() * grids[0].cells().len()) as u64 / 2)?;
    Ok(Value::Grid(grids[0].edited(|cells| {
        for grid in &grids[1..] {
            for (cell, &other) in cells.iter_mut().zip(grid.cells()) {
                *cell = combine(*cell, other);
            }
        }
    })))
}

fn same_size(grids: &[&Grid]) -> Result<()> {
    let fits = |grid: &&Grid| grid.height() == grids[0].height() && grid.width() == grids[0].width();
    if !grids.iter().all(fits) {
        return undefined("the grids differ in size");
    }
    Ok(())
}

fn unshared(machine: &mut Machine, list: &Value) -> Result<Value> {
    let grids = grids(list)?;
    same_size(&grids)?;
    machine.allocate(2 * grids[0].cells().len() as u64 + 24)?;
    machine.spend((grids.len() * grids[0].cells().len()) as u64)?;
    Ok(Value::Grid(grids[0].edited(|cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            let mut lit = grids.iter().map(|grid| grid.cells()[at]).filter(|&colour| colour != 0);
            *cell = match (lit.next(), lit.next()) {
                (Some(colour), None) => colour,
                _ => 0,
            };
        }
    })))
}

/// Grids in a row, or in a column.
fn joined(machine: &mut Machine, list: &Value, is_row: bool) -> Result<Value> {
    let grids = grids(list)?;
    let heights = grids.iter().map(|grid| grid.height());
    let widths = grids.iter().map(|grid| grid.width());
    let (height, width): (usize, usize) =
        if is_row { (heights.max().unwrap_or(0), widths.sum()) } else { (heights.sum(), widths.max().unwrap_or(0)) };
    let joined = written(machine, height, width, |cells| {
        let (mut top, mut left) = (0, 0);
        for grid in grids {
            for (row, line) in grid.rows().enumerate() {
                let at = (top + row) * width + left;
                cells[at..at + line.len()].copy_from_slice(line);
            }
            if is_row {
                left += grid.width();
            } else {
                top += grid.height();
            }
        }
    })?;
    Ok(Value::Grid(joined))
}

fn nested(machine: &mut Machine, list: &Value) -> Result<Value> {
    let mut grids = grids(list)?;
    grids.sort_by_key(|grid| std::cmp::Reverse(grid.cells().len()));
    let height = grids.iter().map(|grid| grid.height()).max().unwrap_or(0);
    let width = grids.iter().map(|grid| grid.width()).max().unwrap_or(0);
    let fits = |grid: &&Grid| (height - grid.height()) % 2 == 0 && (width - grid.width()) % 2 == 0;
    if !grids.iter().all(fits) {
        return undefined("the grids have no common centre");
    }
    machine.spend(grids.iter().map(|grid| grid.cells().len() as u64).sum())?;
    let nested = written(machine, height, width, |cells| {
        for grid in grids {
            let (top, left) = ((height - grid.height()) / 2, (width - grid.width()) / 2);
            for (row, line) in grid.rows().enumerate() {
                let at = (top + row) * width + left;
                for (cell, &colour) in cells[at..].iter_mut().zip(line) {
                    *cell = if colour == 0 { *cell } else { colour };
                }
            }
        }
    })?;
    Ok(Value::Grid(nested))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use crate::function::Function;
    use crate::value::Value;

    fn grids(rows: &[&str]) -> Value {
        Value::tuple(rows.iter().map(|rows| grid(rows)).collect()).expect("small")
    }

    fn by(name: &str) -> Value {
        Value::Function(Function::Primitive(super::super::find(name).expect("a primitive")))
    }

    #[test]
    fn grids_are_combined_cell_by_cell() {
        let three = || grids(&["110", "022", "030"]);
        assert_eq!(given("stack", [three()]), grid("132"));
        assert_eq!(given("shared", [three()]), grid("010"));
        assert_eq!(given("unshared", [three()]), grid("102"));
        assert!(is_undefined("stack", [grids(&["1", "22"])]));
    }

    #[test]
    fn grids_are_put_together() {
        assert_eq!(given("hjoin", [grids(&["1/2", "3"])]), grid("13/20"));
        assert_eq!(given("vjoin", [grids(&["12", "3"])]), grid("12/30"));
        assert_eq!(given("nested", [grids(&["5", "111/101/111"])]), grid("111/151/111"));
        assert_eq!(given("reversed", [grids(&["1", "2"])]), grids(&["2", "1"]));
    }

    #[test]
    fn the_odd_one_is_found() {
        assert_eq!(given("oddone", [grids(&["1", "2", "1"])]), grid("2"));
        assert!(is_undefined("oddone", [grids(&["1", "2"])]));
        assert_eq!(given("oddby", [grids(&["11", "2", "3"]), by("width")]), grid("11"));
        assert_eq!(given("commonby", [grids(&["11", "2", "3"]), by("width")]), grids(&["2", "3"]));
    }

    #[test]
    fn grids_are_kept_by_their_keys() {
        let three = || grids(&["1", "22", "33"]);
        assert_eq!(given("maxima", [three(), by("width")]), grids(&["22", "33"]));
        assert_eq!(given("minima", [three(), by("width")]), grids(&["1"]));
        assert_eq!(given("nonmaxima", [three(), by("width")]), grids(&["1"]));
        assert_eq!(given("rest", [three()]), grids(&["22", "33"]));
        assert!(is_undefined("nonmaxima", [grids(&["1", "2"]), by("width")]));
    }
}
