//! How patches lie to each other and in a grid.

use super::measures::{center, frame};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::patch::{Footprint, Frame, Place};
use crate::value::Value;

/// How far `gravitate` goes, in steps.
const REACH: i32 = 42;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "hmatching",
        signature: "(a: Patch, b: Patch) -> Boolean",
        doc: "Whether two patches have places in a common row.",
        run: |machine, args| {
            let shared = both(machine, args, |_, a, b| Ok(share(a, b, |place| place.row)))?;
            Ok(Value::Boolean(shared.unwrap_or(false)))
        },
    },
    Primitive {
        name: "vmatching",
        signature: "(a: Patch, b: Patch) -> Boolean",
        doc: "Whether two patches have places in a common column.",
        run: |machine, args| {
            let shared = both(machine, args, |_, a, b| Ok(share(a, b, |place| place.column)))?;
            Ok(Value::Boolean(shared.unwrap_or(false)))
        },
    },
    Primitive {
        name: "manhattan",
        signature: "(a: Patch, b: Patch) -> Integer",
        doc: "The least number of steps up, down, left and right from one patch to the other.",
        run: |machine, args| match both(machine, args, distance)? {
            Some(steps) => Ok(Value::Integer(steps)),
            None => undefined("a patch is empty"),
        },
    },
    Primitive {
        name: "adjacent",
        signature: "(a: Patch, b: Patch) -> Boolean",
        doc: "Whether two patches touch side by side without sharing a place.",
        run: |machine, args| match both(machine, args, |machine, a, b| touch(machine, a, b, Place::new(0, 0)))? {
            Some(touches) => Ok(Value::Boolean(touches)),
            None => undefined("a patch is empty"),
        },
    },
    Primitive {
        name: "bordering",
        signature: "(patch: Patch, grid: Grid) -> Boolean",
        doc: "Whether a patch reaches the border of a grid.",
        run: |machine, args| {
            let Some(frame) = frame(machine, args[0])? else {
                return undefined("the patch is empty");
            };
            if frame.corner.row == 0 || frame.corner.column == 0 {
                return Ok(Value::Boolean(true));
            }
            let (height, width) = match (args[1], args[1].empty_rows(machine)?) {
                (Value::Grid(grid), _) => (grid.height() as i64, grid.width() as i64),
                // Without rows the last one counts as row -1; there is no last column.
                (_, Some(0)) if frame.bottom() == -1 => return Ok(Value::Boolean(true)),
                (_, Some(0)) => return undefined("the grid is empty"),
                (_, Some(rows)) => (rows as i64, 0),
                (other, None) => return Err(other.unexpected("Grid")),
            };
            let reaches = i64::from(frame.bottom()) == height - 1 || i64::from(frame.right()) == width - 1;
            Ok(Value::Boolean(reaches))
        },
    },
    Primitive {
        name: "position",
        signature: "(a: Patch, b: Patch) -> IntegerTuple",
        doc: "The direction from the first patch's middle to the second's, a step in each axis.",
        run: |machine, args| match (frame(machine, args[0])?, frame(machine, args[1])?) {
            (Some(a), Some(b)) => {
                let (down, right) = direction(center(a), center(b));
                Ok(Value::Pair(i64::from(down), i64::from(right)))
            }
            _ => undefined("a patch is empty"),
        },
    },
    Primitive {
        name: "gravitate",
        signature: "(source: Patch, destination: Patch) -> IntegerTuple",
        doc: "How far the first patch moves straight towards the second until it touches it.",
        run: |machine, args| match both(machine, args, fall)? {
            Some(way) => Ok(way),
            None => undefined("a patch is empty"),
        },
    },
];

/// What a relation says of the places of two patches; `None` if one is empty.
fn both<T>(
    machine: &mut Machine,
    args: Args<'_>,
    relation: impl FnOnce(&mut Machine, Footprint<'_>, Footprint<'_>) -> Result<T>,
) -> Result<Option<T>> {
    let (a, b) = (args[0].patch(machine)?, args[1].patch(machine)?);
    machine.spend(4 * (a.len() + b.len()) as u64)?;
    a.footprint().zip(b.footprint()).map(|(a, b)| relation(machine, a, b)).transpose()
}

/// Whether some place of each patch has the same coordinate.
fn share(a: Footprint<'_>, b: Footprint<'_>, coordinate: fn(Place) -> i32) -> bool {
    let sorted = |patch: Footprint<'_>| {
        let mut coordinates: Vec<i32> = patch.places().map(coordinate).collect();
        coordinates.sort_unstable();
        coordinates.dedup();
        coordinates
    };
    let others = sorted(b);
    sorted(a).iter().any(|one| others.binary_search(one).is_ok())
}

/// The least Manhattan distance between two sets of places.
fn distance(machine: &mut Machine, a: Footprint<'_>, b: Footprint<'_>) -> Result<i64> {
    machine.spend((a.len() as u64).saturating_mul(b.len() as u64))?;
    let gap =
        |from: Place, to: Place| i64::from(from.row.abs_diff(to.row)) + i64::from(from.column.abs_diff(to.column));
    let distances = a.places().flat_map(|from| b.places().map(move |to| gap(from, to)));
    Ok(distances.min().unwrap_or(0))
}

