//! Columns: values side by side, to which a function is applied in one go.
//!
//! Programs apply small functions to all places of a grid. In a column integers, truth values and pairs lie flat, and a
//! closure is taken apart once for all of them; the work and the results are those of applying it to each by itself.

use std::borrow::Cow;
use std::ops::Range;

use crate::error::{EvalError, Fault, Result};
use crate::function::{ClosureKind, Function};
use crate::machine::{Machine, CALL_FUEL, CLOSURE_FUEL};
use crate::primitives::PrimitiveId;
use crate::value::{Elements, Value};

/// The most values that a function is applied to at a time: they stay in the cache, and take little memory.
const CHUNK: usize = 256;

/// Containers with fewer elements are not worth a column.
const FEW: usize = 4;

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

    /// All elements of a container.
    pub(crate) fn of(elements: Elements<'_>) -> Column {
        let (mut column, count) = (Column::new(), elements.len());
        elements.for_each(|element| column.push(element, count));
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

    /// Whether the condition holds that one of the values is.
    pub(crate) fn is_true(&self, index: usize) -> bool {
        match self {
            Column::Booleans(truths) => truths[index],
            others => others.get(index).is_true(),
        }
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
            others => {
                let mut column = Column::new();
                others.take(count).for_each(|element| column.push(element, count));
                Chunk::Owned(column)
            }
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
}

impl Machine {
    /// Applies a function to each of some elements; `take` gets them with what the function gives on them, in order.
    pub(crate) fn apply_to_each(
        &mut self,
        function: &Value,
        mut elements: Elements<'_>,
        mut take: impl FnMut(&Chunk<'_>, Column),
    ) -> Result<()> {
        while let Some(chunk) = elements.chunk(CHUNK) {
            let results = self.apply_to_rows(function, &[chunk.as_argument()], chunk.len())?;
            take(&chunk, results);
        }
        Ok(())
    }

    /// Applies a function to any number of arguments side by side, and adds what it gives to other results.
    pub(crate) fn apply_side_by_side(
        &mut self,
        function: &Value,
        arguments: [Argument<'_>; 2],
        count: usize,
        results: &mut Column,
    ) -> Result<()> {
        for start in (0..count).step_by(CHUNK) {
            let rows = start..count.min(start + CHUNK);
            let chunk = arguments.map(|argument| argument.slice(rows.clone()));
            results.append(self.apply_to_rows(function, &chunk, rows.len())?);
        }
        Ok(())
    }

    fn apply_to_rows(&mut self, function: &Value, arguments: &[Argument<'_>], count: usize) -> Result<Column> {
        if count >= FEW {
            return self.apply_to_column(function, arguments, count);
        }
        let mut results = Column::new();
        for row in 0..count {
            let result = match *arguments {
                [x] => self.apply(function, &[&x.get(row)]),
                _ => {
                    let values: Vec<Cow<'_, Value>> = arguments.iter().map(|argument| argument.get(row)).collect();
                    self.apply(function, &values.iter().map(|value| &**value).collect::<Vec<_>>())
                }
            };
            results.push(result?, count);
        }
        Ok(results)
    }

    fn apply_to_column(&mut self, function: &Value, arguments: &[Argument<'_>], count: usize) -> Result<Column> {
        match function {
            Value::Function(function) => self.apply_function_to_column(function, arguments, count),
            other => Err(Fault::Kind { expected: "Callable", found: other.kind() }.into()),
        }
    }

    fn apply_function_to_column(
        &mut self,
        function: &Function,
        arguments: &[Argument<'_>],
        count: usize,
    ) -> Result<Column> {
        match function {
            Function::Primitive(id) => self.call_on_column(*id, arguments, count),
            Function::Closure(closure) => {
                self.enter(function, arguments.len(), CLOSURE_FUEL * count as u64)?;
                let result = self.apply_closure_to_column(&closure.kind, arguments, count);
                self.leave();
                result
            }
        }
    }

    fn apply_closure_to_column(
        &mut self,
        kind: &ClosureKind,
        arguments: &[Argument<'_>],
        count: usize,
    ) -> Result<Column> {
        match kind {
            ClosureKind::Compose { outer, inner } => {
                let column = self.apply_to_column(inner, arguments, count)?;
                self.apply_to_column(outer, &[column.as_argument()], count)
            }
            ClosureKind::Chain { h, g, f } => {
                let column = self.apply_to_column(f, arguments, count)?;
                let column = self.apply_to_column(g, &[column.as_argument()], count)?;
                self.apply_to_column(h, &[column.as_argument()], count)
            }
            ClosureKind::Matcher { function, target } => {
                let column = self.apply_to_column(function, arguments, count)?;
                let truths = (0..count).map(|index| {
                    let value = column.get(index);
                    self.compare(&value, target)?;
                    Ok(*value == *target)
                });
                truths.collect::<Result<_>>().map(Column::Booleans)
            }
            ClosureKind::Rbind { function, fixed } => {
                let fixed = Argument::Same(fixed);
                match *arguments {
                    [x] => self.apply_function_to_column(function, &[x, fixed], count),
                    [x, y] => self.apply_function_to_column(function, &[x, y, fixed], count),
                    [x, y, z] => self.apply_function_to_column(function, &[x, y, z, fixed], count),
                    _ => unreachable!("bound functions have one to three parameters"),
                }
            }
            ClosureKind::Lbind { function, fixed } => {
                let fixed = Argument::Same(fixed);
                match *arguments {
                    [x] => self.apply_function_to_column(function, &[fixed, x], count),
                    [x, y] => self.apply_function_to_column(function, &[fixed, x, y], count),
                    [x, y, z] => self.apply_function_to_column(function, &[fixed, x, y, z], count),
                    _ => unreachable!("bound functions have one to three parameters"),
                }
            }
            ClosureKind::Power { function, n } => {
                let mut column = self.apply_to_column(function, arguments, count)?;
                for _ in 1..*n {
                    column = self.apply_to_column(function, &[column.as_argument()], count)?;
                }
                Ok(column)
            }
            ClosureKind::Fork { outer, a, b } => {
                let left = self.apply_to_column(a, arguments, count)?;
                let right = self.apply_to_column(b, arguments, count)?;
                self.apply_to_column(outer, &[left.as_argument(), right.as_argument()], count)
            }
        }
    }

    fn call_on_column(&mut self, primitive: PrimitiveId, arguments: &[Argument<'_>], count: usize) -> Result<Column> {
        let step = primitive.step();
        let within = |error: EvalError| error.within(step.name);
        if arguments.len() != step.arity {
            return Err(within(Fault::Arity { expected: step.arity, found: arguments.len() }.into()));
        }
        self.spend(CALL_FUEL * count as u64).map_err(within)?;
        if let Some(flat) = step.flat {
            if let Some(column) = flat(self, arguments, count).map_err(within)? {
                return Ok(column);
            }
        }
        let mut results = Column::new();
        for index in 0..count {
            let result = match *arguments {
                [x] => (step.run)(self, &[&x.get(index)]),
                [x, y] => (step.run)(self, &[&x.get(index), &y.get(index)]),
                _ => {
                    let values: Vec<Cow<'_, Value>> = arguments.iter().map(|argument| argument.get(index)).collect();
                    (step.run)(self, &values.iter().map(|value| &**value).collect::<Vec<_>>())
                }
            };
            results.push(result.map_err(within)?, count);
        }
        Ok(results)
    }
}
