/** `node errors.mjs OPTIONS.json` → on stdout what the compiler has against a frontend as its files stand now. */

import fs from "node:fs";
import path from "node:path";

import { openProject } from "./project.mjs";

/** @type {{root: string, folders: string[], tsconfig: string, modules: string}} */
const options = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { ts, service, root, files } = openProject(options);

const found = files.flatMap((file) => {
  const text = fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  return [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].map((it) => ({
    file: path.relative(root, file),
    line: lineAt(text, it.start),
    endLine: lineAt(text, it.start === undefined ? undefined : it.start + it.length),
    code: it.code,
    message: ts.flattenDiagnosticMessageText(it.messageText, "\n"),
  }));
});
process.stdout.write(JSON.stringify(found));

/** 1-based; 0 for what stands nowhere in the file, as in code that is made of it. */
function lineAt(text, offset) {
  return offset === undefined ? 0 : text.slice(0, offset).split("\n").length;
}
