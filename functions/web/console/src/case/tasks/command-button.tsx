import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Draft } from '../../logic/attempt.ts';
import { TroubleNotice } from '../../ui/trouble-notice.tsx';
import { useOpenCase } from '../context.ts';
import { useCommand } from '../use-command.ts';

interface Props {
  readonly draft: Draft;
  readonly children: ReactNode;
}

/** A button that sends a command without fields. If the call fails, the notice is below the button. */
export function CommandButton({ draft, children }: Props): ReactNode {
  const { reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  return (
    <>
      {trouble === undefined ? null : (
        <TroubleNotice trouble={trouble} of="command" onReload={reload} onRetry={() => send(draft)} />
      )}
      <div>
        <Button loading={busy} onClick={() => send(draft)}>
          {children}
        </Button>
      </div>
    </>
  );
}
