/** The project's client calls → the types in which their responses arrive ("roots"). */

import path from "node:path";

import { baseClass, Clients } from "./clients.mjs";
import { isProduct } from "./project.mjs";
import { keysBelowData, under } from "./schema.mjs";

const QUERIES = ["SWRResponse", "UseQueryResult"];
const WRAPPERS = new Set(["Promise", "Observable", "AxiosPromise", "AxiosResponse", "ApiResponse", "HttpResponse", ...QUERIES]);

/**
 * @typedef {object} Root
 * @property {"generic" | "as" | "annotation" | "mapped" | "inherited" | "endpoint"} kind  what leads to the type
 * @property {string} file  of the call, relative
 * @property {number} line  1-based first line of the call
 * @property {number} endLine
 * @property {number} functionLine  of the function around it
 * @property {number} functionEndLine
 * @property {string} function
 * @property {string} class  the class around it, for `inherited` the concrete subclass; or ""
 * @property {object} schema
 */

/**
 * @param {import("./project.mjs").Project} project
 * @param {import("./schema.mjs").Schemas} schemas
 * @returns {Root[]}
 */
export function rootsOf(project, schemas) {
  const finder = new Finder(project, schemas);
  for (const file of project.files) {
    const source = isProduct(file) && !/\.(?:vue|svelte)$/.test(file) && project.program.getSourceFile(file);
    if (source) finder.visit(source);
  }
  finder.inherit();
  return finder.roots;
}

class Finder {
  constructor(project, schemas) {
    this.project = project;
    this.ts = project.ts;
    this.schemas = schemas;
    this.checker = project.program.getTypeChecker();
    this.clients = new Clients(project);
    /** @type {Root[]} */
    this.roots = [];
    this.classes = [];
    /** Base class → its calls whose type argument is one of its own type parameters. */
    this.generic = new Map();
  }

  visit(node) {
    const { ts } = this;
    if (ts.isClassDeclaration(node)) this.classes.push(node);
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.#call(node);
    else if (ts.isAsExpression(node)) this.#cast(node.expression, node.type);
    else if (ts.isVariableDeclaration(node) && node.type && node.initializer) this.#cast(node.initializer, node.type);
    else if (ts.isFunctionLike(node) && node.type && node.body) this.#annotation(node);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  #call(node) {
    const argument = this.#responseArgument(node);
    if (!argument) return;
    if (isEndpoint(this.ts, node)) this.#endpoint(node, argument);
    else if (this.clients.sends(node) && !this.#wrapped(node, argument)) this.#add("generic", node, argument);
  }

  /** The first type argument that says something of what is returned: `Out` of `post<In, Out>()`. */
  #responseArgument(node) {
    const { ts, checker } = this;
    const given = node.typeArguments ?? [];
    if (given.length < 2) return given[0];
    const declaration = checker.getResolvedSignature(node)?.declaration;
    if (!declaration?.type || !declaration.typeParameters) return given[0];
    const returned = typeParametersIn(ts, checker, declaration.type);
    const own = declaration.typeParameters.map((it) => checker.getSymbolAtLocation(it.name));
    return given.find((_, index) => returned.includes(own[index])) ?? given[0];
  }

  /** A wrapper that itself asks for more than its type argument: `get<Page<T>>(…)` in `getPage<T>(…)`. */
  #wrapped(node, argument) {
    const { ts, checker } = this;
    if (typeParametersIn(ts, checker, argument).length) return false;
    for (let call = node, depth = 0; call && depth < 4; depth += 1) {
      const inner = this.#innerCall(call);
      if (!inner) return false;
      const written = plain(ts, inner.call.typeArguments[0]);
      if (ts.isTypeReferenceNode(written) && written.typeArguments?.length) {
        const substitution = new Map([[inner.parameter, checker.getTypeFromTypeNode(argument)]]);
        const read = () => this.schemas.of(checker.getTypeFromTypeNode(written));
        const schema = this.schemas.within(argument.getText(), substitution, read);
        if (schema && hasShape(schema)) this.roots.push({ ...this.#where("generic", node), schema });
        return true;
      }
      call = inner.call;
    }
    return false;
  }

  /** The call inside a generic function that sends with a type of the function's first type parameter. */
  #innerCall(node) {
    const { ts, checker } = this;
    const declaration = checker.getResolvedSignature(node)?.declaration;
    const [first] = declaration?.typeParameters ?? [];
    if (!first || !declaration.body || declaration.getSourceFile().fileName.includes("node_modules")) return null;
    const parameter = checker.getSymbolAtLocation(first.name);
    const visit = (it) => {
      const isTyped = ts.isCallExpression(it) && it.typeArguments?.length && this.clients.sends(it);
      if (isTyped && typeParametersIn(ts, checker, it.typeArguments[0]).includes(parameter)) return it;
      return ts.forEachChild(it, visit);
    };
    const call = visit(declaration.body);
    return call ? { call, parameter } : null;
  }

