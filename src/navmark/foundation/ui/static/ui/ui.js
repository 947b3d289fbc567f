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

const typed = (form) => [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken" && name !== "revision");
const fill = (form, values) => values.forEach(([name, value]) => {
  const field = form.elements[name];
  if (field && field.type === "checkbox") field.checked = true; else if (field) field.value = value;
});

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
  get values() { return typed(this.form); }
  get unsaved() { return localStorage.getItem(this.key) !== null; }
  restore() {
    if (!this.unsaved) return;
    fill(this.form, JSON.parse(localStorage.getItem(this.key)));
    this.changed();
  }
  async flush() {
    clearTimeout(this.timer);
    while (this.busy) await new Promise((go) => setTimeout(go, 50));
    if (this.unsaved) await this.save();
    return !this.unsaved;
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
      else if (answer.status >= 500) this.later();
      else if (answer.status === 422) this.tell("failed", await answer.text());
      else this.tell("failed", this.told?.dataset.login);  // sent to the log-in, or logged in anew in another window
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

const autosaves = [...document.querySelectorAll("form[data-autosave]")].map((form) => new Autosave(form));

// Whatever else is posted from the page waits until what was typed is saved. What cannot be saved is shown, and nothing is posted.
document.addEventListener("submit", async (event) => {
  const form = event.target, unsaved = autosaves.filter((one) => one.unsaved);
  if (form.method !== "post" || form.matches("[data-autosave]") || !unsaved.length) return;
  event.preventDefault();
  const done = await Promise.all(unsaved.map((one) => one.flush()));
  const failed = unsaved[done.indexOf(false)];
  if (!failed) return form.requestSubmit(event.submitter);
  failed.form.closest("details")?.setAttribute("open", "");
  failed.form.scrollIntoView({ block: "center" });
  failed.form.querySelector("textarea, input:not([type=hidden])")?.focus();
});

// A form with data-keep is posted by its own button alone; a page loaded again in between must not lose what stands in it.
document.querySelectorAll("form[data-keep]").forEach((form) => {
  const key = "draft:" + form.getAttribute("action");
  fill(form, JSON.parse(localStorage.getItem(key) || "[]"));
  form.addEventListener("input", () => localStorage.setItem(key, JSON.stringify(typed(form))));
  form.addEventListener("submit", () => localStorage.removeItem(key));
});
window.addEventListener("online", () => document.querySelectorAll("form[data-autosave]").forEach((form) => form.dispatchEvent(new Event("input"))));
