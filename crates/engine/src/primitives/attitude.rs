//! Grids turned and mirrored by a number, and the number that brings what a grid shows to its top left.

use super::{find, ground, Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "attitude",
        signature: "(grid: Grid, value: Integer) -> Integer",
        doc: "The number of the turn under which some cells of a grid lie nearest to its top, then to its left: those of a \
              colour, of its rarest for 10, of all but its ground's for 11, all for 12; with 13 more, of the turn that \
              makes their frame no taller than wide.",
        run: attitude,
    },
    Primitive {
        name: "turned",
        signature: "(grid: Grid, turn: Integer) -> Grid",
        doc: "A grid turned clockwise by 0 to 3 quarters; with 4 to 7 mirrored as by dmirror, vmirror, cmirror, hmirror.",
        run: |machine, args| turned(machine, args[0], args[1].integer()?),
    },
    Primitive {
        name: "unturned",
        signature: "(grid: Grid, turn: Integer) -> Grid",
        doc: "A grid as it was before it was turned by a number from 0 to 7.",
        run: |machine, args| {
            let turn = args[1].integer()?;
            // A reflection undoes itself.
            turned(machine, args[0], if matches!(turn, 1 | 3) { 4 - turn } else { turn })
        },
    },
];

/// What stands for a grid's rarest colour.
pub(crate) const RAREST: i64 = 10;

/// What stands for all colours but the ground's.
pub(crate) const INK: i64 = 11;

/// What stands for all cells.
pub(crate) const WHOLE: i64 = 12;

/// What is added where the frame of the cells counts, rather than where they lie.
pub(crate) const EXTENT: i64 = 13;

/// What turns and mirrors, by its number: a quarter turn each, then the same with rows and columns swapped before.
const TURNS: [&str; 8] = ["identity", "rot90", "rot180", "rot270", "dmirror", "vmirror", "cmirror", "hmirror"];

/// The number of the turn that swaps rows and columns.
const TRANSPOSED: i64 = 4;

/// Where a turn takes an offset from the middle.
fn taken(turn: usize, (row, column): (i64, i64)) -> (i64, i64) {
    let before = if turn & 4 == 0 { (row, column) } else { (column, row) };
    (0..turn % 4).fold(before, |(row, column), _| (column, -row))
}

fn attitude(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, mark) = (args[0].grid()?, args[1].integer()?);
    if !(0..2 * EXTENT).contains(&mark) {
        return undefined("no colour, and nothing that stands for some");
    }
    machine.spend(3 * grid.cells().len() as u64 + 20)?;
    let (colour, is_wanted) = match mark % EXTENT {
        RAREST => (grid.histogram().least_common(), true),
        INK => (ground(grid), false),
        WHOLE => (-1, false),
        colour => (colour as i8, true),
    };
    let (height, width) = (grid.height() as i64, grid.width() as i64);
    let mut offset = (0, 0);
    let (mut rows, mut columns) = ((height, -1), (width, -1));
    for (row, cells) in (0..height).zip(grid.rows()) {
        for (column, _) in (0..width).zip(cells).filter(|(_, &cell)| (cell == colour) == is_wanted) {
            offset = (offset.0 + 2 * row - (height - 1), offset.1 + 2 * column - (width - 1));
            rows = (rows.0.min(row), rows.1.max(row));
            columns = (columns.0.min(column), columns.1.max(column));
        }
    }
    if mark >= EXTENT {
        let is_upright = rows.1 - rows.0 > columns.1 - columns.0;
        return Ok(Value::Integer(if is_upright { TRANSPOSED } else { 0 }));
    }
    // Of equal ones the first, so that nothing is mirrored without need.
    let turn = (0..TURNS.len()).min_by_key(|&turn| taken(turn, offset)).unwrap_or(0);
    Ok(Value::Integer(turn as i64))
}

fn turned(machine: &mut Machine, grid: &Value, turn: i64) -> Result<Value> {
    let name = usize::try_from(turn).ok().and_then(|turn| TURNS.get(turn));
    match name.and_then(|name| find(name)) {
        Some(primitive) => machine.call(primitive, &[grid]),
        None => undefined("turns are 0 to 7"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    /// A grid in the attitude that a mark gives it.
    fn upright(scene: &str, mark: i64) -> Value {
        let turn = given("attitude", [grid(scene), integer(mark)]);
        given("turned", [grid(scene), turn])
    }

    #[test]
    fn a_colour_comes_to_the_top_left() {
        for scene in ["0200/1000/1110", "0100/0101/0012", "0111/0001/0020", "2100/1010/0010"] {
            let Value::Grid(seen) = upright(scene, 2) else { panic!("no grid for {scene}") };
            let (half, at) = (seen.height().div_ceil(2), seen.cells().iter().position(|&cell| cell == 2));
            let (row, column) = (at.expect("a cell") / seen.width(), at.expect("a cell") % seen.width());
            assert!(row < half && column <= seen.width() / 2, "{seen}");
        }
        assert_eq!(upright("000/002/010", 2), grid("020/001/000"));
        assert_eq!(upright("100/000/020", 2), grid("020/000/001"));
    }

    #[test]
    fn the_rarest_colour_and_all_ink_count_too() {
        assert_eq!(upright("1000/1000/0003", RAREST), grid("300/000/000/011"));
        assert_eq!(upright("000/000/110", INK), grid("110/000/000"));
        assert_eq!(upright("12/34", WHOLE), grid("12/34"));
        assert!(is_undefined("attitude", [grid("1"), integer(26)]));
    }

    #[test]
    fn what_is_tall_is_laid_down() {
        assert_eq!(upright("12/34/56", EXTENT + WHOLE), grid("135/246"));
        assert_eq!(upright("123/456", EXTENT + WHOLE), grid("123/456"));
        assert_eq!(upright("0120/0020/0000", EXTENT + 2), grid("000/100/220/000"));
        assert_eq!(upright("0122/0000/0000", EXTENT + 2), grid("0122/0000/0000"));
        assert_eq!(upright("1/1", EXTENT + 2), grid("1/1"));
    }

    #[test]
    fn every_turn_is_undone() {
        for turn in 0..TURNS.len() as i64 {
            let seen = given("turned", [grid("123/456"), integer(turn)]);
            assert_eq!(given("unturned", [seen, integer(turn)]), grid("123/456"), "{turn}");
        }
        assert!(is_undefined("turned", [grid("1"), integer(8)]));
    }

    #[test]
    fn turns_take_offsets_as_they_take_cells() {
        for turn in 0..TURNS.len() {
            let Value::Grid(seen) = given("turned", [grid("010/000/000"), integer(turn as i64)]) else {
                panic!("no grid for {turn}");
            };
            let (row, column) = taken(turn, (-1, 0));
            assert_eq!(seen.get(row + 1, column + 1), Some(1), "{turn}");
        }
    }
}
