// Sends the review form without leaving the page, one request after the other, and puts the answer in its place.
// The answer is the same page that a browser without scripts gets.

import { dropSettled } from "./review-problems.js";

const QUIET_MS = 600; // after the last letter, before typing saves itself
const RETRY_MS = 5000; // without a connection
const OFFLINE = "Not saved: no connection. Keep this page open.";

let last = Promise.resolve();
let nextSave = null; // a save that waits its turn takes along whatever is typed until then
let timer = null;
let isDirty = false;
let onTheWay = 0;
let mentioned = "";

const form = () => document.getElementById("review-form");
const address = () => new URL(form().getAttribute("action"), location.href);
const stateOf = (control) => (control.matches("[type=radio], [type=checkbox]") ? control.checked : control.value);

export function say(state, words) {
  const line = document.querySelector("[data-save-state]");
  if (!line) return;
  line.dataset.state = state;
  line.textContent = words;
}

// What is worth knowing while a save is on its way is said now, and again beside the time.
export function mention(words) {
  if (document.querySelector("[data-save-state]")?.dataset.state === "unsaved") return; // a warning stays
  const isWaiting = isDirty || onTheWay > 0;
  say(isWaiting ? "saving" : "saved", words);
  mentioned = isWaiting ? words : "";
}

export const hasUnsaved = () => isDirty;
export const isSending = () => onTheWay > 0;

// Typing that waits to be saved goes along with the form itself.
export const stopTimer = () => clearTimeout(timer);
export const whenSent = () => last;

// The page knows what is settled once everything typed and pressed has been answered. The answer says when, if it waited.
export async function settled() {
  if (isDirty) save();
  const waits = isSending();
  while (isSending()) await last;
  return waits ? savedNow() : "";
}

export function noteChange() {
  isDirty = true;
  if (closedHere()) return say("unsaved", closedHere().dataset.said);
  say("saving", "Not saved yet…");
  clearTimeout(timer);
  timer = setTimeout(save, QUIET_MS);
}

// Words kept through signing in are not saved unasked: the page says which button was not carried out.
export function noteKept() {
  isDirty = true;
  say("unsaved", "Not saved yet. Press Save, or go on.");
}

export function save() {
  clearTimeout(timer);
  if (closedHere()) return last;
  if (nextSave) return nextSave;
  const mine = inTurn(async () => {
    nextSave = null;
    const sent = statesNow();
    const fresh = await post("save");
    if (!("merged" in fresh.dataset)) refreshParts(fresh);
    else putInPlace(sent, fresh, "save"); // rows that another window changed stand in their boxes now
    const beside = "merged" in fresh.dataset ? ", beside changes of another window" : "";
    return [isBack(), `${savedNow()}${beside}`].filter(Boolean).join(" ");
  });
  nextSave = mine;
  return mine;
}

// ``amend`` may add to what is sent; the boxes of the page stay as they are.
export async function press(action, amend) {
  if (isDirty && action === "undo") await save(); // else undo would take back what came before the typing
  clearTimeout(timer);
  form().setAttribute("aria-busy", "true");
  const from = rowHere();
  return inTurn(async () => {
    if (action === "undo" && !document.querySelector("#review-undo button")) {
      form().removeAttribute("aria-busy");
      return "There is nothing to undo.";
    }
    const sent = statesNow();
    missed = "Connected again: press the button once more.";
    const fresh = await post(action, amend);
    isBack();
    putInPlace(sent, fresh, action, from);
    return "";
  });
}

