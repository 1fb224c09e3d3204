import type { LivingCase } from '#domain/case/state.ts';

/**
 * Since when (ISO 8601) something that was sent to the person has waited for an answer; `undefined` where nothing does:
 * it has not gone out, or what was asked last is answered. The days before an answer or a reopening do not count.
 */
export function askedSince(state: LivingCase): string | undefined {
  const sentAt = (letter: string): readonly string[] => {
    const at = state.letters.get(letter)?.sentAt ?? null;
    return at === null ? [] : [at];
  };
  const open = state.askings.filter(({ answeredAt }) => answeredAt === null);
  const codes = state.challenges.filter(({ purpose }) => purpose === 'identity').map(({ id }) => `M23/${id}`);
  const letters = open.length > 0 ? open.map(({ id, about }) => `${about === 'identity' ? 'M2' : 'M3'}/${id}`) : codes;
  const asked = latest(letters.flatMap(sentAt));
  const answered = latest(state.askings.flatMap(({ answeredAt }) => (answeredAt === null ? [] : [answeredAt])));
  // Whoever has answered is not silent, whatever was sent before.
  if (asked === undefined || (open.length === 0 && answered !== undefined && answered >= asked)) return undefined;
  const reopened = sentAt(`REOPENED/${state.reopenings}`);
  // The person learns by letter that the case goes on.
  if (state.reopenings > 0 && reopened.length === 0) return undefined;
  return latest([asked, ...(answered === undefined ? [] : [answered]), ...reopened]);
}

function latest(instants: readonly string[]): string | undefined {
  return instants.toSorted().at(-1);
}
