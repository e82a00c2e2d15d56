// Every cell of a score sheet saves itself. Without scripts the buttons of the page do the same.
//
// One request at a time for each criterion; what changes meanwhile is sent next, so that the last word wins.
// What could not be sent stays on the page, is said beside the cell, and is sent again.

const form = document.querySelector("form[data-save-url]");
const RETRY_MS = 5000;
const PAUSE_MS = 700;

const cells = new Map(); // criterion element → { timer, sending, dirty, failed }

function stateOf(criterion) {
  if (!cells.has(criterion)) cells.set(criterion, { timer: 0, sending: false, dirty: false, failed: false });
  return cells.get(criterion);
}

const timeNow = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

function say(criterion, state, words) {
  const line = criterion.querySelector("[data-save-state]");
  line.hidden = false;
  line.dataset.state = state;
  line.textContent = words;
}

function body(criterion) {
  const data = new FormData();
  for (const field of criterion.querySelectorAll("input:checked, textarea")) data.append(field.name, field.value);
  return data;
}

async function send(criterion) {
  const response = await fetch(form.dataset.saveUrl, {
    method: "POST",
    body: body(criterion),
    headers: { "X-CSRFToken": form.elements.csrfmiddlewaretoken.value, Accept: "application/json" },
    credentials: "same-origin",
  });
  if (response.redirected || !response.headers.get("Content-Type")?.includes("json")) {
    const gone = response.redirected || response.status === 403;
    return { saved: false, message: gone ? "you are signed out. Sign in again in another tab; your answers stay here" : "the server did not answer" };
  }
  return response.json();
}

async function save(criterion) {
  const cell = stateOf(criterion);
  clearTimeout(cell.timer);
  cell.dirty = true;
  if (cell.sending) return;
  cell.sending = true;
  while (cell.dirty) {
    cell.dirty = false;
    say(criterion, "saving", "Saving…");
    let answer;
    try {
      answer = await send(criterion);
    } catch {
      answer = { saved: false, message: "no connection. It will be sent again; keep this page open" };
    }
    cell.failed = !answer.saved;
    if (answer.saved) say(criterion, "saved", `Saved at ${timeNow()}`);
    else say(criterion, "unsaved", `Not saved: ${answer.message.replace(/\.$/, "")}.`);
  }
  cell.sending = false;
  if (cell.failed) cell.timer = setTimeout(() => save(criterion), RETRY_MS);
}

function saveSoon(criterion) {
  const cell = stateOf(criterion);
  clearTimeout(cell.timer);
  cell.failed = true; // until it is sent, leaving the page would lose it
  cell.timer = setTimeout(() => save(criterion), PAUSE_MS);
}

function follow(criterion) {
  const answered = criterion.querySelector(".chip-input:checked") !== null;
  criterion.querySelector("[data-clear]").hidden = !answered;
}

if (form) {
  form.querySelector("[data-save-all]").hidden = true;

  form.addEventListener("change", (event) => {
    const criterion = event.target.closest("[data-criterion]");
    if (!criterion) return;
    follow(criterion);
    save(criterion);
  });

  form.addEventListener("input", (event) => {
    const criterion = event.target.closest("[data-criterion]");
    if (criterion && event.target.matches("textarea")) saveSoon(criterion);
  });

  form.addEventListener("click", (event) => {
    const clear = event.target.closest("[data-clear]");
    if (!clear) return;
    event.preventDefault();
    const criterion = clear.closest("[data-criterion]");
    for (const input of criterion.querySelectorAll(".chip-input")) input.checked = false;
    criterion.querySelector(".chip-input").focus();
    criterion.dispatchEvent(new Event("change", { bubbles: true }));
  });

  form.addEventListener("keydown", (event) => {
    if (!["Delete", "Backspace"].includes(event.key) || !event.target.matches(".chip-input:checked")) return;
    event.preventDefault();
    event.target.closest("[data-criterion]").querySelector("[data-clear]").click();
  });

  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true; // the whole sheet goes with the form
  });
  window.addEventListener("online", () => {
    for (const [criterion, cell] of cells) if (cell.failed) save(criterion);
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && [...cells.values()].some((cell) => cell.failed || cell.sending)) event.preventDefault();
  });
}
