//! Grids taken apart into lists of grids: colours, connected parts, compartments, tiles.

use super::components::{components, cut, ground, parts, written, Components, Span};
use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

/// How many pieces a grid may be taken into.
const MAX_PIECES: usize = 150;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "layers",
        signature: "(grid: Grid) -> Tuple[Grid]",
        doc: "For each colour but black a grid of the same size with its cells, the most common colour first.",
        run: |machine, args| layers(machine, args[0].grid()?),
    },
    Primitive {
        name: "parts",
        signature: "(grid: Grid, univalued: Boolean, diagonal: Boolean) -> Tuple[Grid]",
        doc: "For each connected part of what is not black a grid of the same size, in reading order: parts of one \
              colour each or not, also connected over corners or not.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let parts = parts(machine, grid, args[1].is_true(), args[2].is_true())?;
            whole(machine, grid, &parts)
        },
    },
    Primitive {
        name: "cutparts",
        signature: "(grid: Grid, univalued: Boolean, diagonal: Boolean) -> Tuple[Grid]",
        doc: "Each connected part of what is not black, cut out without what else lies in its frame, in reading order.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let parts = parts(machine, grid, args[1].is_true(), args[2].is_true())?;
            cut_out(machine, grid, &parts, true)
        },
    },
    Primitive {
        name: "windows",
        signature: "(grid: Grid, univalued: Boolean, diagonal: Boolean) -> Tuple[Grid]",
        doc: "The frames of the connected parts of what is not black, cut out with all that lies in them, in reading \
              order.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let parts = parts(machine, grid, args[1].is_true(), args[2].is_true())?;
            cut_out(machine, grid, &parts, false)
        },
    },
    Primitive {
        name: "cavities",
        signature: "(grid: Grid) -> Tuple[Grid]",
        doc:
            "For each black region that does not reach the border a grid of the same size, in the colour at its first \
              cell's left.",
        run: |machine, args| cavities(machine, args[0].grid()?),
    },
    Primitive {
        name: "compartments",
        signature: "(grid: Grid) -> Tuple[Grid]",
        doc: "The parts of a grid between whole rows and columns of its separating colour, in reading order.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let (rows, columns) = compartments(machine, grid)?;
            cells_of(machine, grid, &rows, &columns)
        },
    },
    Primitive {
        name: "ungrid",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid without the whole rows and columns of its separating colour.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let (rows, columns) = compartments(machine, grid)?;
            let kept = |runs: &[(usize, usize)]| -> Vec<usize> { runs.iter().flat_map(|&(a, b)| a..=b).collect() };
            let (rows, columns) = (kept(&rows), kept(&columns));
            picked(machine, grid, &rows, &columns)
        },
    },
    Primitive {
        name: "summary",
        signature: "(grid: Grid) -> Grid",
        doc: "A grid with a cell for each compartment between separating rows and columns: its most common colour but \
              black.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let (rows, columns) = compartments(machine, grid)?;
            summary(machine, grid, &rows, &columns)
        },
    },
    Primitive {
        name: "quarters",
        signature: "(grid: Grid) -> Tuple[Grid]",
        doc: "The four quarters of a grid in reading order, without a middle row or column.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let halves = |length: usize| [(0, (length / 2).wrapping_sub(1)), (length.div_ceil(2), length - 1)];
            if grid.height() < 2 || grid.width() < 2 {
                return undefined("the grid is too small");
            }
            cells_of(machine, grid, &halves(grid.height()), &halves(grid.width()))
        },
    },
    Primitive {
        name: "tiles",
        signature: "(grid: Grid, dims: IntegerTuple) -> Tuple[Grid]",
        doc: "The pieces of a height and a width into which a grid divides, in reading order: evenly, or with a line of cells \
              between or in common.",
        run: |machine, args| tiles(machine, args[0].grid()?, args[1].pair()?),
    },
    Primitive {
        name: "insides",
        signature: "(grid: Grid) -> Tuple[Grid]",
        doc: "What lies inside each closed rectangular frame of one colour, without the frame, in reading order.",
        run: |machine, args| insides(machine, args[0].grid()?),
    },
];

/// The list of some grids; undefined if there are none or too many.
pub(super) fn list(grids: Vec<Value>) -> Result<Value> {
    if grids.is_empty() {
        return undefined("there are no pieces");
    }
    Ok(Value::tuple(grids)?)
}

