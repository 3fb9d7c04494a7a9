"use strict";
// The ledger is complete without this file; it adds sorting by a column and filtering.

const ledger = document.getElementById("ledger");
const body = ledger.tBodies[0];
const rows = [...body.rows];
const compare = new Intl.Collator("en", { sensitivity: "base" }).compare;
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const texts = new Map(rows.map((row) => [row, plain(printed(row))]));

function printed(row) {
  const copy = row.cloneNode(true);
  for (const judged of copy.querySelectorAll(".held")) judged.remove();
  return copy.textContent;
}

function order(row, column) {
  const cell = row.cells[column];
  return cell.dataset.order ?? cell.textContent.trim();
}

function sortBy(header) {
  const down = header.getAttribute("aria-sort") === "ascending";
  for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", down ? "descending" : "ascending");
  const column = header.cellIndex;
  const filled = (row) => order(row, column) !== "";
  const sorted = [...rows].sort((a, b) =>
    filled(b) - filled(a) || (down ? -1 : 1) * compare(order(a, column), order(b, column)));
  body.append(...sorted);
}

for (const header of ledger.tHead.rows[0].cells) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  button.addEventListener("click", () => sortBy(header));
  header.append(button);
}
ledger.tHead.rows[0].cells[0].setAttribute("aria-sort", "ascending");

const form = document.getElementById("filter");
const [words, topic, kind, verdict, count] = ["words", "topic", "kind", "verdict", "shown"].map((id) => document.getElementById(id));

function holds(row, word, reading) {
  return [...row.querySelectorAll(`[data-held~="${word}"]`)]
    .some((part) => !part.dataset.reading || part.dataset.reading.split(" ").includes(reading));
}

function filter() {
  const reading = document.querySelector('.reading input:checked')?.value ?? "usual";
  const wanted = plain(words.value).split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const fits = (!topic.value || row.dataset.topic === topic.value)
      && (!kind.value || row.dataset.kind === kind.value)
      && (!verdict.value || holds(row, verdict.value, reading))
      && wanted.every((word) => texts.get(row).includes(word));
    row.hidden = !fits;
    shown += fits;
  }
  count.textContent = shown;
}

form.hidden = false;
form.addEventListener("input", filter);
form.addEventListener("reset", () => setTimeout(filter));
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector(".reading")?.addEventListener("change", filter);
filter();
