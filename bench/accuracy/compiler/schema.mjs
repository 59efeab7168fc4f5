/** TypeScript types → OpenAPI schemas of the JSON they describe, remembering each property's declaration. */

import path from "node:path";

const DEPTH = 40;

/** Collects components while types are read; one instance a project. */
export class Schemas {
  /** @param {import("./project.mjs").Project} project */
  constructor(project) {
    this.project = project;
    this.checker = project.program.getTypeChecker();
    /** @type {Record<string, object>} */
    this.components = {};
    /** `file:start` → the property and the components it stands in. */
    this.properties = new Map();
    this.names = new Map();
    /** Type parameter's symbol → what a subclass put in its place. */
    this.substitution = new Map();
    this.scope = "";
  }

  /** Reads types with type parameters replaced, as seen from the class `scope`. */
  within(scope, substitution, read) {
    const before = [this.scope, this.substitution];
    [this.scope, this.substitution] = [scope, substitution];
    const result = read();
    [this.scope, this.substitution] = before;
    return result;
  }

  /**
   * @param {import("typescript").Type} type
   * @returns {object | null} null: nothing can be said (any, a type parameter, a function)
   */
  of(type, depth = 0) {
    const { ts } = this.project;
    const has = (flag) => (type.flags & flag) !== 0;
    if (depth > DEPTH) return {};
    if (has(ts.TypeFlags.TypeParameter)) {
      const target = this.substitution.get(type.symbol);
      return target ? this.of(target, depth + 1) : null;
    }
    if (has(ts.TypeFlags.BooleanLike) && !type.isUnion()) return { type: "boolean" };
    if (type.isUnion()) return this.#union(type, depth);
    if (type.isStringLiteral()) return { type: "string", enum: [type.value] };
    if (type.isNumberLiteral()) return { type: "number", enum: [type.value] };
    if (has(ts.TypeFlags.StringLike)) return { type: "string" };
    if (has(ts.TypeFlags.NumberLike)) return { type: "number" };
    if (has(ts.TypeFlags.Null)) return { type: "null" };
    if (has(ts.TypeFlags.Object) || type.isIntersection()) return this.#object(type, depth);
    return null;
  }

