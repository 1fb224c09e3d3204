import { useEffect, useRef, useState } from 'react';
import type { Trouble } from '../api/problem.ts';
import { attemptOf, type Attempt, type Draft } from '../logic/attempt.ts';
import { useDesk } from '../session/context.ts';
import { useOpenCase } from './context.ts';

export interface Commander {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  /**
   * Sends a command with the number of the last commit that the page shows. Does nothing while a command is being sent.
   * If the user sends a failed command again unchanged, it keeps its `commandId`, so that the API carries it out only
   * once.
   */
  send(draft: Draft): void;
}

/** Sends the commands of one form, and keeps the error of the last call. */
export function useCommand(): Commander {
  const { client } = useDesk();
  const { view, done } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const attempt = useRef<Attempt>(undefined);
  const underWay = useRef(false);

  // After a change of the case, an earlier error is no longer relevant.
  useEffect(() => setTrouble(undefined), [view.seq]);

  async function give(draft: Draft): Promise<void> {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    attempt.current = attemptOf(attempt.current, draft, view.seq, () => crypto.randomUUID());
    const answer = await client.command(view.reference, view.seq, attempt.current, draft);
    underWay.current = false;
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) {
      attempt.current = undefined;
      done(draft.type);
    }
  }

  return { busy, trouble, send: (draft) => void give(draft) };
}
