//! The statistics against those of an independent implementation.

mod compare;

#[test]
fn every_figure_is_that_of_gbstats() {
    let pairs = compare::pairs();
    assert!(pairs.len() > 380, "{} figures are compared", pairs.len());
    for pair in pairs {
        assert!(pair.error() <= 1e-6, "{}: {} here, {} there", pair.name, pair.ours, pair.theirs);
    }
}
