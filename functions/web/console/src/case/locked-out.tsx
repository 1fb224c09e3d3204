import type { ReactNode } from 'react';
import { queueAddress } from '../logic/place.ts';
import { PageHeading } from '../ui/page-heading.tsx';
import { useSpeech } from '../words/language.tsx';

/**
 * The page that replaces a case from which the user is locked out. The case concerns the user or somebody close to
 * them.
 */
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
