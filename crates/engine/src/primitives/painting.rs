//! Patches drawn on grids.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
