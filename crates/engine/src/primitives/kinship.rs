//! How an object relates to the others of a set: its nearest, its likes, its rank among them.

use super::scenes::touch;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::patch::{Frame, Indices, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "closest",
        signature: "(objs: Objects, obj: Object) -> Object",
        doc: "The other object with the least distance from an object.",
        run: |machine, args| {
            let from = places(machine, args[1])?;
            best(machine, args, |machine, other| distance(machine, &from, other).map(Some))
        },
    },
    Primitive {
        name: "toucher",
        signature: "(objs: Objects, obj: Object) -> Object",
        doc: "The largest other object that touches an object, also at a corner.",
        run: |machine, args| {
            let from = places(machine, args[1])?;
            best(machine, args, |machine, other| {
                machine.spend(60 * from.len().min(other.len()) as u64)?;
                Ok(touch(&from, other).then_some(-(other.len() as i64)))
            })
        },
    },
    Primitive {
        name: "inner",
        signature: "(objs: Objects, obj: Object) -> Object",
        doc: "The largest other object inside an object's frame.",
        run: |machine, args| {
            let outer = places(machine, args[1])?.frame();
            best(machine, args, |_, other| Ok(holds(outer, other.frame()).then_some(-(other.len() as i64))))
        },
    },
    Primitive {
        name: "container",
        signature: "(objs: Objects, obj: Object) -> Object",
        doc: "The smallest other object in whose frame an object lies.",
        run: |machine, args| {
            let inner = places(machine, args[1])?.frame();
            best(machine, args, |_, other| Ok(holds(other.frame(), inner).then_some(other.len() as i64)))
        },
    },
    Primitive {
        name: "kin",
        signature: "(objs: Objects, key: (Object) -> a, obj: Object) -> Object",
        doc: "The nearest other object with the same value of a function.",
        run: |machine, args| {
            let own = machine.apply(args[1], &[args[2]])?;
            let from = places(machine, args[2])?;
            best(machine, &[args[0], args[2]], |machine, other| distance(machine, &from, other).map(Some)).and_then(
                |nearest| {
                    if machine.apply(args[1], &[&nearest])? == own {
                        return Ok(nearest);
                    }
                    let like = by_key(machine, args, true)?;
                    best(machine, &[&like, args[2]], |machine, other| distance(machine, &from, other).map(Some))
                },
            )
        },
    },
    Primitive {
        name: "elder",
        signature: "(objs: Objects, key: (Object) -> a, obj: Object) -> Object",
        doc: "The largest other object with the same value of a function.",
        run: |machine, args| {
            let like = by_key(machine, args, true)?;
            best(machine, &[&like, args[2]], |_, other| Ok(Some(-(other.len() as i64))))
        },
    },
    Primitive {
        name: "facing",
        signature: "(objs: Objects, key: (Object) -> a, obj: Object) -> Object",
        doc: "The nearest object with another value of a function that has a row or a column in common with an object.",
        run: |machine, args| {
            let unlike = by_key(machine, args, false)?;
            let from = places(machine, args[2])?;
            best(machine, &[&unlike, args[2]], |machine, other| {
                let are_abreast = abreast(from.frame(), other.frame());
                are_abreast.then(|| distance(machine, &from, other)).transpose()
            })
        },
    },
    Primitive {
        name: "rank",
        signature: "(objs: Objects, key: (Object) -> Integer, obj: Object) -> Integer",
        doc: "How many greater values a function has among objects than for an object.",
        run: |machine, args| {
            let own = machine.apply(args[1], &[args[2]])?.integer()?;
            let mut greater = Vec::new();
            for other in args[0].container(machine)? {
                let value = machine.apply(args[1], &[&other])?.integer()?;
                if value > own {
                    greater.push(value);
                }
            }
            machine.spend(8 * greater.len() as u64)?;
            greater.sort_unstable();
            greater.dedup();
            Ok(Value::Integer(greater.len() as i64))
        },
    },
    Primitive {
        name: "peers",
        signature: "(objs: Objects, key: (Object) -> a, obj: Object) -> Integer",
        doc: "How many objects have the same value of a function as an object.",
        run: |machine, args| {
            let own = machine.apply(args[1], &[args[2]])?;
            let mut count = 0;
            for other in args[0].container(machine)? {
                let value = machine.apply(args[1], &[&other])?;
                machine.compare(&value, &own)?;
                count += i64::from(value == own);
            }
            Ok(Value::Integer(count))
        },
    },
];

/// The objects of a set with the same value of a function as an object, or with another.
fn by_key(machine: &mut Machine, args: Args<'_>, is_same: bool) -> Result<Value> {
    let own = machine.apply(args[1], &[args[2]])?;
    let mut chosen = Vec::new();
    for other in args[0].container(machine)? {
        if (machine.apply(args[1], &[&other])? == own) == is_same {
            chosen.push(other);
        }
    }
    machine.set(chosen)
}

