// The grid by keyboard: arrows move from cell to cell, Home and End to the ends of a row, Enter opens.
// Only the cell in use can be reached by Tab. Opening follows the row's data-url and the column's data-criterion.

function enhance(table) {
  const rows = () => [...table.tBodies[0].rows].filter((row) => !row.classList.contains("line"));
  let current = null;

  const take = (cell, focus = true) => {
    if (!cell) return;
    if (current) current.tabIndex = -1;
    current = cell;
    cell.tabIndex = 0;
    if (focus) cell.focus();
  };

  const beside = (cell, down, along) => {
    const all = rows();
    const row = all[Math.min(Math.max(all.indexOf(cell.parentElement) + down, 0), all.length - 1)];
    return row.cells[Math.min(Math.max(cell.cellIndex + along, 0), row.cells.length - 1)];
  };

  const target = (cell, key) => {
    const cells = cell.parentElement.cells;
    return {
      ArrowDown: () => beside(cell, 1, 0),
      ArrowUp: () => beside(cell, -1, 0),
      ArrowRight: () => beside(cell, 0, 1),
      ArrowLeft: () => beside(cell, 0, -1),
      Home: () => cells[0],
      End: () => cells[cells.length - 1],
    }[key]?.();
  };

  const open = (cell) => {
    const heads = table.tHead.rows[table.tHead.rows.length - 1].cells;
    const criterion = heads[cell.cellIndex]?.dataset.criterion;
    const url = cell.parentElement.dataset.url;
    if (!url || !criterion) return cell.querySelector("a")?.click();
    const address = `${url}${url.includes("?") ? "&" : "?"}criterion=${encodeURIComponent(criterion)}`;
    const drawer = document.querySelector("#drawer.drawer");
    if (drawer && window.htmx) window.htmx.ajax("GET", address, { target: drawer, swap: "innerHTML" });
    else window.location.assign(address);
    return true;
  };

  table.setAttribute("role", "grid");
  take(rows()[0]?.cells[0], false);

  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("td, tbody th");
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = target(cell, event.key);
    if (next) take(next);
    else if (event.key === "Enter" && event.target === cell) open(cell);
    else return;
    event.preventDefault();
  });

  table.tBodies[0].addEventListener("click", (event) => {
    const cell = event.target.closest("td");
    if (!cell || event.target.closest("a, button, input, select")) return;
    take(cell);
    open(cell);
  });
}

for (const table of document.querySelectorAll("table[data-grid]")) if (table.tBodies[0]?.rows.length) enhance(table);

// The drawer takes the focus when it is filled. It closes by its button and on Escape, and the focus goes
// back to where it was. From a field Escape closes nothing: what is being typed there would be lost.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !event.target.matches("input, textarea, select")) shut();
});
document.addEventListener("htmx:afterSwap", (event) => {
  if (!event.target.matches?.("#drawer.drawer")) return;
  event.target.tabIndex = -1;
  event.target.focus();
});
document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-drawer-close]")) shut();
});

function shut() {
  const drawer = document.querySelector("#drawer.drawer");
  if (!drawer?.firstChild) return;
  drawer.replaceChildren();
  document.querySelector("table[data-grid] [tabindex='0']")?.focus();
}
