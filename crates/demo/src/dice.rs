//! Chance from a seed: the same seed throws the same numbers on every machine and in every version.

/// A stream of numbers (`SplitMix64`, Steele, Lea and Flood 2014). For invented lives only, never for secrets that
/// protect anything.
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    /// The stream that belongs to `name`: what one person does changes nothing for the others.
    pub(crate) fn new(seed: u64, name: &str) -> Self {
        // FNV-1a over the name.
        let mixed = name.bytes().fold(0xcbf2_9ce4_8422_2325 ^ seed, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        });
        Self(mixed)
    }

    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is above zero.
    pub(crate) fn below(&mut self, n: u64) -> u64 {
        u64::try_from((u128::from(self.next()) * u128::from(n)) >> 64).unwrap_or(0)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        assert!(low <= high, "a range has something in it");
        low + self.below((high - low).unsigned_abs() + 1).cast_signed()
    }

    /// Whether something happens that happens `percent` times in a hundred.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of several.
    pub(crate) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[usize::try_from(self.below(from.len() as u64)).unwrap_or(0)]
    }

    /// An amount near `middle`, at most `percent` away from it, mostly less.
    pub(crate) fn around(&mut self, middle: i64, percent: i64) -> i64 {
        let reach = middle.abs() * percent / 100;
        middle + i64::midpoint(self.between(-reach, reach), self.between(-reach, reach))
    }

    /// Twenty bytes.
    pub(crate) fn bytes(&mut self) -> [u8; 20] {
        let mut bytes = [0; 20];
        for chunk in bytes.chunks_mut(8) {
            let next = self.next().to_be_bytes();
            chunk.copy_from_slice(&next[..chunk.len()]);
        }
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn the_same_seed_throws_the_same_numbers() {
        let throw = |seed, name| {
            let mut dice = Dice::new(seed, name);
            [dice.next(), dice.next(), dice.below(6)]
        };
        assert_eq!(throw(1, "maya"), throw(1, "maya"));
        assert_ne!(throw(1, "maya"), throw(2, "maya"));
        assert_ne!(throw(1, "maya"), throw(1, "daniel"));
    }

    #[test]
    fn a_range_is_reached_at_both_ends_and_never_left() {
        let mut dice = Dice::new(7, "range");
        let thrown: Vec<i64> = (0..2_000).map(|_| dice.between(-3, 3)).collect();
        assert_eq!((thrown.iter().min(), thrown.iter().max()), (Some(&-3), Some(&3)));
        assert!((0..2_000).all(|_| (9_000..=11_000).contains(&dice.around(10_000, 10))));
    }
}
