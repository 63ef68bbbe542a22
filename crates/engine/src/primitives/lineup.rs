//! Objects put in an order, one after the other.

use super::arguments::Patch;
use super::company::most_common;
use super::rectangle::rectangle;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::patch::Object;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[Primitive {
    name: "lineup",
    signature: "(objs: Objects, key: (Object) -> Integer, descending: Boolean, form: Integer) -> Grid",
    doc: "Objects on black in the order of a function, the higher and then the more to the left first of equal ones: \
          below each other for 0 to 2, flush left, in the middle, flush right; side by side for 3 to 5, flush above, in \
          the middle, flush below; as cells of their most common colours below each other for 6, side by side for 7.",
    run: lineup,
}];

/// How many objects are lined up at most.
const MAX_OBJECTS: usize = 30;

/// How long a side may be.
const MAX_SIDE: i32 = 30;

/// An object with what it is ordered by.
type Ranked = ((i64, i32, i32), Object);

fn lineup(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let form = args[3].integer()?;
    if !(0..=7).contains(&form) {
        return undefined("there are eight forms");
    }
    let sign = if args[2].is_true() { -1 } else { 1 };
    let mut ranked: Vec<Ranked> = Vec::new();
    for object in args[0].container(machine)? {
        let key = machine.apply(args[1], &[&object])?.integer()?;
        if let Patch::Object(object) = object.patch(machine)? {
            if object.is_empty() || ranked.len() == MAX_OBJECTS {
                return undefined("there are too many objects, or an empty one");
            }
            machine.spend(4 * object.len() as u64 + 40)?;
            machine.allocate(64 + 12 * object.len() as u64)?;
            let corner = object.frame().corner;
            ranked.push(((sign * key.clamp(-i64::MAX, i64::MAX), corner.row, corner.column), object.into_owned()));
        }
    }
    if ranked.is_empty() {
        return undefined("there are no objects");
    }
    ranked.sort_by_key(|(key, _)| *key);
    let count = ranked.len() as u64;
    let colour = |object: &Object| i8::try_from(most_common(object)).unwrap_or(0);
    match form {
        0..=5 => placed(machine, &ranked, form % 3, form < 3),
        _ => {
            let (height, width) = if form == 6 { (count, 1) } else { (1, count) };
            rectangle(machine, height, width, |cells| {
                cells.iter_mut().zip(&ranked).for_each(|(cell, (_, object))| *cell = colour(object));
            })
        }
    }
}

/// Objects below each other or side by side, each flush with the first side, in the middle or flush with the last side.
fn placed(machine: &mut Machine, ranked: &[Ranked], flush: i64, is_down: bool) -> Result<Value> {
    let sides = |object: &Object| {
        let frame = object.frame();
        if is_down {
            (frame.height, frame.width)
        } else {
            (frame.width, frame.height)
        }
    };
    let long = ranked.iter().fold(0i32, |long, (_, object)| long.saturating_add(sides(object).0));
    let across = ranked.iter().map(|(_, object)| sides(object).1).max().unwrap_or(0);
    if long > MAX_SIDE || across > MAX_SIDE {
        return undefined("the objects take too much room");
    }
    let (height, width) = if is_down { (long, across) } else { (across, long) };
    machine.spend((height * width) as u64)?;
    rectangle(machine, height as u64, width as u64, |cells| {
        let mut start = 0;
        for (_, object) in ranked {
            let (length, breadth) = sides(object);
            let aside = (across - breadth) * flush as i32 / 2;
            let corner = object.frame().corner;
            for cell in object.cells() {
                let (row, column) = (cell.place.row - corner.row, cell.place.column - corner.column);
                let (row, column) = if is_down { (row + start, column + aside) } else { (row + aside, column + start) };
                if let Some(there) = cells.get_mut((row * width + column) as usize) {
                    *there = i8::try_from(cell.colour).unwrap_or(0);
                }
            }
            start += length;
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined, object};
    use super::*;
    use crate::function::Function;
    use crate::primitives::find;

    fn lined_up(descending: bool, form: i64) -> Value {
        let bar = object(&[(1, 0, 2), (1, 0, 3), (1, 0, 4)]);
        let dot = object(&[(2, 5, 5)]);
        let all = Value::set(vec![bar, dot]).expect("small");
        let size = Value::Function(Function::Primitive(find("size").expect("a primitive")));
        given("lineup", [all, size, Value::Boolean(descending), integer(form)])
    }

    #[test]
    fn objects_are_below_each_other_or_side_by_side() {
        assert_eq!(lined_up(false, 0), grid("200/111"));
        assert_eq!(lined_up(true, 1), grid("111/020"));
        assert_eq!(lined_up(false, 2), grid("002/111"));
        assert_eq!(lined_up(false, 3), grid("2111"));
        assert_eq!(lined_up(true, 5), grid("1112"));
        assert_eq!(lined_up(true, 6), grid("1/2"));
        assert_eq!(lined_up(false, 7), grid("21"));
    }

    #[test]
    fn other_forms_and_no_objects_are_undefined() {
        let size = Value::Function(Function::Primitive(find("size").expect("a primitive")));
        let none = Value::set(Vec::new()).expect("small");
        assert!(is_undefined("lineup", [none.clone(), size.clone(), Value::Boolean(true), integer(0)]));
        assert!(is_undefined("lineup", [none, size, Value::Boolean(true), integer(8)]));
    }
}
