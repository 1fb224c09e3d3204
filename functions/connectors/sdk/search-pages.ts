import { canonical } from '#domain/canonical/canonical.ts';
import { annotationOf } from '#domain/findings/annotation.ts';
import { sorter, type Placed } from '#domain/findings/belonging.ts';
import type { HeldIdentifier, RecordKey, Taught } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { whoseBy } from '#domain/findings/whose.ts';
import { taughtBy } from '#domain/findings/taught.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import type { NormaliseContext } from '#domain/identifiers/normalise.ts';
import type { Json } from '#domain/json.ts';
import type { AnyConnector, Candidate, InstalledConnector, Requester } from './connector.ts';
import { ConnectorFailure } from './failure.ts';
import { identifiersIn, type Identified, type IdentifiedRecord } from './identifying.ts';
import { normaliseRaw } from './normalise-raw.ts';
import { namesOf, type GivenRecord } from './same-id.ts';

/** A record, and the identifiers in its declared fields. */
export interface IdentifiedCandidate extends Candidate {
  readonly identifiers: readonly HeldIdentifier[];
  readonly isUnclear: boolean;
}

export interface SortedPage extends Placed<IdentifiedCandidate> {
  /** Identifiers in records of this page, of the kinds in `learns`. Identifiers that are already known are included. */
  readonly taught: readonly Taught[];
  readonly next: Json;
}

export interface SearchInput extends Knowledge {
  /** The verified identifiers with which the system is searched in this wave. */
  readonly wanted: readonly Identifier[];
  readonly cursor: Json;
  /** What the pages stored so far contain: `unplaced` and `apart` of this search, the others also of earlier waves. */
  readonly before: {
    readonly belonging: Iterable<RecordKey>;
    readonly unplaced: Iterable<IdentifiedCandidate>;
    readonly apart: Iterable<RecordKey>;
    /** All records of this search and of earlier waves, of the person and of others. */
    readonly given: Iterable<GivenRecord>;
  };
  /** The settings by which the case's controller reads identifiers. */
  readonly reading: NormaliseContext;
}

/**
 * The pages of one search. The records of each page are sorted into the person's and possible ones. The search ends
 * after the page whose `next` is `null`. A repeated cursor is a failure with `cursor-loop`, and a field without an
 * annotation is a failure with `unexpected-answer`.
 */
export async function* searchPages(
  connector: AnyConnector,
  installed: InstalledConnector,
  requester: Requester,
  input: SearchInput,
): AsyncGenerator<SortedPage, void, undefined> {
  const identifiers = input.wanted.filter(({ kind }) => connector.accepts.includes(kind));
  if (identifiers.length === 0) return;
  const held = (record: IdentifiedRecord): Identified =>
    identifiersIn(connector.identifying, record, (raw) => normaliseRaw(raw, input.reading));
  const byFields = whoseBy(input);
  const sort = sorter<IdentifiedCandidate>(byFields, input.before);
  const nameOf = namesOf(input.before.given);
  const cursors = new Set([canonical(input.cursor)]);
  const pages = installed.search(requester, {
    identifiers,
    cursor: input.cursor,
    isPerson: (record) => byFields.whose(held(record)).says === 'the-person',
  });
  for await (const page of pages) {
    for (const candidate of page.candidates) checkAnnotated(connector, candidate);
    const placed = sort(page.candidates.map((one) => ({ ...one, ...held(one), id: nameOf(one) })));
    const cursor = canonical(page.next);
    if (page.next !== null && cursors.has(cursor))
      throw new ConnectorFailure('cursor-loop', 'the system gave the same cursor twice');
    cursors.add(cursor);
    yield { ...placed, taught: taughtBy(placed.belongs, placed.disputed, connector.learns), next: page.next };
    if (page.next === null) return;
  }
  throw new ConnectorFailure('unexpected-answer', 'the search ended before the page whose next is null');
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
