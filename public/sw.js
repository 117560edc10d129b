// Says so where there is no connection. It keeps one page that is the same for everybody, its style sheet and its
// script, which keep.js has put there; never a page of the bank.

const LEAST = ["/keep.js", "/favicon.svg"];

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => {
  event.waitUntil(Promise.all([clients.claim(), registration.navigationPreload?.enable()]));
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // Signing out clears what the browser has kept, which it only does where nobody stands in between.
  if (origin !== location.origin || pathname === "/do/sign-out") return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.method === "GET" && pathname.startsWith("/pkg/")) event.respondWith(hashed(request));
  else if (LEAST.includes(pathname)) event.respondWith(fetch(request).catch(() => caches.match(pathname)));
});

// What is sent while there is a line may have arrived, though the answer did not; and until a page has answered, whatever
// is asked for next.
let perhapsSent = false;

async function page({ request, preloadResponse }) {
  if (request.method !== "GET" && navigator.onLine) perhapsSent = true;
  try {
    const answer = (await preloadResponse) ?? (await fetch(request));
    if (answer.type !== "opaqueredirect") perhapsSent = false;
    return answer;
  } catch {
    return (await offline()) ?? Response.error();
  }
}

async function offline() {
  const kept = await caches.match("/offline");
  if (!kept) return undefined;
  const html = await kept.text();
  const body = perhapsSent ? html.replace('data-offline="unsent"', 'data-offline="perhaps-sent"') : html;
  return new Response(body, { status: 503, headers: kept.headers });
}

async function hashed(request) {
  return (await caches.match(request)) ?? fetch(request);
}
