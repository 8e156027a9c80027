// Uploads files as soon as they are chosen, one by one, and keeps their ids in the form. Without it they travel with the form.
const size = number => number < 1024 * 1024 ? `${Math.max(1, Math.round(number / 1024))} KB` : `${(number / 1024 / 1024).toFixed(1)} MB`;

for (const field of document.querySelectorAll("[data-files]")) {
  const form = field.closest("form");
  const input = field.querySelector("input[type=file]");
  const list = field.querySelector(".filelist");
  const status = field.querySelector(".status");
  const { files: path, limit, labelLarge, labelRemove, labelBusy, labelFailed } = field.dataset;
  if (!form?.dataset.uploads || !input) continue;
  input.removeAttribute("name");

  const renumber = () => list.querySelectorAll("input[type=hidden]").forEach((hidden, index) => { hidden.name = `${path}[${index}]`; });
  const changed = () => { renumber(); form.dispatchEvent(new Event("input", { bubbles: true })); };
  const removable = line => {
    line.querySelector("label")?.remove();
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = labelRemove;
    button.addEventListener("click", () => { line.remove(); changed(); input.focus(); });
    line.append(" ", button);
  };
  const add = file => {
    if (list.querySelector(`input[value="${file.id}"]`)) return;
    const line = document.createElement("li");
    const hidden = Object.assign(document.createElement("input"), { type: "hidden", value: file.id });
    const link = Object.assign(document.createElement("a"), { href: `/documents/${file.id}`, textContent: file.name });
    line.append(hidden, link, ` ${file.size}`);
    removable(line);
    list.append(line);
    changed();
  };
  const say = (text, wrong) => {
    const line = Object.assign(document.createElement("p"), { textContent: text, className: wrong ? "error" : "" });
    status.append(line);
    return line;
  };

  list.querySelectorAll("li").forEach(removable);
  input.addEventListener("change", async () => {
    const buttons = [...form.querySelectorAll("button:not([type=button])")].filter(button => !button.disabled);
    const chosen = [...input.files];
    input.value = "";
    status.replaceChildren();
    buttons.forEach(button => { button.disabled = true; });
    for (const file of chosen) {
      if (file.size > Number(limit)) {
        say(`${file.name}：${labelLarge}`, true);
        continue;
      }
      const busy = say(`${labelBusy} ${file.name} (${size(file.size)}) …`);
      try {
        const answer = await fetch(form.dataset.uploads, {
          method: "POST", body: file,
          headers: { "X-File-Name": encodeURIComponent(file.name), RequestVerificationToken: form.querySelector("input[name=__RequestVerificationToken]").value },
        });
        const said = await answer.json();
        if (answer.ok) add(said);
        else say(`${file.name}：${said.reason}${said.remedy}`, true);
      } catch {
        say(`${file.name}：${labelFailed}`, true);
      }
      busy.remove();
    }
    buttons.forEach(button => { button.disabled = false; });
  });
}
