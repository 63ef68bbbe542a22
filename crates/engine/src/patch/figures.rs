//! Figures that programs make over and over: straight lines, and the places around a place.
//!
//! Each thread keeps one copy of each, which all that are made share: making one is counting a reference, and equal
//! ones are known by their address.

use std::cell::OnceCell;

use triomphe::ThinArc;

use super::{in_range, Frame, Indices, Outline, Place, Sides, Spot, MAX_SIDE};

/// The longest lines that are kept.
const LONGEST: usize = 64;

/// The figures that a thread has made.
struct Figures {
    /// By course, then by length.
    lines: [Vec<OnceCell<Outline>>; 4],
    surroundings: [OnceCell<Outline>; 3],
}

thread_local! {
    // Behind a pointer: a library that is loaded at run time gets little room for what threads keep.
    static FIGURES: Box<Figures> = Box::new(Figures {
        lines: std::array::from_fn(|_| vec![OnceCell::new(); LONGEST]),
        surroundings: Default::default(),
    });
}

/// How a line runs.
#[derive(Clone, Copy)]
enum Course {
    Horizontal,
    Vertical,
    /// Down to the right.
    Falling,
    /// Down to the left.
    Rising,
}

/// Which of the eight places around a place.
#[derive(Clone, Copy)]
pub(crate) enum Surroundings {
    /// The four beside it.
    Sides,
    /// The four that touch its corners.
    Corners,
    /// All.
    All,
}

impl Indices {
    /// The places from one to another, both included, in a straight or diagonal line.
    ///
    /// Gives `Err` if there is no such line, `Ok(None)` if it is out of range.
    pub(crate) fn line(from: Place, to: Place) -> Result<Option<Indices>, NoLine> {
        let rows = i64::from(to.row) - i64::from(from.row);
        let columns = i64::from(to.column) - i64::from(from.column);
        let course = match (rows.signum(), columns.signum()) {
            (0, _) => Course::Horizontal,
            (_, 0) => Course::Vertical,
            _ if rows.abs() != columns.abs() => return Err(NoLine),
            (down, right) if down == right => Course::Falling,
            _ => Course::Rising,
        };
        let length = rows.abs().max(columns.abs()) + 1;
        let corner = Place::new(from.row.min(to.row), from.column.min(to.column));
        let fits = length <= MAX_SIDE && in_range(Frame { corner, height: 1, width: 1 });
        Ok(fits.then(|| Indices { outline: line(course, length as usize), corner }))
    }

    /// Places around a place; `None` if they are out of range.
    pub(crate) fn around(place: Place, which: Surroundings) -> Option<Indices> {
        let corner = Place::new(place.row.checked_sub(1)?, place.column.checked_sub(1)?);
        in_range(Frame { corner, height: 3, width: 3 }).then(|| Indices { outline: surroundings(which), corner })
    }
}

/// Two places are in no straight or diagonal line.
pub(crate) struct NoLine;

fn line(course: Course, length: usize) -> Outline {
    let end = length as u32 - 1;
    let make = || {
        let (height, width) = match course {
            Course::Horizontal => (1, length as i32),
            Course::Vertical => (length as i32, 1),
            Course::Falling | Course::Rising => (length as i32, length as i32),
        };
        let spot = |step: u32| match course {
            Course::Horizontal => Spot(step),
            Course::Vertical => Spot(step << 16),
            Course::Falling => Spot(step << 16 | step),
            Course::Rising => Spot(step << 16 | (end - step)),
        };
        let spots: Vec<Spot> = (0..=end).map(spot).collect();
        ThinArc::from_header_and_slice(Sides { height, width }, &spots)
    };
    FIGURES.with(|figures| match figures.lines[course as usize].get(length - 1) {
        Some(kept) => kept.get_or_init(make).clone(),
        None => make(),
    })
}

fn surroundings(which: Surroundings) -> Outline {
    let make = || {
        let is_one = |row: u32, column: u32| match which {
            Surroundings::Sides => (row == 1) != (column == 1),
            Surroundings::Corners => row != 1 && column != 1,
            Surroundings::All => row != 1 || column != 1,
        };
        let places = (0..3).flat_map(|row| (0..3).map(move |column| (row, column)));
        let spots: Vec<Spot> =
            places.filter(|&(row, column)| is_one(row, column)).map(|(row, column)| Spot(row << 16 | column)).collect();
        ThinArc::from_header_and_slice(Sides { height: 3, width: 3 }, &spots)
    };
    FIGURES.with(|figures| figures.surroundings[which as usize].get_or_init(make).clone())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_go_from_one_place_to_the_other(
            (row, column, length) in (-5..5i32, -5..5i32, 0..100i32),
            (down, right) in (-1..2i32, -1..2i32),
        ) {
            let at = |step| Place::new(row + step * down, column + step * right);
            let places: Vec<Place> = (0..=length).map(at).collect();
            let Ok(line) = Indices::line(at(0), at(length)) else { unreachable!("a line") };
            prop_assert_eq!(line, Indices::new(&places));
        }
    }

    #[test]
    fn most_places_are_in_no_line() {
        assert!(Indices::line(Place::new(0, 0), Place::new(1, 2)).is_err());
    }

    #[test]
    fn what_is_out_of_range_is_not_made() {
        let far = |row| Place::new(row, 0);
        assert!(matches!(Indices::line(far(0), far(1 << 17)), Ok(None)));
        assert!(matches!(Indices::line(far(1 << 29), far(1 << 29)), Ok(None)));
        assert!(Indices::around(far(i32::MIN), Surroundings::All).is_none());
        assert!(Indices::around(far(i32::MAX), Surroundings::All).is_none());
    }
}
