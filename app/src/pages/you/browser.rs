//! What a browser calls itself, in words: "Firefox on Windows".

use crate::words::Words;

/// The browsers people know by name, by what only they say of themselves, the most particular first: Edge says that
/// it is Chrome, and Chrome that it is Safari.
const BROWSERS: [(&str, &str); 9] = [
    ("MicroMessenger/", "WeChat"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// The devices, in the same way: Android says that it is Linux, an iPad that it is like a Mac.
const DEVICES: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "Mac"),
    ("Linux", "Linux"),
];

/// The browser and the device that `agent` (RFC 9110 section 10.1.5) speaks of. These are names, the same in every
/// language; what is not known is said in words.
pub fn name(words: Words, agent: &str) -> String {
    let known = |all: &[(&str, &'static str)]| all.iter().find(|(sign, _)| agent.contains(sign)).map(|(_, name)| *name);
    let browser = known(&BROWSERS).unwrap_or_else(|| words.say("browser-unknown"));
    match known(&DEVICES) {
        Some(device) => words.with("browser-on", &[("browser", browser.into()), ("device", device.into())]),
        None => browser.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn browsers_are_told_apart_though_all_claim_to_be_each_other() {
        let words = Words::of(Language::En);
        for (agent, expected) in [
            ("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Windows"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 \
                 Safari/537.36 Edg/140.0.0.0",
                "Edge on Windows",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/19.0 Mobile/15E148 Safari/604.1",
                "Safari on iPhone",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile \
                 Safari/537.36",
                "Chrome on Android",
            ),
            ("curl/8.5.0", "A browser we do not know"),
        ] {
            assert_eq!(name(words, agent), expected);
        }
        assert_eq!(name(Words::of(Language::Zh), "Firefox/140.0 (Windows)"), "Windows 上的 Firefox");
    }
}
