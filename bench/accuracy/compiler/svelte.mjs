/** A language service that reads `.svelte` files as Svelte's own tools do: by what svelte2tsx makes of them. */

import fs from "node:fs";
import path from "node:path";

const SVELTE = /\.svelte$/;
const TYPED = /<script[^>]*\blang=["'](?:ts|typescript)["']/;
const SHIMS = ["svelte-shims-v4.d.ts", "svelte-jsx-v4.d.ts"];

/** The service, whose positions are those of the files themselves, and `written` of project.mjs. */
export function svelteService(require, ts, host, options) {
  const made = new Map();
  const madeOf = (file) => {
    if (!made.has(file)) made.set(file, translated(require, file));
    return made.get(file);
  };
  const names = host.getScriptFileNames();
  const folder = path.dirname(require.resolve("svelte2tsx/package.json"));
  host.getScriptFileNames = () => [...names, ...SHIMS.map((name) => path.join(folder, name))];
  const bare = host.getScriptSnapshot;
  host.getScriptSnapshot = (name) =>
    SVELTE.test(name) ? ts.ScriptSnapshot.fromString(madeOf(name).code) : bare(name);
  host.getScriptKind = (name) => {
    if (SVELTE.test(name)) return madeOf(name).typed ? ts.ScriptKind.TS : ts.ScriptKind.JS;
    return /\.tsx$/.test(name) ? ts.ScriptKind.TSX : /\.jsx?$/.test(name) ? ts.ScriptKind.JSX : ts.ScriptKind.TS;
  };
  // `./Row.svelte` is looked for as `./Row.svelte.ts`, which there is for each component.
  const sys = { ...ts.sys, fileExists: (name) => ts.sys.fileExists(name.replace(/\.svelte\.ts$/, ".svelte")) };
  host.resolveModuleNameLiterals = (literals, containing, redirected, settings) =>
    literals.map((it) => {
      const seen = SVELTE.test(it.text) ? sys : ts.sys;
      const found = ts.resolveModuleName(it.text, containing, settings, seen, undefined, redirected);
      const at = found.resolvedModule?.resolvedFileName;
      if (!at?.endsWith(".svelte.ts") || ts.sys.fileExists(at)) return found;
      const name = at.slice(0, -".ts".length);
      const extension = madeOf(name).typed ? ts.Extension.Ts : ts.Extension.Js;
      return { resolvedModule: { resolvedFileName: name, extension, isExternalLibraryImport: false } };
    });
  const inner = ts.createLanguageService(host);
  const to = (file, start) => (SVELTE.test(file) ? madeOf(file).made.get(start) ?? [] : [start]);
  const written = (file, start) => {
    if (!SVELTE.test(file)) return [start];
    const origin = madeOf(file).origin.get(start);
    return origin === undefined ? [] : [origin];
  };
  const back = (place) => {
    const [start] = written(place.fileName, place.textSpan.start);
    return start === undefined ? [] : [{ ...place, textSpan: { start, length: place.textSpan.length } }];
  };
  const first = (file, start, ask, fallback) => {
    for (const position of to(file, start)) {
      const answer = ask(position);
      if (answer) return answer;
    }
    return fallback;
  };
  const service = {
    getProgram: () => inner.getProgram(),
    getRenameInfo: (file, start, given) =>
      first(file, start, (at) => inner.getRenameInfo(file, at, given), { canRename: false, localizedErrorMessage: "not mapped" }),
    findRenameLocations: (file, start, strings, comments, given) =>
      first(file, start, (at) => inner.findRenameLocations(file, at, strings, comments, given))?.flatMap(back),
    getSyntacticDiagnostics: () => [],
    getSemanticDiagnostics: (file) =>
      inner.getSemanticDiagnostics(file).map((it) => ({ ...it, start: written(file, it.start)[0] })),
  };
  return { service, written };
}

/** What svelte2tsx makes of a file, and which of its characters stand where in the file. */
function translated(require, file) {
  const { svelte2tsx } = require("svelte2tsx");
  const { TraceMap, decodedMappings } = require("@jridgewell/trace-mapping");
  const { parse, VERSION } = require("svelte/compiler");
  const text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  const typed = TYPED.test(text);
  const result = { code: "", typed, made: new Map(), origin: new Map() };
  let found;
  try {
    found = svelte2tsx(text, { filename: file, isTsFile: typed, mode: "ts", parse, version: VERSION, emitOnTemplateError: true });
  } catch (error) {
    process.stderr.write(`${file}: ${String(error.message).split("\n")[0]}\n`);
    return { ...result, code: "export default {} as any" };
  }
  result.code = found.code;
  const [own, generated] = [lineStarts(text), lineStarts(found.code)];
  decodedMappings(new TraceMap(found.map)).forEach((segments, line) => {
    for (const [column, source, originLine, originColumn] of segments) {
      if (source === undefined) continue;
      const at = generated[line] + column;
      const from = own[originLine] + originColumn;
      if (found.code[at] !== text[from]) continue;
      result.origin.set(at, from);
      result.made.set(from, [...(result.made.get(from) ?? []), at]);
    }
  });
  return result;
}

function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
