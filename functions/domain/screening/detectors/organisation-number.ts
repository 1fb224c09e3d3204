import { normaliseOrganisationNumber } from '../../identifiers/organisation-number.ts';
import type { Detector } from './detector.ts';
import { matchesIn } from './number-runs.ts';

const written = /(?<!\d)(?:16)?[1-9]\d{5} ?-? ?\d{4}(?!\d)/g;
const vat = /(?<=[Ss][Ee])\d{10}01(?!\d)/g;

/** Swedish organisation numbers, and the numbers for value added tax that are made of them. */
export const organisationNumbers: Detector = ({ text, numbers }) =>
  numbers
    .flatMap((run) => [
      ...matchesIn(run, written, (match) => normaliseOrganisationNumber(match).valid),
      ...matchesIn(run, vat, (match) => normaliseOrganisationNumber(match.slice(0, -2)).valid).map(({ from, to }) => ({
        from: /^se$/i.test(text.slice(from - 2, from)) ? from - 2 : from,
        to,
      })),
    ])
    .map((place) => ({ ...place, kind: 'organisation-number' }));
