import type { Common } from '#domain/case/state.ts';

/** The command by which a mail starts an erasure of the data that came in (Art. 17(1)(b)), for staff to examine. */
export function stopUsing(messageId: string): string {
  return `mail/${messageId}/stop-using`;
}

/**
 * Whether the person has written that we should stop using the data that came in. A request for erasure alone does not
 * say so.
 */
export function hasAskedToStopUsing({ seen }: Pick<Common, 'seen'>): boolean {
  return [...seen].some((command) => /^mail\/.*\/stop-using$/s.test(command));
}
