//! Sizes and positions of grids and patches.

use super::{Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::{Cell, Frame, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "height",
        signature: "(piece: Piece) -> Integer",
        doc: "The number of rows of a grid, or that a patch spans.",
        run: |machine, args| Ok(Value::Integer(sides(machine, args[0])?.0)),
    },
    Primitive {
        name: "width",
        signature: "(piece: Piece) -> Integer",
        doc: "The number of columns of a grid, or that a patch spans.",
        run: |machine, args| Ok(Value::Integer(sides(machine, args[0])?.1)),
    },
    Primitive {
        name: "shape",
        signature: "(piece: Piece) -> IntegerTuple",
        doc: "The height and the width.",
        run: |machine, args| {
            let (height, width) = sides(machine, args[0])?;
            Ok(Value::Pair(height, width))
        },
    },
    Primitive {
        name: "portrait",
        signature: "(piece: Piece) -> Boolean",
        doc: "Whether the height is greater than the width.",
        run: |machine, args| {
            let (height, width) = sides(machine, args[0])?;
            Ok(Value::Boolean(height > width))
        },
    },
    Primitive {
        name: "square",
        signature: "(piece: Piece) -> Boolean",
        doc: "Whether a grid is as high as wide, or a patch a filled square.",
        run: |machine, args| {
            if args[0].size() == Some(0) && !args[0].is_set() {
                return undefined("the grid is empty");
            }
            let (height, width) = sides(machine, args[0])?;
            let is_filled = !args[0].is_set() || args[0].size() == Some((height * width) as usize);
            Ok(Value::Boolean(is_filled && height == width))
        },
    },
    Primitive {
        name: "ulcorner",
        signature: "(patch: Patch) -> IntegerTuple",
        doc: "The upper left corner of a patch's bounding box.",
        run: |machine, args| corner(machine, args[0], |frame| frame.corner),
    },
    Primitive {
        name: "urcorner",
        signature: "(patch: Patch) -> IntegerTuple",
        doc: "The upper right corner of a patch's bounding box.",
        run: |machine, args| corner(machine, args[0], |frame| Place::new(frame.corner.row, frame.right())),
    },
    Primitive {
        name: "llcorner",
        signature: "(patch: Patch) -> IntegerTuple",
        doc: "The lower left corner of a patch's bounding box.",
        run: |machine, args| corner(machine, args[0], |frame| Place::new(frame.bottom(), frame.corner.column)),
    },
    Primitive {
        name: "lrcorner",
        signature: "(patch: Patch) -> IntegerTuple",
        doc: "The lower right corner of a patch's bounding box.",
        run: |machine, args| corner(machine, args[0], |frame| Place::new(frame.bottom(), frame.right())),
    },
    Primitive {
        name: "uppermost",
        signature: "(patch: Patch) -> Integer",
        doc: "The first row of a patch.",
        run: |machine, args| side(machine, args[0], |frame| frame.corner.row),
    },
    Primitive {
        name: "lowermost",
        signature: "(patch: Patch) -> Integer",
        doc: "The last row of a patch.",
        run: |machine, args| side(machine, args[0], |frame| frame.bottom()),
    },
    Primitive {
        name: "leftmost",
        signature: "(patch: Patch) -> Integer",
        doc: "The first column of a patch.",
        run: |machine, args| side(machine, args[0], |frame| frame.corner.column),
    },
    Primitive {
        name: "rightmost",
        signature: "(patch: Patch) -> Integer",
        doc: "The last column of a patch.",
        run: |machine, args| side(machine, args[0], |frame| frame.right()),
    },
    Primitive {
        name: "vline",
        signature: "(patch: Patch) -> Boolean",
        doc: "Whether a patch is a vertical line without gaps.",
        run: |machine, args| {
            let size = args[0].size().map(|size| size as i64);
            let (height, width) = sides(machine, args[0])?;
            Ok(Value::Boolean(width == 1 && size == Some(height)))
        },
    },
    Primitive {
        name: "hline",
        signature: "(patch: Patch) -> Boolean",
        doc: "Whether a patch is a horizontal line without gaps.",
        run: |machine, args| {
            let size = args[0].size().map(|size| size as i64);
            let (height, width) = sides(machine, args[0])?;
            Ok(Value::Boolean(height == 1 && size == Some(width)))
        },
    },
    Primitive {
        name: "centerofmass",
        signature: "(patch: Patch) -> IntegerTuple",
        doc: "The mean row and the mean column of a patch's places, rounded down.",
        run: |machine, args| {
            let patch = args[0].patch(machine)?;
            let Some(indices) = patch.indices() else {
                return Ok(Value::empty_tuple());
            };
            let (mut rows, mut columns) = (0, 0);
            for place in indices.places() {
                rows += i64::from(place.row);
                columns += i64::from(place.column);
            }
            let count = patch.len() as i64;
            Ok(Value::Pair(rows.div_euclid(count), columns.div_euclid(count)))
        },
    },
    Primitive {
        name: "center",
        signature: "(patch: Patch) -> IntegerTuple",
        doc: "The middle of a patch's bounding box; of two, the lower or right one.",
        run: |machine, args| match frame(machine, args[0])? {
            Some(frame) => Ok(Value::place(center(frame))),
            None => undefined("the patch is empty"),
        },
    },
    Primitive {
        name: "hperiod",
        signature: "(obj: Object) -> Integer",
        doc: "By how many columns a pattern repeats itself; its width if it does not.",
        run: |machine, args| period(machine, args[0], |cell| (cell.place.column, cell.place.row)),
    },
    Primitive {
        name: "vperiod",
        signature: "(obj: Object) -> Integer",
        doc: "By how many rows a pattern repeats itself; its height if it does not.",
        run: |machine, args| period(machine, args[0], |cell| (cell.place.row, cell.place.column)),
    },
];

