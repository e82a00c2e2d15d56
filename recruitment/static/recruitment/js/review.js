// The review page with scripts: every press is sent without leaving the page, typing saves itself, keys work on
// the chosen row. The server's answer is the same page that a browser without scripts gets.

import { lineShown, showLinesOf } from "./review-lines.js";

const QUIET_MS = 600;
const KEYS = { e: "requirement", d: "desirable", a: "evidence", c: "C", i: "I", r: "R", t: "T", p: "P", o: "O" };
const ACTIONS = { s: "split", j: "join", x: "drop", "+": "add", "=": "same", y: "checked" };

let sending = null; // one request at a time, in the order of the presses
let timer = null;
let isDirty = false;
const carets = new Map(); // where the cursor last stood in each text box

const region = () => document.getElementById("review");
const form = () => document.getElementById("review-form");
const address = () => new URL(form().getAttribute("action"), location.href);
const rows = () => [...document.querySelectorAll(".review-row")];
const rowOf = (element) => element?.closest?.(".review-row");
const isTyping = (element) => element.matches?.("textarea, select, input:not([type=radio], [type=checkbox])");

function say(state, words) {
  const line = document.querySelector("[data-save-state]");
  if (!line) return;
  line.hidden = false;
  line.dataset.state = state;
  line.textContent = words;
}

async function post(action) {
  const data = new FormData(form());
  data.set("action", action);
  const response = await fetch(address(), {
    method: "POST",
    body: data,
    headers: { "HX-Request": "true" },
    credentials: "same-origin",
  });
  const page = document.createElement("template");
  page.innerHTML = await response.text();
  const fresh = page.content.getElementById("review");
  if (fresh) return fresh;
  if (response.redirected && response.ok && new URL(response.url).pathname !== address().pathname) {
    throw new Error("Not saved: you have been signed out. Sign in again in another tab, then press Save here.");
  }
  throw new Error("Not saved. Press Save to try again.");
}

function send(action, { refresh }) {
  clearTimeout(timer);
  const before = sending ?? Promise.resolve();
  sending = before.then(async () => {
    const was = isDirty;
    isDirty = false;
    say("saving", "Saving…");
    try {
      const fresh = await post(action);
      if (refresh) replaceAll(fresh, action);
      else refreshParts(fresh);
      say("saved", `Saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`);
    } catch (error) {
      isDirty = was || action === "save";
      form().removeAttribute("aria-busy");
      say("unsaved", error instanceof TypeError ? "Not saved: no connection. Keep this page open." : error.message);
    }
  });
  return sending;
}

// After saving alone only the words around the text boxes change, so that nobody loses their place in one.
function refreshParts(fresh) {
  const stays = document.activeElement;
  for (const part of fresh.querySelectorAll("[data-fresh]")) {
    const here = document.getElementById(part.id);
    if (here && !here.contains(stays) && here.innerHTML !== part.innerHTML) here.replaceChildren(...part.childNodes);
  }
  for (const row of fresh.querySelectorAll(".review-row")) {
    const here = document.getElementById(row.id);
    if (here) here.classList.toggle("review-row-flagged", row.classList.contains("review-row-flagged"));
    for (const [place, set] of [...row.querySelectorAll("fieldset")].entries()) {
      const old = here?.querySelectorAll("fieldset")[place];
      if (!old) continue;
      old.classList.toggle("review-missing", set.classList.contains("review-missing"));
      old.querySelector("legend").replaceChildren(...set.querySelector("legend").childNodes);
    }
  }
  takeMoment(fresh);
}

function takeMoment(fresh) {
  const moment = fresh.querySelector("[data-fresh-value]");
  if (moment) document.getElementById(moment.id).value = moment.value;
}

