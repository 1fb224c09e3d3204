import { Readable } from 'node:stream';
import type { AnyConnector, AttachmentSource } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import type { Client } from '#connectors/sdk/requester.ts';
import type { IdentifiedCandidate, SortedPage } from '#connectors/sdk/search-pages.ts';
import { isBlank, textIn, type VendorValue } from '#connectors/sdk/vendor-values.ts';
import { sha256 } from '#domain/canonical/canonical.ts';
import { keyText } from '#domain/findings/belonging.ts';
import type {
  ApartRecord,
  FindingsPage,
  KeptFinding,
  StoredAttachment,
  Unread,
  UnreadReason,
} from '#domain/findings/finding.ts';
import { isJsonObject } from '#domain/json.ts';
import { Unreadable, unreadableIn } from '#domain/json-reader.ts';
import { documentKey, type Findings } from '#store/findings.ts';

/** Identifies a page: its case, its system, the wave, the search within the wave, and its number. */
interface PageOf {
  readonly caseId: string;
  readonly system: string;
  readonly wave: number;
  /**
   * The number of the search within the wave: 0 is the first search. Each time that staff repeat the search, the number
   * rises.
   */
  readonly run: number;
  readonly page: number;
  /** When the system responded, ISO 8601. */
  readonly asOf: string;
}

interface Keeping {
  readonly findings: Findings;
  readonly connector: AnyConnector;
  /**
   * Documents that an earlier wave stored, by the key of their record (`keyText`). `keepPage` does not download them
   * again.
   */
  readonly documents: ReadonlyMap<string, readonly StoredAttachment[]>;
}

/**
 * Stores a page of a search and returns the stored page. `keepPage` downloads and stores the documents of the person's
 * records. For other records it stores only the fields, and how to download the documents, because a later decision of
 * staff on an identifier may make such a record the person's. If an earlier attempt stored this page, the earlier page
 * is returned.
 */
export async function keepPage(
  { findings, connector, documents }: Keeping,
  client: Client,
  of: PageOf,
  sorted: SortedPage,
): Promise<FindingsPage> {
  const { caseId, system, wave, run, page, asOf } = of;
  const kept: KeptFinding[] = [];
  const unread: Unread[] = [];
  for (const candidate of sorted.belongs) {
    const { finding, missing } = await keepRecord(findings, client, of, candidate, documents.get(keyText(candidate)));
    kept.push(finding);
    unread.push(...missing);
  }
  for (const { resource, id, data } of sorted.possible) {
    const reason = unreadIdentifier(connector, { resource, data });
    if (reason !== undefined) unread.push({ resource, id, document: null, certain: false, reason });
  }
  const content: FindingsPage = {
    v: 2,
    system,
    wave,
    page,
    asOf,
    findings: kept,
    unread,
    disputed: sorted.disputed.map((one) => ({ ...apart(one), by: [...one.by], against: [...one.against] })),
    possible: sorted.possible.map(apart),
    unplaced: sorted.unplaced.map(apart),
    learned: [...sorted.taught],
    next: sorted.next,
  };
  return await findings.putPage(caseId, content, run);
}

/**
 * Restores the candidate that the connector returned from a stored record of `unplaced`: a part of a record, such as a
 * row of an invoice, whose record was on none of the pages so far.
 */
export function candidateOf({ unreadable, data, partOf, attachments, ...one }: ApartRecord): IdentifiedCandidate {
  return {
    ...one,
    // `unplaced` contains only parts of records. A part belongs to the person of the record that contains it, so
    // unclear fields of the part do not matter.
    isUnclear: false,
    data: unreadable === null ? data : { unreadable: new Unreadable(unreadable) },
    ...(partOf === null ? {} : { partOf }),
    attachments: attachments.map(({ fetch: { call, path, query }, ...source }) => ({
      ...source,
      fetch: { call, ...(path === undefined ? {} : { path }), ...(query === undefined ? {} : { query }) },
    })),
  };
}

function apart({ resource, id, data, partOf, identifiers, attachments = [] }: IdentifiedCandidate): ApartRecord {
  const isReadable = isJsonObject(data);
  return {
    resource,
    id,
    data: isReadable ? data : {},
    unreadable: isReadable ? null : (unreadableIn(data) ?? 'not-text'),
    partOf: partOf ?? null,
    identifiers: [...identifiers],
    attachments: attachments.map(unfetched),
  };
}

