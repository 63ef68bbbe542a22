//! Tuples and sets: joining, measuring, picking elements.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
