import type { ReactNode } from 'react';
import { useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/words.ts';
import { useOpenCase } from './context.ts';

/** What is known of the request and of the person: identifiers are masked. */
export function CaseFacts(): ReactNode {
  const { words, instant } = useSpeech();
  const { view } = useOpenCase();
  const facts: readonly (readonly [string, ReactNode])[] = [
    [words.case.rights, view.rights.map((right) => wordFor(words.rights, right)).join(', ')],
    [words.case.controller, view.controller],
    [words.case.received, instant(view.receivedAt)],
    [words.case.channel, wordFor(words.channels, view.channel)],
    [words.case.language, wordFor(words.languages, view.language)],
    [words.case.contact, view.contact === '' ? words.case.contactErased : view.contact],
    ...(view.round === 0 ? [] : [[words.case.round, String(view.round)] as const]),
  ];
  return (
    <section className="panel stack" aria-label={words.case.rights}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {view.claimed.length === 0 ? null : (
          <div>
            <dt>{words.case.claimed}</dt>
            {view.claimed.map((one) => (
              <dd key={`${one.kind} ${one.masked}`}>
                {wordFor(words.identifiers, one.kind)}: {one.masked}
              </dd>
            ))}
          </div>
        )}
        <div>
          <dt>{words.case.message}</dt>
          <dd className={view.message === null ? 'soft' : 'quote'}>{view.message ?? words.case.noMessage}</dd>
        </div>
      </dl>
    </section>
  );
}
