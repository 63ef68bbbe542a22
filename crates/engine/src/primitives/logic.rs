//! Truth values, comparison, choice.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
