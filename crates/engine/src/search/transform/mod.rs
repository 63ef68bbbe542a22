//! Transforms grids and lists of grids step by step, cheapest first, and puts outputs together from what that gives.
//!
//! A walk from the input applies the steps of a table to each new value. Grids of the outputs' size are pieces that are
//! laid upon each other; smaller ones are looked for as tiles and patterns of the outputs.

mod mosaic;
mod redundant;
mod shared;
mod size;
mod stack;
mod steps;
#[cfg(test)]
mod tests;
mod texts;

use std::collections::VecDeque;

use self::mosaic::Mosaic;
use self::stack::Pieces;
use self::steps::{Form, Second, Table, TABLE};
use super::catalogue;
use super::finish::Finish;
use super::moves::{apply, colour_constant, COLOURS};
use super::store::{EntryId, Stop, Store};
use super::Strategy;
use crate::program::Operation;
use crate::value::Value;

/// The highest price of an expression that is made.
const MAX_PRICE: usize = 40;

/// The share of the fuel that the walk may use, of 16; the rest is for putting together.
const WALK_SHARE: u64 = 14;

/// After which shares of the walk's fuel, of 64, outputs are put together.
const ASSEMBLIES: [u64; 4] = [4, 12, 32, 64];

/// How much more fuel than at the first solution is used to look for another.
const PATIENCE: u64 = 2;

/// The description length in bits from which on a solution is not trusted enough to stop early.
const LONG: u32 = 44;

/// How many different answers are enough.
const ENOUGH: usize = 3;

/// How many entries may get steps that become known late.
const MAX_LATE: usize = 200;

/// Walks through a graph of grid transforms.
pub struct Transform;

impl Strategy for Transform {
    fn name(&self) -> &'static str {
        "transform"
    }

    fn search(&self, store: &mut Store) -> Stop {
        if store.expected().is_empty() {
            return Stop::Exhausted;
        }
        match Walk::new(store) {
            Some(walk) => walk.run(store),
            None => Stop::Exhausted,
        }
    }
}

/// An entry with the steps that are due on it: those of one price.
struct Due {
    id: EntryId,
    form: Form,
    /// The step that gave it first.
    made_by: Option<usize>,
    /// Whether all its values are grids in which no two colours touch.
    is_apart: bool,
    /// The price of the entry alone.
    price: usize,
    /// The position of the group of steps.
    group: usize,
}

/// Steps of one price on one form, by their positions in the table.
struct Group {
    price: usize,
    steps: Vec<usize>,
}

struct Walk {
    table: &'static Table,
    constants: Vec<EntryId>,
    grid_groups: Vec<Group>,
    list_groups: Vec<Group>,
    /// What is due at each price.
    queue: Vec<VecDeque<Due>>,
    seen: Vec<bool>,
    input: EntryId,
    size: Option<EntryId>,
    /// The grids that were met before a size was known, with their prices.
    early: Vec<(EntryId, usize)>,
    pieces: Pieces,
    mosaic: Mosaic,
    finish: Finish,
}

impl Walk {
    fn new(store: &mut Store) -> Option<Walk> {
        let table = &*TABLE;
        let input = store.add_leaf(Operation::Input, catalogue::grid(), 1)?.id;
        let colours = colours(store);
        let groups = |form: Form| {
            let mut groups: Vec<Group> = Vec::new();
            for (at, step) in table.steps.iter().enumerate() {
                let is_known = step.colour.is_none_or(|colour| colours[colour as usize]);
                if step.from != form || !is_known || step.second == Second::Size {
                    continue;
                }
                match groups.last_mut().filter(|group| group.price == step.price as usize) {
                    Some(group) => group.steps.push(at),
                    None => groups.push(Group { price: step.price as usize, steps: vec![at] }),
                }
            }
            groups
        };
        let mut walk = Walk {
            table,
            constants: table.constants(store),
            grid_groups: groups(Form::Grid),
            list_groups: groups(Form::List),
            queue: std::iter::repeat_with(VecDeque::new).take(MAX_PRICE + 1).collect(),
            seen: Vec::new(),
            input,
            size: None,
            early: Vec::new(),
            pieces: Pieces::new(store),
            mosaic: Mosaic::new(store),
            finish: Finish::new(store),
        };
        // What a grid is recoloured from or to may be said of the input.
        let black = colour_constant(store, 0);
        let colours = COLOURS.map(|name| apply(store, name, &[input]));
        for colour in colours.into_iter().chain([black]).flatten() {
            walk.finish.consider(store, colour);
        }
        if let Some(size) = size::predict(store, input) {
            walk.expect_size(store, size);
        }
        walk.meet(store, input, Form::Grid, None, 0);
        Some(walk)
    }

