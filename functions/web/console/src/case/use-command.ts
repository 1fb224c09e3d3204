import { useEffect, useRef, useState } from 'react';
import type { Trouble } from '../api/problem.ts';
import { attemptOf, type Attempt, type Draft } from '../logic/attempt.ts';
import { useDesk } from '../session/context.ts';
import { useOpenCase } from './context.ts';

export interface Commander {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  /**
   * Gives the command on the case as shown on the page. One command at a time; a repetition counts as the same click.
   */
  send(draft: Draft): void;
}

/** Gives commands for one form. */
export function useCommand(): Commander {
  const { client } = useDesk();
  const { view, done } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const attempt = useRef<Attempt>(undefined);
  const underWay = useRef(false);

  // An error from an earlier state of the case does not apply to the present one.
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
