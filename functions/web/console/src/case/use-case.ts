import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseView } from '#api/staff.ts';
import type { Client } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { movesByItself } from '../logic/standing.ts';

const POLL_MILLISECONDS = 2_500;
/** Polling stops after about five minutes. The user can then reload the case. */
const MOST_POLLS = 120;

export interface CaseReader {
  readonly view: CaseView | undefined;
  readonly trouble: Trouble | undefined;
  reload(): Promise<void>;
}

/** Loads a case, and loads it again every few seconds while the case waits for nobody (`movesByItself`). */
export function useCase(client: Client, reference: string): CaseReader {
  const [view, setView] = useState<CaseView>();
  const [trouble, setTrouble] = useState<Trouble>();
  const latest = useRef(0);
  const polls = useRef(0);

  const read = useCallback(async () => {
    const number = (latest.current += 1);
    const answer = await client.case(reference);
    // A later call has started. Its response is newer than this one.
    if (number !== latest.current) return;
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setView(answer.value);
  }, [client, reference]);

  const reload = useCallback(async () => {
    polls.current = 0;
    await read();
  }, [read]);

  useEffect(() => {
    void reload();
    return () => {
      latest.current += 1;
    };
  }, [reload]);

  useEffect(() => {
    if (view === undefined || trouble !== undefined || !movesByItself(view)) return undefined;
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible' || polls.current >= MOST_POLLS) return;
      polls.current += 1;
      void read();
    }, POLL_MILLISECONDS);
    return () => clearInterval(timer);
  }, [view, trouble, read]);

  return { view, trouble, reload };
}
