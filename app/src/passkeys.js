// Each form with data-passkey is there for a passkey: its script asks the authenticator, puts the answer into the form
// and sends it like any other. Without a script, or where the browser has no passkeys, it stays hidden.
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
const ids = (list) => list?.map((known) => ({ ...known, id: bytes(known.id) }));

const readable = ({ publicKey }) => ({
  ...publicKey,
  challenge: bytes(publicKey.challenge),
  ...(publicKey.user && { user: { ...publicKey.user, id: bytes(publicKey.user.id) } }),
  ...(publicKey.excludeCredentials && { excludeCredentials: ids(publicKey.excludeCredentials) }),
  ...(publicKey.allowCredentials && { allowCredentials: ids(publicKey.allowCredentials) }),
});

const PARTS = ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"];

const written = (credential) => {
  const response = {};
  for (const part of PARTS) {
    if (credential.response[part]) response[part] = text(credential.response[part]);
  }
  const { id, type } = credential;
  return JSON.stringify({ id, rawId: text(credential.rawId), type, response, extensions: {} });
};

// What the form was given, or, where nobody is signed in yet, what the server asks now.
const options = async (form) => {
  if (form.dataset.options) return JSON.parse(form.dataset.options);
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await fetch(form.dataset.ask, { method: "POST", headers, body: "" });
  if (!answer.ok) throw new Error(String(answer.status));
  return JSON.parse(await answer.json());
};

const send = (form, credential) => {
  form.elements.passkey.value = written(credential);
  form.submit();
};

const why = (error, took, form) => {
  if (error.name === "InvalidStateError") return form.dataset.known;
  if (error.name === "NotAllowedError") return took > 60_000 ? form.dataset.late : form.dataset.cancelled;
  return form.dataset.unable;
};

const listen = (form) => {
  const said = form.querySelector("[role=status]");
  let offering = new AbortController();
  let asking = false;
  form.hidden = false;

  // Beside the name field, as long as nothing is pressed.
  const offer = async () => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
    const publicKey = readable(await options(form));
    if (asking) return;
    send(form, await navigator.credentials.get({ publicKey, mediation: "conditional", signal: offering.signal }));
  };
  // Whoever does not take the offer has other ways. Where something did not fit, the sentence about it is read first.
  const calm = document.querySelector(".errors") === null;
  if (form.dataset.passkey === "sign-in" && calm) offer().catch(() => {});

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (asking || !form.reportValidity()) return;
    asking = true;
    offering.abort();
    said.textContent = form.dataset.waiting;
    const begun = performance.now();
    try {
      const publicKey = readable(await options(form));
      const create = form.dataset.passkey === "create";
      send(form, await navigator.credentials[create ? "create" : "get"]({ publicKey }));
    } catch (error) {
      said.textContent = why(error, performance.now() - begun, form);
    }
    asking = false;
  });
};

if (window.PublicKeyCredential) {
  document.querySelectorAll("[data-passkey-without]").forEach((element) => (element.hidden = true));
  document.querySelectorAll("form[data-passkey]").forEach(listen);
}
