import * as z from 'zod';
import { sha256 } from '#domain/canonical/canonical.ts';
import {
  startFakeServer,
  type FakeAnswer,
  type FakeRequest,
  type Fault,
  type Planted,
  type StartFake,
  type TestPerson,
} from '../sdk/fake.ts';
import { nearMissesOf } from '../sdk/near-misses.ts';
import { fakeDocument, type FakeDocument, type FakeDocumentInput } from './fake-documents.ts';

const secret = {
  apiToken: 'fake0consumer_1',
  apiSecret: 'fake0apisecret',
  accessToken: 'fake0access_1',
  accessSecret: 'fake0accesssecret',
};
const pageLimit = 100;

/** The error that Scrive returns for some seconds after the last signature, while it seals the file. */
export const sealedFileNotReady = {
  kind: 'status',
  status: 503,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({
    error_type: 'server_error',
    error_message: 'The sealed PDF for the document is not ready yet, please wait and try again.',
    http_code: 503,
  }),
  path: /\/files\/main\//,
} as const satisfies Omit<Fault, 'times'>;

/**
 * A stand-in for Scrive on 127.0.0.1. The stand-in checks the OAuth 1 header (PLAINTEXT), returns files, and has the
 * list filters that the connector uses. The text filter finds substrings anywhere in a document. As in Scrive, the
 * reported total is at most 1000 more than the offset.
 */
export const startFake: StartFake = async (options = {}) => {
  const documents = new Map<string, FakeDocument>();
  const guarded =
    (answer: (request: FakeRequest) => FakeAnswer) =>
    (request: FakeRequest): FakeAnswer =>
      isAuthorised(request.headers['authorization'] ?? '')
        ? answer(request)
        : failure(401, 'invalid_authorisation', 'No valid access credentials were provided.');
  const withDocument = (answer: (document: FakeDocument, request: FakeRequest) => FakeAnswer) =>
    guarded((request) => {
      const document = documents.get(request.params['document'] ?? '');
      return document === undefined
        ? failure(404, 'resource_not_found', 'The resource was not found.')
        : answer(document, request);
    });
  const fileOf = (document: FakeDocument, id: string): FakeAnswer => {
    const bytes = document.files.get(id);
    return bytes === undefined
      ? failure(404, 'resource_not_found', 'The resource was not found.')
      : { status: 200, bytes, mediaType: 'application/pdf' };
  };

  const server = await startFakeServer(
    [
      {
        method: 'GET',
        path: '/api/v2/documents/list',
        answer: guarded((request) => list([...documents.values()], request, options.pageSize ?? pageLimit)),
      },
      {
        method: 'GET',
        path: '/api/v2/documents/{document}/get',
        answer: withDocument(({ json }) => ({ status: 200, json })),
      },
      {
        method: 'GET',
        path: '/api/v2/documents/{document}/history',
        answer: withDocument(({ history }) => ({ status: 200, json: { events: history } })),
      },
      {
        method: 'GET',
        path: '/api/v2/documents/{document}/files/main/{name}',
        answer: withDocument((document) => fileOf(document, 'main')),
      },
      {
        method: 'GET',
        path: '/api/v2/documents/{document}/files/{file}/{name}',
        answer: withDocument((document, { params }) => fileOf(document, params['file'] ?? '')),
      },
    ],
    options.port,
  );
  const add = (input: FakeDocumentInput): FakeDocument => {
    const document = fakeDocument(input);
    documents.set(document.json.id, document);
    return document;
  };

  return {
    settings: { baseUrl: server.url },
    secret,
    plant(person) {
      // Documents that were planted for somebody else may have this person's address or personnummer. They would count
      // as this person's, so they are removed.
      for (const [id, { text }] of documents) if (isAbout(text, person)) documents.delete(id);
      for (const decoy of decoysOf(person)) add(decoy);
      return plantedOf(documentsOf(person).map((input) => add(input)));
    },
    fail: (fault) => server.fail(fault),
    heal: () => server.heal(),
    requests: () => server.requests(),
    // Scrive's tokens do not expire, so this does nothing.
    expireTokens: () => undefined,
    close: async () => await server.close(),
  };
};

/**
 * The person's documents: a signed one, and a rejected one in the trash. The rejected document contains only the
 * person's second address, so it is found only by this address.
 */
