import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Draft } from '../../logic/attempt.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useSpeech } from '../../words/language.tsx';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';

/** What is asked once more before something that cannot be taken back. */
export interface Confirmation {
  readonly title: string;
  readonly text: string;
  readonly submit: string;
  /** What goes out in the person's words and ours, to be read once more. */
  readonly quote?: string;
}

interface Props {
  /** What the form says so far; `undefined` as long as something must still be chosen. */
  readonly draft: Draft | undefined;
  readonly submit: string;
  /** The command only proposes something: a second person decides. Said above the button and in the question. */
  readonly takesTwo?: boolean;
  readonly confirm?: Confirmation | undefined;
  readonly children?: ReactNode;
}

/** A form that gives one command, with what went wrong above its button. */
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
