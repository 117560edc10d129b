//! How many connections each address has open, so that one cannot take the places of all others.

use std::{
    collections::{HashMap, hash_map::Entry},
    net::IpAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::security::network::network;

/// Counts the open connections of each address.
#[derive(Debug, Clone)]
pub(super) struct Crowd {
    most: u32,
    open: Arc<Mutex<HashMap<IpAddr, u32>>>,
}

/// One connection of an address, for as long as it is open.
#[derive(Debug)]
pub(super) struct Place {
    crowd: Crowd,
    of: IpAddr,
}

impl Crowd {
    /// Lets each address have `most` connections.
    pub(super) fn new(most: u32) -> Self {
        Self { most, open: Arc::default() }
    }

    /// One more connection of `address`; `None` where it has as many as it may.
    pub(super) fn admit(&self, address: IpAddr) -> Option<Place> {
        let of = network(address);
        let mut open = self.lock();
        let count = open.entry(of).or_insert(0);
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place { crowd: self.clone(), of })
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<IpAddr, u32>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        // Only those who are there are remembered.
        if let Entry::Occupied(mut count) = self.crowd.lock().entry(self.of) {
            *count.get_mut() -= 1;
            if *count.get() == 0 {
                count.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_address_has_so_many_and_nobody_is_remembered() {
        let crowd = Crowd::new(2);
        let (one, other): (IpAddr, IpAddr) = ([192, 0, 2, 1].into(), [192, 0, 2, 2].into());
        let places = [crowd.admit(one), crowd.admit(one)];
        assert!(places.iter().all(Option::is_some) && crowd.admit(one).is_none());
        let else_where = crowd.admit(other);
        assert!(else_where.is_some());
        drop(places);
        assert!(crowd.admit(one).is_some(), "whoever has left makes room");
        drop(else_where);
        assert!(crowd.lock().is_empty());
    }
}
