// The workbench by keyboard, the preview, and what arrives. Without this module everything still works, by links and buttons.
const bench = document.querySelector("[data-inbox]");
const lines = [...bench.querySelectorAll(".line-of-inbox")];
const links = lines.map(line => line.querySelector(".act-of-line"));
const preview = bench.querySelector("[data-preview]");
const wide = matchMedia("(min-width: 1240px)");
let shown = null;

function step(by) {
  if (links.length === 0) return;
  const at = lines.findIndex(line => line.contains(document.activeElement));
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)].focus();
}

async function look(line) {
  const id = line.dataset.line;
  if (!id || id === shown || !wide.matches) return;
  shown = id;
  const answer = await fetch(`/work-items/${id}/preview`, { headers: { Accept: "text/html" } });
  if (answer.ok && !answer.redirected && shown === id) preview.innerHTML = await answer.text();
}

for (const line of lines) line.addEventListener("focusin", () => look(line));
bench.addEventListener("click", event => {
  const line = event.target.closest(".line-of-inbox");
  if (line && wide.matches && line.dataset.line && !event.target.closest("a, input, button")) line.querySelector(".act-of-line").focus();
});

const chosen = bench.querySelector("[data-chosen]");
function count() {
  if (chosen) chosen.textContent = chosen.dataset.text.replace("{0}", bench.querySelectorAll("input[name=item]:checked").length);
}
bench.addEventListener("change", count);
count();

const sheet = document.querySelector("[data-keys]");
document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || sheet.open) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, summary")) return;
  const line = lines.find(candidate => candidate.contains(document.activeElement));
  const act = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    o: () => line?.querySelector(".act-of-line").click(),
    x: () => line?.querySelector("input[type=checkbox]")?.click(),
    "/": () => bench.querySelector("[data-search]").focus(),
    g: () => location.assign(bench.querySelector("[data-arrived] a").href),
    "?": () => sheet.showModal(),
  }[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act || (event.key.startsWith("Arrow") && !line)) return;
  event.preventDefault();
  act();
});

// What is new is announced; nothing moves until the reader asks for it.
const arrived = bench.querySelector("[data-arrived]");
const words = arrived.querySelector("[data-text]");
addEventListener("counts", event => {
  const { open, unread } = event.detail;
  const more = Math.max(0, open - Number(bench.dataset.open)) + Math.max(0, unread - Number(bench.dataset.unread));
  arrived.hidden = more === 0;
  words.textContent = words.dataset.text.replace("{0}", more);
});
