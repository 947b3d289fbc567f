// A table wider than its box opens at the present: the column marked data-now, where it is out of sight, with one before it.
for (const now of document.querySelectorAll("th[data-now]")) {
  const box = now.closest(".scroll"), first = now.parentElement.firstElementChild;
  const isInSight = now.offsetLeft + now.offsetWidth <= box.clientWidth;
  if (!isInSight) box.scrollLeft = now.offsetLeft - first.offsetWidth - now.offsetWidth;
}
