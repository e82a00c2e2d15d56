// One's own side of a review saves itself while it is written. Without scripts the button does the same.
//
// One request at a time; what changes meanwhile is sent next. What could not be sent stays on the page, is said
// above the buttons, and is sent again. What another window has saved is never written over.

const form = document.querySelector("form[data-autosave-url]");
const RETRY_MS = 5000;
const PAUSE_MS = 900;

if (form) {
  const line = form.querySelector("[data-save-state]");
  let timer = 0;
  let sending = false;
  let dirty = false;
  let unsaved = false;
  let stopped = false;
  let leaving = false;

  const timeNow = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

  const say = (state, words) => {
    line.dataset.state = state;
    line.textContent = words;
  };

  const send = async () => {
    const response = await fetch(form.dataset.autosaveUrl, {
      method: "POST",
      body: new FormData(form),
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
    if (response.redirected || !response.headers.get("Content-Type")?.includes("json")) {
      const gone = response.redirected || response.status === 403;
      return { saved: false, message: gone ? "you are signed out. Sign in again in another tab; your words stay here" : "the server did not answer" };
    }
    return response.json();
  };

  const save = async () => {
    clearTimeout(timer);
    dirty = true;
    if (sending || stopped) return;
    sending = true;
    while (dirty && !stopped) {
      dirty = false;
      say("saving", "Saving…");
      let answer;
      try {
        answer = await send();
      } catch {
        answer = { saved: false, message: "no connection. It will be sent again; keep this page open" };
      }
      unsaved = !answer.saved;
      if (answer.saved) {
        form.elements.version.value = answer.version;
        say("saved", `Draft saved at ${timeNow()}`);
      } else {
        stopped = answer.final === true; // only the button can tell what to do about it
        say("unsaved", `Not saved: ${answer.message.replace(/\.$/, "")}.`);
      }
    }
    sending = false;
    if (unsaved && !stopped) timer = setTimeout(save, RETRY_MS);
  };

  const saveSoon = () => {
    clearTimeout(timer);
    unsaved = true; // until it is sent, leaving the page would lose it
    timer = setTimeout(save, PAUSE_MS);
  };

  form.addEventListener("input", saveSoon);
  form.addEventListener("change", saveSoon);

  // A press of a button waits for what is under way, so that it does not meet its own saving.
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    leaving = true;
    stopped = true;
  });
  for (const button of form.querySelectorAll("button[type=submit]")) {
    button.addEventListener("click", (event) => {
      if (!sending) return;
      event.preventDefault();
      const wait = setInterval(() => {
        if (sending) return;
        clearInterval(wait);
        form.requestSubmit(button);
      }, 50);
    });
  }

  window.addEventListener("online", () => {
    if (unsaved) save();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && (unsaved || sending)) event.preventDefault();
  });
}
