//! Practice, as far as every page has to do with it: which addresses are in it, how its pages are marked, and the words
//! of its town. The lessons themselves are in `pages/practice`.

mod addresses;
mod band;
mod town;

use bank::{customers::Customer, practice::Player};

pub use addresses::{BANK, EXIT, LESSONS, Side, inner, is_action, is_shared, lead, outer, side};
pub use band::{band, code_hint, payment_values, shown_code};
pub use town::{shop, town};

/// `person` as the play bank knows them: under a number and a name of its own, read and greeted as ever.
#[must_use]
pub fn as_player(player: &Player, person: Customer) -> Customer {
    Customer { id: player.id(), name: town(player.language).you, freeze: None, ..person }
}
