// The score sheet by keyboard: a digit scores, ? is "cannot tell", Enter or the down arrow goes to the next
// criterion, n to its note. Left and right still move between the choices of one criterion.

const sheet = document.querySelector("[data-score-sheet]");

if (sheet) {
  const criteria = () => [...sheet.querySelectorAll(".criterion")];

  const enter = (criterion) => {
    const inputs = [...criterion.querySelectorAll(".chip-input:not(:disabled)")];
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus();
    criterion.scrollIntoView({ block: "nearest" });
  };

  const move = (from, by) => {
    const all = criteria();
    const next = all[all.indexOf(from) + by];
    if (next) enter(next);
  };

  const choose = (criterion, key) => {
    const input = criterion.querySelector(`.chip-input[data-key="${CSS.escape(key)}"]:not(:disabled)`);
    if (!input) return false;
    input.focus();
    if (!input.checked) {
      input.checked = true;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
    return true;
  };

  const writeNote = (criterion) => {
    const details = criterion.querySelector("details");
    if (!details) return false;
    details.open = true;
    details.querySelector("textarea")?.focus();
    return true;
  };

  const answer = (criterion, key) => {
    if (/^[0-9?]$/.test(key)) return choose(criterion, key);
    if (key === "n") return writeNote(criterion);
    // At either end the arrows stop. Left to the browser they would choose other points.
    if (key === "ArrowDown" || key === "Enter") move(criterion, 1);
    else if (key === "ArrowUp") move(criterion, -1);
    else return false;
    return true;
  };

  sheet.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const criterion = event.target.closest(".criterion");
    if (!criterion || !event.target.matches(".chip-input")) return;
    if (answer(criterion, event.key)) event.preventDefault();
  });

  // From a note, Escape goes back to the points.
  sheet.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && event.target.matches(".criterion textarea")) enter(event.target.closest(".criterion"));
  });

  // The words "x of y" follow what is chosen; the server counts for itself.
  const bar = sheet.querySelector("[data-sheet-progress]");
  sheet.addEventListener("change", () => {
    if (!bar) return;
    const all = criteria();
    const done = all.filter((criterion) => criterion.querySelector(".chip-input:checked")).length;
    const progress = bar.querySelector("progress");
    progress.value = done;
    progress.max = all.length;
    bar.querySelector(".progress-text").textContent = `${done} of ${all.length}`;
  });
}
