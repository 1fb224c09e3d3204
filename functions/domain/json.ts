import * as z from 'zod';

declare global {
  interface JSON {
    /**
     * Returns an object that `JSON.stringify` writes as `text`, unchanged (ECMAScript proposal "JSON.parse source text
     * access", in Node since 21).
     */
    rawJSON(text: string): object;
  }
}

/**
 * A number that a JavaScript number would alter: `12345678901234567890`, `1.10`, `1e400`, `-0`. `text` is the number as
 * it was written. `JSON.stringify` writes it in the same way.
 */
export class ExactNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): object {
    return JSON.rawJSON(this.text);
  }

  /** The nearest JavaScript number, for arithmetic and comparison. */
  valueOf(): number {
    return Number(this.text);
  }

  toString(): string {
    return this.text;
  }
}

/** Any JSON value, exactly as it was written. */
export type Json = null | boolean | number | string | ExactNumber | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

// How deeply a value may be nested. `isJson` is recursive, and the stack is large enough for this depth. Values from
// `readJson` are nested less deeply, even inside a larger value.
const deepest = 500;

export function isJson(value: unknown, depth = 0): value is Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      if (value === null || value instanceof ExactNumber) return true;
      if (depth > deepest) return false;
      if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
      return isPlain(value) && Object.values(value).every((item) => isJson(item, depth + 1));
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      return false;
  }
}

/** Whether a value is an object with names and values, and not a list or a number. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isJson(value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Checks a value, and returns the same object. A schema that copies objects would drop a field named `__proto__`. */
export const jsonSchema = z.custom<Json>(isJson, { error: 'must be JSON' });
export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject, { error: 'must be a JSON object' });
