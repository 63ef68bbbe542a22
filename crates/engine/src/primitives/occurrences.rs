//! Where a grid shows an object.

use super::arguments::Patch;
use super::rectangle::Rectangle;
use super::segmentation::indices_value;
use super::{Args, Argument};
use crate::error::{Fault, Result};
use crate::grid::Histogram;
use crate::machine::Machine;
use crate::patch::{Object, Spot, MAX_SIDE};
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
    let words_per_row = grid.width.div_ceil(64) + 1;
    machine.allocate((words_per_row * grid.height * groups.len() * 8) as u64)?;
    machine.spend(grid.cells.len() as u64 * 2)?;
    let planes = Planes::new(grid, words_per_row, &groups);
    let wanted = wanted_bits(&planes, &groups);

    let mut spots = Vec::new();
    for top in 0..=grid.height - height {
        let placements = grid.width - width + 1;
        for left in (0..placements).step_by(64) {
            let mut fits = u64::MAX >> (64 - (placements - left).min(64));
            let mut checked = 0;
            for bit in &wanted {
                fits &= planes.window(bit.row + top * words_per_row, bit.column + left);
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
struct Group {
    colour: i8,
    spots: Vec<Spot>,
    /// How often the grid has the colour.
    count: u32,
}

/// The cells of an object by colour, the grid's rarest colour first; `None` if the grid has too few of one.
fn colour_groups(object: &Object, histogram: &Histogram) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    for tint in object.tints() {
        let (colour, spot) = tint.parts();
        let colour = i8::try_from(colour).ok()?;
        match groups.last_mut() {
            Some(group) if group.colour == colour => group.spots.push(spot),
            _ => groups.push(Group { colour, spots: vec![spot], count: histogram.count(colour) }),
        }
    }
    groups.sort_by_key(|group| group.count);
    groups.iter().all(|group| group.count as usize >= group.spots.len()).then_some(groups)
}

/// The places of some colours of a grid: a bit per cell, rows of whole words and one more, a plane per colour.
struct Planes {
    words: Vec<u64>,
    words_per_row: usize,
    plane: usize,
}

impl Planes {
    fn new(grid: Rectangle<'_>, words_per_row: usize, groups: &[Group]) -> Planes {
        let plane = words_per_row * grid.height;
        let mut planes = [None; 256];
        for (index, group) in groups.iter().enumerate() {
            planes[usize::from(group.colour as u8)] = Some(index * plane);
        }
        let mut words = vec![0; plane * groups.len()];
        for (row, colours) in grid.rows().enumerate() {
            for (column, &colour) in colours.iter().enumerate() {
                if let Some(start) = planes[usize::from(colour as u8)] {
                    words[start + row * words_per_row + column / 64] |= 1 << (column % 64);
                }
            }
        }
        Planes { words, words_per_row, plane }
    }

    /// The 64 bits from a column of the row that starts at a word.
    #[inline]
    fn window(&self, row: usize, column: usize) -> u64 {
        let (word, shift) = (row + column / 64, column % 64);
        // Two shifts, since one by 64 is none.
        self.words[word] >> shift | (self.words[word + 1] << 1) << (63 - shift)
    }
}

/// A cell of the object: the first word of its row in its colour's plane, and its column, as if placed at the corner.
struct Wanted {
    row: usize,
    column: usize,
}

fn wanted_bits(planes: &Planes, groups: &[Group]) -> Vec<Wanted> {
    let indexed = groups.iter().enumerate();
    indexed
        .flat_map(|(index, group)| {
            group.spots.iter().map(move |spot| Wanted {
                row: index * planes.plane + spot.row() * planes.words_per_row,
                column: spot.column(),
            })
        })
        .collect()
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
