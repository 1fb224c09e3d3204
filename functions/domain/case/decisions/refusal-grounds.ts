import { rights, type Right } from '../../rights.ts';
import { ownRights } from '../lifecycle/own-rights.ts';
import type { OpenedCase } from '../state.ts';
import type { RefusalGround } from '../vocabulary.ts';

/**
 * The rights that a controller can refuse under Art. 12(5). These are the rights in Art. 15 to 22, without the
 * withdrawal of consent (Art. 7(3)).
 */
const requests = rights.filter((right) => right !== 'consent-withdrawal');

/**
 * The rights that each ground can limit. For the ground `other-law`, the list `laws` says which rights a law can limit.
 */
const limitedBy: Readonly<Record<Exclude<RefusalGround, 'other-law'>, readonly Right[]>> = {
  unfounded: requests,
  excessive: requests,
  abuse: requests,
  // Art. 15(4), 20(4).
  'others-rights': ['access', 'portability'],
  // Dataskyddslagen (2018:218) 5:2.
  'draft-or-note': ['access'],
  'not-our-data': rights,
};

interface KnownLaw {
  readonly rule: 'accounting-law-keeps-data' | 'ground-for-another-right';
  /** The rights that this law can limit. */
  readonly limits: readonly Right[];
  readonly isMeant: (text: string) => boolean;
}

// Names and numbers of accounting and tax laws: Swedish, Danish, Norwegian, Finnish, German and English. The text is in
// small letters, without accents and spaces.
const accounting =
  /bokforing|bogforing|rakenskap|regnskab|regnskap|kirjanpito|bookkeeping|accounting(?:act|law)|accountsact|arsredovisningslag|skatteforfarandelag|mervardesskatt|handelsgesetzbuch|abgabenordnung|1999:1078|1995:1554|2011:1244/;
const accountingInShort = /\b(?:bfl|arl|sfl|hgb)\b/;

/**
 * Laws that can be recognised by their names. Accounting law says how long accounts are kept. Such a law can limit
 * rectification, erasure and restriction, but not the right to a copy (Art. 17(3)(b)). An article of the GDPR can limit
 * only the rights in its `limits`.
 */
const laws: readonly KnownLaw[] = [
  {
    rule: 'accounting-law-keeps-data',
    limits: ['rectification', 'erasure', 'restriction'],
    isMeant: (text) => accounting.test(text.replaceAll(/[\s.-]/g, '')) || accountingInShort.test(text),
  },
  ...(
    [
      ['16', ['rectification']],
      ['17', ['erasure']],
      ['18', ['restriction']],
      ['20', ['portability']],
      ['21', ['objection', 'erasure', 'restriction']],
    ] as const
  ).map(([article, limits]): KnownLaw => ({
    rule: 'ground-for-another-right',
    limits,
    isMeant: (text) => namesArticle(text, article),
  })),
];

/** The rights against which a ground of refusal is checked. Empty for a complaint or a claim. */
export function askedRights(state: OpenedCase): readonly Right[] {
  return state.common.facts.matter === 'request' ? ownRights(state) : [];
}

/**
 * Why a ground cannot limit the rights that were asked for; `undefined` if the ground can limit them, or if the law is
 * not recognised. If the whole request is refused, the ground must be able to limit every right. If a part is refused,
 * one of the rights is enough.
 */
export function groundProblem(
  asked: readonly Right[],
  scope: 'whole' | 'part',
  { ground, law }: { readonly ground: RefusalGround; readonly law?: string | undefined },
): KnownLaw['rule'] | undefined {
  if (asked.length === 0) return undefined;
  const holds = (limits: readonly Right[]): boolean =>
    scope === 'whole' ? asked.every((right) => limits.includes(right)) : asked.some((right) => limits.includes(right));
  if (ground !== 'other-law') return holds(limitedBy[ground]) ? undefined : 'ground-for-another-right';
  const text = plain(law ?? '');
  return laws.find(({ isMeant, limits }) => isMeant(text) && !holds(limits))?.rule;
}

/**
 * Whether a text names an article of the GDPR. The text must also name the GDPR ("Art. 17 GDPR"), or contain nothing
 * but the article ("Art. 17(3)").
 */
function namesArticle(text: string, article: string): boolean {
  const named = new RegExp(String.raw`\bart(?:ikel|icle|\.)?\s*${article}\b`);
  const alone = new RegExp(String.raw`^\s*art(?:ikel|icle|\.)?\s*${article}\b[\s().,\da-f]*$`);
  return (
    alone.test(text) ||
    (named.test(text) && /gdpr|dataskyddsforordning|dataprotectionregulation|2016\/679/.test(text.replaceAll(' ', '')))
  );
}

/**
 * A text in the form in which names are compared: lower case, without accents, invisible characters or repeated spaces.
 */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'a')
    .replaceAll(/[\u2010-\u2015]/g, '-')
    .replaceAll(/\s+/g, ' ');
}
