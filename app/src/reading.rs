//! How somebody reads before anybody knows who they are: a cookie, and what their browser asks for.

use model::{Contrast, DataUse, Language, Preferences, Shortcuts, TextSize, Theme};

/// The name of the cookie. Over TLS it begins so that no other host can plant it (RFC 6265bis section 4.1.3.2).
#[must_use]
pub const fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-banyan-reads" } else { "banyan-reads" }
}

/// How long it is kept, in seconds: a year.
const KEPT_S: u32 = 31_536_000;

/// What a browser keeps of how somebody reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reads {
    /// How.
    pub preferences: Preferences,
    /// Whether it was chosen here while nobody was signed in: whoever signs in next wants it so.
    pub chosen: bool,
}

/// The whole `Set-Cookie` header that keeps `reads`.
#[must_use]
pub fn cookie(reads: Reads, secure: bool) -> String {
    let Preferences { language, text, theme, contrast, data, shortcuts } = reads.preferences;
    let (name, secure) = (cookie_name(secure), if secure { "; Secure" } else { "" });
    let chosen = if reads.chosen { ".chosen" } else { "" };
    format!(
        "{name}={}.{}.{}.{}.{}.{}{chosen}; Path=/; Max-Age={KEPT_S}; HttpOnly; SameSite=Lax{secure}",
        language.code(),
        text.code(),
        theme.code(),
        contrast.code(),
        data.code(),
        shortcuts.code()
    )
}

/// What the cookie says; `None` where it was not written by [`cookie`].
#[must_use]
pub fn from_cookie(value: &str) -> Option<Reads> {
    let (value, chosen) = value.strip_suffix(".chosen").map_or((value, false), |value| (value, true));
    let mut words = value.split('.');
    let language = Language::from_code(words.next()?)?;
    let text = TextSize::from_code(words.next()?)?;
    let theme = Theme::from_code(words.next()?)?;
    // Cookies of a year ago say nothing about the rest.
    let contrast = words.next().map_or(Some(Contrast::Device), Contrast::from_code)?;
    let data = words.next().map_or(Some(DataUse::Usual), DataUse::from_code)?;
    let shortcuts = words.next().map_or(Some(Shortcuts::Off), Shortcuts::from_code)?;
    let preferences = Preferences { language, text, theme, contrast, data, shortcuts };
    words.next().is_none().then_some(Reads { preferences, chosen })
}

/// The language of ours that a browser would rather have (RFC 9110 section 12.5.4): `zh-CN,zh;q=0.9,en;q=0.8`.
#[must_use]
pub fn accepted_language(header: &str) -> Language {
    let weighed = header.split(',').filter_map(|range| {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let weight: f32 = weight.trim().strip_prefix("q=").and_then(|number| number.parse().ok()).unwrap_or(0.0);
        let primary = tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase();
        Language::from_code(&primary).map(|language| (language, weight))
    });
    // The first of those with the same weight: people list what they like best first.
    let best = weighed.reduce(|best, next| if next.1 > best.1 { next } else { best });
    best.map_or(Language::En, |(language, _)| language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_says_what_was_chosen() {
        let chosen = Preferences {
            language: Language::Zh,
            text: TextSize::Largest,
            theme: Theme::Dark,
            contrast: Contrast::More,
            data: DataUse::Less,
            shortcuts: Shortcuts::On,
        };
        for by_a_stranger in [true, false] {
            let reads = Reads { preferences: chosen, chosen: by_a_stranger };
            let header = cookie(reads, true);
            let value = header.split(['=', ';']).nth(1).expect("a value");
            assert_eq!(from_cookie(value), Some(reads));
            assert!(header.ends_with("; Secure") && !cookie(reads, false).contains("Secure"));
        }
        let without_contrast = from_cookie("zh.largest.dark").expect("a cookie from before there was a choice");
        assert_eq!(
            without_contrast.preferences,
            Preferences { contrast: Contrast::Device, data: DataUse::Usual, shortcuts: Shortcuts::Off, ..chosen }
        );
        for odd in ["", "zh", "zh.large", "zh.large.dark.x", "zh.large.dark.more.x", "de.large.dark"] {
            assert_eq!(from_cookie(odd), None, "{odd}");
        }
    }

    #[test]
    fn the_browser_is_asked_which_language_it_wants() {
        for (header, language) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Language::Zh),
            ("en-GB,en;q=0.9,zh;q=0.8", Language::En),
            ("de, zh;q=0.5, en;q=0.4", Language::Zh),
            ("fr", Language::En),
            ("", Language::En),
        ] {
            assert_eq!(accepted_language(header), language, "{header}");
        }
    }
}
