//! The exceptions that the extension raises; they are declared in `arcsynth.errors`.

use pyo3::import_exception;

import_exception!(arcsynth.errors, GridError);
import_exception!(arcsynth.errors, ProgramError);
import_exception!(arcsynth.errors, EvaluationError);
