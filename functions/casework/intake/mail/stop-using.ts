import type { Common } from '#domain/case/state.ts';

/** The command by which a mail has the use of what came in looked at as a request for erasure (Art. 17(1)(b)). */
export function stopUsing(messageId: string): string {
  return `mail/${messageId}/stop-using`;
}

/** Whether the person has written that we should stop using what came in. A request for erasure alone does not say so. */
export function hasAskedToStopUsing({ seen }: Pick<Common, 'seen'>): boolean {
  return [...seen].some((command) => /^mail\/.*\/stop-using$/s.test(command));
}
