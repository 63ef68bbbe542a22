//! Grids partitioned into panes: small grids between separator lines, or equal parts.

use std::ops::Range;

use super::rectangle::{rectangle, Rectangle};
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "panes",
        signature: "(grid: Grid) -> Tuple[Grid]",
        doc: "The parts of a grid between its separators, rows and columns of one colour, in reading order.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            Lattice::of(machine, grid)?.cut(machine, grid)
        },
    },
    Primitive {
        name: "layout",
        signature: "(grid: Grid) -> IntegerTuple",
        doc: "In how many rows and columns the parts of a grid lie between its separators.",
        run: |machine, args| {
            let lattice = Lattice::of(machine, args[0].grid()?)?;
            Ok(Value::Pair(lattice.rows.len() as i64, lattice.columns.len() as i64))
        },
    },
    Primitive {
        name: "squares",
        signature: "(grid: Grid) -> IntegerTuple",
        doc: "In how many rows and columns the squares lie into which a long grid can be cut.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(1)?;
            let side = grid.height().min(grid.width());
            match (grid.height() % side, grid.width() % side) {
                (0, 0) => Ok(Value::Pair((grid.height() / side) as i64, (grid.width() / side) as i64)),
                _ => undefined("the grid does not consist of squares"),
            }
        },
    },
    Primitive {
        name: "evenpanes",
        signature: "(grid: Grid, layout: IntegerTuple) -> Tuple[Grid]",
        doc: "A grid cut into equal parts, so many above and so many beside each other, in reading order.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            Lattice::even(grid, args[1].pair()?)?.cut(machine, grid)
        },
    },
    Primitive {
        name: "arrange",
        signature: "(panes: Tuple[Grid], layout: IntegerTuple) -> Grid",
        doc: "Grids of one size put together in reading order, so many above and so many beside each other.",
        run: arrange,
    },
    Primitive {
        name: "reglaze",
        signature: "(grid: Grid, panes: Tuple[Grid]) -> Grid",
        doc: "A grid with other grids of the same sizes in the place of its parts between separators.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let panes = grids(machine, args[1])?;
            Lattice::of(machine, grid)?.reglaze(machine, grid, &panes)
        },
    },
    Primitive {
        name: "imprint",
        signature: "(grid: Grid, pane: Grid) -> Grid",
        doc: "A grid with another in the place of each of its parts between separators.",
        run: |machine, args| {
            let (grid, pane) = (args[0].grid()?, args[1].grid()?);
            let lattice = Lattice::of(machine, grid)?;
            lattice.reglaze(machine, grid, &vec![pane.clone(); lattice.len()])
        },
    },
    Primitive {
        name: "glaze",
        signature: "(grid: Grid, colors: Grid) -> Grid",
        doc: "A grid whose parts between separators are filled with the colours of a grid of their layout.",
        run: |machine, args| {
            let (grid, colours) = (args[0].grid()?, args[1].grid()?);
            let lattice = Lattice::of(machine, grid)?;
            if (colours.height(), colours.width()) != (lattice.rows.len(), lattice.columns.len()) {
                return undefined("the colours have another layout");
            }
            machine.allocate(grid.cells().len() as u64)?;
            Ok(Value::Grid(grid.edited(|cells| {
                for ((rows, columns), &colour) in lattice.places().zip(colours.cells()) {
                    for row in rows {
                        let start = row * grid.width();
                        cells[start + columns.start..start + columns.end].fill(colour);
                    }
                }
            })))
        },
    },
    Primitive {
        name: "panesummary",
        signature: "(panes: Tuple[Grid], layout: IntegerTuple, measure: (Grid) -> Integer) -> Grid",
        doc: "What a function gives on each of some grids, as the colours of a grid of a layout.",
        run: summary,
    },
    Primitive {
        name: "kinds",
        signature: "(panes: Tuple[Grid], layout: IntegerTuple) -> Grid",
        doc: "For each of some grids the number of its kind, as the colours of a grid of a layout: equal grids are of one \
              kind, the most common kind has number 0.",
        run: kinds,
    },
];

