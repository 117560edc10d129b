//! Where somebody stands in a population that is cut into ten thousand parts.

use serde::Deserialize;

/// Everybody, in basis points.
pub const WHOLE_BP: u16 = 10_000;

/// The weights of an experiment may miss the whole by this much before they are taken for a mistake.
const TOLERANCE_BP: u64 = 100;

/// How an id is turned into a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(try_from = "u8")]
pub enum HashVersion {
    /// FNV-1a once, into a thousand parts. Neighbouring seeds give neighbouring numbers, so two experiments may fall
    /// on the same people; namespaces still use it.
    One,
    /// FNV-1a of the first result's digits, into ten thousand parts.
    #[default]
    Two,
}

impl TryFrom<u8> for HashVersion {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        match number {
            1 => Ok(Self::One),
            2 => Ok(Self::Two),
            _ => Err("the hash version is 1 or 2"),
        }
    }
}

/// A place in the population, in basis points: 0 to 9,999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bucket(u16);

impl Bucket {
    /// The place, unless it is beyond the population.
    #[must_use]
    pub fn new(bp: u16) -> Option<Self> {
        (bp < WHOLE_BP).then_some(Self(bp))
    }

    /// The place in basis points.
    #[must_use]
    pub const fn bp(self) -> u16 {
        self.0
    }
}

/// The place of `id` in the population that `seed` shuffles. Ids are ASCII: others hash otherwise in other languages.
///
/// # Panics
/// Never: a remainder of ten thousand fits.
#[must_use]
pub fn bucket(seed: &str, id: &str, version: HashVersion) -> Bucket {
    let place = match version {
        HashVersion::One => fnv1a(&[id, seed]) % 1_000 * 10,
        HashVersion::Two => fnv1a(&[&fnv1a(&[seed, id]).to_string()]) % u32::from(WHOLE_BP),
    };
    Bucket(u16::try_from(place).expect("a remainder of ten thousand"))
}

/// FNV-1a with 32 bits (RFC 9923) over `parts` as if they were one.
fn fnv1a(parts: &[&str]) -> u32 {
    const OFFSET: u32 = 0x811c_9dc5;
    const PRIME: u32 = 0x0100_0193;
    parts.iter().flat_map(|part| part.bytes()).fold(OFFSET, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(PRIME))
}

/// A stretch of the population, in basis points: its start is in it, its end is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first place in it.
    pub start_bp: u16,
    /// The first place after it.
    pub end_bp: u16,
}

impl Span {
    /// Whether `bucket` is in it.
    #[must_use]
    pub const fn contains(self, bucket: Bucket) -> bool {
        self.start_bp <= bucket.0 && bucket.0 < self.end_bp
    }
}

/// The stretch of each of `variations`: its share of the whole, of which the first `coverage_bp` take part. So a higher
/// coverage adds people to each and moves nobody. A coverage beyond nothing or everybody is cut to that; weights that
/// are not as many as the variations, or do not add up to everybody, are equal ones.
///
/// # Panics
/// Never: no place is beyond everybody.
#[must_use]
pub fn spans(variations: usize, coverage_bp: i32, weights_bp: Option<&[u16]>) -> Vec<Span> {
    let whole = u64::from(WHOLE_BP);
    let coverage = u64::try_from(coverage_bp).unwrap_or(0).min(whole);
    let given = weights_bp.filter(|weights| {
        let sum: u64 = weights.iter().copied().map(u64::from).sum();
        weights.len() == variations && sum.abs_diff(whole) <= TOLERANCE_BP
    });
    // Thirds are not whole basis points: parts of the whole are, and are rounded up where a span begins and ends.
    let (parts, weights) = match given {
        Some(weights) => (whole, weights.iter().copied().map(u64::from).collect()),
        None => (variations as u64, vec![1; variations]),
    };
    let place = |numerator: u64| u16::try_from(numerator.div_ceil(parts).min(whole)).expect("at most everybody");
    let mut before = 0;
    weights
        .into_iter()
        .map(|weight| {
            let span = Span { start_bp: place(before * whole), end_bp: place(before * whole + weight * coverage) };
            before += weight;
            span
        })
        .collect()
}

/// The first of `spans` with `bucket` in it.
#[must_use]
pub fn choose(bucket: Bucket, spans: &[Span]) -> Option<usize> {
    spans.iter().position(|span| span.contains(bucket))
}

/// A population that experiments divide among themselves: whoever is in one of them is in none of the others.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Namespace {
    /// What the experiments that exclude one another have in common.
    pub name: String,
    /// This one's stretch of it.
    pub span: Span,
}

impl Namespace {
    /// Whether `id` is in this stretch.
    #[must_use]
    pub fn contains(&self, id: &str) -> bool {
        self.span.contains(bucket(&format!("__{}", self.name), id, HashVersion::One))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fnv_is_that_of_its_specification() {
        // RFC 9923, appendix C: of nothing, of "a", of "foobar".
        assert_eq!(fnv1a(&[""]), 0x811c_9dc5);
        assert_eq!(fnv1a(&["a"]), 0xe40c_292c);
        assert_eq!(fnv1a(&["foo", "bar"]), 0xbf9c_f968);
    }

    #[test]
    fn a_place_does_not_change_from_one_release_to_the_next() {
        assert_eq!(bucket("home-order", "0f3a", HashVersion::Two), bucket("home-order", "0f3a", HashVersion::Two));
        assert_eq!(bucket("seed", "a", HashVersion::Two).bp(), 505);
        assert_eq!(bucket("", "a", HashVersion::One).bp(), 2_200);
    }

    #[test]
    fn thirds_leave_nobody_out() {
        let spans = spans(3, 10_000, None);
        assert_eq!(spans.iter().map(|span| span.end_bp).collect::<Vec<_>>(), [3_334, 6_667, 10_000]);
        assert!((0..WHOLE_BP).filter_map(Bucket::new).all(|bucket| choose(bucket, &spans).is_some()));
    }

    proptest! {
        #[test]
        fn raising_the_coverage_moves_nobody(
            variations in 2_usize..8, less in 0_i32..=10_000, more in 0_i32..=10_000, place in 0_u16..10_000,
        ) {
            let (less, more) = (less.min(more), less.max(more));
            let bucket = Bucket::new(place).unwrap();
            if let Some(before) = choose(bucket, &spans(variations, less, None)) {
                prop_assert_eq!(choose(bucket, &spans(variations, more, None)), Some(before));
            }
        }

        #[test]
        fn spans_never_overlap(weights in prop::collection::vec(0_u16..=5_000, 2..6), coverage in -100_i32..20_000) {
            let spans = spans(weights.len(), coverage, Some(&weights));
            prop_assert!(spans.windows(2).all(|pair| pair[0].end_bp <= pair[1].start_bp));
            prop_assert!(spans.iter().all(|span| span.start_bp <= span.end_bp && span.end_bp <= WHOLE_BP));
        }

        #[test]
        fn parts_of_a_namespace_exclude_one_another(id in "[a-z0-9]{1,24}", cut in 0_u16..=10_000) {
            let part = |start_bp, end_bp| Namespace { name: "home".to_owned(), span: Span { start_bp, end_bp } };
            prop_assert!(part(0, cut).contains(&id) != part(cut, WHOLE_BP).contains(&id));
        }
    }
}
