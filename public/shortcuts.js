// Two keys one after the other lead to a place: g, then its letter. Only for who has turned them on (WCAG 2.2 criterion
// 2.1.4), never while something is being typed, never with another key held, and never Escape. The page says which:
// what they lead to carries its keys.

const TYPED = "input, select, textarea, [contenteditable]";
let before = "";
let forgetting;

addEventListener("keydown", (event) => {
  const held = event.ctrlKey || event.metaKey || event.altKey;
  // Behind an open dialog there is nothing to go to.
  const asked = document.querySelector("dialog[open]");
  if (asked || held || event.isComposing || event.defaultPrevented || event.target.closest?.(TYPED)) {
    before = "";
    return;
  }
  // A key that only changes another says nothing by itself.
  if (event.key.length !== 1) return;
  const keys = `${before}${event.key.toLowerCase()}`;
  before = event.key.toLowerCase() === "g" && before === "" ? "g " : "";
  clearTimeout(forgetting);
  forgetting = setTimeout(() => (before = ""), 2000);
  const link = document.querySelector(`a[data-keys="${CSS.escape(keys)}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
