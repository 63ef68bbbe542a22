//! Lines that are thrown back or turned by what they meet, wind outwards, or keep to the border; and lines in other colours.

use super::scenes::ground_of;
use super::strokes::{charge_copy, colour_of, places, Way};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "rebound",
        signature: "(grid: Grid, value: Integer, line: Integer, direction: IntegerTuple, free: Boolean) -> Grid",
        doc: "A grid with a slanting line from each cell of a colour, thrown back by what it meets; it ends at all borders, \
              or is thrown back by the upper and the lower one.",
        run: rebound,
    },
    Primitive {
        name: "deflect",
        signature: "(grid: Grid, value: Integer, line: Integer, direction: IntegerTuple, right: Integer) -> Grid",
        doc: "A grid with lines from all cells of a colour that turn right before cells of another and left before all \
              else, up to the border.",
        run: deflect,
    },
    Primitive {
        name: "coil",
        signature: "(grid: Grid, value: Integer, line: Integer, direction: IntegerTuple, turn: Integer) -> Grid",
        doc: "A grid with a line from each cell of a colour that winds outwards with a gap of one cell, to the right (1) \
              or to the left (-1), until it leaves the grid.",
        run: coil,
    },
    Primitive {
        name: "homeward",
        signature: "(grid: Grid, value: Integer, line: Integer, across: Boolean) -> Grid",
        doc: "A grid with lines over the ground from all cells of a colour, or of any for 10, in a colour, or their own \
              for 10, to the border nearest to them, or from that border across the grid.",
        run: homeward,
    },
    Primitive {
        name: "retrace",
        signature: "(grid: Grid, drawn: Grid, value: Integer) -> Grid",
        doc: "A grid with a colour at all cells where another of the same size differs from it, but for the ground that this \
              shows.",
        run: |machine, args| {
            let (grid, drawn, colour) = (args[0].grid()?, args[1].grid()?, colour_of(args[2])?);
            if (grid.height(), grid.width()) != (drawn.height(), drawn.width()) {
                return undefined("the grids have different sizes");
            }
            charge_copy(machine, grid)?;
            let ground = ground_of(machine, grid)?;
            Ok(Value::Grid(grid.edited(|cells| {
                let differing = cells.iter_mut().zip(drawn.cells()).filter(|(cell, after)| cell != after);
                differing.for_each(|(cell, &after)| *cell = if after == ground { ground } else { colour });
            })))
        },
    },
];

/// The place one step on.
pub(super) fn beside(place: Way, way: Way) -> Way {
    (place.0 + way.0, place.1 + way.1)
}

/// A direction turned by a quarter, to the right or to the left.
pub(super) fn turned(way: Way, to_the_right: bool) -> Way {
    if to_the_right {
        (way.1, -way.0)
    } else {
        (-way.1, way.0)
    }
}

/// Whether a direction is a step along a column or a row.
fn is_upright(direction: Way) -> bool {
    matches!(direction, (-1 | 1, 0) | (0, -1 | 1))
}

/// Draws a line from each cell of a colour: a function gives the next place and direction for a place and a direction.
pub(super) fn lines(
    machine: &mut Machine,
    args: Args<'_>,
    next: impl Fn(&dyn Fn(Way) -> Option<bool>, Way, Way) -> Option<(Way, Way)>,
) -> Result<Value> {
    let grid = args[0].grid()?;
    let (colour, line, direction) = (args[1].integer()?, colour_of(args[2])?, args[3].pair()?);
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    // Nothing outside, else whether there is ground.
    let ahead = |place: Way| grid.get(place.0, place.1).map(|colour| colour == ground);
    let mut drawn = Vec::new();
    for (from, _) in places(grid).zip(grid.cells()).filter(|(_, &cell)| i64::from(cell) == colour) {
        let (mut place, mut way) = (from, direction);
        for _ in 0..2 * grid.cells().len() {
            machine.spend(8)?;
            let Some(step) = next(&ahead, place, way) else {
                break;
            };
            (place, way) = step;
            machine.allocate(8)?;
            drawn.extend(grid.offset(place.0, place.1));
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|at| cells[at] = line))))
}

fn rebound(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (direction, is_thrown_back) = (args[3].pair()?, args[4].is_true());
    if !matches!(direction, (-1 | 1, -1 | 1)) {
        return undefined("the direction is not diagonal");
    }
    lines(machine, args, |ahead, place, way| {
        let is_free = |place| ahead(place) == Some(true);
        let straight = beside(place, way);
        if is_free(straight) {
            return Some((straight, way));
        }
        let (down, right) = ((place.0 + way.0, place.1), (place.0, place.1 + way.1));
        let way = match (is_free(down), is_free(right)) {
            (true, false) if ahead(right).is_some() => (way.0, -way.1),
            (false, true) if is_thrown_back || ahead(down).is_some() => (-way.0, way.1),
            _ => return None,
        };
        let next = beside(place, way);
        is_free(next).then_some((next, way))
    })
}

fn deflect(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (direction, right) = (args[3].pair()?, args[4].integer()?);
    if !is_upright(direction) {
        return undefined("the direction is no step along a row or a column");
    }
    lines(machine, args, |ahead, place, way| {
        let straight = beside(place, way);
        if ahead(straight)? {
            return Some((straight, way));
        }
        let is_right = grid.get(straight.0, straight.1).map(i64::from) == Some(right);
        let way = turned(way, is_right);
        let next = beside(place, way);
        (ahead(next) == Some(true)).then_some((next, way))
    })
}

