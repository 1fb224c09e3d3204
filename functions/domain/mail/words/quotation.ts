/** Lines with which mail programs introduce the words of somebody else. */

const originalMarkers = [
  'original message',
  'original appointment',
  'forwarded message',
  'begin forwarded message',
  'forwarded mail',
  'originalmeddelande',
  'ursprungligt meddelande',
  'vidarebefordrat meddelande',
  'vidarebefordrat brev',
  'vidarebefordrat mejl',
  'vidarebefordrat mail',
  'påbörja vidarebefordrat brev',
  'börja vidarebefordrat meddelande',
  'opprinnelig melding',
  'videresendt melding',
  'start på videresendt melding',
  'oprindelig meddelelse',
  'videresendt meddelelse',
  'videresendt besked',
  'start på videresendt besked',
  'alkuperäinen viesti',
  'välitetty viesti',
  'edelleenlähetetty viesti',
  'välitetty viesti alkaa',
  'ursprüngliche nachricht',
  'originalnachricht',
  'weitergeleitete nachricht',
  'anfang der weitergeleiteten nachricht',
  'message transféré',
  'message transmis',
  "message d'origine",
  'début du message transféré',
  'début du message réexpédié',
  'mensaje reenviado',
  'mensaje original',
  'inicio del mensaje reenviado',
  'doorgestuurd bericht',
  'oorspronkelijk bericht',
  'begin doorgestuurd bericht',
  'messaggio inoltrato',
  'messaggio originale',
  'inizio messaggio inoltrato',
  'mensagem encaminhada',
  'mensagem original',
  'wiadomość przekazana dalej',
  'przekazana wiadomość',
  'treść przekazanej wiadomości',
  'wiadomość oryginalna',
  'původní zpráva',
  'přeposlaná zpráva',
  'edasi saadetud kiri',
  'пересланное сообщение',
  'пересылаемое сообщение',
];

/** The names of the fields in a written head (`WrittenHead`), in the languages of mail programs and in lower case. */
const fieldNames = {
  from: 'from|från|fra|von|lähettäjä|de|da|van|od|saatja|kimden|feladó|expéditeur|remitente|mittente|afzender|от',
  date: `sent|date|sent on|skickat|datum|sendt|dato|gesendet|gesendet am|lähetetty|päiväys|päivämäärä|pvm|envoyé|envoyé le|enviado|
    enviado el|fecha|data|enviada em|inviato|verzonden|wysłano|wysłane|odesláno|saadetud|kuupäev|gönderilme tarihi|tarih|elküldve|
    dátum|дата|отправлено`,
  to: 'to|till|til|an|vastaanottaja|cc|bcc|kopia|kopi|kopie|à|a|para|aan|do|dw|komu|kime|címzett|saaja|copie à|кому|копия',
  subject: 'subject|ämne|emne|betreff|aihe|objet|asunto|assunto|oggetto|onderwerp|temat|předmět|teema|konu|tárgy|тема',
} as const;
type Field = keyof typeof fieldNames;

const fields: ReadonlyMap<string, Field> = new Map(
  (['from', 'date', 'to', 'subject'] as const).flatMap((field) =>
    fieldNames[field].split('|').map((name): [string, Field] => [name.trim(), field]),
  ),
);
/** Lines of a head that are skipped, because their information is not needed. */
const besides =
  /^(?:reply-to|svara till|svar till|antwort an|organization|organisation|importance|priority|prioritet|betydelse|attachments?|bilagor?|bifogade filer|anlagen?|sender|avsändare|resent-from|message-id|mailed-by|signed-by|security)$/;

/** The head of a forwarded or answered mail, as mail programs write it above the text of that mail. */
export interface WrittenHead {
  /** The index of the head's first line, and of the first line after the head. */
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly date: string;
  readonly subject: string;
}

/** Whether a line is `-----Original Message-----` or similar. */
export function isOriginalMarker(line: string): boolean {
  if (line.length > 80) return false;
  const bare = line
    .toLowerCase()
    .replace(/[-_*=:>]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return originalMarkers.includes(bare) && /[-_*=:]/.test(line);
}

/**
 * The lines of a text. A head in one line is split into lines. Yahoo writes such heads: `----- Forwarded message -----
 * From: a@example.orgTo: bSent: 5 May 2026Subject: c`.
 */
export function withHeadsInLines(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => (line.length <= 4_000 && line.split(':').length > 2 ? unfolded(line) : [line]));
}

const namesLongestFirst = [...fields.keys()].toSorted((a, b) => b.length - a.length);
/**
 * Matches the name of a field. The character before it is no letter, or the name begins with a capital directly after a
 * value: `a@example.orgTo:`.
 */
const fieldStart = new RegExp(
  [
    `(?<![\\p{L}])(?:${namesLongestFirst.map(anyCase).join('|')})(?=\\*{0,2}\\s?[:：])`,
    `(?<=[\\p{L}])(?:${namesLongestFirst.map(capital).join('|')})(?=\\*{0,2}\\s?[:：])`,
  ].join('|'),
  'gu',
);

