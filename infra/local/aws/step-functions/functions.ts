import { createHash } from 'node:crypto';
import { isArray, isJson, parseJson, type Json } from './json.ts';

/**
 * The functions that AWS adds to JSONata. Functions that return a different result each time, such as `$uuid`, are left
 * out: `expression-rules.ts` refuses them. Source: Developer Guide, "Transforming data with JSONata in Step Functions".
 */
export const addedFunctions: readonly {
  readonly name: string;
  readonly signature: string;
  readonly run: (...values: unknown[]) => unknown;
}[] = [
  { name: 'partition', signature: '<an:a>', run: (array, size) => partition(array, size) },
  { name: 'range', signature: '<nnn:a>', run: (first, last, step) => range(first, last, step) },
  { name: 'hash', signature: '<ss:s>', run: (content, algorithm) => hash(content, algorithm) },
  { name: 'parse', signature: '<s:x>', run: (text) => parse(text) },
];

const longestRange = 1000;
const algorithms: ReadonlyMap<string, string> = new Map([
  ['MD5', 'md5'],
  ['SHA-1', 'sha1'],
  ['SHA-256', 'sha256'],
  ['SHA-384', 'sha384'],
  ['SHA-512', 'sha512'],
]);

function partition(array: unknown, size: unknown): (readonly Json[])[] {
  if (!isJson(array) || !isArray(array)) throw new Error('$partition needs an array of JSON values');
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
    throw new Error('the chunk size of $partition must be a whole number above zero');
  const chunks: (readonly Json[])[] = [];
  for (let start = 0; start < array.length; start += size) chunks.push(array.slice(start, start + size));
  return chunks;
}

function range(first: unknown, last: unknown, step: unknown): number[] {
  if (typeof first !== 'number' || typeof last !== 'number' || typeof step !== 'number')
    throw new Error('$range needs three numbers');
  if (![first, last, step].every(Number.isInteger) || step === 0)
    throw new Error('$range needs whole numbers and a step that is not zero');
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > longestRange) throw new Error(`$range gives at most ${longestRange} values`);
  const values = Array.from({ length }, (_, index) => first + index * step);
  // The result is a JSONata sequence, as recorded on AWS. JSONata turns a sequence with one value into that value:
  // `$range(1, 1, 1)` is 1.
  return Object.defineProperty(values, 'sequence', { value: true, enumerable: false });
}

function hash(content: unknown, algorithm: unknown): string {
  const name = typeof algorithm === 'string' ? algorithms.get(algorithm) : undefined;
  if (typeof content !== 'string' || name === undefined)
    throw new Error(`$hash needs a string and one of ${[...algorithms.keys()].join(', ')}`);
  return createHash(name).update(content).digest('hex');
}

function parse(text: unknown): Json {
  const parsed = parseJson(typeof text === 'string' ? text : '');
  if (!parsed.ok) throw new Error('the argument of $parse is not a JSON text');
  return parsed.value;
}
