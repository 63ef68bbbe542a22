//! Holes, outlines and frames of what lies on the ground, each drawn as a picture of the same size.

use smallvec::SmallVec;

use super::components::{ground, parts, Padded, Span};
use super::{Argument, Primitive};
use crate::error::Result;
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "holes",
        signature: "(grid: Grid) -> Grid",
        doc: "The black regions that do not reach the border, each in the most common colour around it.",
        run: |machine, args| regions(machine, args[0].grid()?, false),
    },
    Primitive {
        name: "surroundings",
        signature: "(grid: Grid) -> Grid",
        doc: "The black regions that reach the border, each in the most common colour around it.",
        run: |machine, args| regions(machine, args[0].grid()?, true),
    },
    Primitive {
        name: "outline",
        signature: "(grid: Grid, diagonal: Boolean) -> Grid",
        doc: "The black cells that touch another colour, in that colour, also over corners or not.",
        run: |machine, args| outline(machine, args[0].grid()?, args[1].is_true()),
    },
    Primitive {
        name: "rim",
        signature: "(grid: Grid, diagonal: Boolean) -> Grid",
        doc: "The cells that touch black or the border, also over corners or not, all else black.",
        run: |machine, args| rim(machine, args[0].grid()?, args[1].is_true(), true),
    },
    Primitive {
        name: "core",
        signature: "(grid: Grid, diagonal: Boolean) -> Grid",
        doc: "The cells that touch neither black nor the border, also over corners or not, all else black.",
        run: |machine, args| rim(machine, args[0].grid()?, args[1].is_true(), false),
    },
    Primitive {
        name: "backdrops",
        signature: "(grid: Grid) -> Grid",
        doc: "The frames of all connected parts, each filled with its part's most common colour.",
        run: |machine, args| framed(machine, args[0].grid()?, |_, _, _| true),
    },
    Primitive {
        name: "boxes",
        signature: "(grid: Grid) -> Grid",
        doc: "The borders of the frames of all connected parts, each in its part's most common colour.",
        run: |machine, args| {
            framed(machine, args[0].grid()?, |span, row, column| {
                row == span.top || row == span.bottom || column == span.left || column == span.right
            })
        },
    },
    Primitive {
        name: "middles",
        signature: "(grid: Grid) -> Grid",
        doc: "The middle cells of the frames of all connected parts, each in its part's most common colour.",
        run: |machine, args| {
            framed(machine, args[0].grid()?, |span, row, column| {
                let is_middle =
                    |first: usize, last: usize, at: usize| at == (first + last) / 2 || at == (first + last).div_ceil(2);
                is_middle(span.top, span.bottom, row) && is_middle(span.left, span.right, column)
            })
        },
    },
    Primitive {
        name: "vertices",
        signature: "(grid: Grid) -> Grid",
        doc: "The corners of the frames of all connected parts, each in its part's most common colour.",
        run: |machine, args| {
            framed(machine, args[0].grid()?, |span, row, column| {
                (row == span.top || row == span.bottom) && (column == span.left || column == span.right)
            })
        },
    },
    Primitive {
        name: "crosses",
        signature: "(grid: Grid) -> Grid",
        doc: "The whole rows and columns of all cells that are not black, rows below columns, in their colours.",
        run: |machine, args| crosses(machine, args[0].grid()?),
    },
    Primitive {
        name: "margin",
        signature: "(grid: Grid) -> Grid",
        doc: "The outermost rows and columns of a grid in its most common colour but black, all else black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let ink = super::pictures::ink(machine, grid)?;
            let (height, width) = (grid.height(), grid.width());
            redrawn(machine, grid, |_, at| {
                let (row, column) = (at / width, at % width);
                let is_border = row == 0 || column == 0 || row + 1 == height || column + 1 == width;
                i8::from(is_border) * ink
            })
        },
    },
];

