//! Grids that are partitioned: by separator lines, or into equal parts.
//!
//! The panes are combined cell by cell, laid over each other, told apart and picked, summarised in a cell each, or
//! filled, as the sizes of the outputs suggest.

use super::finish::same_size;
use super::moves::{apply, apply_once, constant, function, input};
use super::store::{EntryId, Stop, Store};
use super::tables::{combine, combine_two, grids_of, has_output_size, translate};
use super::Strategy;
use crate::grid::Grid;
use crate::value::Value;

/// Works on the panes of the input.
pub struct Partition;

/// What panes are measured by.
const MEASURES: &[&str] = &[
    "ink",
    "inkcolor",
    "numcolors",
    "blots",
    "clusters",
    "holecount",
    "selfimages",
    "rareink",
    "mostcolor",
    "leastcolor",
    "height",
    "width",
];

/// The pictures by which a pane may be the only one of its kind.
const ASPECTS: &[&str] = &["identity", "mask"];

/// The layouts of equal parts that are tried on every task.
const LAYOUTS: &[(i64, i64)] = &[(1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (3, 3)];

/// How many grids of the layout's size are drawn from the panes to fill them with.
const MAX_GLAZES: usize = 60;

impl Strategy for Partition {
    fn name(&self) -> &'static str {
        "partition"
    }

    fn search(&self, store: &mut Store) -> Stop {
        let Some(input) = input(store) else {
            return Stop::Exhausted;
        };
        for panes in panes(store, input) {
            if let Some(stop) = store.must_stop() {
                return stop;
            }
            panes.solve(store);
        }
        Stop::Exhausted
    }
}

/// The panes of a grid, as entries.
struct Panes {
    grid: EntryId,
    /// The tuple of grids.
    panes: EntryId,
    /// The numbers of rows and columns of panes.
    layout: EntryId,
    /// Whether separators lie between them.
    is_separated: bool,
}

/// The partitions of a grid: that by separators, then those into equal parts.
fn panes(store: &mut Store, grid: EntryId) -> Vec<Panes> {
    let mut found = Vec::new();
    if let Some(panes) = apply(store, "panes", &[grid]) {
        if let Some(layout) = apply(store, "layout", &[grid]) {
            found.push(Panes { grid, panes, layout, is_separated: true });
        }
    }
    if let Some(layout) = apply(store, "squares", &[grid]) {
        if let Some(panes) = apply(store, "evenpanes", &[grid, layout]) {
            found.push(Panes { grid, panes, layout, is_separated: false });
        }
    }
    let mut layouts: Vec<(i64, i64)> = Vec::new();
    layouts.extend(deduced_layouts(store));
    layouts.extend(LAYOUTS.iter().filter(|layout| !layouts.contains(layout)).collect::<Vec<_>>());
    for (rows, columns) in layouts {
        let Some(layout) = constant(store, Value::Pair(rows, columns)) else {
            continue;
        };
        if let Some(panes) = apply(store, "evenpanes", &[grid, layout]) {
            found.push(Panes { grid, panes, layout, is_separated: false });
        }
    }
    found
}

/// The layouts of parts as large as the outputs, and of as many parts as the outputs have cells.
fn deduced_layouts(store: &Store) -> Vec<(i64, i64)> {
    let sides = |grid: &Grid| (grid.height() as i64, grid.width() as i64);
    let pairs = || store.inputs().iter().zip(store.expected()).map(|(input, output)| (sides(input), sides(output)));
    let ratio = |((height, width), (rows, columns)): ((i64, i64), (i64, i64))| (height / rows, width / columns);
    let all_equal = |mut layouts: Box<dyn Iterator<Item = (i64, i64)> + '_>| {
        let first = layouts.next()?;
        layouts.all(|layout| layout == first).then_some(first)
    };
    let layouts = [all_equal(Box::new(pairs().map(ratio))), all_equal(Box::new(pairs().map(|(_, output)| output)))];
    layouts.into_iter().flatten().filter(|&(rows, columns)| rows * columns > 1 && rows > 0 && columns > 0).collect()
}

