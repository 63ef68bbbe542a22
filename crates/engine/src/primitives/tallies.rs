//! Pictures of counts: gauges, histograms, colours in an order; and templates stamped at anchors.

use super::rectangle::rectangle;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "gauge",
        signature: "(n: Integer, color: Integer, dims: IntegerTuple) -> Grid",
        doc: "A black grid of a height and a width, its first cells in reading order in a colour.",
        run: gauge,
    },
    Primitive {
        name: "levels",
        signature: "(n: Integer, color: Integer, ranks: Grid) -> Grid",
        doc: "A black grid with a colour where another grid has a positive number that is not above a given one.",
        run: |machine, args| {
            let (number, colour, ranks) = (args[0].integer()?, colour(args[1])?, args[2].grid()?);
            let is_reached = |rank: i8| rank > 0 && i64::from(rank) <= number;
            rectangle(machine, ranks.height() as u64, ranks.width() as u64, |cells| {
                let reached = cells.iter_mut().zip(ranks.cells()).filter(|(_, &rank)| is_reached(rank));
                reached.for_each(|(cell, _)| *cell = colour);
            })
        },
    },
    Primitive {
        name: "diagonal",
        signature: "(n: Integer, color: Integer) -> Grid",
        doc: "A black square of a side, its diagonal from the upper left in a colour.",
        run: |machine, args| {
            let (side, colour) = (count(args[0])?, colour(args[1])?);
            rectangle(machine, side, side, |cells| {
                cells.iter_mut().step_by(side as usize + 1).for_each(|cell| *cell = colour);
            })
        },
    },
    Primitive {
        name: "census",
        signature: "(grid: Grid, measure: (Grid) -> Integer) -> Grid",
        doc: "The colours of a grid but black, one below the other, descending by a measure of the grid of their cells.",
        run: |machine, args| {
            let colours: Vec<i8> = census(machine, args)?.into_iter().map(|(_, colour)| colour).collect();
            rectangle(machine, colours.len() as u64, 1, |cells| cells.copy_from_slice(&colours))
        },
    },
    Primitive {
        name: "bars",
        signature: "(grid: Grid, measure: (Grid) -> Integer) -> Grid",
        doc: "The colours of a grid but black as bars one below the other, descending by a measure of the grid of their \
              cells, which is the length of their bars.",
        run: bars,
    },
    Primitive {
        name: "topmost",
        signature: "(grid: Grid) -> Integer",
        doc: "How many cells in reading order are not before the first one that is not black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 / 2)?;
            let first = grid.cells().iter().position(|&colour| colour != 0);
            Ok(Value::Integer((grid.cells().len() - first.unwrap_or(grid.cells().len())) as i64))
        },
    },
    Primitive {
        name: "stamp",
        signature: "(grid: Grid, anchor: Integer, template: Grid) -> Grid",
        doc: "A grid with a template laid on all cells of a colour, or all that are not black for 10, its middle on them; \
              in the template 10 stands for the colour of the cell, and -1 lets the grid show through.",
        run: stamp,
    },
];

/// What stands for any colour but black, and in a template for the anchor's own.
const OWN: i8 = 10;

/// What lets a grid show through a template.
const THROUGH: i8 = -1;

fn count(value: &Value) -> Result<u64> {
    match u64::try_from(value.integer()?) {
        Ok(count) => Ok(count),
        Err(_) => undefined("the number is negative"),
    }
}

fn colour(value: &Value) -> Result<i8> {
    i8::try_from(value.integer()?).map_err(|_| Fault::Overflow.into())
}

fn gauge(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (length, colour) = (count(args[0])?, colour(args[1])?);
    let (height, width) = args[2].pair()?;
    let side = |length: i64| u64::try_from(length).unwrap_or(0);
    if length > side(height).saturating_mul(side(width)) {
        return undefined("the grid is too small for the number");
    }
    rectangle(machine, side(height), side(width), |cells| cells[..length as usize].fill(colour))
}

