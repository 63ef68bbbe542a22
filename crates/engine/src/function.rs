//! Functions as values: primitives, and closures made by the seven combinators.

use std::fmt;

use triomphe::Arc;

use crate::error::Fault;
use crate::primitives::PrimitiveId;
use crate::value::{Extent, Value};

/// A function value. Two functions are equal if they are built in the same way.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Function {
    /// A primitive of the DSL.
    Primitive(PrimitiveId),
    /// A function made by a combinator.
    Closure(Arc<Closure>),
}

/// A function made by a combinator, with what it closes over.
#[derive(PartialEq, Eq, Hash)]
pub struct Closure {
    extent: Extent,
    /// The combinator and its arguments.
    pub kind: ClosureKind,
}

/// The combinators, with the names of their parameters in the DSL.
#[derive(PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ClosureKind {
    Compose { outer: Value, inner: Value },
    Chain { h: Value, g: Value, f: Value },
    Matcher { function: Value, target: Value },
    Rbind { function: Function, fixed: Value },
    Lbind { function: Function, fixed: Value },
    Power { function: Value, n: i64 },
    Fork { outer: Value, a: Value, b: Value },
}

impl Function {
    /// A closure; fails if it would be larger or nested more deeply than the engine follows.
    pub fn closure(kind: ClosureKind) -> Result<Function, Fault> {
        let parts = kind.parts().map(|part| part.extent());
        let extent = Extent::around(parts.chain([Extent::FUNCTION]))?;
        Ok(Function::Closure(Arc::new(Closure { extent, kind })))
    }

    /// How large and how deeply nested this function is.
    pub fn extent(&self) -> Extent {
        match self {
            Function::Primitive(_) => Extent::FUNCTION,
            Function::Closure(closure) => closure.extent,
        }
    }

    /// The number of parameters.
    ///
    /// `rbind` and `lbind` fix one of two, three or four parameters; of any other number they make three, as the DSL's
    /// reference does.
    pub fn arity(&self) -> usize {
        match self {
            Function::Primitive(id) => id.arity(),
            Function::Closure(closure) => match &closure.kind {
                ClosureKind::Rbind { function, .. } | ClosureKind::Lbind { function, .. } => match function.arity() {
                    2 => 1,
                    3 => 2,
                    _ => 3,
                },
                _ => 1,
            },
        }
    }
}

/// A part of a closure: a function or a value.
enum Part<'a> {
    Function(&'a Function),
    Value(&'a Value),
}

impl Part<'_> {
    fn extent(&self) -> Extent {
        match self {
            Part::Function(function) => function.extent(),
            Part::Value(value) => value.extent(),
        }
    }
}

impl ClosureKind {
    /// The combinator's name.
    pub fn name(&self) -> &'static str {
        match self {
            ClosureKind::Compose { .. } => "compose",
            ClosureKind::Chain { .. } => "chain",
            ClosureKind::Matcher { .. } => "matcher",
            ClosureKind::Rbind { .. } => "rbind",
            ClosureKind::Lbind { .. } => "lbind",
            ClosureKind::Power { .. } => "power",
            ClosureKind::Fork { .. } => "fork",
        }
    }

    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let parts = match self {
            ClosureKind::Compose { outer, inner } => [Some(Part::Value(outer)), Some(Part::Value(inner)), None],
            ClosureKind::Chain { h, g, f } => [h, g, f].map(|value| Some(Part::Value(value))),
            ClosureKind::Matcher { function, target } => [Some(Part::Value(function)), Some(Part::Value(target)), None],
            ClosureKind::Rbind { function, fixed } | ClosureKind::Lbind { function, fixed } => {
                [Some(Part::Function(function)), Some(Part::Value(fixed)), None]
            }
            ClosureKind::Power { function, .. } => [Some(Part::Value(function)), None, None],
            ClosureKind::Fork { outer, a, b } => [outer, a, b].map(|value| Some(Part::Value(value))),
        };
        parts.into_iter().flatten()
    }
}

impl fmt::Display for Function {
    /// Writes the function as the expression that makes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let closure = match self {
            Function::Primitive(id) => return f.write_str(id.name()),
            Function::Closure(closure) => closure,
        };
        write!(f, "{}(", closure.kind.name())?;
        for (index, part) in closure.kind.parts().enumerate() {
            if index > 0 {
                f.write_str(", ")?;
            }
            match part {
                Part::Function(function) => function.fmt(f)?,
                Part::Value(value) => value.fmt(f)?,
            }
        }
        if let ClosureKind::Power { n, .. } = closure.kind {
            write!(f, ", {n}")?;
        }
        f.write_str(")")
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
