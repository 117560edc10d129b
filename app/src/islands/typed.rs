//! What is in the fields of a form just now.

use leptos::{
    wasm_bindgen::JsCast,
    web_sys::{Element, Event, HtmlInputElement},
};

/// The form in which `event` happened.
pub(super) fn form(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("form").ok()?
}

/// What is in the first input of `form` that `selector` finds.
pub(super) fn value(form: &Element, selector: &str) -> Option<String> {
    let input = form.query_selector(selector).ok()??;
    Some(input.dyn_into::<HtmlInputElement>().ok()?.value())
}
