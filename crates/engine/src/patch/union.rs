//! Unions of patches: bits of the common frame where the patches cover enough of it, sorting where they do not.

use triomphe::ThinArc;

use super::bits::{mark, Marked};
use super::{in_range, Frame, Indices, Object, Place, Spot, Tint};

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
        let (row_words, words) = frame.words();
        let count: usize = patches.iter().map(|patch| patch.len()).sum();
        let outline = if words <= count {
            let mut bits = vec![0; words];
            spots.for_each(|spot| mark(&mut bits, row_words, spot));
            ThinArc::from_header_and_iter(frame.sides(), Marked::new(&bits, row_words))
        } else {
            let mut spots: Vec<Spot> = spots.collect();
            spots.sort_unstable();
            spots.dedup();
            ThinArc::from_header_and_slice(frame.sides(), &spots)
        };
        Some(Indices { outline, corner: frame.corner })
    }
}

impl Object {
    /// The cells of all patches; `None` without patches or if they lie too far apart.
    ///
    /// Takes memory for as many cells as the patches have together.
    pub(crate) fn union(patches: &[&Object]) -> Option<Object> {
        let frame = Frame::enclosing(patches.iter().map(|patch| patch.frame()))?;
        let (row_words, words) = frame.words();
        let count: usize = patches.iter().map(|patch| patch.len()).sum();
        // The bits of each colour met, as long as they take less than the cells do.
        let mut planes: Vec<(i32, Vec<u64>)> = Vec::new();
        let mut fits = true;
        for patch in patches {
            let offset = frame.offset(patch.corner);
            for run in patch.tints().chunk_by(|a, b| a.0 >> 32 == b.0 >> 32) {
                let colour = run[0].colour();
                let at = match planes.binary_search_by_key(&colour, |plane| plane.0) {
                    Ok(at) => at,
                    Err(_) if (planes.len() + 1) * words > count => {
                        fits = false;
                        break;
                    }
                    Err(at) => {
                        planes.insert(at, (colour, vec![0; words]));
                        at
                    }
                };
                let bits = &mut planes[at].1;
                run.iter().for_each(|tint| mark(bits, row_words, Spot(tint.spot().0 + offset)));
            }
            if !fits {
                break;
            }
        }
        let tints: Vec<Tint> = if fits {
            let tints = planes
                .iter()
                .flat_map(|(colour, bits)| Marked::new(bits, row_words).map(move |spot| Tint::of(*colour, spot)));
            tints.collect()
        } else {
            let mut tints: Vec<Tint> = Vec::with_capacity(count);
            for patch in patches {
                let offset = u64::from(frame.offset(patch.corner));
                tints.extend(patch.tints().iter().map(|tint| Tint(tint.0 + offset)));
            }
            tints.sort_unstable();
            tints.dedup();
            tints
        };
        Some(Object::of_tints(tints.into_iter(), frame.corner, frame.height, frame.width))
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
