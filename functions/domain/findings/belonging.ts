import type { Identifier, IdentifierKind } from '../identifiers/identifier.ts';
import type { RawIdentifier, RecordKey } from './finding.ts';

/** What belonging is decided on: a candidate record as a connector gives it. */
export interface BelongingCandidate extends RecordKey {
  readonly identifiers: readonly RawIdentifier[];
  readonly partOf?: RecordKey;
}

export interface Belonging<Candidate> {
  readonly belongs: readonly Candidate[];
  /** Nothing verified ties these to the person: a human may look at them in the system itself. */
  readonly possible: readonly RecordKey[];
  /** Identifiers of records that belong, normalised, of kinds that may be learned; includes those already known. */
  readonly taught: readonly Identifier[];
  /** Records that belong and are part of no other: what parts on later pages can point at. */
  readonly roots: readonly RecordKey[];
}

/**
 * Decides which candidates belong to the person: those with an identifier that, normalised, is exactly a verified one,
 * and the parts of such records. A vendor's search is a substring search (`jan@x.se` for `an@x.se`, customer 100 for
 * 10), so nothing enters an answer because a system returned it.
 */
export function decideBelonging<Candidate extends BelongingCandidate>(
  candidates: readonly Candidate[],
  context: {
    readonly verified: readonly Identifier[];
    /** `roots` of the earlier pages. */
    readonly knownRoots: readonly RecordKey[];
    readonly learns: readonly IdentifierKind[];
    readonly normalise: (raw: RawIdentifier) => Identifier | undefined;
  },
): Belonging<Candidate> {
  const verified = new Set(context.verified.map(identifierText));
  const known = new Set(context.knownRoots.map(keyText));
  const belongs: Candidate[] = [];
  const possible: RecordKey[] = [];
  const roots: RecordKey[] = [];
  const taught = new Map<string, Identifier>();
  for (const candidate of candidates) {
    const own = candidate.identifiers.flatMap((raw) => context.normalise(raw) ?? []);
    const tied = own.some((identifier) => verified.has(identifierText(identifier)));
    const part = candidate.partOf !== undefined && known.has(keyText(candidate.partOf));
    const key = { resource: candidate.resource, id: candidate.id };
    if (!tied && !part) {
      // Parts of a record that is only possible are not a second possible match.
      if (candidate.partOf === undefined) possible.push(key);
      continue;
    }
    belongs.push(candidate);
    known.add(keyText(key));
    if (candidate.partOf === undefined) roots.push(key);
    for (const identifier of own)
      if (tied && context.learns.includes(identifier.kind)) taught.set(identifierText(identifier), identifier);
  }
  return { belongs, possible, taught: [...taught.values()], roots };
}

/** One text per identifier, for sets. */
export function identifierText(identifier: Identifier): string {
  return `${identifier.kind}:${identifier.value}`;
}

function keyText(key: RecordKey): string {
  return `${key.resource}/${key.id}`;
}
