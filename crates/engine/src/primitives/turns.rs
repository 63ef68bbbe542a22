//! Lines that find their way around what they meet, and cells that are drawn to things.

use super::components::components;
use super::deflection::{beside, lines, turned};
use super::scenes::ground_of;
use super::strokes::{charge_copy, places, Way};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "wander",
        signature: "(grid: Grid, value: Integer, line: Integer, direction: IntegerTuple, turn: Integer) -> Grid",
        doc: "A grid with lines from all cells of a colour that turn right (1) or left (-1) before what they meet, or pass \
              it on the right (2) or on the left (-2), up to the border.",
        run: wander,
    },
    Primitive {
        name: "attract",
        signature: "(grid: Grid, like: Boolean, drop: Boolean) -> Grid",
        doc: "A grid whose lone cells have moved along rows and columns to larger things, of their own colour or of any; \
              those that face none are dropped or not.",
        run: attract,
    },
];

fn wander(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (direction, turn) = (args[3].pair()?, args[4].integer()?);
    if !(-1..=1).contains(&direction.0) || !(-1..=1).contains(&direction.1) || direction == (0, 0) {
        return undefined("the direction is no single step");
    }
    if !matches!(turn, -2 | -1 | 1 | 2) {
        return undefined("turns are -2, -1, 1 and 2");
    }
    lines(machine, args, |ahead, place, way| {
        let straight = beside(place, way);
        if ahead(straight)? {
            return Some((straight, way));
        }
        let aside = turned(way, turn > 0);
        let next = beside(place, aside);
        (ahead(next) == Some(true)).then_some((next, if turn.abs() == 1 { aside } else { way }))
    })
}

fn attract(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    const WAYS: [Way; 4] = [(-1, 0), (0, -1), (0, 1), (1, 0)];
    let grid = args[0].grid()?;
    let (is_like, is_dropped) = (args[1].is_true(), args[2].is_true());
    let ground = ground_of(machine, grid)?;
    charge_copy(machine, grid)?;
    let found = components(machine, grid, true, |colour| colour != ground, |a, b| a == b)?;
    machine.allocate(8 * found.count as u64)?;
    machine.spend(grid.cells().len() as u64)?;
    let mut sizes = vec![0usize; found.count + 1];
    found.labels.iter().for_each(|&label| sizes[usize::from(label)] += 1);
    sizes[0] = 0;
    let size = |at: usize| sizes[usize::from(found.labels[at])];
    let is_lone = |at: usize| size(at) == 1;
    /// A lone cell on its way.
    struct Journey {
        from: usize,
        /// The places that it passes, from its own to the one before the thing.
        path: Vec<usize>,
    }
    let mut journeys: Vec<Journey> = Vec::new();
    let mut stays: Vec<usize> = Vec::new();
    for (at, (from, &colour)) in places(grid).zip(grid.cells()).enumerate() {
        if !is_lone(at) {
            continue;
        }
        let mut nearest: Option<Vec<usize>> = None;
        for way in WAYS {
            let mut path = vec![at];
            let mut place = (from.0 + way.0, from.1 + way.1);
            while let Some(next) = grid.offset(place.0, place.1) {
                machine.spend(4)?;
                if size(next) > 1 {
                    let is_aim = !is_like || grid.cells()[next] == colour;
                    if is_aim && nearest.as_ref().is_none_or(|known| path.len() < known.len()) {
                        nearest = Some(path);
                    }
                    break;
                }
                path.push(next);
                place = (place.0 + way.0, place.1 + way.1);
            }
        }
        match nearest {
            Some(path) => {
                machine.allocate(8 * path.len() as u64)?;
                journeys.push(Journey { from: at, path });
            }
            None => stays.push(at),
        }
    }
    // Those that are nearer arrive first, and the others stop before them.
    journeys.sort_by_key(|journey| journey.path.len());
    Ok(Value::Grid(grid.edited(|cells| {
        let colours: Vec<i8> = journeys.iter().map(|journey| cells[journey.from]).collect();
        journeys.iter().for_each(|journey| cells[journey.from] = ground);
        if is_dropped {
            stays.iter().for_each(|&at| cells[at] = ground);
        }
        for (journey, colour) in journeys.iter().zip(colours) {
            if let Some(&at) = journey.path.iter().rev().find(|&&at| cells[at] == ground) {
                cells[at] = colour;
            }
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    fn wandered(scene: &str, direction: (i64, i64), turn: i64) -> Value {
        let direction = Value::Pair(direction.0, direction.1);
        given("wander", [grid(scene), integer(2), integer(3), direction, integer(turn)])
    }

    #[test]
    fn lines_turn_before_what_they_meet() {
        assert_eq!(wandered("0000/0500/0000/0200", (-1, 0), 1), grid("0000/0500/0333/0200"));
        assert_eq!(wandered("0000/0500/0000/0200", (-1, 0), -1), grid("0000/0500/3300/0200"));
        let direction = Value::Pair(0, 2);
        assert!(is_undefined("wander", [grid("20"), integer(2), integer(3), direction, integer(1)]));
        assert!(is_undefined("wander", [grid("20"), integer(2), integer(3), Value::Pair(0, 1), integer(0)]));
    }

    #[test]
    fn lines_pass_what_they_meet() {
        assert_eq!(wandered("0000/0500/0000/0200", (-1, 0), 2), grid("0030/0530/0330/0200"));
        assert_eq!(wandered("0000/0500/0000/0200", (-1, 0), -2), grid("3000/3500/3300/0200"));
    }

    #[test]
    fn lone_cells_are_drawn_to_things() {
        let scene = || grid("11000/11001/00000/00000/20003/00000/33300");
        let moved = |like, drop| given("attract", [scene(), Value::Boolean(like), Value::Boolean(drop)]);
        assert_eq!(moved(true, false), grid("11000/11100/00000/00000/20003/00000/33300"));
        assert_eq!(moved(true, true), grid("11000/11100/00000/00000/00000/00000/33300"));
        assert_eq!(moved(false, true), grid("11000/11100/00000/00000/00000/20000/33300"));
        let queue = given("attract", [grid("110101"), Value::Boolean(true), Value::Boolean(false)]);
        assert_eq!(queue, grid("111100"));
    }
}
