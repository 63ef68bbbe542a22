//! Columns: values side by side, to which a function is applied in one go.
//!
//! Programs apply small functions to all places of a grid. In a column integers, truth values and pairs lie flat, and a
//! closure is taken apart once for all of them; the work and the results are those of applying it to each by itself.

mod apply;

use std::borrow::Cow;
use std::convert::Infallible;
use std::ops::Range;

use crate::patch::Place;
use crate::value::{Elements, Value};

/// Values side by side, flat where all of them are of one such kind.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Column {
    /// Integers.
    Integers(Vec<i64>),
    /// Truth values.
    Booleans(Vec<bool>),
    /// Pairs of integers.
    Pairs(Vec<(i64, i64)>),
    /// Anything.
    Values(Vec<Value>),
}

/// An argument for each application of a function.
#[derive(Clone, Copy)]
pub(crate) enum Argument<'a> {
    /// The same value for all.
    Same(&'a Value),
    /// One of these for each.
    Integers(&'a [i64]),
    /// One of these for each.
    Booleans(&'a [bool]),
    /// One of these for each.
    Pairs(&'a [(i64, i64)]),
    /// One of these for each.
    Values(&'a [Value]),
}

impl<'a> Argument<'a> {
    /// The argument of one of the applications.
    #[inline]
    fn get(self, index: usize) -> Cow<'a, Value> {
        match self {
            Argument::Same(value) => Cow::Borrowed(value),
            Argument::Integers(numbers) => Cow::Owned(Value::Integer(numbers[index])),
            Argument::Booleans(truths) => Cow::Owned(Value::Boolean(truths[index])),
            Argument::Pairs(pairs) => Cow::Owned(Value::Pair(pairs[index].0, pairs[index].1)),
            Argument::Values(values) => Cow::Borrowed(&values[index]),
        }
    }

    /// The arguments of some of the applications.
    fn slice(self, range: Range<usize>) -> Argument<'a> {
        match self {
            Argument::Same(value) => Argument::Same(value),
            Argument::Integers(numbers) => Argument::Integers(&numbers[range]),
            Argument::Booleans(truths) => Argument::Booleans(&truths[range]),
            Argument::Pairs(pairs) => Argument::Pairs(&pairs[range]),
            Argument::Values(values) => Argument::Values(&values[range]),
        }
    }
}

impl Column {
    /// A column without values.
    pub(crate) fn new() -> Column {
        Column::Values(Vec::new())
    }

    /// The given values.
    pub(crate) fn of(mut values: impl ExactSizeIterator<Item = Value>) -> Column {
        let count = values.len();
        Column::collect(count, |_| Ok::<Value, Infallible>(values.next().unwrap_or(Value::None)))
            .unwrap_or_else(|never| match never {})
    }

    /// So many values that a function makes, given their positions; the first failure ends it.
    pub(crate) fn collect<E>(count: usize, mut make: impl FnMut(usize) -> Result<Value, E>) -> Result<Column, E> {
        if count == 0 {
            return Ok(Column::new());
        }
        // The column is of the first value's kind up to the first value of another one.
        let (mut column, other) = match make(0)? {
            Value::Integer(first) => {
                let (numbers, other) = run_of(first, count, &mut make, |value| match value {
                    Value::Integer(number) => Ok(number),
                    other => Err(other),
                })?;
                (Column::Integers(numbers), other)
            }
            Value::Boolean(first) => {
                let (truths, other) = run_of(first, count, &mut make, |value| match value {
                    Value::Boolean(truth) => Ok(truth),
                    other => Err(other),
                })?;
                (Column::Booleans(truths), other)
            }
            Value::Pair(first, second) => {
                let (pairs, other) = run_of((first, second), count, &mut make, |value| match value {
                    Value::Pair(first, second) => Ok((first, second)),
                    other => Err(other),
                })?;
                (Column::Pairs(pairs), other)
            }
            first => {
                let (values, other) = run_of(first, count, &mut make, Ok)?;
                (Column::Values(values), other)
            }
        };
        if let Some(other) = other {
            let mut values = column.into_values();
            values.push(other);
            for index in values.len()..count {
                values.push(make(index)?);
            }
            column = Column::Values(values);
        }
        Ok(column)
    }

    /// The number of values.
    pub(crate) fn len(&self) -> usize {
        match self {
            Column::Integers(numbers) => numbers.len(),
            Column::Booleans(truths) => truths.len(),
            Column::Pairs(pairs) => pairs.len(),
            Column::Values(values) => values.len(),
        }
    }

    /// The values as an argument.
    pub(crate) fn as_argument(&self) -> Argument<'_> {
        match self {
            Column::Integers(numbers) => Argument::Integers(numbers),
            Column::Booleans(truths) => Argument::Booleans(truths),
            Column::Pairs(pairs) => Argument::Pairs(pairs),
            Column::Values(values) => Argument::Values(values),
        }
    }

    /// One of the values.
    pub(crate) fn get(&self, index: usize) -> Cow<'_, Value> {
        self.as_argument().get(index)
    }

    /// The values by themselves.
    pub(crate) fn into_values(self) -> Vec<Value> {
        match self {
            Column::Integers(numbers) => numbers.into_iter().map(Value::Integer).collect(),
            Column::Booleans(truths) => truths.into_iter().map(Value::Boolean).collect(),
            Column::Pairs(pairs) => pairs.into_iter().map(|(first, second)| Value::Pair(first, second)).collect(),
            Column::Values(values) => values,
        }
    }

    /// Adds the values of another column.
    pub(crate) fn append(&mut self, other: Column) {
        if self.len() == 0 {
            *self = other;
            return;
        }
        match (&mut *self, other) {
            (Column::Integers(all), Column::Integers(more)) => all.extend(more),
            (Column::Booleans(all), Column::Booleans(more)) => all.extend(more),
            (Column::Pairs(all), Column::Pairs(more)) => all.extend(more),
            (Column::Values(all), Column::Values(more)) => all.extend(more),
            (_, other) => {
                let mut values = std::mem::replace(self, Column::new()).into_values();
                values.extend(other.into_values());
                *self = Column::Values(values);
            }
        }
    }
}

