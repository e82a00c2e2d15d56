// The review page with scripts: presses do not leave the page, typing saves itself, keys work on the chosen row,
// and the line a row was read from lights up beside it.

import { choose, goToDoubtful, rowOf, split } from "./review-keys.js";
import { goToLineOf, lightLine, rowInView, showLineOf, showRowsOf } from "./review-lines.js";
import { hasUnsaved, isSending, noteChange, noteKept, press, save, stopTimer, whenSent } from "./review-send.js";

const isForm = (element) => element?.id === "review-form";
let lastRow = null;
let lastChosen = null;

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!isForm(event.target) || !button || button.hasAttribute("data-whole-page")) return;
  event.preventDefault();
  delete event.target.dataset.sent; // the form stays and is sent here: Confirm right after it is no double click
  if (button.value === "save") save();
  else if (button.value.startsWith("split:")) split(rowOf(button), button.value);
  else press(button.value);
});

// Confirming waits for a save on its way: else it would be pressed on a list that has just changed. It asks
// before anybody else hears of the press, so that the second one is not taken for a double click.
document.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (!isForm(event.target) || !button?.hasAttribute("data-whole-page")) return;
  stopTimer();
  if (!isSending()) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  while (isSending()) await whenSent();
  const isLost = document.querySelector("[data-save-state]")?.dataset.state === "unsaved";
  const still = button.isConnected ? button : document.querySelector(".review-confirm [data-whole-page]");
  if (!isLost) document.getElementById("review-form").requestSubmit(still);
}, true);

document.addEventListener("input", (event) => {
  if (isForm(event.target.form) && event.target.name) noteChange(); // what has no name is not sent
});

// Leaving a row saves it, so that each row is a step of its own to undo.
document.addEventListener("focusin", (event) => {
  const row = rowOf(event.target);
  if (row) showLineOf(row);
  if (row?.id !== lastRow && hasUnsaved()) save();
  lastRow = row?.id;
  lastChosen = lastRow ?? lastChosen;
});

// Where a click leads: a link to a row to that row, the link back from the document to the row one came from,
// a cell or a line of the document to its first row.
function targetOf(element, line) {
  if (element.closest("[data-back]")) return document.getElementById(lastChosen);
  const cell = element.closest(".line-piece")?.querySelector("a") ?? line?.querySelector("a");
  const link = element.closest('#review a[href^="#row-"]') ?? (element.closest("button") ? null : cell);
  return link?.hash && document.querySelector(link.hash);
}

// On a telephone the document stands below the rows: the link leads to the line of the row one works in or looks at.
function openDocument(event) {
  const row = rowInView(document.getElementById(lastChosen));
  if (!row || !goToLineOf(row)) return;
  event.preventDefault();
  lastChosen = row.id;
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-next]")) goToDoubtful(rowOf(document.activeElement));
  if (event.target.closest("[data-document]")) openDocument(event);
  const line = event.target.closest(".doc-lines > .used, .doc-lines > .flagged");
  const target = targetOf(event.target, line);
  lightLine(event.target.closest("a")?.hash ?? "");
  if (!target) return;
  event.preventDefault();
  choose(rowOf(target));
  if (target.matches("input, textarea")) target.focus();
  if (line) showRowsOf(line);
});

// The button names what it does, whichever profile is chosen; a browser that comes back to the page may choose anew.
function sayAct() {
  const chosen = document.getElementById("next_version_of")?.selectedOptions[0];
  if (chosen) document.querySelector("[data-act-said]").textContent = chosen.dataset.act;
}

document.addEventListener("change", ({ target }) => target.id === "next_version_of" && sayAct());
document.addEventListener("review-replaced", sayAct);
window.addEventListener("pageshow", sayAct);

window.addEventListener("beforeunload", (event) => {
  if (hasUnsaved() && !document.getElementById("review-form")?.dataset.sent) event.preventDefault();
});

window.addEventListener("hashchange", () => lightLine(location.hash));
lightLine(location.hash);
if ("unsaved" in document.getElementById("review").dataset) noteKept();
if (location.hash.startsWith("#row-")) choose(rowOf(document.querySelector(location.hash)));
