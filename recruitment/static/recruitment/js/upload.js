// Upload: says that the document is being read, so that nobody presses twice or leaves.

const form = document.querySelector("form[data-upload]");
const progress = form?.querySelector("[data-upload-progress]");
const WORDS = ["Sending the document…", "Reading the document…", "Finding the criteria…", "Still reading. Long documents take a little longer."];
let timer = null;

form?.addEventListener("submit", () => {
  let step = 0;
  progress.textContent = WORDS[0];
  timer = setInterval(() => {
    step = Math.min(step + 1, WORDS.length - 1);
    progress.textContent = WORDS[step];
  }, 2500);
});

window.addEventListener("pageshow", () => {
  clearInterval(timer);
  if (progress) progress.textContent = "";
});
