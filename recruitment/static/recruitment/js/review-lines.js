// The line that the chosen row was read from is lit in the document and brought into view.

export function showLinesOf(row) {
  for (const line of document.querySelectorAll(".doc-lines > .on")) line.classList.remove("on");
  const line = row.dataset.lines && document.getElementById(`line-${row.dataset.lines}`);
  if (!line) return;
  line.classList.add("on");
  const pane = line.closest(".split-sticky");
  if (pane && pane.scrollHeight > pane.clientHeight) {
    pane.scrollTo({ top: line.offsetTop - pane.offsetTop - pane.clientHeight / 3 });
  }
}

// A link to a line, followed, lights it the same way.
export function lineShown() {
  window.addEventListener("hashchange", () => {
    const line = location.hash.startsWith("#line-") && document.querySelector(location.hash);
    if (!line) return;
    for (const other of document.querySelectorAll(".doc-lines > .on")) other.classList.remove("on");
    line.classList.add("on");
  });
}
