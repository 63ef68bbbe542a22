//! The places of a patch, borrowed from it: what is asked of two patches over and over need not count references.

use super::{Frame, Indices, Object, Outline, Place, Sides, Spot};

/// The places of indices or of an object's cells.
#[derive(Clone, Copy)]
pub(crate) struct Footprint<'a> {
    outline: &'a Outline,
    corner: Place,
}

impl<'a> Footprint<'a> {
    /// The number of places.
    pub(crate) fn len(self) -> usize {
        self.outline.slice.len()
    }

    /// The bounding box.
    #[inline]
    pub(crate) fn frame(self) -> Frame {
        let Sides { height, width } = self.outline.header.header;
        Frame { corner: self.corner, height, width }
    }

    /// The places in natural order.
    #[inline]
    pub(crate) fn places(self) -> impl ExactSizeIterator<Item = Place> + DoubleEndedIterator + 'a {
        self.outline.slice.iter().map(move |spot| spot.at(self.corner))
    }

    /// Whether a place belongs to the set.
    pub(crate) fn contains(self, place: Place) -> bool {
        let frame = self.frame();
        let inside = place >= frame.corner
            && place.column >= frame.corner.column
            && place.row <= frame.bottom()
            && place.column <= frame.right();
        inside && self.outline.slice.binary_search(&Spot::new(place, self.corner)).is_ok()
    }
}

impl Indices {
    /// The places, borrowed.
    #[inline]
    pub(crate) fn footprint(&self) -> Footprint<'_> {
        Footprint { outline: &self.outline, corner: self.corner }
    }
}

impl Object {
    /// The places of the cells, borrowed; computed once for all moved copies.
    #[inline]
    pub(crate) fn footprint(&self) -> Footprint<'_> {
        Footprint { outline: self.outline(), corner: self.corner }
    }
}
