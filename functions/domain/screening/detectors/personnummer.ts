import { normalisePersonnummer } from '../../identifiers/personnummer.ts';
import type { Detector } from './detector.ts';
import { hasLabel, matchesIn } from './number-runs.ts';

const written = /(?<!\d)(?:\d{2})?\d{2}[- ]?\d{2}[- ]?\d{2} ?[-+]? ?\d{4}(?!\d)/g;
const label =
  /(?:person-?(?:nummer|nr|no)|\bp\.?nr|\bpnr|samordnings|social security|\bssn|personal (?:identity )?(?:number|id)|född|born)/i;

/**
 * Personnummer and samordningsnummer. A number with a wrong check digit counts if the words before it say that it is a
 * personnummer, because people mistype it.
 */
export const personnummer: Detector = ({ text, numbers, context: { today } }) =>
  numbers
    .flatMap((run) =>
      matchesIn(run, written, (match, from) => {
        if (normalisePersonnummer(match, today).valid) return true;
        const digits = match.replaceAll(/\D/g, '').slice(-10);
        const month = Number(digits.slice(2, 4));
        const day = Number(digits.slice(4, 6));
        const isDate = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91));
        return isDate && hasLabel(text, from, label);
      }),
    )
    .map((place) => ({ ...place, kind: 'personnummer' }));
