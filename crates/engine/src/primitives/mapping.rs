//! Functions applied over containers.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
