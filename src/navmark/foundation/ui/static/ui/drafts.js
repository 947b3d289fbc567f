// What is typed is kept until it is saved: for a week, and for the account that typed it. Office computers are shared: nobody else sees it
// or sends it. Words that are sealed (a form inside data-sealed) are kept in this tab alone, until it is closed or somebody else logs in.
"use strict";

const WEEK = 7 * 24 * 60 * 60 * 1000;
const OWN = "typed:" + document.documentElement.dataset.account + ":";
const OF_THE_PAGE = ["csrfmiddlewaretoken", "revision"];
const typed = (form) => [...new FormData(form)].filter(([name]) => !OF_THE_PAGE.includes(name));
const fill = (form, values) => [...form.elements].forEach((field) => {
  const given = values.filter(([name]) => name === field.name).map(([, value]) => value);
  if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
  else if (given.length) field.value = given[0];
});

// The fields of a form as they were typed, when, and the revision of the saved text that they were typed on.
class Draft {
  constructor(form) {
    this.form = form;
    this.key = OWN + form.getAttribute("action");
    this.store = form.closest("[data-sealed]") ? sessionStorage : localStorage;
  }
  get revision() { return this.form.elements.revision?.value; }
  read() { return JSON.parse(this.store.getItem(this.key)); }
  write(kept) { this.store.setItem(this.key, JSON.stringify(kept)); return kept; }
  keep() { return this.write({ at: Date.now(), revision: this.revision, values: typed(this.form) }); }
  drop() { this.store.removeItem(this.key); }
}

const sweep = (store, isOver) => Object.keys(store).filter((key) => key.startsWith("typed:") && isOver(key))
  .forEach((key) => store.removeItem(key));
sweep(localStorage, (key) => !(JSON.parse(localStorage.getItem(key)).at > Date.now() - WEEK));
if (document.documentElement.dataset.account) sweep(sessionStorage, (key) => !key.startsWith(OWN));

// The page with both versions: its form goes on from the newest revision; whoever leaves it to what is saved gives up her own.
document.querySelectorAll("form[data-settle]").forEach((form) => {
  const draft = new Draft(form);
  form.addEventListener("submit", () => draft.keep());
  document.querySelector("[data-leave]").addEventListener("click", () => draft.drop());
});

// A form with data-keep is posted by its own button alone; a page loaded again in between must not lose what stands in it.
document.querySelectorAll("form[data-keep]").forEach((form) => {
  const draft = new Draft(form), kept = draft.read();
  if (kept) fill(form, kept.values);
  form.addEventListener("input", () => draft.keep());
  form.addEventListener("submit", () => draft.drop());
});
