import type { ReactNode } from 'react';
import { queueAddress } from '../logic/place.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { useSpeech } from '../words/language.tsx';

/** The page of a case that the user may not open, because the case concerns the user or somebody close to them. */
export function LockedOut({ takeFocus }: { readonly takeFocus: boolean }): ReactNode {
  const { words } = useSpeech();
  return (
    <main id="content">
      <div className="panel stack">
        <PageHeading takeFocus={takeFocus}>{words.law.lockedOut.title}</PageHeading>
        <p>{words.law.lockedOut.text}</p>
        <p>
          <a href={queueAddress}>{words.frame.backToQueue}</a>
        </p>
      </div>
    </main>
  );
}
