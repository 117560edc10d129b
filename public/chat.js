// Brings what is said in a conversation onto its page when it is said. The server tells only that there is more; what it
// is stands on the page, which is asked for once more. What is new is added to the log at its end, so that it is read out
// once; nothing that is being typed is touched.

const page = document.querySelector("[data-chat]");
const lines = () => page.querySelector(".talk");
const numberOf = (line) => Number(line.dataset.said);
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
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  // Signed out meanwhile, or no line: the page as it is still tells what was said.
  if (!answer?.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const last = Math.max(0, ...[...lines().children].map(numberOf));
  const news = [...fresh.querySelectorAll(".talk > li")].filter((line) => numberOf(line) > last);
  document.querySelector("#newest")?.removeAttribute("id");
  lines().append(...news.map((line) => document.importNode(line, true)));
  marks(fresh);
  around(fresh);
  const end = lines().lastElementChild;
  end.id = "newest";
  // Into view only for who was there: nobody is carried away from what they read or type.
  if (news.length > 0 && document.activeElement === document.body) end.scrollIntoView({ block: "nearest" });
}

const events = new EventSource(`${page.dataset.chat}?seen=${page.dataset.seen}`);
events.addEventListener("message", () => {
  // One after the other, so that nothing is added twice.
  bringing = bringing.then(bring);
});
addEventListener("pagehide", () => events.close());
