import type * as z from 'zod';
import type { Json, JsonObject } from './json.ts';

/** What an operation answers: a result, or a service exception with its name and message. */
export type Reply =
  | { readonly ok: true; readonly body: JsonObject }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** An answer; fields without a value are left out. */
export function answer(body: Readonly<Record<string, Json | undefined>> = {}): Reply {
  const entries = Object.entries(body).flatMap(([key, value]): [string, Json][] =>
    value === undefined || value === null ? [] : [[key, value]],
  );
  return { ok: true, body: Object.fromEntries(entries) };
}

/** A service exception as the SDK names it, e.g. `ExecutionDoesNotExist`. */
export function refuse(code: string, message: string): Reply {
  return { ok: false, code, message };
}

/** The ValidationException for an input that does not have the operation's shape. */
export function invalidInput(error: z.ZodError): Reply {
  const problems = error.issues.map(
    ({ path, message }) => `Value at '${path.join('.')}' failed to satisfy constraint: ${message}`,
  );
  const count = `${problems.length} validation error${problems.length === 1 ? '' : 's'} detected`;
  return refuse('ValidationException', `${count}: ${problems.join('; ')}`);
}

/** Milliseconds to the seconds of AWS JSON. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}
