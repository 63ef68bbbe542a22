//! What an object has about it: how many others touch it, lie in it, hold it or stand level with it, and their colours.

use std::cmp::Reverse;

use super::arguments::Patch;
use super::kinship::holds;
use super::scenes::touch;
use super::{Args, Argument, Primitive};
use crate::error::Result;
use crate::machine::Machine;
use crate::patch::{Frame, Indices, Object, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "touching",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "How many other objects touch an object, also at a corner.",
        run: |machine, args| count(machine, args, touches),
    },
    Primitive {
        name: "contents",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "How many other objects lie in an object's frame.",
        run: |machine, args| count(machine, args, |_, own, other| Ok(holds(own.frame(), other.frame()))),
    },
    Primitive {
        name: "holders",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "In how many other objects' frames an object lies.",
        run: |machine, args| count(machine, args, |_, own, other| Ok(holds(other.frame(), own.frame()))),
    },
    Primitive {
        name: "abreast",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "How many other objects have a row or a column in common with an object.",
        run: |machine, args| count(machine, args, |_, own, other| Ok(are_abreast(own.frame(), other.frame()))),
    },
    Primitive {
        name: "touchcolor",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "The colour of the largest other object that touches an object, and minus one if there is none.",
        run: |machine, args| colour(machine, args, touches),
    },
    Primitive {
        name: "contentcolor",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "The colour of the largest other object in an object's frame, and minus one if there is none.",
        run: |machine, args| colour(machine, args, |_, own, other| Ok(holds(own.frame(), other.frame()))),
    },
    Primitive {
        name: "holdercolor",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "The colour of the largest other object in whose frame an object lies, and minus one if there is none.",
        run: |machine, args| colour(machine, args, |_, own, other| Ok(holds(other.frame(), own.frame()))),
    },
    Primitive {
        name: "likecolor",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "The colour of the first object in another colour that has an object's outline, turned, mirrored or as it is, \
              and minus one if there is none.",
        run: likecolor,
    },
    Primitive {
        name: "likes",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "How many other objects have an object's outline, turned, mirrored or as it is.",
        run: |machine, args| count(machine, args, have_like_outlines),
    },
    Primitive {
        name: "faced",
        signature: "(objs: Objects, obj: Object) -> Integer",
        doc: "How many other objects in another colour have a row or a column in common with an object.",
        run: faced,
    },
];

/// A relation of an object to another.
type Relation = fn(&mut Machine, &Indices, &Indices) -> Result<bool>;

fn touches(machine: &mut Machine, own: &Indices, other: &Indices) -> Result<bool> {
    machine.spend(60 * own.len().min(other.len()) as u64)?;
    Ok(touch(own, other))
}

fn are_abreast(a: Frame, b: Frame) -> bool {
    let share_rows = a.corner.row <= b.bottom() && b.corner.row <= a.bottom();
    let share_columns = a.corner.column <= b.right() && b.corner.column <= a.right();
    share_rows || share_columns
}

fn count(machine: &mut Machine, args: Args<'_>, is_related: Relation) -> Result<Value> {
    let mut count = 0;
    related(machine, args, is_related, |_| count += 1)?;
    Ok(Value::Integer(count))
}

/// The most common colour of the largest related object, the first of several.
fn colour(machine: &mut Machine, args: Args<'_>, is_related: Relation) -> Result<Value> {
    let mut largest: Option<(usize, i32)> = None;
    related(machine, args, is_related, |patch| {
        if let Patch::Object(object) = patch {
            if largest.is_none_or(|(size, _)| size < object.len()) {
                largest = Some((object.len(), most_common(object)));
            }
        }
    })?;
    Ok(Value::Integer(largest.map_or(-1, |(_, colour)| i64::from(colour))))
}

