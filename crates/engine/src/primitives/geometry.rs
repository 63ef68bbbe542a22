//! Grids turned, mirrored, scaled and cut.

use std::ops::Range;

use super::rectangle::{rectangle, Rectangle};
use super::segmentation::uniform_lines;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Fault, Result};
use crate::machine::Machine;
use crate::patch::Spot;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "rot90",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid turned clockwise by a quarter.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            turned(machine, grid, |row, column| (grid.height - 1 - column, row))
        },
    },
    Primitive {
        name: "rot180",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid turned by half.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            rectangle(machine, grid.height as u64, grid.width as u64, |cells| {
                cells.copy_from_slice(grid.cells);
                cells.reverse();
            })
        },
    },
    Primitive {
        name: "rot270",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid turned anticlockwise by a quarter.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            turned(machine, grid, |row, column| (column, grid.width - 1 - row))
        },
    },
    Primitive {
        name: "hmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch upside down: mirrored at a horizontal line.",
        run: hmirror,
    },
    Primitive {
        name: "vmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch with left and right swapped: mirrored at a vertical line.",
        run: vmirror,
    },
    Primitive {
        name: "dmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch with rows and columns swapped: mirrored at the diagonal from its upper left corner.",
        run: dmirror,
    },
    Primitive {
        name: "cmirror",
        signature: "(piece: Piece@p) -> Piece@p",
        doc: "A grid or patch mirrored at the diagonal from its upper right corner.",
        run: cmirror,
    },
    Primitive {
        name: "hupscale",
        signature: "(grid: Grid, factor: Integer) -> Grid",
        doc: "A grid with each column repeated.",
        run: |machine, args| {
            upscaled(machine, Rectangle::of(args[0])?, 1, factor(args[1])?)
        },
    },
    Primitive {
        name: "vupscale",
        signature: "(grid: Grid, factor: Integer) -> Grid",
        doc: "A grid with each row repeated.",
        run: |machine, args| {
            upscaled(machine, Rectangle::of(args[0])?, factor(args[1])?, 1)
        },
    },
    Primitive {
        name: "upscale",
        signature: "(element: Element@e, factor: Integer) -> Element@e",
        doc: "A grid or object with each cell made a square; an object keeps its upper left corner.",
        run: upscale,
    },
    Primitive {
        name: "downscale",
        signature: "(grid: Grid, factor: Integer) -> Grid",
        doc: "Each so many-th row and column of a grid, from the first.",
        run: downscale,
    },
    Primitive {
        name: "crop",
        signature: "(grid: Grid, start: IntegerTuple, dims: IntegerTuple) -> Grid",
        doc: "The part of a grid from a place, of a height and a width; a negative start counts from the end.",
        run: |machine, args| {
            crop(machine, Rectangle::of(args[0])?, args[1].pair()?, args[2].pair()?)
        },
    },
    Primitive {
        name: "subgrid",
        signature: "(patch: Patch, grid: Grid) -> Grid",
        doc: "The part of a grid in a patch's frame.",
        run: |machine, args| {
            let Some(frame) = args[0].patch()?.frame() else {
                return undefined("the patch is empty");
            };
            let start = (i64::from(frame.corner.row), i64::from(frame.corner.column));
            let dims = (i64::from(frame.height), i64::from(frame.width));
            crop(machine, Rectangle::of(args[1])?, start, dims)
        },
    },
    Primitive {
        name: "trim",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without its outermost rows and columns.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            let inner = |length: usize| 1.min(length)..length.saturating_sub(1).max(1.min(length));
            grid.cut(machine, inner(grid.height), inner(grid.width))
        },
    },
    Primitive {
        name: "tophalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The upper half of a grid, without the middle row.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            grid.cut(machine, 0..grid.height / 2, 0..grid.width)
        },
    },
    Primitive {
        name: "bottomhalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The lower half of a grid, without the middle row.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            grid.cut(machine, grid.height.div_ceil(2)..grid.height, 0..grid.width)
        },
    },
    Primitive {
        name: "lefthalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The left half of a grid, without the middle column.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            columns(machine, grid, 0..grid.width / 2)
        },
    },
    Primitive {
        name: "righthalf",
        signature: "(grid: Grid) -> Grid",
        doc: "The right half of a grid, without the middle column.",
        run: |machine, args| {
            let grid = Rectangle::of(args[0])?;
            columns(machine, grid, grid.width.div_ceil(2)..grid.width)
        },
    },
    Primitive {
        name: "hsplit",
        signature: "(grid: Grid, n: Integer) -> Tuple[Grid]",
        doc: "A grid cut from left to right into a number of parts of equal width; where it does not divide evenly, a \
              column is left out between them.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(args[0])?;
            split(machine, grid.width, args[1].integer()?, |machine, columns| {
                grid.cut(machine, 0..grid.height, columns)
            })
        },
    },
    Primitive {
        name: "vsplit",
        signature: "(grid: Grid, n: Integer) -> Tuple[Grid]",
        doc: "A grid cut from top to bottom into a number of parts of equal height; where it does not divide evenly, a \
              row is left out between them.",
        run: |machine, args| {
            let grid = Rectangle::with_rows(args[0])?;
            split(machine, grid.height, args[1].integer()?, |machine, rows| {
                grid.cut(machine, rows, 0..grid.width)
            })
        },
    },
    Primitive {
        name: "compress",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without the rows and columns that have one colour only.",
        run: compress,
    },
    Primitive {
        name: "index",
        signature: "(grid: Grid, loc: IntegerTuple) -> Integer",
        doc: "The colour at a place of a grid; nothing outside.",
        run: |_, args| {
            let grid = Rectangle::with_rows(args[0])?;
            let (row, column) = args[1].pair()?;
            let colour = grid.offset(row, column).map(|at| i64::from(grid.cells[at]));
            Ok(colour.map_or(Value::None, Value::Integer))
        },
    },
];

