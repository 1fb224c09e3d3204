// Where a mail repeats what stands in other mails: quotes of earlier mails, forwarded mails, and signatures.

/** A line of a text. `to` is the offset after its line break. */
export interface Line {
  readonly from: number;
  readonly to: number;
  /** Whether the line is a part of a quote, of a forwarded mail or of a signature. */
  readonly isQuoted: boolean;
}

/** "On Monday, Åsa wrote:", "Den 3 mars skrev Åsa:", or the second half of such a line. */
const attribution = /\b(?:wrote|skrev)\b.*:$/i;

/** "-----Original Message-----", "---------- Forwarded message ---------", "Begin forwarded message:". */
const separator =
  /^(?:-{2,}\s*(?:original message|forwarded (?:message|by\b.*)|(?:ursprungligt|vidarebefordrat) (?:meddelande|brev|mail|mejl))\s*-{2,}|(?:begin forwarded message|(?:startar )?vidarebefordrat (?:meddelande|brev))\s*:)\s*$/i;

/** The first line of the head with which Outlook begins a quote, and a line that must follow soon. */
const headBegins = /^\*?(?:from|från)\s*:/i;
const headGoesOn = /^\*?(?:sent|date|skickat|datum)\s*:/i;
const linesOfHead = 4;

/** "-- " (RFC 3676, 4.3), or the words before a name. */
const signature =
  /^(?:--|(?:med )?(?:vänlig|bästa) hälsning|(?:med )?(?:vänliga|bästa) hälsningar|hälsningar|mvh|(?:best|kind|with kind|warm) regards|regards|(?:yours )?sincerely)[\s,.!]*$/i;

const quoteMark = /^[ \t]*>/;

/**
 * The lines of a text. After the beginning of a quoted mail or of a signature, every line counts as quoted. The words
 * of a line decide whether it is new (`threads.ts`).
 */
export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  const plain = text.split('\n').map((line) => line.trim());
  let from = 0;
  let isAfter = false;
  for (const [index, line] of plain.entries()) {
    const end = text.indexOf('\n', from);
    const to = end === -1 ? text.length : end + 1;
    const next = plain.slice(index + 1, index + 1 + linesOfHead);
    const begins =
      separator.test(line) ||
      signature.test(line) ||
      (headBegins.test(line) && next.some((one) => headGoesOn.test(one)));
    lines.push({ from, to, isQuoted: isAfter || begins || quoteMark.test(line) });
    isAfter ||= begins || (line.length < longestAttribution && attribution.test(line));
    from = to;
  }
  return lines;
}

/** No mail program writes a longer line before a quote, so a longer line is not compared with `attribution`. */
const longestAttribution = 500;
