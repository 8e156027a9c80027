// The document of the designer: one element of the package at a time, which the page around it chooses. Runs before the package starts.
(() => {
  const tags = { definitions: "elsa-workflow-definition-list", editor: "elsa-workflow-definition-editor", instances: "elsa-workflow-instance-list", viewer: "elsa-workflow-instance-viewer" };
  const api = location.origin + "/elsa/api";
  const place = document.getElementById("studio-place"), wait = document.getElementById("studio-wait");
  const tell = message => parent.postMessage(message, location.origin);
  const isChinese = document.documentElement.lang !== "en";
  localStorage.setItem("BlazorCulture", isChinese ? "zh-CN" : "en-US");
  window.studioOverlay(isChinese ? window.studioWords : { ...window.studioWords, texts: {}, patterns: [] });

  // Where the package goes by itself: the page around it follows.
  const base = new URL(document.baseURI);
  const isPlace = path => /^workflows\/(definitions\/[^/?]+\/edit|instances\/[^/?]+\/view)/.test(path);
  const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)];
  const led = (state, title, url) => {
    const target = url == null ? null : new URL(url, base);
    const path = target?.pathname.startsWith(base.pathname) ? target.pathname.slice(base.pathname.length) : "";
    if (isPlace(path)) go(path); else replace(state, title, url);
  };
  history.pushState = led;
  history.replaceState = led;

  function go(path) {
    tell({ kind: "go", path });
    const [, , id] = path.split("/");
    show(path.startsWith("workflows/definitions") ? "editor" : "viewer", decodeURIComponent(id));
  }

  // A fresh element each time: one that was taken out can never come back, and two at once disturb each other.
  let shown = 0;
  async function show(name, id) {
    const turn = ++shown;
    const before = place.firstElementChild !== null;
    place.replaceChildren();
    place.setAttribute("aria-busy", "true");
    wait.hidden = false;
    await customElements.whenDefined(tags[name]);
    if (before) await new Promise(done => setTimeout(done, 1300));
    if (turn !== shown) return;
    const element = document.createElement(tags[name]);
    element.setAttribute("remote-endpoint", api);
    mark([]);
    if (name === "editor") element.setAttribute("definition-id", id);
    if (name === "viewer") element.setAttribute("instance-id", id);
    element.editWorkflowDefinition = definition => go(`workflows/definitions/${encodeURIComponent(definition)}/edit`);
    element.viewWorkflowInstance = instance => go(`workflows/instances/${encodeURIComponent(instance)}/view`);
    place.append(element);
    wait.hidden = true;
    if (name === "editor" || name === "viewer") await fit(element, turn);
    if (turn === shown) place.removeAttribute("aria-busy");
  }

  // The package opens a drawing at its origin, where often nothing lies: once the steps are drawn, its own button brings all of them into the window.
  async function fit(element, turn) {
    for (let count = -1, tries = 0; tries < 120 && turn === shown; tries++) {
      const now = element.querySelectorAll("elsa-activity-wrapper").length;
      if (now > 0 && now === count) break;
      count = now;
      await new Promise(done => setTimeout(done, 500));
    }
    const graph = element.querySelector(".x6-graph");
    for (let around = graph?.parentElement; around && around !== element; around = around.parentElement) {
      const button = [...around.querySelectorAll("button.mud-icon-button")].find(button => button.offsetHeight > 0 && button.compareDocumentPosition(graph) & Node.DOCUMENT_POSITION_FOLLOWING);
      if (button) { button.click(); return; }
    }
  }

  addEventListener("message", event => {
    if (event.origin === location.origin && event.source === parent && event.data.kind === "show") show(event.data.name, event.data.id);
  });

  // What the server says in words goes to the page; where the package could not bear a refusal it gets an empty answer instead.
  const ask = window.fetch.bind(window);
  const isSave = (path, method) => method === "POST" && path === "/workflow-definitions";
  let refusals = 0;
  window.fetch = async (input, options) => {
    const answer = await ask(input, options);
    const address = new URL(input instanceof Request ? input.url : input, base);
    if (!address.href.startsWith(api)) return answer;
    const method = (options?.method ?? (input instanceof Request ? input.method : "GET")).toUpperCase();
    const path = address.pathname.slice("/elsa/api".length);
    if (answer.status === 401) tell({ kind: "signed-out" });
    const tried = answer.headers.get("x-accountability-try");
    if (tried) tell({ kind: "try", id: tried });
    const said = answer.headers.get("x-accountability-said");
    if (said) say(decodeURIComponent(said)); else if (method !== "GET" && !/journal|report|options|type-definitions|workflow-instances$/.test(path)) tell({ kind: "said", text: "" });
    const warned = answer.headers.get("x-accountability-warned");
    if (warned !== null && isSave(path, method)) {
      tell({ kind: "warned", text: decodeURIComponent(warned) });
      mark(decodeURIComponent(answer.headers.get("x-accountability-warned-at") ?? "").split("\n").filter(Boolean));
    }
    if (/^\/workflow-definitions\/by-(definition-)?id\//.test(path) && answer.ok && method === "GET")
      answer.clone().json().then(definition => { if (place.firstElementChild?.localName === tags.editor) tell({ kind: "named", name: definition.name }); });
    if (/^\/workflow-instances\/[^/]+$/.test(path) && answer.ok && method === "GET")
      answer.clone().json().then(instance => { if (place.firstElementChild?.localName === tags.viewer) tell({ kind: "named", name: `${instance.correlationId} ${instance.name}` }); });
    if (answer.ok || method === "GET" || isSave(path, method) || !answer.headers.get("content-type")?.includes("problem+json")) return answer;
    const problem = await answer.clone().json();
    say(Object.values(problem.errors ?? { reason: [problem.title] }).flat().join("\n"));
    return new Response("{}", { status: 200, headers: { "content-type": "application/json", "x-elsa-workflow-cannot-start": "true" } });
  };

  // What a finding is about is marked in the drawing. A sheet of rules, since the package draws its steps anew whenever it likes.
  const marks = new CSSStyleSheet();
  document.adoptedStyleSheets = [marks];
  function mark(ids) {
    marks.replaceSync(ids.map(id => `.x6-node[data-cell-id="${CSS.escape(id)}"] elsa-activity-wrapper { outline: 3px dashed #a8231c; outline-offset: -3px; }`).join("\n"));
  }

  function say(text) {
    tell({ kind: "said", text });
    document.body.classList.add("refused");
    const mine = ++refusals;
    setTimeout(() => { if (mine === refusals) document.body.classList.remove("refused"); }, 4000);
  }

  const broken = document.getElementById("blazor-error-ui");
  broken.querySelector(".reload").addEventListener("click", event => { event.preventDefault(); location.reload(); });
  tell({ kind: "ready" });
})();
