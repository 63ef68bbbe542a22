//! Patches made of packed cells that are in natural order already: what primitives that walk over grids use.

use triomphe::ThinArc;

use super::{Facts, Indices, Object, Place, Sides, Spot, Tint, MAX_SIDE};

impl Spot {
    /// The place of a grid's cell, relative to the grid's corner; row and column must be below [`MAX_SIDE`].
    #[inline]
    pub(crate) fn on_grid(row: usize, column: usize) -> Spot {
        debug_assert!(row < MAX_SIDE as usize && column < MAX_SIDE as usize);
        Spot((row as u32) << 16 | column as u32)
    }

    /// The row, relative to the corner.
    #[inline]
    pub(crate) fn row(self) -> usize {
        (self.0 >> 16) as usize
    }

    /// The column, relative to the corner.
    #[inline]
    pub(crate) fn column(self) -> usize {
        (self.0 & 0xffff) as usize
    }

    /// The upper left corner, the height and the width of the smallest frame around spots; `None` without spots.
    fn bounds(spots: impl Iterator<Item = Spot>) -> Option<(Spot, i32, i32)> {
        let (mut top, mut bottom, mut left, mut right) = (u32::MAX, 0, u32::MAX, 0);
        for spot in spots {
            let (row, column) = (spot.0 >> 16, spot.0 & 0xffff);
            (top, bottom) = (top.min(row), bottom.max(row));
            (left, right) = (left.min(column), right.max(column));
        }
        (top <= bottom).then(|| {
            let corner = Spot(top << 16 | left);
            (corner, (bottom - top + 1) as i32, (right - left + 1) as i32)
        })
    }

    /// The place on the grid.
    pub(super) fn place(self) -> Place {
        self.at(Place::new(0, 0))
    }
}

impl Tint {
    /// A spot in a colour.
    #[inline]
    pub(crate) fn of(colour: i32, spot: Spot) -> Tint {
        Tint(u64::from((colour as u32) ^ (1 << 31)) << 32 | u64::from(spot.0))
    }

    /// The colour and the spot.
    #[inline]
    pub(crate) fn parts(self) -> (i32, Spot) {
        (self.colour(), self.spot())
    }
}

impl Indices {
    /// The set of spots of a grid in ascending order without repetition; `None` if there are none.
    pub(crate) fn from_spots(spots: &[Spot]) -> Option<Indices> {
        debug_assert!(spots.is_sorted_by(|a, b| a < b));
        let (corner, height, width) = Spot::bounds(spots.iter().copied())?;
        // Both halves of a packed spot are at least the corner's, so one subtraction moves both.
        let spots = spots.iter().map(|spot| Spot(spot.0 - corner.0));
        let outline = ThinArc::from_header_and_iter(Sides { height, width }, spots);
        Some(Indices { outline, corner: corner.place() })
    }

    /// The places carried elsewhere within a frame of the given size at the same corner.
    ///
    /// `carry` must map the old frame's spots one to one onto spots of the new frame, touching all its sides.
    pub(crate) fn rearranged(&self, height: i32, width: i32, carry: impl Fn(Spot) -> Spot) -> Indices {
        let mut spots: Vec<Spot> = self.spots().iter().map(|&spot| carry(spot)).collect();
        spots.sort_unstable();
        Indices { outline: ThinArc::from_header_and_slice(Sides { height, width }, &spots), corner: self.corner }
    }
}

impl Object {
    /// The object of the given cells, which are in natural order without repetition and touch all sides of the frame.
    pub(super) fn of_tints(
        tints: impl ExactSizeIterator<Item = Tint>,
        corner: Place,
        height: i32,
        width: i32,
    ) -> Object {
        let shape = ThinArc::from_header_and_iter(Facts::of(Sides { height, width }), tints);
        debug_assert!(shape.slice.is_sorted_by(|a, b| a < b));
        Object { shape, corner }
    }

    /// The spots of a grid, in ascending order without repetition, in one colour; `None` if there are none.
    pub(crate) fn solid(spots: &[Spot], colour: i32) -> Option<Object> {
        let (corner, height, width) = Spot::bounds(spots.iter().copied())?;
        let tint = |spot: &Spot| Tint::of(colour, Spot(spot.0 - corner.0));
        let tints = spots.iter().map(tint);
        Some(Object::of_tints(tints, corner.place(), height, width))
    }

    /// All cells of a grid, in natural order; `None` if there are none.
    pub(crate) fn filling(height: usize, width: usize, tints: impl ExactSizeIterator<Item = Tint>) -> Option<Object> {
        debug_assert_eq!(tints.len(), height * width);
        let tints = (tints.len() > 0).then_some(tints)?;
        Some(Object::of_tints(tints, Place::new(0, 0), height as i32, width as i32))
    }

    /// The cells of a grid, in natural order without repetition; `None` if there are none.
    pub(crate) fn from_tints(tints: &[Tint]) -> Option<Object> {
        let (corner, height, width) = Spot::bounds(tints.iter().map(|tint| tint.spot()))?;
        let relative = |tint: &Tint| Tint(tint.0 - u64::from(corner.0));
        Some(Object::of_tints(tints.iter().map(relative), corner.place(), height, width))
    }

    /// The cells carried elsewhere within a frame of the given size at the same corner.
    ///
    /// `carry` must map the old frame's spots one to one onto spots of the new frame, touching all its sides.
    pub(crate) fn rearranged(&self, height: i32, width: i32, carry: impl Fn(Spot) -> Spot) -> Object {
        let carried = |tint: &Tint| Tint::of(tint.colour(), carry(tint.spot()));
        let mut tints: Vec<Tint> = self.tints().iter().map(carried).collect();
        tints.sort_unstable();
        Object::of_tints(tints.into_iter(), self.corner, height, width)
    }

    /// The object with each cell made a square of `factor` by `factor` cells, at the same corner.
    ///
    /// Gives `None` if a side would be longer than the engine stores. Takes `factor` squared cells of memory per cell.
    pub(crate) fn upscaled(&self, factor: u16) -> Option<Object> {
        let side = |length: i32| {
            let side = length.checked_mul(i32::from(factor))?;
            (i64::from(side) <= MAX_SIDE && side > 0).then_some(side)
        };
        let (height, width) = (side(self.frame().height)?, side(self.frame().width)?);
        let factor = u32::from(factor);
        let mut tints = Vec::with_capacity(self.len() * (factor * factor) as usize);
        // Cells of one colour and row give rows of squares, which come out in order.
        for row in self.tints().chunk_by(|a, b| a.0 >> 16 == b.0 >> 16) {
            for down in 0..factor {
                for tint in row {
                    let spot = tint.spot().0;
                    let (row, column) = (spot >> 16, spot & 0xffff);
                    let square = ((row * factor + down) << 16) | (column * factor);
                    let colour = tint.colour();
                    tints.extend((0..factor).map(|right| Tint::of(colour, Spot(square + right))));
                }
            }
        }
        Some(Object::of_tints(tints.into_iter(), self.corner, height, width))
    }
}