impl Panes {
    /// Tries what the sizes of the outputs suggest.
    fn solve(&self, store: &mut Store) -> Option<()> {
        let first = apply(store, "first", &[self.panes])?;
        let is_pane = has_output_size(store, first);
        if is_pane {
            self.combine(store);
        }
        if self.has_pane_of_output_size(store) {
            self.pick(store);
        }
        self.multiply(store);
        let is_layout = self.has_layout_of_output_size(store);
        let input = &store.inputs()[0];
        let is_same = store.expected().first().is_some_and(|output| same_size(input, output));
        if is_layout || (is_same && self.is_separated) {
            self.summarise(store, is_layout);
        }
        if is_same {
            self.replace(store);
        }
        if is_same && self.is_separated {
            for pane in self.unlike(store) {
                let whole = apply(store, "imprint", &[self.grid, pane]);
                whole.and_then(|whole| overlay(store, self.grid, whole));
            }
            self.tint(store);
        }
        if self.is_separated {
            let whole = apply(store, "arrange", &[self.panes, self.layout]);
            whole.and_then(|whole| translate(store, whole));
        }
        Some(())
    }

    fn has_pane_of_output_size(&self, store: &Store) -> bool {
        let fits = |(value, expected): (&Value, &Grid)| {
            grids_of(value).is_some_and(|grids| grids.iter().any(|grid| same_size(grid, expected)))
        };
        store.entry(self.panes).column().iter().zip(store.expected()).all(fits)
    }

    fn has_layout_of_output_size(&self, store: &Store) -> bool {
        let layouts = store.entry(self.layout).column().iter();
        layouts
            .zip(store.expected())
            .all(|(layout, expected)| *layout == Value::Pair(expected.height() as i64, expected.width() as i64))
    }

    /// Panes as large as the output, combined cell by cell.
    fn combine(&self, store: &mut Store) -> Option<()> {
        self.stack(store);
        combine(store, self.panes);
        if let Some(coverage) = apply(store, "coverage", &[self.panes]) {
            translate(store, coverage);
        }
        let mask = function(store, "mask")?;
        let masks = apply(store, "apply", &[mask, self.panes])?;
        combine(store, masks);
        Some(())
    }

    /// Lays the panes over each other, in an order in which each output shows the topmost colour.
    fn stack(&self, store: &mut Store) -> Option<()> {
        let views: Vec<Vec<Grid>> = store.entry(self.panes).column().iter().map(grids_of).collect::<Option<_>>()?;
        let count = views[0].len();
        if count > 9 || views.iter().any(|panes| panes.len() != count) {
            return None;
        }
        let mut lies_above = vec![vec![false; count]; count];
        for (panes, expected) in views.iter().zip(store.expected()) {
            for (place, &colour) in expected.cells().iter().enumerate() {
                let shown = |pane: usize| panes[pane].cells().get(place).copied().unwrap_or(0);
                let coloured = || (0..count).filter(|&pane| shown(pane) != 0);
                let mut showing = coloured().filter(|&pane| shown(pane) == colour);
                match (showing.next(), showing.next()) {
                    (None, _) if colour == 0 && coloured().next().is_none() => {}
                    (None, _) => return None,
                    (Some(top), None) => {
                        coloured().filter(|&pane| pane != top).for_each(|pane| lies_above[top][pane] = true)
                    }
                    (Some(_), Some(_)) => {}
                }
            }
        }
        store.charge((count * count * 100) as u64);
        let mut order = Vec::new();
        while order.len() < count {
            let is_top = |pane: &usize| {
                !order.contains(pane) && (0..count).all(|other| order.contains(&other) || !lies_above[other][*pane])
            };
            let top = (0..count).find(is_top)?;
            order.push(top);
        }
        let order: Vec<i8> = order.into_iter().map(|pane| pane as i8).collect();
        let order = Grid::new(1, count, &order)?;
        let order = constant(store, Value::Grid(order))?;
        apply(store, "pile", &[self.panes, order])?;
        Some(())
    }

