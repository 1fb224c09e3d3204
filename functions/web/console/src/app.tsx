import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createClient } from './api/client.ts';
import { CasePage } from './case/case-page.tsx';
import type { Configuration } from './configuration.ts';
import { placeOf, policyAddress, queueAddress, registerAddress, type Place } from './logic/place.ts';
import { PolicyPage } from './organisation/policy-page.tsx';
import { QueuePage } from './queue/queue-page.tsx';
import { RegisterPage } from './register/register-page.tsx';
import { ReviewPage } from './review/review-page.tsx';
import { DeskContext, type Desk } from './session/context.ts';
import type { Arrival, SignIn } from './session/sign-in.ts';
import { SignInNotice, SignInPage } from './session/sign-in-page.tsx';
import { Boundary } from './ui/boundary.tsx';
import { LanguageSwitch } from './ui/language-switch.tsx';
import { PageHeading } from './ui/page-heading.tsx';
import { useSpeech } from './words/language.tsx';

const roleToRegister = 'case-worker';

interface Props {
  readonly configuration: Configuration;
  readonly signIn: SignIn;
  readonly arrival: Arrival;
}

/** The whole console: header, menu, and the page that the URL names. */
export function App({ configuration, signIn, arrival }: Props): ReactNode {
  const { words } = useSpeech();
  const { session } = arrival;
  const [expired, setExpired] = useState(false);

  const desk = useMemo<Desk | undefined>(() => {
    if (session === undefined) return undefined;
    const { member, token } = session;
    const onSignedOut = (): void => {
      setExpired(true);
      void signIn.forget();
    };
    return { member, client: createClient(configuration.api, () => token, onSignedOut) };
  }, [configuration, signIn, session]);
  useEffect(() => signIn.onExpired(() => setExpired(true)), [signIn]);

  return (
    <>
      <a className="skip" href="#content" onClick={focusContent}>
        {words.frame.skip}
      </a>
      <header className="bar">
        <div className="row apart">
          <nav className="row" aria-label={words.frame.product}>
            <a className="brand" href={queueAddress}>
              {words.frame.product}
            </a>
            {desk === undefined ? null : <PageLinks desk={desk} />}
          </nav>
          <div className="row">
            <LanguageSwitch />
            {desk === undefined ? null : (
              <>
                <span className="soft small">{words.frame.signedInAs(desk.member.name)}</span>
                <Button variant="default" size="compact-sm" onClick={() => void signIn.end()}>
                  {words.frame.signOut}
                </Button>
              </>
            )}
          </div>
        </div>
      </header>
      {desk !== undefined && expired ? <SignInNotice signIn={signIn} /> : null}
      <Boundary>
        {desk === undefined ? (
          <SignInPage signIn={signIn} failed={arrival.failed} />
        ) : (
          <DeskContext value={desk}>{desk.member.roles.size === 0 ? <NoRole /> : <Pages />}</DeskContext>
        )}
      </Boundary>
    </>
  );
}

function PageLinks({ desk }: { readonly desk: Desk }): ReactNode {
  const { words } = useSpeech();
  return (
    <>
      <a href={queueAddress}>{words.frame.queue}</a>
      {desk.member.roles.has(roleToRegister) ? <a href={registerAddress}>{words.pages.register.nav}</a> : null}
      <a href={policyAddress}>{words.pages.policy.nav}</a>
    </>
  );
}

function Pages(): ReactNode {
  const place = usePlace();
  const first = useRef(place);
  // The heading takes the focus after a change of page. When the console opens, the browser sets the focus itself.
  const takeFocus = place !== first.current;
  switch (place.page) {
    case 'queue':
      return <QueuePage takeFocus={takeFocus} />;
    case 'case':
      return <CasePage key={place.reference} reference={place.reference} takeFocus={takeFocus} />;
    case 'review':
      return <ReviewPage key={place.reference} reference={place.reference} takeFocus={takeFocus} />;
    case 'register':
      return <RegisterPage takeFocus={takeFocus} />;
    case 'policy':
      return <PolicyPage takeFocus={takeFocus} />;
    case 'nowhere':
      return <Nowhere takeFocus={takeFocus} />;
  }
}

function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(window.location.hash));
  useEffect(() => {
    const follow = (): void => setPlace(placeOf(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return place;
}

/**
 * Moves the focus to the heading of the page. A link to `#content` cannot do this, because the console reads the part
 * after `#` as the name of a page.
 */
function focusContent(event: { preventDefault(): void }): void {
  event.preventDefault();
  const heading = document.querySelector<HTMLElement>('#content h1');
  heading?.focus();
}

function Nowhere({ takeFocus }: { readonly takeFocus: boolean }): ReactNode {
  const { words } = useSpeech();
  return (
    <main id="content">
      <PageHeading takeFocus={takeFocus}>{words.frame.noSuchPage}</PageHeading>
      <a href={queueAddress}>{words.frame.backToQueue}</a>
    </main>
  );
}

function NoRole(): ReactNode {
  const { words } = useSpeech();
  return (
    <main id="content">
      <PageHeading takeFocus={false}>{words.signIn.title}</PageHeading>
      <p className="notice calm">{words.signIn.noRole}</p>
    </main>
  );
}
