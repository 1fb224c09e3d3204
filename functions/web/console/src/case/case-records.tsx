import type { ReactNode } from 'react';
import { useDesk } from '../session/context.ts';
import { Written } from '../ui/written.tsx';
import { useSpeech } from '../words/language.tsx';
import { actorWords } from '../words/console-words.ts';
import { useOpenCase } from './context.ts';

/** The cards with the letters of the case, the answers with their downloads, and the notes. */
export function CaseRecords(): ReactNode {
  const { words, language, instant } = useSpeech();
  const { member } = useDesk();
  const { letters, answers, grants, notes } = useOpenCase().view;
  return (
    <>
      <section className="panel stack" aria-labelledby="letters">
        <h2 id="letters">{words.case.letters}</h2>
        {letters.length === 0 ? <p className="soft">{words.case.noLetters}</p> : null}
        <ul className="lines">
          {letters.map(({ title, sentAt, failedAt }, index) => (
            <li key={index}>
              {title[language]}{' '}
              {failedAt === null ? (
                <span className="soft small">
                  {sentAt === null ? words.case.beingSent : words.case.sent(instant(sentAt))}
                </span>
              ) : (
                <span className="outcome failed small">{words.case.notSent(instant(failedAt))}</span>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel stack" aria-labelledby="answers">
        <h2 id="answers">{words.case.answers}</h2>
        {answers.length === 0 ? <p className="soft">{words.case.noAnswers}</p> : null}
        <ul className="lines">
          {answers.map(({ round, deliveredAt, availableUntil, entries, bytes, sha256 }) => (
            <li key={round}>
              <div>{words.case.answer(round, instant(deliveredAt), instant(availableUntil))}</div>
              <div className="soft small">{words.case.size(entries, bytes)}</div>
              <div className="soft digest">SHA-256 {sha256}</div>
            </li>
          ))}
          {grants.map(({ issuedAt, usedAt }, index) => (
            <li key={index}>
              {words.case.codeAsked(instant(issuedAt))},{' '}
              {usedAt === undefined ? words.case.notFetched : words.case.fetched(instant(usedAt))}
            </li>
          ))}
        </ul>
      </section>
      <section className="panel stack" aria-labelledby="notes">
        <h2 id="notes">{words.case.notes}</h2>
        {notes.length === 0 ? <p className="soft">{words.case.noNotes}</p> : null}
        <ul className="lines">
          {notes.map(({ at, by, text }, index) => (
            <li key={index}>
              <Written text={text === '' ? words.case.contactErased : text} />
              <p className="soft small">
                {instant(at)} {words.case.by(actorWords(words, by, member.id))}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
