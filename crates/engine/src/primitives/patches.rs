//! Patches moved, and patches made of places and of other patches.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
