import { luhn } from '../../identifiers/luhn.ts';
import type { Detector } from './detector.ts';
import { hasLabel, matchesIn } from './number-runs.ts';

const bankgiro = /(?<![\d-])\d{3,4}-\d{4}(?![\d-])/g;
const plusgiro = /(?<![\d-])\d{1,2}(?: ?\d{1,2}){0,3} ?- ?\d(?![\d-])/g;
// A clearing number of four or five digits, and the number of the account.
const account = /^\d{4}(?:-?\d)?[ ,.-]{0,2}\d(?:[ .-]?\d){5,11}(?!\d)/;
const spacedBankgiro = /(?<!\d)\d{3,4} \d{4}(?!\d)/g;
const bankgiroLabel = /(?:bankgiro|\bbg\b)[^\d]{0,20}$/i;
const plusgiroLabel = /(?:plusgiro|postgiro|\bpg\b)[^\d]{0,20}$/i;
const accountLabel = /(?:konto(?:nummer|nr)?|clearing\S*|account(?: (?:number|no\.?))?)[^\d]{0,20}$/i;
const years = /^(?:19|20)\d{2}-(?:19|20)\d{2}$/;

/** Bankgiro, and, where the words before say so, plusgiro and bank account numbers of Sweden. */
export const bankgiros: Detector = ({ text, numbers }) =>
  numbers
    .flatMap((run) => [
      ...matchesIn(run, bankgiro, (match) => isLuhn(match) && !years.test(match)),
      ...matchesIn(run, spacedBankgiro, (match, from) => isLuhn(match) && hasLabel(text, from, bankgiroLabel)),
      ...matchesIn(run, plusgiro, (match, from) => isLuhn(match) && hasLabel(text, from, plusgiroLabel)),
      ...accountAt(text, run.from),
    ])
    .map((place) => ({ ...place, kind: 'bankgiro' }));

function isLuhn(written: string): boolean {
  const digits = written.replaceAll(/\D/g, '');
  return luhn(digits.length % 2 === 0 ? digits : `0${digits}`);
}

function accountAt(text: string, from: number): readonly { readonly from: number; readonly to: number }[] {
  if (!hasLabel(text, from, accountLabel)) return [];
  const written = account.exec(text.slice(from, from + 40))?.[0];
  return written === undefined ? [] : [{ from, to: from + written.length }];
}
