import { keyOf } from '#domain/case/letters/letter-key.ts';
import type { Letter } from '#domain/case/letters/letters.ts';
import type { LivingCase } from '#domain/case/state.ts';

/**
 * Since when (ISO 8601) a case has waited for a reply of the person: since the latest question or code was sent, since
 * the person's latest reply, or since the letter about a reopening was sent, whichever is latest. `undefined` if the
 * case does not wait: no question or code was sent, the person has answered all questions since, or the letter about
 * the reopening is not sent yet.
 */
export function askedSince({ common }: LivingCase): string | undefined {
  const sentAt = (letter: Letter): readonly string[] => {
    const at = common.letters.get(keyOf(letter))?.sentAt ?? null;
    return at === null ? [] : [at];
  };
  const open = common.askings.filter(({ answeredAt }) => answeredAt === null);
  const codes = common.challenges
    .filter(({ purpose }) => purpose === 'identity')
    .map(({ id }): Letter => ({ kind: 'one-time-code', of: id }));
  const questions = open.map(({ id, about }): Letter => ({
    kind: about === 'identity' ? 'identity-request' : 'clarification-request',
    of: id,
  }));
  const asked = latest((questions.length > 0 ? questions : codes).flatMap(sentAt));
  const answered = latest(common.askings.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt])));
  // All questions are answered, and the latest answer came after the latest letter, so the case does not wait.
  if (asked === undefined || (open.length === 0 && answered !== undefined && answered >= asked)) return undefined;
  const reopened = sentAt({ kind: 'reopened', n: common.reopenings });
  // The letter about the reopening is not sent yet, so the person does not know that the case continues.
  if (common.reopenings > 0 && reopened.length === 0) return undefined;
  return latest([asked, ...(answered === undefined ? [] : [answered]), ...reopened]);
}

function latest(instants: readonly string[]): string | undefined {
  return instants.toSorted().at(-1);
}