function documentsOf({
  givenName,
  familyName,
  emails,
  phone,
  personnummer,
  spelled,
}: TestPerson): readonly FakeDocumentInput[] {
  const [first = '', second] = emails;
  const common = { outcome: 'closed', trashed: false, remark: 'Ring före leverans.', month: '03' } as const;
  const name = { givenName, familyName };
  return [
    {
      ...common,
      key: `signed ${first}`,
      title: 'Avtal om hemleverans',
      signer: {
        ...name,
        email: first,
        phone: phone ?? '',
        personnummer: personnummer ?? '',
        ...(spelled === undefined ? {} : { spelled }),
      },
      withUpload: true,
    },
    ...(second === undefined
      ? []
      : [
          {
            ...common,
            key: `rejected ${second}`,
            title: 'Offert på kaffemaskin',
            signer: { ...name, email: second, phone: '', personnummer: '' },
            trashed: true,
            outcome: 'rejected' as const,
            withUpload: false,
          },
        ]),
  ];
}

/**
 * Documents of other people that a search for the person also finds. Each contains an address that resembles the
 * person's, and one also has the person's own address in a remark.
 */
function decoysOf(person: TestPerson): readonly FakeDocumentInput[] {
  return nearMissesOf(person, person.customerNumber ?? '').map((signer, index) => ({
    key: `decoy ${signer.email}`,
    title: 'Avtal om hemleverans',
    signer,
    trashed: index % 2 === 0,
    outcome: 'closed',
    withUpload: index === 1,
    // The list begins with the newest document. The person's documents are from month 03, so the first page begins with
    // one of these.
    month: '05',
    remark: index === 3 ? `Värvad av ${person.emails[0] ?? ''}` : 'Inga önskemål.',
  }));
}

function isAbout(text: string, { emails, personnummer }: TestPerson): boolean {
  const lines = text.split('\n');
  const number = personnummer === undefined ? [] : [`${personnummer.slice(0, 8)}-${personnummer.slice(8)}`];
  return [...emails.map((email) => email.toLowerCase()), ...number].some((one) => lines.includes(one));
}

function plantedOf(documents: readonly FakeDocument[]): Planted {
  return {
    records: documents.flatMap(({ json: { id }, history, signerParty, content }) => [
      { resource: 'signing-party', id: `${id}-${signerParty}`, data: content.party },
      { resource: 'document', id, data: content.document },
      // The log begins with the newest entry, and the first two entries are about the signer.
      ...[0, 1].map((index) => {
        const { time = null, status = null, text = null } = history[index] ?? {};
        return { resource: 'history', id: `${id}-${history.length - index}`, data: { time, status, text } };
      }),
    ]),
    documents: documents.flatMap(({ json: { id }, files }) =>
      [...files].map(([file, bytes]) => ({
        id: file === 'main' ? `document-${id}` : `upload-${file}`,
        sha256: sha256(bytes),
        mediaType: 'application/pdf',
      })),
    ),
  };
}

const listFilterSchema = z.array(
  z.discriminatedUnion('filter_by', [
    z.object({ filter_by: z.literal('text'), text: z.string() }),
    z.object({ filter_by: z.literal(['is_in_trash', 'is_not_in_trash']) }),
  ]),
);

function list(documents: readonly FakeDocument[], { query, sameCursor }: FakeRequest, mostPerPage: number): FakeAnswer {
  const filter = listFilterSchema.safeParse(parsed(query.get('filter') ?? '[]'));
  if (!filter.success)
    return failure(400, 'request_parameters_parse_error', "The parameter 'filter' could not be parsed.");
  const found = documents
    .filter((document) => filter.data.every((one) => isIn(document, one)))
    .sort((a, b) => b.json.mtime.localeCompare(a.json.mtime) || a.json.id.localeCompare(b.json.id));
  const offset = sameCursor ? 0 : Number(query.get('offset') ?? 0);
  const max = Math.min(Number(query.get('max') ?? pageLimit), mostPerPage);
  const json = {
    total_matching: Math.min(found.length, 1000 + offset),
    documents: found.slice(offset, offset + max).map((document) => document.json),
  };
  return { status: 200, json };
}

function isIn({ text, json }: FakeDocument, filter: z.infer<typeof listFilterSchema>[number]): boolean {
  switch (filter.filter_by) {
    case 'text':
      return text.includes(filter.text.toLowerCase());
    case 'is_in_trash':
      return json.is_trashed;
    case 'is_not_in_trash':
      return !json.is_trashed;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the header has all four parameters of OAuth 1, in any order. */
function isAuthorised(header: string): boolean {
  const given = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  return (
    given.get('oauth_signature_method') === 'PLAINTEXT' &&
    given.get('oauth_consumer_key') === secret.apiToken &&
    given.get('oauth_token') === secret.accessToken &&
    given.get('oauth_signature') === `${secret.apiSecret}&${secret.accessSecret}`
  );
}

function failure(status: number, type: string, message: string): FakeAnswer {
  return { status, json: { error_type: type, error_message: message, http_code: status } };
}
