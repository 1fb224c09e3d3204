import { useRef, useState, type ReactNode } from 'react';
import type { Registered as Answer, Registration } from '../api/client.ts';
import type { Trouble } from '../api/problem.ts';
import { useOrganisation } from '../organisation/use-organisation.ts';
import { useDesk } from '../session/context.ts';
import { Loading } from '../ui/loading.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import { TroubleNotice } from '../ui/trouble-notice.tsx';
import { useSpeech } from '../words/language.tsx';
import { RegisterForm } from './register-form.tsx';
import { Registered } from './registered.tsx';

/** The page on which staff register a request that reached them, for example by post, by telephone or in person. */
export function RegisterPage({ takeFocus }: { readonly takeFocus: boolean }): ReactNode {
  const { words } = useSpeech();
  const { client } = useDesk();
  const { organisation, trouble: unread, reload } = useOrganisation();
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  const [registered, setRegistered] = useState<Answer>();
  // A registration that is sent again unchanged keeps its id. The API then registers one request only.
  const attempt = useRef<{ readonly text: string; readonly id: string }>(undefined);
  const { register } = words.pages;

  async function submit(registration: Registration): Promise<void> {
    if (busy) return;
    setBusy(true);
    const text = JSON.stringify(registration);
    if (attempt.current?.text !== text) attempt.current = { text, id: crypto.randomUUID() };
    const answer = await client.register(registration, attempt.current.id);
    setBusy(false);
    setTrouble(answer.ok ? undefined : answer.trouble);
    if (answer.ok) setRegistered(answer.value);
  }

  function again(): void {
    attempt.current = undefined;
    setRegistered(undefined);
  }

  return (
    <main id="content">
      <div className="stack tight">
        <PageHeading takeFocus={takeFocus}>{register.title}</PageHeading>
        <p className="soft reading">{register.lead}</p>
      </div>
      {unread === undefined ? null : <TroubleNotice trouble={unread} of="page" onRetry={reload} />}
      {organisation === undefined && unread === undefined ? <Loading /> : null}
      {registered === undefined ? null : (
        <Registered reference={registered.reference} due={registered.due} onAnother={again} />
      )}
      {organisation === undefined || registered !== undefined ? null : (
        <RegisterForm
          controllers={organisation.controllers}
          busy={busy}
          trouble={trouble}
          onSubmit={(registration) => void submit(registration)}
        />
      )}
    </main>
  );
}
