import { useEffect, useState, type ReactNode } from 'react';
import { updateBreachLabels } from '#commands/update-breach.ts';
import { hoursUntil } from '../logic/dates.ts';
import type { Breach } from '../logic/task.ts';
import { useSpeech } from '../words/language.tsx';

const MINUTE = 60_000;
/** The hours below which the countdown is shown as urgent. */
const PRESSING = 24;

/**
 * The time by which the supervisory authority must be notified of a breach (Art. 33). The hours left are shown until
 * staff record that they have notified the authority or need not.
 */
export function BreachCountdown({ breach }: { readonly breach: Breach }): ReactNode {
  const { language, instant } = useSpeech();
  const { notifyBy, left } = updateBreachLabels[language];
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  const settled = breach.steps.includes('authority-notified') || breach.steps.includes('no-notification-needed');
  const hours = hoursUntil(breach.notifyBy, now);
  const urgency = hours < 0 ? 'late' : hours < PRESSING ? 'soon' : 'near';
  return (
    <p className="row">
      <span>{notifyBy(instant(breach.notifyBy))}</span>
      {settled ? null : <span className={`badge ${urgency}`}>{left(hours)}</span>}
    </p>
  );
}
