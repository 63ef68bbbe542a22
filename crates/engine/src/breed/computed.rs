//! Values computed from the demo pairs or the input, which may take the place of constants.

use std::sync::LazyLock;

use crate::program::{parse_file, Program};
use crate::types::{Mode, Type};

/// A computed value and its type.
pub(super) struct Computed {
    pub(super) ty: Type,
    pub(super) program: Program,
}

static COMPUTED: LazyLock<Vec<Computed>> = LazyLock::new(|| {
    parse_file(include_str!("computed.dsl"))
        .into_iter()
        .filter_map(|definition| {
            let program = definition.program.ok()?;
            // Lenient, because these are no whole programs: they give no grids.
            let ty = program.types(Mode::Lenient).ok()?.pop()?;
            Some(Computed { ty, program })
        })
        .collect()
});

/// All computed values.
pub(super) fn all() -> &'static [Computed] {
    &COMPUTED
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::{Batch, Inputs, Workspace};
    use crate::grid::Grid;
    use crate::machine::Limits;
    use crate::program::{Builder, Node};
    use crate::value::Value;

    /// The values by their names in the file.
    fn named() -> Vec<(String, &'static Computed)> {
        let definitions = parse_file(include_str!("computed.dsl"));
        assert_eq!(definitions.len(), all().len(), "a value cannot be read");
        definitions.into_iter().map(|definition| definition.name.expect("a name")).zip(all()).collect()
    }

    fn find(wanted: &str) -> &'static Program {
        &named().into_iter().find(|(name, _)| name == wanted).expect("a value of the name").1.program
    }

    fn grid(rows: &[&[i8]]) -> Value {
        Value::Grid(Grid::new(rows.len(), rows[0].len(), &rows.concat()).expect("a rectangle"))
    }

    fn value(program: &Program, input: Value, samples: Value) -> String {
        let mut outcome = String::new();
        Workspace::new(&Batch::new([program]), Limits::default()).run(
            [0],
            &Inputs { input, samples, candidate: None },
            |_, evaluation| {
                outcome = evaluation.result.map_or_else(|error| error.to_string(), |value| value.to_string());
            },
        );
        outcome
    }

    #[test]
    fn all_values_are_read_and_well_typed() {
        for (name, Computed { ty, program }) in named() {
            // A whole program around the value, to check it strictly.
            let mut builder = Builder::new();
            let numbers = builder.add_program(program);
            let value = numbers[numbers.len() - 1];
            let wrap = |builder: &mut Builder, text: &str, arguments: &[_]| {
                let id = crate::primitives::find(text).expect("a primitive");
                builder.add(Node::call(id, arguments))
            };
            let zero = builder.add(Node::constant(Value::Integer(0)));
            let input = builder.add(Node::leaf(crate::program::Operation::Input));
            let result = match ty {
                Type::Integer => {
                    let dims = wrap(&mut builder, "shape", &[input]);
                    wrap(&mut builder, "canvas", &[value, dims])
                }
                Type::Function(..) => builder.add(Node {
                    operation: crate::program::Operation::Apply,
                    arguments: [value, input].into_iter().collect(),
                }),
                _ => wrap(&mut builder, "canvas", &[zero, value]),
            };
            let program = builder.program(result);
            assert!(program.types(Mode::Strict).is_ok(), "{name}: {:?}", program.types(Mode::Strict));
        }
    }

    #[test]
    fn colours_and_sizes_are_those_of_the_demo_pairs() {
        let pair = |input: &[&[i8]], output: &[&[i8]]| Value::tuple(vec![grid(input), grid(output)]).expect("a pair");
        let samples = Value::tuple(vec![
            pair(&[&[0, 1, 3], &[0, 0, 3]], &[&[0, 7], &[8, 0], &[0, 0], &[0, 0]]),
            pair(&[&[0, 3, 0], &[0, 0, 2]], &[&[7, 0], &[0, 0], &[0, 0], &[0, 0]]),
        ])
        .expect("pairs");
        let given = |name: &str| value(find(name), grid(&[&[4, 4, 4], &[5, 5, 6]]), samples.clone());
        for (name, expected) in [
            ("iz_first", "1"),
            ("iz_last", "3"),
            ("iz_common_first", "3"),
            ("zo_first", "7"),
            ("zo_last", "8"),
            ("zo_second", "8"),
            ("zo_common_first", "7"),
            ("most_in", "0"),
            ("most_out", "0"),
            ("most_here", "4"),
            ("second_here", "5"),
            ("least_here", "6"),
            ("output_height", "4"),
            ("output_width", "2"),
            ("output_shape", "(4, 2)"),
            ("times_higher", "2"),
            ("times_wider", "0"),
            ("colours_here", "2"),
            ("objects_here", "2"),
        ] {
            assert_eq!(given(name), expected, "{name}");
        }
    }

    #[test]
    fn the_turn_is_that_of_the_first_pair() {
        let pair = Value::tuple(vec![grid(&[&[1, 2], &[3, 4]]), grid(&[&[3, 1], &[4, 2]])]).expect("a pair");
        let samples = Value::tuple(vec![pair]).expect("pairs");
        assert_eq!(value(find("turn"), grid(&[&[0]]), samples), "rot90");
    }
}
