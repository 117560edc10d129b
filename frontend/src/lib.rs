//! The WebAssembly entry: brings the islands to life.

// Linked for its islands: the page calls each by its name.
use app as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called once by the page, before it hands over its islands one by one.
#[wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
