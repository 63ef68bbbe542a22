//! Colours looked up: grids combined or recoloured cell by cell as the rows of a table say.

use super::partitions::grids;
use super::rectangle::rectangle;
use super::{Args, Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "translate",
        signature: "(grid: Grid, table: Grid) -> Grid",
        doc: "A grid whose colours in the first column of a table are replaced by those in the second.",
        run: |machine, args| {
            let (grid, table) = (args[0].grid()?, args[1].grid()?);
            if table.width() != 2 {
                return undefined("the table has not two columns");
            }
            look_up(machine, std::slice::from_ref(grid), table, |colour| colour)
        },
    },
    Primitive {
        name: "decode",
        signature: "(grid: Grid, table: Grid) -> Grid",
        doc: "A grid of the colours in the second column of a table where it has those in the first, black elsewhere.",
        run: |machine, args| {
            let (grid, table) = (args[0].grid()?, args[1].grid()?);
            if table.width() != 2 {
                return undefined("the table has not two columns");
            }
            look_up(machine, std::slice::from_ref(grid), table, |_| 0)
        },
    },
    Primitive {
        name: "lookup",
        signature: "(grids: Tuple[Grid], table: Grid) -> Grid",
        doc: "Grids of one size combined: the colours of a cell in all of them are looked up in a table, whose last \
              column is the result; what is not there has the colour of the first grid.",
        run: |machine, args| {
            let grids = grids(machine, args[0])?;
            look_up(machine, &grids, args[1].grid()?, |colour| colour)
        },
    },
    Primitive {
        name: "duo",
        signature: "(a: Grid, b: Grid) -> Tuple[Grid]",
        doc: "The tuple of two grids.",
        run: |machine, args| {
            machine.allocate_items(2)?;
            machine.tuple(vec![Value::Grid(args[0].grid()?.clone()), Value::Grid(args[1].grid()?.clone())])
        },
    },
    Primitive {
        name: "pile",
        signature: "(grids: Tuple[Grid], order: Grid) -> Grid",
        doc: "Grids of one size laid over each other by their numbers in the first row of a grid, the topmost first; \
              black cells let those below show through.",
        run: stack,
    },
    Primitive {
        name: "extremes",
        signature: "(grid: Grid, least: Boolean) -> Grid",
        doc: "One where a grid has its greatest colour, or its least, and zero elsewhere.",
        run: |machine, args| {
            let (grid, least) = (args[0].grid()?, args[1].is_true());
            machine.spend(grid.cells().len() as u64)?;
            let cells = grid.cells().iter().copied();
            let extreme = if least { cells.min() } else { cells.max() };
            marked(machine, grid, |colour| Some(colour) == extreme)
        },
    },
    Primitive {
        name: "singular",
        signature: "(grid: Grid) -> Grid",
        doc: "One where a grid has a colour that only one cell has, and zero elsewhere.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            machine.spend(grid.cells().len() as u64 * 2 + 60)?;
            let counts = grid.histogram();
            marked(machine, grid, |colour| counts.count(colour) == 1)
        },
    },
    Primitive {
        name: "coverage",
        signature: "(grids: Tuple[Grid]) -> Grid",
        doc: "How many of some grids of one size are not black, for each cell.",
        run: coverage,
    },
    Primitive {
        name: "stencil",
        signature: "(grid: Grid, mask: Grid) -> Grid",
        doc: "A grid where another of the same size is not black, and black elsewhere.",
        run: |machine, args| {
            let (grid, mask) = (args[0].grid()?, args[1].grid()?);
            if grid.height() != mask.height() || grid.width() != mask.width() {
                return undefined("the grids differ in size");
            }
            machine.allocate(grid.cells().len() as u64)?;
            Ok(Value::Grid(grid.edited(|cells| {
                for (cell, _) in cells.iter_mut().zip(mask.cells()).filter(|(_, &mask)| mask == 0) {
                    *cell = 0;
                }
            })))
        },
    },
    Primitive {
        name: "mask",
        signature: "(grid: Grid) -> Grid",
        doc: "One where a grid is not black, and zero elsewhere.",
        run: |machine, args| marked(machine, args[0].grid()?, |colour| colour != 0),
    },
];

fn marked(machine: &mut Machine, grid: &Grid, is_marked: impl Fn(i8) -> bool) -> Result<Value> {
    rectangle(machine, grid.height() as u64, grid.width() as u64, |cells| {
        for (cell, &colour) in cells.iter_mut().zip(grid.cells()) {
            *cell = i8::from(is_marked(colour));
        }
    })
}

/// The first of some grids of one size.
fn first_of(grids: &[Grid]) -> Result<&Grid> {
    let Some(first) = grids.first() else {
        return undefined("there are no grids");
    };
    if grids.iter().any(|grid| (grid.height(), grid.width()) != (first.height(), first.width())) {
        return undefined("the grids differ in size");
    }
    Ok(first)
}

