//! What counts as one address.

use std::net::IpAddr;

/// An IPv6 address stands for its /64: one house has that many addresses.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            IpAddr::from([a, b, c, d, 0, 0, 0, 0])
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_house_of_ipv6_is_one_address() {
        let (one, same): (IpAddr, IpAddr) =
            ("2001:db8::1".parse().expect("an address"), "2001:db8::ffff:1".parse().expect("an address"));
        assert_eq!(network(one), network(same));
        assert_eq!(network("::ffff:192.0.2.1".parse().expect("an address")), IpAddr::from([192, 0, 2, 1]));
    }
}
