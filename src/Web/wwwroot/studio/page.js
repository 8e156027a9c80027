// The page around the designer: tells the frame what to show, keeps address, title and way in step with it, and says what the server said.
const frame = document.getElementById("studio-frame");
const said = document.getElementById("studio-said");
const words = JSON.parse(frame.dataset.words);
let place = { name: frame.dataset.place, id: frame.dataset.id ?? null };

const placeOf = path => {
  const editor = /^workflows\/definitions\/([^/?]+)\/edit/.exec(path), viewer = /^workflows\/instances\/([^/?]+)\/view/.exec(path);
  return editor ? { name: "editor", id: decodeURIComponent(editor[1]) } : viewer ? { name: "viewer", id: decodeURIComponent(viewer[1]) }
    : { name: path.startsWith("workflows/instances") ? "instances" : "definitions", id: null };
};
const here = () => location.pathname.replace(/^\/studio\//, "");
const send = message => frame.contentWindow?.postMessage(message, location.origin);

function show(path, about) {
  place = placeOf(path);
  const ofInstances = place.name === "instances" || place.name === "viewer";
  document.querySelector("h1").textContent = about ?? words[place.name];
  document.title = `${about ?? words[place.name]} · ${words.Site}`;
  const list = document.getElementById("studio-list");
  list.hidden = place.id === null;
  list.textContent = words[ofInstances ? "instances" : "definitions"];
  list.setAttribute("href", ofInstances ? "/studio/workflows/instances" : "/studio/workflows/definitions");
  const about_ = document.getElementById("studio-about");
  about_.hidden = place.name !== "editor";
  about_.setAttribute("href", `/definitions/${encodeURIComponent(place.id ?? "")}`);
}

function tell(text) {
  said.firstElementChild.textContent = text;
  said.hidden = text === "";
}
said.querySelector("button").addEventListener("click", () => tell(""));

// What keeps the draft from being published: counted, and read when somebody wants to.
const warned = document.getElementById("studio-warned");
function warn(text) {
  const lines = text.split("\n").filter(Boolean);
  warned.hidden = lines.length === 0;
  warned.querySelector("summary").textContent = words.Warned.replace("{0}", lines.length);
  warned.querySelector("ul").replaceChildren(...lines.map(line => Object.assign(document.createElement("li"), { textContent: line })));
}

addEventListener("message", event => {
  if (event.origin !== location.origin || event.source !== frame.contentWindow) return;
  const { kind, path, text, name } = event.data;
  if (kind === "ready") send({ kind: "show", ...place });
  if (kind === "go") { tell(""); warn(""); history.pushState(null, "", "/studio/" + path); show(path); }
  if (kind === "named" && place.id !== null) show(here(), name);
  if (kind === "said") tell(text);
  if (kind === "warned") warn(text);
  if (kind === "try") location.assign("/play/" + encodeURIComponent(decodeURIComponent(event.data.id)));
  if (kind === "signed-out") location.assign("/sign-in?ReturnUrl=" + encodeURIComponent(location.pathname));
});

addEventListener("popstate", () => { tell(""); warn(""); show(here()); send({ kind: "show", ...place }); });

document.addEventListener("click", event => {
  const link = event.target.closest("a[data-studio], #studio-list");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  tell("");
  warn("");
  history.pushState(null, "", link.getAttribute("href"));
  show(here());
  send({ kind: "show", ...place });
});
