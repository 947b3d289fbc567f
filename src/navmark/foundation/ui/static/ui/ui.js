// Small behaviours on top of pages that work without them: copy, print, open the menu on wide screens. What is typed: drafts.js.
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

const wide = window.matchMedia("(min-width: 801px)");
const openMenu = () => document.querySelectorAll("[data-open-wide]").forEach((menu) => { menu.open = wide.matches; });
wide.addEventListener("change", openMenu);
openMenu();
document.querySelector("[data-focus]")?.focus();
