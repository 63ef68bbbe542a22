//! Small outputs that show numbers and colours of the input, and templates stamped at anchors.
//!
//! What an output shows is read off it first: its size, how many cells are filled and in which colour. Then the
//! numbers and colours that can be said of the input are looked through for those that are the same on all demo pairs.

use super::finish::same_size;
use super::gauges::{gauges, ink, is_gauge, is_number, Gauges, MAX_CELLS};
use super::moves::{apply, constant, function, input, objects, COLOURS};
use super::rearrange::{move_all, rearrange};
use super::stamp::stamp;
use super::store::{EntryId, Stop, Store};
use super::tables::{has_output_size, translate};
use super::Strategy;
use crate::grid::Grid;
use crate::primitives::completion::image;
use crate::value::Value;

/// Counts what is in the input, and stamps templates.
pub struct Count;

/// The numbers that can be said of a grid.
const NUMBERS: &[&str] =
    &["ink", "numcolors", "huecount", "blots", "clusters", "holecount", "selfimages", "height", "width"];

/// What colours are ordered by.
const ORDERS: &[&str] = &["ink", "blots", "clusters", "topmost"];

/// The images of a grid.
const IMAGES: &[&str] = &["hmirror", "vmirror", "rot180", "dmirror", "cmirror", "rot90", "rot270"];

/// The most outputs among which one is chosen.
const MAX_KINDS: usize = 4;

/// The most sizes by which objects are told apart for counting.
const MAX_SIZE: i64 = 9;

impl Strategy for Count {
    fn name(&self) -> &'static str {
        "count"
    }

    fn search(&self, store: &mut Store) -> Stop {
        let Some(input) = input(store) else {
            return Stop::Exhausted;
        };
        if has_output_size(store, input) {
            stamp(store, input);
            move_all(store);
            rearrange(store);
            if is_number(store.expected()) {
                Tally::new(store, input).draw(store);
            }
        } else if store.expected().iter().all(|output| output.cells().len() <= MAX_CELLS) {
            for grid in bases(store, input) {
                census(store, grid);
            }
            let tally = Tally::new(store, input);
            tally.draw(store);
            tally.draw_rows(store);
            tally.choose(store);
        }
        store.must_stop().unwrap_or(Stop::Exhausted)
    }
}

/// The input, and the input with its background or its foremost colour made black.
fn bases(store: &mut Store, input: EntryId) -> Vec<EntryId> {
    let mut bases = vec![input];
    let black = constant(store, Value::Integer(0));
    for colour in ["mostcolor", "inkcolor"] {
        let colour = apply(store, colour, &[input]);
        let base = colour.zip(black).and_then(|(colour, black)| apply(store, "replace", &[input, colour, black]));
        bases.extend(base.filter(|base| !bases.contains(base)));
    }
    bases
}

/// Colours in an order, as a column or as bars, in all positions.
fn census(store: &mut Store, input: EntryId) {
    for order in ORDERS {
        let Some(order) = function(store, order) else {
            continue;
        };
        for primitive in ["census", "bars"] {
            let Some(drawn) = apply(store, primitive, &[input, order]) else {
                continue;
            };
            translate(store, drawn);
            for image in IMAGES {
                apply(store, image, &[drawn]);
            }
        }
    }
}

/// The numbers and colours that can be said of the input.
struct Tally {
    numbers: Vec<EntryId>,
    colours: Vec<EntryId>,
}

impl Tally {
    fn new(store: &mut Store, input: EntryId) -> Tally {
        let mut tally = Tally { numbers: Vec::new(), colours: Vec::new() };
        tally.measure(store, input);
        tally.count_inside(store, input);
        tally.count_objects(store, input);
        tally.numbers.sort_unstable();
        tally.numbers.dedup();
        tally
    }

