// What is typed saves itself, and is never saved over what somebody else has saved meanwhile. Until then it is kept: drafts.js.
"use strict";

const WAIT = 800, RETRY = 4000;

// Typed before this script had come.
const touched = (form) => [...form.elements].filter((field) => {
  if (field.matches("select")) return field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected));
  if (field.matches("textarea, [type=text], input:not([type])")) return field.value !== field.defaultValue;
  return field.checked !== field.defaultChecked;
});

// A form with data-autosave is posted a moment after each change, and again until the server has answered. Once somebody else has
// saved another text, this form alone is held: nothing of it is saved until its writer has seen both versions.
class Autosave {
  constructor(form) {
    this.form = form;
    this.draft = new Draft(form);
    this.told = form.querySelector("[data-save-state]");
    this.kept = this.draft.read();  // what is typed and not saved yet
    form.addEventListener("input", (event) => { this.reload ||= event.target.matches("[data-reload]"); this.changed(); });
    form.addEventListener("submit", () => this.bring());
    const early = touched(form);
    if (this.kept) this.restore(); else if (early.length) { this.reload = early.some((one) => one.matches("[data-reload]")); this.changed(); }
  }
  // What was typed on an older revision is not put into the field: the server says whether it is another text than the saved one.
  restore() {
    if (this.kept.revision === this.draft.revision) { fill(this.form, this.kept.values); this.changed(); }
    else { this.freeze(true); this.save(); }
  }
  freeze(on) {
    this.frozen = on;
    [...this.form.elements].forEach((field) => { if (field.type !== "hidden" && field.type !== "submit") field.disabled = on; });
  }
  changed() {
    this.kept = this.draft.keep();
    if (this.held || this.gone) return;
    this.tell("pending");
    this.saveIn(WAIT);
  }
  saveIn(moment) { clearTimeout(this.timer); this.timer = setTimeout(() => this.save(), moment); }
  async flush() {
    clearTimeout(this.timer);
    while (this.busy) await new Promise((go) => setTimeout(go, 50));
    await this.save();
    return !this.kept;
  }
  tell(state, words) {
    if (!this.told) return;
    this.told.className = "save-state " + state;
    this.told.textContent = words || this.told.dataset[state] || "";
  }
  async save() {
    if (!this.kept || this.held || this.gone) return;
    if (this.busy) { this.again = true; return; }
    this.busy = true;
    const sent = this.kept, answer = await this.post(sent).catch(() => null);
    if (answer) await this.answered(answer, sent); else this.later();
    this.busy = false;
    if (this.again) { this.again = false; this.save(); }
  }
  post(kept) {
    const body = new FormData();
    [["csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value], ["revision", kept.revision], ...kept.values]
      .forEach(([name, value]) => body.append(name, value));
    return fetch(this.form.action, { method: "POST", body, headers: { "X-Autosave": "1" }, redirect: "manual" });
  }
  async answered(answer, sent) {
    if (answer.status === 204) this.saved(answer.headers.get("X-Revision"), sent);
    else if (answer.status === 409 || (answer.status === 422 && this.frozen)) this.hold();
    else if (answer.status === 422) this.refused(await answer.text(), answer.headers.get("X-Wrong"));
    else if (answer.status === 404) this.lose();
    else if (answer.status >= 500) this.later();
    else this.tell("failed", this.told?.dataset.login);  // sent to the log-in, or logged in anew in another window
  }
  // The words stand at the field that is wrong; where none is named, beside the state of saving.
  refused(words, name) {
    this.right();
    const found = name && this.form.elements[name], field = found instanceof RadioNodeList ? found[0] : found;
    const box = field?.closest(".field");
    if (!box) return this.tell("failed", words);
    const told = Object.assign(document.createElement("p"), { className: "error", id: "wrong-" + this.draft.revision + "-" + name });
    told.textContent = words.split("\n")[0].replace(/^[^：:]*[：:]\s*/, "");
    field.before(told);
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-errormessage", told.id);
    box.classList.add("wrong");
    this.tell("failed");
    if (document.activeElement === document.body) field.focus();
  }
  right() {
    this.form.querySelectorAll(".wrong > [aria-errormessage]").forEach((field) => {
      document.getElementById(field.getAttribute("aria-errormessage"))?.remove();
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-errormessage");
      field.closest(".field").classList.remove("wrong");
    });
  }
  saved(revision, sent) {
    this.right();
    this.form.elements.revision.value = revision;
    if (this.kept !== sent) { this.kept = this.draft.keep(); return; }  // typed on meanwhile; it is saved in a moment
    this.draft.drop();
    this.kept = null;
    this.freeze(false);
    this.tell("saved");
    const at = document.querySelector("[data-saved-at]");
    if (at) at.textContent = at.dataset.savedAt + " " + new Date().toTimeString().slice(0, 5);
    if (!this.reload) return;
    if (this.form.dataset.reopens) history.replaceState(null, "", this.form.dataset.reopens);
    location.reload();
  }
  later() { this.tell("retry"); this.saveIn(RETRY); }
  hold() {
    this.held = true;
    this.draft.write(this.kept);
    this.tell("failed", this.told.dataset.conflict);
    this.form.querySelector("[data-both]").hidden = false;
  }
  // What this form belongs to is there no more. What was typed stays in sight, to be copied.
  lose() {
    this.gone = true;
    this.freeze(false);
    fill(this.form, this.kept.values);
    this.tell("failed", this.told?.dataset.gone);
    this.form.querySelectorAll("textarea, input").forEach((field) => { field.readOnly = true; });
  }
  // The button that shows both versions posts the form: what was typed, on the revision that it was typed on.
  bring() {
    if (!this.held) return;
    this.freeze(false);
    fill(this.form, this.kept.values);
    this.form.elements.revision.value = this.kept.revision;
  }
}

const autosaves = [];
const saveWithin = (root) => root.querySelectorAll("form[data-autosave]").forEach((form) => autosaves.push(new Autosave(form)));
saveWithin(document);
document.addEventListener("htmx:load", ({ target }) => { if (target !== document.body) saveWithin(target); });
window.addEventListener("online", () => autosaves.forEach((one) => one.save()));

// Whatever else is posted from the page waits until what was typed is saved. What cannot be saved is shown, and nothing is posted;
// a form that is held was shown already and keeps nothing else waiting, and one whose place is gone does so once.
const unsaved = () => autosaves.filter((one) => one.form.isConnected && one.kept && !one.held && !one.shown);
const settled = async () => {
  const waiting = unsaved(), done = await Promise.all(waiting.map((one) => one.flush()));
  const failed = waiting[done.indexOf(false)];
  if (!failed) return true;
  failed.shown = failed.gone;
  failed.form.closest("details")?.setAttribute("open", "");
  failed.form.scrollIntoView({ block: "center" });
  (failed.form.querySelector("[aria-invalid=true]") || failed.form.querySelector("textarea, input:not([type=hidden])"))?.focus();
  return false;
};
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || form.matches("[data-autosave]") || !unsaved().length) return;
  event.preventDefault();
  if (await settled()) form.requestSubmit(event.submitter);
});
document.addEventListener("htmx:confirm", async (event) => {
  if (!event.target.closest(".item, section")?.querySelector("form[data-autosave]") || !unsaved().length) return;
  event.preventDefault();
  if (await settled()) event.detail.issueRequest();
});
