import { Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { auditRoles } from '#commands/role.ts';
import { useDesk } from '../session/context.ts';
import { useSpeech } from '../words/language.tsx';
import { actorWords, technicalEvents, wordFor } from '../words/console-words.ts';
import { useOpenCase } from './context.ts';
import { EventLog } from './event-log.tsx';

/** The timeline of the case, with the latest event first, and the button that downloads the event log. */
export function Timeline(): ReactNode {
  const { words, language, instant } = useSpeech();
  const { member } = useDesk();
  const { timeline } = useOpenCase().view;
  const [all, setAll] = useState(false);
  const lines = timeline
    .map((line, index) => ({ ...line, index }))
    .filter(({ type }) => all || !technicalEvents.has(type))
    .toReversed();
  return (
    <section className="panel stack" aria-labelledby="timeline">
      <h2 id="timeline">{words.case.timeline}</h2>
      <Checkbox label={words.case.technical} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      <ol className="timeline" reversed>
        {lines.map(({ at, type, by, letterTitle, staff, reason = '', index }) => (
          <li key={index}>
            <div>
              {wordFor(words.events, type)}
              {letterTitle === undefined ? '' : `: ${letterTitle[language]}`}
              {staff === undefined ? '' : `: ${actorWords(words, `staff:${staff}`, member.id)}`}
              {reason === '' ? null : <p className="quote small">{reason}</p>}
            </div>
            <div className="when soft small">
              <time dateTime={at}>{instant(at)}</time> · {actorWords(words, by, member.id)}
            </div>
          </li>
        ))}
      </ol>
      {auditRoles.some((role) => member.roles.has(role)) ? <EventLog /> : null}
    </section>
  );
}