    /// Counts cells and objects, all together and by colour and size.
    fn count_objects(&mut self, store: &mut Store, input: EntryId) -> Option<()> {
        let of_some = |colour: &i8| store.inputs().iter().any(|grid| grid.cells().contains(colour));
        let shared: Vec<i8> = (0..=9).filter(of_some).collect();
        let mut colours = Vec::new();
        for colour in shared {
            let colour = constant(store, Value::Integer(colour.into()))?;
            self.numbers.extend(apply(store, "colorcount", &[input, colour]));
            colours.push(colour);
        }
        for univalued in [true, false] {
            for diagonal in [false, true] {
                if store.must_stop().is_some() {
                    return None;
                }
                let Some(objects) = objects(store, input, univalued, diagonal) else {
                    continue;
                };
                self.numbers.extend(apply(store, "size", &[objects]));
                for key in ["size", "height", "width"] {
                    let key = function(store, key)?;
                    for pick in ["argmax", "argmin"] {
                        let picked = apply(store, pick, &[objects, key]);
                        let colour = picked.and_then(|picked| apply(store, "color", &[picked]));
                        self.colours.extend(colour);
                        self.numbers.extend(picked.and_then(|picked| apply(store, "size", &[picked])));
                    }
                }
                if !univalued {
                    continue;
                }
                let mut kinds = vec![objects];
                for &colour in &colours {
                    kinds.extend(apply(store, "colorfilter", &[objects, colour]));
                }
                for kind in kinds {
                    self.numbers.extend(apply(store, "size", &[kind]));
                    for size in 1..=MAX_SIZE {
                        let size = constant(store, Value::Integer(size))?;
                        let sized = apply(store, "sizefilter", &[kind, size]);
                        self.numbers.extend(sized.and_then(|sized| apply(store, "size", &[sized])));
                    }
                }
            }
        }
        Some(())
    }

    /// Counts in what lies inside the first closed frame.
    fn count_inside(&mut self, store: &mut Store, input: EntryId) -> Option<()> {
        let insides = apply(store, "insides", &[input])?;
        let inside = apply(store, "first", &[insides])?;
        self.measure(store, inside);
        Some(())
    }

    /// Takes the numbers and colours that can be said of a grid.
    fn measure(&mut self, store: &mut Store, grid: EntryId) {
        for name in NUMBERS {
            self.numbers.extend(apply(store, name, &[grid]));
        }
        for name in COLOURS {
            self.colours.extend(apply(store, name, &[grid]));
        }
    }

    /// Draws outputs of one colour and black from a number, a colour and a size.
    fn draw(&self, store: &mut Store) -> Option<()> {
        let outputs = store.expected().to_vec();
        let colours: Vec<i64> = outputs.iter().map(|output| ink(output).map(i64::from)).collect::<Option<_>>()?;
        let colours = self.equal(store, &self.colours, &colours);
        if colours.is_empty() {
            return None;
        }
        let numbers: Vec<i64> =
            outputs.iter().map(|output| output.cells().iter().filter(|&&colour| colour != 0).count() as i64).collect();
        let heights: Vec<i64> = outputs.iter().map(|output| output.height() as i64).collect();
        let widths: Vec<i64> = outputs.iter().map(|output| output.width() as i64).collect();
        if outputs.iter().all(|output| !output.cells().contains(&0)) {
            for size in self.sizes(store, &heights, &widths) {
                for &colour in &colours {
                    apply(store, "canvas", &[colour, size]);
                }
            }
        }
        let is_diagonal = |output: &Grid| {
            let (side, width) = (output.height(), output.width());
            let is_right = |(at, &colour): (usize, &i8)| (colour != 0) == (at / width == at % width);
            side == width && output.cells().iter().enumerate().all(is_right)
        };
        if outputs.iter().all(is_diagonal) {
            for number in self.equal(store, &self.numbers, &heights) {
                for &colour in &colours {
                    apply(store, "diagonal", &[number, colour]);
                }
            }
        }
        self.fill_in_order(store, &colours, &numbers);
        let turn = (0..8).find(|&turn| outputs.iter().all(|output| is_gauge(output, turn)))?;
        let sides = if turn & 4 == 0 { (&heights, &widths) } else { (&widths, &heights) };
        let sizes = self.sizes(store, sides.0, sides.1);
        let mut shown = self.equal(store, &self.numbers, &numbers);
        shown.extend(self.lines(store, &numbers, sides.1));
        for number in shown {
            for &size in &sizes {
                for &colour in &colours {
                    let gauge = apply(store, "gauge", &[number, colour, size])?;
                    for image in IMAGES {
                        apply(store, image, &[gauge]);
                    }
                }
            }
        }
        Some(())
    }

