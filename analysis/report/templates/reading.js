"use strict";
// The switch works without this file; it carries the chosen reading from page to page.

const chosen = [...document.querySelectorAll('.reading input[name="reading"]')];
let kept = null;
try { kept = sessionStorage.getItem("reading"); } catch { /* the choice is for this page alone */ }
const before = chosen.find((input) => input.value === kept);
if (before) before.checked = true;
for (const input of chosen) {
  input.addEventListener("change", () => {
    try { sessionStorage.setItem("reading", input.value); } catch { /* as above */ }
  });
}
