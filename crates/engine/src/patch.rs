//! Sets of places and of coloured cells, stored relative to their upper left corner.
//!
//! Moving a patch changes its offset alone, and an object's places are computed once for all its moved copies: shifting
//! and `toindices` are the most frequent steps of programs in the wild.

mod bits;
mod figures;
mod footprint;
mod packed;
mod union;

use std::cmp::Ordering;
use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use triomphe::ThinArc;

pub(crate) use figures::{NoLine, Surroundings};
pub(crate) use footprint::Footprint;

/// A place: row, then column; may lie outside any grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row, counted downwards.
    pub row: i32,
    /// The column, counted to the right.
    pub column: i32,
}

impl Place {
    /// The place at a row and a column.
    #[inline]
    pub const fn new(row: i32, column: i32) -> Place {
        Place { row, column }
    }
}

/// A coloured place; ordered by colour, then row, then column, as the tuple `(colour, (row, column))`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// The colour; programs may compute ones outside 0..=9.
    pub colour: i32,
    /// Where the cell is.
    pub place: Place,
}

impl Cell {
    /// The cell of a colour at a row and a column.
    #[inline]
    pub const fn new(colour: i32, row: i32, column: i32) -> Cell {
        Cell { colour, place: Place::new(row, column) }
    }
}

/// The largest side of a patch's bounding box.
pub(crate) const MAX_SIDE: i64 = 1 << 16;

/// What indices and objects have in common: a bounding box and where it lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The upper left corner.
    pub corner: Place,
    /// The number of rows that the patch spans.
    pub height: i32,
    /// The number of columns that the patch spans.
    pub width: i32,
}

impl Frame {
    /// The smallest frame around places; `None` without places or if it is wider than the engine stores.
    pub fn around(places: impl IntoIterator<Item = Place>) -> Option<Frame> {
        let mut places = places.into_iter();
        let first = places.next()?;
        let (mut low, mut high) = (first, first);
        for place in places {
            low = Place::new(low.row.min(place.row), low.column.min(place.column));
            high = Place::new(high.row.max(place.row), high.column.max(place.column));
        }
        let height = i64::from(high.row) - i64::from(low.row) + 1;
        let width = i64::from(high.column) - i64::from(low.column) + 1;
        (height <= MAX_SIDE && width <= MAX_SIDE).then_some(Frame {
            corner: low,
            height: height as i32,
            width: width as i32,
        })
    }

    fn sides(&self) -> Sides {
        Sides { height: self.height, width: self.width }
    }

    /// The last row.
    pub fn bottom(&self) -> i32 {
        self.corner.row + self.height - 1
    }

    /// The last column.
    pub fn right(&self) -> i32 {
        self.corner.column + self.width - 1
    }
}

/// A place relative to the frame's corner, packed so that comparing two is comparing two integers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Spot(u32);

impl Spot {
    #[inline]
    fn new(place: Place, corner: Place) -> Spot {
        Spot(((place.row - corner.row) as u32) << 16 | (place.column - corner.column) as u32)
    }

    #[inline]
    fn at(self, corner: Place) -> Place {
        Place::new(corner.row + (self.0 >> 16) as i32, corner.column + (self.0 & 0xffff) as i32)
    }
}

/// A relative cell packed as colour (biased to be unsigned), row, column, in natural order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Tint(u64);

impl Tint {
    #[inline]
    fn new(cell: Cell, corner: Place) -> Tint {
        Tint::of(cell.colour, Spot::new(cell.place, corner))
    }

    #[inline]
    fn colour(self) -> i32 {
        ((self.0 >> 32) as u32 ^ (1 << 31)) as i32
    }

    #[inline]
    fn spot(self) -> Spot {
        Spot(self.0 as u32)
    }
}

/// The packed places of indices, in natural order and without repetition.
type Outline = ThinArc<Sides, Spot>;

/// The packed cells of an object, in natural order and without repetition.
type Shape = ThinArc<Facts, Tint>;

/// The size of a patch's bounding box.
#[derive(Clone, Copy, Debug)]
struct Sides {
    height: i32,
    width: i32,
}

/// What is known of an object beside its cells.
#[derive(Debug)]
struct Facts {
    sides: Sides,
    /// The places, once somebody has asked for them.
    outline: OnceLock<Outline>,
}

