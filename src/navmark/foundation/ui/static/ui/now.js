// A table wider than its box opens at the present: the column marked data-now, with one before it, beside the sticky first.
for (const now of document.querySelectorAll("th[data-now]")) {
  const first = now.parentElement.firstElementChild;
  now.closest(".scroll").scrollLeft = now.offsetLeft - first.offsetWidth - now.offsetWidth;
}
