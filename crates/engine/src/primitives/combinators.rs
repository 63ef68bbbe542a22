//! Functions made of functions.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
