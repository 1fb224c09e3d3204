import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import PostalMime from 'postal-mime';

/** A letter that the local SES accepted. */
export interface AcceptedLetter {
  readonly reference: string;
  /** The id of the letter in its case, such as `M23/identity-1` (M23 is the letter with a code). */
  readonly letter: string;
  /** When SES stored the file of the letter, in milliseconds on the machine's clock. */
  readonly at: number;
  /** The one-time code in the letter, if the letter contains a code. */
  readonly code: string | undefined;
}

/** Reads every letter in the data folder, oldest first. The system may be running at the same time. */
export async function lettersIn(folder: string): Promise<readonly AcceptedLetter[]> {
  const mail = path.join(folder, 'mail');
  const letters: AcceptedLetter[] = [];
  for (const name of namesIn(mail)) {
    const file = path.join(mail, name);
    const parsed = await PostalMime.parse(readFileSync(file));
    const header = (key: string): string => parsed.headers.find((one) => one.key === key)?.value ?? '';
    letters.push({
      reference: header('x-utdrag-case'),
      letter: header('x-utdrag-letter'),
      at: statSync(file).mtimeMs,
      code: /^\s*(\d{6})\s*$/m.exec(parsed.text ?? '')?.[1],
    });
  }
  return letters;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.eml'))
      .toSorted();
  } catch {
    // The folder of the letters does not exist until the system creates it.
    return [];
  }
}
