// The score sheet by keyboard: a digit scores, ? is "cannot tell", and both go on to the next criterion, as
// Enter and the down arrow do; n opens the note. Left and right still move between the choices of one
// criterion. Keys work while a choice has the focus, so that nobody scores by a stray press.

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
    if (/^[0-9?]$/.test(key)) {
      if (!choose(criterion, key)) return false;
      move(criterion, 1);
      return true;
    }
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

  // The keys are told to those who have them.
  const hint = sheet.querySelector("[data-keys-hint]");
  if (hint && window.matchMedia("(hover: hover) and (pointer: fine)").matches) hint.hidden = false;

  // To the first criterion without an answer, as the page finds it now.
  const unanswered = () => criteria().find((criterion) => !criterion.querySelector(".chip-input:checked"));
  const goOn = () => {
    const criterion = unanswered();
    if (!criterion) return;
    criterion.scrollIntoView({ block: "start" });
    criterion.querySelector(".chip-input")?.focus({ preventScroll: true });
  };
  const link = sheet.querySelector("[data-next-unanswered]");
  link?.addEventListener("click", (event) => {
    event.preventDefault();
    goOn();
  });
  // Once the browser has gone to the place itself, which takes the focus away.
  if (window.location.hash === "#next") window.addEventListener("load", () => requestAnimationFrame(goOn));

  // The words "x of y" follow what is chosen; the server counts for itself.
  const bar = sheet.querySelector("[data-sheet-progress]");
  sheet.addEventListener("change", () => {
    if (!bar) return;
    const all = criteria();
    const done = all.filter((criterion) => criterion.querySelector(".chip-input:checked")).length;
    const progress = bar.querySelector("progress");
    progress.value = done;
    progress.max = all.length;
    if (link) link.hidden = done === all.length;
    bar.querySelector(".progress-text").textContent = `${done} of ${all.length}`;
  });
}
