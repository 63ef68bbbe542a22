//! Random streams that depend on a seed and a place alone, never on what was drawn elsewhere.

use rand_core::{RngCore, SeedableRng};
use rand_pcg::Pcg64Mcg;

/// A stream of random numbers.
#[derive(Clone, Debug)]
pub struct Random(Pcg64Mcg);

impl Random {
    /// The stream of an index in a round of a run.
    ///
    /// Streams of different (seed, round, index) are unrelated, so that work can be cut into pieces in any way.
    pub fn new(seed: u64, round: u64, index: u64) -> Random {
        let mut state = [0; 16];
        let low = mix(mix(mix(seed) ^ round) ^ index);
        state[..8].copy_from_slice(&low.to_le_bytes());
        state[8..].copy_from_slice(&mix(low).to_le_bytes());
        Random(Pcg64Mcg::from_seed(state))
    }

    /// A number below a bound that is not zero, without bias worth mentioning for small bounds.
    pub fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.0.next_u64()) * bound as u128) >> 64) as usize
    }

    /// An element of a slice; `None` of an empty one.
    pub fn choose<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        match items.len() {
            0 => None,
            count => Some(&items[self.below(count)]),
        }
    }

    /// An index drawn in proportion to weights; `None` if they sum up to nothing.
    pub fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let positive = |weight: &f64| weight.is_finite() && *weight > 0.0;
        let total: f64 = weights.iter().filter(|weight| positive(weight)).sum();
        let mut left = (self.0.next_u64() >> 11) as f64 / (1u64 << 53) as f64 * total;
        let mut last = None;
        for (index, weight) in weights.iter().enumerate().filter(|(_, weight)| positive(weight)) {
            last = Some(index);
            left -= weight;
            if left < 0.0 {
                break;
            }
        }
        last
    }
}

/// The finaliser of SplitMix64 (Steele, Lea and Flood, 2014): spreads every bit over all bits.
fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_repeat_and_differ() {
        let draw = |seed, round, index| {
            let mut random = Random::new(seed, round, index);
            [random.below(1 << 40), random.below(1 << 40)]
        };
        assert_eq!(draw(1, 2, 3), draw(1, 2, 3));
        for other in [draw(0, 2, 3), draw(1, 3, 2), draw(1, 2, 4), draw(2, 1, 3)] {
            assert_ne!(draw(1, 2, 3), other);
        }
    }

    #[test]
    fn weights_without_mass_choose_nothing() {
        let mut random = Random::new(0, 0, 0);
        assert_eq!(random.weighted(&[]), None);
        assert_eq!(random.weighted(&[0.0, f64::NAN, -1.0]), None);
        assert!((0..100).all(|_| random.weighted(&[0.0, 2.0, 0.0]) == Some(1)));
    }
}
