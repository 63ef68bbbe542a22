//! Parts of a grid: objects, partitions, places of a colour, occurrences.

use super::Primitive;

pub(super) const FAMILY: &[Primitive] = &[];
