//! Grids turned, mirrored, scaled and cut.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
