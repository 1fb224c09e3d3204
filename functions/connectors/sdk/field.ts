import type { DataCategory, Field, Written } from '#domain/findings/annotation.ts';

/** Short names for where a field's value comes from and whom it may concern. Tables of annotations use them. */
export const given = { origin: 'provided', thirdParty: 'none', portable: true } as const;
export const givenAboutOthers = { origin: 'provided', thirdParty: 'possible', portable: false } as const;
export const observed = { origin: 'observed', thirdParty: 'none', portable: true } as const;
/** The organisation itself noted or set the value. */
export const noted = { origin: 'noted', thirdParty: 'none', portable: false } as const;
export const notedAboutOthers = { origin: 'noted', thirdParty: 'possible', portable: false } as const;
/** The value was derived from other data. */
export const inferred = { origin: 'inferred', thirdParty: 'none', portable: false } as const;
/**
 * The person, the organisation or somebody else may have entered the value. An export for portability contains it, to
 * be on the safe side.
 */
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
 * Makes one annotation from a Swedish title, an English title, a category, and one of the short names above. `written`
 * says how the value is written, if it needs an explanation.
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