    /// A pane at each cell of another, which may be told apart by their colours.
    fn multiply(&self, store: &mut Store) -> Option<()> {
        let is_pair = |value: &Value| value.size() == Some(2);
        if !store.entry(self.panes).column().iter().all(is_pair) {
            return None;
        }
        let colours = function(store, "numcolors")?;
        let ends = [("first", "last"), ("last", "first")]
            .map(|(one, other)| Some((apply(store, one, &[self.panes])?, apply(store, other, &[self.panes])?)));
        let kinds = [("argmin", "argmax"), ("argmax", "argmin")].map(|(one, other)| {
            Some((apply(store, one, &[self.panes, colours])?, apply(store, other, &[self.panes, colours])?))
        });
        for (pattern, tile) in ends.into_iter().chain(kinds).flatten() {
            for primitive in ["outer", "tintedouter"] {
                apply(store, primitive, &[pattern, tile]);
            }
        }
        Some(())
    }

    /// What the fullest pane shows, in each pane in that pane's own colour.
    fn tint(&self, store: &mut Store) -> Option<()> {
        let (ink, colour) = (function(store, "ink")?, function(store, "inkcolor")?);
        let summary = apply(store, "panesummary", &[self.panes, self.layout, colour])?;
        let glazed = apply(store, "glaze", &[self.grid, summary])?;
        let model = apply(store, "argmax", &[self.panes, ink])?;
        let models = apply(store, "imprint", &[self.grid, model])?;
        let tinted = apply_once(store, "stencil", &[glazed, models])?;
        overlay(store, self.grid, tinted)
    }

    /// Picks a pane as the output.
    fn pick(&self, store: &mut Store) {
        for id in self.unlike(store) {
            translate(store, id);
        }
    }

    /// The panes that are unlike the others.
    fn unlike(&self, store: &mut Store) -> Vec<EntryId> {
        let mut picked = Vec::new();
        for name in ASPECTS {
            let aspect = function(store, name);
            picked.extend(aspect.and_then(|aspect| apply(store, "oddby", &[self.panes, aspect])));
        }
        for name in MEASURES {
            let Some(measure) = function(store, name) else {
                continue;
            };
            for primitive in ["oddby", "argmax", "argmin"] {
                picked.extend(apply(store, primitive, &[self.panes, measure]));
            }
        }
        for primitive in ["mostcommon", "leastcommon", "first", "last"] {
            picked.extend(apply(store, primitive, &[self.panes]));
        }
        picked.sort_unstable();
        picked.dedup();
        picked
    }

    /// A cell for each pane, as the output or to fill the panes with.
    fn summarise(&self, store: &mut Store, is_output: bool) -> Option<()> {
        let mut summaries = Vec::new();
        for name in MEASURES {
            let measure = function(store, name)?;
            summaries.extend(apply(store, "panesummary", &[self.panes, self.layout, measure]));
        }
        summaries.extend(apply(store, "kinds", &[self.panes, self.layout]));
        summaries.sort_unstable();
        summaries.dedup();
        let truths = [false, true].map(|truth| constant(store, Value::Boolean(truth)));
        let mut masks = Vec::new();
        for &summary in &summaries {
            for truth in truths.into_iter().flatten() {
                masks.extend(apply(store, "extremes", &[summary, truth]));
            }
            masks.extend(apply(store, "singular", &[summary]));
            masks.extend(apply(store, "mask", &[summary]));
        }
        masks.sort_unstable();
        masks.dedup();
        let mut drawn: Vec<EntryId> = summaries.iter().chain(&masks).copied().collect();
        for &summary in &summaries {
            for &mask in &masks {
                if store.must_stop().is_some() {
                    return None;
                }
                drawn.extend(apply_once(store, "stencil", &[summary, mask]));
            }
        }
        if is_output {
            for &summary in &summaries {
                for image in ["hmirror", "vmirror", "rot180", "dmirror"] {
                    drawn.extend(apply(store, image, &[summary]));
                }
            }
        }
        for &id in drawn.iter().take(if is_output { usize::MAX } else { store.wide(MAX_GLAZES) }) {
            if store.must_stop().is_some() {
                return None;
            }
            if is_output {
                translate(store, id);
            } else if let Some(glazed) = apply(store, "glaze", &[self.grid, id]) {
                overlay(store, self.grid, glazed);
            }
        }
        Some(())
    }

