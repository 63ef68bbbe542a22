//! Containers ordered, filtered and searched by a function of their elements.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
