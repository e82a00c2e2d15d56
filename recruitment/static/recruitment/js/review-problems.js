// What confirming was refused for goes from the top of the page, and from its box, once it is saved as put right.

export function dropSettled(fresh) {
  const summary = document.getElementById("problems");
  const links = [...(summary?.querySelectorAll('a[href^="#"]') ?? [])];
  const settled = links.filter(({ hash }) => isInTheWay(document, hash) && !isInTheWay(fresh, hash));
  for (const link of settled) {
    unmark(document.querySelector(link.hash));
    dropLink(link);
  }
  if (settled.length) countAnew(summary);
}

// The page names what stands in the way of confirming; what a row lacks is said at the row.
function isInTheWay(page, hash) {
  const named = page.querySelector("[data-stops]")?.dataset.stops.split(" ") ?? [];
  return named.includes(hash.slice(1)) || Boolean(page.querySelector(hash)?.closest(".review-missing"));
}

function dropLink(link) {
  const problem = link.closest("li");
  link.remove();
  if (!problem.querySelector("a")) problem.remove();
}

function unmark(box) {
  const field = box?.closest(".field-invalid");
  field?.classList.remove("field-invalid");
  field?.querySelector(".field-error")?.remove();
  const row = box?.closest(".review-row-wrong");
  if (row && !row.querySelector(".field-invalid")) row.classList.remove("review-row-wrong");
  box?.removeAttribute("aria-invalid");
}

function countAnew(summary) {
  const count = summary.querySelectorAll("li").length;
  if (count) summary.querySelector("h2").lastChild.data = count > 1 ? `${count} things to put right` : "There is a problem";
  else summary.remove();
}