const savedNow = () => `Saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;

const statesNow = () => new Map([...form().elements].map((control) => [control.id, stateOf(control)]));

const rowHere = () => document.activeElement?.closest(".review-row")?.id;

function putInPlace(sent, fresh, action, from) {
  carryOver(sent, fresh);
  replaceAll(fresh, action, from);
}

// The work may answer with words to say in place of the time. What the page says stands in the way is no success.
function inTurn(work) {
  onTheWay += 1;
  last = last.then(async () => {
    const was = isDirty;
    isDirty = false;
    say("saving", "Saving…");
    try {
      const words = await work();
      const { trouble } = document.getElementById("review").dataset;
      if (trouble) throw new Error(trouble);
      if (!isDirty) say("saved", [mentioned, words || savedNow()].filter(Boolean).join(". "));
      if (!isDirty) mentioned = "";
    } catch (error) {
      isDirty ||= was || document.getElementById("clashes-open") !== null;
      nextSave = null;
      form().removeAttribute("aria-busy");
      say("unsaved", error instanceof TypeError ? OFFLINE : error.message);
      if (error instanceof TypeError) retryLater();
      else missed = "";
    } finally {
      onTheWay -= 1;
    }
  });
  return last;
}

// What was typed is sent again by itself; a button that was pressed meanwhile has to be pressed again.
let retry = null;
let missed = "";

function retryLater() {
  clearTimeout(retry);
  retry = setTimeout(save, RETRY_MS);
}

function isBack() {
  clearTimeout(retry);
  retry = null;
  const words = missed;
  missed = "";
  return words;
}

window.addEventListener("online", () => retry && save());

const SIGNED_OUT = "Not saved: you have been signed out. Sign in again in another tab, then press Save here.";
const OTHER_PERSON =
  "Not saved: somebody else is signed in now. What you typed stays here: sign in as yourself in another tab, then press Save.";

async function ask(options) {
  const response = await fetch(address(), { headers: { "HX-Request": "true" }, ...options });
  const page = document.createElement("template");
  page.innerHTML = await response.text();
  const [fresh, closed] = ["review", "closed"].map((id) => page.content.getElementById(id));
  return { status: response.status, path: new URL(response.url).pathname, fresh, closed };
}

const closedHere = () => document.getElementById("closed");

// Set aside or confirmed elsewhere: nothing can be saved here any more. What was typed stays to be read and goes
// along with the button that the notice offers.
function showClosed(notice) {
  document.getElementById("closed-here").replaceChildren(notice);
  const review = document.getElementById("review");
  review.dataset.closed = "";
  for (const box of review.querySelectorAll("textarea, input:not([type=hidden])")) box.readOnly = true;
  for (const control of review.querySelectorAll("button, select, .toggles, [type=checkbox]")) {
    control.inert = !notice.contains(control);
  }
  form().removeAttribute("aria-busy");
  throw new Error(notice.dataset.said);
}

async function post(action, amend) {
  let answer = await ask({ method: "POST", body: bodyOf(action, amend) });
  if (answer.status === 403) {
    await takeNewToken();
    answer = await ask({ method: "POST", body: bodyOf(action, amend) });
  }
  if (answer.fresh) return answer.fresh;
  if (answer.closed) showClosed(answer.closed);
  if (answer.path !== address().pathname) throw new Error(SIGNED_OUT);
  throw new Error(answer.status === 409 ? OTHER_PERSON : "Not saved. Press Save to try again.");
}

function bodyOf(action, amend) {
  const data = new FormData(form());
  data.set("action", action);
  amend?.(data);
  return data;
}

// Signing in again in another tab made the token of this page void. The new one serves the same person only.
async function takeNewToken() {
  const { path, fresh, closed } = await ask({});
  if (path !== address().pathname) throw new Error(SIGNED_OUT);
  const valueIn = (place, name) => place?.querySelector(`#review-form > [name="${name}"]`)?.value;
  if (!fresh && !closed) throw new Error("Not saved: whoever is signed in now may not change this document.");
  const author = closed?.dataset.author ?? valueIn(fresh, "typed_by");
  if (author !== valueIn(document, "typed_by")) throw new Error(OTHER_PERSON);
  const token = closed?.dataset.token ?? valueIn(fresh, "csrfmiddlewaretoken");
  for (const box of document.querySelectorAll("[name=csrfmiddlewaretoken]")) box.value = token;
}

// What was typed while the answer was on its way is kept.
function carryOver(sent, fresh) {
  for (const control of form().elements) {
    if (!control.id || control.type === "hidden" || !sent.has(control.id)) continue;
    if (stateOf(control) === sent.get(control.id)) continue;
    const anew = fresh.querySelector(`#${CSS.escape(control.id)}`);
    if (!anew) continue;
    const isTheirs = "merged" in fresh.dataset && stateOf(anew) !== sent.get(control.id);
    if (anew.matches("[type=radio], [type=checkbox]")) anew.checked = control.checked;
    else anew.value = control.value;
    if (isTheirs) keepMark(control.name, fresh);
    isDirty = true;
  }
  if (isDirty) timer = setTimeout(save, QUIET_MS);
}

// What was typed before the other window's words could be seen is a question, like any other clash: the page goes on
// saying that it knew only the old words.
function keepMark(name, fresh) {
  const part = name.startsWith("duty-") ? "duties" : name.replace(/^(row-\d+)-.*/, "$1");
  const old = document.getElementById("review-was").value.split(" ").find((pair) => pair.startsWith(`${part}=`));
  const box = fresh.querySelector("#review-was");
  box.value = box.value.split(" ").map((pair) => (old && pair.startsWith(`${part}=`) ? old : pair)).join(" ");
}

function replaceAll(fresh, action, from) {
  const top = document.querySelector(".doc")?.scrollTop ?? 0;
  const opened = document.querySelectorAll("#review details[open] > summary");
  const open = new Set([...opened].map((summary) => summary.textContent.trim()));
  const before = document.activeElement?.id || rowHere();
  const caret = document.activeElement?.selectionStart;
  const wentOn = rowHere() && rowHere() !== from;
  document.getElementById("review").replaceWith(fresh);
  document.dispatchEvent(new Event("review-replaced"));
  for (const summary of fresh.querySelectorAll("details > summary")) {
    if (open.has(summary.textContent.trim())) summary.parentElement.open = true;
  }
  const pane = fresh.querySelector(".doc");
  if (pane) pane.scrollTop = top;
  const here = before && document.getElementById(before);
  const asked = document.getElementById(fresh.dataset.focusOn);
  // Whoever types stays there, and whoever went on to another row while the answer was on its way stays in that one.
  const chosen = action === "save" || (wentOn && here) ? here : (asked ?? here);
  const target = wentOn ? chosen : action.startsWith("add") ? (chosen?.querySelector("textarea") ?? chosen) : chosen;
  target?.focus();
  if (target?.id === before && typeof caret === "number") target.setSelectionRange(caret, caret);
  target?.scrollIntoView({ block: "nearest" });
}

// After saving alone only the words around the boxes change, so that nobody loses their place in one.
function refreshParts(fresh) {
  dropSettled(fresh); // before the list of what is to settle is the new one
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
  for (const id of ["review-seen", "review-was"]) document.getElementById(id).value = fresh.querySelector(`#${id}`).value;
  document.getElementById("review").dataset.trouble = fresh.dataset.trouble ?? "";
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
