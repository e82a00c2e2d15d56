// The keys of the review page. They work on the chosen row, and never while somebody types.

import { mention, press, say, settled } from "./review-send.js";

// D stands for checks, and d is taken: k has them.
const TICKS = { e: "requirement", d: "desirable", a: "evidence", c: "C", i: "I", r: "R", t: "T", p: "P", o: "O", k: "D" };
const ACTIONS = { s: "split", j: "join", x: "drop", "+": "add", "=": "same", y: "checked" };

const FROM_ANYWHERE = "review-n-from-anywhere";
const carets = new Map(); // where the cursor last stood in each text box
const rows = () => [...document.querySelectorAll(".review-row")];
const isTyping = (element) => element.matches("textarea, select, input:not([type=radio], [type=checkbox])");

export const rowOf = (element) => element?.closest?.(".review-row");

export function choose(row) {
  row?.focus();
  row?.scrollIntoView({ block: "center" });
}

// The page is told what is settled once it is saved; ticks that complete a row count at once.
const isComplete = (row) => row.querySelector("[type=radio]:checked") && row.querySelector('[name$="-evidence"]:checked');
const hasFlags = (row) => row.querySelector(".review-flags > li:not(.review-hint)");
const isDoubtful = (row) => row.matches(".review-row-flagged") && (hasFlags(row) || !isComplete(row));

function nextDoubtful(from) {
  const all = rows();
  const start = all.indexOf(from) + 1;
  return [...all.slice(start), ...all.slice(0, start)].find(isDoubtful);
}

export async function goToDoubtful(from) {
  // Whether the row one stands in is still the one to check is known once it is saved.
  if (from && nextDoubtful(from) === from) await settled();
  const next = nextDoubtful(from && document.getElementById(from.id));
  if (next) choose(next);
  else await goToUnsettled();
}

// Where no row is left to check, what else stands in the way of confirming comes next, one after the other. A text
// box is not entered: there the next press of the key would be typed.
async function goToUnsettled() {
  const saved = await settled();
  const late = nextDoubtful(null); // it became one to check by what was saved just now
  if (late) return choose(late);
  const ids = document.querySelector("[data-stops]")?.dataset.stops.split(" ") ?? [];
  const stops = ids.map((id) => document.getElementById(id)).filter(Boolean);
  if (!stops.length) return mention(["Nothing left to check", saved].filter(Boolean).join(". "));
  const places = stops.map((stop) => rowOf(stop) ?? stop.closest(".field") ?? stop);
  const at = places.findIndex((place) => place.contains(document.activeElement));
  const place = places[(at + 1) % places.length];
  if (place.tabIndex < 0) place.tabIndex = -1;
  choose(place);
  mention("No row left to check: settle this");
}

// Split cuts where the cursor stands, unless somebody typed the mark themselves. The mark is sent and never shown:
// where the cut fails or is undone, none is left.
export function split(row, action) {
  const box = row?.querySelector("textarea");
  const caret = carets.get(box?.id);
  press(action, (data) => {
    if (!box || box.value.includes("|") || !caret || caret >= box.value.trimEnd().length) return;
    data.set(box.name, `${box.value.slice(0, caret)} | ${box.value.slice(caret)}`);
  });
}

function tick(row, name) {
  const box = document.getElementById(`${row.id}-${name}`);
  if (box.type === "radio" && box.checked) return;
  box.checked = box.type === "radio" || !box.checked;
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

function act(row, name) {
  const button = row.querySelector(`button[value^="${name}:"]`);
  if (!button) {
    say("unsaved", "That is not possible for this row.");
    return;
  }
  if (name === "split") split(row, button.value);
  else press(button.value);
}

function rememberCaret(box) {
  if (box.matches(".review-row textarea")) carets.set(box.id, box.selectionStart);
}

function onTextBox(event, row) {
  const isBox = event.target.matches("textarea");
  rememberCaret(event.target);
  if (event.key === "Enter" && event.ctrlKey && isBox) act(row, "split");
  else if (event.key === "Escape" || event.key === "Enter") row.focus();
  else return;
  event.preventDefault();
}

function enter(row) {
  const box = row.querySelector("textarea");
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

function onRow(event, row) {
  const all = rows();
  const place = all.indexOf(row);
  const isRadio = event.target.matches("[type=radio]"); // there the arrows belong to the choice
  if (event.key in TICKS) tick(row, TICKS[event.key]);
  else if (event.key in ACTIONS) act(row, ACTIONS[event.key]);
  else if (event.key === "n") goToDoubtful(row);
  else if (event.key === "u") press("undo");
  else if (event.key === "ArrowDown" && !isRadio) choose(all[place + 1]);
  else if (event.key === "ArrowUp" && !isRadio) choose(all[place - 1]);
  else if (event.key === "Enter" && event.target === row) enter(row);
  else return;
  event.preventDefault();
}

// A key that works wherever one stands must be possible to turn off: speech and slips of the hand press keys too.
const switchOf = () => document.querySelector("[data-from-anywhere]");
const worksFromAnywhere = () => switchOf()?.checked && switchOf().closest("details").offsetParent !== null;

export function showSwitch() {
  if (switchOf()) switchOf().checked = localStorage.getItem(FROM_ANYWHERE) !== "off";
}

function onPage(event) {
  if (event.key !== "n" || event.ctrlKey || isTyping(event.target) || !worksFromAnywhere()) return;
  goToDoubtful(null);
  event.preventDefault();
}

document.addEventListener("keydown", (event) => {
  const row = rowOf(event.target);
  if (event.altKey || event.metaKey) return;
  if (!row) onPage(event);
  else if (isTyping(event.target)) onTextBox(event, row);
  else if (!event.ctrlKey) onRow(event, row);
});

document.addEventListener("change", (event) => {
  if (event.target === switchOf()) localStorage.setItem(FROM_ANYWHERE, event.target.checked ? "on" : "off");
});
document.addEventListener("review-replaced", showSwitch);
showSwitch();

document.addEventListener("focusout", (event) => rememberCaret(event.target));
