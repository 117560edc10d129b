// Keeps what is being typed until it is sent, in this window and on this device alone, and puts it back where the page
// is opened again: after a line that broke, or a look at another page. Codes and passwords are never kept, amounts not
// once they may have been sent. Everything is forgotten after half an hour, and on signing out.

const BEGINS = "kept:";
const KEPT_MS = 30 * 60 * 1000;
const page = document.documentElement;
const who = page.dataset.who ?? "";
const { pathname, search } = location;
const offline = document.querySelector("[data-offline]");

const names = () => Object.keys(sessionStorage).filter((name) => name.startsWith(BEGINS));
const read = (name) => JSON.parse(sessionStorage.getItem(name) ?? "null");
const write = (name, kept) => sessionStorage.setItem(name, JSON.stringify(kept));
const forget = (name) => sessionStorage.removeItem(name);
const nameOf = (form) => `${BEGINS}${who}:${pathname}:${form.getAttribute("action")}`;

/** Which version of what it is about a form shows, where it says so. */
const seenOf = (form) => form.dataset.seen ?? form.elements.seen?.value;

/** Whether what is in a field may be kept. */
const harmless = (field) =>
  field.name && !["hidden", "password", "file", "submit"].includes(field.type) && field.autocomplete !== "one-time-code";
const isAmount = (field) => field.classList.contains("amount");
const isOver = (kept) => Date.now() - kept.at > KEPT_MS;
const isChoice = (field) => field.type === "radio" || field.type === "checkbox";

function keep(form) {
  const fields = [...form.elements].filter(harmless).map((field) => ({
    name: field.name,
    value: field.value,
    checked: isChoice(field) ? field.checked : undefined,
    amount: isAmount(field) || undefined,
  }));
  write(nameOf(form), { at: Date.now(), path: pathname, fields });
}

/** Puts back what was kept. What the bank has answered meanwhile is newer than what was sent before. */
function putBack(form, { sent, fields }) {
  let changed = false;
  for (const field of [...form.elements].filter(harmless)) {
    const kept = fields.find(({ name, value }) => name === field.name && (!isChoice(field) || value === field.value));
    if (!kept || (sent && (isChoice(field) || field.value !== ""))) continue;
    const differs = isChoice(field) ? field.checked !== kept.checked : field.value !== kept.value;
    if (!differs) continue;
    if (isChoice(field)) field.checked = kept.checked;
    else field.value = kept.value;
    changed = true;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (!changed) return;
  const told = document.createElement("p");
  told.className = "echo";
  told.setAttribute("role", "status");
  form.prepend(told);
  // Readers of screens say what comes into a place that they know already.
  setTimeout(() => (told.textContent = form.dataset.keep), 150);
}

/** There was no line: what was sent was not, or nobody knows. */
function unsend(name) {
  const { sent, fields, ...kept } = read(name);
  const perhaps = sent && offline.dataset.offline === "perhaps-sent";
  write(name, { ...kept, fields: perhaps ? fields.filter(({ amount }) => !amount) : fields });
}

function look(name) {
  const kept = read(name);
  // Where nobody is signed in nothing of anybody's is left, save while they sign in again.
  const signingIn = who === "" && pathname.startsWith("/sign-in");
  const somebodyElses = !signingIn && !name.startsWith(`${BEGINS}${who}:`);
  // It was sent, and the bank has answered with another page.
  const answered = kept.sent && kept.path !== pathname;
  if (isOver(kept) || somebodyElses || answered) forget(name);
}

try {
  if (pathname === "/sign-in" && search.includes("left=1")) names().forEach(forget);
  names().forEach(offline ? unsend : look);
  for (const form of document.querySelectorAll("form[data-keep]")) {
    // The bank has answered with the same page: what was sent under this key stands on it.
    if (form.dataset.answered && read(nameOf(form))?.key === form.dataset.answered) forget(nameOf(form));
    const before = read(nameOf(form));
    // Or with the same page as it is after what was sent: there is another version of what it is about. What was wrong with
    // it, where something was, stands in the fields.
    if (before?.sent && before.seen !== seenOf(form)) forget(nameOf(form));
    const kept = read(nameOf(form));
    if (kept) {
      putBack(form, { ...kept, fields: kept.sent ? kept.fields.filter(({ amount }) => !amount) : kept.fields });
      keep(form);
    }
    form.addEventListener("input", () => keep(form));
    form.addEventListener("submit", () => {
      keep(form);
      write(nameOf(form), { ...read(nameOf(form)), sent: true, key: form.elements.key?.value, seen: seenOf(form) });
    });
  }
  document.querySelector('form[action="/do/sign-out"]')?.addEventListener("submit", () => names().forEach(forget));
  // What was posted cannot be asked for: the way on is the page it was posted from.
  const again = document.querySelector("[data-again]");
  const from = document.referrer;
  if (again && pathname.startsWith("/do/") && from && new URL(from).origin === location.origin) again.href = from;
  // A page that is left open forgets as well.
  setInterval(() => names().forEach((name) => isOver(read(name)) && forget(name)), 60 * 1000);
} catch {
  // A browser that keeps nothing has nothing to put back.
}

/** The page that is shown where there is no line, as this person reads. It says nothing about them. */
async function prepare() {
  const css = document.querySelector("link[rel=stylesheet]").getAttribute("href");
  const { text, theme, contrast } = page.dataset;
  const name = ["offline", page.lang, text, theme, contrast, css].join(" ");
  await navigator.serviceWorker.register("/sw.js");
  const cache = await caches.open(name);
  if (await cache.match("/offline")) return;
  // All of it or nothing; what was kept before is good until then.
  await cache.addAll(["/offline", "/keep.js", "/favicon.svg", css]);
  for (const old of await caches.keys()) if (old !== name) await caches.delete(old);
}

if (!offline && navigator.serviceWorker) addEventListener("load", () => prepare().catch(() => {}));