    fn run(mut self, store: &mut Store) -> Stop {
        let start = store.fuel_used();
        let allowance = store.fuel_left() / 16 * WALK_SHARE;
        let mut assemblies = ASSEMBLIES.iter().map(|share| allowance / 64 * share);
        let mut due = assemblies.next().unwrap_or(allowance);
        let mut last = u64::MAX;
        let mut assembled = 0;
        loop {
            let used = store.fuel_used() - start;
            let must_stop = store.must_stop();
            let next = if must_stop.is_none() { self.next() } else { None };
            if used >= due || next.is_none() {
                due = assemblies.next().unwrap_or(u64::MAX);
                if self.pieces.len() > assembled {
                    assembled = self.pieces.len();
                    self.pieces.assemble(store, next.is_none() || used >= allowance);
                }
            }
            let cheapest = store.cheapest_solution();
            if cheapest.is_some_and(|bits| bits < LONG) {
                last = last.min(PATIENCE * used + allowance / 32);
            }
            match next {
                _ if cheapest.is_some() && (used >= last || self.has_enough(store)) => break Stop::Solved,
                _ if used >= allowance => break Stop::Fuel,
                Some(due) => self.expand(store, due),
                None => break must_stop.unwrap_or(Stop::Exhausted),
            }
        }
    }

    /// Whether there are different answers, and a short one among them.
    fn has_enough(&self, store: &Store) -> bool {
        store.cheapest_solution().is_some_and(|bits| bits < LONG) && store.distinct_solutions() >= ENOUGH
    }

    /// Takes what is due at the lowest price.
    fn next(&mut self) -> Option<Due> {
        self.queue.iter_mut().find_map(VecDeque::pop_front)
    }

    /// Applies the steps of one price to an entry.
    fn expand(&mut self, store: &mut Store, mut due: Due) {
        if due.group == 0 {
            due.is_apart = store.entry(due.id).column().iter().all(is_apart);
        }
        let groups = match due.form {
            Form::Grid => &self.grid_groups,
            Form::List => &self.list_groups,
        };
        let Some(group) = groups.get(due.group) else {
            return;
        };
        let steps = group.steps.clone();
        let price = due.price + group.price;
        let table = self.table;
        for at in steps {
            let step = &table.steps[at];
            let second = match step.second {
                Second::Nothing => None,
                Second::Size => self.size,
                Second::Input => Some(self.input),
            };
            if second == Some(due.id) || table.is_redundant(due.made_by, at) {
                continue;
            }
            if let Some(added) = step.apply(store, (due.id, due.is_apart), second, &self.constants) {
                self.meet(store, added.id, step.gives, Some(at), price);
            }
            if store.must_stop().is_some() {
                return;
            }
        }
        self.push(Due { group: due.group + 1, ..due });
    }

    fn push(&mut self, due: Due) {
        let groups = if due.form == Form::Grid { &self.grid_groups } else { &self.list_groups };
        let price = groups.get(due.group).map_or(usize::MAX, |group| due.price + group.price);
        if let Some(queue) = self.queue.get_mut(price) {
            queue.push_back(due);
        }
    }

