import assert from 'node:assert/strict';
import type { Json } from '#domain/json.ts';
import { ConnectorFailure, type FailureCode } from './failure.ts';
import type { TestPerson } from './fake.ts';

/**
 * Requires that the search fails with a `ConnectorFailure` that has one of these codes. Neither the error nor its
 * causes may contain a value in `hidden`. If the check fails, its message begins with `situation`.
 */
export async function mustFail(
  run: Promise<unknown>,
  codes: readonly FailureCode[],
  situation: string,
  hidden: readonly string[],
): Promise<void> {
  const error = await run.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error !== undefined, `${situation}: the search ended without an error`);
  assert.ok(error instanceof ConnectorFailure, `${situation}: the error is ${nameOf(error)}, not ConnectorFailure`);
  assert.ok(codes.includes(error.code), `${situation}: the code is ${error.code}, not ${codes.join(' or ')}`);
  mustHide(error, situation, hidden);
}

/** Requires that an error contains none of these values in its message, its stack, its fields or its causes. */
export function mustHide(error: unknown, situation: string, hidden: readonly string[]): void {
  const text = textsOf(error, 0).join('\n').toLowerCase();
  const told = hidden.filter((value) => text.includes(value.toLowerCase()));
  assert.equal(told.length, 0, `${situation}: the error contains ${told.length} personal or secret values`);
}

/**
 * The values that no error may contain: the addresses, the family name and the numbers of the person, and the values of
 * the secret, each also percent-encoded. Numbers are listed with and without the country code or century. A value of at
 * most three characters is not listed, because an error can contain it by chance.
 */
export function hiddenValues(person: TestPerson, secret: Json): readonly string[] {
  const values = [
    ...person.emails,
    person.familyName,
    ...(person.phone === undefined ? [] : [person.phone, person.phone.slice(3)]),
    ...(person.personnummer === undefined ? [] : [person.personnummer, person.personnummer.slice(2)]),
    ...leavesOf(secret),
  ].filter((value) => value.length > 3);
  return values.flatMap((value) => [value, encodeURIComponent(value)]);
}

function leavesOf(json: Json): readonly string[] {
  if (typeof json === 'string') return [json];
  return typeof json === 'object' && json !== null ? Object.values(json).flatMap(leavesOf) : [];
}

function textsOf(error: unknown, depth: number): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = [error.message, error.stack ?? '', JSON.stringify(error)];
  return depth > 5 || error.cause === undefined ? own : [...own, ...textsOf(error.cause, depth + 1)];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
