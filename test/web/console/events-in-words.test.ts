import { describe, expect, it } from 'vitest';
import { englishEvents } from '#web/console/src/words/en/events.ts';
import { swedishEvents } from '#web/console/src/words/sv/events.ts';

const all = [...Object.entries(swedishEvents), ...Object.entries(englishEvents)];

/**
 * Acts that no event of a case records. For example, no event records that somebody looked at what was found, or that a
 * person was reached.
 */
const recordedNowhere = /gransk|genomgång|reviewed|screened|examined|fick veta|was told|were told|nådde|reached/i;

/** Events that record only a decision. Another event records that it was carried out. */
const decidedOnly: Readonly<Record<string, RegExp>> = {
  extended: /beslutades|was decided/,
  refused: /beslutades|was decided/,
  'fee-announced': /beslutades|was decided/,
  redirected: /beslutades|was decided/,
  'stop-recorded': /inte infört|not been entered/,
  'right-carried-out': /antecknade|noted/,
  'contact-changed': /antecknades|was noted/,
  'moved-to-post': /antecknades|was noted/,
  'system-answered': /avslutades|ended/,
};

describe('The timeline', () => {
  it.each(all)('claims no act that no event records: %s', (_, sentence) => {
    expect(sentence).not.toMatch(recordedNowhere);
  });

  it.each(Object.entries(decidedOnly))(
    'says of %s that it was decided or noted, not that it was done',
    (type, said) => {
      for (const [event, sentence] of all.filter(([name]) => name === type))
        expect(`${event}: ${sentence}`).toMatch(said);
    },
  );
});
