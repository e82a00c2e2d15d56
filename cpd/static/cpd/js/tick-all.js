// Ticks or unticks every choice of a part at once. Without a script the choices are ticked one by one.

for (const part of document.querySelectorAll("[data-ticks]")) {
  const buttons = part.querySelector("[data-tick-buttons]");
  buttons.hidden = false;
  buttons.addEventListener("click", (event) => {
    const wanted = event.target.closest("[data-tick]");
    if (!wanted) return;
    for (const box of part.querySelectorAll("input[type=checkbox]")) box.checked = wanted.dataset.tick === "all";
  });
}