/// A non-empty set of places, in natural (reading) order.
#[derive(Clone, Debug)]
pub struct Indices {
    outline: Outline,
    corner: Place,
}

/// A non-empty set of coloured cells, in natural order (by colour first).
#[derive(Clone, Debug)]
pub struct Object {
    shape: Shape,
    corner: Place,
}

/// Whether every place of a frame keeps well inside the 32-bit range, so that arithmetic on places cannot overflow.
fn in_range(frame: Frame) -> bool {
    const LIMIT: i32 = 1 << 29;
    let within = |x: i32| (-LIMIT..LIMIT).contains(&x);
    within(frame.corner.row) && within(frame.corner.column)
}

impl Indices {
    /// The set of the given places, in any order; `None` if there are none or they lie too far apart.
    pub fn new(places: &[Place]) -> Option<Indices> {
        let frame = Frame::around(places.iter().copied()).filter(|&frame| in_range(frame))?;
        let spots = places.iter().map(|&place| Spot::new(place, frame.corner));
        let outline = if places.is_sorted_by(|a, b| a < b) {
            ThinArc::from_header_and_iter(frame.sides(), spots)
        } else {
            union::outline(frame, spots, places.len())
        };
        Some(Indices { outline, corner: frame.corner })
    }

    fn spots(&self) -> &[Spot] {
        &self.outline.slice
    }

    /// The number of places.
    pub fn len(&self) -> usize {
        self.spots().len()
    }

    /// Always false: the empty set is the empty `Value::Set`.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The bounding box.
    #[inline]
    pub fn frame(&self) -> Frame {
        self.footprint().frame()
    }

    /// The places in natural order.
    #[inline]
    pub fn places(&self) -> impl ExactSizeIterator<Item = Place> + DoubleEndedIterator + '_ {
        self.footprint().places()
    }

    /// The place at a position of the natural order.
    #[inline]
    pub fn place(&self, position: usize) -> Option<Place> {
        let spot = self.spots().get(position)?;
        Some(spot.at(self.corner))
    }

    /// Whether a place belongs to the set.
    pub fn contains(&self, place: Place) -> bool {
        self.footprint().contains(place)
    }

    /// The same places with the upper left corner elsewhere; `None` if that is out of range.
    pub fn moved_to(&self, corner: Place) -> Option<Indices> {
        let frame = Frame { corner, ..self.frame() };
        in_range(frame).then(|| Indices { outline: self.outline.clone(), corner })
    }
}

impl Facts {
    fn of(sides: Sides) -> Facts {
        Facts { sides, outline: OnceLock::new() }
    }
}

impl Object {
    /// The set of the given cells, in any order; `None` if there are none or they lie too far apart.
    pub fn new(cells: &[Cell]) -> Option<Object> {
        let frame = Frame::around(cells.iter().map(|cell| cell.place)).filter(|&frame| in_range(frame))?;
        let tints = cells.iter().map(|&cell| Tint::new(cell, frame.corner));
        let shape = if cells.is_sorted_by(|a, b| a < b) {
            ThinArc::from_header_and_iter(Facts::of(frame.sides()), tints)
        } else {
            union::shape(frame, tints, cells.len())
        };
        Some(Object { shape, corner: frame.corner })
    }

    /// Indices painted in one colour.
    pub fn painted(indices: &Indices, colour: i32) -> Object {
        let tints = indices.spots().iter().map(|&spot| Tint::of(colour, spot));
        // A single-coloured object shares its places from the start.
        let facts = Facts { sides: indices.outline.header.header, outline: OnceLock::from(indices.outline.clone()) };
        Object { shape: ThinArc::from_header_and_iter(facts, tints), corner: indices.corner }
    }

    fn facts(&self) -> &Facts {
        &self.shape.header.header
    }

    /// The cells relative to the upper left corner, in natural order.
    pub(crate) fn tints(&self) -> &[Tint] {
        &self.shape.slice
    }

    /// The number of cells.
    pub fn len(&self) -> usize {
        self.tints().len()
    }

    /// Always false: the empty set is the empty `Value::Set`.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The bounding box.
    #[inline]
    pub fn frame(&self) -> Frame {
        let Sides { height, width } = self.facts().sides;
        Frame { corner: self.corner, height, width }
    }