    /// Other panes in the place of each.
    fn replace(&self, store: &mut Store) -> Option<()> {
        for name in ["hmirror", "vmirror", "dmirror", "cmirror", "rot90", "rot180", "rot270"] {
            let turn = function(store, name)?;
            if let Some(turned) = apply(store, "apply", &[turn, self.panes]) {
                let whole = match self.is_separated {
                    true => apply(store, "reglaze", &[self.grid, turned]),
                    false => apply(store, "arrange", &[turned, self.layout]),
                };
                whole.and_then(|whole| overlay(store, self.grid, whole));
            }
        }
        Some(())
    }
}

/// A grid of the outputs' size combined with another.
fn overlay(store: &mut Store, grid: EntryId, other: EntryId) -> Option<()> {
    translate(store, other);
    combine_two(store, grid, other);
    Some(())
}

#[cfg(test)]
mod tests {
    use super::super::testing::solves;

    #[test]
    fn panes_are_combined_by_a_truth_table() {
        assert!(solves(
            "partition",
            &[
                ("0105220/1105022/0005002", "003/000/330"),
                ("0015022/1005000/1115220", "300/033/000"),
                ("1015200/1015220/1115002", "030/000/000"),
            ]
        ));
    }

    #[test]
    fn panes_are_laid_over_each_other() {
        assert!(solves(
            "partition",
            &[("1115203/0005322", "213/322"), ("0115003/1015023", "013/123"), ("0015002/0115302", "002/312")]
        ));
    }

    #[test]
    fn a_pane_is_repeated_at_the_cells_of_another() {
        assert!(solves(
            "partition",
            &[
                ("1280/3088", "1020/1122/3000/3300"),
                ("8010/8802", "1000/1100/0020/0022"),
                ("8856/0807", "5566/0506/0077/0007"),
            ]
        ));
    }

    #[test]
    fn the_odd_pane_is_picked() {
        assert!(solves(
            "partition",
            &[("12512523/00500500", "23/00"), ("44577544/47544547", "77/44"), ("30530533/33533500", "33/00"),]
        ));
    }

    #[test]
    fn the_fullest_pane_is_filled() {
        assert!(solves(
            "partition",
            &[
                ("20502/00500/55555/22500/20502", "20502/00500/55555/22500/22502"),
                ("22520/02500/55555/00500/20502", "22520/22500/55555/00500/20502"),
                ("00502/00520/55555/20522/02522", "00502/00520/55555/20522/02522"),
                ("20522/20520/55555/00502/00500", "20522/20522/55555/00502/00500"),
            ]
        ));
    }

    #[test]
    fn panes_show_a_pattern_in_their_own_colours() {
        assert!(solves(
            "partition",
            &[
                (
                    "7705000/7705040/0705000/5555555/0005000/0305000/0005000",
                    "7705440/7705440/0705040/5555555/3305000/3305000/0305000",
                ),
                (
                    "7005000/7775000/0705000/5555555/0005000/0005060/0005000",
                    "7005000/7775000/0705000/5555555/0005600/0005666/0005060",
                ),
                (
                    "0005000/0305000/0005000/5555555/7075000/7775080/0705000",
                    "3035000/3335000/0305000/5555555/7075808/7775888/0705080",
                ),
            ]
        ));
    }

    #[test]
    fn panes_are_summarised() {
        assert!(solves(
            "partition",
            &[
                ("11500511/01500500/55555555/22533500/00530500", "101/230"),
                ("00544566/00504506/55555555/10500577/00500570", "046/107"),
                ("80500511/00500510/55555555/00522500/20500500", "801/220"),
            ]
        ));
    }
}
