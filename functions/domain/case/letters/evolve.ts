import { dated } from '../clock/evolve.ts';
import { impossible } from '../log/impossible-event.ts';
import { withCommon, type OpenedCase, type SentLetter } from '../state.ts';
import type { LetterEvent } from './events.ts';
import { keyOf } from './letter-key.ts';

/** The state after an event of the topic. */
export function evolveLetter(state: OpenedCase, event: LetterEvent): OpenedCase {
  const kept = state.common.letters.get(keyOf(event.letter));
  switch (event.type) {
    case 'letter-intended':
      return withLetter(state, {
        letter: event.letter,
        attempt: event.attempt,
        intendedAt: event.at,
        sentAt: null,
        // Until this attempt has a result, the failure of the attempt before it still counts.
        failedAt: kept?.failedAt ?? null,
      });
    case 'letter-sent':
      return kept === undefined
        ? impossible(state, event)
        : dated(withLetter(state, { ...kept, sentAt: event.at, failedAt: null }));
    case 'letter-failed':
      return kept === undefined ? impossible(state, event) : withLetter(state, { ...kept, failedAt: event.at });
    case 'letter-returned':
      return kept === undefined
        ? impossible(state, event)
        : withCommon(state, { returned: [...state.common.returned, event] });
  }
}

/** Adds or replaces a letter that was announced or sent. */
function withLetter(state: OpenedCase, letter: SentLetter): OpenedCase {
  return withCommon(state, { letters: new Map([...state.common.letters, [keyOf(letter.letter), letter]]) });
}
