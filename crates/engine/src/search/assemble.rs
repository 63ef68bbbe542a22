//! Outputs that are put together of the input's pieces, or are its plan once its noise is gone.

use super::moves::{apply, constant, shared_colours};
use super::store::{EntryId, Store};
use super::tables::translate;
use crate::grid::Grid;
use crate::value::Value;

/// How the input is cut into pieces: whether each is of one colour.
const CUTS: &[bool] = &[true, false];

/// What makes a plan of a grid of blocks.
const PLANS: &[&str] = &["thinned", "condensed", "bands", "compress"];

/// Puts pieces together at a colour that all have, and such that they fill the outputs; repairs the cells of each colour and
/// makes a plan of what there is then.
pub fn assemble(store: &mut Store, input: EntryId) -> Option<()> {
    let colours = shared_colours(store);
    let yes = constant(store, Value::Boolean(true))?;
    for &univalued in CUTS {
        let univalued = constant(store, Value::Boolean(univalued))?;
        let Some(pieces) = apply(store, "cutparts", &[input, univalued, yes]) else {
            continue;
        };
        for &colour in colours.iter().filter(|&&colour| colour != 0) {
            let colour = constant(store, Value::Integer(colour.into()))?;
            apply(store, "pinned", &[pieces, colour]);
        }
        apply(store, "quartered", &[pieces]);
        if let Some(size) = size(store) {
            apply(store, "jigsaw", &[pieces, size]);
        }
    }
    stripes(store, input);
    let black = constant(store, Value::Integer(0))?;
    for colour in colours {
        if store.must_stop().is_some() {
            return None;
        }
        let colour = constant(store, Value::Integer(colour.into()))?;
        if let Some(bare) = apply(store, "replace", &[input, colour, black]) {
            stripes(store, bare);
        }
        let Some(healed) = apply(store, "heal", &[input, colour]) else {
            continue;
        };
        for plan in PLANS {
            if let Some(plan) = apply(store, plan, &[healed]) {
                translate(store, plan);
            }
        }
    }
    Some(())
}

/// Draws the bands of a grid as the stripes of a square.
fn stripes(store: &mut Store, grid: EntryId) -> Option<()> {
    let bands = apply(store, "bands", &[grid])?;
    let (height, width) = (apply(store, "height", &[bands])?, apply(store, "width", &[bands])?);
    let wide = apply(store, "hupscale", &[bands, height])?;
    apply(store, "vupscale", &[wide, width])?;
    Some(())
}

/// The size of all outputs, if it is the same.
fn size(store: &mut Store) -> Option<EntryId> {
    let sides = |grid: &Grid| (grid.height() as i64, grid.width() as i64);
    let (height, width) = sides(store.expected().first()?);
    let is_equal = store.expected().iter().all(|grid| sides(grid) == (height, width));
    is_equal.then(|| constant(store, Value::Pair(height, width)))?
}

#[cfg(test)]
mod tests {
    use super::super::testing::solves;

    #[test]
    fn pieces_meet_at_their_common_colour() {
        assert!(solves(
            "complete",
            &[
                ("10000/05000/00003/00052", "103/052"),
                ("40005/05003/00000", "40/05/03"),
                ("06000/05007/00050", "67/50"),
            ]
        ));
    }

    #[test]
    fn bands_are_stripes_of_a_square() {
        assert!(solves(
            "complete",
            &[
                ("000000/222222/000000/155111", "22/11"),
                ("020103/020553/020103", "213/213/213"),
                ("444444/055000/666666/333333/055000", "444/666/333"),
            ]
        ));
    }

    #[test]
    fn blocks_with_noise_have_a_plan() {
        assert!(solves(
            "complete",
            &[
                ("115222/111252/333444/353444", "12/34"),
                ("666677/665677/566677/888899/885899", "67/89"),
                ("113333/153353/115333/224444/224454", "13/24"),
            ]
        ));
    }
}
