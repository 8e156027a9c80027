// What makes the page of a work item pleasant; everything on it works without this module too.
import { keepDraft } from "./draft.js";

// What is offered stands filled in; whoever does not want it chooses otherwise.
for (const choice of document.querySelectorAll("select[data-offered]"))
  if (choice.value === "") choice.value = choice.dataset.offered;

for (const list of document.querySelectorAll("[data-phrases]")) {
  const text = document.getElementById(list.dataset.phrases);
  for (const line of list.children) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = line.textContent;
    button.addEventListener("click", () => {
      text.setRangeText(button.textContent, text.selectionStart, text.selectionEnd, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
    });
    line.replaceChildren(button);
  }
}

// The rows after one that is taken out move up: names count from 0 without gaps.
document.addEventListener("click", event => {
  const button = event.target.closest("[data-remove-row]");
  if (!button) return;
  event.preventDefault();
  const list = button.closest("[data-rows]");
  const rows = [...list.querySelectorAll(":scope > .row")];
  const row = button.closest(".row");
  if (rows.length === 1) {
    for (const field of row.querySelectorAll("input, textarea, select")) field.value = "";
  } else {
    const next = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
    row.remove();
    [...list.querySelectorAll(":scope > .row")].forEach((left, index) => renumber(left, list.dataset.rows, index));
    next.querySelector("input:not([type=hidden]), textarea, select")?.focus();
  }
  list.dispatchEvent(new Event("input", { bubbles: true }));
});

function renumber(row, list, index) {
  for (const element of row.querySelectorAll("*"))
    for (const name of ["id", "name", "for", "value", "data-rows", "data-phrases"]) {
      if (name === "value" && element.dataset.removeRow === undefined) continue;
      const value = element.getAttribute(name);
      if (value?.startsWith(`${list}[`)) element.setAttribute(name, `${list}[${index}${value.slice(value.indexOf("]", list.length))}`);
    }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const kept = button.closest("[data-kept]");
    const lines = [...kept.querySelectorAll("dt")].map(label => `${label.textContent}\n${label.nextElementSibling.querySelector("textarea").value}`);
    await navigator.clipboard.writeText(lines.join("\n\n"));
    button.textContent = button.dataset.copied;
  });
}

document.getElementById("wrong")?.focus();
const form = document.getElementById("item-form");
if (form) keepDraft(form);
