//! What a page looks like as an arrangement has it: pictures that a browser took.

use experiments::layout::Address;
use model::Timestamp;

use crate::{Bank, Error};

/// The longest picture, in bytes of its Base64.
const LONGEST: usize = 48 * 1024;
/// How many pictures are asked for at once, the latest first: many more than there are arrangements on a page.
const SHOWN: u32 = 400;

model::coded! {
    /// How wide the window was that it was taken of.
    Window {
        /// As wide as a telephone.
        Narrow = "narrow",
        /// As wide as a desk.
        Wide = "wide",
    }
}

/// A picture of a page in English, in the standard size of text, from its heading downwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The window.
    pub window: Window,
    /// The picture: WebP in Base64, as a page carries it in itself.
    image: String,
}

impl Picture {
    /// The picture with these bytes, where they are one: in the alphabet of Base64 (RFC 4648) and no longer than a small
    /// picture is, beginning as WebP does.
    #[must_use]
    pub fn new(window: Window, image: String) -> Option<Self> {
        let letters = image.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'='));
        // "RIFF", and what of the next byte does not matter.
        (letters && image.len() <= LONGEST && image.starts_with("UklGR")).then_some(Self { window, image })
    }

    /// The picture: WebP in Base64.
    #[must_use]
    pub fn image(&self) -> &str {
        &self.image
    }
}

/// Pictures of what one arrangement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pictures {
    /// The [`Address`] of what it says.
    pub sha256: String,
    /// When they were taken: pages look otherwise after a release.
    pub taken_at: Timestamp,
    /// One for each window.
    pub all: Vec<Picture>,
}

/// Keeps pictures of what `sha256` is the hash of, in the place of those that there were.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn keep_pictures(bank: &Bank, sha256: &str, all: Vec<Picture>) -> Result<(), Error> {
    let pictures = Pictures { sha256: sha256.to_owned(), taken_at: bank.clock.now(), all };
    Ok(bank.arrangements.keep_pictures(&pictures).await?)
}

/// The pictures of what `address` stands for: none, where no browser has looked at it.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn pictures(bank: &Bank, address: Address) -> Result<Vec<Picture>, Error> {
    Ok(bank.arrangements.pictures(&address.to_string()).await?)
}

/// The latest pictures of wide windows.
///
/// # Errors
/// [`Error::Unavailable`].
pub async fn wide_pictures(bank: &Bank) -> Result<Vec<Pictures>, Error> {
    Ok(bank.arrangements.latest_pictures(Window::Wide, SHOWN).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_small_and_of_its_kind() {
        let taken = |image: &str| Picture::new(Window::Wide, image.to_owned());
        assert_eq!(taken("UklGRhoAAABXRUJQVlA4TA==").unwrap().image(), "UklGRhoAAABXRUJQVlA4TA==");
        for wrong in ["", "iVBORw0KGgo=", "UklGR\" onerror=", "UklGR<svg"] {
            assert_eq!(taken(wrong), None, "{wrong}");
        }
        assert_eq!(taken(&format!("UklGR{}", "A".repeat(LONGEST))), None);
    }
}
