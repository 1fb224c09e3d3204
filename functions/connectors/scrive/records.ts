import type { Unreadable } from '#domain/json-reader.ts';
import type { AttachmentSource, Candidate } from '../sdk/connector.ts';
import { valueSchema, type VendorFields } from '../sdk/vendor-values.ts';
import { resources } from './resources.ts';
import { consentsOf, filled, personalData, valueOf, type Document, type HistoryEvent, type Party } from './wire.ts';

/** A party of a document as a record of its own, with what the party uploaded. */
export function partyRecord(document: Document, party: Party): Candidate {
  return {
    resource: 'signing-party',
    id: partyId(document, party),
    data: filled({
      ...personalData(party),
      consents: consentsOf(party),
      uploaded: party.attachments.filter(({ file_id: file }) => hasText(file)).map(({ name }) => name),
      ...known('signing-party', party),
    }),
    attachments: party.attachments.flatMap((upload) => uploadedFile(document, upload)),
  };
}

/**
 * The document around the person's part in it, with the main file: sealed once all have signed. What other parties
 * entered is in one field of its own, so that it can be left out.
 */
export function documentRecord(document: Document, own: readonly Party[]): Candidate {
  const others = document.parties.filter((party) => !own.includes(party));
  const [first] = own;
  const file = document.sealed_file ?? document.file;
  const main: AttachmentSource = {
    id: `document-${document.id}`,
    title: document.title === '' ? 'Dokument' : document.title,
    mediaType: 'application/pdf',
    fetch: { call: 'mainFile', path: { document: document.id, name: 'document.pdf' } },
  };
  return {
    resource: 'document',
    id: document.id,
    data: filled({ ...known('document', document), other_parties: others.map(personalData) }),
    ...(first === undefined ? {} : { partOf: { resource: 'signing-party', id: partyId(document, first) } }),
    attachments: file === undefined || file === null ? [] : [main],
  };
}

/**
 * The entries of the log that are about one party. Scrive names the party as on the document, so entries are left out
 * when two parties of the document bear the same name. `events` are newest first; numbers count from the oldest.
 */
export function historyRecords(
  document: Document,
  party: Party,
  events: readonly HistoryEvent[],
): readonly Candidate[] {
  const name = nameOf(party);
  if (name === '' || document.parties.filter((one) => nameOf(one) === name).length > 1) return [];
  return events.flatMap((event, index) =>
    event.party === name
      ? [
          {
            resource: 'history',
            id: `${document.id}-${events.length - index}`,
            data: filled(known('history', event)),
            partOf: { resource: 'signing-party', id: partyId(document, party) },
          },
        ]
      : [],
  );
}

/** Stands for the entries of the log about one party, where the log cannot be read. */
export function unreadHistory(document: Document, party: Party, text: Unreadable): Candidate {
  return {
    resource: 'history',
    id: document.id,
    data: { text },
    partOf: { resource: 'signing-party', id: partyId(document, party) },
  };
}

function uploadedFile(document: Document, upload: Party['attachments'][number]): readonly AttachmentSource[] {
  if (!hasText(upload.file_id)) return [];
  const name = upload.file_name ?? upload.name;
  return [
    {
      id: `upload-${upload.file_id}`,
      title: upload.name,
      mediaType: mediaTypeOf(name),
      fetch: { call: 'file', path: { document: document.id, file: upload.file_id, name: 'attachment' } },
    },
  ];
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

/** Party ids are unique in Scrive already; the document's makes them findable. */
function partyId(document: Document, party: Party): string {
  return `${document.id}-${party.id}`;
}

function nameOf(party: Party): string {
  return `${valueOf(party, 'name', 1)} ${valueOf(party, 'name', 2)}`.trim();
}

function hasText(value: string | null | undefined): value is string {
  return value !== undefined && value !== null && value !== '';
}

/** The annotated fields only: the rest is layout, addresses to be sent back to, and keys to the document. */
function known(resource: keyof typeof resources, record: Readonly<Record<string, unknown>>): VendorFields {
  return Object.fromEntries(
    Object.keys(resources[resource].fields).flatMap((name) => {
      const value = valueSchema.safeParse(record[name]);
      return Object.hasOwn(record, name) && value.success ? [[name, value.data] as const] : [];
    }),
  );
}
