// Brings what is said in a conversation onto its page when it is said. The server tells only that there is more; what it
// is stands on the page, which is asked for once more. What is new is added to the log at its end, so that it is read out
// once; nothing that is being typed is touched. While nobody looks at the page nothing is brought: what is brought is read.

const page = document.querySelector("[data-chat]");
const lines = () => page.querySelector(".talk");
const numberOf = (line) => Number(line.dataset.said);
const last = () => Math.max(0, ...[...lines().children].map(numberOf));
// How long after nothing came back it is tried again.
const AGAIN_MS = 10_000;
let events;
let again;
let bringing = Promise.resolve();

/** What stands around the log changes with it: whether somebody has come, what can be pressed. */
function around(fresh) {
  for (const part of document.querySelectorAll("[data-chat-part]")) {
    const now = fresh.querySelector(`[data-chat-part="${CSS.escape(part.dataset.chatPart)}"]`);
    // Whoever stands on a button there stays there.
    if (now && now.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceChildren(...document.importNode(now, true).childNodes);
    }
  }
}

/** Whether the last that was said was read. */
function marks(fresh) {
  for (const mark of page.querySelectorAll(".talk-mark")) mark.remove();
  for (const line of fresh.querySelectorAll(".talk > li")) {
    const mark = line.querySelector(".talk-mark");
    const here = mark && lines().querySelector(`[data-said="${line.dataset.said}"]`);
    if (here && !here.querySelector(".talk-mark")) here.append(document.importNode(mark, true));
  }
}

async function bring() {
  if (document.hidden) return;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (answer.status >= 500) throw new Error(answer.statusText);
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = fresh.querySelector("[data-chat]");
  // Signed out meanwhile: the page as it is still tells what was said.
  if (!now) return;
  // Another conversation has begun: its numbers say nothing here. What is being typed is kept.
  if (now.dataset.chat !== page.dataset.chat) return location.reload();
  const seen = last();
  const news = [...fresh.querySelectorAll(".talk > li")].filter((line) => numberOf(line) > seen);
  document.querySelector("#newest")?.removeAttribute("id");
  lines().append(...news.map((line) => document.importNode(line, true)));
  marks(fresh);
  around(fresh);
  const end = lines().lastElementChild;
  end.id = "newest";
  // Into view only for who was there: nobody is carried away from what they read or type.
  if (news.length > 0 && document.activeElement === document.body) end.scrollIntoView({ block: "nearest" });
}

function stop() {
  clearTimeout(again);
  events?.close();
}

/** Listens from what the page shows on: what was missed is told at once. */
function listen() {
  stop();
  const address = new URL(page.dataset.chat, location.href);
  address.searchParams.set("seen", last());
  events = new EventSource(address);
  events.addEventListener("message", () => {
    // One after the other, so that nothing is added twice.
    bringing = bringing.then(bring).catch(later);
  });
  // A browser comes back by itself where a line ends, and not where a server had no answer.
  events.addEventListener("error", () => events.readyState === EventSource.CLOSED && later());
}

function later() {
  clearTimeout(again);
  again = setTimeout(look, AGAIN_MS);
}

/** A stranger's page goes on listening while nobody looks: it alone keeps what was said within their reach. */
function look() {
  if (!document.hidden || page.dataset.stays !== undefined) listen();
  else stop();
}

document.addEventListener("visibilitychange", look);
addEventListener("pagehide", stop);
addEventListener("pageshow", (shown) => shown.persisted && look());
look();
