//! The extension module `arcsynth._engine`: conversions, errors, the release of the GIL, interruption.

use pyo3::prelude::*;

/// Native core of arcsynth.
#[pymodule]
mod _engine {
    use super::*;

    #[pymodule_init]
    fn init(module: &Bound<'_, PyModule>) -> PyResult<()> {
        module.add("__version__", env!("CARGO_PKG_VERSION"))
    }
}