/// A grid with rows and columns swapped, each cell fetched from the row and column that `source` gives for it.
fn turned(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    source: impl Fn(usize, usize) -> (usize, usize),
) -> Result<Value> {
    machine.spend(grid.cells.len() as u64)?;
    // Without columns, the new grid has no rows.
    rectangle(machine, grid.width as u64, grid.height as u64, |cells| {
        for (row, target) in cells.chunks_exact_mut(grid.height).enumerate() {
            for (column, cell) in target.iter_mut().enumerate() {
                let (row, column) = source(row, column);
                *cell = grid.cells[row * grid.width + column];
            }
        }
    })
}

/// A patch mirrored within its frame, or the fault of a value that is no piece.
///
/// `carry` maps a spot, given the last row and the last column of the frame; `swaps` says that rows become columns.
fn mirrored_patch(
    machine: &mut Machine,
    piece: &Value,
    swaps: bool,
    carry: impl Fn(Spot, usize, usize) -> Spot,
) -> Result<Value> {
    let size = piece.size().unwrap_or(0) as u64;
    machine.allocate(size * 8 + 64)?;
    machine.spend(size * 8)?;
    let frame = match piece {
        Value::Indices(indices) => indices.frame(),
        Value::Object(object) => object.frame(),
        Value::Set(items) if items.is_empty() => return undefined("the patch is empty"),
        other => return Err(other.unexpected("Piece")),
    };
    let (bottom, right) = (frame.height as usize - 1, frame.width as usize - 1);
    let (height, width) = match swaps {
        true => (frame.width, frame.height),
        false => (frame.height, frame.width),
    };
    let carry = |spot| carry(spot, bottom, right);
    Ok(match piece {
        Value::Indices(indices) => Value::Indices(indices.rearranged(height, width, carry)),
        Value::Object(object) => Value::Object(object.rearranged(height, width, carry)),
        other => return Err(other.unexpected("Piece")),
    })
}

