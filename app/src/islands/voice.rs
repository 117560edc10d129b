//! The voice of the device (Web Speech API). One thing is said at a time on a page: whoever begins ends the other.

use std::cell::{Cell, RefCell};

use leptos::{
    prelude::{GetUntracked, RwSignal, Set, document, window},
    wasm_bindgen::{JsCast, JsValue, closure::Closure},
};
use web_sys::{SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

use super::read_aloud::Reading;

/// A little slower than a voice speaks by itself: there are numbers to follow.
const RATE: f32 = 0.9;

/// What is being said.
struct Speech {
    texts: Vec<String>,
    /// Which of them is next.
    at: usize,
    reading: RwSignal<Reading>,
    /// What a voice says it is done with must still be what it was asked for.
    turn: u32,
    /// Kept: some browsers forget what nobody holds, and then never say that it has ended.
    utterance: Option<SpeechSynthesisUtterance>,
}

thread_local! {
    static SPEECH: RefCell<Option<Speech>> = const { RefCell::new(None) };
    /// Never the same again: what an earlier speech still tells must not be taken for what this one does.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

/// Calls `there` once the device has a voice for the language of the page; perhaps at once, perhaps never.
pub(super) fn when_there(there: impl Fn() + 'static) {
    let Some(synthesis) = synthesis() else { return };
    if best().is_some() {
        there();
        return;
    }
    // Browsers find their voices while the page is already there.
    let found = Closure::<dyn Fn()>::new(move || {
        if best().is_some() {
            there();
        }
    });
    let _ = synthesis.add_event_listener_with_callback("voiceschanged", found.as_ref().unchecked_ref());
    // It lives as long as the page.
    found.forget();
}

/// Begins to say `texts`, and tells `reading` how it goes.
pub(super) fn start(texts: Vec<String>, reading: RwSignal<Reading>) {
    stop();
    SPEECH.set(Some(Speech { texts, at: 0, reading, turn: 0, utterance: None }));
    say();
}

/// Ends.
pub(super) fn stop() {
    if let Some(speech) = SPEECH.take() {
        speech.reading.set(Reading::Silent);
    }
    hush();
}

/// Waits after what was said so far. The API's own pause ends everything on some phones.
pub(super) fn pause() {
    with(|speech| {
        speech.turn = next_turn();
        speech.reading.set(Reading::Waiting);
    });
    hush();
}

/// Goes on with the sentence in which it waited.
pub(super) fn go_on() {
    say();
}

fn say() {
    let next = with(|speech| {
        speech.turn = next_turn();
        let text = speech.texts.get(speech.at)?.clone();
        Some((text, speech.turn))
    });
    let Some((text, turn)) = next.flatten() else {
        stop();
        return;
    };
    let (Some(synthesis), Some(voice), Ok(utterance)) =
        (synthesis(), best(), SpeechSynthesisUtterance::new_with_text(&text))
    else {
        stop();
        return;
    };
    utterance.set_lang(&voice.lang());
    utterance.set_voice(Some(&voice));
    utterance.set_rate(RATE);
    let ended: JsValue = Closure::once_into_js(move || ended(turn));
    utterance.set_onend(Some(ended.unchecked_ref()));
    let failed: JsValue = Closure::once_into_js(move || failed(turn));
    utterance.set_onerror(Some(failed.unchecked_ref()));
    synthesis.speak(&utterance);
    with(|speech| {
        if speech.reading.get_untracked() != Reading::Aloud {
            speech.reading.set(Reading::Aloud);
        }
        speech.utterance = Some(utterance);
    });
}

fn next_turn() -> u32 {
    let turn = TURN.get().wrapping_add(1);
    TURN.set(turn);
    turn
}

fn ended(turn: u32) {
    if with(|speech| speech.turn == turn).unwrap_or_default() {
        with(|speech| speech.at += 1);
        say();
    }
}

fn failed(turn: u32) {
    if with(|speech| speech.turn == turn).unwrap_or_default() {
        stop();
    }
}

fn with<T>(change: impl FnOnce(&mut Speech) -> T) -> Option<T> {
    SPEECH.with_borrow_mut(|speech| speech.as_mut().map(change))
}

fn hush() {
    if let Some(synthesis) = synthesis() {
        synthesis.cancel();
    }
}

fn synthesis() -> Option<SpeechSynthesis> {
    window().speech_synthesis().ok().filter(|synthesis| !synthesis.is_undefined())
}

/// The voice that fits the language of the page best.
fn best() -> Option<SpeechSynthesisVoice> {
    let wanted = document().document_element()?.get_attribute("lang")?;
    let voices: Vec<SpeechSynthesisVoice> =
        synthesis()?.get_voices().iter().map(JsCast::unchecked_into::<SpeechSynthesisVoice>).collect();
    let best = voices.iter().map(|voice| fit(&voice.lang(), &wanted)).max().filter(|fit| *fit > 0)?;
    voices.into_iter().find(|voice| fit(&voice.lang(), &wanted) == best)
}

/// How well a voice fits: not at all where it speaks another language, best where it is of the same place.
fn fit(spoken: &str, wanted: &str) -> u8 {
    let (spoken, wanted) = (spoken.to_ascii_lowercase().replace('_', "-"), wanted.to_ascii_lowercase());
    let language = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    // Simplified characters are those of the mainland.
    let same_place = spoken == wanted || wanted == "zh-hans" && (spoken == "zh-cn" || spoken.starts_with("zh-hans"));
    if language(&spoken) == language(&wanted) { 1 + u8::from(same_place) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn a_voice_is_of_the_language_and_rather_of_the_place() {
        for (spoken, wanted, fits) in [
            ("en-GB", "en-GB", 2),
            ("en-US", "en-GB", 1),
            ("zh-CN", "zh-Hans", 2),
            ("zh_CN", "zh-Hans", 2),
            ("zh-HK", "zh-Hans", 1),
            ("es-MX", "es", 1),
            ("de-DE", "en-GB", 0),
        ] {
            assert_eq!(fit(spoken, wanted), fits, "{spoken} for {wanted}");
        }
    }
}