/// A grid of the same size whose cells follow from the whole.
fn redrawn(machine: &mut Machine, grid: &Grid, colour: impl Fn(&[i8], usize) -> i8) -> Result<Value> {
    machine.allocate(grid.cells().len() as u64 + 24)?;
    machine.spend(2 * grid.cells().len() as u64)?;
    let before = grid.cells();
    Ok(Value::Grid(grid.edited(|cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            *cell = colour(before, at);
        }
    })))
}

/// Counts of the ten colours of task grids.
type Counts = [u32; 10];

fn count(counts: &mut Counts, colour: i8) {
    if let Some(count) = usize::try_from(colour).ok().and_then(|at| counts.get_mut(at)) {
        *count += 1;
    }
}

/// The most frequent colour but black, the smallest of several; black if there is none.
fn most(counts: &Counts) -> i8 {
    let mut best = 0;
    for colour in 1..10 {
        if counts[colour] > if best == 0 { 0 } else { counts[best] } {
            best = colour;
        }
    }
    best as i8
}

fn regions(machine: &mut Machine, grid: &Grid, open: bool) -> Result<Value> {
    let (regions, is_open) = ground(machine, grid)?;
    machine.spend(6 * grid.cells().len() as u64)?;
    let mut colours = vec![0; regions.count + 1];
    if is_open[1..].contains(&open) {
        let padded = Padded::new(grid, 0);
        let steps: [isize; 4] = padded.steps();
        let mut around = vec![Counts::default(); regions.count + 1];
        for (row, labels) in regions.labels.chunks_exact(grid.width()).enumerate() {
            let start = (row + 1) * padded.stride + 1;
            for (place, &label) in (start..).zip(labels) {
                if label != 0 && is_open[usize::from(label)] == open {
                    for step in steps {
                        count(&mut around[usize::from(label)], padded.cells[place.wrapping_add_signed(step)]);
                    }
                }
            }
        }
        colours = around.iter().map(most).collect();
    }
    redrawn(machine, grid, |_, at| colours[usize::from(regions.labels[at])])
}

/// The distances to the cells that touch one, over corners too or not.
fn steps(padded: &Padded, diagonal: bool) -> SmallVec<[isize; 8]> {
    match diagonal {
        true => padded.steps::<8>().into(),
        false => SmallVec::from_slice(&padded.steps::<4>()),
    }
}

fn outline(machine: &mut Machine, grid: &Grid, diagonal: bool) -> Result<Value> {
    machine.allocate(2 * grid.cells().len() as u64 + 48)?;
    machine.spend(5 * grid.cells().len() as u64)?;
    let padded = Padded::new(grid, 0);
    let mut drawn = vec![0; padded.cells.len()];
    // All cells at a time, one direction after the other, the first that counts last: vector operations.
    for step in steps(&padded, diagonal).into_iter().rev() {
        let others = padded.beside(step);
        padded.inner(&mut drawn).iter_mut().zip(others).for_each(|(cell, &other)| {
            *cell = if other != 0 { other } else { *cell };
        });
    }
    let own = padded.beside(0);
    padded.inner(&mut drawn).iter_mut().zip(own).for_each(|(cell, &own)| *cell *= i8::from(own == 0));
    Ok(Value::Grid(Padded { cells: drawn, stride: padded.stride }.inside(grid)))
}

/// The cells that touch black or the border, or those that do not.
fn rim(machine: &mut Machine, grid: &Grid, diagonal: bool, is_rim: bool) -> Result<Value> {
    machine.allocate(2 * grid.cells().len() as u64 + 48)?;
    machine.spend(5 * grid.cells().len() as u64)?;
    let mut padded = Padded::new(grid, 0);
    // All cells at a time, one direction after the other: vector operations.
    let mut touches = vec![0; padded.cells.len()];
    for step in steps(&padded, diagonal) {
        let others = padded.beside(step);
        padded
            .inner(&mut touches)
            .iter_mut()
            .zip(others)
            .for_each(|(touches, &colour)| *touches |= u8::from(colour == 0));
    }
    let is_rim = u8::from(is_rim);
    padded.cells.iter_mut().zip(&touches).for_each(|(cell, &touches)| *cell *= i8::from(touches == is_rim));
    Ok(Value::Grid(padded.inside(grid)))
}

