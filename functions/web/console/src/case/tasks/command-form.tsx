import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Draft } from '../../logic/attempt.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';

/** The question that the user must confirm before the command is sent. */
export interface Confirmation {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  /** What the user typed in the form, such as an address; the question repeats it. */
  readonly quote?: string;
}

interface Props {
  /** The command from the form. `undefined` while the user has not made all required choices. */
  readonly draft: Draft | undefined;
  readonly submit: string;
  /**
   * Whether the command only makes a proposal that a second person must approve. The form and the question then say so.
   */
  readonly takesTwo?: boolean;
  readonly confirm?: Confirmation | undefined;
  readonly children?: ReactNode;
}

/** A form that sends one command. If the call fails, the notice is above the button. */
export function CommandForm({ draft, submit, takesTwo = false, confirm, children }: Props): ReactNode {
  const { words } = useSpeech();
  const { reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const [asking, setAsking] = useState(false);
  const give = (): void => {
    setAsking(false);
    if (draft !== undefined) send(draft);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (confirm === undefined) give();
        else setAsking(draft !== undefined);
      }}
    >
      {children}
      {takesTwo ? <p className="soft">{words.forms.twoPersons}</p> : null}
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={give} />}
      <div>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </div>
      {asking && confirm !== undefined ? (
        <Dialog title={confirm.title} onClose={() => setAsking(false)}>
          <p>{confirm.text}</p>
          {takesTwo ? <p>{words.forms.twoPersons}</p> : null}
          {confirm.quote === undefined ? null : <p className="quote">{confirm.quote}</p>}
          <div className="row">
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.frame.cancel}
            </Button>
            <Button color="red.9" onClick={give}>
              {confirm.submit}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </form>
  );
}
