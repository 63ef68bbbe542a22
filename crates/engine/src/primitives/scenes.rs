//! Grids as scenes of things: segmentations beside the interface's own, and what surrounds a thing.
//!
//! The ground of a scene is black where enough of the grid is black, else the most common colour.

use super::objects::segment;
use super::rectangle::Rectangle;
use super::{Argument, Primitive};
use crate::error::Result;
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Cell, Frame, Indices, Object, Place};
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "things",
        signature: "(grid: Grid, univalued: Boolean, diagonal: Boolean) -> Objects",
        doc: "The connected parts of what lies on a grid's ground, of one colour each or of several.",
        run: |machine, args| {
            let ground = ground_of(machine, args[0].grid()?)?;
            let grid = Rectangle::with_rows(machine, args[0])?;
            segment(machine, grid, args[1].is_true(), args[2].is_true(), Some(ground))
        },
    },
    Primitive {
        name: "singles",
        signature: "(grid: Grid) -> Objects",
        doc: "Each cell that lies on a grid's ground as an object of its own.",
        run: |machine, args| singles(machine, args[0].grid()?),
    },
    Primitive {
        name: "figure",
        signature: "(grid: Grid) -> Objects",
        doc: "All that lies on a grid's ground as one object.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let cells = cells(machine, grid)?;
            let figure = Value::object(&cells)?;
            machine.set(if cells.is_empty() { Vec::new() } else { vec![figure] })
        },
    },
    Primitive {
        name: "ground",
        signature: "(grid: Grid) -> Integer",
        doc: "The colour on which things lie: black where it is half as common as any other, else the most common.",
        run: |machine, args| Ok(Value::Integer(i64::from(ground_of(machine, args[0].grid()?)?))),
    },
    Primitive {
        name: "enclosures",
        signature: "(patch: Patch) -> Integer",
        doc: "How many regions a patch encloses.",
        run: |machine, args| {
            let mut count = 0;
            enclosed(machine, args[0], |_| count += 1)?;
            Ok(Value::Integer(count))
        },
    },
    Primitive {
        name: "cavity",
        signature: "(patch: Patch) -> Indices",
        doc: "The places that a patch encloses.",
        run: |machine, args| {
            let mut places = Vec::new();
            enclosed(machine, args[0], |region| places.extend_from_slice(region))?;
            Ok(Value::indices(&places)?)
        },
    },
    Primitive {
        name: "halo",
        signature: "(patch: Patch) -> Indices",
        doc: "The places around a patch that touch it, also at a corner.",
        run: |machine, args| {
            let Some(indices) = args[0].patch(machine)?.indices() else {
                return Ok(Value::empty_set());
            };
            machine.spend(160 * indices.len() as u64)?;
            machine.allocate(64 * indices.len() as u64)?;
            let around = indices.places().flat_map(neighbours);
            let places: Vec<Place> = around.filter(|&place| !indices.contains(place)).collect();
            Ok(Value::indices(&places)?)
        },
    },
    Primitive {
        name: "besides",
        signature: "(grid: Grid, patch: Patch, value: Integer) -> Integer",
        doc: "How many cells of a colour touch a patch, also at a corner.",
        run: |machine, args| {
            let (grid, colour) = (args[0].grid()?, args[2].integer()?);
            let Some(indices) = args[1].patch(machine)?.indices() else {
                return Ok(Value::Integer(0));
            };
            machine.spend(160 * indices.len() as u64)?;
            let is_of_colour = |place: &Place| colour_at(grid, *place).is_some_and(|other| i64::from(other) == colour);
            let mut places: Vec<Place> = indices.places().flat_map(neighbours).filter(is_of_colour).collect();
            places.retain(|&place| !indices.contains(place));
            places.sort_unstable();
            places.dedup();
            Ok(Value::Integer(places.len() as i64))
        },
    },
    Primitive {
        name: "framecount",
        signature: "(grid: Grid, patch: Patch, value: Integer) -> Integer",
        doc: "How many cells of a colour lie in a patch's frame.",
        run: |machine, args| {
            let (grid, colour) = (args[0].grid()?, args[2].integer()?);
            let Some(frame) = args[1].patch(machine)?.frame() else {
                return Ok(Value::Integer(0));
            };
            let places = inside(frame, grid);
            machine
                .spend(3 * (frame.height as u64).saturating_mul(frame.width as u64).min(grid.cells().len() as u64))?;
            let count = places.filter(|&place| colour_at(grid, place).is_some_and(|c| i64::from(c) == colour)).count();
            Ok(Value::Integer(count as i64))
        },
    },
];