/// Whether two frames have a row or a column in common.
fn abreast(a: Frame, b: Frame) -> bool {
    let rows = a.corner.row <= b.bottom() && b.corner.row <= a.bottom();
    rows || a.corner.column <= b.right() && b.corner.column <= a.right()
}

/// The places of a patch that has some.
fn places(machine: &mut Machine, patch: &Value) -> Result<Indices> {
    match patch.patch(machine)?.indices() {
        Some(indices) => Ok(indices),
        None => undefined("the object is empty"),
    }
}

/// The object with the least score, the first of several, among those beside a given one that have a score.
fn best(
    machine: &mut Machine,
    args: Args<'_>,
    mut score: impl FnMut(&mut Machine, &Indices) -> Result<Option<i64>>,
) -> Result<Value> {
    let mut best: Option<(i64, Value)> = None;
    for other in args[0].container(machine)? {
        machine.spend(20)?;
        machine.compare(&other, args[1])?;
        if other == *args[1] {
            continue;
        }
        let indices = places(machine, &other)?;
        if let Some(found) = score(machine, &indices)? {
            if best.as_ref().is_none_or(|(least, _)| found < *least) {
                best = Some((found, other));
            }
        }
    }
    match best {
        Some((_, object)) => Ok(object),
        None => undefined("there is no such object"),
    }
}

/// Whether a frame lies inside another.
pub(super) fn holds(outer: Frame, inner: Frame) -> bool {
    outer.corner.row <= inner.corner.row
        && outer.corner.column <= inner.corner.column
        && inner.bottom() <= outer.bottom()
        && inner.right() <= outer.right()
}

/// The least distance between two sets of places: straight steps, where a diagonal one counts as two.
fn distance(machine: &mut Machine, a: &Indices, b: &Indices) -> Result<i64> {
    machine.spend((a.len() as u64).saturating_mul(b.len() as u64))?;
    let gap = |from: Place, to: Place| i64::from(from.row.abs_diff(to.row) + from.column.abs_diff(to.column));
    Ok(a.places().flat_map(|from| b.places().map(move |to| gap(from, to))).min().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, integer, is_undefined, object};
    use super::*;
    use crate::function::Function;
    use crate::primitives::find;

    fn function(name: &str) -> Value {
        Value::Function(Function::Primitive(find(name).expect("a primitive")))
    }

    fn scene() -> (Value, [Value; 3]) {
        let dot = object(&[(1, 0, 0)]);
        let bar = object(&[(2, 0, 2), (2, 0, 3)]);
        let far = object(&[(1, 9, 9)]);
        let all = Value::set(vec![dot.clone(), bar.clone(), far.clone()]).expect("small");
        (all, [dot, bar, far])
    }

    #[test]
    fn the_nearest_of_others_and_of_likes() {
        let (all, [dot, bar, far]) = scene();
        assert_eq!(given("closest", [all.clone(), dot.clone()]), bar);
        assert_eq!(given("kin", [all.clone(), function("color"), dot.clone()]), far);
        assert!(is_undefined("kin", [all, function("color"), bar.clone()]));
        let one = Value::set(vec![bar.clone()]).expect("small");
        assert!(is_undefined("closest", [one, bar]));
    }

    #[test]
    fn the_largest_of_likes_and_the_nearest_of_unlike_ones_abreast() {
        let (all, [dot, bar, far]) = scene();
        assert_eq!(given("elder", [all.clone(), function("color"), dot.clone()]), far);
        assert!(is_undefined("elder", [all.clone(), function("color"), bar.clone()]));
        assert_eq!(given("facing", [all.clone(), function("color"), dot]), bar);
        assert!(is_undefined("facing", [all, function("color"), far]));
    }

    #[test]
    fn ranks_count_greater_values_and_tallies_equal_ones() {
        let (all, [dot, bar, _]) = scene();
        assert_eq!(given("rank", [all.clone(), function("size"), bar.clone()]), integer(0));
        assert_eq!(given("rank", [all.clone(), function("size"), dot.clone()]), integer(1));
        assert_eq!(given("peers", [all.clone(), function("color"), dot]), integer(2));
        assert_eq!(given("peers", [all, function("color"), bar]), integer(1));
    }

    #[test]
    fn contents_and_containers() {
        let ring = object(&[(3, 0, 0), (3, 0, 2), (3, 2, 0), (3, 2, 2)]);
        let dot = object(&[(4, 1, 1)]);
        let all = Value::set(vec![ring.clone(), dot.clone()]).expect("small");
        assert_eq!(given("inner", [all.clone(), ring.clone()]), dot);
        assert_eq!(given("container", [all.clone(), dot.clone()]), ring);
        assert_eq!(given("toucher", [all.clone(), dot.clone()]), ring);
        assert!(is_undefined("inner", [all, dot]));
    }
}
