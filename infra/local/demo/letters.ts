import PostalMime from 'postal-mime';
import { fileName } from '../aws/outbox.ts';
import type { MailRecord, RunningSes } from '../aws/ses/ses.ts';

/** A letter that the demo found among the sent mails. */
export interface ReceivedLetter {
  /** The name of the file in which the local SES stored the mail. */
  readonly file: string;
  /** M1, M23, ... */
  readonly code: string;
  /** acknowledgement, one-time-code, ... */
  readonly name: string;
  readonly reference: string;
  readonly text: string;
}

/** The letters that were parsed before, by the id of their mail: a sent mail never changes. */
const parsed = new WeakMap<RunningSes, Map<string, ReceivedLetter>>();

/** Finds the letters that the system has mailed about a case so far, oldest first. */
export async function lettersOf(ses: RunningSes, reference: string): Promise<readonly ReceivedLetter[]> {
  const known = parsed.get(ses) ?? new Map<string, ReceivedLetter>();
  parsed.set(ses, known);
  const letters: ReceivedLetter[] = [];
  for (const record of ses.list()) {
    const letter = known.get(record.id) ?? (await readLetter(ses, record));
    if (letter === undefined) continue;
    known.set(record.id, letter);
    if (letter.reference === reference) letters.push(letter);
  }
  return letters;
}

async function readLetter(ses: RunningSes, record: MailRecord): Promise<ReceivedLetter | undefined> {
  const raw = await ses.read(record.id);
  if (raw === undefined) return undefined;
  const mail = await PostalMime.parse(raw);
  const header = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? '';
  return {
    file: fileName(record, 'eml'),
    code: header('x-utdrag-letter').split('/')[0] ?? '',
    name: header('x-utdrag-letter-name'),
    reference: header('x-utdrag-case'),
    text: mail.text ?? '',
  };
}

/** The six digits of the code in the newest letter with a code. */
export function codeIn(letters: readonly ReceivedLetter[]): string | undefined {
  const letter = letters.findLast(({ name }) => name === 'one-time-code');
  return /^\s*(\d{6})\s*$/m.exec(letter?.text ?? '')?.[1];
}

/** The access token from the first link that has one. */
export function tokenIn(letters: readonly ReceivedLetter[]): string | undefined {
  return letters.map(({ text }) => /\?key=([\w-]+)/.exec(text)?.[1]).find((token) => token !== undefined);
}