/// The colour on which the things of a grid lie.
pub(super) fn ground_of(machine: &mut Machine, grid: &Grid) -> Result<i8> {
    machine.spend(grid.cells().len() as u64 / 2 + 60)?;
    Ok(ground(grid))
}

/// The colour on which the things of a grid lie: black where it is half as common as any other, else the most common.
pub(crate) fn ground(grid: &Grid) -> i8 {
    let histogram = grid.histogram();
    let common = histogram.most_common();
    if 2 * histogram.count(0) >= histogram.count(common) {
        0
    } else {
        common
    }
}

/// The colour of a grid at a place, if that is on it.
pub(super) fn colour_at(grid: &Grid, place: Place) -> Option<i8> {
    grid.get(i64::from(place.row), i64::from(place.column))
}

/// The eight places around a place.
pub(super) fn neighbours(place: Place) -> impl Iterator<Item = Place> {
    const WAYS: [(i32, i32); 8] = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)];
    WAYS.into_iter().map(move |(down, right)| Place::new(place.row + down, place.column + right))
}

/// The places of a frame that are on a grid.
fn inside(frame: Frame, grid: &Grid) -> impl Iterator<Item = Place> {
    let rows = frame.corner.row.max(0)..=frame.bottom().min(grid.height() as i32 - 1);
    let columns = frame.corner.column.max(0)..=frame.right().min(grid.width() as i32 - 1);
    rows.flat_map(move |row| columns.clone().map(move |column| Place::new(row, column)))
}

fn singles(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    let cells = cells(machine, grid)?;
    machine.allocate(cells.len() as u64 * 160)?;
    machine.set(cells.iter().filter_map(|&cell| Object::new(&[cell])).map(Value::Object).collect())
}

/// The cells that lie on a grid's ground.
fn cells(machine: &mut Machine, grid: &Grid) -> Result<Vec<Cell>> {
    let ground = ground_of(machine, grid)?;
    machine.allocate_items(grid.cells().len())?;
    let mut cells: Vec<Cell> = Vec::new();
    for (row, colours) in grid.rows().enumerate() {
        let here = colours.iter().enumerate().filter(|&(_, &colour)| colour != ground);
        cells.extend(here.map(|(column, &colour)| Cell::new(i32::from(colour), row as i32, column as i32)));
    }
    Ok(cells)
}

/// Shows a function each region of a patch's frame that the patch cuts off from the outside, side by side.
fn enclosed(machine: &mut Machine, patch: &Value, mut see: impl FnMut(&[Place])) -> Result<()> {
    let Some(indices) = patch.patch(machine)?.indices() else {
        return Ok(());
    };
    let frame = indices.frame();
    let (height, width) = (frame.height as usize, frame.width as usize);
    let area = (height as u64).saturating_mul(width as u64);
    machine.allocate(area.saturating_mul(10))?;
    machine.spend(area.saturating_mul(4))?;
    let mut is_open = vec![true; height * width];
    for place in indices.places() {
        is_open[spot(frame, place)] = false;
    }
    let mut region = Vec::new();
    for start in 0..is_open.len() {
        if !is_open[start] {
            continue;
        }
        region.clear();
        is_open[start] = false;
        region.push(start);
        let mut next = 0;
        let mut is_enclosed = true;
        while let Some(&at) = region.get(next) {
            next += 1;
            let (row, column) = (at / width, at % width);
            if row == 0 || column == 0 || row + 1 == height || column + 1 == width {
                is_enclosed = false;
            }
            let ways = [
                (row > 0, at.wrapping_sub(width)),
                (column > 0, at.wrapping_sub(1)),
                (column + 1 < width, at + 1),
                (row + 1 < height, at + width),
            ];
            for (is_inside, to) in ways {
                if is_inside && is_open[to] {
                    is_open[to] = false;
                    region.push(to);
                }
            }
        }
        if is_enclosed {
            let place = |&at: &usize| {
                Place::new(frame.corner.row + (at / width) as i32, frame.corner.column + (at % width) as i32)
            };
            see(&region.iter().map(place).collect::<Vec<Place>>());
        }
    }
    Ok(())
}

