import type { DataCategory, Field, Written } from '#domain/findings/annotation.ts';

/**
 * The person gave the value. This constant and those below say who gave a value (`origin`), whether it may concern
 * other people (`thirdParty`), and whether the right to data portability covers it (`portable`, Art. 20).
 */
export const given = { origin: 'provided', thirdParty: 'none', portable: true } as const;
export const givenAboutOthers = { origin: 'provided', thirdParty: 'possible', portable: false } as const;
export const observed = { origin: 'observed', thirdParty: 'none', portable: true } as const;
/** The organisation wrote or set the value. */
export const noted = { origin: 'noted', thirdParty: 'none', portable: false } as const;
export const notedAboutOthers = { origin: 'noted', thirdParty: 'possible', portable: false } as const;
/** The organisation derived the value from other data. */
export const inferred = { origin: 'inferred', thirdParty: 'none', portable: false } as const;
/**
 * The person, the organisation or somebody else entered the value; nobody can tell who. It counts as portable, because
 * the person may have given it.
 */
export const entered = { origin: 'unknown', thirdParty: 'none', portable: true } as const;
export const enteredAboutOthers = { origin: 'unknown', thirdParty: 'possible', portable: false } as const;
export const othersOnly = { origin: 'unknown', thirdParty: 'certain', portable: false } as const;

/** The value is HTML; the answer shows its text. */
export const asHtml = { as: 'html' } as const;
/** The value is `true` or `false`; the answer shows yes or no. */
export const asYesNo = { as: 'yes-no' } as const;

/** The value is a code; the answer shows its meaning in Swedish or English. */
export function codes(meanings: Readonly<Record<string, readonly [sv: string, en: string]>>): Written {
  const localised = Object.entries(meanings).map(([code, [sv, en]]) => [code, { sv, en }] as const);
  return { as: 'codes', meanings: Object.fromEntries(localised) };
}

/** The same field. Its value is the name, or a part of the name, of the person whom the record is about. */
export function named(of: Field): Field {
  return { ...of, tells: 'name' };
}

/** The same field, whose value is a line of the postal address of whom the record is about. */
export function addressed(of: Field): Field {
  return { ...of, tells: 'address' };
}

/**
 * Makes the annotation of a field from its Swedish title, its English title, a category, and one of the constants
 * above. `written` says how the answer shows the value, if it is not plain text.
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