/// The bounding box of a patch; `None` of an empty one.
pub(super) fn frame(machine: &mut Machine, patch: &Value) -> Result<Option<Frame>> {
    match patch {
        Value::Indices(indices) => Ok(Some(indices.frame())),
        Value::Object(object) => Ok(Some(object.frame())),
        other => Ok(other.patch(machine)?.frame()),
    }
}

/// The middle of a frame; of two middle rows or columns the later one.
pub(super) fn center(frame: Frame) -> Place {
    Place::new(frame.corner.row + frame.height / 2, frame.corner.column + frame.width / 2)
}

/// The height and the width of a grid, of any tuple of containers, or of a patch.
fn sides(machine: &mut Machine, piece: &Value) -> Result<(i64, i64)> {
    match piece {
        Value::Grid(grid) => Ok((grid.height() as i64, grid.width() as i64)),
        Value::Indices(_) | Value::Object(_) | Value::Set(_) => {
            let frame = frame(machine, piece)?;
            Ok(frame.map_or((0, 0), |frame| (i64::from(frame.height), i64::from(frame.width))))
        }
        Value::Tuple(rows) => match rows.first() {
            None => Ok((0, 0)),
            Some(row) => {
                let width = row.size().ok_or_else(|| piece.unexpected("Piece"))?;
                Ok((rows.len() as i64, width as i64))
            }
        },
        _ => Err(piece.unexpected("Piece")),
    }
}

/// A corner of a patch's bounding box; the empty tuple of an empty patch.
fn corner(machine: &mut Machine, patch: &Value, of: fn(Frame) -> Place) -> Result<Value> {
    let frame = frame(machine, patch)?;
    Ok(frame.map_or_else(Value::empty_tuple, |frame| Value::place(of(frame))))
}

/// A side of a patch's bounding box.
fn side(machine: &mut Machine, patch: &Value, of: fn(Frame) -> i32) -> Result<Value> {
    match frame(machine, patch)? {
        Some(frame) => Ok(Value::Integer(i64::from(of(frame)))),
        None => undefined("the patch is empty"),
    }
}

/// The least shift along an axis after which every cell that stays within the object falls on an equal one.
///
/// `along` gives a cell's position along the axis and across it.
fn period(machine: &mut Machine, object: &Value, along: fn(Cell) -> (i32, i32)) -> Result<Value> {
    let object = match object {
        Value::Object(object) => object,
        Value::Set(items) if items.is_empty() => return Ok(Value::Integer(0)),
        other => return Err(other.unexpected("Object")),
    };
    machine.allocate(16 * object.len() as u64)?;
    machine.spend((10 + 4 * u64::from(object.len().max(1).ilog2())) * object.len() as u64)?;
    let mut cells: Vec<(i32, i32, i32)> = object
        .cells()
        .map(|cell| {
            let (position, across) = along(cell);
            (position, across, cell.colour)
        })
        .collect();
    cells.sort_unstable();
    let (first, last) = match (cells.first(), cells.last()) {
        (Some(first), Some(last)) => (first.0, last.0),
        _ => return Err(Fault::Undefined("the object is empty").into()),
    };
    let length = last - first + 1;
    for shift in 1..length {
        let staying = cells.partition_point(|cell| cell.0 < first + shift);
        machine.spend(10 * (cells.len() - staying) as u64 + 10)?;
        let repeats = cells[staying..]
            .iter()
            .all(|&(position, across, colour)| cells.binary_search(&(position - shift, across, colour)).is_ok());
        if repeats {
            return Ok(Value::Integer(i64::from(shift)));
        }
    }
    Ok(Value::Integer(i64::from(length)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{empty_rows, given, indices, integer, is_undefined};
    use super::*;

    #[test]
    fn empty_pieces_have_no_size() {
        for nothing in [Value::empty_set(), empty_rows(0)] {
            assert_eq!(given("shape", [nothing.clone()]), Value::Pair(0, 0));
            assert_eq!(given("portrait", [nothing]), Value::Boolean(false));
        }
        assert_eq!(given("shape", [empty_rows(1)]), Value::Pair(1, 0));
        assert_eq!(given("portrait", [empty_rows(1)]), Value::Boolean(true));
        assert_eq!(given("square", [Value::empty_set()]), Value::Boolean(true));
        assert_eq!(given("square", [empty_rows(1)]), Value::Boolean(false));
        assert!(is_undefined("square", [empty_rows(0)]));
    }

    #[test]
    fn empty_patches_have_no_sides() {
        for name in ["uppermost", "lowermost", "leftmost", "rightmost", "center"] {
            assert!(is_undefined(name, [Value::empty_set()]), "{name}");
        }
        for name in ["ulcorner", "urcorner", "llcorner", "lrcorner", "centerofmass"] {
            assert_eq!(given(name, [Value::empty_set()]), Value::empty_tuple());
        }
        for name in ["vline", "hline"] {
            assert_eq!(given(name, [Value::empty_set()]), Value::Boolean(false));
        }
        assert_eq!(given("hperiod", [Value::empty_set()]), integer(0));
    }

    #[test]
    fn means_are_rounded_down() {
        let places = indices(&[(-1, 0), (0, 1)]);
        assert_eq!(given("centerofmass", [places]), Value::Pair(-1, 0));
    }
}