/// Where the panes of a grid lie.
struct Lattice {
    rows: Vec<Range<usize>>,
    columns: Vec<Range<usize>>,
}

/// How many parts beside each other are cut out at most.
const MAX_PARTS: i64 = 100;

impl Lattice {
    /// The lattice between the separators of a grid; among several colours of separators the likeliest.
    ///
    /// A separator's colour is seldom the most common one; the panes are mostly equal in size.
    fn of(machine: &mut Machine, grid: &Grid) -> Result<Lattice> {
        machine.spend(grid.cells().len() as u64 * 3 + 300)?;
        let rows: Vec<Option<i8>> = grid.rows().map(only_colour).collect();
        let mut columns: Vec<Option<i8>> = grid.row(0).iter().copied().map(Some).collect();
        for row in grid.rows() {
            for (column, &colour) in columns.iter_mut().zip(row) {
                if *column != Some(colour) {
                    *column = None;
                }
            }
        }
        let mut colours: Vec<i8> = rows.iter().chain(&columns).copied().flatten().collect();
        colours.sort_unstable();
        colours.dedup();
        let background = grid.histogram().most_common();
        let lattice = |&colour: &i8| {
            let lattice = Lattice { rows: gaps(&rows, colour), columns: gaps(&columns, colour) };
            let likelihood = (colour != background, lattice.is_even(), colour != 0);
            (lattice.len() > 1).then_some((likelihood, lattice))
        };
        let likeliest = colours.iter().filter_map(lattice).max_by_key(|&(likelihood, _)| likelihood);
        match likeliest {
            Some((_, lattice)) => Ok(lattice),
            None => undefined("the grid has no separators"),
        }
    }

    /// The lattice of equal parts of a grid.
    fn even(grid: &Grid, (rows, columns): (i64, i64)) -> Result<Lattice> {
        let ranges = |length: usize, parts: i64| {
            let parts = usize::try_from(parts).ok().filter(|&parts| parts > 0 && parts <= MAX_PARTS as usize)?;
            let size = length / parts;
            (size > 0 && length % parts == 0).then(|| (0..parts).map(|part| part * size..(part + 1) * size).collect())
        };
        match (ranges(grid.height(), rows), ranges(grid.width(), columns)) {
            (Some(rows), Some(columns)) => Ok(Lattice { rows, columns }),
            _ => undefined("the grid does not divide evenly"),
        }
    }

    fn len(&self) -> usize {
        self.rows.len() * self.columns.len()
    }

    fn is_even(&self) -> bool {
        let is_even = |ranges: &[Range<usize>]| ranges.iter().all(|range| range.len() == ranges[0].len());
        is_even(&self.rows) && is_even(&self.columns)
    }

    /// The rows and columns of each pane, in reading order.
    fn places(&self) -> impl Iterator<Item = (Range<usize>, Range<usize>)> + '_ {
        let columns = |rows: Range<usize>| self.columns.iter().map(move |columns| (rows.clone(), columns.clone()));
        self.rows.iter().cloned().flat_map(columns)
    }

    /// A grid with other panes.
    fn reglaze(&self, machine: &mut Machine, grid: &Grid, panes: &[Grid]) -> Result<Value> {
        let fits = |((rows, columns), pane): ((Range<usize>, Range<usize>), &Grid)| {
            rows.len() == pane.height() && columns.len() == pane.width()
        };
        if panes.len() != self.len() || !self.places().zip(panes).all(fits) {
            return undefined("the grids do not fit between the separators");
        }
        machine.allocate(grid.cells().len() as u64)?;
        Ok(Value::Grid(grid.edited(|cells| {
            for ((rows, columns), pane) in self.places().zip(panes) {
                for (row, colours) in rows.zip(pane.rows()) {
                    let start = row * grid.width() + columns.start;
                    cells[start..start + colours.len()].copy_from_slice(colours);
                }
            }
        })))
    }

    /// The panes of a grid.
    fn cut(&self, machine: &mut Machine, grid: &Grid) -> Result<Value> {
        machine.allocate_items(self.len())?;
        let value = Value::Grid(grid.clone());
        let whole = Rectangle::of(machine, &value)?;
        let panes = self.places().map(|(rows, columns)| whole.cut(machine, rows, columns));
        let panes = panes.collect::<Result<Vec<Value>>>()?;
        machine.tuple(panes)
    }
}

