import { standInFor } from '#domain/findings/stand-in.ts';
import { Unreadable, unreadableIn } from '#domain/json-reader.ts';
import type { AttachmentSource, Candidate } from '../sdk/connector.ts';
import { unreadCandidate, UnreadRecord } from '../sdk/unread-record.ts';
import { nameIn, textIn, type VendorFields } from '../sdk/vendor-values.ts';
import { resources } from './resources.ts';
import {
  consentsOf,
  filled,
  nameOf,
  personalData,
  uploadsOf,
  type Document,
  type HistoryEvent,
  type Party,
  type Upload,
} from './wire.ts';

/** Makes a record of a party, with the files that the party uploaded. */
export function partyRecord(document: Document, party: Party): Candidate {
  const uploads = uploadsOf(party);
  return {
    resource: 'signing-party',
    id: partyId(document, party),
    data: filled({
      ...personalData(party),
      consents: consentsOf(party),
      uploaded: uploads.map((upload) => (upload instanceof UnreadRecord ? upload.reason : upload.name)),
      ...known('signing-party', party.data),
    }),
    attachments: uploads.flatMap((upload) => (upload instanceof UnreadRecord ? [] : [uploadedFile(document, upload)])),
  };
}

/** The candidate for a party that cannot be read. `index` is the position of the party in the document. */
export function unreadParty(document: Document, party: UnreadRecord, index: number): Candidate {
  const id = `${document.id}-${nameIn(party.data['id']) ?? standInFor(index + 1)}`;
  const data = filled(known('signing-party', party.data));
  return unreadCandidate({ resource: 'signing-party', id, data }, party, 'email');
}

/** The candidate for a document that cannot be read. The person may be one of its parties. */
export function unreadDocument(id: string, document: UnreadRecord): Candidate {
  return { resource: 'signing-party', id, data: { email: document.reason } };
}

/**
 * Makes a record of a document of the person, with its main file. Once everybody has signed, the main file is the
 * sealed file. The data of other parties are in the one field `other_parties`, which the package leaves out.
 */
export function documentRecord(document: Document, own: readonly Party[]): Candidate {
  const others = document.parties.flatMap((party) =>
    party instanceof UnreadRecord || own.includes(party) ? [] : [party],
  );
  const [first] = own;
  const file = document.sealed_file ?? document.file ?? null;
  const main: AttachmentSource = {
    id: `document-${document.id}`,
    title: textIn(document.data['title']) ?? 'Dokument',
    mediaType: 'application/pdf',
    fetch: { call: 'mainFile', path: { document: document.id, name: 'document.pdf' } },
  };
  return {
    resource: 'document',
    id: document.id,
    data: filled({ ...known('document', document.data), other_parties: others.map(personalData) }),
    ...(first === undefined ? {} : { partOf: { resource: 'signing-party', id: partyId(document, first) } }),
    attachments: file === null ? [] : [main],
  };
}

/**
 * The log entries about one party. Scrive's log names a party by the name in the document. If two parties have the same
 * name, nobody can tell whose an entry is, and no entry is returned.
 *
 * `events` begins with the newest entry. The ids count from the oldest entry (`<document>-1`), so they stay the same
 * when Scrive adds entries.
 */
export function historyRecords(
  document: Document,
  party: Party,
  events: readonly HistoryEvent[],
): readonly Candidate[] {
  const name = nameOf(party);
  if (name === undefined) return [unreadHistory(document, party, new UnreadRecord(new Unreadable('another-shape')))];
  const names = document.parties.map((one) => (one instanceof UnreadRecord ? undefined : nameOf(one)));
  if (name === '' || names.filter((one) => one === name).length > 1) return [];
  return events.flatMap((event, index) =>
    event instanceof UnreadRecord || event.party !== name ? [] : [entry(document, party, events.length - index, event)],
  );
}

/**
 * Candidates for log entries that may be about `party`, but nobody can tell: the entry cannot be read, or it names no
 * party and one of its fields cannot be read.
 */
export function unreadEntries(document: Document, party: Party, events: readonly HistoryEvent[]): readonly Candidate[] {
  return events.flatMap((event, index) => {
    const candidate = entry(document, party, events.length - index, event);
    if (event instanceof UnreadRecord) return [unreadCandidate(candidate, event, 'text')];
    const isOfNobody = (event.party ?? '') === '';
    return isOfNobody && unreadableIn(candidate.data) !== undefined ? [candidate] : [];
  });
}

function entry(document: Document, party: Party, number: number, { data }: { readonly data: VendorFields }): Candidate {
  return {
    resource: 'history',
    id: `${document.id}-${number}`,
    data: filled(known('history', data)),
    partOf: { resource: 'signing-party', id: partyId(document, party) },
  };
}

/** One candidate in place of all log entries about a party, for a log that cannot be read. */
export function unreadHistory(document: Document, party: Party, history: UnreadRecord): Candidate {
  return {
    resource: 'history',
    id: document.id,
    data: { text: history.reason },
    partOf: { resource: 'signing-party', id: partyId(document, party) },
  };
}

function uploadedFile(document: Document, { id, name, fileName }: Upload): AttachmentSource {
  return {
    id: `upload-${id}`,
    title: name,
    mediaType: mediaTypeOf(fileName),
    fetch: { call: 'file', path: { document: document.id, file: id, name: 'attachment' } },
  };
}

function mediaTypeOf(name: string): string {
  switch (name.slice(name.lastIndexOf('.') + 1).toLowerCase()) {
    case 'pdf':
      return 'application/pdf';
    case 'png':
      return 'image/png';
    case 'jpg':
    case 'jpeg':
      return 'image/jpeg';
    default:
      return 'application/octet-stream';
  }
}

/** The ids of the document and of the party (`<document>-<party>`), so that staff can find the party in Scrive. */
function partyId(document: Document, party: Party): string {
  return `${document.id}-${party.id}`;
}

/**
 * The fields of a record that `resources` describes. The other fields are layout, callback URLs, and access tokens of
 * the document.
 */
function known(resource: keyof typeof resources, record: VendorFields): VendorFields {
  return Object.fromEntries(
    Object.keys(resources[resource].fields).flatMap((name) =>
      Object.hasOwn(record, name) ? [[name, record[name] ?? null] as const] : [],
    ),
  );
}
