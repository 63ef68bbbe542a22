//! Colours renamed to the roles that they play in a grid, and named back.

use std::cmp::Reverse;

use super::{Argument, Primitive};
use crate::error::{undefined, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::value::Value;

pub(super) const FAMILY: &[Primitive] = &[
    Primitive {
        name: "roles",
        signature: "(grid: Grid, order: Integer, names: Tuple[Integer]) -> Grid",
        doc: "A grid whose colours, taken in one of the orders of roles, have the given names instead.",
        run: |machine, args| {
            let grid = args[0].grid()?;
            let naming = Naming::of(machine, grid, args[1], args[2])?;
            naming.apply(machine, grid)
        },
    },
    Primitive {
        name: "unroles",
        signature: "(grid: Grid, original: Grid, order: Integer, names: Tuple[Integer]) -> Grid",
        doc: "A grid made of a grid of roles, with the colours that the original has in these roles.",
        run: |machine, args| {
            let naming = Naming::of(machine, args[1].grid()?, args[2], args[3])?;
            naming.inverse().apply(machine, args[0].grid()?)
        },
    },
];

/// The number of colours.
const COLOURS: usize = 10;

/// In which order the colours of a grid take their roles.
///
/// The ground comes first: black if the number is odd and the grid has black, else the most common colour.
#[derive(Clone, Copy)]
enum Order {
    /// The most frequent first.
    Descending,
    /// The least frequent first.
    Ascending,
    /// From top to bottom, then from left to right.
    Reading,
    /// From left to right, then from top to bottom.
    Columns,
}

/// The number of orders of roles.
pub(crate) const ORDERS: i64 = 8;

/// A permutation of the colours.
struct Naming([i8; COLOURS]);

impl Naming {
    /// The i-th colour of the grid has the i-th name; other colours keep theirs where that is free.
    fn of(machine: &mut Machine, grid: &Grid, order: &Value, names: &Value) -> Result<Naming> {
        machine.spend(2 * grid.cells().len() as u64 + 200)?;
        let order = order.integer()?;
        let (by, is_black_ground) = (order / 2, order % 2 == 1);
        let by = match by {
            0 => Order::Descending,
            1 => Order::Ascending,
            2 => Order::Reading,
            3 => Order::Columns,
            _ => return undefined("no such order of roles"),
        };
        let names = names.container(machine)?;
        machine.spend(4 * names.len() as u64)?;
        let names: Vec<i64> = names.map(|name| name.integer()).collect::<Result<_>>()?;
        let mut wanted = colours(grid, by, is_black_ground).into_iter();
        let mut naming = [-1; COLOURS];
        let mut taken = [false; COLOURS];
        for name in names {
            let Some(at) = usize::try_from(name).ok().filter(|&at| at < COLOURS && !taken[at]) else {
                return undefined("the names are no different colours");
            };
            if let Some(colour) = wanted.next() {
                naming[colour] = at as i8;
            }
            taken[at] = true;
        }
        let unnamed = |naming: &[i8; COLOURS]| (0..COLOURS).filter(|&at| naming[at] < 0).collect::<Vec<usize>>();
        // A colour keeps its name unless a role has it; the rest take what is left.
        for colour in unnamed(&naming) {
            if !taken[colour] {
                naming[colour] = colour as i8;
                taken[colour] = true;
            }
        }
        for name in naming {
            if name >= 0 {
                taken[name as usize] = true;
            }
        }
        let used = naming;
        let mut free = (0..COLOURS as i8).filter(|name| !used.contains(name));
        for colour in unnamed(&naming) {
            if let Some(name) = free.next() {
                naming[colour] = name;
            }
        }
        Ok(Naming(naming))
    }

    fn inverse(&self) -> Naming {
        let mut inverse = [0; COLOURS];
        for (colour, &name) in self.0.iter().enumerate() {
            inverse[name as usize] = colour as i8;
        }
        Naming(inverse)
    }

    fn apply(&self, machine: &mut Machine, grid: &Grid) -> Result<Value> {
        machine.allocate(grid.cells().len() as u64)?;
        Ok(Value::Grid(grid.edited(|cells| {
            for cell in cells {
                let known = usize::try_from(*cell).ok().and_then(|at| self.0.get(at));
                *cell = known.copied().unwrap_or(*cell);
            }
        })))
    }
}

/// The colours of a grid in the order of their roles.
fn colours(grid: &Grid, by: Order, is_black_ground: bool) -> Vec<usize> {
    let mut counts = [0; COLOURS];
    let mut first_row = [usize::MAX; COLOURS];
    let mut first_column = [usize::MAX; COLOURS];
    for (at, &colour) in grid.cells().iter().enumerate() {
        let Some(colour) = usize::try_from(colour).ok().filter(|&colour| colour < COLOURS) else {
            continue;
        };
        let (row, column) = (at / grid.width(), at % grid.width());
        counts[colour] += 1;
        first_row[colour] = first_row[colour].min(at);
        first_column[colour] = first_column[colour].min(column * grid.height() + row);
    }
    let mut colours: Vec<usize> = (0..COLOURS).filter(|&colour| counts[colour] > 0).collect();
    let most_common = colours.iter().copied().max_by_key(|&colour| (counts[colour], Reverse(colour)));
    let ground = if is_black_ground && counts[0] > 0 { Some(0) } else { most_common };
    colours.sort_by_key(|&colour| {
        let rank = match by {
            Order::Descending => grid.cells().len() - counts[colour],
            Order::Ascending => counts[colour],
            Order::Reading => first_row[colour],
            Order::Columns => first_column[colour],
        };
        (Some(colour) != ground, rank, colour)
    });
    colours
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::testing::{given, grid, integer, is_undefined};
    use crate::value::Value;

    fn names(names: &[i64]) -> Value {
        Value::tuple(names.iter().copied().map(integer).collect()).expect("a small tuple")
    }

    #[test]
    fn colours_are_named_by_their_roles() {
        let original = grid("8888/8448/8448/8788");
        let by_count = given("roles", [original.clone(), integer(0), names(&[0, 1, 2])]);
        assert_eq!(by_count, grid("0000/0110/0110/0200"));
        assert_eq!(given("roles", [original.clone(), integer(2), names(&[0, 1, 2])]), grid("0000/0220/0220/0100"));
        // 5 keeps its name; 1, which a role has taken, does not.
        assert_eq!(given("unroles", [grid("0125"), original, integer(0), names(&[0, 1, 2])]), grid("8475"));
    }

    #[test]
    fn black_is_the_ground_where_that_is_asked_for() {
        assert_eq!(given("roles", [grid("330"), integer(1), names(&[0, 5])]), grid("550"));
        assert_eq!(given("roles", [grid("330"), integer(0), names(&[0, 5])]), grid("005"));
        assert!(is_undefined("roles", [grid("330"), integer(8), names(&[0, 5])]));
        assert!(is_undefined("roles", [grid("330"), integer(0), names(&[5, 5])]));
    }

    proptest! {
        #[test]
        fn naming_back_undoes_naming(
            cells in prop::collection::vec(0..10i8, 12), order in 0..8i64, roles in 0..10i64,
        ) {
            let original = Value::Grid(crate::grid::Grid::new(3, 4, &cells).expect("twelve cells"));
            let names = names(&(0..roles).map(|name| (name * 3 + 2) % 10).collect::<Vec<i64>>());
            let named = given("roles", [original.clone(), integer(order), names.clone()]);
            prop_assert_eq!(given("unroles", [named, original.clone(), integer(order), names]), original);
        }
    }
}
