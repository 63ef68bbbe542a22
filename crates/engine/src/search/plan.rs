//! Which strategies a search runs, in which order, and how a task's fuel is shared out among them.

use super::{Classify, Complete, Count, Draw, Enumerate, Partition, Recombine, Rules, Strategy, Transform, Vary};
use crate::program::Program;

/// The strategies by name, in the order in which they run, each with its share of a task's fuel.
pub const STRATEGIES: &[(&str, f64)] = &[
    ("library", 0.05),
    ("partition", 0.05),
    ("complete", 0.05),
    ("count", 0.03),
    ("draw", 0.06),
    ("rules", 0.17),
    ("transform", 0.33),
    ("classify", 0.20),
    ("enumerate", 0.03),
    ("vary", 0.03),
];

/// The strategies whose programs are right in at least 19 of 20 training tasks where they solve all demo samples.
pub(super) const TRUSTED: &[&str] = &["library", "partition", "count"];

/// A strategy with its fuel.
pub(super) struct Planned<'p> {
    /// The strategy.
    pub strategy: Box<dyn Strategy + 'p>,
    /// What it may use.
    pub fuel: u64,
}

/// The strategies that are wanted, with their shares of the fuel; `programs` are known ones to try, best first.
pub(super) fn plan<'p>(programs: &'p [Program], fuel: u64, is_wanted: &dyn Fn(&str) -> bool) -> Vec<Planned<'p>> {
    let wanted = STRATEGIES.iter().filter(|(name, _)| is_wanted(name));
    wanted
        .filter_map(|&(name, share)| {
            let fuel = (share * fuel as f64) as u64;
            strategy(name, programs).map(|strategy| Planned { strategy, fuel })
        })
        .collect()
}

fn strategy<'p>(name: &str, programs: &'p [Program]) -> Option<Box<dyn Strategy + 'p>> {
    Some(match name {
        "library" => Box::new(Recombine { programs }),
        "partition" => Box::new(Partition),
        "complete" => Box::new(Complete),
        "count" => Box::new(Count),
        "draw" => Box::new(Draw),
        "rules" => Box::new(Rules),
        "transform" => Box::new(Transform),
        "classify" => Box::new(Classify),
        "vary" => Box::new(Vary),
        "enumerate" => Box::new(Enumerate::default()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_make_up_the_whole() {
        let whole: f64 = STRATEGIES.iter().map(|(_, share)| share).sum();
        assert!((whole - 1.0).abs() < 1e-9, "{whole}");
    }

    #[test]
    fn every_strategy_has_its_own_name_and_fuel() {
        let planned = plan(&[], 1000, &|_| true);
        let names: Vec<&str> = planned.iter().map(|planned| planned.strategy.name()).collect();
        let declared: Vec<&str> = STRATEGIES.iter().map(|&(name, _)| name).collect();
        assert_eq!(names, declared);
        assert!(planned.iter().all(|planned| planned.fuel > 0));
        assert_eq!(plan(&[], 1000, &|name| name == "enumerate").len(), 1);
    }
}
