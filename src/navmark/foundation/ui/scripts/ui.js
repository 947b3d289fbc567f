// Small behaviours on top of pages that work without them: copy, print, find in a list, begin where there is something to do. What is typed: drafts.js.
"use strict";

const say = (element, words) => { if (element) element.textContent = words; };

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) {
    const box = document.getElementById(button.dataset.copy);
    const told = button.parentElement.querySelector("[data-copied]");
    try { await navigator.clipboard.writeText(box.value); } catch { box.select(); document.execCommand("copy"); }
    say(told, told.dataset.copied);
    return;
  }
  if (event.target.closest("[data-print]")) window.print();
  document.querySelectorAll("details.menu[open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
});

// Whoever is chosen with data-suggests is the likely owner in the form of that id, unless somebody else was chosen there.
document.addEventListener("change", ({ target }) => {
  const owner = document.getElementById(target.dataset.suggests)?.elements.owner;
  if (owner && ["", target.dataset.suggested].includes(owner.value)) owner.value = target.dataset.suggested = target.value;
});

// A field with data-finds narrows the rows of the table of that id by their heading while one types; what is ticked stays in sight. Of a list that is long the first stand, until one types or asks for all.
document.querySelectorAll("[data-finds]").forEach((field) => {
  const box = field.closest("[hidden]"), told = box.querySelector("[data-none]"), all = document.getElementById(field.dataset.all);
  const rows = [...document.getElementById(field.dataset.finds).tBodies[0].rows];
  const suits = (row) => row.querySelector("th").textContent.toLowerCase().includes(field.value.trim().toLowerCase());
  const isCut = (place) => all && !all.hidden && !field.value.trim() && place >= all.dataset.first;
  const narrow = () => {
    rows.forEach((row, place) => { row.hidden = (!suits(row) || isCut(place)) && !row.querySelector(":checked"); });
    say(told, rows.some(suits) ? "" : told.dataset.none);
  };
  box.hidden = false;
  field.addEventListener("input", narrow);
  if (!all) return;
  all.hidden = false;
  all.addEventListener("click", () => { all.hidden = true; narrow(); });
  narrow();
});

// One begins where there is something to do: at what was refused, else in the first empty field that the page's form requires, else in the first empty one. Where all is filled in, at the first that can be changed or at the button, if the form is in sight; else at the heading.
// A finger opens no keyboard before it has asked for one.
const begin = () => {
  if (location.hash || document.activeElement !== document.body) return;
  const refused = document.querySelector("[data-focus]");
  if (refused) { refused.focus(); return; }
  const typed = "input:not([type=hidden], [type=checkbox], [type=file]), select, textarea";
  const isEmpty = (one) => one.type === "radio" ? !form.querySelector(`[name="${one.name}"]:checked`) : !one.value;
  const form = matchMedia("(pointer: fine)").matches && document.querySelector("main form.card[method=post]");
  const fields = form ? [...form.querySelectorAll(typed)].filter((one) => !one.disabled && !one.readOnly && one.offsetParent) : [];
  const empty = fields.filter(isEmpty);
  const filled = form && form.getBoundingClientRect().top < innerHeight && (fields[0] || form.querySelector("button"));
  const field = empty.find((one) => !one.labels?.[0]?.querySelector(".optional")) || empty[0] || filled;
  const heading = document.querySelector("main h1");
  if (!field && heading) heading.tabIndex = -1;
  (field || heading)?.focus({ preventScroll: !field });
};
begin();
