import * as z from 'zod';
import { field, given } from '#connectors/sdk/field.ts';
import { own } from '#connectors/sdk/identifying.ts';

/** The parts of a connector of one kind of record that no test is about. A test spreads them into its own connector. */
export const plainConnector = {
  title: { sv: 'Kort', en: 'Card' },
  category: 'other',
  settings: z.strictObject({}),
  secret: z.strictObject({}),
  secretOrigin: 'api',
  origins: () => ({ api: 'https://archive.example' }),
  accepts: ['email'],
  learns: [],
  calls: {},
  limits: { perSecond: 1e6, timeoutMilliseconds: 10_000 },
  resources: {
    card: {
      title: { sv: 'Kort', en: 'Card' },
      fields: {
        email: field('E-post', 'E-mail', 'contact', given),
        text: field('Text', 'Text', 'communication', given),
      },
    },
  },
  identifying: { card: { email: own('email') } },
  doesNotRead: [],
  deletionFreeze: 'unsupported',
  abilities: {
    access: 'automatic',
    rectification: 'manual',
    erasure: 'manual',
    restriction: 'manual',
    portability: 'manual',
    objection: 'manual',
    'consent-withdrawal': 'manual',
  },
  authorise: async () => ({}),
} as const;
