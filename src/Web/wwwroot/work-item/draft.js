// Keeps what is typed: on the server every ten seconds, on this machine while the server cannot be reached or the session has ended.
import { openDoor } from "./door.js";

const EVERY = 10_000;

export function keepDraft(form) {
  const words = document.querySelector("[data-words]").dataset;
  const said = document.querySelector("[data-saved]");
  const summary = document.querySelector("[data-summary]");
  const alert = document.querySelector("[data-alert]");
  const here = `draft:${form.elements._person.value}:${form.dataset.item}`;
  // What was typed before this script had loaded is not saved yet.
  let saved = isUntouched() ? fingerprint() : null;
  let busy = null;
  form.noValidate = true;

  restore();
  setInterval(() => save(), EVERY);
  addEventListener("visibilitychange", () => document.visibilityState === "hidden" && leave());
  addEventListener("pagehide", leave);
  addEventListener("online", () => save());
  addEventListener("keydown", event => {
    if (!event.ctrlKey || event.altKey) return;
    if (event.key === "s") { event.preventDefault(); save(true); }
    if (event.key === "Enter") { event.preventDefault(); document.querySelector("[data-submit]").click(); }
  });
  document.querySelector("[data-save]").addEventListener("click", event => { event.preventDefault(); save(true); });
  form.querySelector(".first").addEventListener("click", event => { event.preventDefault(); save(true); });

  let sending = false;
  form.addEventListener("submit", async event => {
    if (sending) return;
    event.preventDefault();
    const half = [...form.elements].find(field => field.validity?.badInput);
    if (half) return point(half, words.unreadable);
    // Kept first: if the answer is lost on the way, the text is not.
    await save(true);
    if (signedOut) return;
    sending = true;
    localStorage.removeItem(here);
    saved = fingerprint();
    form.requestSubmit(event.submitter);
  });

  let signedOut = false;

  async function save(always = false) {
    const now = fingerprint();
    if (busy || (!always && now === saved)) return busy;
    localStorage.setItem(here, JSON.stringify({ at: Date.now(), revision: form.elements._revision.value, fields: fields() }));
    busy = send(now).finally(() => { busy = null; });
    return busy;
  }

  async function send(now) {
    let answer;
    try {
      answer = await fetch(`/work-items/${form.dataset.item}/draft`, {
        method: "POST", body: new FormData(form), redirect: "manual", headers: { Accept: "application/json" },
      });
    } catch {
      return tell(words.offline);
    }
    if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 400) {
      signedOut = true;
      tell(words.signedOut, { label: words.signIn, act: () => openDoor(form, signedIn) });
      return;
    }
    if (!answer.ok) return tell(words.offline);
    show(await answer.json(), now);
  }

  function show(told, now) {
    said.textContent = told.said;
    if (told.state === "closed") return tell(told.said);
    localStorage.removeItem(here);
    saved = now;
    if (told.state === "second") {
      tell(told.said, { label: words.otherWindow, act: () => location.reload() });
    } else {
      form.elements._revision.value = told.revision;
      alert.hidden = true;
    }
    summary.textContent = told.summary;
    summary.classList.toggle("ready", told.count === 0);
    mark(told);
    effects(told.effects);
  }

  // What is missing is listed under the summary, each with a link to its field.
  function mark(told) {
    const list = document.createElement("ul");
    for (const lack of told.missing) {
      const link = Object.assign(document.createElement("a"), { href: `#${lack.path}`, textContent: lack.label });
      link.addEventListener("click", event => { event.preventDefault(); find(lack.path)?.focus(); });
      list.append(item(link, `：${lack.message}`));
    }
    for (const refusal of told.refusals) list.append(item(`${refusal.reason}（${refusal.citation}）${refusal.remedy}`));
    const open = summary.querySelector("details")?.open;
    if (!list.children.length) return;
    const details = document.createElement("details");
    details.open = open ?? false;
    details.append(Object.assign(document.createElement("summary"), { textContent: told.summary }), list);
    summary.replaceChildren(details);
  }

  function effects(lines) {
    const box = document.querySelector("[data-effects]");
    const ways = document.querySelector("[data-ways]");
    box.hidden = lines.length === 0;
    ways.hidden = lines.length > 0;
    box.querySelector("ul").replaceChildren(...lines.map(line => item(line)));
    document.querySelector("[data-effect]").textContent =
      (lines.length ? lines : [...ways.children].map(way => way.textContent)).join("；");
  }

  async function signedIn() {
    signedOut = false;
    await save(true);
  }

  // What this machine kept because the server could not be reached.
  function restore() {
    const kept = JSON.parse(localStorage.getItem(here) ?? "null");
    if (!kept) return;
    if (kept.revision !== form.elements._revision.value) {
      // Another window has saved since: the server keeps both and tells.
      form.elements._revision.value = kept.revision;
    }
    for (const [name, value] of kept.fields) {
      if (name.startsWith("_")) continue;
      while (!form.elements[name] && grow(name));
      const field = form.elements[name];
      if (field && field.value !== value) field.value = value;
    }
    tell(words.local.replace("{0}", new Date(kept.at).toLocaleTimeString(document.documentElement.lang, { hour12: false, timeZone: "Asia/Shanghai", hour: "2-digit", minute: "2-digit" })));
    save(true);
  }

  function grow(name) {
    const list = form.querySelector(`[data-rows="${CSS.escape(name.slice(0, name.lastIndexOf("[")))}"]`);
    const before = list?.querySelectorAll(":scope > .row").length;
    list?.querySelector(":scope > [data-add-row]")?.click();
    return list && list.querySelectorAll(":scope > .row").length > before && before < 1000;
  }

  function leave() {
    if (fingerprint() === saved || sending) return;
    navigator.sendBeacon(`/work-items/${form.dataset.item}/draft`, new FormData(form));
  }

  function tell(text, button) {
    alert.textContent = text;
    if (button) {
      const act = Object.assign(document.createElement("button"), { type: "button", textContent: button.label });
      act.addEventListener("click", button.act);
      alert.append(" ", act);
    }
    alert.hidden = false;
  }

  function point(field, text) {
    field.setCustomValidity(text);
    field.reportValidity();
    field.setCustomValidity("");
  }

  function find(path) {
    return [...form.elements].find(field => field.id?.toLowerCase() === path.toLowerCase())
      ?? [...form.querySelectorAll("[data-rows]")].find(list => list.id.toLowerCase() === path.toLowerCase())?.querySelector("input, select, textarea");
  }

  function item(...content) {
    const line = document.createElement("li");
    line.append(...content);
    return line;
  }

  function fields() { return [...new FormData(form)].filter(([name]) => !name.startsWith("__")); }

  function isUntouched() {
    return [...form.elements].every(field => field.options
      ? [...field.options].every((option, at) => option.selected === option.defaultSelected || (at === 0 && option.selected))
      : field.type === "checkbox" || field.type === "radio" ? field.checked === field.defaultChecked
      : field.defaultValue === undefined || field.value === field.defaultValue.replace(/\r\n?/g, "\n"));
  }

  function fingerprint() { return JSON.stringify(fields().filter(([name]) => !name.startsWith("_"))); }
}
