//! Prints the page. Not there where it could not.

use leptos::prelude::*;

/// A button that prints the page.
#[island]
pub fn PrintButton(
    /// What is on it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let ready = RwSignal::new(false);
    Effect::new(move |_| ready.set(true));
    let print = move |_| {
        // A browser that cannot print has its own way of saying so.
        let _ = window().print();
    };
    view! {
        <button type="button" class="button second" hidden=move || !ready.get() on:click=print>{label}</button>
    }
}
