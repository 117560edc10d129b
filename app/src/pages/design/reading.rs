//! How the gallery is read: as the visitor reads, save for what the address says otherwise.

use leptos::prelude::*;
use model::{
    Contrast, Language, Preferences, TextSize, Theme,
    forms::{Form, PreferencesForm},
};

use crate::{
    components::{Disclosure, Tab, Tabs},
    context,
    words::Words,
};

/// What the address asks for.
#[derive(Debug, Clone)]
pub(super) struct Reading {
    asked: PreferencesForm,
    now: Preferences,
}

impl Reading {
    /// What this address asks for. The rest of the page is read like that.
    pub(super) fn here() -> Self {
        let own = context::preferences();
        let asked: PreferencesForm = context::query();
        // What cannot be read is as if it were not there.
        let (asked, now) = match asked.check(&own) {
            Ok(now) => (asked, now),
            Err(_) => (PreferencesForm::default(), own),
        };
        context::read_as(now);
        Self { asked, now }
    }

    /// The words in which it is read.
    pub(super) fn words(&self) -> Words {
        Words::of(self.now.language)
    }

    /// The address of `path`, read in the same way.
    pub(super) fn address(&self, path: &str) -> String {
        address(path, &self.asked)
    }

    /// Links to this page in every other way to read it.
    pub(super) fn switches(&self) -> impl IntoView + use<> {
        let words = self.words();
        let path = context::path();
        let tabs = |label: &'static str, choices: Vec<(PreferencesForm, &'static str, bool)>| {
            let tab = |(asked, label, current): (PreferencesForm, &'static str, bool)| Tab {
                label: label.to_owned(),
                href: address(&path, &asked),
                current,
            };
            let tabs = choices.into_iter().map(tab).collect();
            view! { <div class="switch"><p class="quiet">{words.say(label)}</p><Tabs label=words.say(label) tabs=tabs/></div> }
        };
        let (asked, now) = (&self.asked, self.now);
        let theme = |theme: Theme| {
            let asked = PreferencesForm { theme: theme.code().to_owned(), ..asked.clone() };
            (asked, words.say(theme_key(theme)), theme == now.theme)
        };
        let contrast = |contrast: Contrast| {
            let asked = PreferencesForm { contrast: contrast.code().to_owned(), ..asked.clone() };
            (asked, words.say(contrast_key(contrast)), contrast == now.contrast)
        };
        let text = |text: TextSize| {
            let asked = PreferencesForm { text: text.code().to_owned(), ..asked.clone() };
            (asked, words.say(text_key(text)), text == now.text)
        };
        let language = |language: Language| {
            let asked = PreferencesForm { language: language.code().to_owned(), ..asked.clone() };
            (asked, language_name(language), language == now.language)
        };
        let switches = view! {
            {tabs("preferences-theme", Theme::ALL.iter().copied().map(theme).collect())}
            {tabs("preferences-contrast", Contrast::ALL.iter().copied().map(contrast).collect())}
            {tabs("preferences-text", TextSize::ALL.iter().copied().map(text).collect())}
            {tabs("preferences-language", Language::ALL.iter().copied().map(language).collect())}
        };
        view! { <Disclosure summary=words.say("design-ways") open=true><div class="switches">{switches}</div></Disclosure> }
    }
}

/// `path` with what is asked for, and nothing else.
fn address(path: &str, asked: &PreferencesForm) -> String {
    let fields =
        [("theme", &asked.theme), ("contrast", &asked.contrast), ("text", &asked.text), ("language", &asked.language)];
    let said: Vec<_> = fields.into_iter().filter(|(_, code)| !code.is_empty()).collect();
    if said.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", serde_urlencoded::to_string(said).unwrap_or_default())
    }
}

const fn theme_key(theme: Theme) -> &'static str {
    match theme {
        Theme::Device => "preferences-device",
        Theme::Light => "preferences-light",
        Theme::Dark => "preferences-dark",
    }
}

const fn contrast_key(contrast: Contrast) -> &'static str {
    match contrast {
        Contrast::Device => "preferences-contrast-device",
        Contrast::More => "preferences-contrast-more",
    }
}

const fn text_key(text: TextSize) -> &'static str {
    match text {
        TextSize::Standard => "preferences-standard",
        TextSize::Large => "preferences-large",
        TextSize::Largest => "preferences-largest",
    }
}

fn language_name(language: Language) -> &'static str {
    Words::of(language).say("language-name")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_differs_and_nothing_else() {
        let asked = PreferencesForm { theme: "dark".into(), text: "large".into(), ..PreferencesForm::default() };
        assert_eq!(address("/design/button", &asked), "/design/button?theme=dark&text=large");
        assert_eq!(address("/design", &PreferencesForm::default()), "/design");
    }
}
