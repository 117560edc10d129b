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
    let again = StoredValue::new(None::<TimeoutHandle>);
    let reopen = move || {
        if let Some(waiting) = again.try_update_value(Option::take).flatten() {
            waiting.clear();
        }
        sent.set(false);
    };
    Effect::new(move |_| {
        // Who comes back to the page may send it again.
        let handle = window_event_listener(ev::pageshow, move |_| reopen());
        on_cleanup(move || handle.remove());
    });
    let submit = move |event: ev::SubmitEvent| {
        if sent.get_untracked() {
            event.prevent_default();
        } else {
            sent.set(true);
            again.set_value(set_timeout_with_handle(reopen, AGAIN).ok());
        }
    };
    view! {
        <div on:submit=submit>
            {children()}
            <p class="echo" role="status">{move || if sent.get() { sending.clone() } else { String::new() }}</p>
        </div>
    }
}
