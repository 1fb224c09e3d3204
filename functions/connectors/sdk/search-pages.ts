import { canonical } from '#domain/canonical/canonical.ts';
import { annotationOf } from '#domain/findings/annotation.ts';
import { decideBelonging, type Belonging } from '#domain/findings/belonging.ts';
import type { RecordKey } from '#domain/findings/finding.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { NormaliseContext } from '#domain/identifiers/normalise.ts';
import { sameIdentifier } from '#domain/identifiers/identifier.ts';
import type { Json } from '#domain/json.ts';
import type { AnyConnector, Candidate, InstalledConnector, Requester } from './connector.ts';
import { ConnectorFailure } from './failure.ts';
import { normaliseRaw } from './normalise-raw.ts';

export interface JudgedPage extends Belonging<Candidate> {
  readonly next: Json;
}

export interface SearchInput {
  /** Every verified identifier of the person. */
  readonly verified: readonly Identifier[];
  /** The verified identifiers to ask the system for in this wave. */
  readonly wanted: readonly Identifier[];
  readonly cursor: Json;
  /** `roots` of the pages that were kept before. */
  readonly knownRoots: readonly RecordKey[];
  /** How the controller of the case reads identifiers. */
  readonly reading: NormaliseContext;
}

/**
 * The pages of one search with what belongs to the person sorted out. Ends after the page whose `next` is `null`.
 * A cursor that does not move is a `cursor-loop` failure, a field without an annotation an `unexpected-answer`.
 */
export async function* searchPages(
  connector: AnyConnector,
  installed: InstalledConnector,
  requester: Requester,
  input: SearchInput,
): AsyncGenerator<JudgedPage, void, undefined> {
  const identifiers = input.wanted.filter(({ kind }) => connector.accepts.includes(kind));
  if (identifiers.length === 0) return;
  const normalise = (raw: Parameters<typeof normaliseRaw>[0]): Identifier | undefined =>
    normaliseRaw(raw, input.reading);
  const isPerson = (raws: readonly Parameters<typeof normaliseRaw>[0][]): boolean =>
    raws.some((raw) => {
      const one = normalise(raw);
      return one !== undefined && input.verified.some((known) => sameIdentifier(known, one));
    });
  const knownRoots = [...input.knownRoots];
  const cursors = new Set([canonical(input.cursor)]);
  const pages = installed.search(requester, { identifiers, cursor: input.cursor, isPerson });
  for await (const page of pages) {
    const judged = decideBelonging(page.candidates, {
      verified: input.verified,
      knownRoots,
      learns: connector.learns,
      normalise,
    });
    for (const candidate of judged.belongs) checkAnnotated(connector, candidate);
    knownRoots.push(...judged.roots);
    const cursor = canonical(page.next);
    if (page.next !== null && cursors.has(cursor))
      throw new ConnectorFailure('cursor-loop', 'the system gave the same cursor twice');
    cursors.add(cursor);
    yield { ...judged, next: page.next };
    if (page.next === null) return;
  }
  throw new ConnectorFailure('unexpected-answer', 'the search ended before its last page');
}

function checkAnnotated(connector: AnyConnector, candidate: Candidate): void {
  const { resources } = connector;
  const resource = Object.hasOwn(resources, candidate.resource) ? resources[candidate.resource] : undefined;
  if (resource === undefined)
    throw new ConnectorFailure('unexpected-answer', `${candidate.resource} is not a declared resource`);
  const unknown = Object.keys(candidate.data).find((field) => annotationOf(resource, field) === undefined);
  if (unknown !== undefined)
    throw new ConnectorFailure('unexpected-answer', `${candidate.resource}.${unknown} has no annotation`);
}
