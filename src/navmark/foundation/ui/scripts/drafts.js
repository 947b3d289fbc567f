// What is typed is kept until the server has answered that it is saved: for a week, and for the account that typed it. Office computers
// are shared: nobody else sees it or sends it. Words that are sealed (within data-sealed) are kept in this tab alone, until it is closed
// or somebody else logs in. Passwords, codes and files are never kept.
"use strict";

const WEEK = 7 * 24 * 60 * 60 * 1000;
const ACCOUNT = document.documentElement.dataset.account;
const OWN = "typed:" + ACCOUNT + ":";
const OF_THE_PAGE = ["csrfmiddlewaretoken", "revision", "draft"];
const NEVER = "[type=password], [type=file], [autocomplete=off]";
const isWord = ([name, value]) => !OF_THE_PAGE.includes(name) && typeof value === "string";
const typed = (form) => [...new FormData(form)].filter(isWord);
const addressOf = (form) => { const at = new URL(form.getAttribute("action") || "", location); return at.pathname + at.search; };
const fill = (form, values) => [...form.elements].forEach((field) => {
  const given = values.filter(([name]) => name === field.name).map(([, value]) => value);
  if (field.type === "checkbox" || field.type === "radio") field.checked = given.includes(field.value);
  else if (given.length && !field.matches(NEVER)) field.value = given[0];
});

// The fields of a form as they were typed, when, on which page, and the revision of the saved text that they were typed on.
class Draft {
  constructor(form) {
    this.form = form;
    this.key = OWN + addressOf(form);
    this.store = form.closest("[data-sealed]") ? sessionStorage : localStorage;
  }
  get revision() { return this.form.elements.revision?.value; }
  read() {
    const kept = JSON.parse(this.store.getItem(this.key));
    if (kept) makeRoom(this.form, kept.values.map(([name]) => name));
    return kept;
  }
  write(kept) { this.store.setItem(this.key, JSON.stringify(kept)); return kept; }
  keep(values = typed(this.form)) {
    return this.write({ at: Date.now(), page: this.read()?.page || location.href, revision: this.revision, values });
  }
  drop() { this.store.removeItem(this.key); }
}

const STORES = [localStorage, sessionStorage];
const keysOf = (store) => Object.keys(store).filter((key) => key.startsWith("typed:"));
const sweep = (store, isOver) => keysOf(store).filter((key) => isOver(key)).forEach((key) => store.removeItem(key));
const read = (store, key) => JSON.parse(store.getItem(key));
sweep(localStorage, (key) => !(read(localStorage, key).at > Date.now() - WEEK));
if (ACCOUNT) sweep(sessionStorage, (key) => !key.startsWith(OWN));

// The server names in a cookie what it has saved (`ui/middleware.py`).
const named = /(?:^|; )saved=([^;]*)/.exec(document.cookie)?.[1].split(".") || [];
STORES.forEach((store) => sweep(store, (key) => named.includes(read(store, key).sent)));
if (named.length) document.cookie = "saved=; path=/; max-age=0; samesite=lax";

// The page with both versions: its form goes on from the newest revision; whoever leaves it to what is saved gives up her own.
document.querySelectorAll("form[data-settle]").forEach((form) => {
  const draft = new Draft(form);
  form.addEventListener("submit", () => draft.keep());
  document.querySelector("[data-leave]").addEventListener("click", () => draft.drop());
});

// What the page says, with a button that gives the words up.
const tell = (name, giveUp) => {
  const words = document.querySelector("template[data-" + name + "]").content.firstElementChild.cloneNode(true);
  words.querySelector("button").addEventListener("click", () => { giveUp(); words.remove(); });
  return words;
};

// A form that its own button posts. What was touched comes back when the page is opened again, and says so.
class Kept {
  constructor(form, nth) {
    this.form = form;
    this.draft = new Draft(form);
    if (nth) this.draft.key += "#" + nth;
    const kept = this.draft.read();
    this.touched = new Map(Object.entries(kept?.touched || {}));
    if (kept?.sent) this.draft.write({ ...kept, sent: undefined });  // here it stands, with what the server said of it
    if (kept) this.restore(kept);
    form.addEventListener("input", (event) => this.note(event.target));
    form.addEventListener("submit", () => this.send());
    form.addEventListener("saved-fields", (event) => this.saved(event.detail));
  }
  // Of a table whose lines save themselves (lines.js).
  saved(names) {
    names.forEach((name) => this.touched.delete(name));
    if (this.touched.size) this.draft.write(this.keep()); else this.draft.drop();
  }
  get values() { return [...this.touched].flatMap(([name, values]) => values.map((value) => [name, value])); }
  // A text that saves itself elsewhere is kept whole, as `autosave.js` reads it.
  keep() { return { ...this.draft.keep(this.draft.revision ? typed(this.form) : this.values), touched: Object.fromEntries(this.touched) }; }
  note(field) {
    if (!field.name || field.matches(NEVER)) return;
    this.touched.set(field.name, typed(this.form).filter(([name]) => name === field.name).map(([, value]) => value));
    this.draft.write(this.keep());
  }
  // A draft stays until the server has said that this very press of the button was saved.
  send() {
    if (!this.touched.size) return;
    const sent = crypto.getRandomValues(new Uint32Array(2)).join("x");
    this.draft.write({ ...this.keep(), sent });
    const mark = this.form.elements.draft || this.form.appendChild(Object.assign(document.createElement("input"), { type: "hidden", name: "draft" }));
    mark.value = sent;
  }
  restore(kept) {
    const before = JSON.stringify(typed(this.form));
    const told = [...this.form.elements].filter((field) => this.touched.has(field.name));
    told.forEach((field) => fill({ elements: [field] }, this.values));
    if (kept.revision && this.form.elements.revision) this.form.elements.revision.value = kept.revision;
    if (JSON.stringify(typed(this.form)) === before) return;  // the page shows it already, with what is to be mended
    this.form.prepend(tell("restored", () => { this.touched.clear(); this.draft.drop(); this.form.reset(); }));
    this.form.closest("details")?.setAttribute("open", "");
  }
}

const seen = {}, kept = [];
const keepWithin = (root) => ACCOUNT && root.querySelectorAll("form[method=post]:not([data-autosave], [data-settle])").forEach((form) => {
  const address = addressOf(form);
  seen[address] = (seen[address] ?? -1) + 1;
  kept.push(new Kept(form, seen[address]));
});
keepWithin(document);

// A piece of the page that comes later, and a piece that is only read: it opens when something typed to it is not saved yet.
const drafts = () => STORES.flatMap((store) => keysOf(store).filter((key) => key.startsWith(OWN)));
document.addEventListener("htmx:load", ({ target }) => {
  if (target !== document.body) keepWithin(target);
  target.querySelectorAll("[data-opens]").forEach((link) => {
    if (drafts().some((key) => key.startsWith(OWN + link.dataset.opens))) link.click();
  });
});

// After a login, or wherever else one has come to: what a button was pressed for and nobody has saved is one tap away.
const elsewhere = STORES.flatMap((store) => keysOf(store).filter((key) => key.startsWith(OWN)).map((key) => ({ store, key, ...read(store, key) })))
  .filter((one) => one.sent && !kept.some((form) => form.draft.key === one.key)).sort((one, other) => other.at - one.at)[0];
if (elsewhere) {
  const words = tell("elsewhere", () => elsewhere.store.removeItem(elsewhere.key));
  words.querySelector("a").href = elsewhere.page;
  document.querySelector(".messages").append(words);
}
