//! Who reads a paper: whose it is, of which bank, and in which words.

use bank::{Bank, Error, customers::Customer};
use model::ErrorCode;

use crate::{
    context::{Site, Visit},
    words::Words,
};

/// Who reads a paper.
#[derive(Clone)]
pub struct Reader {
    /// The bank they asked: the real one, or the play bank.
    pub bank: Bank,
    /// Who they are there.
    pub person: Customer,
    /// Their words.
    pub words: Words,
}

impl Reader {
    /// Who asks in `visit`.
    ///
    /// # Errors
    /// [`ErrorCode::SignedOut`] where nobody is signed in.
    pub fn of(site: &Site, visit: &Visit) -> Result<Self, Error> {
        let person = visit.person().ok_or(ErrorCode::SignedOut)?;
        let bank = visit.bank.clone().ok_or(ErrorCode::NotFound)?;
        Ok(Self { bank, person, words: site.words(visit.preferences.language) })
    }
}
