import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Trouble } from '../api/problem.ts';
import {
  choices,
  countsOf,
  everything,
  inOrder,
  linesFor,
  lists,
  loadLines,
  owners,
  wholeQueue,
  type Loaded,
} from '../logic/queue.ts';
import { useDesk } from '../session/context.ts';
import { Loading } from '../ui/loading.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/console-words.ts';
import { QueueTable } from './queue-table.tsx';

const REFRESH_MILLISECONDS = 60_000;

/** How many lines one press of the button loads. */
const MORE_LINES = 50;

interface Read extends Loaded {
  readonly at: number;
}

/** The work queue and the archive, page by page, and the search for a case by its number. */
export function QueuePage({ takeFocus }: { readonly takeFocus: boolean }): ReactNode {
  const { words, time } = useSpeech();
  const { client } = useDesk();
  const [read, setRead] = useState<Read>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [busy, setBusy] = useState(false);
  const [filter, setFilter] = useState(everything);
  const [wish, setWish] = useState(wholeQueue);
  const [typed, setTyped] = useState('');
  // The response to an earlier request may come after the response to a later one. Only the latest is shown.
  const latest = useRef(0);

  const load = useCallback(
    async (atLeast: number, loaded?: Loaded) => {
      latest.current += 1;
      const turn = latest.current;
      setBusy(true);
      const answer = await loadLines(client, wish, atLeast, loaded);
      if (turn !== latest.current) return;
      setBusy(false);
      setTrouble(answer.ok ? undefined : answer.trouble);
      if (answer.ok) setRead({ ...answer.value, at: Date.now() });
    },
    [client, wish],
  );

  const count = useRef(0);
  count.current = read?.lines.length ?? 0;
  const refresh = useCallback(async () => await load(Math.max(MORE_LINES, count.current)), [load]);

  useEffect(() => {
    count.current = 0;
    setRead(undefined);
    void refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refresh();
    }, REFRESH_MILLISECONDS);
    return () => clearInterval(timer);
  }, [refresh]);

  const isQueue = wish.list === 'queue' && wish.reference === '';
  const lines = isQueue ? inOrder(read?.lines ?? []) : (read?.lines ?? []);
  const more = read !== undefined && read.next !== null;
  const shown = linesFor(lines, filter);
  const controllers = choices(lines, ({ controller }) => controller);
  const statuses = choices(lines, ({ status }) => status);

  return (
    <main id="content">
      <div className="row apart">
        <div className="stack tight">
          <PageHeading takeFocus={takeFocus}>{words.queue.title}</PageHeading>
          {read === undefined ? null : (
            <p className="soft">
              {isQueue ? `${words.queue.lead({ ...countsOf(lines), more })} ${words.law.queue.takes} ` : ''}
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
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="page" onRetry={() => void refresh()} />}
      {read === undefined && trouble === undefined ? <Loading /> : null}
      <div className="row fields">
        <form
          className="row fields"
          role="search"
          onSubmit={(event) => {
            event.preventDefault();
            setWish({ ...wish, reference: typed.trim() });
          }}
        >
          <TextInput
            label={words.queue.reference}
            value={typed}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              if (event.currentTarget.value.trim() === '') setWish({ ...wish, reference: '' });
            }}
          />
          <Button type="submit" variant="default">
            {words.queue.find}
          </Button>
        </form>
        <NativeSelect
          label={words.queue.list}
          value={wish.list}
          disabled={wish.reference !== ''}
          onChange={(event) => {
            const chosen = lists.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) setWish({ ...wish, list: chosen });
          }}
          data={lists.map((value) => ({ value, label: words.queue.lists[value] }))}
        />
        <NativeSelect
          label={words.law.queue.owner}
          value={wish.owners}
          disabled={wish.reference !== ''}
          onChange={(event) => {
            const chosen = owners.find((each) => each === event.currentTarget.value);
            if (chosen !== undefined) setWish({ ...wish, owners: chosen });
          }}
          data={owners.map((value) => ({ value, label: words.law.queue.owners[value] }))}
        />
        {lines.length === 0 ? null : (
          <>
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
          </>
        )}
      </div>
      {read === undefined ? null : lines.length === 0 ? (
        more || wish !== wholeQueue ? (
          <p className="panel">{words.queue.noMatch}</p>
        ) : (
          <div className="panel stack tight">
            <h2>{words.queue.empty}</h2>
            <p className="soft">{words.queue.emptyText}</p>
          </div>
        )
      ) : shown.length === 0 ? (
        <p className="panel">{words.queue.noMatch}</p>
      ) : (
        <QueueTable lines={shown} />
      )}
      {more ? (
        <div className="row">
          <Button variant="default" loading={busy} onClick={() => void load(lines.length + MORE_LINES, read)}>
            {words.queue.showMore}
          </Button>
          <span className="soft small">{words.queue.loaded(lines.length)}</span>
        </div>
      ) : null}
    </main>
  );
}
