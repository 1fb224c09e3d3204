import { useMemo, useState, type ReactNode } from 'react';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import { CaseContext, type OpenCase } from '../case/context.ts';
import { LockedOut } from '../case/locked-out.tsx';
import { TaskDialog } from '../case/tasks/task-dialog.tsx';
import { useCase } from '../case/use-case.ts';
import type { Entry } from '../logic/more.ts';
import { caseAddress } from '../logic/place.ts';
import { useDesk } from '../session/context.ts';
import { DueBadge } from '../ui/due-badge.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { wordFor } from '../words/console-words.ts';
import { InZone, useSpeech } from '../words/language.tsx';
import { Desk } from './desk.tsx';

interface Props {
  readonly reference: string;
  readonly takeFocus: boolean;
}

/** The page on which staff look at the records of an answer, decide on them, and release it. */
export function ReviewPage({ reference, takeFocus }: Props): ReactNode {
  const { words, language, date } = useSpeech();
  const { client } = useDesk();
  const { view, trouble, reload } = useCase(client, reference);
  const [chosen, setChosen] = useState<Entry>();
  const [last, setLast] = useState<StaffCommandType>();

  const open = useMemo<OpenCase | undefined>(() => {
    if (view === undefined) return undefined;
    const done = (type: StaffCommandType): void => {
      setChosen(undefined);
      setLast(undefined);
      void reload().then(() => setLast(type));
    };
    return { view, reload: () => void reload(), done, choose: setChosen };
  }, [view, reload]);

  if (trouble?.code === 'locked-out') return <LockedOut takeFocus={takeFocus} />;
  const isReviewed = view?.status === 'reviewing';
  return (
    <main id="content" className="review">
      <a href={caseAddress(reference)}>← {words.review.toCase}</a>
      <div className="stack tight">
        <PageHeading takeFocus={takeFocus}>{words.review.title(reference)}</PageHeading>
        {view === undefined ? null : (
          <div className="row">
            <span className="badge">{view.rights.map((right) => wordFor(words.rights, right)).join(', ')}</span>
            <span>
              {words.case.due} <strong>{date(view.unsuspendedDue)}</strong>
            </span>
            <DueBadge daysLeft={view.daysLeft} />
          </div>
        )}
      </div>
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="page" onReload={() => void reload()} onRetry={() => void reload()} />
      )}
      {open === undefined && trouble === undefined ? <Loading /> : null}
      {open === undefined ? null : (
        <CaseContext value={open}>
          <InZone zone={open.view.timeZone}>
            <p role="status" className="announcement">
              {last === undefined ? '' : staffCommands[last].done[language]}
            </p>
            {isReviewed ? <Desk /> : <p className="notice calm">{words.review.over}</p>}
            {chosen === undefined ? null : <TaskDialog entry={chosen} onClose={() => setChosen(undefined)} />}
          </InZone>
        </CaseContext>
      )}
    </main>
  );
}
