// Adds a row to a list of a form: the last row again, empty, with the next number in its names.
for (const button of document.querySelectorAll("[data-add-row]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const list = button.closest("[data-rows]");
    const rows = list.querySelectorAll(":scope > .row");
    const last = rows[rows.length - 1];
    const from = `${list.dataset.rows}[${rows.length - 1}]`;
    const to = `${list.dataset.rows}[${rows.length}]`;
    const row = last.cloneNode(true);
    for (const element of row.querySelectorAll("*"))
      for (const name of ["id", "name", "for", "data-rows"])
        if (element.getAttribute(name)?.startsWith(from)) element.setAttribute(name, to + element.getAttribute(name).slice(from.length));
    for (const field of row.querySelectorAll("input, textarea, select")) field.value = "";
    last.after(row);
    row.querySelector("input, textarea, select")?.focus();
  });
}
