// Puts our words in the place of the package's English ones, wherever they appear. Texts that people typed are left alone: what stands in fields, in code, and
// what is marked.
window.studioOverlay = words => {
  const left = ".monaco-editor, [data-no-i18n], script, style, textarea";
  const attributes = ["placeholder", "title", "aria-label"];
  const patterns = words.patterns.map(([from, to]) => [new RegExp("^" + from + "$"), to]);

  const said = text => {
    const bare = text.trim();
    if (bare === "" || !/[A-Za-z]/.test(bare)) return null;
    const known = words.texts[bare];
    if (known !== undefined) return text.replace(bare, known);
    for (const [pattern, to] of patterns) if (pattern.test(bare)) return text.replace(bare, bare.replace(pattern, to));
    return null;
  };

  // Many of the package's buttons are an icon and nothing else: whoever has the page read to him is told what it means.
  const call = button => {
    const own = button.hasAttribute("data-called");
    if (button.closest(left) || button.textContent.trim() || button.title || (!own && button.hasAttribute("aria-label")) || button.hasAttribute("aria-labelledby")) return;
    const meaning = words.icons[[...button.querySelectorAll("svg path")].at(-1)?.getAttribute("d") ?? ""];
    if (meaning === undefined) return;
    button.setAttribute("aria-label", said(meaning) ?? meaning);
    button.setAttribute("data-called", "");
  };

  const texts = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      // What leads to parts of the package that are not here, or shows what only programmers read.
      if (words.hidden.includes(node.data.trim())) node.parentElement?.closest("tr, .mud-menu-item, .mud-list-item, .mud-tab")?.setAttribute("hidden", "");
      const instead = node.parentElement?.closest(left) ? null : said(node.data);
      if (instead !== null) node.data = instead;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.closest(left)) return;
    const around = node.closest("button");
    for (const button of [...(around ? [around] : []), ...node.querySelectorAll("button")]) call(button);
    for (const element of [node, ...node.querySelectorAll(attributes.map(name => `[${name}]`).join())]) names(element);
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(texts);
  };

  const names = element => {
    for (const name of attributes) {
      const instead = element.hasAttribute(name) && !element.closest(left) ? said(element.getAttribute(name)) : null;
      if (instead !== null) element.setAttribute(name, instead);
    }
  };

  new MutationObserver(changes => {
    for (const change of changes)
      if (change.type === "childList") change.addedNodes.forEach(texts);
      else if (change.type === "attributes") names(change.target);
      else texts(change.target);
  }).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attributes });
};
