//! Outputs that are a grid in other colours.

use smallvec::SmallVec;

use super::finish::same_size;
use super::moves::{apply, colour_constant};
use super::store::{EntryId, Store};
use crate::value::Value;

/// How many colours a deduced recolouring may change.
const MAX_RECOLOURED: usize = 4;

/// What a changed colour that only one of several demo pairs shows adds to the doubt about a recolouring, in bits.
const UNSUPPORTED_BITS: u32 = 8;

/// How the colours of a grid change into those of the demo outputs.
pub enum Recolouring {
    /// Each colour changes alike in all pairs.
    Shared {
        /// The colours that change, with what they change into.
        changes: Vec<(i8, i8)>,
        /// How far it may fit by chance, in bits.
        chance: u32,
    },
    /// In each pair one colour changes, not the same in all.
    Single {
        /// The colours that change.
        from: Vec<Value>,
        /// What they change into.
        to: Vec<Value>,
    },
}

impl Recolouring {
    /// The recolouring of an entry that gives the demo outputs, if there is one.
    pub fn of(store: &Store, id: EntryId) -> Option<Recolouring> {
        let mut shared: [Option<i8>; 10] = [None; 10];
        let mut support = [0; 10];
        let mut is_shared = true;
        let mut single: SmallVec<[Option<(i8, i8)>; 6]> = SmallVec::new();
        for (value, expected) in store.entry(id).column().iter().zip(store.expected()) {
            let Value::Grid(grid) = value else {
                return None;
            };
            if !same_size(grid, expected) {
                return None;
            }
            let mut map: [Option<i8>; 10] = [None; 10];
            for (&from, &to) in grid.cells().iter().zip(expected.cells()) {
                let slot = map.get_mut(usize::try_from(from).ok()?)?;
                if *slot.get_or_insert(to) != to {
                    return None;
                }
            }
            for ((slot, to), support) in shared.iter_mut().zip(&map).zip(&mut support) {
                if let Some(to) = to {
                    is_shared &= slot.get_or_insert(*to) == to;
                    *support += 1;
                }
            }
            let mut changed = changes(&map);
            single.push(changed.next());
            if changed.next().is_some() && !is_shared {
                return None;
            }
        }
        if is_shared {
            let changes: Vec<(i8, i8)> = changes(&shared).collect();
            let is_unsupported = |&&(from, _): &&(i8, i8)| support[from as usize] < 2 && store.expected().len() > 1;
            let chance = UNSUPPORTED_BITS * changes.iter().filter(is_unsupported).count() as u32;
            let is_short = !changes.is_empty() && changes.len() <= MAX_RECOLOURED;
            return is_short.then_some(Recolouring::Shared { changes, chance });
        }
        let column = |of: fn((i8, i8)) -> i8| -> Option<Vec<Value>> {
            let value = |change: &Option<(i8, i8)>| change.map(|pair| Value::Integer(of(pair).into()));
            single.iter().map(value).collect()
        };
        Some(Recolouring::Single { from: column(|pair| pair.0)?, to: column(|pair| pair.1)? })
    }
}

/// The colours that a map changes.
fn changes(map: &[Option<i8>; 10]) -> impl Iterator<Item = (i8, i8)> + '_ {
    (0..).zip(map).filter_map(|(from, to)| to.map(|to| (from, to))).filter(|(from, to)| from != to)
}

/// Replaces colours one after the other, in an order in which no new colour is replaced again.
pub fn replace_all(store: &mut Store, id: EntryId, changed: &[(i8, i8)]) -> Option<()> {
    if let [(a, b), (c, d)] = changed {
        if (a, b) == (d, c) {
            let (a, b) = (colour_constant(store, *a)?, colour_constant(store, *b)?);
            apply(store, "switch", &[id, a, b]);
            return Some(());
        }
    }
    let mut left = changed.to_vec();
    let mut grid = id;
    while !left.is_empty() {
        let is_free = |to: i8| left.iter().all(|&(from, _)| from != to);
        let next = left.iter().position(|&(_, to)| is_free(to))?;
        let (from, to) = left.remove(next);
        let (from, to) = (colour_constant(store, from)?, colour_constant(store, to)?);
        grid = apply(store, "replace", &[grid, from, to])?;
    }
    Some(())
}