/// A place's position in a frame, in reading order.
fn spot(frame: Frame, place: Place) -> usize {
    (place.row - frame.corner.row) as usize * frame.width as usize + (place.column - frame.corner.column) as usize
}

/// Whether some place of a set touches one of another, side by side or at a corner.
pub(super) fn touch(a: &Indices, b: &Indices) -> bool {
    let (small, large) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    let (near, far) = (small.frame(), large.frame());
    near.corner.row <= far.bottom() + 1
        && far.corner.row <= near.bottom() + 1
        && near.corner.column <= far.right() + 1
        && far.corner.column <= near.right() + 1
        && small.places().any(|place| neighbours(place).any(|other| large.contains(other)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, indices, integer, object};
    use super::*;

    fn truth(value: bool) -> Value {
        Value::Boolean(value)
    }

    #[test]
    fn black_is_the_ground_unless_another_colour_is_far_more_common() {
        assert_eq!(given("ground", [grid("1110/1100")]), integer(0));
        assert_eq!(given("ground", [grid("1111/1120")]), integer(1));
        assert_eq!(given("ground", [grid("22/23")]), integer(2));
    }

    #[test]
    fn things_lie_on_the_ground() {
        let scene = grid("1110/0000/0220");
        let parts = vec![object(&[(1, 0, 0), (1, 0, 1), (1, 0, 2)]), object(&[(2, 2, 1), (2, 2, 2)])];
        let parts = Value::set(parts).expect("small");
        assert_eq!(given("things", [scene.clone(), truth(true), truth(false)]), parts);
        assert_eq!(given("singles", [scene.clone()]).size(), Some(5));
        assert_eq!(given("figure", [scene]).size(), Some(1));
        let touching = grid("120/000/000");
        assert_eq!(given("things", [touching.clone(), truth(false), truth(false)]).size(), Some(1));
        assert_eq!(given("things", [touching, truth(true), truth(false)]).size(), Some(2));
    }

    #[test]
    fn holes_are_enclosed_on_all_sides() {
        let ring = indices(&[(0, 0), (0, 1), (0, 2), (1, 0), (1, 2), (2, 0), (2, 1), (2, 2)]);
        assert_eq!(given("enclosures", [ring.clone()]), integer(1));
        assert_eq!(given("cavity", [ring]), indices(&[(1, 1)]));
        let open = indices(&[(0, 0), (0, 1), (1, 0)]);
        assert_eq!(given("enclosures", [open.clone()]), integer(0));
        assert_eq!(given("cavity", [open]), Value::empty_set());
    }

    #[test]
    fn a_halo_is_a_ring_of_neighbours() {
        let halo = given("halo", [indices(&[(1, 1)])]);
        assert_eq!(halo, given("neighbors", [Value::Pair(1, 1)]));
    }

    #[test]
    fn cells_of_a_colour_are_counted_around_and_within() {
        let scene = grid("200/010/002");
        let patch = object(&[(1, 1, 1)]);
        assert_eq!(given("besides", [scene.clone(), patch.clone(), integer(2)]), integer(2));
        assert_eq!(given("framecount", [scene.clone(), patch, integer(2)]), integer(0));
        let corners = indices(&[(0, 0), (1, 1)]);
        assert_eq!(given("framecount", [scene, corners, integer(2)]), integer(1));
    }
}