    /// Draws outputs of one size whose rows, or columns, each show a number in a colour of their own.
    fn draw_rows(&self, store: &mut Store) -> Option<()> {
        let outputs = store.expected().to_vec();
        let first = outputs.first()?;
        if outputs.len() < 2 || !outputs.iter().all(|output| same_size(first, output)) {
            return None;
        }
        for turn in 0..8 {
            let images: Vec<Grid> = outputs.iter().filter_map(|output| image(output, turn)).collect();
            let (height, width) = (images.first()?.height(), images.first()?.width());
            let rows: Option<Vec<Gauges>> = (0..height).map(|row| gauges(&images, row)).collect();
            let Some(rows) = rows.filter(|rows| rows.iter().filter(|(colour, _)| *colour != 0).count() > 1) else {
                continue;
            };
            let size = constant(store, Value::Pair(1, width as i64))?;
            let black = constant(store, Value::Integer(0))?;
            let mut drawn: Option<EntryId> = None;
            for (colour, numbers) in rows {
                let row = if colour == 0 {
                    apply(store, "canvas", &[black, size])
                } else {
                    let number = self.equal(store, &self.numbers, &numbers);
                    let number = number.into_iter().min_by_key(|&number| store.entry(number).cost)?;
                    let colour = constant(store, Value::Integer(colour.into()))?;
                    apply(store, "gauge", &[number, colour, size])
                };
                drawn = match (drawn, row?) {
                    (None, row) => Some(row),
                    (Some(drawn), row) => apply(store, "vconcat", &[drawn, row]),
                };
            }
            for image in IMAGES {
                apply(store, image, &[drawn?]);
            }
            return None;
        }
        Some(())
    }

    /// Draws outputs of one size that contain each other, the more cells the greater a number.
    fn fill_in_order(&self, store: &mut Store, colours: &[EntryId], numbers: &[i64]) -> Option<()> {
        let outputs = store.expected();
        let first = outputs.first()?;
        if outputs.iter().any(|output| !same_size(first, output)) {
            return None;
        }
        let rank = |at: usize| {
            let filled = outputs.iter().zip(numbers).filter(|(output, _)| output.cells()[at] != 0);
            filled.map(|(_, &number)| i8::try_from(number).unwrap_or(i8::MAX)).min().unwrap_or(0)
        };
        let ranks: Vec<i8> = (0..first.cells().len()).map(rank).collect();
        let is_reached = |rank: i8, number: i64| rank > 0 && i64::from(rank) <= number;
        let is_right = |(output, &number): (&Grid, &i64)| {
            output.cells().iter().zip(&ranks).all(|(&colour, &rank)| (colour != 0) == is_reached(rank, number))
        };
        if !outputs.iter().zip(numbers).all(is_right) || numbers.iter().all(|&number| number == numbers[0]) {
            return None;
        }
        let ranks = Grid::new(first.height(), first.width(), &ranks)?;
        let ranks = constant(store, Value::Grid(ranks))?;
        for number in self.equal(store, &self.numbers, numbers) {
            for &colour in colours {
                apply(store, "levels", &[number, colour, ranks]);
            }
        }
        Some(())
    }

    /// Chooses among few outputs that demo samples share, by a number or a colour that tells them apart.
    fn choose(&self, store: &mut Store) -> Option<()> {
        let mut kinds: Vec<Grid> = Vec::new();
        for output in store.expected() {
            if !kinds.contains(output) {
                kinds.push(output.clone());
            }
        }
        if kinds.len() < 2 || kinds.len() > MAX_KINDS || kinds.len() + 2 > store.expected().len() {
            return None;
        }
        store.charge((self.numbers.len() + self.colours.len()) as u64 * 100);
        for &number in self.numbers.iter().chain(&self.colours) {
            let values = kinds.iter().map(|kind| {
                let column = store.entry(number).column().iter().zip(store.expected());
                let mut values = column.filter(|(_, output)| *output == kind).map(|(value, _)| value);
                let first = values.next()?;
                values.all(|value| value == first).then(|| first.clone())
            });
            let Some(values) = values.collect::<Option<Vec<Value>>>() else {
                continue;
            };
            let is_told_apart = (1..values.len()).all(|at| !values[..at].contains(&values[at]));
            // A number that no demo sample had says nothing of a test input.
            if !is_told_apart || !store.entry(number).column().iter().all(|value| values.contains(value)) {
                continue;
            }
            let mut cases = kinds.iter().zip(values).rev();
            let (last, _) = cases.next()?;
            let mut chosen = constant(store, Value::Grid(last.clone()))?;
            for (kind, value) in cases {
                let value = constant(store, value)?;
                let is_case = apply(store, "equality", &[number, value])?;
                let kind = constant(store, Value::Grid(kind.clone()))?;
                chosen = apply(store, "branch", &[is_case, kind, chosen])?;
            }
        }
        Some(())
    }

