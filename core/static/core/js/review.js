// Document review: the row being worked on shows its lines in the document, and a line shows its row.
// A row names its lines in data-lines ("12 13"); a line is #line-12.

const lines = (row) => (row.dataset.lines ?? "").split(" ").filter(Boolean);

function show(row) {
  for (const line of document.querySelectorAll(".doc-lines > .on")) line.classList.remove("on");
  const found = lines(row).map((number) => document.getElementById(`line-${number}`)).filter(Boolean);
  for (const line of found) line.classList.add("on");
  const pane = found[0]?.closest(".split-sticky");
  if (pane) pane.scrollTo({ top: found[0].offsetTop - pane.clientHeight / 3 });
}

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.(".review-row");
  if (row) show(row);
});

document.addEventListener("click", (event) => {
  const line = event.target.closest?.(".doc-lines > li");
  if (!line) return;
  const number = line.id.replace("line-", "");
  const row = [...document.querySelectorAll(".review-row")].find((one) => lines(one).includes(number));
  row?.querySelector("textarea, input:not([type=hidden])")?.focus();
  row?.scrollIntoView({ block: "nearest" });
});
