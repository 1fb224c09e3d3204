/** Lines that begin somebody else's words, in the ways mail programs write them in six languages. */

const originalMarkers = [
  'original message',
  'original appointment',
  'forwarded message',
  'begin forwarded message',
  'originalmeddelande',
  'ursprungligt meddelande',
  'vidarebefordrat meddelande',
  'vidarebefordrat brev',
  'vidarebefordrat mejl',
  'opprinnelig melding',
  'videresendt melding',
  'oprindelig meddelelse',
  'videresendt meddelelse',
  'alkuperäinen viesti',
  'välitetty viesti',
  'edelleenlähetetty viesti',
  'ursprüngliche nachricht',
  'originalnachricht',
  'weitergeleitete nachricht',
  'anfang der weitergeleiteten nachricht',
];

const fieldNames = {
  from: ['from', 'från', 'fra', 'von', 'lähettäjä'],
  date: ['sent', 'date', 'skickat', 'datum', 'sendt', 'dato', 'gesendet', 'lähetetty', 'päiväys', 'päivämäärä', 'pvm'],
  to: ['to', 'till', 'til', 'an', 'vastaanottaja', 'cc', 'kopia', 'kopi'],
  subject: ['subject', 'ämne', 'emne', 'betreff', 'aihe'],
} as const;
type Field = keyof typeof fieldNames;

/** The head of a mail as it is written above its text when it is forwarded or answered. */
export interface WrittenHead {
  /** Index of its first line, and of the first line after it. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly date: string;
  readonly subject: string;
}

/** `-----Original Message-----` and its kin. */
export function isOriginalMarker(line: string): boolean {
  if (line.length > 80) return false;
  const bare = line
    .toLowerCase()
    .replace(/[-_*=:>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return originalMarkers.includes(bare) && /[-_*=:]/.test(line);
}

/** The head that begins at a line: a From field, and within six lines at least one of date, recipient or subject. */
export function headAt(lines: readonly string[], start: number): WrittenHead | undefined {
  const first = fieldOf(lines[start] ?? '');
  if (first?.field !== 'from' || first.value === '') return undefined;
  const found: Record<Field, string> = { from: first.value, date: '', to: '', subject: '' };
  let end = start + 1;
  let last: Field = 'from';
  while (end < lines.length && end < start + 12) {
    const line = lines[end] ?? '';
    const next = fieldOf(line);
    // A long list of recipients or a long subject goes on in the next line.
    const goesOn = /^\s+\S/.test(line) && (last === 'to' || last === 'subject');
    if (next === undefined && !goesOn) break;
    if (next !== undefined) {
      if (found[next.field] === '') found[next.field] = next.value;
      last = next.field;
    }
    end += 1;
  }
  return found.date === '' && found.to === '' && found.subject === ''
    ? undefined
    : { start, end, from: found.from, date: found.date, subject: found.subject };
}

function fieldOf(line: string): { readonly field: Field; readonly value: string } | undefined {
  const match = /^[\s*]{0,4}(\p{L}{2,15})\*?\s?:\*?\s*(.{0,500})$/u.exec(line.slice(0, 600));
  const name = match?.[1]?.toLowerCase() ?? '';
  for (const field of ['from', 'date', 'to', 'subject'] as const)
    if (fieldNames[field].some((known) => known === name)) return { field, value: (match?.[2] ?? '').trim() };
  return undefined;
}

/** `On 4 March 2026 at 09:12, X wrote:` in one line or broken over two; answers how many lines it takes. */
export function attributionLines(lines: readonly string[], at: number): 0 | 1 | 2 {
  if (isAttribution(lines[at] ?? '')) return 1;
  const first = lines[at] ?? '';
  const second = lines[at + 1] ?? '';
  const opens = /^\s*(on|den|am|le|på|ma|ti|ke|to|pe|la|su|man|tir|ons|tor|fre|lør|søn|mån|tis|lör|sön)\b/i.test(first);
  return opens && second.trim() !== '' && isAttribution(`${first} ${second}`) ? 2 : 0;
}

function isAttribution(line: string): boolean {
  if (line.length > 300 || !/\d/.test(line) || !/:\s*$/.test(line)) return false;
  return /(^|[\s,>])(wrote|skrev|schrieb|kirjoitti|skreiv)([\s,:<(]|$)/i.test(line);
}
