//! Where a grid shows an object.

use smallvec::{smallvec, SmallVec};

use super::arguments::Patch;
use super::rectangle::Rectangle;
use super::segmentation::indices_value;
use super::sight::{keep_shifted, Block, Sight};
use super::{Args, Argument};
use crate::error::{Fault, Result};
use crate::machine::Machine;
use crate::patch::{Indices, Object, Spot, Tint, MAX_SIDE};
use crate::value::Value;

pub(super) fn occurrences(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let rectangle = Rectangle::with_rows(machine, args[0])?;
    let object = match args[1].patch(machine)? {
        Patch::Object(object) => object,
        Patch::Empty => return occurrences_of_nothing(machine, rectangle),
        Patch::Indices(_) => return Err(args[1].unexpected("Object")),
    };
    let frame = object.frame();
    if frame.height as usize > rectangle.height || frame.width as usize > rectangle.width {
        return Ok(Value::empty_set());
    }
    rectangle.check_sides()?;
    let mut sight = machine.sight_of(args[0].grid()?);
    let found = placements(machine, &mut sight, &object);
    machine.remember(sight);
    Ok(found?.map_or_else(Value::empty_set, Value::Indices))
}

/// Where the corner of an object may lie so that a grid shows all its cells; `None` if there is no such place.
///
/// Charges for all planes that it needs, whether or not they are remembered.
fn placements(machine: &mut Machine, sight: &mut Sight, object: &Object) -> Result<Option<Indices>> {
    sight.forget_some();
    let words = sight.words() as u64;
    machine.allocate(object.len() as u64 * 24)?;
    machine.spend(object.len() as u64 * 4)?;
    // The colours of which the grid has fewest cells come first: they rule out most placements.
    let mut groups: SmallVec<[(Group<'_>, usize); 4]> = SmallVec::new();
    let mut rest = object.tints();
    while let (Some(first), Some(last)) = (rest.first(), rest.last()) {
        let colour = first.parts().0;
        let is_last = last.parts().0 == colour;
        let end = if is_last { rest.len() } else { rest.partition_point(|cell| cell.parts().0 == colour) };
        let (cells, others) = rest.split_at(end);
        rest = others;
        let Ok(colour) = i8::try_from(colour) else {
            return Ok(None);
        };
        machine.allocate(words * 8)?;
        machine.spend(sight.grid().cells().len() as u64 / 2)?;
        let count = sight.count(colour);
        if count < cells.len() {
            return Ok(None);
        }
        groups.push((Group { colour, cells }, count));
    }
    groups.sort_by_key(|&(_, count)| count);

    let (frame, row_words) = (object.frame(), sight.row_words());
    let (rows, columns) =
        (sight.grid().height() + 1 - frame.height as usize, sight.grid().width() + 1 - frame.width as usize);
    machine.allocate(words * 8)?;
    let mut kinds: SmallVec<[(Block, usize); 8]> = SmallVec::new();
    let mut fits = None;
    for (group, _) in &groups {
        for Part { block, row, column } in group.parts() {
            machine.spend(kinds.len() as u64 / 2 + (rows * row_words) as u64)?;
            let known = kinds.iter().find(|(kind, _)| *kind == block);
            let plane = match known {
                Some(&(_, plane)) => plane,
                None => {
                    machine.allocate(words * 8)?;
                    machine.spend(words * u64::from(block.height.ilog2() + block.width.ilog2()))?;
                    let plane = sight.find(block);
                    kinds.push((block, plane));
                    plane
                }
            };
            if block.cells() == object.len() {
                return found(machine, sight.plane(plane), row_words);
            }
            let fits = fits.get_or_insert_with(|| ones(rows, columns, row_words));
            if !keep_shifted(fits, &sight.plane(plane)[row * row_words..], row_words, column) {
                return Ok(None);
            }
        }
    }
    fits.map_or(Ok(None), |fits| found(machine, &fits, row_words))
}

/// The places whose bits are set.
fn found(machine: &mut Machine, bits: &[u64], row_words: usize) -> Result<Option<Indices>> {
    machine.allocate(bits.iter().map(|word| u64::from(word.count_ones()) * 4).sum())?;
    Ok(Indices::from_bits(bits, row_words))
}

/// So many rows whose first bits, as many as there are columns, are ones.
fn ones(rows: usize, columns: usize, row_words: usize) -> Vec<u64> {
    let word = |index: usize| match columns.saturating_sub(index * 64) {
        0 => 0,
        left => u64::MAX >> (64 - left.min(64)),
    };
    let row: SmallVec<[u64; 2]> = (0..row_words).map(word).collect();
    row.repeat(rows)
}

/// The cells of one colour of an object.
struct Group<'a> {
    colour: i8,
    cells: &'a [Tint],
}

/// A block within an object.
struct Part {
    block: Block,
    row: usize,
    column: usize,
}

impl Group<'_> {
    /// The block that the cells are, if they are one.
    fn only_part(&self) -> Option<Part> {
        let (first, last) = (self.cells.first()?.parts().1, self.cells.last()?.parts().1);
        let height = last.row() - first.row() + 1;
        let width = (last.column() + 1).checked_sub(first.column())?;
        // In order and without repetition, so that the ends of the rows tell enough.
        let is_run = |(row, run): (usize, &[Tint])| {
            let (start, end) = (run[0].parts().1, run[width - 1].parts().1);
            start == Spot::on_grid(first.row() + row, first.column())
                && end == Spot::on_grid(first.row() + row, last.column())
        };
        let is_block = self.cells.len() == height * width && self.cells.chunks_exact(width).enumerate().all(is_run);
        is_block.then(|| Part {
            block: Block { colour: self.colour, height, width },
            row: first.row(),
            column: first.column(),
        })
    }

    /// The cells as blocks: runs of cells side by side, and equal runs below each other taken together.
    fn parts(&self) -> SmallVec<[Part; 8]> {
        let mut parts: SmallVec<[Part; 8]> = SmallVec::new();
        // The parts that reach down to the row above, and to the row at hand, from left to right.
        let (mut above, mut here): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
        let mut at = usize::MAX;
        let mut passed = 0;
        let adjoin = |a: &Tint, b: &Tint| {
            let (a, b) = (a.parts().1, b.parts().1);
            a.row() == b.row() && a.column() + 1 == b.column()
        };
        if let Some(part) = self.only_part() {
            return smallvec![part];
        }
        for run in self.cells.chunk_by(adjoin) {
            let (spot, width) = (run[0].parts().1, run.len());
            let (row, column) = (spot.row(), spot.column());
            if row != at {
                std::mem::swap(&mut above, &mut here);
                if row != at.wrapping_add(1) {
                    above.clear();
                }
                here.clear();
                (at, passed) = (row, 0);
            }
            passed += above[passed..].iter().take_while(|&&part| parts[part].column < column).count();
            match above.get(passed).map(|&part| (part, &mut parts[part])) {
                Some((index, part)) if part.column == column && part.block.width == width => {
                    part.block.height += 1;
                    here.push(index);
                }
                _ => {
                    here.push(parts.len());
                    parts.push(Part { block: Block { colour: self.colour, height: 1, width }, row, column });
                }
            }
        }
        parts
    }
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
