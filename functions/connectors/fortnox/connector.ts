import * as z from 'zod';
import { defineConnector } from '../sdk/connector.ts';
import { originSchema } from '../sdk/origin.ts';
import { doesNotRead } from './does-not-read.ts';
import { identifying, resources } from './resources.ts';
import { fortnoxPages } from './search.ts';
import { tokenSchema } from './wire.ts';

const reference = 'https://apps.fortnox.se/apidocs';

const settingsSchema = z.strictObject({
  baseUrl: originSchema('https://api.fortnox.se'),
  tokenBaseUrl: originSchema('https://apps.fortnox.se'),
});
const secretSchema = z.strictObject({
  clientId: z.string().regex(/^[\x21-\x39\x3b-\x7e]+$/),
  clientSecret: z.string().regex(/^[\x21-\x7e]+$/),
  /** The number of the company's database in Fortnox. The company must have approved our integration. */
  tenantId: z.string().regex(/^\d+$/),
});

/** Searches Fortnox for the customers that belong to the person, and reads their invoices. */
export const fortnox = defineConnector({
  id: 'fortnox',
  title: { sv: 'Fortnox', en: 'Fortnox' },
  category: 'finance',
  settings: settingsSchema,
  secret: secretSchema,
  origins: ({ baseUrl, tokenBaseUrl }) => ({ api: baseUrl, token: tokenBaseUrl }),
  accepts: ['email', 'phone', 'personnummer', 'organisationNumber', 'customerNumber'],
  learns: ['email', 'phone', 'personnummer', 'customerNumber'],
  secretOrigin: 'api',
  calls: {
    token: {
      method: 'POST',
      origin: 'token',
      path: '/oauth-v1/token',
      source: 'https://www.fortnox.se/developer/authorization/get-access-token-using-client-credentials',
    },
    customers: { method: 'GET', origin: 'api', path: '/3/customers', tells: 'total', source: reference },
    customer: { method: 'GET', origin: 'api', path: '/3/customers/{number}', source: reference },
    invoices: { method: 'GET', origin: 'api', path: '/3/invoices', tells: 'total', source: reference },
    invoice: { method: 'GET', origin: 'api', path: '/3/invoices/{number}', source: reference },
    // Never declare the calls `email`, `einvoice`, `eprint` or `print`: their GET requests send the invoice or mark it
    // as sent.
    invoicePreview: { method: 'GET', origin: 'api', path: '/3/invoices/{number}/preview', source: reference },
  },
  // Fortnox allows one integration 25 requests in five seconds for each company. One search makes 4 requests a second.
  // If searches run at the same time, Fortnox may throttle them, and the client waits.
  limits: { perSecond: 4, timeoutMilliseconds: 30_000 },
  resources,
  identifying,
  doesNotRead,
  // The connector changes nothing in Fortnox. Staff must stop a scheduled erasure in Fortnox themselves.
  deletionFreeze: 'manual',
  abilities: {
    access: 'automatic',
    rectification: 'manual',
    erasure: 'blocked-by-law',
    restriction: 'manual',
    portability: 'manual',
    objection: 'manual',
    'consent-withdrawal': 'unsupported',
  },
  async authorise({ secret, ...requester }) {
    const credentials = Buffer.from(`${secret.clientId}:${secret.clientSecret}`).toString('base64');
    const { access_token: token } = await requester.request('token', {
      headers: { authorization: `Basic ${credentials}`, tenantid: secret.tenantId },
      form: { grant_type: 'client_credentials', scope: 'customer invoice' },
      answer: tokenSchema,
    });
    return { authorization: `Bearer ${token}` };
  },
  search: (context) => fortnoxPages(context),
});
