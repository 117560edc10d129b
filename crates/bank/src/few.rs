//! How few people are too few for figures to be told of them: with somebody's habits at hand they would say who it is.

use std::collections::BTreeSet;

/// Of fewer people than these nothing is told.
pub const FEWEST: u32 = 20;

/// Whether there are enough people for figures to be told of them.
#[must_use]
pub const fn are_enough(people: u32) -> bool {
    people >= FEWEST
}

/// Whether those who are left beside some of whom figures are told are nobody, or enough: else they could be told by
/// taking away.
#[must_use]
pub fn leaves_enough(others: &[u32]) -> bool {
    others.iter().all(|others| *others == 0) || others.iter().all(|others| are_enough(*others))
}

/// Of which of the groups that a whole is made of figures can be told beside those of the whole. Where those of whom none
/// are told would be too few together, the smallest of the others is added to them.
#[must_use]
pub fn told<T: Ord>(groups: &[&BTreeSet<T>]) -> Vec<bool> {
    let people = |group: &BTreeSet<T>| u32::try_from(group.len()).unwrap_or(u32::MAX);
    let mut told: Vec<bool> = groups.iter().map(|group| are_enough(people(group))).collect();
    loop {
        let left: BTreeSet<&T> =
            groups.iter().zip(&told).filter(|(_, told)| !**told).flat_map(|(group, _)| group.iter()).collect();
        if leaves_enough(&[u32::try_from(left.len()).unwrap_or(u32::MAX)]) {
            return told;
        }
        let smallest = (0..groups.len()).filter(|at| told[*at]).min_by_key(|at| groups[*at].len());
        let Some(smallest) = smallest else { return told };
        told[smallest] = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some(from: u32, many: u32) -> BTreeSet<u32> {
        (from..from + many).collect()
    }

    #[test]
    fn nobody_is_told_by_taking_away() {
        let (many, some_more, few) = (some(0, 90), some(100, 25), some(200, 3));
        assert_eq!(told(&[&many, &some_more]), [true, true]);
        assert_eq!(told(&[&many, &some_more, &few]), [true, false, false], "three would be what is left of all");
        assert_eq!(told(&[&many, &few, &some(300, 17)]), [true, false, false], "twenty together");
        assert_eq!(told(&[&many, &few, &some(300, 16)]), [false, false, false], "nineteen together");
        assert_eq!(told(&[&few]), [false]);
        assert_eq!(told::<u32>(&[]), Vec::<bool>::new());
    }

    #[test]
    fn who_is_in_two_groups_is_one() {
        let (many, few, same) = (some(0, 90), some(200, 12), some(200, 12));
        assert_eq!(told(&[&many, &few, &same]), [false, false, false]);
    }

    #[test]
    fn what_is_left_is_nobody_or_enough() {
        assert!(leaves_enough(&[0, 0]) && leaves_enough(&[20, 31]));
        assert!(!leaves_enough(&[0, 31]) && !leaves_enough(&[19, 31]));
    }
}
