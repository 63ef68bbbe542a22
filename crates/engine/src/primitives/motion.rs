//! Objects on their way over a grid: moved until they meet something, or leaving a trail.

use super::scenes::{colour_at, ground_of};
use super::strokes::axes;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Cell, Object, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "slide",
        signature: "(grid: Grid, obj: Object, direction: IntegerTuple) -> Object",
        doc: "An object moved in a direction over a grid's ground as far as it can go.",
        run: |machine, args| {
            let journey = Journey::new(machine, args[0].grid()?, args[1])?;
            let way = args[2].pair()?;
            let steps = journey.free_steps(machine, way)?;
            journey.moved(machine, way, steps)
        },
    },
    Primitive {
        name: "sweep",
        signature: "(grid: Grid, obj: Object, direction: IntegerTuple) -> Object",
        doc: "What an object covers that is moved in a direction over a grid's ground as far as it can go.",
        run: |machine, args| {
            let journey = Journey::new(machine, args[0].grid()?, args[1])?;
            let way = args[2].pair()?;
            let steps = journey.free_steps(machine, way)?;
            journey.trail(machine, &[(way, steps)])
        },
    },
    Primitive {
        name: "streak",
        signature: "(grid: Grid, obj: Object, offset: IntegerTuple) -> Object",
        doc: "An object repeated at an offset until it has left a grid, whatever is in its way.",
        run: |machine, args| {
            let journey = Journey::new(machine, args[0].grid()?, args[1])?;
            let way = args[2].pair()?;
            let steps = journey.steps_to_edge(way)?;
            journey.trail(machine, &[(way, steps)])
        },
    },
    Primitive {
        name: "radiate",
        signature: "(grid: Grid, obj: Object, axes: Integer) -> Object",
        doc: "What an object covers that is moved both ways along rows (0), columns (1), both (2), diagonals (3) or all (4) \
              over a grid's ground as far as it can go.",
        run: |machine, args| {
            let journey = Journey::new(machine, args[0].grid()?, args[1])?;
            let mut ways = Vec::new();
            for &(down, right) in axes(args[2])? {
                for way in [(down, right), (-down, -right)] {
                    ways.push((way, journey.free_steps(machine, way)?));
                }
            }
            journey.trail(machine, &ways)
        },
    },
    Primitive {
        name: "lengthen",
        signature: "(grid: Grid, obj: Object) -> Object",
        doc: "A straight line made longer at both ends over a grid's ground as far as it can go.",
        run: prolong,
    },
    Primitive {
        name: "level",
        signature: "(obj: Object, other: Object) -> Object",
        doc: "An object moved up or down until its first row is another's.",
        run: |machine, args| aligned(machine, args, |corner, other| Place::new(other.row, corner.column)),
    },
    Primitive {
        name: "plumb",
        signature: "(obj: Object, other: Object) -> Object",
        doc: "An object moved sideways until its first column is another's.",
        run: |machine, args| aligned(machine, args, |corner, other| Place::new(corner.row, other.column)),
    },
    Primitive {
        name: "approach",
        signature: "(obj: Object, other: Object) -> IntegerTuple",
        doc: "How far an object moves straight or along a diagonal towards another until their frames touch.",
        run: |machine, args| approach(machine, args),
    },
    Primitive {
        name: "outward",
        signature: "(grid: Grid, obj: Object) -> IntegerTuple",
        doc: "The direction from an object to the border that is nearest to it.",
        run: outward,
    },
    Primitive {
        name: "bearing",
        signature: "(obj: Object) -> IntegerTuple",
        doc: "The direction from an object's middle to its rarest colour.",
        run: |machine, args| bearing(machine, args[0]),
    },
];

/// An object about to move over a grid.
struct Journey<'g> {
    grid: &'g Grid,
    object: Object,
    ground: i8,
}

