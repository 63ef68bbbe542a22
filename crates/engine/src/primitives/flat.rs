//! Primitives applied to columns of integers, truth values and pairs as they lie.
//!
//! Each gives what the primitive of its name gives on one row after the other, and charges the same; it gives `None`
//! where its arguments do not lie flat, or where a row has no result: then the primitive itself tells which and why.

use super::patches::line;
use crate::column::{Argument, Column};
use crate::error::Result;
use crate::machine::Machine;
use crate::patch::Place;
use crate::value::Value;

/// A primitive on columns: the arguments, and how many rows they have.
pub(crate) type Flat = fn(&mut Machine, &[Argument<'_>], usize) -> Result<Option<Column>>;

/// The primitives that have such a form, by name.
pub(super) const FLAT: &[(&str, Flat)] = &[
    ("identity", |_, args, _| Ok(copied(args[0]))),
    ("add", |_, args, count| Ok(binary(args, count, i64::checked_add))),
    ("subtract", |_, args, count| Ok(binary(args, count, i64::checked_sub))),
    ("multiply", |_, args, count| Ok(binary(args, count, i64::checked_mul))),
    ("invert", |_, args, _| Ok(unary(args, i64::checked_neg))),
    ("double", |_, args, _| Ok(unary(args, |n| n.checked_mul(2)))),
    ("halve", |_, args, _| Ok(unary(args, |n| Some(n.div_euclid(2))))),
    ("increment", |_, args, _| Ok(unary(args, |n| n.checked_add(1)))),
    ("decrement", |_, args, _| Ok(unary(args, |n| n.checked_sub(1)))),
    ("even", |_, args, _| Ok(condition(args, |n| n % 2 == 0))),
    ("positive", |_, args, _| Ok(condition(args, |n| n > 0))),
    ("greater", |_, args, count| Ok(compared(args, count, |a, b| a > b))),
    ("equality", |machine, args, count| match equal(args, count) {
        Some(truths) => machine.spend(count as u64).map(|()| Some(truths)),
        None => Ok(None),
    }),
    ("flip", |_, args, _| Ok(truths(args[0]).map(|all| booleans(all.iter().map(|truth| !truth))))),
    ("both", |_, args, _| Ok(joined(args, |a, b| a && b))),
    ("either", |_, args, _| Ok(joined(args, |a, b| a || b))),
    ("toivec", |_, args, _| Ok(integers(args[0]).map(|all| pairs(all.iter().map(|&n| (n, 0)))))),
    ("tojvec", |_, args, _| Ok(integers(args[0]).map(|all| pairs(all.iter().map(|&n| (0, n)))))),
    ("astuple", |machine, args, count| match two_lanes(args) {
        Some((a, b)) => {
            machine.allocate_items(2 * count)?;
            Ok(Some(pairs((0..count).map(|row| (a.get(row), b.get(row))))))
        }
        None => Ok(None),
    }),
    ("first", |machine, args, _| end(machine, args[0], 0)),
    ("last", |machine, args, _| end(machine, args[0], 1)),
    ("index", |_, args, _| Ok(colours(args))),
    ("contained", |_, args, _| Ok(membership(args))),
    ("connect", lines),
];

/// A number for each row: the same, or one of some.
#[derive(Clone, Copy)]
enum Lane<'a, T> {
    Same(T),
    Each(&'a [T]),
}

impl<T: Copy> Lane<'_, T> {
    #[inline]
    fn get(self, row: usize) -> T {
        match self {
            Lane::Same(number) => number,
            Lane::Each(numbers) => numbers[row],
        }
    }
}

/// An argument of integers or of pairs.
enum Numbers<'a> {
    Integers(Lane<'a, i64>),
    Pairs(Lane<'a, (i64, i64)>),
}

fn numbers(argument: Argument<'_>) -> Option<Numbers<'_>> {
    Some(match argument {
        Argument::Integers(all) => Numbers::Integers(Lane::Each(all)),
        Argument::Pairs(all) => Numbers::Pairs(Lane::Each(all)),
        Argument::Same(&Value::Integer(number)) => Numbers::Integers(Lane::Same(number)),
        Argument::Same(&Value::Pair(first, second)) => Numbers::Pairs(Lane::Same((first, second))),
        _ => return None,
    })
}

fn lane(argument: Argument<'_>) -> Option<Lane<'_, i64>> {
    match numbers(argument)? {
        Numbers::Integers(lane) => Some(lane),
        Numbers::Pairs(_) => None,
    }
}

fn two_lanes<'a>(args: &[Argument<'a>]) -> Option<(Lane<'a, i64>, Lane<'a, i64>)> {
    Some((lane(args[0])?, lane(args[1])?))
}

fn integers(argument: Argument<'_>) -> Option<&[i64]> {
    match argument {
        Argument::Integers(all) => Some(all),
        _ => None,
    }
}

fn truths(argument: Argument<'_>) -> Option<&[bool]> {
    match argument {
        Argument::Booleans(all) => Some(all),
        _ => None,
    }
}

fn booleans(truths: impl Iterator<Item = bool>) -> Column {
    Column::Booleans(truths.collect())
}

fn pairs(pairs: impl Iterator<Item = (i64, i64)>) -> Column {
    Column::Pairs(pairs.collect())
}

fn copied(argument: Argument<'_>) -> Option<Column> {
    Some(match argument {
        Argument::Same(_) => return None,
        Argument::Integers(all) => Column::Integers(all.to_vec()),
        Argument::Booleans(all) => Column::Booleans(all.to_vec()),
        Argument::Pairs(all) => Column::Pairs(all.to_vec()),
        Argument::Values(all) => Column::Values(all.to_vec()),
    })
}

/// An operation on integers, or on both parts of pairs; `None` if a result is out of range.
fn unary(args: &[Argument<'_>], operation: impl Fn(i64) -> Option<i64>) -> Option<Column> {
    match args[0] {
        Argument::Integers(all) => all.iter().map(|&n| operation(n)).collect::<Option<_>>().map(Column::Integers),
        Argument::Pairs(all) => {
            let both = all.iter().map(|&(a, b)| Some((operation(a)?, operation(b)?)));
            both.collect::<Option<_>>().map(Column::Pairs)
        }
        _ => None,
    }
}

/// An operation on two integers, or on the parts of pairs; `None` if a result is out of range.
fn binary(args: &[Argument<'_>], count: usize, operation: impl Fn(i64, i64) -> Option<i64>) -> Option<Column> {
    let parts = |(a, b): (i64, i64), (c, d): (i64, i64)| Some((operation(a, c)?, operation(b, d)?));
    let rows = 0..count;
    match (numbers(args[0])?, numbers(args[1])?) {
        (Numbers::Integers(a), Numbers::Integers(b)) => {
            rows.map(|row| operation(a.get(row), b.get(row))).collect::<Option<_>>().map(Column::Integers)
        }
        (Numbers::Integers(a), Numbers::Pairs(b)) => {
            let twice = |row| (a.get(row), a.get(row));
            rows.map(|row| parts(twice(row), b.get(row))).collect::<Option<_>>().map(Column::Pairs)
        }
        (Numbers::Pairs(a), Numbers::Integers(b)) => {
            let twice = |row| (b.get(row), b.get(row));
            rows.map(|row| parts(a.get(row), twice(row))).collect::<Option<_>>().map(Column::Pairs)
        }
        (Numbers::Pairs(a), Numbers::Pairs(b)) => {
            rows.map(|row| parts(a.get(row), b.get(row))).collect::<Option<_>>().map(Column::Pairs)
        }
    }
}

fn condition(args: &[Argument<'_>], holds: impl Fn(i64) -> bool) -> Option<Column> {
    integers(args[0]).map(|all| booleans(all.iter().map(|&n| holds(n))))
}

fn compared(args: &[Argument<'_>], count: usize, holds: impl Fn(i64, i64) -> bool) -> Option<Column> {
    let (a, b) = two_lanes(args)?;
    Some(booleans((0..count).map(|row| holds(a.get(row), b.get(row)))))
}

fn equal(args: &[Argument<'_>], count: usize) -> Option<Column> {
    match (numbers(args[0])?, numbers(args[1])?) {
        (Numbers::Integers(a), Numbers::Integers(b)) => Some(booleans((0..count).map(|row| a.get(row) == b.get(row)))),
        (Numbers::Pairs(a), Numbers::Pairs(b)) => Some(booleans((0..count).map(|row| a.get(row) == b.get(row)))),
        _ => None,
    }
}

fn joined(args: &[Argument<'_>], holds: impl Fn(bool, bool) -> bool) -> Option<Column> {
    let (a, b) = (truths(args[0])?, truths(args[1])?);
    Some(booleans(a.iter().zip(b).map(|(&a, &b)| holds(a, b))))
}

/// The first or the second part of pairs; of grids the first or the last row, if that is a pair.
fn end(machine: &mut Machine, argument: Argument<'_>, which: usize) -> Result<Option<Column>> {
    match argument {
        Argument::Pairs(all) => {
            let part = |&(first, second)| if which == 0 { first } else { second };
            Ok(Some(Column::Integers(all.iter().map(part).collect())))
        }
        Argument::Values(all) => {
            let row = |value: &Value| match value {
                Value::Grid(grid) if grid.width() == 2 => {
                    let row = grid.row(if which == 0 { 0 } else { grid.height() - 1 });
                    Some((i64::from(row[0]), i64::from(row[1])))
                }
                _ => None,
            };
            match all.iter().map(row).collect::<Option<Vec<_>>>() {
                Some(rows) => {
                    machine.allocate_items(2 * rows.len())?;
                    Ok(Some(Column::Pairs(rows)))
                }
                None => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

/// The colours of one grid at places that are all inside.
fn colours(args: &[Argument<'_>]) -> Option<Column> {
    let (Argument::Same(Value::Grid(grid)), Argument::Pairs(places)) = (args[0], args[1]) else {
        return None;
    };
    let colours = places.iter().map(|&(row, column)| grid.get(row, column).map(i64::from));
    colours.collect::<Option<_>>().map(Column::Integers)
}

/// The lines between places.
fn lines(machine: &mut Machine, args: &[Argument<'_>], count: usize) -> Result<Option<Column>> {
    let (Some(Numbers::Pairs(from)), Some(Numbers::Pairs(to))) = (numbers(args[0]), numbers(args[1])) else {
        return Ok(None);
    };
    let lines: Result<_> = (0..count).map(|row| line(machine, from.get(row), to.get(row))).collect();
    Ok(Some(Column::Values(lines?)))
}

/// Whether places are among those of one set.
fn membership(args: &[Argument<'_>]) -> Option<Column> {
    let (Argument::Pairs(places), Argument::Same(Value::Indices(indices))) = (args[0], args[1]) else {
        return None;
    };
    let is_in = |&(row, column): &(i64, i64)| {
        let place = Place::new(i32::try_from(row).ok()?, i32::try_from(column).ok()?);
        Some(indices.contains(place))
    };
    places.iter().map(is_in).collect::<Option<_>>().map(Column::Booleans)
}
