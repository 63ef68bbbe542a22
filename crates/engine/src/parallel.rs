//! Runs jobs on threads, in any order, with their results in the order of the jobs.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The stack of a worker; evaluation recurses as deep as its limits allow.
const STACK_BYTES: usize = 16 << 20;

/// A flag that asks for work to be given up; its clones are the same flag.
///
/// Work that takes long looks at it now and then, so that an interruption need not wait for the job under way. What a
/// job gives after it is set may be cut short, and is dropped.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks for the work to be given up.
    pub fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether that has been asked for.
    #[inline]
    pub fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far a sweep is, and whether it should stop; shared with the thread that watches it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    cancel: Cancel,
}

impl Progress {
    /// A sweep that has not begun.
    pub fn new() -> Progress {
        Progress::default()
    }

    /// The number of jobs done.
    pub fn done(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// Asks the workers to stop; what the jobs under way give is dropped.
    pub fn cancel(&self) {
        self.cancel.set();
    }

    /// The flag by which the workers are asked to stop, for jobs that take long.
    pub fn cancellation(&self) -> Cancel {
        self.cancel.clone()
    }

    /// Whether the workers have been asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_set()
    }
}

/// What a sweep over jobs gave.
#[derive(Debug)]
pub struct Sweep<R> {
    /// The result of each job, in order; fewer if the sweep was cancelled.
    pub results: Vec<R>,
    /// How long each worker was busy with jobs.
    pub busy: Vec<Duration>,
}

/// Does jobs 0 to `jobs` on a number of threads, each with a workspace of its own.
///
/// The result does not depend on the number of threads, provided that `job` does not depend on what its workspace did
/// before. After a cancellation the results of the jobs up to the first one left undone are kept.
pub fn sweep<W, R: Send>(
    threads: usize,
    jobs: usize,
    progress: &Progress,
    workspace: impl Fn() -> W + Sync,
    job: impl Fn(&mut W, usize) -> R + Sync,
) -> Sweep<R> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut workspace = workspace();
        let mut results = Vec::new();
        let mut busy = Duration::ZERO;
        while !progress.is_cancelled() {
            let index = next.fetch_add(1, Ordering::Relaxed);
            if index >= jobs {
                break;
            }
            let start = Instant::now();
            let result = job(&mut workspace, index);
            busy += start.elapsed();
            if progress.is_cancelled() {
                break;
            }
            results.push((index, result));
            progress.done.fetch_add(1, Ordering::Relaxed);
        }
        (results, busy)
    };
    let threads = threads.clamp(1, jobs.max(1));
    let mut busy = Vec::with_capacity(threads);
    let mut results: Vec<(usize, R)> = Vec::with_capacity(jobs);
    std::thread::scope(|scope| {
        let spawn = |_| std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work);
        let workers: Vec<_> = (0..threads).map_while(|index| spawn(index).ok()).collect();
        for worker in workers {
            match worker.join() {
                Ok((part, time)) => {
                    results.extend(part);
                    busy.push(time);
                }
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
    });
    results.sort_unstable_by_key(|(index, _)| *index);
    let whole = results.iter().enumerate().take_while(|(position, (index, _))| position == index).count();
    results.truncate(whole);
    Sweep { results: results.into_iter().map(|(_, result)| result).collect(), busy }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_in_order_for_any_number_of_threads() {
        for threads in [1, 2, 7] {
            let sweep = sweep(threads, 100, &Progress::new(), || (), |(), index| index * index);
            let squares: Vec<usize> = (0..100).map(|index| index * index).collect();
            assert_eq!(sweep.results, squares);
            assert_eq!(sweep.busy.len(), threads);
        }
    }

    #[test]
    fn a_cancelled_sweep_keeps_a_whole_beginning() {
        let progress = Progress::new();
        let sweep = sweep(
            2,
            1000,
            &progress,
            || (),
            |(), index| {
                if index == 10 {
                    progress.cancel();
                }
                index
            },
        );
        assert!(sweep.results.len() <= 11, "what is done after the cancellation is dropped");
        assert!(sweep.results.iter().enumerate().all(|(at, index)| at == *index));
    }
}
