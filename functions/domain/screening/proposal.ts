/** What a detector takes a place in a text for. */
export const proposalKinds = [
  'email',
  'phone',
  'personnummer',
  'organisation-number',
  'iban',
  'bankgiro',
  'card',
  'secret',
  'address',
  'name',
  'sensitive',
] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/**
 * A place in a text that staff should look at before the text is released: data of another person, a secret, or a
 * sensitive word about another person. `from` and `to` count UTF-16 code units; `to` is after the last one.
 */
export interface Proposal {
  readonly from: number;
  readonly to: number;
  readonly kind: ProposalKind;
}

/** What is known beside the text: what detectors do not propose, and what helps them to find names and numbers. */
export interface ScreeningContext {
  /** The names and identifiers of the person who asks. An identifier may have any kind and spelling. */
  readonly own: { readonly names: readonly string[]; readonly identifiers: readonly { readonly value: string }[] };
  /** The names and mail domains of the controller. */
  readonly controller: { readonly names: readonly string[]; readonly domains: readonly string[] };
  /** Names of other people that the records of the case contain. */
  readonly otherNames: readonly string[];
  /** `YYYY-MM-DD`. No personnummer has a date of birth after this day. */
  readonly today: string;
}