    /// The cells in natural order.
    #[inline]
    pub fn cells(&self) -> impl ExactSizeIterator<Item = Cell> + DoubleEndedIterator + '_ {
        self.tints().iter().map(|tint| Cell { colour: tint.colour(), place: tint.spot().at(self.corner) })
    }

    /// The cell at a position of the natural order.
    #[inline]
    pub fn cell(&self, position: usize) -> Option<Cell> {
        let tint = self.tints().get(position)?;
        Some(Cell { colour: tint.colour(), place: tint.spot().at(self.corner) })
    }

    /// The first colour in natural order, which is the smallest.
    pub fn first_colour(&self) -> i32 {
        self.tints()[0].colour()
    }

    /// The colour of all cells, or `None` if there are several.
    pub fn only_colour(&self) -> Option<i32> {
        let tints = self.tints();
        let first = tints[0].colour();
        (tints[tints.len() - 1].colour() == first).then_some(first)
    }

    /// The places of the cells, computed once for all moved copies.
    pub fn indices(&self) -> Indices {
        Indices { outline: self.outline().clone(), corner: self.corner }
    }

    fn outline(&self) -> &Outline {
        self.facts().outline.get_or_init(|| {
            let spots = self.tints().iter().map(|tint| tint.spot());
            if self.only_colour().is_some() {
                return ThinArc::from_header_and_iter(self.facts().sides, spots);
            }
            union::outline(self.frame(), spots, self.len())
        })
    }

    /// The same cells with the upper left corner elsewhere; `None` if that is out of range.
    pub fn moved_to(&self, corner: Place) -> Option<Object> {
        let frame = Frame { corner, ..self.frame() };
        in_range(frame).then(|| Object { shape: self.shape.clone(), corner })
    }
}

/// A number that tells cells apart; two products at a time, where a hasher waits for one after the other.
fn mixed<T: Copy>(cells: &[T], number: impl Fn(T) -> u64) -> u64 {
    const FIRST: u64 = 0xf135_7aea_2e62_a9c5;
    const SECOND: u64 = 0x9e37_79b9_7f4a_7c15;
    let mix = |sum: u64, cell: T, factor: u64| sum.wrapping_add(number(cell)).wrapping_mul(factor).rotate_left(26);
    let (mut one, mut two) = (cells.len() as u64, 0);
    let pairs = cells.chunks_exact(2);
    let last = pairs.remainder();
    for pair in pairs {
        one = mix(one, pair[0], FIRST);
        two = mix(two, pair[1], SECOND);
    }
    let one = last.iter().fold(one, |one, &cell| mix(one, cell, FIRST));
    one.wrapping_add(two.wrapping_mul(FIRST))
}

impl PartialEq for Indices {
    fn eq(&self, other: &Self) -> bool {
        self.corner == other.corner && (std::ptr::eq(self.spots(), other.spots()) || self.spots() == other.spots())
    }
}

impl Eq for Indices {}

impl Hash for Indices {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.corner.hash(state);
        state.write_u64(mixed(self.spots(), |spot| u64::from(spot.0)));
    }
}

impl Ord for Indices {
    /// Lexicographic over the places in natural order.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.corner == other.corner {
            let is_same = std::ptr::eq(self.spots(), other.spots());
            return if is_same { Ordering::Equal } else { self.spots().cmp(other.spots()) };
        }
        // The first places nearly always decide.
        self.place(0).cmp(&other.place(0)).then_with(|| self.places().cmp(other.places()))
    }
}

impl PartialOrd for Indices {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Object {
    fn eq(&self, other: &Self) -> bool {
        self.corner == other.corner && (std::ptr::eq(self.tints(), other.tints()) || self.tints() == other.tints())
    }
}

impl Eq for Object {}

impl Hash for Object {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.corner.hash(state);
        state.write_u64(mixed(self.tints(), |tint| tint.0));
    }
}

impl Ord for Object {
    /// Lexicographic over the cells in natural order.
    fn cmp(&self, other: &Self) -> Ordering {
        if self.corner == other.corner {
            let is_same = std::ptr::eq(self.tints(), other.tints());
            return if is_same { Ordering::Equal } else { self.tints().cmp(other.tints()) };
        }
        self.cell(0).cmp(&other.cell(0)).then_with(|| self.cells().cmp(other.cells()))
    }
}

impl PartialOrd for Object {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
