// Sends the review form without leaving the page, one request after the other, and puts the answer in its place.
// The answer is the same page that a browser without scripts gets.

const QUIET_MS = 600; // after the last letter, before typing saves itself

let last = Promise.resolve();
let nextSave = null; // a save that waits its turn takes along whatever is typed until then
let timer = null;
let isDirty = false;
let onTheWay = 0;

const form = () => document.getElementById("review-form");
const address = () => new URL(form().getAttribute("action"), location.href);
const stateOf = (control) => (control.matches("[type=radio], [type=checkbox]") ? control.checked : control.value);

export function say(state, words) {
  const line = document.querySelector("[data-save-state]");
  if (!line) return;
  line.dataset.state = state;
  line.textContent = words;
}

export const hasUnsaved = () => isDirty;
export const isSending = () => onTheWay > 0;

// Typing that waits to be saved goes along with the form itself.
export const stopTimer = () => clearTimeout(timer);
export const whenSent = () => last;

export function noteChange() {
  isDirty = true;
  say("saving", "Not saved yet…");
  clearTimeout(timer);
  timer = setTimeout(save, QUIET_MS);
}

export function save() {
  clearTimeout(timer);
  if (nextSave) return nextSave;
  const mine = inTurn(async () => {
    nextSave = null;
    refreshParts(await post("save"));
  });
  nextSave = mine;
  return mine;
}

export async function press(action) {
  if (isDirty && action === "undo") await save(); // else undo would take back what came before the typing
  clearTimeout(timer);
  form().setAttribute("aria-busy", "true");
  return inTurn(async () => {
    if (action === "undo" && !document.querySelector("#review-undo button")) {
      form().removeAttribute("aria-busy");
      return "There is nothing to undo.";
    }
    const sent = new Map([...form().elements].map((control) => [control.id, stateOf(control)]));
    const fresh = await post(action);
    carryOver(sent, fresh);
    replaceAll(fresh, action);
    return "";
  });
}

const savedNow = () => `Saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;

// The work may answer with words to say in place of the time.
function inTurn(work) {
  onTheWay += 1;
  last = last.then(async () => {
    const was = isDirty;
    isDirty = false;
    say("saving", "Saving…");
    try {
      const words = await work();
      if (!isDirty) say("saved", words || savedNow());
    } catch (error) {
      isDirty ||= was;
      nextSave = null;
      form().removeAttribute("aria-busy");
      say("unsaved", error instanceof TypeError ? "Not saved: no connection. Keep this page open." : error.message);
    } finally {
      onTheWay -= 1;
    }
  });
  return last;
}

async function post(action) {
  const data = new FormData(form());
  data.set("action", action);
  const response = await fetch(address(), { method: "POST", body: data, headers: { "HX-Request": "true" } });
  const page = document.createElement("template");
  page.innerHTML = await response.text();
  const fresh = page.content.getElementById("review");
  if (fresh) return fresh;
  if (new URL(response.url).pathname !== address().pathname) {
    throw new Error("Not saved: you have been signed out. Sign in again in another tab, then press Save here.");
  }
  throw new Error("Not saved. Press Save to try again.");
}

// What was typed while the answer was on its way is kept.
function carryOver(sent, fresh) {
  for (const control of form().elements) {
    if (!control.id || !sent.has(control.id) || stateOf(control) === sent.get(control.id)) continue;
    const anew = fresh.querySelector(`#${CSS.escape(control.id)}`);
    if (!anew) continue;
    if (anew.matches("[type=radio], [type=checkbox]")) anew.checked = control.checked;
    else anew.value = control.value;
    isDirty = true;
  }
  if (isDirty) timer = setTimeout(save, QUIET_MS);
}

function replaceAll(fresh, action) {
  const top = document.querySelector(".doc")?.scrollTop ?? 0;
  const opened = document.querySelectorAll("#review details[open] > summary");
  const open = new Set([...opened].map((summary) => summary.textContent.trim()));
  const before = document.activeElement?.id;
  document.getElementById("review").replaceWith(fresh);
  document.dispatchEvent(new Event("review-replaced"));
  for (const summary of fresh.querySelectorAll("details > summary")) {
    if (open.has(summary.textContent.trim())) summary.parentElement.open = true;
  }
  const pane = fresh.querySelector(".doc");
  if (pane) pane.scrollTop = top;
  const chosen = document.getElementById(fresh.dataset.focusOn) ?? (before && document.getElementById(before));
  const target = action.startsWith("add") ? (chosen?.querySelector("textarea") ?? chosen) : chosen;
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}

// After saving alone only the words around the boxes change, so that nobody loses their place in one.
function refreshParts(fresh) {
  for (const part of fresh.querySelectorAll("[data-fresh]")) {
    const here = document.getElementById(part.id);
    if (!here || here.contains(document.activeElement) || here.innerHTML === part.innerHTML) continue;
    const open = here.querySelectorAll("details[open] > summary");
    const names = new Set([...open].map((summary) => summary.textContent.split("(")[0].trim()));
    for (const summary of part.querySelectorAll("details > summary")) {
      if (names.has(summary.textContent.split("(")[0].trim())) summary.parentElement.open = true;
    }
    here.replaceChildren(...part.childNodes);
  }
  for (const row of fresh.querySelectorAll(".review-row")) refreshRow(document.getElementById(row.id), row);
  for (const line of fresh.querySelectorAll(".doc-lines > li")) refreshLine(document.getElementById(line.id), line);
  document.getElementById("review-seen").value = fresh.querySelector("#review-seen").value;
}

function refreshRow(here, row) {
  if (!here) return;
  here.classList.toggle("review-row-flagged", row.classList.contains("review-row-flagged"));
  const old = here.querySelectorAll("fieldset");
  for (const [place, anew] of [...row.querySelectorAll("fieldset")].entries()) {
    old[place].classList.toggle("review-missing", anew.classList.contains("review-missing"));
    old[place].querySelector("legend").replaceChildren(...anew.querySelector("legend").childNodes);
  }
  here.querySelector(".letters-key").replaceChildren(...row.querySelector(".letters-key").childNodes);
}

// A line no longer asks to be looked at once its row is settled.
function refreshLine(here, line) {
  if (!here || here.contains(document.activeElement)) return;
  line.classList.toggle("on", here.classList.contains("on"));
  const chosen = here.querySelector("[aria-current]")?.hash;
  if (chosen) line.querySelector(`a[href="${chosen}"]`)?.setAttribute("aria-current", "true");
  here.className = line.className;
  if (here.innerHTML !== line.innerHTML) here.replaceChildren(...line.childNodes);
}