/// A tuple with its elements in reverse order; `None` of other values.
fn reversed(machine: &mut Machine, value: &Value) -> Result<Option<Value>> {
    let Some(elements) = value.elements().filter(|_| !value.is_set()) else {
        return Ok(None);
    };
    machine.allocate_items(elements.len())?;
    let mut items: Vec<Value> = elements.collect();
    items.reverse();
    Ok(Some(Value::tuple(items)?))
}

fn hmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    if let Value::Grid(_) = args[0] {
        let grid = Rectangle::of(args[0])?;
        return rectangle(machine, grid.height as u64, grid.width as u64, |cells| {
            for (target, row) in cells.chunks_exact_mut(grid.width).zip(grid.rows().rev()) {
                target.copy_from_slice(row);
            }
        });
    }
    // Grids of other forms, as ragged ones: any tuple.
    if let Some(tuple) = reversed(machine, args[0])? {
        return Ok(tuple);
    }
    mirrored_patch(machine, args[0], false, |spot, bottom, _| {
        Spot::on_grid(bottom - spot.row(), spot.column())
    })
}

fn vmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    match args[0] {
        Value::Grid(_) => {
            let grid = Rectangle::of(args[0])?;
            rectangle(machine, grid.height as u64, grid.width as u64, |cells| {
                cells.copy_from_slice(grid.cells);
                cells.chunks_exact_mut(grid.width).for_each(<[i8]>::reverse);
            })
        }
        Value::Tuple(rows) => {
            machine.allocate_items(rows.len())?;
            let mut mirrored = Vec::with_capacity(rows.len());
            for row in rows.iter() {
                let row = reversed(machine, row)?;
                mirrored.push(row.ok_or_else(|| args[0].unexpected("Piece"))?);
            }
            Ok(Value::tuple(mirrored)?)
        }
        piece => mirrored_patch(machine, piece, false, |spot, _, right| {
            Spot::on_grid(spot.row(), right - spot.column())
        }),
    }
}

fn dmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    if let Value::Grid(_) | Value::Tuple(_) = args[0] {
        let grid = Rectangle::of(args[0])?;
        return turned(machine, grid, |row, column| (column, row));
    }
    mirrored_patch(machine, args[0], true, |spot, _, _| {
        Spot::on_grid(spot.column(), spot.row())
    })
}

fn cmirror(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    if let Value::Grid(_) | Value::Tuple(_) = args[0] {
        let grid = Rectangle::of(args[0])?;
        return turned(machine, grid, |row, column| {
            (grid.height - 1 - column, grid.width - 1 - row)
        });
    }
    mirrored_patch(machine, args[0], true, |spot, bottom, right| {
        Spot::on_grid(right - spot.column(), bottom - spot.row())
    })
}

/// How often to repeat: never, if the number is negative.
fn factor(value: &Value) -> Result<u64> {
    Ok(value.integer()?.max(0).unsigned_abs())
}

/// A grid with each row and each column repeated.
fn upscaled(machine: &mut Machine, grid: Rectangle<'_>, down: u64, across: u64) -> Result<Value> {
    let height = (grid.height as u64).saturating_mul(down);
    let width = (grid.width as u64).saturating_mul(across);
    machine.spend(grid.cells.len() as u64 * 2)?;
    rectangle(machine, height, width, |cells| {
        // What is written has been allocated, so that the factors are small.
        let (down, across) = (down as usize, across as usize);
        let width = grid.width * across;
        for (block, row) in cells.chunks_exact_mut(width * down).zip(grid.rows()) {
            for (cells, &colour) in block.chunks_exact_mut(across).zip(row) {
                cells.fill(colour);
            }
            let (first, rest) = block.split_at_mut(width);
            for copy in rest.chunks_exact_mut(width) {
                copy.copy_from_slice(first);
            }
        }
    })
}

