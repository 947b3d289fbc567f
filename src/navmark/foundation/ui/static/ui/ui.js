// Small behaviours on top of pages that work without them: copy, open the menu on wide screens, keep what is typed until it is saved.
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

const wide = window.matchMedia("(min-width: 801px)");
const openMenu = () => document.querySelectorAll("[data-open-wide]").forEach((menu) => { menu.open = wide.matches; });
wide.addEventListener("change", openMenu);
openMenu();
document.querySelector("[data-focus]")?.focus();

// A form with data-autosave is posted a moment after each change. Until the server has answered, its fields lie in localStorage,
// and are put back when the page is opened again; a broken connection is tried again until it holds.
const WAIT = 800, RETRY = 4000;

class Autosave {
  constructor(form) {
    this.form = form;
    this.key = "unsaved:" + form.getAttribute("action");
    this.told = form.querySelector("[data-save-state]");
    this.restore();
    form.addEventListener("input", (event) => { this.reload ||= event.target.matches("[data-reload]"); this.changed(); });
    form.addEventListener("submit", () => localStorage.removeItem(this.key));
  }
  get values() {
    return [...new FormData(this.form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "revision");
  }
  restore() {
    const kept = JSON.parse(localStorage.getItem(this.key) || "null");
    if (!kept) return;
    for (const [name, value] of kept) {
      const field = this.form.elements[name];
      if (field && field.type === "checkbox") field.checked = true; else if (field) field.value = value;
    }
    this.changed();
  }
  changed() {
    localStorage.setItem(this.key, JSON.stringify(this.values));
    this.tell("pending");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), WAIT);
  }
  tell(state, words) {
    if (!this.told) return;
    this.told.className = "save-state " + state;
    this.told.textContent = words || this.told.dataset[state] || "";
  }
  async save() {
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    const sent = JSON.stringify(this.values);
    try {
      const answer = await fetch(this.form.action, { method: "POST", body: new FormData(this.form), headers: { "X-Autosave": "1" }, redirect: "manual" });
      if (answer.status === 204) this.saved(answer, sent);
      else if (answer.status === 409) this.tell("failed", await answer.text());
      else if (answer.status >= 500 || answer.type === "opaqueredirect") this.later();
      else this.tell("failed", this.told?.dataset.failed);
    } catch { this.later(); }
    this.busy = false;
    if (this.again) { this.again = false; this.save(); }
  }
  saved(answer, sent) {
    const revision = this.form.elements.revision;
    if (revision) revision.value = answer.headers.get("X-Revision") || revision.value;
    if (JSON.stringify(this.values) === sent) { localStorage.removeItem(this.key); this.tell("saved"); if (this.reload) location.reload(); }
  }
  later() {
    this.tell("retry");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), RETRY);
  }
}

document.querySelectorAll("form[data-autosave]").forEach((form) => new Autosave(form));
window.addEventListener("online", () => document.querySelectorAll("form[data-autosave]").forEach((form) => form.dispatchEvent(new Event("input"))));