impl<'g> Journey<'g> {
    fn new(machine: &mut Machine, grid: &'g Grid, object: &Value) -> Result<Journey<'g>> {
        let Value::Object(object) = object else {
            return undefined("there is no object to move");
        };
        Ok(Journey { grid, object: object.clone(), ground: ground_of(machine, grid)? })
    }

    /// How many steps in a direction all cells find ground, or the object itself, before them.
    fn free_steps(&self, machine: &mut Machine, way: (i64, i64)) -> Result<i64> {
        let indices = self.object.indices();
        let mut steps = 0;
        let limit = self.steps_to_edge(way)?;
        while steps < limit {
            machine.spend(10 * indices.len() as u64)?;
            let next = steps + 1;
            let is_free = |place: Place| {
                let to = along(place, way, next);
                match colour_at(self.grid, to) {
                    Some(colour) => colour == self.ground || indices.contains(to),
                    None => false,
                }
            };
            if !indices.places().all(is_free) {
                break;
            }
            steps = next;
        }
        Ok(steps)
    }

    /// How many steps in a direction leave at least one cell on the grid.
    fn steps_to_edge(&self, way: (i64, i64)) -> Result<i64> {
        if way == (0, 0) {
            return undefined("a direction of no length leads nowhere");
        }
        let side = self.grid.height().max(self.grid.width()) as i64;
        let frame = self.object.frame();
        let reach = side + i64::from(frame.height.max(frame.width));
        let least = match (way.0.unsigned_abs(), way.1.unsigned_abs()) {
            (0, step) | (step, 0) => step,
            (a, b) => a.min(b),
        };
        if least > 1 << 16 {
            return Err(Fault::Overflow.into());
        }
        Ok(reach / least as i64)
    }

    fn moved(&self, machine: &mut Machine, way: (i64, i64), steps: i64) -> Result<Value> {
        machine.spend(20)?;
        let corner = along(self.object.frame().corner, way, steps);
        self.object.moved_to(corner).map(Value::Object).ok_or_else(|| Fault::Overflow.into())
    }

    /// The cells at all steps in some directions that are on the grid, together with the object's own.
    fn trail(&self, machine: &mut Machine, ways: &[((i64, i64), i64)]) -> Result<Value> {
        let total: i64 = ways.iter().map(|&(_, steps)| steps + 1).sum();
        let count = (total as u64).saturating_mul(self.object.len() as u64);
        machine.allocate(count.saturating_mul(16))?;
        machine.spend(count.saturating_mul(6))?;
        let mut cells: Vec<Cell> = self.object.cells().collect();
        for &(way, steps) in ways {
            for step in 1..=steps {
                let moved = self.object.cells().map(|cell| Cell { place: along(cell.place, way, step), ..cell });
                cells.extend(moved.filter(|cell| colour_at(self.grid, cell.place).is_some()));
            }
        }
        Ok(Value::object(&cells)?)
    }
}

/// A place some steps away.
fn along(place: Place, way: (i64, i64), steps: i64) -> Place {
    let shift = |from: i32, step: i64| i64::from(from).saturating_add(step.saturating_mul(steps));
    let clamp = |to: i64| to.clamp(-(1 << 28), 1 << 28) as i32;
    Place::new(clamp(shift(place.row, way.0)), clamp(shift(place.column, way.1)))
}

fn outward(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    machine.spend(20)?;
    let (grid, Value::Object(object)) = (args[0].grid()?, args[1]) else {
        return undefined("there is no object");
    };
    let frame = object.frame();
    let (bottom, right) = (grid.height() as i64 - 1, grid.width() as i64 - 1);
    let gaps = [
        (i64::from(frame.corner.row), (-1, 0)),
        (bottom - i64::from(frame.bottom()), (1, 0)),
        (i64::from(frame.corner.column), (0, -1)),
        (right - i64::from(frame.right()), (0, 1)),
    ];
    let (_, (down, right)) = gaps.into_iter().min_by_key(|&(gap, _)| gap).unwrap_or((0, (-1, 0)));
    Ok(Value::Pair(down, right))
}

fn approach(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    machine.spend(20)?;
    let (Value::Object(object), Value::Object(other)) = (args[0], args[1]) else {
        return undefined("there is no object to move");
    };
    let (from, to) = (object.frame(), other.frame());
    // How far the frames are apart along an axis, towards the other one; zero where they overlap.
    let gap = |first: i32, last: i32, other_first: i32, other_last: i32| {
        i64::from((other_first - last).max(0) - (first - other_last).max(0))
    };
    let down = gap(from.corner.row, from.bottom(), to.corner.row, to.bottom());
    let right = gap(from.corner.column, from.right(), to.corner.column, to.right());
    if down != 0 && right != 0 && down.abs() != right.abs() {
        return undefined("the objects lie on no common line");
    }
    let steps = down.abs().max(right.abs()) - 1;
    if steps < 1 {
        return undefined("the objects touch");
    }
    Ok(Value::Pair(steps * down.signum(), steps * right.signum()))
}

/// An object whose corner is moved to a place that its own and another's decide.
fn aligned(machine: &mut Machine, args: Args<'_>, place: impl Fn(Place, Place) -> Place) -> Result<Value> {
    machine.spend(20)?;
    let (Value::Object(object), Value::Object(other)) = (args[0], args[1]) else {
        return undefined("there is no object to move");
    };
    let corner = place(object.frame().corner, other.frame().corner);
    object.moved_to(corner).map(Value::Object).ok_or_else(|| Fault::Overflow.into())
}

fn prolong(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let journey = Journey::new(machine, args[0].grid()?, args[1])?;
    let frame = journey.object.frame();
    let (height, width, size) = (frame.height, frame.width, journey.object.len() as i32);
    let indices = journey.object.indices();
    let way = if size < 2 {
        return undefined("a single cell has no direction");
    } else if height == 1 && size == width {
        (0, 1)
    } else if width == 1 && size == height {
        (1, 0)
    } else if height == width && size == height && indices.contains(frame.corner) {
        (1, 1)
    } else if height == width && size == height {
        (1, -1)
    } else {
        return undefined("the object is no straight line");
    };
    machine.spend(20 * size as u64)?;
    let is_line = (way.0 * way.1 == 0) || {
        let start = if way.1 > 0 { frame.corner } else { Place::new(frame.corner.row, frame.right()) };
        (0..i64::from(size)).all(|step| indices.contains(along(start, way, step)))
    };
    if !is_line {
        return undefined("the object is no straight line");
    }
    let back = (-way.0, -way.1);
    let (forth, away) = (journey.free_steps(machine, way)?, journey.free_steps(machine, back)?);
    journey.trail(machine, &[(way, forth), (back, away)])
}

fn bearing(machine: &mut Machine, object: &Value) -> Result<Value> {
    let Value::Object(object) = object else {
        return undefined("there is no object");
    };
    machine.spend(12 * object.len() as u64)?;
    let mut counts: Vec<(i32, usize)> = Vec::new();
    for cell in object.cells() {
        match counts.last_mut() {
            Some((colour, count)) if *colour == cell.colour => *count += 1,
            _ => counts.push((cell.colour, 1)),
        }
    }
    let Some(&(rarest, count)) = counts.iter().min_by_key(|&&(colour, count)| (count, colour)) else {
        return undefined("the object is empty");
    };
    if counts.len() < 2 {
        return undefined("the object has one colour only");
    }
    let frame = object.frame();
    let (mut down, mut right) = (0, 0);
    for cell in object.cells().filter(|cell| cell.colour == rarest) {
        down += 2 * i64::from(cell.place.row) - i64::from(2 * frame.corner.row + frame.height - 1);
        right += 2 * i64::from(cell.place.column) - i64::from(2 * frame.corner.column + frame.width - 1);
    }
    let sign = |sum: i64| if sum.unsigned_abs() as usize >= count { sum.signum() } else { 0 };
    Ok(Value::Pair(sign(down), sign(right)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined, object};
    use super::*;

    const RIGHT: Value = Value::Pair(0, 1);

    #[test]
    fn an_object_slides_until_it_meets_something() {
        let scene = || grid("1002");
        let dot = || object(&[(1, 0, 0)]);
        assert_eq!(given("slide", [scene(), dot(), RIGHT]), object(&[(1, 0, 2)]));
        assert_eq!(given("slide", [scene(), dot(), Value::Pair(1, 0)]), dot());
        assert!(is_undefined("slide", [scene(), dot(), Value::Pair(0, 0)]));
    }

    #[test]
    fn a_sweep_stops_where_a_streak_goes_on() {
        let scene = || grid("1020");
        let dot = || object(&[(1, 0, 0)]);
        assert_eq!(given("sweep", [scene(), dot(), RIGHT]), object(&[(1, 0, 0), (1, 0, 1)]));
        let all = object(&[(1, 0, 0), (1, 0, 1), (1, 0, 2), (1, 0, 3)]);
        assert_eq!(given("streak", [scene(), dot(), RIGHT]), all);
    }

    #[test]
    fn an_object_radiates_up_to_what_is_in_the_way() {
        let scene = || grid("0000/1020/0000");
        let dot = || object(&[(1, 1, 0)]);
        let row = object(&[(1, 1, 0), (1, 1, 1)]);
        assert_eq!(given("radiate", [scene(), dot(), Value::Integer(0)]), row);
        let cross = object(&[(1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 2, 0)]);
        assert_eq!(given("radiate", [scene(), dot(), Value::Integer(2)]), cross);
        assert!(is_undefined("radiate", [scene(), dot(), Value::Integer(5)]));
    }

    #[test]
    fn lines_are_made_longer_at_both_ends() {
        let scene = grid("0000/0330/0000");
        let line = object(&[(3, 1, 1), (3, 1, 2)]);
        let long = object(&[(3, 1, 0), (3, 1, 1), (3, 1, 2), (3, 1, 3)]);
        assert_eq!(given("lengthen", [scene, line]), long);
        let slope = object(&[(3, 1, 1), (3, 2, 2)]);
        let long = object(&[(3, 0, 0), (3, 1, 1), (3, 2, 2), (3, 3, 3)]);
        assert_eq!(given("lengthen", [grid("0000/0300/0030/0000"), slope]), long);
        assert!(is_undefined("lengthen", [grid("00/00"), object(&[(3, 0, 0)])]));
    }

    #[test]
    fn objects_approach_each_other_straight_or_along_a_diagonal() {
        let square = || object(&[(2, 3, 3), (2, 3, 4), (2, 4, 3), (2, 4, 4)]);
        let from = |row, column| given("approach", [object(&[(1, row, column)]), square()]);
        assert_eq!(from(3, 8), Value::Pair(0, -3));
        assert_eq!(from(7, 7), Value::Pair(-2, -2));
        assert_eq!(from(0, 4), Value::Pair(2, 0));
        assert!(is_undefined("approach", [object(&[(1, 0, 8)]), square()]));
        assert!(is_undefined("approach", [object(&[(1, 5, 5)]), square()]));
    }

    #[test]
    fn outward_is_where_the_border_is_nearest() {
        let scene = || grid("0000/0000/0000/0000/0000");
        assert_eq!(given("outward", [scene(), object(&[(1, 2, 3)])]), RIGHT);
        assert_eq!(given("outward", [scene(), object(&[(1, 4, 1)])]), Value::Pair(1, 0));
    }

    #[test]
    fn an_object_points_where_its_rarest_colour_is() {
        let arrow = object(&[(1, 0, 0), (1, 0, 1), (2, 0, 2)]);
        assert_eq!(given("bearing", [arrow]), RIGHT);
        assert!(is_undefined("bearing", [object(&[(1, 0, 0)])]));
    }

    #[test]
    fn objects_are_aligned_with_others() {
        let (dot, other) = (object(&[(1, 0, 0)]), object(&[(2, 3, 4), (2, 4, 4)]));
        assert_eq!(given("level", [dot.clone(), other.clone()]), object(&[(1, 3, 0)]));
        assert_eq!(given("plumb", [dot, other]), object(&[(1, 0, 4)]));
    }

    #[test]
    fn a_streak_ends_beyond_the_edge() {
        let pair = object(&[(1, 0, 0), (2, 0, 1)]);
        let row = object(&[(1, 0, 0), (2, 0, 1), (1, 0, 3), (2, 0, 4), (1, 0, 6)]);
        assert_eq!(given("streak", [grid("1200000"), pair, Value::Pair(0, 3)]), row);
    }
}