  /** With `transformResponse` its parameter is the response, if it says of which type. */
  #endpoint(node, argument) {
    const { ts } = this;
    const transform = node.arguments[0].properties.find((it) => it.name?.getText() === "transformResponse");
    const declared = transform && (ts.isPropertyAssignment(transform) ? transform.initializer : transform);
    const type = transform ? declared.parameters?.[0]?.type : argument;
    if (type) this.#add("endpoint", node, type);
  }

  #cast(expression, type) {
    const inner = unwrapped(this.ts, expression);
    // A query's result says it where the fetcher or the hook leaves it open.
    const isOpen = this.#isUnknown(inner) || QUERIES.includes(writtenName(this.ts, type));
    if (this.ts.isCallExpression(inner) && isOpen && this.clients.sends(inner)) {
      this.#add("as", inner, this.#unwrapWrittenType(type) ?? type);
      return;
    }
    if (!this.#isAny(inner) || !/(?:\.json\(\)|\.data|\.body)$/.test(inner.getText())) return;
    const around = enclosingFunction(this.ts, inner);
    if (!around) return;
    const call = this.clients.reaches(around) ? inner : this.#chained(around);
    if (call) this.#add("as", call, type);
  }

  /** The call that sends before `.then(callback)`, or before `.pipe(map(callback))`. */
  #chained(callback) {
    const { ts } = this;
    let current = callback.parent;
    while (current && ts.isCallExpression(current) && ts.isIdentifier(current.expression)) current = current.parent;
    if (!current || !ts.isCallExpression(current)) return null;
    while (ts.isCallExpression(current) || ts.isPropertyAccessExpression(current)) {
      if (ts.isCallExpression(current) && this.clients.sends(current)) return current;
      current = current.expression;
    }
    return null;
  }

  #annotation(node) {
    const { ts } = this;
    const type = this.#unwrapWrittenType(node.type) ?? this.#promised(node.type);
    if (!type || !this.clients.reaches(node)) return;
    if (ts.isFunctionTypeNode(type)) {
      // `Promise<(axios, basePath) => AxiosPromise<T>>`: what is returned sends later.
      const later = this.#unwrapWrittenType(type.type);
      if (later) this.#add("annotation", node, later);
      return;
    }
    const returned = returnedExpressions(ts, node);
    const call = firstSend(ts, this.clients, node) ?? node;
    const isUntyped = (it) => (this.#isAny(it) || this.#isLeftToContext(it)) && this.#isResponse(it);
    const untyped = returned.find(isUntyped);
    if (untyped) this.#add("annotation", call, type, keysBelowData(ts, untyped));
    else if (returned.some((it) => /\b\w+FromJSON\b/.test(it.getText()))) this.#add("mapped", call, type);
  }

  /** Whether the untyped value is the response as it came, neither built anew nor stored text. */
  #isResponse(expression) {
    return !/JSON\.parse|Storage\b|\.map\(|\bfrom_?json|adapter|\bnew [A-Z]/i.test(expression.getText());
  }

  #isAny(expression) {
    return (this.#response(expression).flags & this.ts.TypeFlags.Any) !== 0;
  }

  /** `client.get(path)` of `get<T>(path: string): Promise<T>`: what is returned says what T is. */
  #isLeftToContext(expression) {
    const { ts, checker } = this;
    if (!ts.isCallExpression(expression) || expression.typeArguments || !this.clients.sends(expression)) return false;
    const declaration = checker.getResolvedSignature(expression)?.declaration;
    if (!declaration?.type || !declaration.typeParameters) return false;
    const own = declaration.typeParameters.map((it) => checker.getSymbolAtLocation(it.name));
    const taken = declaration.parameters.flatMap((it) => (it.type ? typeParametersIn(ts, checker, it.type) : []));
    const open = own.filter((it) => !taken.includes(it));
    if (declaration.getSourceFile().fileName.includes("node_modules")) {
      return typeParametersIn(ts, checker, declaration.type).some((it) => open.includes(it));
    }
    // Around it a function of the project's own may build what no response has: `Promise<Result<T>>`.
    const answer = this.#unwrapWrittenType(declaration.type) ?? declaration.type;
    return ts.isTypeReferenceNode(answer) && open.includes(checker.getSymbolAtLocation(answer.typeName));
  }

  /** `client.get(path)` that gives `Promise<unknown>`. */
  #isUnknown(expression) {
    return (this.#response(expression).flags & this.ts.TypeFlags.Unknown) !== 0;
  }

  #response(expression) {
    const { ts } = this;
    let type = this.checker.getTypeAtLocation(expression);
    const [argument] = this.checker.getTypeArguments(type.objectFlags & ts.ObjectFlags.Reference ? type : {}) ?? [];
    if (argument && WRAPPERS.has(type.symbol?.name)) type = argument;
    return type;
  }

  #unwrapWrittenType(node) {
    let current = node;
    while (this.ts.isTypeReferenceNode(current) && current.typeArguments?.length) {
      if (!WRAPPERS.has(writtenName(this.ts, current))) break;
      [current] = current.typeArguments;
    }
    return current === node ? null : current;
  }

  /** An alias of a promise: `Answer<T>` of `type Answer<T> = Promise<Envelope<T>>`. */
  #promised(node) {
    const named = this.ts.isTypeReferenceNode(node) && this.checker.getTypeFromTypeNode(node);
    return named && named.aliasSymbol && named.symbol?.name === "Promise" ? node : null;
  }

  /** `keys`: under which of the response's properties the type stands. */
  #add(kind, node, typeNode, keys = []) {
    const { ts } = this;
    const holder = enclosingClass(ts, node);
    const parameters = typeParametersIn(ts, this.checker, typeNode);
    if (parameters.length) {
      const own = holder && parameters.every((symbol) => symbol.declarations?.[0]?.parent === holder);
      if (own) this.generic.set(holder, [...(this.generic.get(holder) ?? []), { node, typeNode }]);
      return;
    }
    const schema = this.schemas.of(this.#answered(this.checker.getTypeFromTypeNode(typeNode)));
    if (schema && hasShape(schema)) this.roots.push({ ...this.#where(kind, node), schema: under(keys, schema) });
  }

  /** Of `{ 200: Row }`, as hey-api types what an operation answers, the row; of a promise, its value. */
  #answered(written) {
    const type = written.symbol?.name === "Promise" ? this.checker.getTypeArguments(written)[0] : written;
    const members = this.checker.getPropertiesOfType(type);
    if (!members.length || !members.every((it) => /^2\d\d$/.test(it.name))) return type;
    return this.checker.getTypeOfSymbol(members[0]);
  }

  #where(kind, node, holder = enclosingClass(this.ts, node)) {
    const { ts, project } = this;
    const source = node.getSourceFile();
    const lineOf = (offset) => source.getLineAndCharacterOfPosition(offset).line + 1;
    const around = enclosingFunction(ts, node) ?? node;
    return {
      kind,
      file: path.relative(project.root, source.fileName),
      line: lineOf(node.getStart(source)),
      endLine: lineOf(node.getEnd()),
      functionLine: lineOf(around.getStart(source)),
      functionEndLine: lineOf(around.getEnd()),
      function: functionName(ts, node),
      class: holder?.name?.text ?? "",
    };
  }

  /** Calls of a generic base class count for each class that fills in its type parameters. */
  inherit() {
    for (const declaration of this.classes) {
      let substitution = new Map();
      let current = declaration;
      for (let depth = 0; depth < 6; depth += 1) {
        const base = baseClass(this.ts, this.checker, current);
        if (!base) break;
        substitution = this.#bind(base, substitution);
        current = base.declaration;
        this.#inheritFrom(declaration, current, substitution);
      }
    }
  }

  #bind(base, outer) {
    const bound = new Map();
    for (const [index, parameter] of (base.declaration.typeParameters ?? []).entries()) {
      const written = base.typeArguments[index] ?? parameter.default;
      if (!written) continue;
      const type = this.checker.getTypeFromTypeNode(written);
      const own = base.typeArguments[index] ? outer : bound;
      const target = type.symbol && own.get(type.symbol);
      bound.set(this.checker.getSymbolAtLocation(parameter.name), target ?? type);
    }
    return bound;
  }

  #inheritFrom(declaration, base, substitution) {
    const open = [...substitution.values()].some((type) => type.flags & this.ts.TypeFlags.TypeParameter);
    if (open) return;
    for (const { node, typeNode } of this.generic.get(base) ?? []) {
      const type = this.checker.getTypeFromTypeNode(typeNode);
      const schema = this.schemas.within(declaration.name?.text ?? "", substitution, () => this.schemas.of(type));
      if (!schema || !hasShape(schema)) continue;
      const subclassFile = path.relative(this.project.root, declaration.getSourceFile().fileName);
      this.roots.push({ ...this.#where("inherited", node, declaration), subclassFile, schema });
    }
  }
}

