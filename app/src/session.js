// Says in time that the session is about to end for being left alone (WCAG 2.2 criterion 2.2.1), and goes on with one
// press. Only that press counts as being used: the page asks nothing by itself.
const box = document.querySelector("[data-idle]");
const [left, over] = box.querySelectorAll("[data-left], [data-over]");
const button = box.querySelector("button");
const idle = Number(box.dataset.idle) * 1000;
// A minute, where a session may be left alone for five.
const warning = Math.min(60_000, idle / 5);
let begun = Date.now();

// A device that slept wakes late: what counts is the clock, not the timer.
const look = () => {
  const rest = begun + idle - Date.now();
  box.hidden = rest > warning;
  left.hidden = rest <= 0;
  over.hidden = rest > 0;
  button.hidden = rest <= 0;
};
setInterval(look, 1_000);
document.addEventListener("visibilitychange", look);

box.querySelector("form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await fetch(event.target.action, { method: "POST", headers, body: "" }).catch(() => undefined);
  // Where it is over already, or nobody answers, it counts on.
  if (answer?.ok && (await answer.json()) === true) begun = Date.now();
  look();
});
