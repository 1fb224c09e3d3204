import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useEffect, useState, type ReactNode } from 'react';
import type { Trouble } from '../api/problem.ts';
import { choices, countsOf, everything, linesFor, owners, type Queue } from '../logic/queue.ts';
import { useDesk } from '../session/context.ts';
import { Loading } from '../ui/loading.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/console-words.ts';
import { QueueTable } from './queue-table.tsx';

const REFRESH_MILLISECONDS = 60_000;

interface Read {
  readonly queue: Queue;
  readonly at: number;
}

/** The work queue. Ended cases that still need a decision come first, then open cases by `daysLeft`. */
export function QueuePage({ takeFocus }: { readonly takeFocus: boolean }): ReactNode {
  const { words, time } = useSpeech();
  const { client, member } = useDesk();
  const [read, setRead] = useState<Read>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const [filter, setFilter] = useState(everything);

  const refresh = useCallback(async () => {
    setBusy(true);
    const answer = await client.queue();
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setRead({ queue: answer.value, at: Date.now() });
  }, [client]);

  useEffect(() => {
    void refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh();
    }, REFRESH_MILLISECONDS);
    return () => clearInterval(timer);
  }, [refresh]);

  const lines = read?.queue.cases ?? [];
  const shown = linesFor(lines, filter, member.id);
  const controllers = choices(lines, ({ controller }) => controller);
  const statuses = choices(lines, ({ status }) => status);

  return (
    <main id="content">
      <div className="row apart">
        <div className="stack tight">
          <PageHeading takeFocus={takeFocus}>{words.queue.title}</PageHeading>
          {read === undefined ? null : (
            <p className="soft">
              {words.queue.lead({ ...countsOf(lines), open: read.queue.open })} {words.law.queue.takes}{' '}
              {lines.length === 0 ? null : words.frame.zone(choices(lines, ({ timeZone }) => timeZone).join(', '))}
            </p>
          )}
        </div>
        <div className="row">
          <span className="soft small" role="status">
            {read === undefined ? '' : words.queue.refreshed(time(read.at, lines[0]?.timeZone))}
          </span>
          <Button variant="default" loading={busy && read !== undefined} onClick={() => void refresh()}>
            {words.queue.refresh}
          </Button>
        </div>
      </div>
      {read?.queue.more === true ? (
        <p className="notice calm">{words.queue.onlyFirst(countsOf(lines).open, read.queue.open)}</p>
      ) : null}
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void refresh()} />}
      {read === undefined && trouble === undefined ? <Loading /> : null}
      {lines.length === 0 ? null : (
        <div className="row">
          <NativeSelect
            label={words.law.queue.owner}
            value={filter.owners}
            onChange={(event) => {
              const chosen = owners.find((each) => each === event.currentTarget.value);
              if (chosen !== undefined) setFilter({ ...filter, owners: chosen });
            }}
            data={owners.map((value) => ({ value, label: words.law.queue.owners[value] }))}
          />
          {controllers.length < 2 && filter.controller === '' ? null : (
            <NativeSelect
              label={words.queue.controller}
              value={filter.controller}
              onChange={(event) => setFilter({ ...filter, controller: event.currentTarget.value })}
              data={[
                { value: '', label: words.queue.all },
                ...controllers.map((value) => ({
                  value,
                  label: lines.find(({ controller }) => controller === value)?.controllerName ?? value,
                })),
              ]}
            />
          )}
          <NativeSelect
            label={words.queue.status}
            value={filter.status}
            onChange={(event) => setFilter({ ...filter, status: event.currentTarget.value })}
            data={[
              { value: '', label: words.queue.all },
              ...statuses.map((value) => ({ value, label: wordFor(words.statuses, value) })),
            ]}
          />
        </div>
      )}
      {read === undefined ? null : lines.length === 0 ? (
        <div className="panel stack tight">
          <h2>{words.queue.empty}</h2>
          <p className="soft">{words.queue.emptyText}</p>
        </div>
      ) : shown.length === 0 ? (
        <p className="panel">{words.queue.noMatch}</p>
      ) : (
        <QueueTable lines={shown} />
      )}
    </main>
  );
}
