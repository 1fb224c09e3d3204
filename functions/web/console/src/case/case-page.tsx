import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import type { CaseView } from '#api/staff.ts';
import { hasEnded, statusOf } from '../logic/known.ts';
import type { Entry } from '../logic/more.ts';
import { queueAddress } from '../logic/place.ts';
import { useDesk } from '../session/context.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { InZone, useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/console-words.ts';
import { CaseFacts } from './case-facts.tsx';
import { CaseRecords } from './case-records.tsx';
import { CaseContext, type OpenCase } from './context.ts';
import { DatesCard } from './dates-card.tsx';
import { DecidedCard } from './decided-card.tsx';
import { KeepingCard } from './keeping-card.tsx';
import { LockedOut } from './locked-out.tsx';
import { SystemsTable } from './systems-table.tsx';
import { MoreActions } from './tasks/more-actions.tsx';
import { TaskDialog } from './tasks/task-dialog.tsx';
import { WaitingTasks } from './tasks/waiting-tasks.tsx';
import { Timeline } from './timeline.tsx';
import { useCase } from './use-case.ts';
import { WhoAsksCard } from './who-asks-card.tsx';

interface Props {
  readonly reference: string;
  readonly takeFocus: boolean;
}

/** What the user did last on this page: a command, or only a reload of the case. */
type LastDone = StaffCommandType | 'reload';

/** The page of one case: its tasks, the results of the systems, the dates and the timeline. */
export function CasePage({ reference, takeFocus }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { client } = useDesk();
  const { view, trouble, reload } = useCase(client, reference);
  const [last, setLast] = useState<LastDone>();
  const [chosen, setChosen] = useState<Entry>();
  const announcement = useRef<HTMLParagraphElement>(null);

  const open = useMemo<OpenCase | undefined>(() => {
    if (view === undefined) return undefined;
    const after = async (what: LastDone): Promise<void> => {
      setLast(undefined);
      await reload();
      setLast(what);
    };
    const done = (type: StaffCommandType): void => {
      setChosen(undefined);
      void after(type);
    };
    return { view, reload: () => void after('reload'), done, choose: setChosen };
  }, [view, reload]);

  // The button that had the focus may be gone after a command. Then the announcement takes the focus, so that keyboard
  // users do not start again at the top.
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (last !== undefined && lost) announcement.current?.focus();
  }, [last]);

  if (trouble?.code === 'locked-out') return <LockedOut takeFocus={takeFocus} />;
  return (
    <main id="content">
      <div className="row apart">
        <a href={queueAddress}>← {words.frame.backToQueue}</a>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => (open === undefined ? void reload() : open.reload())}
        >
          {words.case.reload}
        </Button>
      </div>
      <div className="stack tight">
        <PageHeading takeFocus={takeFocus}>{words.case.title(reference)}</PageHeading>
        {view === undefined ? null : <CaseSummary view={view} />}
      </div>
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="page" onReload={() => void reload()} onRetry={() => void reload()} />
      )}
      {open === undefined && trouble === undefined ? <Loading /> : null}
      {open === undefined ? null : (
        <CaseContext value={open}>
          <InZone zone={open.view.timeZone}>
            <div className="case">
              <div className="stack">
                <section className="panel stack" aria-labelledby="waits">
                  <h2 id="waits">{words.case.waits}</h2>
                  <p ref={announcement} tabIndex={-1} role="status" className="announcement">
                    {last === undefined
                      ? ''
                      : last === 'reload'
                        ? words.case.reloaded
                        : staffCommands[last].done[language]}
                  </p>
                  <WaitingTasks />
                  {/* A new `key` makes React mount the menu again, so the menu is closed after each command. */}
                  <MoreActions key={last} />
                </section>
                <CaseFacts />
                <DecidedCard />
              </div>
              <div className="stack">
                <DatesCard />
                <WhoAsksCard />
                <KeepingCard />
              </div>
            </div>
            <SystemsTable />
            <div className="case">
              <Timeline />
              <div className="stack">
                <CaseRecords />
              </div>
            </div>
            {chosen === undefined ? null : (
              <TaskDialog
                key={`${chosen.type} ${chosen.variant}`}
                entry={chosen}
                onClose={() => setChosen(undefined)}
              />
            )}
          </InZone>
        </CaseContext>
      )}
    </main>
  );
}

function CaseSummary({ view }: { readonly view: CaseView }): ReactNode {
  const { words, date } = useSpeech();
  const status = statusOf(view.status);
  const ended = status !== undefined && hasEnded(status);
  return (
    <>
      <div className="row">
        <span className="badge">{wordFor(words.statuses, view.status)}</span>
        {view.matter === 'request' ? null : <span className="badge">{wordFor(words.terms.matters, view.matter)}</span>}
        <span>
          {words.case.due} <strong>{date(view.unsuspendedDue)}</strong>
        </span>
        {ended ? null : <DueBadge daysLeft={view.daysLeft} />}
      </div>
      <p className="soft small">{words.frame.zone(view.timeZone)}</p>
      {view.hold === null ? null : (
        <p>
          {words.case.hold}: {wordFor(words.holds, view.hold)}.
          {view.decideBy === null ? '' : ` ${words.law.dates.decideBy} ${date(view.decideBy)}.`}
        </p>
      )}
    </>
  );
}
