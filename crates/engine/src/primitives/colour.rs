//! Colours of grids and objects: counting, choosing, exchanging.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