    /// The entries with given values on the demo samples; a constant where that is enough.
    fn equal(&self, store: &mut Store, entries: &[EntryId], wanted: &[i64]) -> Vec<EntryId> {
        let first = wanted[0];
        if wanted.iter().all(|&value| value == first) {
            return constant(store, Value::Integer(first)).into_iter().collect();
        }
        store.charge(entries.len() as u64 * 20);
        let fits = |&&id: &&EntryId| {
            let column = store.entry(id).column();
            column.iter().zip(wanted).all(|(value, &wanted)| value.as_integer() == Some(wanted))
        };
        entries.iter().filter(fits).copied().collect()
    }

    /// Numbers that count cells in whole lines of one length.
    fn lines(&self, store: &mut Store, numbers: &[i64], lengths: &[i64]) -> Vec<EntryId> {
        let length = lengths[0];
        if length < 2
            || lengths.iter().any(|&other| other != length)
            || numbers.iter().any(|number| number % length > 0)
        {
            return Vec::new();
        }
        let lines: Vec<i64> = numbers.iter().map(|number| number / length).collect();
        let Some(length) = constant(store, Value::Integer(length)) else {
            return Vec::new();
        };
        let lines = self.equal(store, &self.numbers, &lines);
        lines.into_iter().filter_map(|number| apply(store, "multiply", &[number, length])).collect()
    }

    /// The sizes with given heights and widths on the demo samples.
    fn sizes(&self, store: &mut Store, heights: &[i64], widths: &[i64]) -> Vec<EntryId> {
        let is_constant = |sides: &[i64]| sides.iter().all(|side| *side == sides[0]);
        if is_constant(heights) && is_constant(widths) {
            return constant(store, Value::Pair(heights[0], widths[0])).into_iter().collect();
        }
        let heights = self.equal(store, &self.numbers, heights);
        let widths = self.equal(store, &self.numbers, widths);
        let mut sizes = Vec::new();
        for &height in &heights {
            for &width in &widths {
                sizes.extend(apply(store, "astuple", &[height, width]));
            }
        }
        sizes
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::solves;

    #[test]
    fn objects_are_counted_in_a_gauge() {
        assert!(solves(
            "count",
            &[
                ("1100/1100/0011/0011", "110"),
                ("110011/110011/000000/110010/110000", "111"),
                ("0110/0110/1000/0011", "100"),
                ("2200/0000/1101/1100", "100"),
            ]
        ));
    }

    #[test]
    fn two_kinds_are_counted_in_a_row_each() {
        assert!(solves(
            "count",
            &[
                ("10110/00000/20202", "3300/4440"),
                ("10101/00000/00002", "3330/4000"),
                ("11000/00000/20020", "3000/4400"),
                ("10111/02000/00020", "3300/4400"),
            ]
        ));
    }

    #[test]
    fn a_number_may_be_shown_on_a_grid_of_the_same_size() {
        assert!(solves(
            "count",
            &[
                ("120/003/120", "444/000/000"),
                ("110/010/000", "400/000/000"),
                ("550/066/000", "440/000/000"),
                ("780/009/105", "444/440/000"),
            ]
        ));
        assert!(solves(
            "count",
            &[
                ("100/001/000", "000/444/444"),
                ("100/000/000", "000/000/444"),
                ("010/000/100", "000/444/444"),
                ("101/000/100", "444/444/444"),
            ]
        ));
    }

    #[test]
    fn colours_are_ordered_by_their_cells() {
        assert!(solves(
            "count",
            &[("1122/1022/3022", "2/1/3"), ("0444/5500", "4/5"), ("7770/8807/0906", "7/8/6/9"), ("1330/0300", "3/1")]
        ));
    }

    #[test]
    fn one_of_few_outputs_is_chosen() {
        assert!(solves(
            "count",
            &[
                ("101/010", "11/22"),
                ("110/010", "22/11"),
                ("111/101", "11/22"),
                ("100/110", "22/11"),
                ("010/111", "11/22"),
            ]
        ));
    }
}
