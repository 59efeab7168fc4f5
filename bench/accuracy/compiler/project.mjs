/** A folder of sources → a TypeScript language service over all of them, `.vue` and `.svelte` files included. */

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

import { svelteService } from "./svelte.mjs";

const SOURCE = /\.(?:[mc]?tsx?|[mc]?jsx?|vue|svelte)$/;
const LEFT_OUT = /(?:^|\/)(?:node_modules|dist|build|coverage|\.nuxt|\.next|\.git|storybook-static)\//;

/**
 * @typedef {object} Project
 * @property {typeof import("typescript")} ts
 * @property {import("typescript").LanguageService} service
 * @property {import("typescript").Program} program
 * @property {string} root  absolute folder that file names in the output are relative to
 * @property {string[]} files  absolute names of all sources that take part
 * @property {boolean} readsVue
 * @property {(file: string, start: number) => number[]} written  where a name of the program's text
 *   of a file stands in the file itself: of a `.vue` file the compiler reads what Volar makes of it, of a `.svelte` file what svelte2tsx does
 */

/**
 * @param {{root: string, folders: string[], tsconfig: string, modules: string}} options
 *   `folders`: relative to `root`, whose sources take part; `modules`: where TypeScript and Volar are installed.
 * @returns {Project}
 */
export function openProject({ root, folders, tsconfig, modules }) {
  const require = createRequire(path.join(modules, "package.json"));
  /** @type {typeof import("typescript")} */
  const ts = require("typescript");
  const files = folders.flatMap((folder) => sourcesUnder(root, folder));
  const vueFiles = files.filter((file) => file.endsWith(".vue"));
  const configPath = path.join(root, tsconfig);
  const options = compilerOptions(ts, configPath, path.dirname(configPath));
  if (folders.length > 1) options.paths = { ...options.paths, ...workspacePaths(root, folders) };
  const host = serviceHost(ts, files, options, path.dirname(configPath));
  const { service, written } = vueFiles.length
    ? vueService(require, ts, host, options, configPath)
    : files.some((file) => file.endsWith(".svelte"))
      ? svelteService(require, ts, host, options)
      : { service: ts.createLanguageService(host), written: (_file, start) => [start] };
  return { ts, service, program: service.getProgram(), root, files, readsVue: vueFiles.length > 0, written };
}

/** git's list of files, so that both tools see the same ones; the checkout must be a repository. */
function sourcesUnder(root, folder) {
  const listed = execFileSync("git", ["ls-files", "-z", "--", folder], { cwd: root, maxBuffer: 1 << 28 });
  return listed
    .toString("utf8")
    .split("\0")
    .filter((name) => SOURCE.test(name) && !LEFT_OUT.test(name) && !name.endsWith(".min.js"))
    .map((name) => path.join(root, name));
}

function compilerOptions(ts, configPath, folder) {
  const read = fs.existsSync(configPath) ? ts.readConfigFile(configPath, ts.sys.readFile) : { config: {} };
  const parsed = ts.parseJsonConfigFileContent(read.config ?? {}, ts.sys, folder, {}, configPath);
  const options = { ...parsed.options, noEmit: true, allowJs: true, checkJs: false, skipLibCheck: true };
  options.jsx ??= ts.JsxEmit.Preserve;
  delete options.composite;
  delete options.incremental;
  delete options.rootDir;
  options.allowNonTsExtensions = true;
  return options;
}

/** Packages of the same workspace are read from their sources: what they publish isn't built here. */
function workspacePaths(root, folders) {
  const paths = {};
  for (const folder of folders) {
    const manifest = path.join(root, folder, "package.json");
    const entry = path.join(root, folder, "src", "index.ts");
    if (!fs.existsSync(manifest) || !fs.existsSync(entry)) continue;
    paths[JSON.parse(fs.readFileSync(manifest, "utf8")).name] = [entry];
  }
  return paths;
}

function serviceHost(ts, files, options, folder) {
  const snapshots = new Map();
  const cache = ts.createModuleResolutionCache(folder, (name) => name, options);
  return {
    // Volar makes imports of `.vue` files resolvable by decorating this function, so it must be here.
    resolveModuleNameLiterals: (literals, containing, redirected, settings) =>
      literals.map((it) => ts.resolveModuleName(it.text, containing, settings, ts.sys, cache, redirected)),
    getCompilationSettings: () => options,
    getScriptFileNames: () => files,
    getScriptVersion: () => "1",
    getScriptSnapshot: (name) => {
      if (!snapshots.has(name)) {
        const text = ts.sys.readFile(name);
        snapshots.set(name, text === undefined ? undefined : ts.ScriptSnapshot.fromString(text));
      }
      return snapshots.get(name);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (settings) => ts.getDefaultLibFilePath(settings),
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    realpath: ts.sys.realpath,
    useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  };
}

/** The service as the editors' Vue plugin makes it: templates are typed, positions are the .vue file's. */
function vueService(require, ts, host, options, configPath) {
  const { createLanguage, FileMap } = require("@volar/language-core");
  const { createProxyLanguageService, decorateLanguageServiceHost, resolveFileLanguageId } =
    require("@volar/typescript");
  const vue = require("@vue/language-core");
  const vueOptions = fs.existsSync(configPath)
    ? vue.createParsedCommandLine(ts, ts.sys, configPath.replaceAll("\\", "/")).vueOptions
    : vue.resolveVueCompilerOptions({});
  const plugin = vue.createVueLanguagePlugin(ts, options, vueOptions, (id) => id);
  const bare = host.getScriptSnapshot;
  const language = createLanguage(
    [plugin, { getLanguageId: (name) => resolveFileLanguageId(name) }],
    new FileMap(ts.sys.useCaseSensitiveFileNames),
    (name) => {
      const snapshot = bare(name);
      if (snapshot) language.scripts.set(name, snapshot);
      else language.scripts.delete(name);
    },
  );
  decorateLanguageServiceHost(ts, language, host);
  const { initialize, proxy } = createProxyLanguageService(ts.createLanguageService(host));
  initialize(language);
  return { service: proxy, written: (file, start) => written(language, file, start) };
}

function written(language, file, start) {
  const script = language.scripts.get(file);
  const made = script?.generated;
  const shown = made?.languagePlugin.typescript?.getServiceScript(made.root);
  if (!shown) return made ? [] : [start];
  const offset = shown.preventLeadingOffset ? 0 : script.snapshot.getLength();
  const map = language.maps.get(shown.code, script);
  return [...map.toSourceLocation(start - offset)].map(([position]) => position);
}

/** Whether a file takes part in the product: tests, stories and mocks hold no client functions. */
export function isProduct(name) {
  return !/(?:\.(?:test|spec|stories|cy|mock|e2e)\.|\/(?:__tests__|__mocks__|tests?|e2e|e2e-tests|mocks?|cypress|fixtures|testing)\/)/.test(
    name,
  );
}
