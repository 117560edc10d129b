// Says how hard a new password is to guess, a moment after it was typed. The server weighs it: the lists of words that it
// is compared with are too much for a slow line. Without a script the same is said when it is sent.
const said = document.querySelector("[data-strength]");
const field = document.getElementById("password");
let waiting;
let typed = 0;
field?.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    const mine = ++typed;
    const body = new URLSearchParams({ password: field.value });
    const answer = await fetch(said.dataset.strength, { method: "POST", body }).catch(() => undefined);
    if (answer?.ok && mine === typed) said.textContent = await answer.json();
  }, 500);
});