/// The most common colour of an object, the smallest of several.
pub(super) fn most_common(object: &Object) -> i32 {
    let mut counts = [0usize; 10];
    for cell in object.cells() {
        if let Some(count) = usize::try_from(cell.colour).ok().and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    (0..10).max_by_key(|&colour| (counts[colour], Reverse(colour))).unwrap_or_default() as i32
}

fn faced(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let own = own_colour(machine, args[1])?;
    let mut count = 0;
    related(
        machine,
        args,
        |_, own, other| Ok(are_abreast(own.frame(), other.frame())),
        |patch| {
            if let Patch::Object(object) = patch {
                count += i64::from(own.is_some_and(|own| most_common(object) != own));
            }
        },
    )?;
    Ok(Value::Integer(count))
}

/// The most common colour of an object, if it has colours.
fn own_colour(machine: &mut Machine, object: &Value) -> Result<Option<i32>> {
    Ok(match object.patch(machine)? {
        Patch::Object(object) => {
            machine.spend(2 * object.len() as u64)?;
            Some(most_common(&object))
        }
        _ => None,
    })
}

fn likecolor(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let Some(own) = own_colour(machine, args[1])? else {
        return Ok(Value::Integer(-1));
    };
    let mut colour = None;
    related(machine, args, have_like_outlines, |patch| {
        if let Patch::Object(object) = patch {
            colour = colour.or(Some(most_common(object)).filter(|&other| other != own));
        }
    })?;
    Ok(Value::Integer(colour.unwrap_or(-1).into()))
}

/// Whether two outlines are equal when one of them is moved, turned or mirrored.
fn have_like_outlines(machine: &mut Machine, own: &Indices, other: &Indices) -> Result<bool> {
    if own.len() != other.len() {
        return Ok(false);
    }
    machine.spend(own.len() as u64 * 40)?;
    machine.allocate(own.len() as u64 * 24)?;
    let outline = |indices: &Indices, turn: u8| {
        let frame = indices.frame();
        let turned = |place: Place| {
            let (mut row, mut column) = (place.row - frame.corner.row, place.column - frame.corner.column);
            row = if turn & 1 == 0 { row } else { frame.height - 1 - row };
            column = if turn & 2 == 0 { column } else { frame.width - 1 - column };
            if turn & 4 == 0 {
                (row, column)
            } else {
                (column, row)
            }
        };
        let mut places: Vec<(i32, i32)> = indices.places().map(turned).collect();
        places.sort_unstable();
        places
    };
    let wanted = outline(other, 0);
    Ok((0..8).any(|turn| outline(own, turn) == wanted))
}

/// Hands over the other objects that are related to an object.
fn related(machine: &mut Machine, args: Args<'_>, is_related: Relation, mut see: impl FnMut(&Patch<'_>)) -> Result<()> {
    let Some(own) = args[1].patch(machine)?.indices() else {
        return Ok(());
    };
    for other in args[0].container(machine)? {
        machine.spend(20)?;
        machine.compare(&other, args[1])?;
        if other == *args[1] {
            continue;
        }
        let patch = other.patch(machine)?;
        let Some(indices) = patch.indices() else {
            continue;
        };
        if is_related(machine, &own, &indices)? {
            machine.spend(4 * indices.len() as u64)?;
            see(&patch);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::super::testing::{given, integer, object};
    use super::*;
    use crate::machine::Limits;

    #[test]
    fn others_are_counted_by_how_they_lie() {
        let ring = object(&[(3, 0, 0), (3, 0, 2), (3, 2, 0), (3, 2, 2)]);
        let dot = object(&[(4, 1, 1)]);
        let far = object(&[(5, 1, 8), (5, 1, 9)]);
        let all = Value::set(vec![ring.clone(), dot.clone(), far.clone()]).expect("small");
        let ask = |name, object: &Value| given(name, [all.clone(), object.clone()]);
        assert_eq!(ask("touching", &dot), integer(1));
        assert_eq!(ask("touching", &far), integer(0));
        assert_eq!(ask("contents", &ring), integer(1));
        assert_eq!(ask("holders", &dot), integer(1));
        assert_eq!(ask("holders", &ring), integer(0));
        assert_eq!(ask("abreast", &far), integer(2));
        assert_eq!(ask("faced", &far), integer(2));
        let near = object(&[(5, 1, 5)]);
        let both = Value::set(vec![near.clone(), far.clone()]).expect("small");
        assert_eq!(given("faced", [both.clone(), far.clone()]), integer(0));
        assert_eq!(given("likes", [both, far]), integer(0));
    }

    #[test]
    fn comparing_large_objects_is_charged() {
        let object_with = |column| {
            let square = (0..900).map(|at| (0, at / 30, at % 30));
            object(&square.chain([(1, 0, column)]).collect::<Vec<_>>())
        };
        let all = Value::set(vec![object_with(40), object_with(41)]).expect("small");
        let fuel = |object: &Value| {
            let mut machine = Machine::new(Limits::default());
            let contents = find("contents").expect("a primitive");
            machine.call(contents, &[&all, object]).expect("a number");
            machine.used().fuel
        };
        assert!(fuel(&object_with(39)) >= fuel(&object(&[(1, 0, 0)])) + 900);
    }

    #[test]
    fn colours_of_others_are_known_or_minus_one() {
        let ring = object(&[(3, 0, 0), (3, 0, 2), (3, 2, 0), (3, 2, 2)]);
        let dot = object(&[(4, 1, 1)]);
        let all = Value::set(vec![ring.clone(), dot.clone()]).expect("small");
        let ask = |name, object: &Value| given(name, [all.clone(), object.clone()]);
        assert_eq!(ask("touchcolor", &dot), integer(3));
        assert_eq!(ask("contentcolor", &ring), integer(4));
        assert_eq!(ask("holdercolor", &dot), integer(3));
        assert_eq!(ask("contentcolor", &dot), integer(-1));
    }

    #[test]
    fn an_outline_is_known_again_when_it_is_turned() {
        let own = object(&[(5, 0, 0), (5, 1, 0), (5, 1, 1), (5, 2, 0)]);
        let turned = object(&[(3, 7, 7), (3, 7, 8), (3, 7, 9), (3, 8, 8)]);
        let other = object(&[(4, 0, 5), (4, 1, 5), (4, 1, 6), (4, 2, 6)]);
        let all = Value::set(vec![own.clone(), turned, other.clone()]).expect("small");
        assert_eq!(given("likecolor", [all.clone(), own.clone()]), integer(3));
        assert_eq!(given("likes", [all.clone(), own]), integer(1));
        assert_eq!(given("likecolor", [all, other]), integer(-1));
    }
}
