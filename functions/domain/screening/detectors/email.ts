import type { Proposal } from '../proposal.ts';
import type { Detector } from './detector.ts';

const local = /[\p{L}\p{N}._%+'’&-]/u;
const domain = /[\p{L}\p{N}.-]/u;
const longestLocal = 64;
const longestDomain = 253;

// "anna (at) example.org", "anna [snabel-a] example punkt org": people write so to hide from machines.
const disguised =
  /[\p{L}\p{N}._%+-]{1,64} ?[([{] ?(?:at|snabel-?a|@) ?[)\]}] ?[\p{L}\p{N}-]{1,63}(?:(?:\.| ?[([{] ?(?:dot|punkt) ?[)\]}] ?| (?:dot|punkt) )[\p{L}\p{N}-]{1,63}){1,4}/giu;

/** E-mail addresses, also those that are written so that machines do not find them. */
export const emails: Detector = ({ text }) => {
  const found: Proposal[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    let from = at;
    while (from > 0 && at - from < longestLocal && local.test(text.charAt(from - 1))) from -= 1;
    let to = at + 1;
    while (to < text.length && to - at <= longestDomain && domain.test(text.charAt(to))) to += 1;
    while (from < at && /[.'’&-]/.test(text.charAt(from))) from += 1;
    while (to > at && /[.-]/.test(text.charAt(to - 1))) to -= 1;
    const host = text.slice(at + 1, to);
    if (from < at && /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.[\p{L}]{2,}$/u.test(host))
      found.push({ from, to, kind: 'email' });
  }
  if (/[([{] ?(?:at|snabel)/i.test(text))
    for (const { index, 0: written } of text.matchAll(disguised))
      found.push({ from: index, to: index + written.length, kind: 'email' });
  return found;
};
