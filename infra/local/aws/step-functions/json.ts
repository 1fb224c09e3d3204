import * as z from 'zod';

/** A JSON value. The engine never modifies a value; it makes a new one. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonObject = { readonly [key: string]: Json };

export function isJson(value: unknown): value is Json {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object':
      return value === null || (Array.isArray(value) ? value : Object.values(value)).every(isJson);
    case 'bigint':
    case 'function':
    case 'symbol':
    case 'undefined':
      return false;
  }
}

export const jsonSchema = z.custom<Json>(isJson, { error: 'Value must be JSON' });

export function isArray(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export type ParsedJson = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };

/** Parses a JSON text. If the text is invalid, `problem` is the message of the parser. */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    if (isJson(value)) return { ok: true, value };
    return { ok: false, problem: 'Not a JSON value' };
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : 'Not a JSON text' };
  }
}

/** The number of UTF-8 bytes of the value as JSON without white space. AWS allows 256 KiB (`payloadLimitBytes`). */
export function byteSize(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
