// Small comforts of every page. Each works on what the server rendered; without scripts nothing is lost.

// The summary of errors takes the focus, so that it is read first.
document.querySelector("[data-focus]")?.focus();

// Menus close on Escape and on a press elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

// A question that has just been opened comes into view.
document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.matches?.("details.confirm[open]")) event.target.scrollIntoView({ block: "nearest" });
  },
  true,
);

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});

// What is closed on the screen is open on paper.
const openedForPaper = [];
window.addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("main details.print-open:not([open])")) {
    details.open = true;
    openedForPaper.push(details);
  }
});
window.addEventListener("afterprint", () => {
  for (const details of openedForPaper.splice(0)) details.open = false;
});

// One press, one post: a double click sends a form once. After a moment it may be sent again, because a
// post that answers with a file leaves the page where it was.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 3000);
});
