// Shows what a designer has just saved. The server tells only that something has changed; what that is stands on the page,
// which is asked for once more. What shows an arrangement says which by its hash: where that is another now, the page in
// the frame is loaded anew, and nothing else moves.

const page = document.querySelector("[data-workshop]");
const shows = (root) => [...root.querySelectorAll("[data-says]")];
// How long after nothing came back it is tried again.
const AGAIN_MS = 1_000;
let bringing = Promise.resolve();
let waiting;

/** What is told of the files. */
function told(fresh) {
  for (const part of document.querySelectorAll("[data-workshop-part]")) {
    const now = fresh.querySelector(`[data-workshop-part="${CSS.escape(part.dataset.workshopPart)}"]`);
    // Whoever stands on a link there stays there.
    if (now && now.innerHTML !== part.innerHTML && !part.contains(document.activeElement)) {
      part.replaceChildren(...document.importNode(now, true).childNodes);
    }
  }
}

async function bring() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  // A page that could not be made says nothing of what is shown: it is asked for once more.
  if (!answer.ok) throw new Error(String(answer.status));
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const [before, after] = [shows(document), shows(fresh)];
  // What was shown is gone, or is there for the first time.
  if (before.length !== after.length) return location.reload();
  told(fresh);
  for (const [nth, shown] of before.entries()) {
    const says = after[nth].dataset.says;
    if (says === shown.dataset.says) continue;
    if (shown.localName !== "iframe") return location.reload();
    shown.dataset.says = says;
    shown.contentWindow.location.reload();
  }
}

function listen() {
  const events = new EventSource(page.dataset.workshop);
  events.addEventListener("message", () => {
    // One after the other, so that an older answer is never put over a newer one.
    bringing = bringing.then(bring).catch(() => again(events));
  });
  // A browser comes back by itself where a line ends, and not where a server had no answer.
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) again(events);
  });
}

/** Whoever listens is told at once what is now: nothing is missed. */
function again(events) {
  events.close();
  clearTimeout(waiting);
  waiting = setTimeout(listen, AGAIN_MS);
}

// In a frame, the page around it looks after that.
if (page && window.top === window) listen();