/// The colours of a grid but black with their measures, descending.
fn census(machine: &mut Machine, args: Args<'_>) -> Result<Vec<(i64, i8)>> {
    let grid = args[0].grid()?;
    machine.spend(grid.cells().len() as u64 / 2 + 60)?;
    let colours: Vec<i8> = grid.histogram().counts().map(|(colour, _)| colour).filter(|&colour| colour != 0).collect();
    let mut census = Vec::with_capacity(colours.len());
    for colour in colours {
        machine.allocate(grid.cells().len() as u64)?;
        let only = grid.edited(|cells| cells.iter_mut().filter(|cell| **cell != colour).for_each(|cell| *cell = 0));
        census.push((machine.apply(args[1], &[&Value::Grid(only)])?.integer()?, colour));
    }
    census.sort_by_key(|&(measure, _)| std::cmp::Reverse(measure));
    if census.is_empty() {
        return undefined("the grid is black");
    }
    Ok(census)
}

fn bars(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let census = census(machine, args)?;
    let lengths: Vec<u64> = census.iter().map(|&(length, _)| u64::try_from(length).unwrap_or(0)).collect();
    let width = lengths.iter().copied().max().unwrap_or(0);
    if width == 0 {
        return undefined("all bars are empty");
    }
    rectangle(machine, census.len() as u64, width, |cells| {
        let rows = cells.chunks_exact_mut(width as usize);
        for ((row, &(_, colour)), &length) in rows.zip(&census).zip(&lengths) {
            row[..length as usize].fill(colour);
        }
    })
}

fn stamp(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grid, anchor, template) = (args[0].grid()?, colour(args[1])?, args[2].grid()?);
    let is_anchor = |colour: i8| if anchor == OWN { colour != 0 } else { colour == anchor };
    let anchors: Vec<usize> = (0..grid.cells().len()).filter(|&at| is_anchor(grid.cells()[at])).collect();
    machine.allocate(grid.cells().len() as u64 + anchors.len() as u64 * 8)?;
    machine.spend((anchors.len() as u64).saturating_mul(template.cells().len() as u64 * 3))?;
    let middle = ((template.height() / 2) as i64, (template.width() / 2) as i64);
    Ok(Value::Grid(grid.edited(|cells| {
        for at in anchors {
            let (row, column) = ((at / grid.width()) as i64 - middle.0, (at % grid.width()) as i64 - middle.1);
            for (spot, &colour) in template.cells().iter().enumerate().filter(|(_, &colour)| colour != THROUGH) {
                let (down, right) = ((spot / template.width()) as i64, (spot % template.width()) as i64);
                if let Some(place) = grid.offset(row + down, column + right) {
                    cells[place] = if colour == OWN { grid.cells()[at] } else { colour };
                }
            }
        }
    })))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;
    use crate::function::Function;
    use crate::grid::Grid;

    fn function(name: &str) -> Value {
        Value::Function(Function::Primitive(super::super::find(name).expect("a primitive")))
    }

    #[test]
    fn a_gauge_shows_a_number() {
        assert_eq!(given("gauge", [integer(4), integer(7), Value::Pair(2, 3)]), grid("777/700"));
        assert!(is_undefined("gauge", [integer(7), integer(7), Value::Pair(2, 3)]));
        assert!(is_undefined("gauge", [integer(-1), integer(7), Value::Pair(2, 3)]));
    }

    #[test]
    fn levels_are_reached_one_after_the_other() {
        assert_eq!(given("levels", [integer(2), integer(7), grid("103/021")]), grid("700/077"));
    }

    #[test]
    fn a_diagonal_has_a_length() {
        assert_eq!(given("diagonal", [integer(2), integer(3)]), grid("30/03"));
        assert!(is_undefined("diagonal", [integer(-2), integer(3)]));
    }

    #[test]
    fn colours_are_ordered_by_a_measure() {
        let picture = || grid("2022/1110/0001");
        assert_eq!(given("census", [picture(), function("ink")]), grid("1/2"));
        assert_eq!(given("census", [picture(), function("topmost")]), grid("2/1"));
        assert_eq!(given("bars", [picture(), function("ink")]), grid("1111/2220"));
        assert!(is_undefined("census", [grid("00"), function("ink")]));
    }

    #[test]
    fn templates_are_stamped() {
        let picture = || grid("0000/0300/0004");
        let template = Value::Grid(Grid::new(3, 3, &[-1, 5, -1, 5, 10, 5, -1, 5, -1]).expect("a grid"));
        assert_eq!(given("stamp", [picture(), integer(3), template.clone()]), grid("0500/5350/0504"));
        assert_eq!(given("stamp", [picture(), integer(10), template]), grid("0500/5355/0554"));
    }
}