/// The colour of a row of one colour.
fn only_colour(row: &[i8]) -> Option<i8> {
    row.iter().all(|&colour| colour == row[0]).then_some(row[0])
}

/// The ranges between lines of a colour.
fn gaps(lines: &[Option<i8>], colour: i8) -> Vec<Range<usize>> {
    let mut gaps: Vec<Range<usize>> = Vec::new();
    for (at, _) in lines.iter().enumerate().filter(|&(_, &line)| line != Some(colour)) {
        match gaps.last_mut() {
            Some(gap) if gap.end == at => gap.end = at + 1,
            _ => gaps.push(at..at + 1),
        }
    }
    gaps
}

/// The grids of a tuple.
pub(super) fn grids(machine: &mut Machine, value: &Value) -> Result<Vec<Grid>> {
    let items = value.container(machine)?;
    machine.spend(items.len() as u64 * 10)?;
    items.map(|item| item.grid().cloned()).collect()
}

fn arrange(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let panes = grids(machine, args[0])?;
    let (rows, columns) = args[1].pair()?;
    let Some(first) = panes.first() else {
        return undefined("there are no grids");
    };
    let (height, width) = (first.height(), first.width());
    if panes.iter().any(|pane| (pane.height(), pane.width()) != (height, width)) {
        return undefined("the grids differ in size");
    }
    if rows <= 0 || columns <= 0 || rows.checked_mul(columns) != Some(panes.len() as i64) {
        return undefined("the layout has another number of grids");
    }
    let columns = columns as usize;
    rectangle(machine, rows as u64 * height as u64, (columns * width) as u64, |cells| {
        for (index, pane) in panes.iter().enumerate() {
            let corner = index / columns * height * columns * width + index % columns * width;
            for (row, colours) in pane.rows().enumerate() {
                let start = corner + row * columns * width;
                cells[start..start + width].copy_from_slice(colours);
            }
        }
    })
}

fn summary(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let panes = args[0].container(machine)?;
    let (rows, columns) = args[1].pair()?;
    if rows <= 0 || columns <= 0 || rows.checked_mul(columns) != Some(panes.len() as i64) {
        return undefined("the layout has another number of grids");
    }
    machine.allocate(panes.len() as u64)?;
    let mut colours = Vec::with_capacity(panes.len());
    for pane in panes {
        match i8::try_from(machine.apply(args[2], &[&pane])?.integer()?) {
            Ok(colour) => colours.push(colour),
            Err(_) => return undefined("a measure is too large for a colour"),
        }
    }
    rectangle(machine, rows as u64, columns as u64, |cells| cells.copy_from_slice(&colours))
}

