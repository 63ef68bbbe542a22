//! The one function through which every long call goes: it releases the GIL and listens to Ctrl-C.

use std::sync::mpsc::{channel, RecvTimeoutError};
use std::time::Duration;

use arcsynth_engine::parallel::Progress;
use pyo3::prelude::*;

/// How often a long call looks for signals and reports progress.
const TICK: Duration = Duration::from_millis(50);

/// Runs work without the GIL, on a thread of its own, until it is done or Python is interrupted.
///
/// Meanwhile `report` is called, and once more at the end. When it or a signal handler raises, the work is cancelled and
/// the exception passed on.
pub fn interruptible<T: Send>(
    py: Python<'_>,
    report: impl Fn(Python<'_>, &Progress) -> PyResult<()> + Sync,
    work: impl FnOnce(&Progress) -> T + Send,
) -> PyResult<T> {
    let progress = Progress::new();
    let result = py.detach(|| {
        std::thread::scope(|scope| {
            let (done, wait) = channel();
            let progress = &progress;
            let worker = scope.spawn(move || {
                let result = work(progress);
                // The watcher may have gone; the result is taken from the join.
                let _ = done.send(());
                result
            });
            let mut interruption = None;
            while let Err(RecvTimeoutError::Timeout) = wait.recv_timeout(TICK) {
                if interruption.is_none() {
                    interruption = Python::attach(|py| watch(py, &report, progress)).err();
                }
            }
            match (worker.join(), interruption) {
                (Err(panic), _) => std::panic::resume_unwind(panic),
                (Ok(_), Some(error)) => Err(error),
                (Ok(result), None) => Ok(result),
            }
        })
    })?;
    report(py, &progress)?;
    Ok(result)
}

/// A report that calls a Python function, if one is given, with the number of jobs done.
pub fn count(report: Option<Py<PyAny>>) -> impl Fn(Python<'_>, &Progress) -> PyResult<()> + Sync {
    move |py, progress| match &report {
        Some(report) => report.call1(py, (progress.done(),)).map(drop),
        None => Ok(()),
    }
}

/// Handles signals and reports progress; cancels the work if either raises.
fn watch(py: Python<'_>, report: &impl Fn(Python<'_>, &Progress) -> PyResult<()>, progress: &Progress) -> PyResult<()> {
    let outcome = py.check_signals().and_then(|()| report(py, progress));
    if outcome.is_err() {
        progress.cancel();
    }
    outcome
}
