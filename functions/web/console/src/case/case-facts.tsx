import type { ReactNode } from 'react';
import { useDesk } from '../session/context.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Written } from '../ui/written.tsx';
import { languageInWords } from '../words/format.ts';
import { useSpeech } from '../words/language.tsx';
import { actorWords, wordFor } from '../words/console-words.ts';
import { useOpenCase } from './context.ts';
import { MailsCard } from './mails-card.tsx';
import { MaskedValue, MaskedValues } from './masked-value.tsx';
import { mayHaveScan, ScanButton } from './scan-button.tsx';

/** The card that shows the request. Identifiers are masked; the person's message is shown unchanged. */
export function CaseFacts(): ReactNode {
  const { words, language } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  const { queue, who } = words.law;
  const written = wordFor(words.languages, view.language);
  const facts: readonly Fact[] = [
    {
      name: words.case.rights,
      value: [
        ...(view.matter === 'request' ? [] : [wordFor(words.terms.matters, view.matter)]),
        ...view.rights.map((right) => wordFor(words.rights, right)),
      ].join(', '),
    },
    { name: words.case.controller, value: view.controllerName },
    {
      name: queue.owner,
      value: view.owner === null ? queue.nobody : actorWords(words, `staff:${view.owner}`, member.id),
    },
    { name: words.case.channel, value: wordFor(words.channels, view.channel) },
    {
      name: words.case.language,
      value:
        view.wantedLanguage === view.language
          ? written
          : `${written} (${who.wanted(languageInWords(view.wantedLanguage, language))})`,
    },
    ...(view.round === 0 ? [] : [{ name: words.case.round, value: String(view.round) }]),
    ...(view.claimed.length === 0
      ? []
      : [
          {
            name: words.case.claimed,
            value: view.claimed.map((one) => (
              <div key={one.identifier}>
                {wordFor(words.identifiers, one.kind)}:{' '}
                <MaskedValue
                  identifier={one.identifier}
                  masked={one.masked}
                  what={wordFor(words.identifiers, one.kind)}
                />
              </div>
            )),
          },
        ]),
  ];
  return (
    <section className="panel stack" aria-labelledby="request">
      <h2 id="request">{wordFor(words.terms.matters, view.matter)}</h2>
      <MaskedValues>
        <Facts facts={facts} wide />
      </MaskedValues>
      <div className="stack tight">
        <h3>{words.case.message}</h3>
        {view.message === null ? <p className="soft">{words.case.noMessage}</p> : <Written text={view.message} />}
      </div>
      {mayHaveScan(view.channel) ? <ScanButton /> : null}
      {view.channel === 'email' || view.notes.length > 0 ? <MailsCard /> : null}
    </section>
  );
}