function unfetched({
  fetch: { call, path, query = {} },
  ...source
}: AttachmentSource): ApartRecord['attachments'][number] {
  const asked = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return {
    id: source.id,
    title: source.title,
    mediaType: source.mediaType,
    fetch: { call, ...(path === undefined ? {} : { path: { ...path } }), query: Object.fromEntries(asked) },
  };
}

/**
 * Why an identifying field of a record, such as an e-mail address, cannot be read. Then nobody can tell whose record it
 * is. `undefined` if every identifying field can be read.
 */
function unreadIdentifier(
  { identifying }: AnyConnector,
  { resource, data }: Pick<IdentifiedCandidate, 'resource' | 'data'>,
): UnreadReason | undefined {
  const fields = Object.entries((Object.hasOwn(identifying, resource) ? identifying[resource] : undefined) ?? {});
  return fields
    .map(([field, { weight }]) => {
      const value = Object.hasOwn(data, field) ? (data[field] ?? null) : null;
      return unreadableIn(value) ?? (weight === 'own' && !isTextual(value) ? ('another-shape' as const) : undefined);
    })
    .find((reason) => reason !== undefined);
}

/**
 * Whether an identifier can be read from the value of a field: a text, a number, a list of texts and numbers, or no
 * value.
 */
function isTextual(value: VendorValue): boolean {
  if (Array.isArray(value)) return value.every((one: VendorValue) => isTextual(one));
  return isBlank(value) || typeof value === 'string' || textIn(value) !== undefined;
}

/** The result of `keepRecord`. `missing` lists the documents that could not be downloaded. */
interface Kept {
  readonly finding: KeptFinding;
  readonly missing: readonly Unread[];
}

async function keepRecord(
  findings: Findings,
  client: Client,
  of: PageOf,
  candidate: SortedPage['belongs'][number],
  keptBefore: readonly StoredAttachment[] | undefined,
): Promise<Kept> {
  const { resource, id, data, identifiers, tie } = candidate;
  const isReadable = isJsonObject(data);
  const attachments: StoredAttachment[] = [...(keptBefore ?? [])];
  const missing: Unread[] = [];
  // The documents of an unreadable record are not downloaded, because they mean little without the record.
  for (const source of isReadable && keptBefore === undefined ? (candidate.attachments ?? []) : []) {
    const stored = await keepDocument(findings, client, of, candidate, source);
    if ('key' in stored) attachments.push(stored);
    else missing.push({ resource, id, document: source.title, certain: true, reason: stored.reason });
  }
  const finding = {
    resource,
    id,
    data: isReadable ? data : {},
    partOf: candidate.partOf ?? null,
    attachments,
    identifiers: [...identifiers],
    tie: 'by' in tie ? { as: tie.as, by: [...tie.by] } : tie,
    unreadable: isReadable ? null : (unreadableIn(data) ?? 'not-text'),
  };
  return { finding, missing };
}

async function keepDocument(
  findings: Findings,
  client: Client,
  { caseId, system, run }: PageOf,
  candidate: IdentifiedCandidate,
  source: AttachmentSource,
): Promise<StoredAttachment | { readonly reason: UnreadReason }> {
  // If staff repeat a search, the document gets a new key, because the system may hold a changed document.
  const of = `${candidate.resource}/${candidate.id}/${source.id}`;
  const id = sha256(run === 0 ? of : `${run}/${of}`).slice(0, 32);
  const key = documentKey(caseId, system, id);
  try {
    const body = await client.download(source.fetch.call, source.fetch);
    const content = Readable.from(withFailure(body, source.fetch.call));
    const { bytes, sha256: hash } = await findings.putDocument(key, content);
    return { id: source.id, title: source.title, mediaType: source.mediaType, bytes, sha256: hash, key };
  } catch (error) {
    // If a document is too large or its URL is refused, every further attempt fails too. So the document is listed as
    // missing, and the search continues.
    if (error instanceof ConnectorFailure && (error.code === 'too-large' || error.code === 'address-refused'))
      return { reason: error.code };
    throw error;
  }
}

/**
 * Passes on the bytes of a document. If the download breaks off, the error becomes a `ConnectorFailure`, so that the
 * system counts as failed.
 */
async function* withFailure(
  body: AsyncIterable<Uint8Array>,
  call: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* body;
  } catch (error) {
    if (error instanceof ConnectorFailure) throw error;
    throw new ConnectorFailure('unavailable', `${call}: the download of the document broke off`, { cause: error });
  }
}