function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function anyCase(name: string): string {
  return `[${name.charAt(0)}${name.charAt(0).toUpperCase()}]${name.slice(1)}`;
}

function unfolded(line: string): readonly string[] {
  const starts = [...line.matchAll(fieldStart)];
  const found = starts.map(({ 0: name }) => fields.get(name.toLowerCase()));
  const distinct = new Set(found);
  const [first] = starts;
  if (first === undefined || !distinct.has('from') || distinct.size < 3) return [line];
  const cuts = [...starts.map(({ index }) => index), line.length];
  const before = line.slice(0, first.index).replace(/[\s*]+$/, '');
  const parts = starts.map(({ index }, position) => line.slice(index, cuts[position + 1]).trim());
  // The empty line ends the head. Without it, an indented first line of the text could continue the last field.
  return [...(before.trim() === '' || /^[>\s]+$/.test(before) ? [] : [before]), ...parts, ''];
}

/**
 * The head that begins at a line. A head has fields in any order, one in each line. One field must be From, and one
 * must be a date, a recipient or a subject. If From is not the first field and has no address, two of these are needed.
 * Empty lines may be between the fields, and a value may continue on the next line.
 */
export function headAt(lines: readonly string[], start: number): WrittenHead | undefined {
  const first = fieldOf(lines[start] ?? '');
  if (first === undefined || first.field === undefined) return undefined;
  const found: Record<Field, string> = { from: '', date: '', to: '', subject: '' };
  const seen = new Set<Field>();
  let last: Field | undefined;
  let end = start;
  for (let at = start; at < lines.length && at < start + 40; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') {
      // Some programs put an empty line after each field. The text begins at the first line after which no field
      // follows.
      if (fieldOf(lines[at + 1] ?? '')?.field === undefined || seen.size === 4) break;
      continue;
    }
    const next = fieldOf(line);
    if (next === undefined) {
      if (last === undefined || !goesOn(line, last, found[last])) break;
      if (found[last] === '' || last === 'from') found[last] = `${found[last]} ${line.trim()}`.trim().slice(0, 500);
    } else if (next.field !== undefined) {
      // A second From field begins the next head.
      if (next.field === 'from' && seen.has('from')) break;
      seen.add(next.field);
      if (found[next.field] === '') found[next.field] = next.value;
      last = next.field;
    }
    end = at + 1;
  }
  const isHead =
    found.from !== '' && seen.size > 1 && (first.field === 'from' || found.from.includes('@') || seen.size > 2);
  return isHead ? { start, end, from: found.from, date: found.date, subject: found.subject } : undefined;
}

/** Whether a line without a field name continues the value of the field before it. */
function goesOn(line: string, field: Field, value: string): boolean {
  if (value === '') return line.length < 300;
  if (field === 'from') return !value.includes('@') && /^\s*[<[(]?(?:mailto:)?[^\s@<>]+@\S+$/.test(line);
  if (field === 'to') return /^\s+\S/.test(line) || (line.includes('@') && /[;,>]\s*$/.test(line));
  return field === 'subject' && /^\s+\S/.test(line);
}

function fieldOf(line: string): { readonly field: Field | undefined; readonly value: string } | undefined {
  const match = /^[\s*_>]{0,6}(\p{L}[\p{L} -]{0,24}?)[*_]{0,2}\s{0,3}[:：][*_]{0,2}\s*(.{0,500})$/u.exec(
    line.slice(0, 600),
  );
  const name = match?.[1]?.toLowerCase().trim() ?? '';
  const field = fields.get(name);
  if (field === undefined && !besides.test(name)) return undefined;
  return { field, value: (match?.[2] ?? '').replace(/^\*+|\*+$/g, '').trim() };
}

/**
 * The number of lines, one or two, of an introduction such as `On 4 March 2026 at 09:12, X wrote:`; 0 if there is none.
 */
export function attributionLines(lines: readonly string[], at: number): 0 | 1 | 2 {
  if (isAttribution(lines[at] ?? '')) return 1;
  const first = lines[at] ?? '';
  const second = lines[at + 1] ?? '';
  const opens =
    /^\s*(on|den|am|le|el|il|op|em|w|dne|på|ma|ti|ke|to|pe|la|su|man|tir|ons|tor|fre|lør|søn|mån|tis|lör|sön|\d{4}-\d{2}-\d{2})\b/i.test(
      first,
    );
  return opens && second.trim() !== '' && isAttribution(`${first} ${second}`) ? 2 : 0;
}

function isAttribution(line: string): boolean {
  if (line.length > 300 || !/\d/.test(line) || !/:\s*$/.test(line)) return false;
  return /(^|[\s,>])(wrote|skrev|schrieb|kirjoitti|skreiv|a écrit|escribió|ha scritto|schreef|escreveu|napisał\(?a?\)?|napsal\(?a?\)?)([\s,:<(]|$)/i.test(
    line,
  );
}