fn upscale(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let factor = factor(args[1])?;
    match args[0] {
        Value::Object(object) => {
            let cells = (object.len() as u64).saturating_mul(factor.saturating_mul(factor));
            machine.allocate(cells.saturating_mul(8))?;
            machine.spend(cells)?;
            if factor == 0 {
                return Ok(Value::empty_set());
            }
            let factor = u16::try_from(factor).map_err(|_| Fault::Overflow)?;
            let object = object.upscaled(factor).ok_or(Fault::Overflow)?;
            Ok(Value::Object(object))
        }
        Value::Set(items) if items.is_empty() => Ok(Value::empty_set()),
        Value::Grid(_) | Value::Tuple(_) => {
            upscaled(machine, Rectangle::of(args[0])?, factor, factor)
        }
        other => Err(other.unexpected("Element")),
    }
}

fn downscale(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::with_rows(args[0])?;
    // The sign does not matter: only the first of each group is kept.
    let factor = args[1].integer()?.unsigned_abs();
    if factor == 0 {
        return undefined("division by zero");
    }
    let (height, width) = (grid.height as u64, grid.width as u64);
    rectangle(
        machine,
        height.div_ceil(factor),
        width.div_ceil(factor),
        |cells| {
            let step = usize::try_from(factor).unwrap_or(usize::MAX);
            let width = grid.width.div_ceil(step);
            for (target, row) in cells.chunks_exact_mut(width).zip(grid.rows().step_by(step)) {
                for (cell, &colour) in target.iter_mut().zip(row.iter().step_by(step)) {
                    *cell = colour;
                }
            }
        },
    )
}

/// The part of a sequence from a start, of a size, as Python slices it: a negative end counts from the sequence's end.
fn slice(length: usize, start: i64, size: i64) -> Range<usize> {
    let clamp = |bound: i64| match bound < 0 {
        true => length.saturating_sub(usize::try_from(bound.unsigned_abs()).unwrap_or(usize::MAX)),
        false => length.min(usize::try_from(bound).unwrap_or(usize::MAX)),
    };
    let first = clamp(start);
    first..clamp(start.saturating_add(size)).max(first)
}

fn crop(
    machine: &mut Machine,
    grid: Rectangle<'_>,
    start: (i64, i64),
    dims: (i64, i64),
) -> Result<Value> {
    let rows = slice(grid.height, start.0, dims.0);
    grid.cut(machine, rows, slice(grid.width, start.1, dims.1))
}

/// Some columns of a grid; without columns there are no rows either.
fn columns(machine: &mut Machine, grid: Rectangle<'_>, columns: Range<usize>) -> Result<Value> {
    if columns.is_empty() {
        return Ok(Value::empty_tuple());
    }
    grid.cut(machine, 0..grid.height, columns)
}

/// The tuple of `parts` cuts of equal length, with gaps of one between them if the length does not divide evenly.
fn split(
    machine: &mut Machine,
    length: usize,
    parts: i64,
    cut: impl Fn(&mut Machine, Range<usize>) -> Result<Value>,
) -> Result<Value> {
    if parts == 0 {
        return undefined("division by zero");
    }
    let parts = usize::try_from(parts).unwrap_or(0);
    machine.allocate_items(parts)?;
    let mut cuts = Vec::with_capacity(parts);
    if let Some(size) = length.checked_div(parts) {
        let gap = usize::from(length % parts != 0);
        for part in 0..parts {
            let start = length.min(part.saturating_mul(size + gap));
            cuts.push(cut(machine, start..length.min(start + size))?);
        }
    }
    Ok(Value::tuple(cuts)?)
}

fn compress(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grid = Rectangle::of(args[0])?;
    let (rows, columns) = uniform_lines(machine, grid)?;
    let kept = |lines: &[bool]| lines.iter().filter(|&&uniform| !uniform).count();
    let (height, width) = (kept(&rows), kept(&columns));
    machine.spend((height * grid.width) as u64)?;
    rectangle(machine, height as u64, width as u64, |cells| {
        let kept_rows = grid.rows().zip(&rows).filter(|(_, &uniform)| !uniform);
        for (target, (row, _)) in cells.chunks_exact_mut(width).zip(kept_rows) {
            let kept = row.iter().zip(&columns).filter(|(_, &uniform)| !uniform);
            for (cell, (&colour, _)) in target.iter_mut().zip(kept) {
                *cell = colour;
            }
        }
    })
}
