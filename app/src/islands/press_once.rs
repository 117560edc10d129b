//! A form is sent once, however often its button is pressed. The server would answer a second press with the same
//! page; this spares the wait and the doubt.

use std::time::Duration;

use leptos::{ev, prelude::*};

/// After this long without an answer the form may be sent again.
const AGAIN: Duration = Duration::from_secs(15);

/// Put around a form.
#[island]
pub fn PressOnce(
    /// What is said while the answer is awaited.
    #[prop(into)]
    sending: String,
    /// The form.
    children: Children,
) -> impl IntoView {
    let sent = RwSignal::new(false);
    Effect::new(move |_| {
        // Who comes back to the page may send it again.
        let handle = window_event_listener(ev::pageshow, move |_| sent.set(false));
        on_cleanup(move || handle.remove());
    });
    let submit = move |event: ev::SubmitEvent| {
        if sent.get_untracked() {
            event.prevent_default();
        } else {
            sent.set(true);
            set_timeout(move || sent.set(false), AGAIN);
        }
    };
    view! {
        <div on:submit=submit>
            {children()}
            <p class="echo" role="status">{move || if sent.get() { sending.clone() } else { String::new() }}</p>
        </div>
    }
}
