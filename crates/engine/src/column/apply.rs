//! Functions applied to columns.

use std::borrow::Cow;

use super::{Argument, Chunk, Column};
use crate::error::{EvalError, Fault, Result};
use crate::function::{ClosureKind, Function};
use crate::machine::{Machine, CALL_FUEL, CLOSURE_FUEL};
use crate::primitives::PrimitiveId;
use crate::value::{Elements, Value};

/// The most values that a function is applied to at a time: they stay in the cache, and take little memory.
const CHUNK: usize = 256;

/// Containers with fewer elements are not worth a column.
const FEW: usize = 4;

impl Machine {
    /// Applies a function to each of some elements; `take` gets them with what the function gives on them, in order.
    pub(crate) fn apply_to_each(
        &mut self,
        function: &Value,
        mut elements: Elements<'_>,
        mut take: impl FnMut(&mut Machine, &Chunk<'_>, Column) -> Result<()>,
    ) -> Result<()> {
        while let Some(chunk) = elements.chunk(CHUNK) {
            let results = self.apply_to_rows(function, &[chunk.as_argument()], chunk.len())?;
            take(self, &chunk, results)?;
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
        Column::collect(count, |row| match *arguments {
            [x] => self.apply(function, &[&x.get(row)]),
            _ => {
                let values: Vec<Cow<'_, Value>> = arguments.iter().map(|argument| argument.get(row)).collect();
                self.apply(function, &values.iter().map(|value| &**value).collect::<Vec<_>>())
            }
        })
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
                self.enter(function, &closure.kind, arguments.len(), CLOSURE_FUEL * count as u64)?;
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
        let results = match *arguments {
            [x] => Column::collect(count, |row| (step.run)(self, &[&x.get(row)])),
            [x, y] => Column::collect(count, |row| (step.run)(self, &[&x.get(row), &y.get(row)])),
            _ => Column::collect(count, |row| {
                let values: Vec<Cow<'_, Value>> = arguments.iter().map(|argument| argument.get(row)).collect();
                (step.run)(self, &values.iter().map(|value| &**value).collect::<Vec<_>>())
            }),
        };
        results.map_err(within)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::batch::{Batch, Inputs, Workspace};
    use crate::machine::Limits;
    use crate::program::Program;

    /// What a program gives whose result is a function.
    fn function(text: &str) -> Value {
        let program = Program::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let inputs = Inputs { input: Value::Integer(0), samples: Value::empty_tuple(), candidate: None };
        let mut function = Value::None;
        Workspace::new(&Batch::new([&program]), Limits::default()).run([0], &inputs, |_, evaluation| {
            function = evaluation.result.unwrap_or_else(|error| panic!("{text}: {error}"));
        });
        function
    }

    /// Functions of one argument in which each primitive that has a form on columns occurs, and all combinators.
    const FUNCTIONS: &[&str] = &[
        "compose(even, fork(add, first, last))",
        "fork(greater, first, last)",
        "chain(flip, lbind(greater, 3), first)",
        "fork(both, compose(positive, first), compose(even, last))",
        "fork(either, compose(positive, first), matcher(last, 2))",
        "fork(equality, identity, compose(invert, identity))",
        "fork(equality, first, last)",
        "compose(toivec, first)",
        "compose(tojvec, last)",
        "fork(astuple, last, first)",
        "lbind(astuple, 4)",
        "lbind(index, canvas(5, astuple(2, 3)))",
        "rbind(contained, insert(astuple(1, 1), initset(astuple(0, 2))))",
        "fork(subtract, double, halve)",
        "fork(multiply, increment, decrement)",
        "lbind(add, 9223372036854775807)",
        "rbind(multiply, astuple(1, -1))",
        "power(increment, 3)",
        "power(double, 62)",
        "fork(connect, identity, invert)",
        "compose(first, rbind(repeat, 2))",
        "compose(last, rbind(repeat, 2))",
        "chain(last, rbind(repeat, 3), identity)",
        "rbind(rbind(branch, 2), 1)",
        "rbind(lbind(branch, T), 1)",
        "rbind(add, T)",
        "size",
        "neighbors",
    ];

    fn values() -> impl Strategy<Value = Vec<Value>> {
        let integer = || (-3..4i64).prop_map(Value::Integer);
        let pair = || (-3..4i64, -3..4i64).prop_map(|(first, second)| Value::Pair(first, second));
        let boolean = || any::<bool>().prop_map(Value::Boolean);
        let many = |value: BoxedStrategy<Value>| prop::collection::vec(value, 1..12);
        prop_oneof![
            many(integer().boxed()),
            many(pair().boxed()),
            many(boolean().boxed()),
            many(prop_oneof![integer(), pair(), boolean()].boxed()),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]
        #[test]
        fn a_column_is_treated_like_its_values_one_by_one(
            values in values(),
            text in prop::sample::select(FUNCTIONS),
        ) {
            let function = function(text);
            let mut alone = Machine::new(Limits::default());
            let expected: Result<Vec<Value>> = values.iter().map(|value| alone.apply(&function, &[value])).collect();

            let mut machine = Machine::new(Limits::default());
            let column = Column::of(values.into_iter());
            let results = machine.apply_to_column(&function, &[column.as_argument()], column.len());
            match (results, expected) {
                (Ok(results), Ok(expected)) => {
                    prop_assert_eq!(format!("{:?}", results.into_values()), format!("{expected:?}"));
                    prop_assert_eq!(machine.used(), alone.used());
                }
                (results, expected) => prop_assert!(results.is_err() && expected.is_err()),
            }
        }
    }
}