/// The colours that a table has for those of some grids; of what it does not hold, what becomes of the first one's.
fn look_up(machine: &mut Machine, grids: &[Grid], table: &Grid, missing: impl Fn(i8) -> i8) -> Result<Value> {
    let first = first_of(grids)?;
    if table.width() != grids.len() + 1 {
        return undefined("the table has a column too few or too many");
    }
    machine.allocate(first.cells().len() as u64)?;
    machine.spend((first.cells().len() * (table.height() + grids.len())) as u64)?;
    Ok(Value::Grid(first.edited(|cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            let fits = |row: &&[i8]| grids.iter().zip(*row).all(|(grid, &colour)| grid.cells()[at] == colour);
            *cell = table.rows().find(fits).map_or(missing(*cell), |row| row[grids.len()]);
        }
    })))
}

fn stack(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let (grids, order) = (grids(machine, args[0])?, args[1].grid()?);
    let first = first_of(&grids)?;
    let layers: Option<Vec<&Grid>> = order.row(0).iter().map(|&at| grids.get(usize::try_from(at).ok()?)).collect();
    let Some(layers) = layers else {
        return undefined("there is no grid of such a number");
    };
    machine.allocate(first.cells().len() as u64)?;
    machine.spend((first.cells().len() * layers.len()) as u64)?;
    Ok(Value::Grid(first.edited(|cells| {
        for (at, cell) in cells.iter_mut().enumerate() {
            *cell = layers.iter().map(|layer| layer.cells()[at]).find(|&colour| colour != 0).unwrap_or(0);
        }
    })))
}

fn coverage(machine: &mut Machine, args: Args<'_>) -> Result<Value> {
    let grids = grids(machine, args[0])?;
    let first = first_of(&grids)?;
    if grids.len() > i8::MAX as usize {
        return undefined("there are too many grids to count");
    }
    machine.spend((first.cells().len() * grids.len()) as u64)?;
    rectangle(machine, first.height() as u64, first.width() as u64, |cells| {
        for grid in &grids {
            for (cell, _) in cells.iter_mut().zip(grid.cells()).filter(|(_, &colour)| colour != 0) {
                *cell += 1;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, grid, is_undefined};
    use super::*;

    fn tuple(items: Vec<Value>) -> Value {
        Value::tuple(items).expect("a small tuple")
    }

    #[test]
    fn colours_are_exchanged_at_once() {
        assert_eq!(given("translate", [grid("123/321"), grid("12/21")]), grid("213/312"));
        assert!(is_undefined("translate", [grid("123"), grid("1")]));
        assert_eq!(given("decode", [grid("123/321"), grid("12/21")]), grid("210/012"));
        assert!(is_undefined("decode", [grid("123"), grid("1")]));
    }

    #[test]
    fn cells_of_several_grids_are_looked_up() {
        let both = given("duo", [grid("1100"), grid("2020")]);
        assert_eq!(given("lookup", [both, grid("123/104")]), grid("3400"));
        assert!(is_undefined("lookup", [tuple(vec![grid("1"), grid("12")]), grid("123")]));
        assert!(is_undefined("lookup", [tuple(vec![grid("1")]), grid("123")]));
        assert!(is_undefined("lookup", [Value::empty_tuple(), grid("1")]));
    }

    #[test]
    fn the_topmost_colour_shows() {
        let layers = tuple(vec![grid("100"), grid("220"), grid("333")]);
        assert_eq!(given("pile", [layers.clone(), grid("102")]), grid("223"));
        assert_eq!(given("pile", [layers.clone(), grid("01")]), grid("120"));
        assert!(is_undefined("pile", [layers, grid("3")]));
    }

    #[test]
    fn coloured_cells_are_counted_over_grids() {
        let layers = tuple(vec![grid("100"), grid("220"), grid("333")]);
        assert_eq!(given("coverage", [layers]), grid("321"));
        assert!(is_undefined("coverage", [Value::empty_tuple()]));
    }

    #[test]
    fn a_stencil_lets_some_cells_show() {
        assert_eq!(given("stencil", [grid("123"), grid("040")]), grid("020"));
        assert!(is_undefined("stencil", [grid("123"), grid("04")]));
    }

    #[test]
    fn cells_are_marked_by_their_colours() {
        assert_eq!(given("extremes", [grid("231/330"), Value::Boolean(false)]), grid("010/110"));
        assert_eq!(given("extremes", [grid("231/330"), Value::Boolean(true)]), grid("000/001"));
        assert_eq!(given("singular", [grid("231/330")]), grid("101/001"));
        assert_eq!(given("mask", [grid("230/050")]), grid("110/010"));
    }
}