fn check(machine: &mut Machine, count: usize) -> Result<()> {
    if count > MAX_PIECES {
        return undefined("there are too many pieces");
    }
    machine.allocate_items(count)
}

fn layers(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    machine.spend(grid.cells().len() as u64 / 2 + 60)?;
    let histogram = grid.histogram();
    let mut colours: Vec<(i8, u32)> = histogram.counts().filter(|&(colour, _)| colour != 0).collect();
    colours.sort_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
    check(machine, colours.len())?;
    machine.allocate((colours.len() * (grid.cells().len() + 24)) as u64)?;
    if colours.len() == 1 {
        return list(vec![Value::Grid(grid.clone())]);
    }
    let layer = |&(wanted, _): &(i8, u32)| {
        grid.edited(|cells| {
            for cell in cells {
                *cell = if *cell == wanted { wanted } else { 0 };
            }
        })
    };
    list(colours.iter().map(layer).map(Value::Grid).collect())
}

/// A grid of the same size for each part; every cell must be black or of one.
fn whole(machine: &mut Machine, grid: &Grid, parts: &Components) -> Result<Value> {
    check(machine, parts.count)?;
    machine.allocate((parts.count * (grid.cells().len() + 24)) as u64)?;
    if parts.count == 1 {
        return list(vec![Value::Grid(grid.clone())]);
    }
    let part = |number: u16| {
        grid.edited(|cells| {
            for (cell, &label) in cells.iter_mut().zip(&parts.labels) {
                *cell = if label == number { *cell } else { 0 };
            }
        })
    };
    list((1..=parts.count as u16).map(part).map(Value::Grid).collect())
}

/// The frame of each part, with the part's own cells only or with all.
fn cut_out(machine: &mut Machine, grid: &Grid, parts: &Components, own: bool) -> Result<Value> {
    check(machine, parts.count)?;
    let width = grid.width();
    let mut grids = Vec::with_capacity(parts.count);
    for (number, span) in (1..).zip(parts.spans(width)) {
        let part = written(machine, span.height(), span.width(), |cells| {
            for (row, target) in (span.top..).zip(cells.chunks_exact_mut(span.width())) {
                let line = row * width + span.left..=row * width + span.right;
                let labels = &parts.labels[line.clone()];
                for ((cell, &colour), &label) in target.iter_mut().zip(&grid.cells()[line]).zip(labels) {
                    *cell = if own && label != number { 0 } else { colour };
                }
            }
        })?;
        grids.push(Value::Grid(part));
    }
    list(grids)
}

fn cavities(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    let (mut regions, is_open) = ground(machine, grid)?;
    // Open regions are no part; the others are numbered anew.
    let mut numbers = vec![0u16; regions.count + 1];
    let mut colours = vec![0i8];
    for (at, &label) in regions.labels.iter().enumerate() {
        let label = usize::from(label);
        if !is_open[label] && numbers[label] == 0 {
            numbers[label] = colours.len() as u16;
            colours.push(grid.cells()[at - 1]);
        }
    }
    for label in &mut regions.labels {
        *label = numbers[usize::from(*label)];
    }
    regions.count = colours.len() - 1;
    check(machine, regions.count)?;
    let shaded = grid.edited(|cells| {
        for (cell, &label) in cells.iter_mut().zip(&regions.labels) {
            *cell = colours[usize::from(label)];
        }
    });
    whole(machine, &shaded, &regions)
}

/// A first and a last line.
type Run = (usize, usize);

