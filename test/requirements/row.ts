/** Why a row waits: it needs a part of the product that comes later, or something that is not part of any product. */
export const laterKinds = {
  'other-rights':
    'Rights beyond access: rectification, erasure and retention of customers’ data, restriction, transfer of portable data, weighing of objections, consents, notices under Art. 19, published data, review of automated decisions',
  connectors:
    'Connectors: cookies, recordings and pictures, logs, suppression in mailing systems, look-up keys of single systems',
  'export-content':
    'The content of the export: redaction by staff, a ledger of the recipients of one person, policy text made from the register, which notice applied and when, the instrument of each transfer',
  languages: 'Letters and answers in other languages than Swedish and English',
  'not-software': 'A statement about the company, which no software proves',
} as const;
export type LaterKind = keyof typeof laterKinds;

/** The parts of the product that a row requires. */
export const features = {
  F01: 'requests by e-mail',
  F02: 'the web form',
  F03: 'requests by post',
  F04: 'requests by telephone and in person',
  F05: 'requests found anywhere, with the clock from first arrival',
  F06: 'signed forms as an offer, never a demand',
  F07: 'details asked for in proportion',
  F08: 'graded proof of identity',
  F09: 'how surely data are the person’s',
  F10: 'search over several registers',
  F11: 'answers by post',
  F12: 'electronic answers',
  F13: 'fees',
  F14: 'the statutory month',
  F15: 'extension',
  F16: 'refusal, whole or in part',
  F17: 'acknowledgement',
  F18: 'the information of Art. 15(1)-(2)',
  F19: 'the copy of the data',
  F20: 'redaction of others',
  F21: 'recipients of one person’s data',
  F22: 'third countries and safeguards',
  F23: 'rectification',
  F24: 'completion',
  F25: 'notices to recipients',
  F26: 'erasure',
  F27: 'data that a law keeps',
  F28: 'partial erasure',
  F29: 'restriction',
  F30: 'notice before a restriction is lifted',
  F31: 'the portable file',
  F32: 'transfer to another controller',
  F33: 'objections weighed',
  F34: 'no more marketing',
  F35: 'consents and their withdrawal',
  F36: 'complaints and the authority',
  F37: 'claims for damages',
  F38: 'automated decisions',
  F39: 'work as a processor',
  F40: 'companies of a group',
  F41: 'the register of processing',
  F42: 'retention of customers’ data',
  F43: 'special categories',
  F44: 'the personnummer',
  F45: 'the log',
  F46: 'versions of notices',
  F47: 'processors and their agreements',
  F48: 'published data',
  F49: 'recordings, pictures, film',
  F50: 'cookies',
  F51: 'the data protection officer',
  F52: 'languages',
  F53: 'where data come from',
  F54: 'people who cannot be found',
  F55: 'transfer of business',
  F56: 'protected identity',
  F57: 'roles and security',
  F58: 'letters and channels',
} as const;
export type Feature = keyof typeof features;

/**
 * One row of the acceptance table: what a sentence in the policy of one of the first customers requires of the product.
 */
export interface Row {
  /** The policy and the place in it. */
  readonly id: string;
  /** The requirement in our own words. */
  readonly says: string;
  readonly features: readonly Feature[];
  readonly status: 'covered' | { readonly later: LaterKind };
  /** Only for a covered row: the part of it that comes later. */
  readonly rest?: LaterKind;
  /** Only if the law overrides the policy: what the product does instead. */
  readonly instead?: string;
}