/// Whether the first set, moved by an offset, lies at distance 1 from the second.
fn touch(machine: &mut Machine, a: Footprint<'_>, b: Footprint<'_>, offset: Place) -> Result<bool> {
    let moved = |frame: Frame| Frame { corner: step(frame.corner, offset), ..frame };
    if !near(moved(a.frame()), b.frame()) {
        return Ok(false);
    }
    // The smaller set's places are looked up in the larger one.
    let (small, large, offset) =
        if a.len() <= b.len() { (a, b, offset) } else { (b, a, Place::new(-offset.row, -offset.column)) };
    machine.spend(60 * small.len() as u64)?;
    let neighbours = [(-1, 0), (0, -1), (0, 1), (1, 0)].map(|(row, column)| Place::new(row, column));
    let mut touches = false;
    for place in small.places() {
        let place = step(place, offset);
        if large.contains(place) {
            return Ok(false);
        }
        touches = touches || neighbours.iter().any(|&way| large.contains(step(place, way)));
    }
    Ok(touches)
}

/// Whether two frames overlap or touch.
fn near(a: Frame, b: Frame) -> bool {
    a.corner.row <= b.bottom() + 1
        && b.corner.row <= a.bottom() + 1
        && a.corner.column <= b.right() + 1
        && b.corner.column <= a.right() + 1
}

/// The place at an offset; both lie far inside the 32-bit range.
fn step(place: Place, offset: Place) -> Place {
    Place::new(place.row + offset.row, place.column + offset.column)
}

/// The direction from one place to another; sideways where they are in one row, also if they are the same.
fn direction(from: Place, to: Place) -> (i32, i32) {
    let right = if from.column < to.column { 1 } else { -1 };
    let down = if from.row < to.row { 1 } else { -1 };
    if from.row == to.row {
        (0, right)
    } else if from.column == to.column {
        (down, 0)
    } else {
        (down, right)
    }
}

/// The way that `source` moves, along columns if it shares one with `destination`, else along rows.
fn fall(machine: &mut Machine, source: Footprint<'_>, destination: Footprint<'_>) -> Result<Value> {
    let (from, to) = (center(source.frame()), center(destination.frame()));
    let way = if share(source, destination, |place| place.column) {
        Place::new(if from.row < to.row { 1 } else { -1 }, 0)
    } else {
        Place::new(0, if from.column < to.column { 1 } else { -1 })
    };
    let mut steps = 0;
    while steps < REACH {
        machine.spend(10)?;
        let offset = Place::new(way.row * steps, way.column * steps);
        if touch(machine, source, destination, offset)? {
            break;
        }
        steps += 1;
    }
    Ok(Value::Pair(i64::from(way.row * steps), i64::from(way.column * steps)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{given, indices, is_undefined};
    use super::*;

    fn patch() -> impl Strategy<Value = Vec<(i32, i32)>> {
        prop::collection::vec((-3..6, -3..6), 1..7)
    }

    fn naive_distance(a: &[(i32, i32)], b: &[(i32, i32)]) -> i64 {
        let gaps =
            a.iter().flat_map(|from| b.iter().map(move |to| i64::from((from.0 - to.0).abs() + (from.1 - to.1).abs())));
        gaps.min().expect("places")
    }

    proptest! {
        #[test]
        fn patches_are_adjacent_at_distance_one(a in patch(), b in patch()) {
            let args = [indices(&a), indices(&b)];
            let distance = naive_distance(&a, &b);
            prop_assert_eq!(given("manhattan", &args), Value::Integer(distance));
            prop_assert_eq!(given("adjacent", &args), Value::Boolean(distance == 1));
        }

        #[test]
        fn what_has_gravitated_touches_or_has_gone_all_the_way(a in patch(), b in patch()) {
            let args = [indices(&a), indices(&b)];
            let Value::Pair(down, right) = given("gravitate", &args) else {
                panic!("a pair");
            };
            let steps = down.abs() + right.abs();
            let moved = |n: i64| -> Vec<(i32, i32)> {
                let (down, right) = ((down.signum() * n) as i32, (right.signum() * n) as i32);
                a.iter().map(|place| (place.0 + down, place.1 + right)).collect()
            };
            for earlier in 0..steps {
                prop_assert_ne!(naive_distance(&moved(earlier), &b), 1);
            }
            let arrived = naive_distance(&moved(steps), &b) == 1;
            prop_assert!(arrived || steps == i64::from(REACH));
        }
    }

    #[test]
    fn empty_patches_lie_nowhere() {
        let pair = [Value::empty_set(), indices(&[(0, 0)])];
        for name in ["manhattan", "adjacent", "position", "gravitate"] {
            assert!(is_undefined(name, &pair), "{name}");
        }
        assert_eq!(given("hmatching", &pair), Value::Boolean(false));
    }
}
