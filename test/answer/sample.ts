import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { AnswerInput, AnswerPage, AnswerReview, Decided, SystemAnswer } from '#answer/answer.ts';
import type { Field, Resources } from '#domain/findings/annotation.ts';
import type { Finding, StoredAttachment } from '#domain/findings/finding.ts';
import { alikeRules } from '#domain/review/alike.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { reviewLimit } from '#letters/kept-words.ts';
import { activitySchema } from '#domain/organisation/activity.ts';
import { controllerSchema } from '#domain/organisation/controller.ts';
import type { Activity } from '#domain/organisation/organisation.ts';

/** A field annotation with the given differences. */
export function field(sv: string, en: string, differences: Partial<Field> = {}): Field {
  return {
    title: { sv, en },
    category: 'contact',
    origin: 'provided',
    thirdParty: 'none',
    portable: true,
    ...differences,
  };
}

export const controller = controllerSchema.parse({
  id: 'exempel',
  name: 'Exempel AB',
  organisationNumber: '556000-4615',
  address: ['Storgatan 1', '111 22 Stockholm'],
  email: 'dataskydd@exempel.example',
  website: 'https://www.exempel.example',
  jurisdiction: 'SE',
  timeZone: 'Europe/Stockholm',
  languages: ['sv', 'en'],
  dataProtectionOfficer: { email: 'dso@exempel.example' },
  supervisoryAuthority: {
    name: { sv: 'Integritetsskyddsmyndigheten (IMY)', en: 'the Swedish Authority for Privacy Protection (IMY)' },
    website: 'https://www.imy.se',
    email: 'imy@imy.se',
  },
});

export const crm: Resources = {
  contacts: {
    title: { sv: 'Kontakt', en: 'Contact' },
    fields: {
      email: field('E-postadress', 'E-mail address'),
      phone: field('Telefonnummer', 'Phone number'),
      subscribed: field('Vill ha nyhetsbrev', 'Wants the newsletter', { category: 'commercial' }),
      createdAt: field('Skapad', 'Created', { origin: 'observed', category: 'log' }),
      birthday: field('Födelsedag', 'Birthday', { category: 'identity' }),
      score: field('Intressepoäng', 'Interest score', { origin: 'inferred', portable: false, category: 'usage' }),
      address: field('Adress', 'Address'),
      interests: field('Intressen', 'Interests', { category: 'usage' }),
      note: field('Anteckning', 'Note', { thirdParty: 'possible', category: 'communication' }),
      referredBy: field('Värvad av', 'Referred by', { thirdParty: 'certain' }),
    },
    otherFields: field('Eget fält', 'Custom field', { category: 'other' }),
  },
  tickets: {
    title: { sv: 'Ärende', en: 'Ticket' },
    fields: { subject: field('Rubrik', 'Subject', { category: 'communication' }) },
  },
};

export const signing: Resources = {
  agreements: {
    title: { sv: 'Avtal', en: 'Agreement' },
    fields: {
      title: field('Rubrik', 'Title', { category: 'commercial' }),
      signedAt: field('Undertecknat', 'Signed', { category: 'commercial', origin: 'observed' }),
    },
  },
};

export const documentBytes = Buffer.from('%PDF-1.7\n% a signed agreement, as far as the tests are concerned\n%%EOF\n');

export function attachment(
  id: string,
  title: string,
  content: Uint8Array,
  mediaType = 'application/pdf',
): StoredAttachment {
  return {
    id,
    title,
    mediaType,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    key: `findings/${id}`,
  };
}

export function finding(
  resource: string,
  id: string,
  data: Finding['data'],
  more: Partial<Decided<Finding>> = {},
): Decided<Finding> {
  return { resource, id, data, partOf: null, attachments: [], decisions: [], ...more };
}

export function page(system: string, number: number, findings: readonly Decided<Finding>[], wave = 1): AnswerPage {
  const kept = { system, wave, page: number, findings, unread: [] };
  return kept;
}

/** The key of the case in the samples. */
export const caseKey = 'c0ffee'.repeat(10);

/** The alike decisions. `texts`: the texts of the subject profile, by id. */
export function review(
  entries: readonly ReviewEntry[] = [],
  texts: Readonly<Record<string, string>> = {},
): AnswerReview {
  return {
    key: caseKey,
    alike: alikeRules(entries, (text) => texts[text] ?? ''),
    cut: async () => await Promise.resolve(undefined),
    inWords: (line) => reviewLimit({ texts }, line),
  };
}