/// Cells of the frame of each part that a condition on the frame, row and column admits.
fn framed(machine: &mut Machine, grid: &Grid, admits: impl Fn(Span, usize, usize) -> bool) -> Result<Value> {
    let parts = parts(machine, grid, false, true)?;
    let width = grid.width();
    let spans = parts.spans(width);
    let mut counts = vec![Counts::default(); parts.count];
    for (&label, &colour) in parts.labels.iter().zip(grid.cells()) {
        if label != 0 {
            count(&mut counts[usize::from(label) - 1], colour);
        }
    }
    let area: usize = spans.iter().map(|span| span.height() * span.width()).sum();
    machine.spend(2 * area as u64)?;
    machine.allocate(grid.cells().len() as u64 + 24)?;
    Ok(Value::Grid(grid.edited(|cells| {
        cells.fill(0);
        for (&span, counts) in spans.iter().zip(&counts) {
            let colour = most(counts);
            for row in span.top..=span.bottom {
                let line = &mut cells[row * width..][span.left..=span.right];
                for (column, cell) in (span.left..).zip(line) {
                    *cell = if admits(span, row, column) { colour } else { *cell };
                }
            }
        }
    })))
}

fn crosses(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    let width = grid.width();
    machine.spend(2 * grid.cells().len() as u64)?;
    let mut columns = vec![0; width];
    let mut rows = vec![0; grid.height()];
    for (at, &colour) in grid.cells().iter().enumerate() {
        if colour != 0 {
            rows[at / width] = colour;
            columns[at % width] = colour;
        }
    }
    redrawn(machine, grid, |cells, at| match (cells[at], columns[at % width]) {
        (0, 0) => rows[at / width],
        (0, column) => column,
        (colour, _) => colour,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid};
    use crate::value::Value;

    #[test]
    fn holes_take_the_colour_around_them() {
        let ring = || grid("11100/10100/11100/00000");
        assert_eq!(given("holes", [ring()]), grid("00000/01000/00000/00000"));
        assert_eq!(given("surroundings", [ring()]), grid("00011/00011/00011/11111"));
        assert_eq!(given("holes", [grid("010")]), grid("000"));
    }

    #[test]
    fn outlines_lie_around_and_rims_within() {
        assert_eq!(given("outline", [grid("0000/0200/0000"), Value::Boolean(false)]), grid("0200/2020/0200"));
        assert_eq!(given("outline", [grid("0000/0200/0000"), Value::Boolean(true)]), grid("2220/2020/2220"));
        let square = || grid("00000/03330/03330/03330/00000");
        assert_eq!(given("rim", [square(), Value::Boolean(false)]), grid("00000/03330/03030/03330/00000"));
        assert_eq!(given("core", [square(), Value::Boolean(true)]), grid("00000/00000/00300/00000/00000"));
    }

    #[test]
    fn frames_are_drawn_for_each_part() {
        let parts = || grid("1000/1100/0000/0005");
        assert_eq!(given("backdrops", [parts()]), grid("1100/1100/0000/0005"));
        assert_eq!(given("boxes", [grid("101/010/101")]), grid("111/101/111"));
        assert_eq!(given("vertices", [grid("010/111/010")]), grid("101/000/101"));
        assert_eq!(given("middles", [grid("101/010/101")]), grid("000/010/000"));
    }

    #[test]
    fn crosses_and_margins_reach_the_border() {
        assert_eq!(given("crosses", [grid("000/030/000")]), grid("030/333/030"));
        assert_eq!(given("margin", [grid("000/030/000")]), grid("333/303/333"));
    }
}
