// Says whether what was just entered has been saved, for every [data-save-state] of the page.
// Listens to htmx alone: an input saves itself with hx-post, and its nearest [data-saves] holds the words.
// What could not be sent is sent again when the connection returns.

const waiting = new Set();

function say(source, state, words) {
  const place = source.closest("[data-saves]") ?? document;
  for (const line of place.querySelectorAll("[data-save-state]")) {
    line.dataset.state = state;
    line.textContent = words;
  }
}

const timeNow = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

document.addEventListener("htmx:beforeRequest", (event) => say(event.target, "saving", "Saving…"));

document.addEventListener("htmx:afterRequest", (event) => {
  if (!event.detail.successful) return;
  waiting.delete(event.target);
  say(event.target, "saved", `Saved at ${timeNow()}`);
});

document.addEventListener("htmx:sendError", (event) => {
  waiting.add(event.target);
  say(event.target, "unsaved", "Not saved: no connection. It will be sent again; keep this page open.");
});

document.addEventListener("htmx:responseError", (event) => {
  say(event.target, "unsaved", "Not saved. Use the save button on this page, or try again in a moment.");
});

function sendAgain() {
  for (const source of [...waiting]) window.htmx?.trigger(source, "change");
}

window.addEventListener("online", sendAgain);
setInterval(() => waiting.size && sendAgain(), 10_000);

window.addEventListener("beforeunload", (event) => {
  if (waiting.size) event.preventDefault();
});
