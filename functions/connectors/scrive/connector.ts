import * as z from 'zod';
import { defineConnector } from '../sdk/connector.ts';
import { originSchema } from '../sdk/origin.ts';
import { doesNotRead } from './does-not-read.ts';
import { identifying, resources } from './resources.ts';
import { scrivePages } from './search.ts';

const reference = 'https://apidocs.scrive.com/';
// Each value is put between quotation marks into the `Authorization` header. So it must not contain `"`, `,`, `&` or a
// space.
const tokenPart = z.string().regex(/^[\x21\x23-\x25\x27-\x2b\x2d-\x7e]+$/);

const settingsSchema = z.strictObject({
  baseUrl: originSchema('https://scrive.com'),
  /** The language in which Scrive writes the log of a document. */
  historyLanguage: z.enum(['sv', 'en']).default('sv'),
});
const secretSchema = z.strictObject({
  apiToken: tokenPart,
  apiSecret: tokenPart,
  accessToken: tokenPart,
  accessSecret: tokenPart,
});

/** Searches Scrive for documents that the person signed, rejected or was asked to sign. */
export const scrive = defineConnector({
  id: 'scrive',
  title: { sv: 'Scrive', en: 'Scrive' },
  category: 'e-signing',
  settings: settingsSchema,
  secret: secretSchema,
  origins: ({ baseUrl }) => ({ api: baseUrl }),
  accepts: ['email', 'phone', 'personnummer'],
  learns: ['email', 'phone', 'personnummer'],
  secretOrigin: 'api',
  calls: {
    documents: { method: 'GET', origin: 'api', path: '/api/v2/documents/list', tells: 'total', source: reference },
    document: { method: 'GET', origin: 'api', path: '/api/v2/documents/{document}/get', source: reference },
    history: { method: 'GET', origin: 'api', path: '/api/v2/documents/{document}/history', source: reference },
    mainFile: {
      method: 'GET',
      origin: 'api',
      path: '/api/v2/documents/{document}/files/main/{name}',
      source: reference,
    },
    file: { method: 'GET', origin: 'api', path: '/api/v2/documents/{document}/files/{file}/{name}', source: reference },
  },
  // Scrive publishes no rate limit, and asks clients not to read large lists often.
  limits: { perSecond: 5, timeoutMilliseconds: 30_000 },
  resources,
  identifying,
  doesNotRead,
  // The connector only reads. Staff must stop a scheduled erasure in Scrive themselves.
  deletionFreeze: 'manual',
  abilities: {
    access: 'automatic',
    // Scrive cannot change a document that everybody has signed.
    rectification: 'unsupported',
    erasure: 'manual',
    restriction: 'manual',
    portability: 'manual',
    objection: 'manual',
    'consent-withdrawal': 'manual',
  },
  async authorise({ secret }) {
    const parameters = [
      'oauth_signature_method="PLAINTEXT"',
      `oauth_consumer_key="${secret.apiToken}"`,
      `oauth_token="${secret.accessToken}"`,
      `oauth_signature="${secret.apiSecret}&${secret.accessSecret}"`,
    ];
    return { authorization: parameters.join(', ') };
  },
  search: (context) => scrivePages(context),
});
