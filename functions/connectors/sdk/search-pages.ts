import { canonical } from '#domain/canonical/canonical.ts';
import { annotationOf } from '#domain/findings/annotation.ts';
import { keyText, sorter, type Placed } from '#domain/findings/belonging.ts';
import type { HeldIdentifier, RecordKey, Taught } from '#domain/findings/finding.ts';
import type { Knowledge } from '#domain/findings/knowledge.ts';
import { sameIdOf } from '#domain/findings/same-id.ts';
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

/** A candidate, with what `identifiersIn` has read from its identifying fields. */
export interface IdentifiedCandidate extends Candidate {
  readonly identifiers: readonly HeldIdentifier[];
  readonly isUnclear: boolean;
}

export interface SortedPage extends Placed<IdentifiedCandidate> {
  /**
   * All identifiers in the person's and the disputed records on this page whose kind is in `learns` of the connector.
   * Identifiers that were known before are included.
   */
  readonly taught: readonly Taught[];
  readonly next: Json;
}

export interface SearchInput extends Knowledge {
  /** The identifiers with which this wave searches. */
  readonly wanted: readonly Identifier[];
  readonly cursor: Json;
  /** The records that staff adopted as the person's. Absent: none. */
  readonly adopted?: readonly RecordKey[];
  /**
   * The records on the pages that are already stored. `belonging` are the person's records of this search and of
   * earlier waves. `apart` are the disputed and possible records of this search. `unplaced` are parts of this search
   * whose containing record was not on a stored page.
   */
  readonly before: {
    readonly belonging: Iterable<RecordKey>;
    readonly unplaced: Iterable<IdentifiedCandidate>;
    readonly apart: Iterable<RecordKey>;
    /** All records of this search and of earlier waves, whether they belong to the person or not. */
    readonly given: Iterable<GivenRecord>;
  };
  /** What normalisation needs to know, such as today's date and the formats of the controller's customer numbers. */
  readonly reading: NormaliseContext;
}

/**
 * Runs the search of a connector and yields its pages. Each page has its records in the lists of `Placed`: the
 * person's, disputed, possible and unplaced. The page whose `next` is `null` is the last. If no identifier is of a kind
 * that the connector accepts, there is no page.
 *
 * Throws `cursor-loop` if the connector returns a cursor twice. Throws `unexpected-answer` if a field is not described
 * in `resources`, or if the search ends without a last page.
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
  const adopted = new Set(input.adopted?.map(keyText));
  const sort = sorter<IdentifiedCandidate>(byFields, input.before, (record) => adopted.has(keyText(record)));
  // The connector passes the id that the system gave, even if the record is stored under another id (`7 [2]`).
  const adoptedIds = new Set(input.adopted?.map(({ resource, id }) => keyText({ resource, id: sameIdOf(id) ?? id })));
  const nameOf = namesOf(input.before.given);
  const cursors = new Set([canonical(input.cursor)]);
  const pages = installed.search(requester, {
    identifiers,
    cursor: input.cursor,
    isPerson: (record) => adoptedIds.has(keyText(record)) || byFields.whose(held(record)).says === 'the-person',
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
    throw new ConnectorFailure(
      'unexpected-answer',
      `${candidate.resource} is not declared in the resources of the connector`,
    );
  const unknown = Object.keys(candidate.data).find((field) => annotationOf(resource, field) === undefined);
  if (unknown !== undefined)
    throw new ConnectorFailure(
      'unexpected-answer',
      `${candidate.resource}.${unknown} is not described in the resources of the connector`,
    );
}
