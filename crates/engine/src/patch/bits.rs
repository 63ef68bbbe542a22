//! Spots as bits: a bit for each place of a frame, each row in words of its own.

use std::iter::FusedIterator;

use triomphe::ThinArc;

use super::{Indices, Sides, Spot};

/// Sets the bit of a spot.
#[inline]
pub(super) fn mark(bits: &mut [u64], row_words: usize, spot: Spot) {
    bits[spot.row() * row_words + spot.column() / 64] |= 1 << (spot.column() % 64);
}

/// The spots whose bits are set, in ascending order.
pub(super) struct Marked<'a> {
    bits: &'a [u64],
    row_words: usize,
    /// The bits of the word at hand that are still to come.
    word: u64,
    /// Where that word is, and its first spot.
    at: usize,
    start: u32,
    left: usize,
}

impl<'a> Marked<'a> {
    pub(super) fn new(bits: &'a [u64], row_words: usize) -> Marked<'a> {
        let left = bits.iter().map(|word| word.count_ones() as usize).sum();
        Marked { bits, row_words, word: bits.first().copied().unwrap_or(0), at: 0, start: 0, left }
    }
}

impl Iterator for Marked<'_> {
    type Item = Spot;

    #[inline]
    fn next(&mut self) -> Option<Spot> {
        while self.word == 0 {
            self.at += 1;
            self.word = *self.bits.get(self.at)?;
            self.start = Spot::on_grid(self.at / self.row_words, self.at % self.row_words * 64).0;
        }
        let spot = Spot(self.start + self.word.trailing_zeros());
        self.word &= self.word - 1;
        self.left -= 1;
        Some(spot)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Marked<'_> {}

impl FusedIterator for Marked<'_> {}

impl Indices {
    /// The places of a grid whose bits are set; `None` if there are none.
    pub(crate) fn from_bits(bits: &[u64], row_words: usize) -> Option<Indices> {
        let top = bits.iter().position(|word| *word != 0)? / row_words;
        let bottom = bits.iter().rposition(|word| *word != 0).map_or(top, |word| word / row_words);
        let (mut left, mut right) = (usize::MAX, 0);
        for column in 0..row_words {
            let any = match row_words {
                1 => bits.iter().fold(0, |any, word| any | word),
                _ => bits.iter().skip(column).step_by(row_words).fold(0, |any, word| any | word),
            };
            if any != 0 {
                left = left.min(column * 64 + any.trailing_zeros() as usize);
                right = column * 64 + 63 - any.leading_zeros() as usize;
            }
        }
        let corner = Spot::on_grid(top, left);
        let sides = Sides { height: (bottom - top + 1) as i32, width: (right - left + 1) as i32 };
        let spots = Marked::new(bits, row_words).map(|spot| Spot(spot.0 - corner.0));
        Some(Indices { outline: ThinArc::from_header_and_iter(sides, spots), corner: corner.place() })
    }
}
