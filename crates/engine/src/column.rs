//! Columns: values side by side, to which a function is applied in one go.
//!
//! Programs apply small functions to all places of a grid. In a column integers, truth values and pairs lie flat, and a
//! closure is taken apart once for all of them; the work and the results are those of applying it to each by itself.

mod apply;

use std::borrow::Cow;
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
    pub(crate) fn of(values: impl ExactSizeIterator<Item = Value>) -> Column {
        let (mut column, count) = (Column::new(), values.len());
        values.for_each(|value| column.push(value, count));
        column
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

    /// Adds a value, in a column that may grow to a number of them.
    #[inline]
    pub(crate) fn push(&mut self, value: Value, capacity: usize) {
        match (&mut *self, value) {
            (Column::Integers(numbers), Value::Integer(number)) => numbers.push(number),
            (Column::Booleans(truths), Value::Boolean(truth)) => truths.push(truth),
            (Column::Pairs(pairs), Value::Pair(first, second)) => pairs.push((first, second)),
            (Column::Values(values), value) if !values.is_empty() => values.push(value),
            (_, value) => self.push_another(value, capacity),
        }
    }

    /// Adds the first value, or one of another kind than those before it.
    fn push_another(&mut self, value: Value, capacity: usize) {
        fn starting<T>(first: T, capacity: usize) -> Vec<T> {
            let mut all = Vec::with_capacity(capacity);
            all.push(first);
            all
        }
        *self = match (std::mem::replace(self, Column::new()), value) {
            (Column::Values(none), value) if none.is_empty() => match value {
                Value::Integer(number) => Column::Integers(starting(number, capacity)),
                Value::Boolean(truth) => Column::Booleans(starting(truth, capacity)),
                Value::Pair(first, second) => Column::Pairs(starting((first, second), capacity)),
                value => Column::Values(starting(value, capacity)),
            },
            (others, value) => {
                let mut values = others.into_values();
                values.push(value);
                Column::Values(values)
            }
        };
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
                Chunk::Borrowed(chunk)
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
        let mut kept = Column::new();
        for index in (0..self.len()).filter(|&index| truths.get(index).is_true()) {
            kept.push(self.get(index).into_owned(), self.len());
        }
        kept
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