fn kinds(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let panes = grids(machine, args[0])?;
    let (rows, columns) = args[1].pair()?;
    if rows <= 0 || columns <= 0 || rows.checked_mul(columns) != Some(panes.len() as i64) {
        return undefined("the layout has another number of grids");
    }
    let cells: usize = panes.iter().map(|pane| pane.cells().len()).sum();
    machine.spend(cells as u64 + (panes.len() * panes.len()) as u64 * 4)?;
    let mut kinds: Vec<(&Grid, usize)> = Vec::new();
    for pane in &panes {
        match kinds.iter_mut().find(|(kind, _)| *kind == pane) {
            Some((_, count)) => *count += 1,
            None => kinds.push((pane, 1)),
        }
    }
    kinds.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
    let number = |pane: &Grid| kinds.iter().position(|(kind, _)| *kind == pane);
    let numbers: Option<Vec<i8>> = panes.iter().map(|pane| i8::try_from(number(pane)?).ok()).collect();
    let Some(numbers) = numbers else {
        return undefined("there are too many kinds");
    };
    rectangle(machine, rows as u64, columns as u64, |cells| cells.copy_from_slice(&numbers))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, integer, is_undefined};
    use super::*;

    fn tuple(items: Vec<Value>) -> Value {
        Value::tuple(items).expect("a small tuple")
    }

    fn crossed() -> Value {
        grid("10502/00500/55555/03540")
    }

    #[test]
    fn separators_cut_a_grid_into_panes() {
        let panes = vec![grid("10/00"), grid("02/00"), grid("03"), grid("40")];
        assert_eq!(given("panes", [crossed()]), tuple(panes));
        assert_eq!(given("layout", [crossed()]), Value::Pair(2, 2));
        assert!(is_undefined("panes", [grid("12/21")]));
    }

    #[test]
    fn separators_are_rather_coloured_and_even() {
        assert_eq!(given("panes", [grid("000/333/120")]), tuple(vec![grid("000"), grid("120")]));
        assert_eq!(given("panes", [grid("10200/30400")]), tuple(vec![grid("1/3"), grid("2/4")]));
    }

    #[test]
    fn equal_parts_arranged_again_are_the_whole() {
        let whole = grid("1234/5678");
        let parts = given("evenpanes", [whole.clone(), Value::Pair(1, 2)]);
        assert_eq!(parts, tuple(vec![grid("12/56"), grid("34/78")]));
        assert_eq!(given("arrange", [parts, Value::Pair(1, 2)]), whole);
        assert!(is_undefined("evenpanes", [grid("123"), Value::Pair(1, 2)]));
        assert!(is_undefined("evenpanes", [grid("123"), Value::Pair(0, 1)]));
        assert!(is_undefined("arrange", [tuple(vec![grid("1"), grid("12")]), Value::Pair(1, 2)]));
        assert!(is_undefined("arrange", [tuple(vec![grid("1")]), Value::Pair(1, 2)]));
    }

    #[test]
    fn long_grids_consist_of_squares() {
        assert_eq!(given("squares", [grid("123456/123456")]), Value::Pair(1, 3));
        assert!(is_undefined("squares", [grid("123/123")]));
    }

    #[test]
    fn a_pane_may_take_all_places() {
        assert_eq!(given("imprint", [grid("10500/00500"), grid("12/34")]), grid("12512/34534"));
        assert!(is_undefined("imprint", [grid("10500/00500"), grid("12")]));
    }

    #[test]
    fn panes_may_be_filled_and_replaced() {
        assert_eq!(given("glaze", [crossed(), grid("12/34")]), grid("11522/11522/55555/33544"));
        let panes = tuple(vec![grid("66/66"), grid("77/77"), grid("88"), grid("99")]);
        assert_eq!(given("reglaze", [crossed(), panes]), grid("66577/66577/55555/88599"));
        assert!(is_undefined("glaze", [crossed(), grid("1")]));
        assert!(is_undefined("reglaze", [crossed(), tuple(vec![grid("1")])]));
    }

    #[test]
    fn kinds_are_numbered_from_the_most_common() {
        let panes = given("evenpanes", [grid("1222/1333"), Value::Pair(1, 4)]);
        assert_eq!(given("kinds", [panes.clone(), Value::Pair(2, 2)]), grid("10/00"));
        assert!(is_undefined("kinds", [panes, Value::Pair(2, 3)]));
    }

    #[test]
    fn a_summary_has_a_cell_for_each_pane() {
        let panes = given("panes", [crossed()]);
        let measure =
            Value::Function(crate::function::Function::Primitive(super::super::find("height").expect("a primitive")));
        assert_eq!(given("panesummary", [panes.clone(), Value::Pair(2, 2), measure.clone()]), grid("22/11"));
        assert!(is_undefined("panesummary", [panes, Value::Pair(2, 3), measure]));
        assert!(super::super::testing::call("panesummary", [integer(1), integer(1), integer(1)]).is_err());
    }
}
