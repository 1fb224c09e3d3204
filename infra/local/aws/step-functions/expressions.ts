import jsonata from 'jsonata';
import { addedFunctions } from './functions.ts';
import { isArray, isObject, type Json, type JsonObject } from './json.ts';

/** The names that an expression can use: `$states`, and the variables. */
export interface Bindings {
  readonly states: JsonObject;
  readonly variables: JsonObject;
}

export type Evaluated =
  | { readonly ok: true; readonly value: Json }
  /** `problem` is a sentence in the wording of AWS, without the name of the state. */
  | { readonly ok: false; readonly location: string; readonly problem: string };

export type ExpectedType = 'array' | 'boolean' | 'integer' | 'string';

const compiled = new Map<string, jsonata.Expression>();
const mostCompiled = 5000;

/** The text between `{%` and `%}`; `undefined` if the text is not an expression. */
export function expressionIn(text: string): string | undefined {
  return text.length >= 4 && text.startsWith('{%') && text.endsWith('%}') ? text.slice(2, -2).trim() : undefined;
}

/** Parses an expression, with the functions that AWS adds. Throws jsonata's error if the expression does not parse. */
export function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  const expression = jsonata(source);
  for (const { name, signature, run } of addedFunctions) expression.registerFunction(name, run, signature);
  if (compiled.size >= mostCompiled) compiled.clear();
  compiled.set(source, expression);
  return expression;
}

/**
 * Evaluates a template, which is a JSON value. Every string `{% ... %}` in it, at any depth, is replaced by the value
 * of its expression.
 */
export async function evaluateTemplate(template: Json, location: string, bindings: Bindings): Promise<Evaluated> {
  if (typeof template === 'string') {
    const source = expressionIn(template);
    return source === undefined ? { ok: true, value: template } : evaluate(source, location, bindings);
  }
  if (isArray(template)) {
    const values: Json[] = [];
    for (const [index, part] of template.entries()) {
      const result = await evaluateTemplate(part, `${location}[${index}]`, bindings);
      if (!result.ok) return result;
      values.push(result.value);
    }
    return { ok: true, value: values };
  }
  if (isObject(template)) {
    const entries: [string, Json][] = [];
    for (const [key, part] of Object.entries(template)) {
      const result = await evaluateTemplate(part, `${location}/${key}`, bindings);
      if (!result.ok) return result;
      entries.push([key, result.value]);
    }
    return { ok: true, value: Object.fromEntries(entries) };
  }
  return { ok: true, value: template };
}

/** Evaluates a template as `evaluateTemplate` does. Fails if the value does not have the type `expected`. */
export async function evaluateAs(
  expected: ExpectedType,
  template: Json,
  location: string,
  bindings: Bindings,
): Promise<Evaluated> {
  const result = await evaluateTemplate(template, location, bindings);
  if (!result.ok || hasType(result.value, expected)) return result;
  const source = typeof template === 'string' ? expressionIn(template) : undefined;
  return {
    ok: false,
    location,
    problem: `The JSONata expression '${source ?? JSON.stringify(template)}' specified for the field '${location}' returned an unexpected result type. Expected '${expected}', but was '${typeName(result.value)}' for value: ${JSON.stringify(result.value)}`,
  };
}

async function evaluate(source: string, location: string, bindings: Bindings): Promise<Evaluated> {
  const subject = `The JSONata expression '${source}' specified for the field '${location}'`;
  try {
    // JSONata adds a property to the arrays that it receives, so it receives a copy.
    const scope = structuredClone({ ...bindings.variables, states: bindings.states });
    const raw: unknown = await compile(source).evaluate(undefined, scope);
    if (raw === undefined) return { ok: false, location, problem: `${subject} returned nothing (undefined).` };
    const value = toJson(raw);
    if (value === undefined)
      return { ok: false, location, problem: `${subject} returned a value that is not a JSON value.` };
    return { ok: true, value };
  } catch (error) {
    return { ok: false, location, problem: `${subject} threw an error during evaluation. ${proseOf(error)}` };
  }
}

/**
 * Copies JSONata's result as plain JSON. Returns `undefined` if the result contains a function or a number that JSON
 * cannot represent.
 */
function toJson(value: unknown): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value + 0 : undefined;
  if (Array.isArray(value)) {
    const parts: Json[] = [];
    for (const part of value) {
      const clean = toJson(part);
      if (clean === undefined) return undefined;
      parts.push(clean);
    }
    return parts;
  }
  if (typeof value !== 'object' || value instanceof RegExp) return undefined;
  if ('_jsonata_lambda' in value || '_jsonata_function' in value) return undefined;
  const entries: [string, Json][] = [];
  for (const [key, part] of Object.entries(value)) {
    const clean = toJson(part);
    if (clean === undefined) return undefined;
    entries.push([key, clean]);
  }
  return Object.fromEntries(entries);
}

function proseOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? `${error.code}: ` : '';
  return `${code}${'message' in error && typeof error.message === 'string' ? error.message : 'unknown error'}`;
}

function hasType(value: Json, expected: ExpectedType): boolean {
  switch (expected) {
    case 'array':
      return isArray(value);
    case 'integer':
      return typeof value === 'number' && Number.isInteger(value);
    case 'boolean':
    case 'string':
      return typeof value === expected;
  }
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return isArray(value) ? 'array' : typeof value;
}
