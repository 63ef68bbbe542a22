//! Sizes, positions and relations of grids and patches.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
