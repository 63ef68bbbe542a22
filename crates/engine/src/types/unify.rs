//! Unification of types with bounded variables.

use super::{Bound, Kind, Signature, Type};

/// How much the checker forgives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// For programs from elsewhere: truth values are integers.
    Lenient,
    /// For programs that the breeder and the search make.
    Strict,
}
/// Placeholder until the next edit.
#[derive(Debug)]
pub struct Unifier {
    _mode: Mode,
    _types: Vec<Option<(Type, Bound, Kind)>>,
    _s: Option<Signature>,
}
