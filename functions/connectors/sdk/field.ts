import type { DataCategory, Field, Written } from '#domain/findings/annotation.ts';

/** Where a field's value comes from and whom it may concern; shorthand for annotation tables. */
export const given = { origin: 'provided', thirdParty: 'none', portable: true } as const;
export const givenAboutOthers = { origin: 'provided', thirdParty: 'possible', portable: false } as const;
export const observed = { origin: 'observed', thirdParty: 'none', portable: true } as const;
/** Noted or set by the organisation itself. */
export const noted = { origin: 'noted', thirdParty: 'none', portable: false } as const;
export const notedAboutOthers = { origin: 'noted', thirdParty: 'possible', portable: false } as const;
/** Derived from other data. */
export const inferred = { origin: 'inferred', thirdParty: 'none', portable: false } as const;
/** Entered by the person, the organisation or somebody else: in doubt, a portability export contains it. */
export const entered = { origin: 'unknown', thirdParty: 'none', portable: true } as const;
export const enteredAboutOthers = { origin: 'unknown', thirdParty: 'possible', portable: false } as const;
export const othersOnly = { origin: 'unknown', thirdParty: 'certain', portable: false } as const;

/** The text of an HTML page. */
export const asHtml = { as: 'html' } as const;
/** The texts `true` and `false`. */
export const asYesNo = { as: 'yes-no' } as const;

/** Codes, each with its meaning in Swedish and English. */
export function codes(meanings: Readonly<Record<string, readonly [sv: string, en: string]>>): Written {
  const localised = Object.entries(meanings).map(([code, [sv, en]]) => [code, { sv, en }] as const);
  return { as: 'codes', meanings: Object.fromEntries(localised) };
}

/**
 * One annotation: Swedish title, English title, category, one of the shorthands above, and how the value is written if
 * it needs an explanation.
 */
export function field(
  sv: string,
  en: string,
  category: DataCategory,
  source: Pick<Field, 'origin' | 'thirdParty' | 'portable'>,
  written?: Written,
): Field {
  return { title: { sv, en }, category, ...source, ...(written === undefined ? {} : { written }) };
}
