// The line that the chosen row was read from is lit in the document and brought into view. Whoever chooses a line
// sees every row that was read from it.

function unlight() {
  for (const line of document.querySelectorAll(".doc-lines > .on")) line.classList.remove("on");
  for (const link of document.querySelectorAll(".doc-lines [aria-current]")) link.removeAttribute("aria-current");
  for (const row of document.querySelectorAll(".review-row-kin")) row.classList.remove("review-row-kin");
}

function light(line) {
  unlight();
  if (!line) return;
  line.classList.add("on");
}

export function showRowsOf(line) {
  const rows = document.querySelectorAll(`.review-row[data-lines="${line.id.slice("line-".length)}"]`);
  if (rows.length > 1) for (const row of rows) row.classList.add("review-row-kin");
}

export function showLineOf(row) {
  const line = row.dataset.lines ? document.getElementById(`line-${row.dataset.lines}`) : null;
  light(line);
  line?.querySelector(`.line-row[href="#${row.id}"]`)?.setAttribute("aria-current", "true");
  const pane = line?.closest(".split-sticky");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTo({ top: top - pane.clientHeight / 3 });
}

// A link to a line, followed, lights it the same way.
export function lightLine(hash) {
  const line = hash.startsWith("#line-") ? document.getElementById(hash.slice(1)) : null;
  if (!line) return;
  light(line);
  showRowsOf(line);
}

const isInView = (row) => {
  const { top, bottom } = row.getBoundingClientRect();
  const covered = document.querySelector(".review-bar").getBoundingClientRect().bottom;
  return bottom > Math.max(covered, 0) && top < innerHeight;
};

// The row one works in while it can be seen, else the first that can.
export function rowInView(chosen) {
  if (chosen && isInView(chosen)) return chosen;
  return [...document.querySelectorAll(".review-row")].find(isInView);
}

// Whether there is a line to go to: a row that somebody added has none.
export function goToLineOf(row) {
  const line = row.dataset.lines ? document.getElementById(`line-${row.dataset.lines}`) : null;
  if (!line) return false;
  showLineOf(row);
  document.getElementById("document").focus({ preventScroll: true });
  line.scrollIntoView({ block: "center" });
  return true;
}
