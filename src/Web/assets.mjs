// What the pages need of the fetched packages goes into wwwroot/lib: Tabler's style sheet in a layer, so that the site's own rules always
// win, and one sprite of the icons that icons.txt names.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const css = readFileSync("node_modules/@tabler/core/dist/css/tabler.min.css", "utf8")
  .replace(/@charset "[^"]*";/i, "").replace(/\/\*# sourceMappingURL=.*?\*\//, "");
const names = readFileSync("icons.txt", "utf8").split(/\s+/).filter(Boolean);
const unknown = names.filter(name => !existsSync(source(name)));
if (unknown.length > 0) throw new Error(`icons.txt names icons that Tabler does not have: ${unknown.join(", ")}`);

mkdirSync("wwwroot/lib", { recursive: true });
writeFileSync("wwwroot/lib/tabler.css", `@layer tabler{${css}}`);
writeFileSync("wwwroot/lib/icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>`);

function source(name) { return `node_modules/@tabler/icons/icons/outline/${name}.svg`; }

function symbol(name) {
  const paths = readFileSync(source(name), "utf8").match(/<(path|circle|rect|line|polyline)[^>]*\/>/g).filter(path => !path.includes('stroke="none"'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths.join("")}</symbol>`;
}
