import type { Common } from '#domain/case/state.ts';

/**
 * The id of the command that opens a case about erasure if a mail asks us to stop using the data that came with the
 * request (Art. 17(1)(b)).
 */
export function stopUsing(messageId: string): string {
  return `mail/${messageId}/stop-using`;
}

/**
 * Whether the person has written that we should stop using the data that came with the request. For a request for
 * erasure without these words the result is `false`.
 */
export function hasAskedToStopUsing({ seen }: Pick<Common, 'seen'>): boolean {
  return [...seen].some((command) => /^mail\/.*\/stop-using$/s.test(command));
}
