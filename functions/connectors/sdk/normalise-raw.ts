import type { RawIdentifier } from '#domain/findings/finding.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { normalise } from '#domain/identifiers/normalise.ts';

/** An identifier as a system spells it, normalised; `undefined` when it is none. `today` is `YYYY-MM-DD`. */
export function normaliseRaw(raw: RawIdentifier, today: string): Identifier | undefined {
  const result = normalise(raw.kind, raw.value, { today });
  return result.valid ? result.identifier : undefined;
}
