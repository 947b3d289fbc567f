// A small table within a form grows while it is filled in: once something stands in its last line, another follows. Without a script
// the page comes back with more lines after each save.
"use strict";

const NUMBERED = /-\d+-/;  // the line in the name of a field: programme-2-item

// A line is a row, or a group of rows where small tables stand below it.
const linesIn = (lines) => [...lines.children].filter((one) => !one.matches("thead"));

// An empty line below the last one; false when there are as many as there may be.
const addLine = (lines) => {
  const there = linesIn(lines), number = there.length, line = there.at(-1)?.cloneNode(true);
  if (!line || number >= Number(lines.dataset.most)) return false;
  line.querySelectorAll("[name]").forEach((field) => {
    field.name = field.name.replace(NUMBERED, `-${number}-`);
    field.id = field.id.replace(NUMBERED, `-${number}-`);
    field.setAttribute("aria-label", field.getAttribute("aria-label")?.replace(/\d+(?=\D*$)/, number + 1) || "");
    if (field.matches("[type=radio], [type=checkbox]")) field.checked = field.value === "";
    else field.value = "";
  });
  line.querySelectorAll("label[for]").forEach((label) => { label.htmlFor = label.htmlFor.replace(NUMBERED, `-${number}-`); });
  lines.append(line);
  return true;
};

// Lines for all fields of these names: what was typed into a line that the page does not show is not lost (drafts.js).
const makeRoom = (form, names) => form.querySelectorAll(".asked [data-most]").forEach((lines) => {
  const own = names.filter((name) => name.startsWith(lines.dataset.name + "-"));
  const last = Math.max(-1, ...own.map((name) => Number(NUMBERED.exec(name)?.[0].slice(1, -1) ?? -1)));
  while (linesIn(lines).length <= last && addLine(lines));
});

document.addEventListener("input", (event) => {
  const lines = event.target.closest(".asked [data-most]");
  if (lines && linesIn(lines).at(-1)?.contains(event.target)) addLine(lines);
});
