// A table of which each line saves itself once it is left with a change; Enter goes down the column. Without a script its button saves all.
"use strict";

const RETRY_LINE = 4000;
const stateOf = (line) => line.querySelector("[data-line-state]");
const tellLine = (line, kind, words) => { stateOf(line).className = "save-state " + kind; stateOf(line).textContent = words; };

// One after the other: what is typed while a line is on its way goes with the next.
const saveLine = async (line) => {
  if (line.dataset.busy) { line.dataset.again = "1"; return; }
  line.dataset.busy = "1";
  await sendLine(line);
  delete line.dataset.busy;
  if (line.dataset.again) { delete line.dataset.again; saveLine(line); }
};

const sendLine = async (line) => {
  tellLine(line, "pending", stateOf(line).dataset.pending);
  const form = line.closest("form"), inputs = [...line.querySelectorAll("[name]")], sent = inputs.map((one) => one.value);
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  inputs.forEach((one) => body.append(one.name, one.value));
  const answer = await fetch(form.action, { method: "POST", body, headers: { "X-Autosave": "1" }, redirect: "manual" }).catch(() => null);
  if (answer?.status === 204) {
    tellLine(line, "saved", stateOf(line).dataset.saved);
    const kept = inputs.filter((one, place) => one.value === sent[place]).map((one) => one.name);
    form.dispatchEvent(new CustomEvent("saved-fields", { detail: kept }));
  } else if (answer?.status === 422) tellLine(line, "failed", await answer.text());
  else {
    tellLine(line, "retry", stateOf(line).dataset.retry);
    if (!answer) setTimeout(() => saveLine(line), RETRY_LINE);
  }
};

document.addEventListener("change", (event) => {
  const line = event.target.closest("form[data-lines] [data-line]");
  if (line) saveLine(line);
});

document.addEventListener("keydown", (event) => {
  const cell = event.target.closest("form[data-lines] td");
  if (event.key !== "Enter" || event.isComposing || !event.target.matches("input") || !cell) return;
  event.preventDefault();
  const row = cell.parentNode, group = row.closest("[data-group]");
  const next = group && row.parentNode === group ? group.nextElementSibling?.rows[0] : row.nextElementSibling;
  const below = next?.cells[cell.cellIndex]?.querySelector("input");
  if (below) { below.focus(); below.select?.(); } else event.target.blur();
});