/// Values of one kind from the first on, up to the first of another kind, which comes with them.
fn run_of<T, E>(
    first: T,
    count: usize,
    make: &mut impl FnMut(usize) -> Result<Value, E>,
    part: impl Fn(Value) -> Result<T, Value>,
) -> Result<(Vec<T>, Option<Value>), E> {
    let mut run = Vec::with_capacity(count);
    run.push(first);
    for index in 1..count {
        match part(make(index)?) {
            Ok(value) => run.push(value),
            Err(other) => return Ok((run, Some(other))),
        }
    }
    Ok((run, None))
}

impl Elements<'_> {
    /// Some of the elements that are left, as a column; `None` where none are.
    pub(crate) fn chunk(&mut self, count: usize) -> Option<Chunk<'_>> {
        let count = self.len().min(count);
        if count == 0 {
            return None;
        }
        Some(match self {
            Elements::Items(items) => {
                let (chunk, rest) = items.as_slice().split_at(count);
                *items = rest.iter();
                match chunk[0] {
                    Value::Integer(_) | Value::Pair(..) => Chunk::Owned(Column::of(chunk.iter().cloned())),
                    _ => Chunk::Borrowed(chunk),
                }
            }
            Elements::Places(indices, at) => {
                let places = indices.places().skip(*at).take(count);
                *at += count;
                let pair = |place: Place| (i64::from(place.row), i64::from(place.column));
                Chunk::Owned(Column::Pairs(places.map(pair).collect()))
            }
            Elements::Rows(grid, at) if grid.width() == 2 => {
                let rows = grid.rows().skip(*at).take(count);
                *at += count;
                Chunk::Owned(Column::Pairs(rows.map(|row| (i64::from(row[0]), i64::from(row[1]))).collect()))
            }
            others => Chunk::Owned(Column::of(others.take(count))),
        })
    }
}

/// Some elements of a container.
pub(crate) enum Chunk<'a> {
    /// Elements that lie in the container as values.
    Borrowed(&'a [Value]),
    /// Elements made for the occasion.
    Owned(Column),
}

impl Chunk<'_> {
    /// The elements as an argument.
    pub(crate) fn as_argument(&self) -> Argument<'_> {
        match self {
            Chunk::Borrowed(values) => Argument::Values(values),
            Chunk::Owned(column) => column.as_argument(),
        }
    }

    fn len(&self) -> usize {
        match self {
            Chunk::Borrowed(values) => values.len(),
            Chunk::Owned(column) => column.len(),
        }
    }

    /// One of the elements.
    pub(crate) fn get(&self, index: usize) -> Cow<'_, Value> {
        self.as_argument().get(index)
    }

    /// Those elements for which a condition holds.
    pub(crate) fn filtered(&self, truths: &Column) -> Column {
        if let (Chunk::Owned(Column::Pairs(pairs)), Column::Booleans(truths)) = (self, truths) {
            return Column::Pairs(
                pairs.iter().zip(truths).filter(|(_, &truth)| truth).map(|(&pair, _)| pair).collect(),
            );
        }
        let kept = (0..self.len()).filter(|&index| truths.get(index).is_true());
        let kept: Vec<Value> = kept.map(|index| self.get(index).into_owned()).collect();
        Column::of(kept.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_several_kinds_keep_each_value() {
        let values = [Value::Integer(1), Value::Boolean(true), Value::Pair(1, 2), Value::Integer(3)];
        let mut column = Column::of(values[..1].iter().cloned());
        column.append(Column::of(values[1..2].iter().cloned()));
        column.append(Column::of(values[2..].iter().cloned()));
        assert_eq!(format!("{:?}", column.into_values()), format!("{values:?}"));
    }
}
