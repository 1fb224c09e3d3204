import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Dialog } from '../../ui/dialog.tsx';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useSpeech } from '../../words/language.tsx';
import { wordFor } from '../../words/words.ts';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';

const scopes = ['whole', 'part'] as const;
type Scope = (typeof scopes)[number];

/** Refuses the request or a part of it; asks once more before the letter goes. */
export function RefuseForm(): ReactNode {
  const { words } = useSpeech();
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const [scope, setScope] = useState<Scope>();
  const [ground, setGround] = useState('');
  const [reason, setReason] = useState('');
  const [asking, setAsking] = useState(false);
  const confirm = (): void => {
    setAsking(false);
    if (scope !== undefined) send({ type: 'refuse', scope, ground, reason });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(scope !== undefined);
      }}
    >
      {view.daysLeft < 0 ? <p className="notice calm">{words.refuse.late}</p> : null}
      <Radio.Group
        label={words.refuse.scope}
        required
        value={scope ?? null}
        onChange={(value) => setScope(scopes.find((each) => each === value))}
      >
        <div className="stack tight" style={{ marginTop: '0.5rem' }}>
          {scopes.map((each) => (
            <Radio key={each} value={each} label={words.refuse.scopes[each]} required />
          ))}
        </div>
      </Radio.Group>
      <TextInput
        label={words.refuse.ground}
        description={words.refuse.groundHint}
        required
        maxLength={200}
        value={ground}
        onChange={(event) => setGround(event.currentTarget.value)}
      />
      <Textarea
        label={words.refuse.reason}
        description={words.refuse.reasonHint(wordFor(words.languages, view.language))}
        required
        rows={4}
        maxLength={4000}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={confirm} />
      )}
      <div>
        <Button type="submit" loading={busy} variant="outline">
          {words.tasks.refuse.submit}
        </Button>
      </div>
      {asking && scope !== undefined ? (
        <Dialog title={words.refuse.confirmTitle[scope]} onClose={() => setAsking(false)}>
          <p>{words.refuse.confirmText[scope]}</p>
          <p className="quote">
            {ground}
            {'\n'}
            {reason}
          </p>
          <div className="row">
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.refuse.cancel}
            </Button>
            <Button color="red.9" onClick={confirm}>
              {words.refuse.confirm}
            </Button>
          </div>
        </Dialog>
      ) : null}
    </form>
  );
}
