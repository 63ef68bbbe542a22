//! The extension module `arcsynth._engine`: conversions, errors, the release of the GIL, interruption.

mod batch;
mod breed;
mod error;
mod grid;
mod interrupt;
mod primitives;
mod program;
mod search;
mod task;

use mimalloc::MiMalloc;
use pyo3::prelude::*;

/// Programs make and drop many small values, a thread each its own.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The native core of arcsynth.
#[pymodule]
mod _engine {
    use pyo3::prelude::*;

    #[pymodule_export]
    use crate::batch::{validate, Batch, Measures, Scoreboard, Validation};
    #[pymodule_export]
    use crate::breed::{breed, operators, Child};
    #[pymodule_export]
    use crate::grid::Grid;
    #[pymodule_export]
    use crate::primitives::{named_constants, primitives, Primitive};
    #[pymodule_export]
    use crate::program::{parse_file, Definition, Program};
    #[pymodule_export]
    use crate::search::{search, strategies, Found, Landed, Proposal};
    #[pymodule_export]
    use crate::task::task_key;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
