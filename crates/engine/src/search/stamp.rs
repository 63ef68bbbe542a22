//! Templates that outputs show at all cells of a colour.

use super::moves::{apply, constant};
use super::store::{EntryId, Store};
use crate::grid::Grid;
use crate::types::Type;
use crate::value::Value;

/// How far a template reaches from its anchor.
const RADII: &[i64] = &[1, 2, 3];

/// What stands for any colour but black as an anchor, and in a template for the anchor's own.
const OWN: i8 = 10;

/// What lets a grid show through a template.
const THROUGH: i8 = -1;

/// How many anchors are looked at in all demo samples.
const MAX_ANCHORS: usize = 60;

/// Stamps a template at the cells of one colour after the other.
pub fn stamp(store: &mut Store, grid: EntryId) {
    if deduced(store, grid, grid, OWN).is_some_and(|(_, wrong)| wrong == 0) {
        return;
    }
    let mut stamped = grid;
    let of_some = |colour: &i8| store.inputs().iter().any(|grid| grid.cells().contains(colour));
    for colour in (1..=9).filter(of_some).collect::<Vec<i8>>() {
        if let Some((next, _)) = deduced(store, grid, stamped, colour) {
            stamped = next;
        }
    }
}

/// Stamps the template that the outputs show at all cells of a colour of a grid upon another, if that brings it nearer
/// to the outputs; gives also how many cells are still wrong.
fn deduced(store: &mut Store, grid: EntryId, upon: EntryId, anchor: i8) -> Option<(EntryId, usize)> {
    let before = wrong(store, upon)?;
    let mut best: Option<(EntryId, usize)> = None;
    for &radius in RADII {
        let template = template(store, grid, anchor, radius)?;
        let template = constant(store, Value::Grid(template), &Type::Grid)?;
        let anchor = constant(store, Value::Integer(anchor.into()), &Type::Integer)?;
        let stamped = apply(store, "stamp", &[upon, anchor, template])?;
        let after = wrong(store, stamped)?;
        if after < best.map_or(before, |(_, wrong)| wrong) {
            best = Some((stamped, after));
        }
    }
    best
}

/// The cells of the demo outputs that a grid has otherwise.
fn wrong(store: &Store, id: EntryId) -> Option<usize> {
    let wrong = |(value, expected): (&Value, &Grid)| match value {
        Value::Grid(grid) => Some(grid.cells().iter().zip(expected.cells()).filter(|(a, b)| a != b).count()),
        _ => None,
    };
    store.entry(id).column().iter().zip(store.expected()).map(wrong).sum()
}

/// What all outputs show around all cells of a colour, where it is not what the grid shows.
fn template(store: &mut Store, grid: EntryId, anchor: i8, radius: i64) -> Option<Grid> {
    let side = 2 * radius + 1;
    let mut shown: Vec<Option<i8>> = vec![None; (side * side) as usize];
    let mut is_possible = vec![true; shown.len()];
    let mut changed_by = vec![0; shown.len()];
    let mut changed_on = vec![0; shown.len()];
    let mut anchors = 0;
    for (value, expected) in store.entry(grid).column().iter().zip(store.expected()) {
        let Value::Grid(grid) = value else {
            return None;
        };
        let width = grid.width();
        let changed_before = changed_by.clone();
        for (at, &own) in grid.cells().iter().enumerate() {
            if if anchor == OWN { own == 0 } else { own != anchor } {
                continue;
            }
            anchors += 1;
            if anchors > MAX_ANCHORS {
                return None;
            }
            let (row, column) = ((at / width) as i64 - radius, (at % width) as i64 - radius);
            for (spot, shown) in shown.iter_mut().enumerate() {
                let Some(place) = grid.offset(row + spot as i64 / side, column + spot as i64 % side) else {
                    continue;
                };
                let colour = expected.cells()[place];
                changed_by[spot] += usize::from(colour != grid.cells()[place]);
                let colour = if anchor == OWN && colour == own { OWN } else { colour };
                is_possible[spot] &= *shown.get_or_insert(colour) == colour;
            }
        }
        for (on, (before, now)) in changed_on.iter_mut().zip(changed_before.iter().zip(&changed_by)) {
            *on += usize::from(before < now);
        }
    }
    store.charge(anchors as u64 * (side * side) as u64 * 4);
    // What a single demo sample shows, or few of the anchors, is no rule.
    let is_rule = |spot: usize| is_possible[spot] && changed_on[spot] > 1 && 2 * changed_by[spot] >= anchors;
    let cell = |spot: usize| shown[spot].filter(|_| is_rule(spot)).unwrap_or(THROUGH);
    let cells: Vec<i8> = (0..shown.len()).map(cell).collect();
    let is_any = cells.iter().any(|&colour| colour != THROUGH);
    if !is_any {
        return None;
    }
    Grid::new(side as usize, side as usize, &cells)
}

#[cfg(test)]
mod tests {
    use super::super::testing::solves;

    #[test]
    fn templates_are_stamped_at_the_cells_of_a_colour() {
        assert!(solves(
            "count",
            &[
                ("00000/00200/00000/00000", "00300/03230/00300/00000"),
                ("0000000/0200000/0000020/0000000", "0300000/3230030/0300323/0000030"),
                ("0000/0000/0020/0000", "0000/0030/0323/0030"),
            ]
        ));
    }
}
