import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { PageHeading } from '../ui/page-heading.tsx';
import { useSpeech } from '../words/language.tsx';
import type { SignIn } from './sign-in.ts';

interface Props {
  readonly signIn: SignIn;
  /** Whether the last sign-in failed. */
  readonly failed: boolean;
}

/**
 * The page for a user who is not signed in. The user must press a button, because an automatic redirect to the provider
 * could repeat for ever.
 */
export function SignInPage({ signIn, failed }: Props): ReactNode {
  const { words } = useSpeech();
  return (
    <main id="content">
      <div className="panel sign-in stack">
        <PageHeading takeFocus={false}>{words.signIn.title}</PageHeading>
        <p>{words.signIn.text}</p>
        {failed ? (
          <p className="notice bad" role="alert">
            {words.signIn.failed}
          </p>
        ) : null}
        <SignInButton signIn={signIn} />
      </div>
    </main>
  );
}

/**
 * The notice that the sign-in has expired. The page stays below the notice, so that the user can copy what they typed.
 */
export function SignInNotice({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { words } = useSpeech();
  return (
    <section className="notice calm" role="alert" style={{ maxWidth: '74rem', margin: '1rem auto 0' }}>
      <p>
        <strong>{words.signIn.ended}</strong>
        {words.signIn.endedText}
      </p>
      <SignInButton signIn={signIn} />
    </section>
  );
}

function SignInButton({ signIn }: { readonly signIn: SignIn }): ReactNode {
  const { words } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [unreachable, setUnreachable] = useState(false);
  async function go(): Promise<void> {
    setBusy(true);
    setUnreachable(false);
    const left = await signIn.start();
    setBusy(left);
    setUnreachable(!left);
  }
  return (
    <>
      {unreachable ? (
        <p className="notice bad" role="alert">
          {words.signIn.unreachable}
        </p>
      ) : null}
      <div>
        <Button loading={busy} onClick={() => void go()}>
          {words.signIn.submit}
        </Button>
      </div>
    </>
  );
}