/// The runs of rows and of columns between the whole lines of the separating colour.
///
/// The separating colour is that of most whole rows and columns, black last of all.
pub(super) fn compartments(machine: &mut Machine, grid: &Grid) -> Result<(Vec<Run>, Vec<Run>)> {
    let (height, width) = (grid.height(), grid.width());
    machine.spend(3 * grid.cells().len() as u64 + 60)?;
    let row_colour = |row: usize| {
        let cells = grid.row(row);
        cells.iter().all(|&colour| colour == cells[0]).then_some(cells[0])
    };
    let rows: Vec<Option<i8>> = (0..height).map(row_colour).collect();
    // Rows are compared whole with the first one; columns are left that agree with it everywhere.
    let first = grid.row(0);
    let mut differing = vec![0; width];
    for row in grid.rows().skip(1) {
        differing.iter_mut().zip(row).zip(first).for_each(|((differing, cell), first)| *differing |= cell ^ first);
    }
    let columns: Vec<Option<i8>> =
        first.iter().zip(&differing).map(|(&colour, &differing)| (differing == 0).then_some(colour)).collect();
    let mut counts = [0u32; 10];
    for colour in rows.iter().chain(&columns).flatten() {
        if let Some(count) = usize::try_from(*colour).ok().and_then(|at| counts.get_mut(at)) {
            *count += 1;
        }
    }
    let best = (0..10).max_by_key(|&colour| (counts[colour] > 0, colour != 0, counts[colour]));
    let Some(separator) = best.filter(|&colour| counts[colour] > 0).map(|colour| colour as i8) else {
        return undefined("no line separates the grid");
    };
    let runs = |lines: &[Option<i8>]| {
        let mut runs: Vec<Run> = Vec::new();
        let mut start = None;
        for (at, line) in lines.iter().enumerate() {
            if *line == Some(separator) {
                if let Some(first) = start.take() {
                    runs.push((first, at - 1));
                }
            } else {
                start.get_or_insert(at);
            }
        }
        if let Some(first) = start {
            runs.push((first, lines.len() - 1));
        }
        runs
    };
    let (rows, columns) = (runs(&rows), runs(&columns));
    if rows.len() * columns.len() < 2 {
        return undefined("no line separates the grid");
    }
    Ok((rows, columns))
}

/// The parts of a grid in each run of rows and of columns.
fn cells_of(machine: &mut Machine, grid: &Grid, rows: &[Run], columns: &[Run]) -> Result<Value> {
    check(machine, rows.len() * columns.len())?;
    let mut grids = Vec::with_capacity(rows.len() * columns.len());
    for &(top, bottom) in rows {
        for &(left, right) in columns {
            grids.push(Value::Grid(cut(machine, grid, Span { top, left, bottom, right })?));
        }
    }
    list(grids)
}

/// A grid of some rows and columns only.
pub(super) fn picked(machine: &mut Machine, grid: &Grid, rows: &[usize], columns: &[usize]) -> Result<Value> {
    let width = columns.len();
    if rows.is_empty() || width == 0 {
        return undefined("the grid is empty");
    }
    let picked = written(machine, rows.len(), width, |cells| {
        for (target, &row) in cells.chunks_exact_mut(width).zip(rows) {
            let row = grid.row(row);
            for (cell, &column) in target.iter_mut().zip(columns) {
                *cell = row[column];
            }
        }
    })?;
    Ok(Value::Grid(picked))
}

fn summary(machine: &mut Machine, grid: &Grid, rows: &[Run], columns: &[Run]) -> Result<Value> {
    machine.spend(2 * grid.cells().len() as u64)?;
    let width = columns.len();
    let summary = written(machine, rows.len(), width, |cells| {
        for (target, &(top, bottom)) in cells.chunks_exact_mut(width).zip(rows) {
            for (cell, &(left, right)) in target.iter_mut().zip(columns) {
                let mut counts = [0u32; 10];
                for row in top..=bottom {
                    for &colour in &grid.row(row)[left..=right] {
                        if let Some(count) = usize::try_from(colour).ok().and_then(|at| counts.get_mut(at)) {
                            *count += 1;
                        }
                    }
                }
                let best = (1..10).max_by_key(|&colour| (counts[colour], std::cmp::Reverse(colour)));
                *cell = best.filter(|&colour| counts[colour] > 0).unwrap_or(0) as i8;
            }
        }
    })?;
    Ok(Value::Grid(summary))
}

fn tiles(machine: &mut Machine, grid: &Grid, (height, width): (i64, i64)) -> Result<Value> {
    let (Ok(height), Ok(width)) = (usize::try_from(height), usize::try_from(width)) else {
        return undefined("a side is negative");
    };
    // Four tiles may have a line of cells in common, or one between them that belongs to none.
    let divides = |length: usize, side: usize| side > 0 && (length % side == 0 || length.abs_diff(2 * side) == 1);
    if !divides(grid.height(), height) || !divides(grid.width(), width) {
        return undefined("the grid does not divide evenly");
    }
    if height == grid.height() && width == grid.width() {
        return undefined("there is only one tile");
    }
    let runs = |length: usize, side: usize| -> Vec<Run> {
        match length % side {
            0 => (0..length / side).map(|tile| (tile * side, tile * side + side - 1)).collect(),
            _ => vec![(0, side - 1), (length - side, length - 1)],
        }
    };
    cells_of(machine, grid, &runs(grid.height(), height), &runs(grid.width(), width))
}

