// The line that the chosen row was read from is lit in the document and brought into view.

function light(line) {
  for (const other of document.querySelectorAll(".doc-lines > .on")) other.classList.remove("on");
  line?.classList.add("on");
}

export function showLineOf(row) {
  const line = row.dataset.lines ? document.getElementById(`line-${row.dataset.lines}`) : null;
  light(line);
  const pane = line?.closest(".split-sticky");
  if (!pane || pane.scrollHeight <= pane.clientHeight) return;
  const top = line.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  pane.scrollTo({ top: top - pane.clientHeight / 3 });
}

// A link to a line, followed, lights it the same way.
export function lightLine(hash) {
  if (hash.startsWith("#line-")) light(document.getElementById(hash.slice(1)));
}
