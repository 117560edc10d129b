//! Chance that can be had again: the same seed trains the same model, to the last bit.

/// `SplitMix64` (Steele, Lea and Flood 2014). A model has to come out the same in ten years, so the generator may not be
/// one whose authors are free to change it.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// A dice that begins at `seed`.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from zero up to, but not including, one.
    #[expect(clippy::cast_precision_loss, reason = "24 bits are exact in an f32")]
    pub const fn share(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 24) as f32
    }

    /// Puts `items` into another order, every order as likely as any other (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let bound = last as u64 + 1;
            let other = usize::try_from(self.next() % bound).expect("it is below the length of a slice");
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shuffling_keeps_everything_and_can_be_had_again() {
        let mut once: Vec<u32> = (0..100).collect();
        let mut again = once.clone();
        Dice::new(5).shuffle(&mut once);
        Dice::new(5).shuffle(&mut again);
        assert_eq!(once, again);
        assert_ne!(once, (0..100).collect::<Vec<u32>>());
        once.sort_unstable();
        assert_eq!(once, (0..100).collect::<Vec<u32>>());
    }
}
