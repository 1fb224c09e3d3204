import { luhn } from '../../identifiers/luhn.ts';
import type { Detector } from './detector.ts';
import { matchesIn } from './number-runs.ts';

const written = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;
// How the numbers of card schemes begin, and how many digits they have (ISO/IEC 7812).
const schemes =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|5[0-8]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|35\d{14}|6\d{15,18})$/;

/** Numbers of payment cards with a right check digit. */
export const cards: Detector = ({ numbers }) =>
  numbers
    .flatMap((run) =>
      matchesIn(run, written, (match) => {
        const digits = match.replaceAll(/\D/g, '');
        return schemes.test(digits) && luhn(digits.length % 2 === 0 ? digits : `0${digits}`);
      }),
    )
    .map((place) => ({ ...place, kind: 'card' }));
