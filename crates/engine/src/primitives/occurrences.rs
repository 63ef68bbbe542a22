//! Where a grid shows an object.

use super::arguments::Patch;
use super::rectangle::Rectangle;
use super::segmentation::indices_value;
use super::{Args, Argument};
use crate::error::{Fault, Result};
use crate::grid::Histogram;
use crate::machine::Machine;
use crate::patch::{Object, Spot, Tint, MAX_SIDE};
use crate::value::Value;

pub(super) fn occurrences(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::with_rows(machine, args[0])?;
    let object = match args[1].patch(machine)? {
        Patch::Object(object) => object,
        Patch::Empty => return occurrences_of_nothing(machine, grid),
        Patch::Indices(_) => return Err(args[1].unexpected("Object")),
    };
    let frame = object.frame();
    let (height, width) = (frame.height as usize, frame.width as usize);
    if height > grid.height || width > grid.width {
        return Ok(Value::empty_set());
    }
    grid.check_sides()?;
    let histogram = grid.histogram(machine)?;
    machine.allocate(object.len() as u64 * 24)?;
    machine.spend(object.len() as u64 * 4)?;
    let Some(groups) = colour_groups(&object, &histogram) else {
        return Ok(Value::empty_set());
    };
    let (runs, kinds) = runs_of(&groups);
    let words_per_row = grid.width.div_ceil(64) + 1;
    let words = (words_per_row * grid.height * kinds.len()) as u64;
    machine.allocate(words * 8)?;
    machine.spend(grid.cells.len() as u64 * groups.len() as u64 / 2 + words * 8)?;
    let planes = Planes::new(grid, words_per_row, &kinds);

    let mut spots = Vec::new();
    for top in 0..=grid.height - height {
        let placements = grid.width - width + 1;
        for left in (0..placements).step_by(64) {
            let mut fits = u64::MAX >> (64 - (placements - left).min(64));
            let mut checked = 0;
            for run in &runs {
                fits &= planes.window(run.kind, run.row + top, run.column + left);
                checked += 1;
                if fits == 0 {
                    break;
                }
            }
            machine.spend(checked * 2)?;
            machine.allocate(u64::from(fits.count_ones()) * 4)?;
            while fits != 0 {
                let column = left + fits.trailing_zeros() as usize;
                spots.push(Spot::on_grid(top, column));
                fits &= fits - 1;
            }
        }
    }
    Ok(indices_value(spots))
}

/// An object without cells fits everywhere, also one row below the grid and one column to its right.
fn occurrences_of_nothing(machine: &mut Machine, grid: Rectangle<'_>) -> Result<Value> {
    let (height, width) = (grid.height + 1, grid.width + 1);
    if height.max(width) > MAX_SIDE as usize {
        return Err(Fault::Overflow.into());
    }
    machine.allocate((height * width * 8) as u64)?;
    let row = |row| (0..width).map(move |column| Spot::on_grid(row, column));
    Ok(indices_value((0..height).flat_map(row).collect()))
}

/// The cells of one colour of an object.
struct Group<'a> {
    colour: i8,
    cells: &'a [Tint],
    /// How often the grid has the colour.
    count: u32,
}

/// The cells of an object by colour, the grid's rarest colour first; `None` if the grid has too few of one.
fn colour_groups<'a>(object: &'a Object, histogram: &Histogram) -> Option<Vec<Group<'a>>> {
    let mut groups = Vec::new();
    for cells in object.tints().chunk_by(|a, b| a.parts().0 == b.parts().0) {
        let colour = i8::try_from(cells[0].parts().0).ok()?;
        let count = histogram.count(colour);
        if (count as usize) < cells.len() {
            return None;
        }
        groups.push(Group { colour, cells, count });
    }
    groups.sort_by_key(|group| group.count);
    Some(groups)
}

/// So many cells of one colour side by side.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Kind {
    colour: i8,
    length: usize,
}

/// A run of cells within an object.
struct Run {
    /// Its position among the kinds of runs.
    kind: usize,
    row: usize,
    column: usize,
}

/// The runs of the cells, and the kinds of runs among them.
fn runs_of(groups: &[Group]) -> (Vec<Run>, Vec<Kind>) {
    let (mut runs, mut kinds) = (Vec::new(), Vec::new());
    let adjoin = |a: &Tint, b: &Tint| {
        let (a, b) = (a.parts().1, b.parts().1);
        a.row() == b.row() && a.column() + 1 == b.column()
    };
    for Group { colour, cells, .. } in groups {
        for run in cells.chunk_by(adjoin) {
            let kind = Kind { colour: *colour, length: run.len() };
            let known = kinds.iter().position(|other| *other == kind);
            let index = known.unwrap_or_else(|| {
                kinds.push(kind);
                kinds.len() - 1
            });
            let spot = run[0].parts().1;
            runs.push(Run { kind: index, row: spot.row(), column: spot.column() });
        }
    }
    (runs, kinds)
}

/// Where the runs of some kinds start in a grid: a bit per cell, rows of whole words and one more, a plane per kind.
struct Planes {
    words: Vec<u64>,
    words_per_row: usize,
    plane: usize,
}

impl Planes {
    fn new(grid: Rectangle<'_>, words_per_row: usize, kinds: &[Kind]) -> Planes {
        let plane = words_per_row * grid.height;
        let mut words = Vec::with_capacity(plane * kinds.len());
        for kind in kinds {
            for colours in grid.rows() {
                let start = words.len();
                words.extend(colours.chunks(64).map(|colours| bits_of(colours, kind.colour)));
                words.resize(start + words_per_row, 0);
                keep_starts(&mut words[start..], kind.length);
            }
        }
        Planes { words, words_per_row, plane }
    }

