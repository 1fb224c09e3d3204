import { letterOfId } from '#domain/case/letters/coded-letter.ts';
import type { Letter } from '#domain/case/letters/letters.ts';
import { hasEnded, type OpenedCase } from '#domain/case/state.ts';
import type { ParsedMail } from '#domain/mail/parts/parse.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../../commit/casework.ts';
import { loadCase } from '../../commit/commit-command.ts';

/**
 * A letter that we sent and that was received again. `OwnLetter` has the case of the letter and the address to which we
 * sent it.
 */
export interface OwnLetter {
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly to: string;
  /**
   * Which letter of the case it is. `undefined` if an earlier version sent the letter, without the header field that
   * names it.
   */
  readonly letter: Letter | undefined;
}

/**
 * Recognises a mail, or the mail in a bounce report, as a letter that we sent; otherwise `undefined`. The header field
 * `X-Utdrag-Case` names the case. The Message-ID must be one that the mail service returned when it accepted a letter
 * of that case. The number of a case proves nothing, because every subject line contains it. Only a recipient of a
 * letter knows its Message-ID.
 */
export async function ownLetter(casework: Casework, mail: ParsedMail): Promise<OwnLetter | undefined> {
  const field = (name: string): string => (mail.headers.get(name)?.[0] ?? '').trim();
  const reference = field('x-utdrag-case');
  const id = /^<([^<>@\s]{1,200})@[^<>@\s]{1,200}>$/.exec(field('message-id'))?.[1];
  if (id === undefined || !/^[0-9a-z]{4}(?:-[0-9a-z]{4}){3}$/.test(reference)) return undefined;
  const profile = await casework.profiles.get(reference);
  const sent = profile?.sent.find((letter) => letter.id === id);
  if (profile === undefined || sent === undefined) return undefined;
  const { state } = await loadCase(casework, reference);
  return state === undefined || (hasEnded(state) && state.common.purged)
    ? undefined
    : { state, profile, to: sent.to, letter: letterOfId(sent.letter ?? field('x-utdrag-letter')) };
}
