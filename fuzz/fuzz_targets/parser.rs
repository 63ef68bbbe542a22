//! No text makes the parser fail otherwise than by an error, and what it reads it can print and read again.

#![no_main]

use arcsynth_engine::program::{parse_file, Program};
use arcsynth_engine::types::Mode;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    for definition in parse_file(text) {
        let Ok(program) = definition.program else {
            continue;
        };
        let printed = program.definition("solve");
        assert_eq!(Program::parse(&printed).as_ref(), Ok(&program), "{printed}");
        let _ = program.types(Mode::Lenient);
        let _ = program.types(Mode::Strict);
    }
});
