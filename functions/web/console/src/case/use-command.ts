import { useEffect, useRef, useState } from 'react';
import type { Trouble } from '../api/problem.ts';
import { attemptOf, type Attempt, type Draft } from '../logic/attempt.ts';
import { useDesk } from '../session/context.ts';
import { useOpenCase } from './context.ts';

export interface Commander {
  readonly busy: boolean;
  readonly trouble: Trouble | undefined;
  /**
   * Sends the command for the case as the page shows it. Does nothing while another command is under way. If the same
   * draft is sent again after a failure, the API takes it for the same command.
   */
  send(draft: Draft): void;
}

/** The sending of commands from one form. */
export function useCommand(): Commander {
  const { client } = useDesk();
  const { view, done } = useOpenCase();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const attempt = useRef<Attempt>(undefined);
  const underWay = useRef(false);

  // When the case has changed, an earlier error no longer applies.
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
