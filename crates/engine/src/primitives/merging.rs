//! The elements of many containers in one.

use super::containers::collect;
use super::Argument;
use crate::error::{Fault, Result};
use crate::grid::Grid;
use crate::machine::Machine;
use crate::patch::{Indices, Object};
use crate::value::Value;

/// The elements of all of some containers, as a set or as a tuple.
pub(super) fn merged(machine: &mut Machine, is_set: bool, containers: &[Value]) -> Result<Value> {
    let mut count = 0usize;
    for container in containers {
        let size = container.size().ok_or_else(|| container.unexpected("Container"))?;
        count = count.saturating_add(size);
    }
    machine.allocate_items(count)?;
    let merged = if is_set { union(containers)? } else { row_of_places(containers, count).map(Value::Grid) };
    if let Some(merged) = merged {
        return Ok(merged);
    }
    let mut elements = Vec::with_capacity(count);
    for container in containers {
        match container {
            Value::Object(object) => elements.extend(object.cells().map(Value::Cell)),
            Value::Tuple(items) | Value::Set(items) => elements.extend_from_slice(items),
            others => elements.extend(others.container(machine)?),
        }
    }
    collect(machine, is_set, elements)
}

/// The union of patches that are all objects or all indices, empty ones aside; `None` if they are not.
pub(super) fn union(patches: &[Value]) -> Result<Option<Value>> {
    let (mut objects, mut indices): (Vec<&Object>, Vec<&Indices>) = (Vec::new(), Vec::new());
    for patch in patches {
        match patch {
            Value::Object(object) if indices.is_empty() => objects.push(object),
            Value::Indices(places) if objects.is_empty() => indices.push(places),
            Value::Set(none) if none.is_empty() => {}
            _ => return Ok(None),
        }
    }
    let union = match (objects.is_empty(), indices.is_empty()) {
        (true, true) => return Ok(None),
        (false, _) => Object::union(&objects).map(Value::Object),
        (true, false) => Indices::union(&indices).map(Value::Indices),
    };
    union.map(Some).ok_or_else(|| Fault::Overflow.into())
}

/// The places of indices one after the other, which as a tuple are a grid of two columns; `None` if there is anything
/// else, or a place outside the range of grids.
fn row_of_places(patches: &[Value], count: usize) -> Option<Grid> {
    let mut cells = Vec::with_capacity(2 * count);
    for patch in patches {
        match patch {
            Value::Indices(places) => {
                for place in places.places() {
                    cells.push(i8::try_from(place.row).ok()?);
                    cells.push(i8::try_from(place.column).ok()?);
                }
            }
            Value::Set(none) if none.is_empty() => {}
            _ => return None,
        }
    }
    Grid::new(count, 2, &cells)
}

#[cfg(test)]
mod tests {
    use super::super::testing::{given, indices};
    use super::*;

    #[test]
    fn tuples_of_patches_give_their_places_one_after_the_other() {
        let (far, near) = (indices(&[(0, 200), (1, 0)]), indices(&[(0, 1), (2, 0)]));
        let merge = |patches: &[&Value]| {
            let tuple = Value::tuple(patches.iter().map(|&patch| patch.clone()).collect()).expect("small");
            given("merge", [tuple])
        };
        let none = Value::empty_set();
        assert_eq!(merge(&[&near, &none, &near]).to_string(), "((0, 1), (2, 0), (0, 1), (2, 0))");
        assert_eq!(merge(&[&near]), Value::Grid(Grid::new(2, 2, &[0, 1, 2, 0]).expect("a grid")));
        assert_eq!(merge(&[&near, &far]).to_string(), "((0, 1), (2, 0), (0, 200), (1, 0))");
        assert_eq!(merge(&[&none, &none]), Value::empty_tuple());
    }
}
