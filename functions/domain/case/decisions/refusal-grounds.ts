import { rights, type Right } from '../../rights.ts';
import { ownRights } from '../lifecycle/own-rights.ts';
import type { OpenedCase } from '../state.ts';
import type { RefusalGround } from '../vocabulary.ts';

/** What Art. 12(5) lets a controller refuse: requests under Art. 15 to 22, so not a withdrawal of consent (Art. 7(3)). */
const requests = rights.filter((right) => right !== 'consent-withdrawal');

/** Which rights each ground can limit. A law in words is looked up in `laws`. */
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
  /** The rights that the law can limit. */
  readonly limits: readonly Right[];
  readonly isMeant: (text: string) => boolean;
}

// In the spelling of `plain`, without blanks: Swedish, Danish, Norwegian, Finnish, German and English.
const accounting =
  /bokforing|bogforing|rakenskap|regnskab|regnskap|kirjanpito|bookkeeping|accounting(?:act|law)|accountsact|arsredovisningslag|skatteforfarandelag|mervardesskatt|handelsgesetzbuch|abgabenordnung|1999:1078|1995:1554|2011:1244/;
const accountingInShort = /\b(?:bfl|arl|sfl|hgb)\b/;

/**
 * Laws that can be recognised by their names. Accounting law says how long accounts are kept: it can limit erasure and
 * rectification, but not a copy (Art. 17(3)(b)). An exception of the Regulation to one right is no exception to
 * another.
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

/**
 * The rights that a refusal in a case concerns. A complaint or a claim has no right that a ground could be checked
 * against.
 */
export function askedRights(state: OpenedCase): readonly Right[] {
  return state.common.facts.matter === 'request' ? ownRights(state) : [];
}

/** Why a ground cannot limit the rights that were asked for, as the rule that refuses it; `undefined` if it can. */
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

/** Whether a text names an article of the Regulation: by its name, or as nothing but the article. */
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
