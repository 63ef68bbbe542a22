use proptest::prelude::*;

use super::*;
use crate::patch::{Cell, Indices, Object};
use crate::program::Operation;
use crate::task::{Sample, Task};

/// Grids of some colours, few of which differ from cell to cell.
fn grid(height: usize, width: usize) -> impl Strategy<Value = Grid> {
    prop::collection::vec(prop_oneof![5 => Just(0i8), 1 => 1..3i8], height * width)
        .prop_map(move |cells| Grid::new(height, width, &cells).expect("a grid"))
}

/// Patches that may lie outside, and sets of them that may overlap.
fn patch() -> impl Strategy<Value = Value> {
    let place = || (-1..9i32, -1..12i32);
    let places = prop::collection::vec(place(), 1..12);
    let cells = prop::collection::vec((0..3i32, place()), 1..12);
    let indices = places.prop_map(|places| {
        let places: Vec<Place> = places.into_iter().map(|(row, column)| Place::new(row, column)).collect();
        Value::Indices(Indices::new(&places).expect("near each other"))
    });
    let object = cells.prop_map(|cells| {
        let cells: Vec<Cell> =
            cells.into_iter().map(|(colour, (row, column))| Cell::new(colour, row, column)).collect();
        Value::Object(Object::new(&cells).expect("near each other"))
    });
    let one = prop_oneof![indices, object].boxed();
    let several = prop::collection::vec(one.clone(), 1..4).prop_map(|items| Value::set(items).expect("small"));
    prop_oneof![2 => one, 1 => several]
}

/// Inputs with outputs that differ from them in few cells.
fn samples() -> impl Strategy<Value = Vec<(Grid, Grid)>> {
    let sample = (grid(8, 11), 0..88usize, 0..12usize, 0..3i8).prop_map(|(input, at, count, colour)| {
        let output = input.edited(|cells| cells.iter_mut().skip(at).take(count).for_each(|cell| *cell = colour));
        (input, output)
    });
    prop::collection::vec(sample, 1..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]
    #[test]
    fn patches_are_told_apart_by_bits_as_by_cells(samples in samples(), patch in patch(), is_fit: bool) {
        let demo: Vec<Sample> = samples
            .into_iter()
            .map(|(input, output)| Sample { input, output: Some(output) })
            .collect();
        let mut store = Store::new(&Task { demo, test: Vec::new() });
        store.begin("enumerate", 1_000_000);
        let mut finish = Finish::new(&mut store);
        let input = store.add_leaf(Operation::Input, catalogue::grid(), 1).expect("a leaf").id;
        if let Some(base) = Base::of(&store, &finish.canvas, input) {
            finish.bases.push(base);
        }
        // What is wrong in the first sample fits there at least.
        let wrong = store.inputs()[0].cells().iter().zip(store.expected()[0].cells()).enumerate();
        let width = store.inputs()[0].width();
        let wrong: Vec<Place> = wrong
            .filter(|(_, (before, after))| before != after)
            .map(|(at, _)| Place::new((at / width) as i32, (at % width) as i32))
            .collect();
        let patch = match Indices::new(&wrong) {
            Some(wrong) if is_fit => Value::Indices(wrong),
            _ => patch,
        };
        let ty = finish.types.patches[1];
        let patch = store.add_leaf(Operation::Constant(patch), ty, 1).expect("a leaf").id;
        let (fit, looked_at) = finish.fit(&store, 0, patch);
        let (expected, expected_looked_at) = finish.fit_by_cells(&store, 0, patch);
        prop_assert_eq!(fit.is_some(), expected.is_some());
        prop_assert_eq!(looked_at, expected_looked_at);
    }
}
