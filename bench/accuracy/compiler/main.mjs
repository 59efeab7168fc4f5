/** `node main.mjs OPTIONS.json` → on stdout the roots, schemas and a sample of properties with their renames. */

import fs from "node:fs";

import { openProject } from "./project.mjs";
import { renamesOf } from "./renames.mjs";
import { rootsOf } from "./roots.mjs";
import { Schemas } from "./schema.mjs";

/** @type {{root: string, folders: string[], tsconfig: string, modules: string, seed: number, limit: number}} */
const options = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const started = Date.now();
const say = (text) => process.stderr.write(`${((Date.now() - started) / 1000).toFixed(1)}s ${text}\n`);

const project = openProject(options);
say(`${project.files.length} files`);
const schemas = new Schemas(project);
const roots = rootsOf(project, schemas);
say(`${roots.length} roots, ${schemas.properties.size} properties`);
const renamesStarted = Date.now();
const properties = sampled(shuffled([...schemas.properties.values()], options.seed), options.limit);
say(`${properties.filter((it) => it.places).length} of ${properties.length} can be renamed`);
process.stdout.write(
  JSON.stringify({
    typescript: project.ts.version,
    readsVue: project.readsVue,
    files: project.files.length,
    renameSeconds: (Date.now() - renamesStarted) / 1000,
    roots,
    components: schemas.components,
    declared: [...schemas.properties.values()],
    properties,
  }),
);

/** The first `limit` properties that are used somewhere, and at most a quarter as many that are only declared. */
function sampled(candidates, limit) {
  const kept = [];
  const counts = { used: 0, declared: 0, refused: 0 };
  for (const property of candidates) {
    if (counts.used >= limit) break;
    const renames = renamesOf(project, property);
    const kind = renames.refused ? "refused" : renames.places.length > 1 ? "used" : "declared";
    if (kind === "declared" && counts.declared * 4 >= limit) continue;
    counts[kind] += 1;
    kept.push({ ...property, ...renames });
  }
  return kept;
}

/** Fisher-Yates with mulberry32: the same seed gives the same sample on every machine. */
function shuffled(items, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const sorted = [...items].sort((a, b) => (a.key < b.key ? -1 : 1));
  for (let index = sorted.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [sorted[index], sorted[other]] = [sorted[other], sorted[index]];
  }
  return sorted;
}
