import type { Identifier, IdentifierKind, RawIdentifier } from '#domain/identifiers/identifier.ts';
import { normalise, type NormaliseContext } from '#domain/identifiers/normalise.ts';
import { ownNumberKinds } from '#domain/identifiers/number-formats.ts';

/**
 * Normalises an identifier as a system spells it, with the number formats of the case's controller. `undefined` if the
 * text is no identifier.
 *
 * A customer, order or contract number that does not have the controller's format is kept as the system spells it,
 * because the system may have issued it. It is equal only to exactly the same text.
 */
export function normaliseRaw(raw: RawIdentifier, context: NormaliseContext): Identifier | undefined {
  const result = normalise(raw.kind, raw.value, context);
  if (result.valid) return result.identifier;
  if (result.reason !== 'not-in-the-format' || !isOwnNumber(raw.kind)) return undefined;
  return { kind: raw.kind, value: raw.value.trim() };
}

function isOwnNumber(kind: IdentifierKind): boolean {
  return ownNumberKinds.some((one) => one === kind);
}
