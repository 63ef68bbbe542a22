//! Scores of small boards made up here.

use super::*;

#[test]
fn the_best_rank_before_the_floor() {
    let rows: [[Score; 5]; 2] = [[EXACT, 900, FAILED, 0, EXACT], [900, EXACT, EXACT, 0, EXACT]];
    let scores = TaskScores {
        programs: 5,
        samples: 2,
        demos: 2,
        scores: rows.concat(),
        fuel: vec![10, 5, 1, 1, 50, 10, 5, 1, 1, 50],
        errors: Vec::new(),
        outputs: Vec::new(),
        niches: 0,
        closed: Vec::new(),
        elites: Vec::new(),
        measures: Vec::new(),
    };
    let places = |floor: Option<&Total>, limit| {
        let best = scores.best(false, floor, limit);
        best.into_iter().map(|(place, _)| place).collect::<Vec<usize>>()
    };
    assert_eq!(places(None, 5), [4, 1, 0]);
    assert_eq!(places(None, 2), [4, 1]);
    let floor = Total { samples: 2, matched: 1, similarity: 1900, fuel: 20, failed: 0 };
    assert_eq!(places(Some(&floor), 5), [4, 1]);
}
