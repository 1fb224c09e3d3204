import { useEffect, useState, type ReactNode } from 'react';
import { hoursUntil } from '../logic/dates.ts';
import type { Breach } from '../logic/task.ts';
import { useSpeech } from '../words/language.tsx';

const MINUTE = 60_000;
/** When fewer hours are left, the countdown looks urgent. */
const PRESSING = 24;

/**
 * The time by which the authority must be told of a breach. The hours that are left are shown until staff record a
 * decision.
 */
export function BreachCountdown({ breach }: { readonly breach: Breach }): ReactNode {
  const { words, instant } = useSpeech();
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
      <span>{words.forms.breach.notifyBy(instant(breach.notifyBy))}</span>
      {settled ? null : <span className={`badge ${urgency}`}>{words.forms.breach.left(hours)}</span>}
    </p>
  );
}
