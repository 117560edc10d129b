//! Every part with every example, in every language.

use std::{collections::BTreeSet, sync::Arc};

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use model::{Language, Preferences, Timestamp};

use super::{Example, PARTS, Part};
use crate::{
    context::{Visit, VisitParts},
    session::{Kept, Opened, Session},
    words::Words,
};

/// What an example looks like to somebody who reads `language`, as HTML.
fn html(language: Language, example: &Example) -> String {
    let nobody = Opened {
        key: None,
        customer: None,
        staff: None,
        lapsed: None,
        kept: Kept::default(),
        now: Timestamp::from_micros(0),
    };
    let visit = Visit::new(VisitParts {
        bank: None,
        practice: None,
        preview: None,
        path: "/design".to_owned(),
        query: String::new(),
        session: Session::new(nobody),
        agent: String::new(),
        address: String::new(),
        idle_s: 300,
        preferences: Preferences { language, ..Preferences::default() },
        chosen: false,
        nonce: String::new(),
        less_data: false,
        secure: false,
    });
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        provide_context(visit);
        (example.view)(Words::of(language)).to_html()
    });
    owner.unset_with_forced_cleanup();
    html
}

fn all() -> impl Iterator<Item = (Language, &'static Part, &'static Example, String)> {
    let parts = || PARTS.iter().flat_map(|(_, parts)| *parts);
    Language::ALL.iter().flat_map(move |language| {
        parts().flat_map(move |part| {
            part.examples.iter().map(move |example| (*language, part, example, html(*language, example)))
        })
    })
}

/// The values of `attribute` in `html`.
fn values<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let begins = format!(" {attribute}=\"");
    html.match_indices(&begins).filter_map(|(at, _)| html[at + begins.len()..].split('"').next()).collect()
}

#[test]
fn every_example_is_drawn_in_every_language() {
    for (language, part, example, html) in all() {
        let place = format!("{}/{} in {}", part.slug(), example.name, language.code());
        let words: String = html.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
        assert!(!words.trim().is_empty() || html.contains("<i "), "{place} says nothing: {html}");
        assert!(!html.contains(" style=\""), "{place} has a style of its own, which the browser would refuse");
    }
}

#[test]
fn no_example_says_a_key_instead_of_words() {
    for language in Language::ALL {
        let words = Words::of(*language);
        for (key, parts) in PARTS {
            assert_ne!(words.say(key), *key);
            for part in *parts {
                for key in [part.name, part.about] {
                    assert_ne!(words.say(key), key);
                }
            }
        }
    }
    for (language, part, example, html) in all() {
        assert_ne!(Words::of(language).say(example.name), example.name);
        let texts = html.split('>').filter_map(|piece| piece.split('<').next());
        let odd: Vec<_> = texts
            .filter(|text| text.contains('-') && text.contains(char::is_alphabetic))
            .filter(|text| text.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'))
            .collect();
        // The names of tokens are such words.
        assert!(odd.is_empty() || part.slug() == "colours", "{}/{}: {odd:?}", part.slug(), example.name);
    }
}

#[test]
fn what_describes_and_labels_is_there_and_there_once() {
    for (_, part, example, html) in all() {
        let place = format!("{}/{}", part.slug(), example.name);
        let ids = values(&html, "id");
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), known.len(), "{place} has an id twice");
        for attribute in ["aria-describedby", "aria-labelledby", "for"] {
            for id in values(&html, attribute).into_iter().flat_map(str::split_whitespace) {
                assert!(known.contains(id), "{place}: {attribute} names {id}, which is not there");
            }
        }
    }
}

#[test]
fn the_examples_of_one_page_do_not_share_an_id() {
    for (_, parts) in PARTS {
        for part in *parts {
            let together: String =
                part.examples.iter().filter(|example| !example.page).map(|one| html(Language::En, one)).collect();
            let ids = values(&together, "id");
            assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{}: {ids:?}", part.slug());
        }
    }
}

#[test]
fn addresses_of_parts_and_of_examples_are_their_own() {
    let slugs: Vec<_> = PARTS.iter().flat_map(|(_, parts)| *parts).map(Part::slug).collect();
    assert_eq!(slugs.len(), slugs.iter().collect::<BTreeSet<_>>().len(), "{slugs:?}");
    for (_, parts) in PARTS {
        for part in *parts {
            let names: BTreeSet<_> = part.examples.iter().map(Example::slug).collect();
            assert_eq!(names.len(), part.examples.len(), "{}", part.slug());
        }
    }
}