  #union(type, depth) {
    const { ts } = this.project;
    const absent = ts.TypeFlags.Undefined | ts.TypeFlags.Void;
    const members = type.types.filter((member) => !(member.flags & absent));
    const nullable = members.some((member) => member.flags & ts.TypeFlags.Null);
    const rest = members.filter((member) => !(member.flags & ts.TypeFlags.Null));
    if (rest.every((member) => member.flags & ts.TypeFlags.BooleanLike)) {
      return withNull({ type: "boolean" }, nullable);
    }
    if (rest.length > 1 && rest.every((member) => member.isStringLiteral())) {
      return withNull({ type: "string", enum: rest.map((member) => member.value) }, nullable);
    }
    const schemas = rest.map((member) => this.of(member, depth + 1));
    if (schemas.some((schema) => schema === null)) return {};
    const distinct = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
    return withNull(distinct.length === 1 ? distinct[0] : { anyOf: distinct }, nullable);
  }

  #object(type, depth) {
    const { checker } = this;
    const name = type.symbol?.name;
    if (checker.isArrayType(type) || checker.isTupleType(type)) {
      const [element] = checker.getTypeArguments(type);
      return { type: "array", items: (element && this.of(element, depth + 1)) ?? {} };
    }
    if (name === "Date" || name === "DateTime") return { type: "string", format: "date-time" };
    if (type.getCallSignatures().length) return null;
    const index = type.getStringIndexType() ?? type.getNumberIndexType();
    const members = type.getProperties().filter((symbol) => this.#isData(symbol));
    if (index && !members.length) {
      return { type: "object", additionalProperties: this.of(index, depth + 1) ?? true };
    }
    if (!members.length || !members.some((symbol) => this.#declarationOf(symbol))) return { type: "object" };
    return this.#component(type, members, index, depth);
  }

  #component(type, members, index, depth) {
    const scope = this.#mentionsParameter(type) ? this.scope : "";
    const named = this.names.get(scope) ?? this.names.set(scope, new Map()).get(scope);
    const known = named.get(type);
    if (known) return { $ref: `#/components/schemas/${known}` };
    const label = (type.aliasSymbol?.name ?? type.symbol?.name ?? "Inline").replace(/\W+/g, "") || "Inline";
    let name = label;
    for (let count = 2; name in this.components; count += 1) name = `${label}${count}`;
    named.set(type, name);
    const schema = { type: "object", required: [], properties: {} };
    this.components[name] = schema;
    for (const member of members) {
      const memberType = this.checker.getTypeOfSymbol(member);
      schema.properties[member.name] = this.of(memberType, depth + 1) ?? {};
      if (!(member.flags & this.project.ts.SymbolFlags.Optional)) schema.required.push(member.name);
      this.#remember(name, member);
    }
    if (index) schema.additionalProperties = this.of(index, depth + 1) ?? true;
    if (!schema.required.length) delete schema.required;
    return { $ref: `#/components/schemas/${name}` };
  }

  #mentionsParameter(type) {
    const given = type.aliasTypeArguments ?? this.checker.getTypeArguments(type.target ? type : {}) ?? [];
    return given.some((it) => it.flags & this.project.ts.TypeFlags.TypeParameter);
  }

  #isData(symbol) {
    const { ts } = this.project;
    if (symbol.flags & (ts.SymbolFlags.Method | ts.SymbolFlags.Accessor | ts.SymbolFlags.Prototype)) return false;
    const type = this.checker.getTypeOfSymbol(symbol);
    return !type.getCallSignatures().length && !symbol.name.startsWith("__");
  }

  #declarationOf(symbol) {
    return (symbol.declarations ?? []).find((node) => {
      const file = node.getSourceFile().fileName;
      return !file.includes("node_modules") && !/\.(?:vue|svelte)$/.test(file) && node.name;
    });
  }

  #remember(component, symbol) {
    const { ts } = this.project;
    if (!/^[A-Za-z_$][\w$]*$/.test(symbol.name)) return;
    for (const node of symbol.declarations ?? []) {
      const source = node.getSourceFile();
      const outside = source.fileName.includes("node_modules") || /\.(?:vue|svelte)$/.test(source.fileName);
      // An assignment declares a member where the type is inferred from a schema: `z.object({ name: z.string() })`.
      const declares = [ts.isPropertySignature, ts.isPropertyDeclaration, ts.isPropertyAssignment];
      if (outside || !node.name || !declares.some((is) => is(node))) continue;
      const file = path.relative(this.project.root, source.fileName);
      const quoted = ts.isStringLiteral(node.name) ? 1 : 0;
      const start = node.name.getStart(source) + quoted;
      const key = `${file}:${start}`;
      const holders = [ts.isInterfaceDeclaration, ts.isTypeAliasDeclaration, ts.isClassDeclaration];
      holders.push(ts.isVariableDeclaration);
      const holder = ts.findAncestor(node.parent, (it) => holders.some((is) => is(it)));
      const owner = holder?.name?.getText(source) ?? "(literal)";
      const entry = this.properties.get(key) ?? { key, name: symbol.name, owner, file, start, components: [] };
      entry.components.push(component);
      this.properties.set(key, entry);
    }
  }
}

function withNull(schema, nullable) {
  return nullable ? { anyOf: [schema, { type: "null" }] } : schema;
}

/** `["rows"]` of `response.data?.rows || []`: what is read of the body. A body's own `data` is an envelope. */
export function keysBelowData(ts, expression) {
  let at = expression;
  while (ts.isBinaryExpression(at) || ts.isParenthesizedExpression(at)) at = at.left ?? at.expression;
  const keys = [];
  for (; ts.isPropertyAccessExpression(at); at = at.expression) {
    if (at.name.text === "data") return keys;
    keys.unshift(at.name.text);
  }
  return [];
}

/** The schema of what holds a value below these keys. */
export function under(keys, schema) {
  const inside = (inner, key) => ({ type: "object", properties: { [key]: inner }, required: [key] });
  return keys.reduceRight(inside, schema);
}
