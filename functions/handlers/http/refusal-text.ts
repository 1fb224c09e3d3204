import type { RefusedCommand } from '#domain/case/decision.ts';
import { refusalInWords } from '#domain/case/refusals/in-words.ts';

/** The English text of a refusal, for a problem document. The text never contains personal data. */
export async function refusalText({ rule, values }: Pick<RefusedCommand, 'rule' | 'values'>): Promise<string> {
  return refusalInWords(await loadEnglishRefusals(), rule, values);
}

/** Loads the English words of all rules (13 KiB). Only a refused request needs them. */
async function loadEnglishRefusals(): Promise<typeof import('#domain/case/refusals/en.ts').englishRefusals> {
  return (await import('#domain/case/refusals/en.ts')).englishRefusals;
}