    /// The 64 bits from a column of a row of a kind's plane.
    #[inline]
    fn window(&self, kind: usize, row: usize, column: usize) -> u64 {
        let start = kind * self.plane + row * self.words_per_row;
        bits_from(&self.words[start..start + self.words_per_row], column)
    }
}

/// The bits of up to 64 cells: ones where a cell has a colour.
fn bits_of(cells: &[i8], colour: i8) -> u64 {
    const LOW_BITS: u64 = u64::MAX / 255 * 127;
    let wanted = u64::from_ne_bytes([colour as u8; 8]);
    let mut bits = 0;
    for (index, eight) in cells.chunks(8).enumerate() {
        // A byte is zero where the colours agree; its highest bit tells so, and a product gathers those bits.
        let cell = |at: usize| eight.get(at).map_or(!colour, |&cell| cell) as u8;
        let differing = u64::from_le_bytes(std::array::from_fn(cell)) ^ wanted;
        let agreeing = !(((differing & LOW_BITS) + LOW_BITS) | differing | LOW_BITS);
        bits |= ((agreeing >> 7).wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * index);
    }
    bits
}

/// The 64 bits from a position of a row; beyond the row there are zeros.
#[inline]
fn bits_from(row: &[u64], at: usize) -> u64 {
    let (word, shift) = (at / 64, at % 64);
    let next = row.get(word + 1).copied().unwrap_or(0);
    // Two shifts, since one by 64 is none.
    row.get(word).copied().unwrap_or(0) >> shift | (next << 1) << (63 - shift)
}

/// Keeps those bits of a row that start as many ones as wanted.
fn keep_starts(row: &mut [u64], length: usize) {
    let mut reached = 1;
    while reached < length {
        // Two runs side by side, which may overlap, make a longer one.
        let step = reached.min(length - reached);
        for word in 0..row.len() {
            row[word] &= bits_from(row, word * 64 + step);
        }
        reached += step;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{empty_rows, fault, given, grid, indices, is_undefined, object, some_grid};
    use super::*;
    use crate::error::Fault;
    use crate::grid::Grid;

    /// The occurrences by definition: comparing each cell at each placement.
    fn compared(grid: &Grid, object: &Object) -> Value {
        let frame = object.frame();
        let (rows, columns) = (grid.height() as i32 - frame.height, grid.width() as i32 - frame.width);
        let shown = |row: i32, column: i32| {
            object.cells().all(|cell| {
                let row = cell.place.row - frame.corner.row + row;
                let column = cell.place.column - frame.corner.column + column;
                let colour = grid.get(i64::from(row), i64::from(column));
                colour.map(i32::from) == Some(cell.colour)
            })
        };
        let places: Vec<(i32, i32)> = (0..=rows)
            .flat_map(|row| (0..=columns).map(move |column| (row, column)))
            .filter(|&(row, column)| shown(row, column))
            .collect();
        indices(&places)
    }

    proptest! {
        #[test]
        fn occurrences_are_where_all_cells_agree(
            grid in some_grid(9),
            cells in prop::collection::vec((0..3, 0..3, 0..3), 1..4),
        ) {
            let object = object(&cells);
            let (Value::Grid(g), Value::Object(o)) = (&grid, &object) else {
                unreachable!("a grid and an object")
            };
            let expected = compared(g, o);
            prop_assert_eq!(given("occurrences", [grid.clone(), object.clone()]), expected);
        }

        #[test]
        fn occurrences_cross_the_words_of_wide_grids(
            cells in prop::collection::vec(0..2i8, 2 * 150),
            width in 1..150usize,
        ) {
            let grid = Grid::new(2, 150, &cells).expect("a grid");
            let row = |column| (i32::from(cells[column]), 5, column as i32);
            let object = object(&[row(150 - width), row(149)]);
            let Value::Object(o) = &object else { unreachable!("an object") };
            let expected = compared(&grid, o);
            prop_assert_eq!(given("occurrences", [Value::Grid(grid), object.clone()]), expected);
        }
    }

    proptest! {
        #[test]
        fn runs_of_any_length_are_found_in_wide_grids(
            holes in prop::collection::vec(0..300usize, 0..6),
            (height, width) in (1..3usize, 1..150usize),
        ) {
            let mut cells = vec![4; 300];
            holes.iter().for_each(|&hole| cells[hole] = -100);
            let grid = Grid::new(2, 150, &cells).expect("a grid");
            let places = (0..height as i32).flat_map(|row| (0..width as i32).map(move |column| (4, row, column)));
            let object = object(&places.collect::<Vec<_>>());
            let Value::Object(o) = &object else { unreachable!("an object") };
            let expected = compared(&grid, o);
            prop_assert_eq!(given("occurrences", [Value::Grid(grid), object.clone()]), expected);
        }
    }

    #[test]
    fn an_object_without_cells_occurs_also_beside_the_grid() {
        let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)];
        let found = given("occurrences", [grid("12"), Value::empty_set()]);
        assert_eq!(found, indices(&places));
    }

    #[test]
    fn grids_without_cells_show_nothing() {
        let cell = object(&[(1, 0, 0)]);
        assert!(is_undefined("occurrences", [empty_rows(0), cell.clone()]));
        assert!(is_undefined("occurrences", &[empty_rows(0), Value::empty_set()]));
        assert_eq!(given("occurrences", [empty_rows(1), cell]), Value::empty_set());
    }

    #[test]
    fn only_objects_occur() {
        let fault = fault("occurrences", [grid("12"), indices(&[(0, 0)])]);
        assert!(matches!(fault, Fault::Kind { .. }));
    }

    #[test]
    fn a_colour_that_no_grid_has_does_not_occur() {
        let cell = object(&[(257, 0, 0)]);
        assert_eq!(given("occurrences", [grid("11"), cell]), Value::empty_set());
    }
}
