//! No program makes the machine fail otherwise than by an error, and none uses more than its limits.

#![no_main]

use arcsynth_engine::batch::{Batch, Inputs, Workspace};
use arcsynth_engine::constants;
use arcsynth_engine::function::Function;
use arcsynth_engine::grid::Grid;
use arcsynth_engine::machine::Limits;
use arcsynth_engine::primitives;
use arcsynth_engine::program::{Builder, Node, NodeId, Operation};
use arcsynth_engine::value::Value;
use libfuzzer_sys::fuzz_target;

const LIMITS: Limits = Limits { fuel: 2_000_000, memory: 8 << 20 };

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = bytes.iter().copied();
    let Some(grid) = grid(&mut bytes) else {
        return;
    };
    let mut builder = Builder::new();
    let mut nodes = vec![builder.add(Node::leaf(Operation::Input))];
    nodes.extend(constants::all().map(|(_, value)| builder.add(Node::constant(value))));
    let calls: Vec<_> = primitives::all().collect();
    while let Some(choice) = number(&mut bytes) {
        let primitive = calls[choice % calls.len()];
        // One step in five names a primitive as a value, for others to apply.
        if choice / calls.len() % 5 == 0 {
            let value = Value::Function(Function::Primitive(primitive));
            nodes.push(builder.add(Node::constant(value)));
            continue;
        }
        let argument = |back: u8| nodes[nodes.len() - 1 - usize::from(back) % nodes.len()];
        let arguments: Vec<NodeId> = (0..primitive.arity()).map(|_| argument(bytes.next().unwrap_or(0))).collect();
        nodes.push(builder.add(Node::call(primitive, &arguments)));
    }
    let program = builder.program(nodes[nodes.len() - 1]);
    let batch = Batch::new([&program]);
    let inputs = Inputs { input: Value::Grid(grid), samples: Value::empty_tuple(), candidate: None };
    Workspace::new(&batch, LIMITS).run([0], &inputs, |_, evaluation| {
        assert!(evaluation.used.fuel <= LIMITS.fuel);
        assert!(evaluation.used.memory <= LIMITS.memory);
        if let Ok(value) = evaluation.result {
            // Printing and comparing what came out must not fail either.
            assert_eq!(value, value.clone());
            let _ = value.to_string();
        }
    });
});

/// A small grid of the first bytes.
fn grid(bytes: &mut impl Iterator<Item = u8>) -> Option<Grid> {
    let (height, width) = (bytes.next()? % 6 + 1, bytes.next()? % 6 + 1);
    let cells: Vec<i8> = (0..height * width).map(|_| (bytes.next().unwrap_or(0) % 10) as i8).collect();
    Grid::new(usize::from(height), usize::from(width), &cells)
}

/// The number of the next two bytes: there are more primitives than a byte counts.
fn number(bytes: &mut impl Iterator<Item = u8>) -> Option<usize> {
    Some(usize::from(u16::from_le_bytes([bytes.next()?, bytes.next()?])))
}
