import { identifierText, type IdentifierKind } from '../identifiers/identifier.ts';
import { stronger } from '../identifiers/weight.ts';
import type { Tie } from './belonging.ts';
import type { HeldIdentifier, Taught } from './finding.ts';

interface Teaching {
  readonly identifiers: readonly HeldIdentifier[];
}

/**
 * The identifiers in records that staff may accept as the person's, of the kinds in `learns`. They come from records
 * that belong to the person by their own identifiers, and from disputed records. Those from disputed records are marked
 * as disputed. A part that belongs to the person only through its record adds no identifiers.
 */
export function taughtBy(
  belongs: readonly (Teaching & { readonly tie: Tie })[],
  disputed: readonly Teaching[],
  learns: readonly IdentifierKind[],
): readonly Taught[] {
  const found = (records: readonly Teaching[], isDisputed: boolean): readonly Taught[] =>
    records.flatMap(({ identifiers }) =>
      identifiers
        .filter(({ kind }) => learns.includes(kind))
        .map(({ kind, value, weight }) => ({ kind, value, weight, disputed: isDisputed })),
    );
  return best([
    ...found(
      belongs.filter(({ tie }) => tie.as !== 'part'),
      false,
    ),
    ...found(disputed, true),
  ]);
}

/** Each identifier once. A record that belongs to the person takes precedence over a disputed record. */
export function best(all: readonly Taught[]): readonly Taught[] {
  const kept = new Map<string, Taught>();
  for (const one of all) {
    const known = kept.get(identifierText(one));
    if (known === undefined || (known.disputed && !one.disputed)) kept.set(identifierText(one), one);
    else if (known.disputed === one.disputed)
      kept.set(identifierText(one), { ...known, weight: stronger(known.weight, one.weight) });
  }
  return [...kept.values()];
}
