// Shows at a mark of a chart, under the pointer or in focus, what its row of the chart's table says.
// Without this script the marks keep their own titles and links.
"use strict";

const XLINK = "http://www.w3.org/1999/xlink";
const NEAR = 14; // pixels around a mark in which the pointer still means it
const EDGE = 8; // pixels left free at the edge of the window
const LEAVE = 200; // milliseconds to get from the mark to the card

function line(card, name, text) {
  if (!text) return null;
  const one = document.createElement("p");
  one.className = name;
  one.textContent = text;
  card.append(one);
  return one;
}

function fill(card, mark, row, reading) {
  const said = (part) => row.querySelector(`[data-part="${part}"]`)?.textContent.trim() ?? "";
  card.replaceChildren();
  line(card, "what", said("claim"));
  const who = [said("speaker"), said("day")].filter(Boolean).join(", ");
  if (who !== said("source")) line(card, "quiet", who);
  line(card, "allowed", said("allowed") && `Range it allows (${reading} reading): ${said("allowed")}`);
  line(card, "verdict", said("verdict") && `Against statistics: ${said("verdict")}`);
  const source = line(card, "quiet", said("source"));
  const to = mark.querySelector("a")?.getAttributeNS(XLINK, "href");
  if (!source || !to) return;
  const link = document.createElement("a");
  link.href = to;
  link.target = "_blank";
  link.rel = "noopener";
  link.tabIndex = -1; // the mark itself is the link of the keyboard
  link.textContent = to.includes(":~:text=") ? "Open the source at the words" : "Open the source";
  source.append(document.createElement("br"), link);
}

function place(card, mark) {
  const box = mark.getBoundingClientRect();
  const { offsetWidth: wide, offsetHeight: high } = card;
  const { clientWidth: width, clientHeight: height } = document.documentElement;
  const left = Math.min(box.left + box.width / 2 - wide / 2, width - wide - EDGE);
  const below = box.bottom + EDGE;
  const top = below + high <= height ? below : box.top - high - EDGE;
  card.style.left = `${Math.max(left, EDGE)}px`;
  card.style.top = `${Math.max(Math.min(top, height - high - EDGE), EDGE)}px`;
}

function nearest(svg, x, y) {
  let found = null;
  let least = NEAR;
  for (const mark of svg.querySelectorAll(".mark")) {
    const box = mark.getBoundingClientRect();
    const across = Math.max(box.left - x, 0, x - box.right);
    const along = Math.max(box.top - y, 0, y - box.bottom);
    const away = Math.hypot(across, along);
    if (away < least) [found, least] = [mark, away];
  }
  return found;
}

// The card takes the place of the titles, which browsers would show beside it.
function untitle(svg) {
  const title = svg.querySelector(":scope > title");
  svg.setAttribute("aria-label", title.textContent);
  svg.removeAttribute("aria-labelledby");
  svg.querySelectorAll("title").forEach((one) => one.remove());
}

function enable(figure) {
  const rows = new Map();
  figure.querySelectorAll("tr[data-mark]").forEach((row) => rows.set(row.dataset.mark, row));
  const reading = figure.querySelector("[data-reading-drawn]")?.dataset.readingDrawn ?? "";
  const card = document.createElement("div");
  card.className = "told-card";
  card.hidden = true;
  figure.append(card);
  let shown = null;
  let leaving = 0;

  const hide = () => {
    clearTimeout(leaving);
    card.hidden = true;
    shown?.classList.remove("shown");
    shown = null;
  };
  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, LEAVE);
  };
  const show = (mark) => {
    clearTimeout(leaving);
    if (mark === shown) return;
    hide();
    const row = rows.get(mark.dataset.mark);
    if (!row) return;
    fill(card, mark, row, reading);
    card.hidden = false;
    place(card, mark);
    mark.classList.add("shown");
    shown = mark;
  };

  for (const svg of figure.querySelectorAll(".card > svg")) {
    untitle(svg);
    let touched = false;
    svg.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; });
    svg.addEventListener("pointermove", (event) => {
      if (event.pointerType === "touch") return;
      const mark = nearest(svg, event.clientX, event.clientY);
      if (mark) show(mark);
      else if (shown && !shown.contains(document.activeElement)) leave();
    });
    svg.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") leave(); });
    // Beside the SVG, which would take the focus itself if it listened for it.
    svg.parentElement.addEventListener("focusin", (event) => {
      const mark = event.target.closest(".mark");
      if (mark && !touched) show(mark);
    });
    svg.parentElement.addEventListener("focusout", leave);
    // A first tap shows the card, which holds the link; a second one follows it.
    svg.addEventListener("click", (event) => {
      if (!touched) return;
      const mark = event.target.closest(".mark") ?? nearest(svg, event.clientX, event.clientY);
      if (!mark) return hide();
      if (mark !== shown) event.preventDefault();
      show(mark);
    });
  }
  card.addEventListener("pointerenter", () => clearTimeout(leaving));
  card.addEventListener("pointerleave", (event) => { if (event.pointerType !== "touch") leave(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  document.addEventListener("pointerdown", (event) => { if (!figure.contains(event.target)) hide(); });
  addEventListener("scroll", () => { if (shown) place(card, shown); }, { passive: true, capture: true });
  addEventListener("resize", hide);
}

document.querySelectorAll("figure.chart:has(svg .mark)").forEach(enable);