fn coil(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (colour, line) = (args[1].integer()?, colour_of(args[2])?);
    let (direction, turn) = (args[3].pair()?, args[4].integer()?);
    if !is_upright(direction) || !matches!(turn, -1 | 1) {
        return undefined("a line winds along rows and columns, to the right (1) or to the left (-1)");
    }
    charge_copy(machine, grid)?;
    let mut drawn = Vec::new();
    for (from, _) in places(grid).zip(grid.cells()).filter(|(_, &cell)| i64::from(cell) == colour) {
        let (mut place, mut way) = (from, direction);
        'arms: for arm in 0.. {
            for _ in 0..2 * (arm / 2 + 1) {
                machine.spend(3)?;
                place = beside(place, way);
                let Some(at) = grid.offset(place.0, place.1) else {
                    break 'arms;
                };
                machine.allocate(8)?;
                drawn.push(at);
            }
            way = turned(way, turn == 1);
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|at| cells[at] = line))))
}

/// The number of any colour, or of a cell's own.
const ANY: i64 = 10;

fn homeward(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = args[0].grid()?;
    let (colour, line, is_across) = (args[1].integer()?, colour_of(args[2])?, args[3].is_true());
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let mut drawn: Vec<(usize, i8)> = Vec::new();
    let is_source = |cell: i8| if colour == ANY { cell != ground } else { i64::from(cell) == colour };
    for (from, &cell) in places(grid).zip(grid.cells()).filter(|(_, &cell)| is_source(cell)) {
        machine.spend(8)?;
        let Some(way) = nearest_border(grid, from) else {
            continue;
        };
        let way = if is_across { (-way.0, -way.1) } else { way };
        let mut place = beside(from, way);
        while grid.get(place.0, place.1) == Some(ground) {
            machine.spend(3)?;
            machine.allocate(16)?;
            let line = if i64::from(line) == ANY { cell } else { line };
            drawn.extend(grid.offset(place.0, place.1).map(|at| (at, line)));
            place = beside(place, way);
        }
    }
    Ok(Value::Grid(grid.edited(|cells| drawn.into_iter().for_each(|(at, line)| cells[at] = line))))
}

/// The direction from a place to the nearest border; `None` if two are as near.
fn nearest_border(grid: &Grid, place: Way) -> Option<Way> {
    let (height, width) = (grid.height() as i64, grid.width() as i64);
    let mut ways =
        [(place.0, (-1, 0)), (height - 1 - place.0, (1, 0)), (place.1, (0, -1)), (width - 1 - place.1, (0, 1))];
    ways.sort_unstable();
    (ways[0].0 < ways[1].0).then_some(ways[0].1)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    fn drawn(name: &str, scene: &str, direction: Way, last: Value) -> Value {
        given(name, [grid(scene), integer(2), integer(3), Value::Pair(direction.0, direction.1), last])
    }

    #[test]
    fn lines_are_thrown_back() {
        let thrown = |scene, is_free| drawn("rebound", scene, (-1, 1), Value::Boolean(is_free));
        assert_eq!(thrown("00000/00000/20000", true), grid("00300/03030/20003"));
        assert_eq!(thrown("00000/00000/20000", false), grid("00300/03000/20000"));
        assert_eq!(thrown("55555/00000/20000", false), grid("55555/03000/20300"));
        assert!(is_undefined("rebound", [grid("20"), integer(2), integer(3), Value::Pair(0, 1), Value::Boolean(true)]));
    }

    #[test]
    fn lines_turn_by_the_colour_that_they_meet() {
        let turned = |scene| drawn("deflect", scene, (0, 1), integer(5));
        assert_eq!(turned("0000/2005/0000"), grid("0000/2335/0030"));
        assert_eq!(turned("0000/2006/0000"), grid("0030/2336/0000"));
        assert!(is_undefined("deflect", [grid("20"), integer(2), integer(3), Value::Pair(1, 1), integer(5)]));
    }

    #[test]
    fn lines_wind_outwards() {
        let wound = |turn| drawn("coil", "000000/000000/002000/000000/000000/000000", (0, 1), integer(turn));
        assert_eq!(wound(1), grid("333333/300000/302330/300030/333330/000000"));
        assert!(is_undefined("coil", [grid("20"), integer(2), integer(3), Value::Pair(0, 1), integer(0)]));
    }

    #[test]
    fn lines_keep_to_the_nearest_border() {
        let scene = || grid("00000/02000/00000/00004/00000");
        let drawn =
            |colour, line, across| given("homeward", [scene(), integer(colour), integer(line), Value::Boolean(across)]);
        assert_eq!(drawn(4, 3, true), grid("00000/02000/00000/33334/00000"));
        assert_eq!(drawn(10, 10, true), grid("00000/02000/00000/44444/00000"));
        assert_eq!(drawn(2, 3, false), scene());
        let low = given("homeward", [grid("000/000/020/000"), integer(2), integer(3), Value::Boolean(false)]);
        assert_eq!(low, grid("000/000/020/000"));
        let lower = given("homeward", [grid("00000/00000/00200/00000"), integer(2), integer(3), Value::Boolean(false)]);
        assert_eq!(lower, grid("00000/00000/00200/00300"));
    }

    #[test]
    fn what_was_drawn_takes_another_colour() {
        assert_eq!(given("retrace", [grid("1020"), grid("1133"), integer(4)]), grid("1444"));
        assert_eq!(given("retrace", [grid("0020"), grid("0300"), integer(4)]), grid("0400"));
        assert!(is_undefined("retrace", [grid("1"), grid("11"), integer(4)]));
    }
}
