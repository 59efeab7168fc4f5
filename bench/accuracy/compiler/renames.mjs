/** A property's declaration → the places the compiler renames with it, and those it says nothing about. */

import fs from "node:fs";
import path from "node:path";

/**
 * @typedef {object} Place  offsets are UTF-16 units into the file
 * @property {string} file  relative to the project's root
 * @property {number} start
 * @property {number} end
 * @property {boolean} shorthand  the compiler writes `new: old` or `old: new` here
 */

/**
 * @param {import("./project.mjs").Project} project
 * @param {{file: string, start: number, name: string}} property  `file` relative to the root
 * @returns {{places: Place[], unknown: Place[], keys: Place[]} | {refused: string}}
 *   `unknown`: accesses of that name on a receiver of type any; `keys`: string literals that the
 *   types prove to be that key, and keys of what `Object.assign` lays on such a value: the compiler's
 *   rename leaves them out.
 */
export function renamesOf(project, property) {
  const file = path.join(project.root, property.file);
  const info = project.service.getRenameInfo(file, property.start, {});
  if (!info.canRename) return { refused: info.localizedErrorMessage };
  const found = project.service.findRenameLocations(file, property.start, false, false, {
    providePrefixAndSuffixTextForRename: true,
  });
  if (!found?.length) return { refused: "no rename locations" };
  const outside = found.find((place) => relative(project, place.fileName) === null);
  if (outside) return { refused: `also declared in ${path.basename(outside.fileName)}` };
  const places = found.map((place) => ({
    file: relative(project, place.fileName),
    start: place.textSpan.start,
    end: place.textSpan.start + place.textSpan.length,
    shorthand: Boolean(place.prefixText || place.suffixText),
  }));
  const kept = unique(places.filter((place) => textAt(project, place).includes(property.name)));
  return { places: kept, ...undecided(project, property.name) };
}

function relative(project, fileName) {
  const name = path.relative(project.root, fileName);
  return name.startsWith("..") || name.includes("node_modules/") ? null : name;
}

const texts = new Map();

function textAt(project, place) {
  const name = path.join(project.root, place.file);
  if (!texts.has(name)) texts.set(name, fs.readFileSync(name, "utf8").replace(/^\uFEFF/, ""));
  return texts.get(name).slice(place.start, place.end);
}

function unique(places) {
  const byKey = new Map(places.map((place) => [`${place.file}:${place.start}`, place]));
  return [...byKey.values()].sort((a, b) => a.file.localeCompare(b.file) || a.start - b.start);
}

function undecided(project, name) {
  const { ts } = project;
  const checker = project.program.getTypeChecker();
  /** @type {Place[]} */
  const unknown = [];
  /** @type {Place[]} */
  const keys = [];
  for (const file of project.files) {
    const source = project.program.getSourceFile(file);
    if (!source?.text.includes(name)) continue;
    const note = (list, node, inset = 0) => {
      for (const start of project.written(file, node.getStart(source) + inset)) {
        const place = { file: path.relative(project.root, file), start, end: start + name.length, shorthand: false };
        if (textAt(project, place) === name) list.push(place);
      }
    };
    const visit = (node) => {
      if (ts.isIdentifier(node) && node.text === name) {
        if (isUnknownAccess(ts, checker, node)) note(unknown, node);
        else if (isLaidOn(ts, checker, node)) note(keys, node);
      }
      if (ts.isStringLiteralLike(node) && node.text === name) {
        if (isProvenKey(ts, checker, node)) note(keys, node, 1);
        else if (isUnknownElement(ts, checker, node)) note(unknown, node, 1);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { unknown, keys };
}

function isAny(ts, type) {
  return (type.flags & ts.TypeFlags.Any) !== 0;
}

function isUnknownAccess(ts, checker, node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return isAny(ts, checker.getTypeAtLocation(parent.expression));
  }
  const isKey = ts.isBindingElement(parent) && (parent.propertyName ?? parent.name) === node;
  return isKey && isAny(ts, checker.getTypeAtLocation(parent.parent));
}

/** `Object.assign(row, { name })`: the key is that property of the row, though its type says so nowhere. */
function isLaidOn(ts, checker, node) {
  const literal = node.parent.parent;
  const isKey = ts.isObjectLiteralElementLike(node.parent) && node.parent.name === node;
  const call = isKey && ts.isObjectLiteralExpression(literal) ? literal.parent : null;
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== "Object.assign") return false;
  const [target] = call.arguments;
  return target !== literal && Boolean(checker.getTypeAtLocation(target).getProperty(node.text));
}

function isUnknownElement(ts, checker, node) {
  const { parent } = node;
  return ts.isElementAccessExpression(parent) && isAny(ts, checker.getTypeAtLocation(parent.expression));
}

function isProvenKey(ts, checker, node) {
  if (ts.isLiteralTypeNode(node.parent)) return true;
  if (ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.InKeyword) {
    const type = checker.getTypeAtLocation(node.parent.right);
    return (type.isUnion() ? type.types : [type]).some((it) => it.getProperty(node.text));
  }
  const beside = comparedWith(ts, node);
  const expected = beside ? checker.getTypeAtLocation(beside) : checker.getContextualType(node);
  const members = expected ? (expected.isUnion() ? expected.types : [expected]) : [];
  return members.some((member) => member.isStringLiteral?.() && member.value === node.text);
}

/** What a literal is held against: `by === "name"`, `case "name":`. */
function comparedWith(ts, node) {
  const { parent } = node;
  if (ts.isCaseClause(parent)) return parent.parent.parent.expression;
  const { EqualsEqualsToken, EqualsEqualsEqualsToken, ExclamationEqualsToken, ExclamationEqualsEqualsToken } =
    ts.SyntaxKind;
  const compares = [EqualsEqualsToken, EqualsEqualsEqualsToken, ExclamationEqualsToken, ExclamationEqualsEqualsToken];
  if (!ts.isBinaryExpression(parent) || !compares.includes(parent.operatorToken.kind)) return null;
  return parent.left === node ? parent.right : parent.left;
}
