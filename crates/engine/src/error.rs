//! Why the evaluation of a program failed.

use thiserror::Error;

/// What went wrong, without saying where.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The work budget of the evaluation is used up.
    #[error("out of fuel")]
    Fuel,
    /// The evaluation allocated more than its memory cap.
    #[error("out of memory")]
    Memory,
    /// A value or a function is nested more deeply than the engine follows.
    #[error("nested too deeply")]
    Depth,
    /// A number left the range of 64-bit integers.
    #[error("number out of range")]
    Overflow,
    /// An argument has the wrong kind of value.
    #[error("expected {expected}, found {found}")]
    Kind {
        /// The kind that the primitive asks for.
        expected: &'static str,
        /// The kind of the value that it was given.
        found: &'static str,
    },
    /// A function was called with the wrong number of arguments.
    #[error("takes {expected} arguments, {found} given")]
    Arity {
        /// The number of parameters.
        expected: usize,
        /// The number of arguments.
        found: usize,
    },
    /// The arguments are of the right kind, but have no result.
    #[error("{0}")]
    Undefined(&'static str),
}

/// The failure of one evaluation: a fault and the primitive in which it arose.
///
/// Boxed, so that the results of all steps stay small: failing is the exception.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvalError(Box<Failure>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Failure {
    primitive: Option<&'static str>,
    fault: Fault,
}

impl EvalError {
    /// What went wrong.
    pub fn fault(&self) -> &Fault {
        &self.0.fault
    }

    /// The name of the primitive that failed, if it arose within one.
    pub fn primitive(&self) -> Option<&'static str> {
        self.0.primitive
    }

    /// Names the primitive in which the fault arose, unless one is named already.
    #[must_use]
    pub fn within(mut self, primitive: &'static str) -> Self {
        self.0.primitive.get_or_insert(primitive);
        self
    }
}

impl From<Fault> for EvalError {
    #[cold]
    fn from(fault: Fault) -> Self {
        EvalError(Box::new(Failure { primitive: None, fault }))
    }
}

impl std::fmt::Display for EvalError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.primitive() {
            Some(name) => write!(f, "{name}: {}", self.fault()),
            None => self.fault().fmt(f),
        }
    }
}

impl std::error::Error for EvalError {}

/// The result of an evaluation step.
pub type Result<T, E = EvalError> = std::result::Result<T, E>;

/// Fails because the arguments, though of the right kind, have no result.
pub(crate) fn undefined<T>(reason: &'static str) -> Result<T> {
    Err(Fault::Undefined(reason).into())
}
