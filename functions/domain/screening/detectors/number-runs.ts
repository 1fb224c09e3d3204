/** Digits with the signs and spaces between them that people write inside numbers, as long as they go. */
export interface NumberRun {
  readonly from: number;
  readonly to: number;
  /**
   * The run, with a plain space for each kind of space and a hyphen for each kind of dash, and with the two code units
   * before it, so that "+46" and "(08" are whole. As long as the text from `start`.
   */
  readonly plain: string;
  /** Where `plain` begins in the text. */
  readonly start: number;
}

const longestGap = 3;
const codeUnitsBefore = 2;

/** Where digits stand together in a text. Linear in the length of the text. */
export function numberRuns(text: string): readonly NumberRun[] {
  const found: NumberRun[] = [];
  const { length } = text;
  let at = 0;
  while (at < length) {
    if (!isDigit(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const from = at;
    let to = at + 1;
    at += 1;
    while (at < length && at - to <= longestGap) {
      const code = text.charCodeAt(at);
      if (isDigit(code)) to = at + 1;
      else if (!isInNumber(code)) break;
      at += 1;
    }
    at = to;
    const start = Math.max(0, from - codeUnitsBefore);
    found.push({ from, to, start, plain: plain(text.slice(start, to)) });
  }
  return found;
}

/**
 * The matches of a global pattern in a run for which `isRight` holds. If it does not hold, the search continues one code unit
 * after the beginning of the match, because the match may begin with the end of another number.
 */
export function matchesIn(
  { plain: text, start }: NumberRun,
  pattern: RegExp,
  isRight: (match: string, at: number) => boolean,
): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = start + match.index;
    if (isRight(match[0], from)) found.push({ from, to: from + match[0].length });
    else pattern.lastIndex = match.index + 1;
  }
  return found;
}

/** Whether the text before a place has a label that the pattern finds: in the 40 code units before it, in one line. */
export function hasLabel(text: string, from: number, label: RegExp): boolean {
  const before = text.slice(Math.max(0, from - 40), from);
  return label.test(before.slice(before.lastIndexOf('\n') + 1));
}

function plain(written: string): string {
  return written.replaceAll(/[\u00A0\u2000-\u200A\u202F]/g, ' ').replaceAll(/[\u2010-\u2015\u2212]/g, '-');
}

/** Whether a code unit is one of the digits 0 to 9. */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Spaces of all kinds, hyphens and dashes of all kinds, dots, slashes, plus signs and brackets. */
function isInNumber(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x28 && code <= 0x29) || code === 0x20 || code === 0x2b || (code >= 0x2d && code <= 0x2f);
  return code === 0xa0 || code === 0x20_2f || (code >= 0x20_00 && code <= 0x20_15) || code === 0x22_12;
}
