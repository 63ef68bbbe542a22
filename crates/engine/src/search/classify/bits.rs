//! Sets of cells, 64 a word.

/// A set of numbers below a bound.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Bits(Box<[u64]>);

impl Bits {
    /// The numbers below `count` that a condition admits.
    pub fn of(count: usize, admits: impl Fn(usize) -> bool) -> Bits {
        let mut words = vec![0u64; count.div_ceil(64)];
        for number in (0..count).filter(|&number| admits(number)) {
            words[number / 64] |= 1 << (number % 64);
        }
        Bits(words.into_boxed_slice())
    }

    /// How many words the set takes.
    pub fn words(&self) -> usize {
        self.0.len()
    }

    /// One word of the set.
    #[inline]
    pub fn word(&self, at: usize) -> u64 {
        self.0[at]
    }

    /// How many numbers the set holds.
    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether the set holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    /// Whether the set holds a number.
    pub fn contains(&self, number: usize) -> bool {
        self.0[number / 64] >> (number % 64) & 1 == 1
    }

    /// What both sets hold.
    pub fn and(&self, other: &Bits) -> Bits {
        self.zip(other, |a, b| a & b)
    }

    /// What this set holds and the other does not.
    pub fn without(&self, other: &Bits) -> Bits {
        self.zip(other, |a, b| a & !b)
    }

    fn zip(&self, other: &Bits, of: impl Fn(u64, u64) -> u64) -> Bits {
        Bits(self.0.iter().zip(&other.0).map(|(&a, &b)| of(a, b)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn sets_are_intersected_and_subtracted() {
        let (even, third) = (Bits::of(100, |n| n % 2 == 0), Bits::of(100, |n| n % 3 == 0));
        assert_eq!(even.and(&third), Bits::of(100, |n| n % 6 == 0));
        assert_eq!(even.without(&third).count(), 33);
        assert!(even.contains(98) && !even.contains(99));
        assert!(even.without(&even).is_empty());
    }
}
