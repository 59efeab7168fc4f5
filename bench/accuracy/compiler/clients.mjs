/** A call → whether it sends HTTP, directly or through functions of the project. */

const VERBS = new Set(["get", "post", "put", "patch", "delete", "head", "options", "request", "fetch"]);
const SINKS = new Set(["fetch", "axios", "ky", "$fetch", "ofetch", "useFetch", "useSWR", "useSWRImmutable", "useSWRInfinite"]);
const CLIENT = /axios|http|api|client|request|fetch|\bky\b|rest\b|server|instance/i;
const CLIENT_TYPES = new Set(["AxiosInstance", "AxiosStatic", "Axios", "KyInstance", "$Fetch", "HttpClient"]);
const DEPTH = 6;

export class Clients {
  /** @param {import("./project.mjs").Project} project */
  constructor(project) {
    this.ts = project.ts;
    this.checker = project.program.getTypeChecker();
    this.memo = new Map();
  }

  /** @param {import("typescript").Node} node a call or `new` expression */
  sends(node, depth = 0) {
    return this.isSink(node) || (depth < DEPTH && this.#declarations(node).some((it) => this.reaches(it, depth + 1)));
  }

  isSink(node) {
    const { ts } = this;
    const callee = node.expression;
    if (ts.isNewExpression(node)) return callee.getText() === "XMLHttpRequest";
    if (ts.isIdentifier(callee)) return SINKS.has(callee.text) || this.#isClient(callee) || this.#isTold(node);
    // `(this.configuration.fetchApi || fetch)(url)`
    if (ts.isParenthesizedExpression(callee)) return /\bfetch\b/.test(callee.getText());
    if (!ts.isPropertyAccessExpression(callee)) return false;
    if (/^(?:window|globalThis|self)\.fetch$/.test(callee.getText())) return true;
    const method = callee.name.text.replace(/^\$/, "");
    if (!VERBS.has(method) || !node.arguments.length) return false;
    if (node.typeArguments?.length || CLIENT.test(callee.expression.getText())) return true;
    return this.#isClient(callee.expression);
  }

  /** `request<Row>({ url })`, of a function that is made by another one. */
  #isTold(node) {
    const { ts } = this;
    const given = node.arguments?.[0];
    if (!node.typeArguments?.length || !CLIENT.test(node.expression.text)) return false;
    return given !== undefined && ts.isObjectLiteralExpression(given) && given.properties.some((it) => it.name?.getText() === "url");
  }

  #isClient(node) {
    return CLIENT_TYPES.has(this.checker.getTypeAtLocation(node).symbol?.name);
  }

  #declarations(node) {
    const { ts } = this;
    if (ts.isNewExpression(node)) {
      const symbol = this.checker.getSymbolAtLocation(node.expression);
      return symbol ? [this.#resolved(symbol)?.valueDeclaration].filter(Boolean) : [];
    }
    const declaration = this.checker.getResolvedSignature(node)?.declaration;
    if (!declaration) return [];
    const symbol = declaration.name && this.checker.getSymbolAtLocation(declaration.name);
    return symbol?.declarations ?? [declaration];
  }

  #resolved(symbol) {
    return symbol.flags & this.ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
  }

  /** Whether the body of a function or class of the project holds a call that sends. */
  reaches(declaration, depth = 0) {
    if (declaration.getSourceFile().fileName.includes("node_modules")) return false;
    if (this.memo.has(declaration)) return this.memo.get(declaration);
    this.memo.set(declaration, false);
    const found = this.#holdsSend(declaration, depth) || this.#baseReaches(declaration, depth);
    this.memo.set(declaration, found);
    return found;
  }

  #holdsSend(node, depth) {
    const { ts } = this;
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && this.sends(node, depth)) return true;
    return Boolean(ts.forEachChild(node, (child) => this.#holdsSend(child, depth) || undefined));
  }

  #baseReaches(declaration, depth) {
    if (!this.ts.isClassDeclaration(declaration) || depth > DEPTH) return false;
    const base = baseClass(this.ts, this.checker, declaration);
    return base ? this.reaches(base.declaration, depth + 1) : false;
  }
}

/** The class that a class extends, with the type arguments written there. */
export function baseClass(ts, checker, declaration) {
  const clause = declaration.heritageClauses?.find((it) => it.token === ts.SyntaxKind.ExtendsKeyword);
  const written = clause?.types[0];
  let symbol = written && checker.getSymbolAtLocation(written.expression);
  if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = checker.getAliasedSymbol(symbol);
  const found = symbol?.declarations?.find((node) => ts.isClassDeclaration(node));
  return found ? { declaration: found, typeArguments: written.typeArguments ?? [] } : null;
}
