//! Opens a dialog over the page, where its link would go to its place on the page; and closes it again.

use leptos::{
    ev,
    prelude::*,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlDialogElement},
};

/// Put around a dialog and the link to it.
#[island]
pub fn OpenDialog(
    /// The id of the dialog.
    #[prop(into)]
    id: String,
    /// The link, and the dialog.
    children: Children,
) -> impl IntoView {
    let press = move |event: ev::MouseEvent| {
        let Some(href) = pressed(&event) else { return };
        let found = document().get_element_by_id(&id).and_then(|found| found.dyn_into::<HtmlDialogElement>().ok());
        let Some(dialog) = found else { return };
        if href == format!("#{id}") {
            // A browser that cannot goes to the place on the page after all.
            if dialog.show_modal().is_ok() {
                event.prevent_default();
            }
        } else if dialog.open() {
            event.prevent_default();
            dialog.close();
        }
    };
    view! { <div class="dialogue" on:click=press>{children()}</div> }
}

/// Where the link that was pressed leads, if it is one within the page.
fn pressed(event: &ev::MouseEvent) -> Option<String> {
    let link = event.target()?.dyn_into::<Element>().ok()?.closest("a[href^='#']").ok()??;
    link.get_attribute("href")
}
