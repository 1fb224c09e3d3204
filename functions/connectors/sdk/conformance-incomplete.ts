import { ExactNumber, type Json, type JsonObject } from '#domain/json.ts';

/** Two ways to make a complete response incomplete. `alter` removes records from the lists of the response. */
export const incompleteAnswers: readonly { readonly title: string; readonly alter: (answer: Json) => Json }[] = [
  { title: 'one record fewer', alter: (answer) => withLists(answer, (list) => list.slice(0, -1)) },
  { title: 'no records', alter: (answer) => withLists(answer, () => []) },
];

/**
 * Whether a response has a list and, in the response itself or in one of its objects, a field whose name contains
 * "total".
 */
export function tellsTotal(answer: unknown): boolean {
  if (!isObject(answer) || !Object.values(answer).some((value) => Array.isArray(value))) return false;
  const beside = Object.values(answer).flatMap((value) => (isObject(value) ? Object.keys(value) : []));
  return [...Object.keys(answer), ...beside].some((name) => /total/i.test(name));
}

/**
 * Copies a response and adds a field to each of its objects: `nobody_knows_0` to the outermost, `nobody_knows_1` to
 * those inside it, and so on.
 */
export function withUnknownFields(answer: Json, level = 0): Json {
  if (isList(answer)) return answer.map((item) => withUnknownFields(item, level));
  if (!isObject(answer)) return answer;
  const fields = Object.entries(answer).map(([name, value]): [string, Json] => [
    name,
    withUnknownFields(value, level + 1),
  ]);
  return Object.fromEntries([...fields, [`nobody_knows_${level}`, 'x']]);
}

function withLists(answer: Json, change: (list: readonly Json[]) => readonly Json[]): Json {
  if (!isObject(answer)) return answer;
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]): [string, Json] => [name, isList(value) ? change(value) : value]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}