function replaceAll(fresh, action) {
  const top = document.querySelector(".doc")?.scrollTop ?? 0;
  const open = new Set([...document.querySelectorAll("#review details[open] > summary")].map((one) => one.textContent.trim()));
  const typed = document.activeElement?.closest?.(".review-row")?.id;
  region().replaceWith(fresh);
  for (const summary of document.querySelectorAll("#review details > summary")) {
    if (open.has(summary.textContent.trim())) summary.parentElement.open = true;
  }
  const pane = document.querySelector(".doc");
  if (pane) pane.scrollTop = top;
  const chosen = document.getElementById(fresh.dataset.focusOn) ?? (typed && document.getElementById(typed));
  const isNew = action.startsWith("add") && chosen?.matches(".review-row");
  const target = isNew ? chosen.querySelector("textarea") : chosen;
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

// Presses of buttons
document.addEventListener("submit", async (event) => {
  if (event.target !== form()) return;
  const button = event.submitter;
  if (!button || button.hasAttribute("data-whole-page")) return;
  event.preventDefault();
  if (button.value.startsWith("split:")) markCut(rowOf(button));
  if (button.value === "save") return send("save", { refresh: false });
  press(button.value);
});

async function press(action) {
  if (isDirty && action === "undo") await send("save", { refresh: false });
  form().setAttribute("aria-busy", "true");
  return send(action, { refresh: true });
}

function markCut(row) {
  const box = row?.querySelector("textarea");
  const caret = carets.get(box?.id);
  if (!box || box.value.includes("|") || !caret || caret >= box.value.trimEnd().length) return;
  box.value = `${box.value.slice(0, caret)} | ${box.value.slice(caret)}`;
  isDirty = true;
}

// Typing and ticking save themselves
function noteChange(event) {
  if (!form()?.contains(event.target)) return;
  isDirty = true;
  say("saving", "Not saved yet…");
  clearTimeout(timer);
  timer = setTimeout(() => send("save", { refresh: false }), QUIET_MS);
}
document.addEventListener("input", noteChange);
document.addEventListener("selectionchange", () => {
  const box = document.activeElement;
  if (box?.matches?.(".review-row textarea")) carets.set(box.id, box.selectionStart);
});
window.addEventListener("beforeunload", (event) => {
  if (isDirty && !form()?.dataset.sent) event.preventDefault();
});

// Keys
function choose(row) {
  if (!row) return;
  row.focus();
  row.scrollIntoView({ block: "center" });
}

function nextDoubtful(from) {
  const all = rows();
  const start = all.indexOf(from) + 1;
  return [...all.slice(start), ...all.slice(0, start)].find((row) => row.matches(".review-row-flagged"));
}

function tick(row, name) {
  const box = document.getElementById(`${row.id}-${name}`);
  if (!box || (box.type === "radio" && box.checked)) return;
  box.checked = box.type === "radio" || !box.checked;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function act(row, name) {
  const button = row.querySelector(`button[value^="${name}:"]`);
  if (!button) return say("unsaved", "That is not possible for this row.");
  if (name === "split") markCut(row);
  press(button.value);
}

function inTextBox(event, row) {
  if (event.key === "Escape" || (event.key === "Enter" && !event.ctrlKey && event.target.matches("textarea"))) {
    event.preventDefault();
    row.focus();
  } else if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    act(row, "split");
  }
}

function onRow(event, row) {
  const all = rows();
  const place = all.indexOf(row);
  const isRadio = event.target.matches("[type=radio]");
  if (event.key in KEYS) tick(row, KEYS[event.key]);
  else if (event.key in ACTIONS) act(row, ACTIONS[event.key]);
  else if (event.key === "n") choose(nextDoubtful(row));
  else if (event.key === "u") press("undo");
  else if (event.key === "ArrowDown" && !isRadio) choose(all[place + 1]);
  else if (event.key === "ArrowUp" && !isRadio) choose(all[place - 1]);
  else if (event.key === "Enter" && event.target === row) row.querySelector("textarea").focus();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (!row || event.altKey || event.metaKey) return;
  if (isTyping(event.target)) inTextBox(event, row);
  else if (!event.ctrlKey) onRow(event, row);
});

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-next]")) choose(nextDoubtful(rowOf(document.activeElement)));
  const line = event.target.closest?.(".doc-lines > li");
  if (line && !event.target.closest("a, button")) choose(document.querySelector(line.querySelector("a.line-number")?.hash || null));
  const link = event.target.closest?.('#review a[href^="#row-"]');
  if (link) {
    const target = document.querySelector(link.hash);
    event.preventDefault();
    choose(rowOf(target));
    if (target?.matches("input, textarea")) target.focus();
  }
});

let chosen = null; // leaving a row saves it, so that each row is a step of its own to undo
document.addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (row) showLinesOf(row);
  if (row?.id !== chosen && isDirty) send("save", { refresh: false });
  chosen = row?.id;
});

const problems = document.getElementById("problems");
if (problems) problems.focus();
else if (location.hash.startsWith("#row-")) choose(rowOf(document.querySelector(location.hash)));
lineShown();