/** A type without what only says how its value may be used. */
function plain(ts, typeNode) {
  const named = ts.isTypeReferenceNode(typeNode) && typeNode.typeName.getText();
  const isUse = /^(?:Readonly|Required|Partial|NonNullable)$/.test(named || "");
  return isUse && typeNode.typeArguments?.length ? plain(ts, typeNode.typeArguments[0]) : typeNode;
}

/** The name of a type reference, without the namespace. */
function writtenName(ts, typeNode) {
  return ts.isTypeReferenceNode(typeNode) ? typeNode.typeName.getText().split(".").at(-1) : "";
}

function hasShape(schema) {
  return JSON.stringify(schema).includes("$ref");
}

/** RTK Query: `builder.query<Response, Request>({ query })`. */
function isEndpoint(ts, node) {
  const callee = node.expression;
  const named = ts.isPropertyAccessExpression(callee) && /^(?:query|mutation|infiniteQuery)$/.test(callee.name.text);
  return named && node.arguments?.[0]?.kind === ts.SyntaxKind.ObjectLiteralExpression;
}

function unwrapped(ts, expression) {
  let current = expression;
  while (ts.isParenthesizedExpression(current) || ts.isAwaitExpression(current)) current = current.expression;
  return current;
}

function enclosingFunction(ts, node) {
  return ts.findAncestor(node.parent, (it) => ts.isFunctionLike(it) && Boolean(it.body)) ?? null;
}

