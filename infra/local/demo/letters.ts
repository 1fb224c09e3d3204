import PostalMime from 'postal-mime';
import type { RunningSes } from '../aws/ses/ses.ts';

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

/** Finds the letters that the system has mailed so far, oldest first; with `reference` only those about this case. */
export async function lettersOf(
  ses: RunningSes,
  fileName: (id: string) => string,
  reference?: string,
): Promise<readonly ReceivedLetter[]> {
  const letters: ReceivedLetter[] = [];
  for (const { id } of ses.list()) {
    const raw = await ses.read(id);
    if (raw === undefined) continue;
    const mail = await PostalMime.parse(raw);
    const header = (name: string): string => mail.headers.find(({ key }) => key === name)?.value ?? '';
    const letter = {
      file: fileName(id),
      code: header('x-utdrag-letter').split('/')[0] ?? '',
      name: header('x-utdrag-letter-name'),
      reference: header('x-utdrag-case'),
      text: mail.text ?? '',
    };
    if (reference === undefined || letter.reference === reference) letters.push(letter);
  }
  return letters;
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
