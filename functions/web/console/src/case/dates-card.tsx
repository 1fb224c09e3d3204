import type { ReactNode } from 'react';
import { hasEnded, statusOf } from '../logic/known.ts';
import { holdingDate, isExtended, isTooLateForNotice, wasRegisteredLater } from '../logic/dates.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { Facts, type Fact } from '../ui/facts.tsx';
import { useSpeech } from '../words/language.tsx';
import { useOpenCase } from './context.ts';

/** The card with the last day for the answer, the reason for that day, and all other dates of the case. */
export function DatesCard(): ReactNode {
  const { words, date } = useSpeech();
  const { view } = useOpenCase();
  const { dates } = words.law;
  const { period, rest } = holdingDate(view);
  const status = statusOf(view.status);
  const ended = status !== undefined && hasEnded(status);
  return (
    <section className="panel stack" aria-labelledby="dates">
      <h2 id="dates">{dates.title}</h2>
      <div className="stack tight">
        <span className="soft small">{dates.answerBy}</span>
        <span className="row">
          <strong className="big-date">{date(view.unsuspendedDue)}</strong>
          {ended ? null : <DueBadge daysLeft={view.daysLeft} />}
        </span>
        <p className="small">{dates.period[period]}</p>
        {rest === 'none' ? null : (
          <p className="small">{rest === 'open' ? dates.rest.open : dates.rest.over(view.suspendedDays ?? 0)}</p>
        )}
      </div>
      <Facts facts={useLegalDates()} />
      {ended ? null : <Targets />}
    </section>
  );
}

function useLegalDates(): readonly Fact[] {
  const { words, date, instant } = useSpeech();
  const { view } = useOpenCase();
  const { dates } = words.law;
  const extension = view.extensions.at(-1);
  const rests = holdingDate(view).rest !== 'none';
  return [
    { name: dates.received, value: instant(view.receivedAt) },
    ...(wasRegisteredLater(view)
      ? [
          {
            name: dates.registered,
            value: (
              <>
                {instant(view.registeredAt)} <span className="soft small">({dates.registeredHint})</span>
              </>
            ),
          },
        ]
      : []),
    ...(rests ? [{ name: dates.suspended, value: view.due === null ? dates.suspendedOpen : date(view.due) }] : []),
    {
      name: dates.notice,
      value: (
        <>
          {date(view.lastDayForNotice)}
          {isTooLateForNotice(view) ? <strong> ({dates.noticeOver})</strong> : null}
        </>
      ),
    },
    ...(extension === undefined
      ? view.extendedDue === null || isTooLateForNotice(view)
        ? []
        : [{ name: dates.mayExtendTo, value: date(view.extendedDue) }]
      : [
          {
            name: isExtended(view) ? dates.extendedTo : dates.mayExtendTo,
            value: (
              <>
                {date(extension.due)}{' '}
                <span className="soft small">
                  (
                  {extension.noticeSentAt === null
                    ? dates.noticeUnsent
                    : dates.noticeSent(instant(extension.noticeSentAt))}
                  )
                </span>
              </>
            ),
          },
        ]),
  ];
}

/** Dates that the organisation sets for itself, so that the answer is ready in time. No law requires them. */
function Targets(): ReactNode {
  const { words, date } = useSpeech();
  const { targets, decideBy } = useOpenCase().view;
  const { dates } = words.law;
  const facts: readonly Fact[] = [
    ...(decideBy === null ? [] : [{ name: dates.decideBy, value: date(decideBy) }]),
    { name: dates.acknowledgeBy, value: date(targets.acknowledgeBy) },
    { name: dates.askIdentityBy, value: date(targets.askIdentityBy) },
    { name: dates.draftBy, value: date(targets.draftBy) },
  ];
  return (
    <details open={decideBy !== null}>
      <summary>{dates.targets}</summary>
      <Facts facts={facts} />
    </details>
  );
}
