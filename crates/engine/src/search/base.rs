//! Grids of the outputs' size that patches are drawn upon.

use smallvec::SmallVec;

use super::finish::visit;
use super::store::{EntryId, Store};
use crate::patch::Place;
use crate::value::Value;

/// A grid of the outputs' size.
pub(super) struct Base {
    pub(super) id: EntryId,
    /// How many cells differ from the output, for each demo sample.
    pub(super) differing: SmallVec<[usize; 6]>,
    /// The most common colour, for each demo sample.
    pub(super) backgrounds: SmallVec<[i8; 6]>,
    /// For each cell of the first demo sample the output's colour if the base has its most common one there.
    ground: Box<[Option<i8>]>,
}

impl Base {
    /// The base that an entry is; `None` unless all its values are grids of the outputs' sizes.
    pub(super) fn of(store: &Store, id: EntryId) -> Option<Base> {
        let mut base = Base { id, differing: SmallVec::new(), backgrounds: SmallVec::new(), ground: Box::default() };
        for (value, expected) in store.entry(id).column().iter().zip(store.expected()) {
            let Value::Grid(grid) = value else {
                return None;
            };
            let pairs = || grid.cells().iter().zip(expected.cells());
            let background = grid.histogram().most_common();
            if base.differing.is_empty() {
                base.ground = pairs().map(|(&before, &after)| (before == background).then_some(after)).collect();
            }
            base.differing.push(pairs().filter(|(a, b)| a != b).count());
            base.backgrounds.push(background);
        }
        Some(base)
    }

    /// Whether a patch could fit as far as the first demo sample tells; if not, the number of cells looked at.
    ///
    /// What fills or paints right also does so where the base has its most common colour: that alone need be looked at.
    pub(super) fn admits(&self, store: &Store, patch: EntryId) -> Result<(), u64> {
        let (Some(expected), Some(value)) = (store.expected().first(), store.entry(patch).column().first()) else {
            return Ok(());
        };
        let mut looked_at = 0;
        let mut under_colour = None;
        let (mut underfill, mut underpaint) = (true, true);
        let is_possible = visit(value, &mut |painted: Option<i32>, place: Place| {
            looked_at += 1;
            let at = expected.offset(i64::from(place.row), i64::from(place.column));
            let Some(after) = at.and_then(|at| self.ground[at]) else {
                return true;
            };
            underfill &= *under_colour.get_or_insert(after) == after;
            underpaint &= painted == Some(i32::from(after));
            underfill || underpaint
        });
        if is_possible {
            Ok(())
        } else {
            Err(looked_at)
        }
    }
}
