//! Reads a part of the page aloud, or all of it, in the voice that the device has for the page's language. Its buttons
//! are not to be seen where the device has none; their place is kept, so that nothing moves when a voice is found. It
//! never begins by itself: a screen reader may be speaking.

use leptos::{
    ev, html,
    prelude::*,
    serde::{Deserialize, Serialize},
};

use super::{heard, voice};

/// What is on the buttons.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(crate = "leptos::serde")]
pub struct ReadWords {
    /// Begins.
    pub read: String,
    /// Ends.
    pub stop: String,
    /// Waits.
    pub pause: String,
    /// Goes on where it waited.
    pub go_on: String,
}

/// What a button's part of the page is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Nothing.
    Silent,
    /// It is being read.
    Aloud,
    /// It is read as far as somebody wanted to listen.
    Waiting,
}

/// The buttons that read what stands around them: the nearest section, or the page.
#[island]
pub fn ReadAloud(
    /// What is on the buttons.
    words: ReadWords,
    /// Whether the whole page is read.
    page: bool,
) -> impl IntoView {
    let place = NodeRef::<html::Div>::new();
    let reading = RwSignal::new(Reading::Silent);
    let ready = RwSignal::new(false);
    Effect::new(move |_| {
        voice::when_there(move || ready.set(true));
        let gone = window_event_listener(ev::pagehide, |_| voice::stop());
        on_cleanup(move || gone.remove());
    });
    let start_or_stop = move |_| {
        if reading.get_untracked() == Reading::Silent {
            let part = place.get_untracked().and_then(|place| heard::part(&place, page));
            voice::start(part.map(|part| heard::texts(&part)).unwrap_or_default(), reading);
        } else {
            voice::stop();
        }
    };
    let wait_or_go_on = move |_| {
        if reading.get_untracked() == Reading::Aloud { voice::pause() } else { voice::go_on() }
    };
    let ReadWords { read, stop, pause, go_on } = words;
    let first = move || if reading.get() == Reading::Silent { read.clone() } else { stop.clone() };
    let second = move || if reading.get() == Reading::Waiting { go_on.clone() } else { pause.clone() };
    view! {
        <div class=move || if ready.get() { "aloud ready" } else { "aloud" } node_ref=place>
            <button type="button" class="tool" on:click=start_or_stop>{first}</button>
            <button type="button" class="tool" hidden=move || reading.get() == Reading::Silent on:click=wait_or_go_on>
                {second}
            </button>
        </div>
    }
}
