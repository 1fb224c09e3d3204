import type { CountryCode } from 'libphonenumber-js/max';
import { normaliseEmail } from './email.ts';
import { invalid, type IdentifierKind, type Normalised } from './identifier.ts';
import { inFormat, type NumberFormats } from './number-formats.ts';
import { normaliseOrganisationNumber } from './organisation-number.ts';
import { normalisePersonnummer } from './personnummer.ts';
import { normalisePhone } from './phone.ts';
import { readableText } from './readable-text.ts';
import { plainNumber } from './written-number.ts';

/** The settings and the date that normalising needs besides the value. */
export interface NormaliseContext {
  /**
   * The local calendar date, `YYYY-MM-DD`. The century of a personnummer depends on this date, and a later date of
   * birth is refused.
   */
  readonly today: string;
  /** The country of telephone numbers that are written without a country code. The default is Sweden. */
  readonly region?: CountryCode | undefined;
  /** Whether the controller accepts interim numbers in place of a personnummer. */
  readonly allowInterim?: boolean | undefined;
  /** The formats of the controller's own numbers. If a kind has no format, any text is accepted. */
  readonly numbers?: NumberFormats | undefined;
}

/**
 * Checks and normalises a value that somebody typed or that a system has. Equal identifiers become equal texts. Errors
 * are returned, not thrown, and never contain the value.
 */
export function normalise(kind: IdentifierKind, raw: string, context: NormaliseContext): Normalised {
  switch (kind) {
    case 'email':
      return normaliseEmail(raw);
    case 'phone':
      return normalisePhone(raw, context.region ?? 'SE');
    case 'personnummer': {
      const read = readableText(raw, plainNumber);
      if (!read.ok) return invalid(read.reason);
      const result = normalisePersonnummer(read.text, context.today, context.allowInterim);
      return result.valid ? { valid: true, identifier: { kind, value: result.digits } } : invalid(result.reason);
    }
    case 'organisationNumber':
      return normaliseOrganisationNumber(raw);
    case 'customerNumber':
    case 'orderNumber':
    case 'contractNumber': {
      const read = readableText(raw);
      if (!read.ok) return invalid(read.reason);
      const format = context.numbers?.[kind];
      const spelled = format === undefined ? read.text : inFormat(read.text, format);
      return spelled === undefined
        ? invalid('not-in-the-format')
        : { valid: true, identifier: { kind, value: spelled } };
    }
  }
}