fn insides(machine: &mut Machine, grid: &Grid) -> Result<Value> {
    let same = components(machine, grid, false, |colour| colour != 0, |a, b| a == b)?;
    let width = grid.width();
    let mut grids = Vec::new();
    for (number, span) in (1u16..).zip(same.spans(width)) {
        if span.height() < 3 || span.width() < 3 {
            continue;
        }
        machine.spend(2 * (span.height() + span.width()) as u64)?;
        let is_part = |row: usize, column: usize| same.labels[row * width + column] == number;
        let is_frame = (span.left..=span.right).all(|column| is_part(span.top, column) && is_part(span.bottom, column))
            && (span.top..=span.bottom).all(|row| is_part(row, span.left) && is_part(row, span.right));
        if is_frame {
            let inside =
                Span { top: span.top + 1, left: span.left + 1, bottom: span.bottom - 1, right: span.right - 1 };
            grids.push(Value::Grid(cut(machine, grid, inside)?));
        }
    }
    check(machine, grids.len())?;
    list(grids)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use crate::value::Value;

    fn grids(rows: &[&str]) -> Value {
        Value::tuple(rows.iter().map(|rows| grid(rows)).collect()).expect("small")
    }

    fn truths(univalued: bool, diagonal: bool) -> [Value; 2] {
        [Value::Boolean(univalued), Value::Boolean(diagonal)]
    }

    #[test]
    fn colours_and_parts_keep_their_places() {
        assert_eq!(given("layers", [grid("102/022")]), grids(&["002/022", "100/000"]));
        let [univalued, diagonal] = truths(true, false);
        let parts = given("parts", [grid("120/001"), univalued, diagonal]);
        assert_eq!(parts, grids(&["100/000", "020/000", "000/001"]));
        let [univalued, diagonal] = truths(false, true);
        assert_eq!(given("parts", [grid("120/001"), univalued, diagonal]), grids(&["120/001"]));
        assert_eq!(given("cavities", [grid("33333/30303/33333")]), grids(&["00000/03000/00000", "00000/00030/00000"]));
        assert!(is_undefined("layers", [grid("00")]));
    }

    #[test]
    fn parts_are_cut_out_with_or_without_what_lies_between() {
        let [univalued, diagonal] = truths(true, false);
        let whole = || grid("111/121/111");
        let cut = given("cutparts", [whole(), univalued.clone(), diagonal.clone()]);
        assert_eq!(cut, grids(&["111/101/111", "2"]));
        assert_eq!(given("windows", [whole(), univalued, diagonal]), grids(&["111/121/111", "2"]));
        assert_eq!(given("insides", [whole()]), grids(&["2"]));
    }

    #[test]
    fn lines_separate_compartments() {
        let divided = || grid("105/055/555/005/235");
        assert!(is_undefined("compartments", [grid("12/34")]));
        assert_eq!(given("compartments", [grid("10522/00522/55555/30504")]), grids(&["10/00", "22/22", "30", "04"]));
        assert_eq!(given("ungrid", [grid("10522/00522/55555/30504")]), grid("1022/0022/3004"));
        assert_eq!(given("summary", [grid("10522/00522/55555/30500")]), grid("12/30"));
        assert_eq!(given("compartments", [divided()]), grids(&["10/05", "00/23"]));
    }

    #[test]
    fn grids_divide_evenly() {
        assert_eq!(given("quarters", [grid("12/34")]), grids(&["1", "2", "3", "4"]));
        assert_eq!(given("tiles", [grid("1234"), Value::Pair(1, 2)]), grids(&["12", "34"]));
        assert_eq!(given("tiles", [grid("123"), Value::Pair(1, 2)]), grids(&["12", "23"]));
        assert!(is_undefined("tiles", [grid("1234"), Value::Pair(1, 3)]));
    }
}
