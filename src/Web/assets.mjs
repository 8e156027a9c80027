// What the pages need of the fetched packages goes into wwwroot/lib: Tabler's style sheet in a layer, so that the site's own rules always
// win, and one sprite of the icons that icons.txt names. The designer goes into lib/studio as it is, each file once: compressed where it is.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const css = readFileSync("node_modules/@tabler/core/dist/css/tabler.min.css", "utf8")
  .replace(/@charset "[^"]*";/i, "").replace(/\/\*# sourceMappingURL=.*?\*\//, "");
const names = readFileSync("icons.txt", "utf8").split(/\s+/).filter(Boolean);
const unknown = names.filter(name => !existsSync(source(name)));
if (unknown.length > 0) throw new Error(`icons.txt names icons that Tabler does not have: ${unknown.join(", ")}`);

mkdirSync("wwwroot/lib", { recursive: true });
writeFileSync("wwwroot/lib/tabler.css", `@layer tabler{${css}}`);
writeFileSync("wwwroot/lib/icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>`);

const studio = "node_modules/@elsa-workflows/elsa-studio-wasm";
const isLeftOut = name => /\.(gz|map|scss)$|^(index\.html|package\.json)$/.test(name);
rmSync("lib/studio", { recursive: true, force: true });
for (const file of readdirSync(studio, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())) {
  const name = join(file.parentPath, file.name).slice(studio.length + 1);
  if (isLeftOut(name) || isLeftOut(name.replace(/\.br$/, "")) || existsSync(join(studio, name + ".br"))) continue;
  mkdirSync(dirname(join("lib/studio", name)), { recursive: true });
  copyFileSync(join(studio, name), join("lib/studio", name));
}

function source(name) { return `node_modules/@tabler/icons/icons/outline/${name}.svg`; }

function symbol(name) {
  const paths = readFileSync(source(name), "utf8").match(/<(path|circle|rect|line|polyline)[^>]*\/>/g).filter(path => !path.includes('stroke="none"'));
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths.join("")}</symbol>`;
}
