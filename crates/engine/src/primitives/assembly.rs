//! Grids made of colours and of other grids.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