function enclosingClass(ts, node) {
  return ts.findAncestor(node, (it) => ts.isClassDeclaration(it)) ?? null;
}

/** The innermost name that a function around the node bears. */
function functionName(ts, node) {
  const named = ts.findAncestor(node.parent, (it) => {
    if (ts.isFunctionDeclaration(it) || ts.isMethodDeclaration(it)) return true;
    if (ts.isVariableDeclaration(it) || ts.isPropertyAssignment(it) || ts.isPropertyDeclaration(it)) {
      const value = ts.isIdentifier(it.name) && it.initializer && unwrapped(ts, it.initializer);
      return Boolean(value && (ts.isFunctionLike(value) || /^use[A-Z]|^(?:memo|forwardRef)$/.test(callee(ts, value))));
    }
    return false;
  });
  return named?.name?.getText() ?? "";
}

function callee(ts, node) {
  return ts.isCallExpression(node) ? node.expression.getText() : "";
}

function returnedExpressions(ts, declaration) {
  if (!ts.isBlock(declaration.body)) return [unwrapped(ts, declaration.body)];
  const found = [];
  const visit = (node) => {
    if (ts.isReturnStatement(node) && node.expression) found.push(unwrapped(ts, node.expression));
    if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit);
  };
  ts.forEachChild(declaration.body, visit);
  return found;
}

function firstSend(ts, clients, declaration) {
  const visit = (node) => {
    if (ts.isCallExpression(node) && clients.isSink(node)) return node;
    return ts.forEachChild(node, visit);
  };
  return visit(declaration.body) ?? null;
}

function typeParametersIn(ts, checker, typeNode) {
  const found = [];
  const visit = (node) => {
    if (ts.isTypeReferenceNode(node)) {
      const symbol = checker.getSymbolAtLocation(node.typeName);
      if (symbol && symbol.flags & ts.SymbolFlags.TypeParameter) found.push(symbol);
    }
    ts.forEachChild(node, visit);
  };
  visit(typeNode);
  return found;
}
