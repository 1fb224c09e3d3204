import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { Json, JsonObject } from '#domain/json.ts';
import { fakePdf } from '../sdk/fake-pdf.ts';
import type { TestPerson } from '../sdk/fake.ts';
import { stableNumber } from '../sdk/near-misses.ts';

/** The data of one party of a document. An empty text stands for a missing value. */
export interface FakeSigner {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
  /** A personnummer of twelve digits. */
  readonly personnummer: string;
  /** Other spellings of these identifiers than the usual ones of Scrive, for tests. */
  readonly spelled?: TestPerson['spelled'];
}

/** A document of the stand-in: the JSON that Scrive sends, and what the stand-in and its tests need in addition. */
export interface FakeDocument {
  readonly json: { readonly id: string; readonly mtime: string; readonly is_trashed: boolean } & Record<string, Json>;
  /** The id of the party that stands for the signer. */
  readonly signerParty: string;
  readonly history: readonly Record<string, Json>[];
  /** The files by their id. `main` is the sealed file, or the unsealed file if somebody has not signed. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** All text of the document in lower case, for the text filter of the list. */
  readonly text: string;
  /** The fields that a connector must return for the signer and for the document. */
  readonly content: { readonly party: JsonObject; readonly document: JsonObject };
}

export interface FakeDocumentInput {
  /** A text that is unique for each document. The ids of the document and its files are computed from it. */
  readonly key: string;
  readonly title: string;
  readonly signer: FakeSigner;
  readonly trashed: boolean;
  readonly outcome: 'closed' | 'rejected';
  /** Whether the signer uploaded a file with the signature. */
  readonly withUpload: boolean;
  /** The text that the signer typed into a field. */
  readonly remark: string;
  /**
   * The month of 2026 in which the document was last changed, as two digits. The list shows the newest document first.
   */
  readonly month: string;
}

const author: FakeSigner = {
  givenName: 'Karin',
  familyName: 'Kassör',
  email: 'karin.kassor@butiken.example',
  phone: '+46701740696',
  personnummer: '',
};

/** Makes a document with two parties: Karin, who sent it for the company, and a signer. */
export function fakeDocument(input: FakeDocumentInput): FakeDocument {
  const { key, title, signer, outcome } = input;
  const id = String(8_200_000_000_000_000 + stableNumber(key, 900_000_000_000));
  const day = String(10 + stableNumber(key, 18));
  const at = (hour: number): string => `2026-${input.month}-${day}T${String(hour).padStart(2, '0')}:15:30.590815Z`;
  const upload = `${id.slice(-6)}4`;
  const closed = outcome === 'closed';
  const json = {
    id,
    title,
    parties: [authorParty(at), signerParty(input, upload, at)],
    file: { name: 'avtal.pdf', id: `${id.slice(-6)}1` },
    sealed_file: closed ? { name: 'avtal.pdf', id: `${id.slice(-6)}2` } : null,
    author_attachments: [],
    ctime: at(8),
    mtime: at(12),
    timeout_time: '2026-07-01T21:59:59Z',
    auto_remind_time: null,
    status: outcome,
    days_to_sign: 90,
    display_options: { show_header: true, show_pdf_download: true },
    invitation_message: `Hej! Här är ${title.toLowerCase()} att skriva under.`,
    confirmation_message: 'Tack för din underskrift.',
    lang: 'sv',
    api_callback_url: null,
    object_version: 26,
    access_token: 'fake0fake0fake0f',
    timezone: 'Europe/Stockholm',
    tags: [{ name: 'avdelning', value: 'Butik' }],
    is_template: false,
    is_saved: true,
    is_shared: false,
    is_trashed: input.trashed,
    is_deleted: false,
    viewer: { signatory_id: `${id.slice(-6)}7`, role: 'signatory' },
  } satisfies Record<string, Json>;
  const main = fakePdf(title, [
    `Parter: ${author.givenName} ${author.familyName} och ${signer.givenName} ${signer.familyName}`,
    closed ? `Undertecknat ${at(12)}` : 'Avböjt',
  ]);
  const own = fakePdf('Fullmakt', [`${signer.givenName} ${signer.familyName}`]);
  return {
    json,
    signerParty: partyBase(signer, '8').id,
    history: historyOf(signer, outcome, at),
    files: new Map([['main', main], ...(input.withUpload ? [[upload, own] as const] : [])]),
    content: contentOf(input, json, signerParty(input, upload, at)),
    text: [title, input.remark, ...textOf(signer), ...textOf(author)].join('\n').toLowerCase(),
  };
}

/**
 * The fields of the signer and of the document that a connector must return. Layout, keys and callback URLs are left
 * out.
 */
function contentOf(input: FakeDocumentInput, document: JsonObject, party: JsonObject): FakeDocument['content'] {
  const { signer, outcome, withUpload, remark } = input;
  const closed = outcome === 'closed';
  return {
    party: {
      ...whoIs(signer, 'Enskild firma', dashed(signer.personnummer)),
      filled_in: { Anmärkning: remark, 'Jag har läst villkoren': closed, Betalning: 'Faktura' },
      ...(closed ? { consents: { 'Får vi skicka nyhetsbrev?': 'Ja' } } : {}),
      ...(withUpload ? { uploaded: ['Fullmakt'] } : {}),
      ...only(
        party,
        `signatory_role is_author sign_time seen_time read_invitation_time rejected_time rejection_reason delivery_method
         email_delivery_status mobile_delivery_status authentication_method_to_view authentication_method_to_sign
         has_authenticated_to_view`,
      ),
    },
    document: {
      ...only(
        document,
        'title status ctime mtime timeout_time lang is_trashed tags invitation_message confirmation_message',
      ),
      other_parties: [whoIs(author, 'Butiken AB', '556012-5790')],
    },
  };
}

