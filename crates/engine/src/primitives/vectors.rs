//! Pairs of integers made of integers.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
