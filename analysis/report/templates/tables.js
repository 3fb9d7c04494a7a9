"use strict";
// On a phone a table with many columns stands as a list of its rows, each cell under its header.
// Without this file such a table scrolls in its own box. Roles are said outright, because a row
// that is no longer laid out as one would lose them in some browsers.

const COLUMNS = 3; // fewer fit beside each other on a phone

function label(table) {
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
  for (const part of [table, ...table.querySelectorAll("thead, tbody, tr, th, td")]) {
    part.setAttribute("role", roles[part.tagName] ?? `${part.scope}header`.replace("col", "column"));
  }
  for (const row of table.tBodies[0].rows) {
    for (const cell of row.cells) {
      const heading = cell.tagName === "TH" && !cell.classList.contains("n");
      if (!heading && cell.colSpan === 1) cell.dataset.label = heads[cell.cellIndex];
    }
  }
  table.classList.add("stacked");
}

for (const table of document.querySelectorAll("table.rows:not(.ledger)")) {
  if (table.tHead?.rows[0].cells.length >= COLUMNS) label(table);
}