    /// Looks at an entry when it is met first, perhaps made by a step, and makes its steps due.
    fn meet(&mut self, store: &mut Store, id: EntryId, form: Form, made_by: Option<usize>, price: usize) {
        if self.seen.len() <= id.index() {
            self.seen.resize(id.index() + 64, false);
        }
        if std::mem::replace(&mut self.seen[id.index()], true) {
            return;
        }
        if form == Form::Grid {
            if !store.entry(id).column().iter().all(|value| matches!(value, Value::Grid(_))) {
                return;
            }
            self.finish.consider(store, id);
            let has_size = self.pieces.offer(store, id);
            if !has_size {
                self.mosaic.offer(store, id);
            }
            if self.size.is_none() {
                self.early.push((id, price));
                if has_size {
                    if let Some(size) = apply(store, "shape", &[id]) {
                        self.expect_size(store, size);
                    }
                } else if self.early.len() > MAX_LATE {
                    self.early.pop();
                }
            }
        } else {
            let column = store.entry(id).column();
            if !column.iter().all(|value| matches!(value, Value::Tuple(_))) {
                return;
            }
            if column.iter().all(|value| value.size() == Some(1)) {
                // There is nothing to choose or to combine.
                if let Some(only) = apply(store, "first", &[id]) {
                    self.meet(store, only, Form::Grid, None, price);
                }
                return;
            }
        }
        self.push(Due { id, form, made_by, is_apart: false, price, group: 0 });
    }

    /// Makes known what size the outputs have, and makes the steps due that need it.
    fn expect_size(&mut self, store: &mut Store, size: EntryId) {
        self.size = Some(size);
        self.pieces.expect_sizes(store, size);
        for (at, step) in self.table.steps.iter().enumerate() {
            if step.second == Second::Size {
                let price = step.price as usize;
                let place = self.grid_groups.partition_point(|group| group.price < price);
                match self.grid_groups.get_mut(place).filter(|group| group.price == price) {
                    Some(group) => group.steps.push(at),
                    None => self.grid_groups.insert(place, Group { price, steps: vec![at] }),
                }
            }
        }
        for (id, price) in std::mem::take(&mut self.early) {
            for (at, step) in self.table.steps.iter().enumerate().filter(|(_, step)| step.second == Second::Size) {
                if let Some(added) = step.apply(store, (id, false), Some(size), &self.constants) {
                    self.meet(store, added.id, step.gives, Some(at), price + step.price as usize);
                }
            }
        }
    }
}

/// Whether a value is a grid in which no two colours touch, even at corners; black is none.
fn is_apart(value: &Value) -> bool {
    let Value::Grid(grid) = value else {
        return false;
    };
    let rows: Vec<&[i8]> = grid.rows().collect();
    // Without an end at the first that do: a vector operation.
    let touch = |one: &[i8], other: &[i8]| {
        one.iter().zip(other).fold(false, |touch, (&one, &other)| touch | (one != 0 && other != 0 && one != other))
    };
    let touches_itself = |row: &[i8]| touch(row, &row[1..]);
    let touches_next = |row: &[i8], next: &[i8]| touch(row, next) | touch(row, &next[1..]) | touch(&row[1..], next);
    !rows.iter().any(|row| touches_itself(row)) && !rows.windows(2).any(|pair| touches_next(pair[0], pair[1]))
}

/// Which colours occur in some output, or in some demo and some test input.
fn colours(store: &Store) -> [bool; 10] {
    let demos = store.expected().len();
    let mut occurs = [[false; 10]; 3];
    let demo_and_test = store.inputs().iter().enumerate().map(|(at, grid)| (usize::from(at >= demos), grid));
    for (place, grid) in demo_and_test.chain(store.expected().iter().map(|grid| (2, grid))) {
        for &colour in grid.cells() {
            if let Some(occurs) = usize::try_from(colour).ok().and_then(|at| occurs[place].get_mut(at)) {
                *occurs = true;
            }
        }
    }
    std::array::from_fn(|colour| colour != 0 && (occurs[2][colour] || (occurs[0][colour] && occurs[1][colour])))
}
