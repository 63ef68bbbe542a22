//! Cells seen from the bounding boxes of the objects around them: how far from its sides, and opposite what.

use std::cmp::Reverse;

use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::patch::{Frame, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "inset",
        signature: "(grid: Grid, objs: Objects, direction: IntegerTuple) -> Grid",
        doc: "A grid of the same size with the cells of each object's bounding box numbered from its side in a direction, \
              from one, smaller boxes upon larger ones, and zeros elsewhere.",
        run: |machine, args| {
            let (down, right) = args[2].pair()?;
            if (down, right) == (0, 0) {
                return undefined("the direction is zero");
            }
            boxed(machine, args, 0, |frame, place| {
                let steps = |towards: i64, low: i32, at: i32, high: i32| match towards.signum() {
                    -1 => at - low,
                    1 => high - at,
                    _ => i32::MAX - 1,
                };
                let vertical = steps(down, frame.corner.row, place.row, frame.bottom());
                let horizontal = steps(right, frame.corner.column, place.column, frame.right());
                Cell::Number((vertical.min(horizontal) + 1).min(127) as i8)
            })
        },
    },
    Primitive {
        name: "reflected",
        signature: "(grid: Grid, objs: Objects, axes: IntegerTuple) -> Grid",
        doc: "A grid with each object's bounding box mirrored in itself, from top to bottom where the first number is not \
              zero, from left to right where the second is not; smaller boxes upon larger ones.",
        run: |machine, args| {
            let (down, right) = args[2].pair()?;
            let mirrored = |is_mirrored: bool, low: i32, at: i32, high: i32| if is_mirrored { low + high - at } else { at };
            boxed(machine, args, 1, |frame, place| {
                let row = mirrored(down != 0, frame.corner.row, place.row, frame.bottom());
                let column = mirrored(right != 0, frame.corner.column, place.column, frame.right());
                Cell::From(Place::new(row, column))
            })
        },
    },
];

/// What a cell of a bounding box becomes.
enum Cell {
    Number(i8),
    From(Place),
}

/// A grid whose cells in bounding boxes are computed from the box and the place, smaller boxes upon larger ones; the
/// others are times `kept` what they are.
fn boxed(machine: &mut Machine, args: Args<'_>, kept: i8, of: impl Fn(Frame, Place) -> Cell) -> Result<Value> {
    let grid = args[0].grid()?;
    let objects = args[1].container(machine)?;
    machine.allocate(grid.cells().len() as u64 + objects.len() as u64 * 24)?;
    let mut frames = Vec::with_capacity(objects.len());
    for value in objects {
        frames.extend(value.patch(machine)?.frame());
    }
    let area = |frame: &Frame| frame.height as u64 * frame.width as u64;
    machine.spend(frames.iter().map(area).sum::<u64>() * 2)?;
    frames.sort_by_key(|frame| (Reverse(area(frame)), frame.corner));
    let offset = |place: Place| grid.offset(i64::from(place.row), i64::from(place.column));
    Ok(Value::Grid(grid.edited(|cells| {
        cells.iter_mut().for_each(|cell| *cell *= kept);
        for frame in frames {
            for row in frame.corner.row..=frame.bottom() {
                for column in frame.corner.column..=frame.right() {
                    let place = Place::new(row, column);
                    let cell = match of(frame, place) {
                        Cell::Number(number) => Some(number),
                        Cell::From(source) => offset(source).map(|source| grid.cells()[source]),
                    };
                    if let (Some(at), Some(cell)) = (offset(place), cell) {
                        cells[at] = cell;
                    }
                }
            }
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use crate::value::Value;

    fn parts(rows: &str) -> Value {
        given("objects", [grid(rows), Value::Boolean(true), Value::Boolean(false), Value::Boolean(true)])
    }

    #[test]
    fn cells_are_numbered_from_the_sides_of_boxes() {
        let rows = "03300/03000/03330/00007";
        let inset = |down, right| given("inset", [grid(rows), parts(rows), Value::Pair(down, right)]);
        assert_eq!(inset(-1, 0), grid("01110/02220/03330/00001"));
        assert_eq!(inset(0, 1), grid("03210/03210/03210/00001"));
        assert_eq!(inset(-1, -1), grid("01110/01220/01230/00001"));
        assert!(is_undefined("inset", [grid(rows), parts(rows), Value::Pair(0, 0)]));
    }

    #[test]
    fn boxes_are_mirrored_in_themselves() {
        let rows = "03300/03000/00007";
        let reflected = |down, right| given("reflected", [grid(rows), parts(rows), Value::Pair(down, right)]);
        assert_eq!(reflected(1, 0), grid("03000/03300/00007"));
        assert_eq!(reflected(0, 1), grid("03300/00300/00007"));
        assert_eq!(reflected(1, 1), grid("00300/03300/00007"));
    }

    #[test]
    fn smaller_boxes_lie_upon_larger_ones() {
        let rows = "33300/35000/30000/00000";
        assert_eq!(given("inset", [grid(rows), parts(rows), Value::Pair(1, 0)]), grid("33300/21200/11100/00000"));
    }
}