function whoIs(signer: FakeSigner, company: string, companyNumber: string): JsonObject {
  const held = {
    first_name: signer.givenName,
    last_name: signer.familyName,
    email: signer.email.slice(0, 1).toUpperCase() + signer.email.slice(1),
    mobile: mobileOf(signer),
    personal_number: personalNumberOf(signer),
    company,
    company_number: companyNumber,
  };
  return Object.fromEntries(Object.entries(held).filter(([, value]) => value !== ''));
}

function only(record: JsonObject, names: string): JsonObject {
  const kept = names.split(/\s+/).map((name): [string, Json] => [name, record[name] ?? null]);
  return Object.fromEntries(kept.filter(([, value]) => value !== null));
}

function authorParty(at: (hour: number) => string) {
  return {
    ...partyBase(author, '7'),
    is_author: true,
    is_signatory: true,
    signatory_role: 'signing_party',
    fields: standardFields(author, 'Butiken AB', '556012-5790'),
    sign_time: at(9),
    seen_time: at(8),
  };
}

function signerParty(
  { signer, outcome, withUpload, remark }: FakeDocumentInput,
  upload: string,
  at: (hour: number) => string,
) {
  const closed = outcome === 'closed';
  return {
    ...partyBase(signer, '8'),
    is_author: false,
    is_signatory: true,
    signatory_role: 'signing_party',
    fields: [
      ...standardFields(signer, 'Enskild firma', dashed(signer.personnummer)),
      { type: 'text', name: 'Anmärkning', value: remark, is_obligatory: false, placements: [] },
      { type: 'checkbox', name: 'Jag har läst villkoren', is_checked: closed, placements: [] },
      { type: 'radiogroup', name: 'Betalning', selected_value: 'Faktura', values: ['Kort', 'Faktura'], placements: [] },
      { type: 'signature', name: 'Signature 1', signature: closed ? '195174' : null, placements: [] },
    ],
    sign_time: closed ? at(12) : null,
    seen_time: at(11),
    read_invitation_time: at(10),
    rejected_time: closed ? null : at(12),
    rejection_reason: closed ? null : 'Priset stämmer inte.',
    email_delivery_status: 'delivered',
    mobile_delivery_status: 'delivered',
    delivery_method: 'email_mobile',
    authentication_method_to_view: 'sms_pin',
    authentication_method_to_sign: 'se_bankid',
    has_authenticated_to_view: true,
    attachments: withUpload
      ? [
          {
            name: 'Fullmakt',
            description: 'Fullmakt i original',
            required: true,
            file_id: upload,
            file_name: 'fullmakt.pdf',
          },
        ]
      : [{ name: 'Fullmakt', description: 'Fullmakt i original', required: false }],
    consent_module: closed
      ? {
          title: 'Samtycken',
          questions: [
            { title: 'Får vi skicka nyhetsbrev?', positive_option: 'Ja', negative_option: 'Nej', response: true },
          ],
        }
      : null,
  };
}

function partyBase({ email }: FakeSigner, digit: string) {
  return {
    id: `${stableNumber(email, 900_000) + 100_000}${digit}`,
    user_id: null,
    sign_order: 1,
    sign_success_redirect_url: null,
    csv: null,
    delivery_method: 'email',
    attachments: [],
    highlighted_pages: [],
    api_delivery_url: null,
  };
}

function standardFields(signer: FakeSigner, company: string, companyNumber: string) {
  const { givenName, familyName, email } = signer;
  const common = { is_obligatory: true, should_be_filled_by_sender: false, placements: [] };
  return [
    { type: 'name', order: 1, value: givenName, ...common },
    { type: 'name', order: 2, value: familyName, ...common },
    // People also write their address with capitals, so the stand-in holds it with a capital first letter.
    { type: 'email', value: email.slice(0, 1).toUpperCase() + email.slice(1), ...common },
    { type: 'mobile', value: mobileOf(signer), ...common },
    { type: 'personal_number', value: personalNumberOf(signer), ...common },
    { type: 'company', value: company, ...common },
    { type: 'company_number', value: companyNumber, ...common },
  ];
}

function historyOf(signer: FakeSigner, outcome: 'closed' | 'rejected', at: (hour: number) => string) {
  const [sender, party] = [author, signer].map(({ givenName, familyName }) => `${givenName} ${familyName}`);
  const last =
    outcome === 'closed'
      ? { status: 'signed', time: at(12), party: party ?? '', text: `${party} undertecknade dokumentet.` }
      : { status: 'rejected', time: at(12), party: party ?? '', text: `${party} avböjde att underteckna.` };
  return [
    last,
    { status: 'opened', time: at(11), party: party ?? '', text: `${party} öppnade dokumentet.` },
    { status: 'signed', time: at(9), party: sender ?? '', text: `${sender} undertecknade dokumentet.` },
    { status: 'initiated', time: at(8), party: sender ?? '', text: `${sender} startade undertecknandet.` },
  ];
}

function textOf(signer: FakeSigner): readonly string[] {
  const { givenName, familyName, email } = signer;
  return [`${givenName} ${familyName}`, email, mobileOf(signer), personalNumberOf(signer)];
}

function mobileOf({ phone, spelled }: FakeSigner): string {
  return spelled?.phone ?? parsePhoneNumberFromString(phone)?.formatInternational() ?? '';
}

function personalNumberOf({ personnummer, spelled }: FakeSigner): string {
  return spelled?.personnummer ?? dashed(personnummer);
}

function dashed(personnummer: string): string {
  return personnummer === '' ? '' : `${personnummer.slice(0, 8)}-${personnummer.slice(8)}`;
}