/** A system that yields its pages again at each call. */
export function system(id: string, pages: readonly AnswerPage[], more: Partial<SystemAnswer> = {}): SystemAnswer {
  return {
    id,
    title: { sv: `System ${id}`, en: `System ${id}` },
    outcome: 'found',
    asOf: '2026-11-03T09:15:00.000Z',
    possible: 0,
    disputed: 0,
    resources: crm,
    refused: [],
    doesNotRead: [],
    async *pages() {
      yield* pages;
    },
    ...more,
  };
}

export const person = finding('contacts', '501', {
  email: 'Asa.Berg@example.org',
  phone: '+46701740610',
  subscribed: true,
  createdAt: '2024-02-29T23:30:05.123Z',
  birthday: '1980-01-31',
  score: -5,
  address: { street: 'Björkgatan 3', city: 'Umeå', lines: ['c/o Å', 'port 2'] },
  interests: ['vandring', 'kajak & båt'],
  note: 'Ringde om faktura.\nÅterkommer.',
  referredBy: 'somebody-else@example.com',
  medlemsnivå: 'guld',
  empty: null,
});

const pages = {
  crm: [
    page('crm', 1, [
      person,
      finding('tickets', 't-1', { subject: 'Fel storlek' }, { partOf: { resource: 'contacts', id: '501' } }),
    ]),
    page(
      'crm',
      2,
      [
        finding('contacts', '501', { email: 'repeated@example.org' }),
        finding('contacts', '502', { email: 'asa.berg@example.com' }),
      ],
      2,
    ),
  ],
  sign: [
    page('sign', 1, [
      finding(
        'agreements',
        'a-1',
        { title: 'Medlemsavtal', signedAt: '2025-06-06T08:00:00+02:00' },
        { attachments: [attachment('doc-a', 'Medlemsavtal.pdf', documentBytes)] },
      ),
    ]),
  ],
};

export const activities: readonly Activity[] = activitySchema.array().parse([
  {
    id: 'customer-care',
    name: { sv: 'Kundtjänst', en: 'Customer care' },
    purposes: [{ sv: 'Svara på frågor från kunder', en: 'Answer questions from customers' }],
    legalBases: [
      { type: 'contract' },
      { type: 'legitimate-interest', explanation: { sv: 'Vi vill ge god service.', en: 'We want to serve well.' } },
    ],
    categories: ['contact', 'communication'],
    recipients: [
      { name: 'CRM Example Ltd', role: 'processor', country: 'IE' },
      {
        name: 'Hosting Example Inc.',
        role: 'processor',
        country: 'US',
        safeguard: { sv: 'standardavtalsklausuler', en: 'standard contractual clauses' },
      },
    ],
    retention: { sv: 'Två år efter det senaste ärendet', en: 'Two years after the last ticket' },
    sources: [{ sv: 'Du själv', en: 'Yourself' }],
    systems: ['crm', 'late'],
  },
  {
    id: 'contracts',
    name: { sv: 'Avtal', en: 'Contracts' },
    purposes: [{ sv: 'Ingå och visa avtal', en: 'Make and prove contracts' }],
    legalBases: [{ type: 'contract' }],
    categories: ['commercial'],
    recipients: [],
    retention: { sv: 'Tio år', en: 'Ten years' },
    sources: [],
    systems: ['sign', 'empty', 'broken', 'secret'],
  },
]);

/** An answer that has one system for each outcome. */
export function sampleInput(differences: Partial<AnswerInput> = {}): AnswerInput {
  return {
    reference: 'NF-2026-ABCD',
    controller,
    language: 'sv',
    round: 1,
    supplements: false,
    createdAt: '2026-11-04T10:20:31.000Z',
    receivedAt: '2026-10-20T12:00:00.000Z',
    dueDate: '2026-11-20',
    systems: [
      system('crm', pages.crm, { title: { sv: 'Kundregister', en: 'Customer register' } }),
      system('sign', pages.sign, { title: { sv: 'E-signering', en: 'E-signing' }, resources: signing }),
      system('empty', [], { title: { sv: 'Ekonomi', en: 'Finance' }, outcome: 'nothing-held' }),
      system('broken', [], { title: { sv: 'Nyhetsbrev', en: 'Newsletter' }, outcome: 'failed', reason: 'timeout' }),
      system('secret', [], {
        title: { sv: 'Juridik', en: 'Legal' },
        outcome: 'withheld',
        ground: 'Dataskyddslagen 5:2',
      }),
      pendingSystem(),
    ],
    activities,
    review: review(),
    document: async () => Readable.from([documentBytes]),
    ...differences,
  };
}

function pendingSystem(): SystemAnswer {
  const { asOf: _, ...pending } = system('late', [], {
    title: { sv: 'Butiksarkiv', en: 'Shop archive' },
    outcome: 'pending',
    reason: 'manual-search',
  });
  return pending;
}
