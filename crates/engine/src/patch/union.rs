//! Patches made of places and cells in any order: bits of their frame where they cover enough of it, sorting where they
//! do not.

use triomphe::ThinArc;

use super::bits::{mark, Marked};
use super::{in_range, Facts, Frame, Indices, Object, Outline, Place, Shape, Spot, Tint};

impl Frame {
    /// The smallest frame around frames; `None` without frames or if it is wider than the engine stores.
    fn enclosing(frames: impl Iterator<Item = Frame>) -> Option<Frame> {
        let ends = frames.flat_map(|frame| [frame.corner, Place::new(frame.bottom(), frame.right())]);
        Frame::around(ends).filter(|&frame| in_range(frame))
    }

    /// The words that hold a bit per place, each row in words of its own: a row's, and all.
    fn words(&self) -> (usize, usize) {
        let row = (self.width as usize).div_ceil(64);
        (row, row * self.height as usize)
    }

    /// What to add to a packed spot of a patch within the frame so that it is relative to the frame.
    fn offset(&self, corner: Place) -> u32 {
        Spot::new(corner, self.corner).0
    }
}

/// The outline of spots within a frame, in any order.
pub(super) fn outline(frame: Frame, spots: impl Iterator<Item = Spot>, count: usize) -> Outline {
    let (row_words, words) = frame.words();
    if words <= count {
        let mut bits = vec![0; words];
        spots.for_each(|spot| mark(&mut bits, row_words, spot));
        return ThinArc::from_header_and_iter(frame.sides(), Marked::new(&bits, row_words));
    }
    let mut spots: Vec<Spot> = spots.collect();
    spots.sort_unstable();
    spots.dedup();
    ThinArc::from_header_and_slice(frame.sides(), &spots)
}

/// The shape of cells within a frame, in any order.
pub(super) fn shape(frame: Frame, tints: impl Iterator<Item = Tint> + Clone, count: usize) -> Shape {
    let tints = by_plane(frame, tints.clone(), count).unwrap_or_else(|| {
        let mut tints: Vec<Tint> = tints.collect();
        tints.sort_unstable();
        tints.dedup();
        tints
    });
    ThinArc::from_header_and_slice(Facts::of(frame.sides()), &tints)
}

/// Cells in natural order, by the bits of each colour; `None` if those took more memory than the cells do.
fn by_plane(frame: Frame, mut tints: impl Iterator<Item = Tint>, count: usize) -> Option<Vec<Tint>> {
    let (row_words, words) = frame.words();
    let mut planes: Vec<(i32, Vec<u64>)> = Vec::new();
    let mut at = 0;
    tints.try_for_each(|tint| {
        let colour = tint.colour();
        if planes.get(at).is_none_or(|plane| plane.0 != colour) {
            at = match planes.binary_search_by_key(&colour, |plane| plane.0) {
                Ok(at) => at,
                Err(_) if (planes.len() + 1) * words > count => return None,
                Err(at) => {
                    planes.insert(at, (colour, vec![0; words]));
                    at
                }
            };
        }
        mark(&mut planes[at].1, row_words, tint.spot());
        Some(())
    })?;
    let mut tints = Vec::with_capacity(count);
    for (colour, bits) in &planes {
        tints.extend(Marked::new(bits, row_words).map(|spot| Tint::of(*colour, spot)));
    }
    Some(tints)
}

impl Indices {
    /// The places of all patches; `None` without patches or if they lie too far apart.
    ///
    /// Takes memory for as many places as the patches have together.
    pub(crate) fn union(patches: &[&Indices]) -> Option<Indices> {
        let frame = Frame::enclosing(patches.iter().map(|patch| patch.frame()))?;
        let spots = patches.iter().flat_map(|patch| {
            let offset = frame.offset(patch.corner);
            patch.spots().iter().map(move |spot| Spot(spot.0 + offset))
        });
        let count = patches.iter().map(|patch| patch.len()).sum();
        Some(Indices { outline: outline(frame, spots, count), corner: frame.corner })
    }
}

impl Object {
    /// The cells of all patches; `None` without patches or if they lie too far apart.
    ///
    /// Takes memory for as many cells as the patches have together.
    pub(crate) fn union(patches: &[&Object]) -> Option<Object> {
        let frame = Frame::enclosing(patches.iter().map(|patch| patch.frame()))?;
        let tints = patches.iter().flat_map(|patch| {
            let offset = u64::from(frame.offset(patch.corner));
            patch.tints().iter().map(move |tint| Tint(tint.0 + offset))
        });
        let count = patches.iter().map(|patch| patch.len()).sum();
        Some(Object { shape: shape(frame, tints, count), corner: frame.corner })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Cell;
    use super::*;

    /// Cells in few colours within a square, so that some unions are dense and some are not.
    fn patches() -> impl Strategy<Value = Vec<Vec<Cell>>> {
        (1..90i32).prop_flat_map(|side| {
            let cell =
                (0..3i32, -side..side, -side..side).prop_map(|(colour, row, column)| Cell::new(colour, row, column));
            prop::collection::vec(prop::collection::vec(cell, 1..60), 1..8)
        })
    }

    proptest! {
        #[test]
        fn unions_have_the_cells_of_all_patches(patches in patches()) {
            let objects: Vec<Object> = patches.iter().map(|cells| Object::new(cells).expect("cells")).collect();
            let union = Object::union(&objects.iter().collect::<Vec<_>>());
            prop_assert_eq!(union, Object::new(&patches.concat()));

            let indices: Vec<Indices> = objects.iter().map(Object::indices).collect();
            let places: Vec<Place> = patches.concat().iter().map(|cell| cell.place).collect();
            let union = Indices::union(&indices.iter().collect::<Vec<_>>());
            prop_assert_eq!(union, Indices::new(&places));
        }
    }

    #[test]
    fn patches_too_far_apart_have_no_union() {
        let at = |column| Object::new(&[Cell::new(1, 0, column)]).expect("a cell");
        assert_eq!(Object::union(&[&at(0), &at(70_000)]), None);
        assert_eq!(Indices::union(&[&at(0).indices(), &at(70_000).indices()]), None);
        assert_eq!(Object::union(&[]), None);
    }
}
