import type { ReactNode } from 'react';
import { markCircumstanceLabels } from '#commands/mark-circumstance.ts';
import { caseAddress } from '../logic/place.ts';
import { Facts } from '../ui/facts.tsx';
import { useSpeech } from '../words/language.tsx';
import { Written } from '../ui/written.tsx';
import { wordFor, type ConsoleWords } from '../words/console-words.ts';
import { useOpenCase } from './context.ts';
import { MaskedValue, MaskedValues } from './masked-value.tsx';

/**
 * The card about the person: the circumstances, the contact, the representative, the proofs of identity, the questions
 * to the person, attached requests, and other cases.
 */
export function WhoAsksCard(): ReactNode {
  const { words, language, instant } = useSpeech();
  const { view } = useOpenCase();
  const { who } = words.law;
  const { level, circumstances, mandate, others, contactUnconfirmed, answerBySms, contactDisputes } = view;
  return (
    <section className="panel stack" aria-labelledby="who-asks">
      <h2 id="who-asks">{who.title}</h2>
      {circumstances.map(({ circumstance, instruction, undecided }) => (
        <p key={circumstance} className="notice calm">
          {instruction[language]} {undecided ? markCircumstanceLabels[language].undecided : null}
        </p>
      ))}
      <MaskedValues>
        <Facts
          facts={[
            {
              name: words.case.contact,
              value:
                view.contact === '' ? (
                  words.case.contactErased
                ) : (
                  <MaskedValue identifier="contact" masked={view.contact} what={words.case.contact} />
                ),
            },
            ...(['name', 'address'] as const)
              .filter((identifier) => view.revealable.includes(identifier))
              .map((identifier) => ({
                name: words.case.reveal[identifier],
                value: <MaskedValue identifier={identifier} masked="•••" what={words.case.reveal[identifier]} />,
              })),
            { name: who.level, value: level === null ? who.notProven : wordFor(words.terms.levels, level) },
            ...(mandate === null
              ? []
              : [
                  {
                    name: who.mandate,
                    value: `${wordFor(words.terms.mandates, mandate.kind)}, ${mandate.accepted ? who.accepted : who.notAccepted}. ${who.answerTo}: ${wordFor(words.terms.answerTo, mandate.answerTo)}.`,
                  },
                ]),
          ]}
        />
      </MaskedValues>
      {contactDisputes.map(({ at, of, standing, effectiveAt }) => (
        <p key={`${of} ${at}`} className={standing === 'called-back' ? 'notice calm' : 'notice bad'}>
          {who.disputed(of, instant(at))} {who.disputes[standing](instant(effectiveAt))}
        </p>
      ))}
      {contactUnconfirmed ? <p className="notice calm">{answerBySms ? who.answerBySms : who.unconfirmed}</p> : null}
      <Proofs />
      <Askings />
      <Attached />
      {others.length === 0 ? null : (
        <div className="stack tight">
          <h3>{who.others}</h3>
          <ul className="lines">
            {others.map(({ reference, status, receivedAt }) => (
              <li key={reference}>
                <a className="reference" href={caseAddress(reference)}>
                  {reference}
                </a>{' '}
                <span className="soft small">
                  {wordFor(words.statuses, status)}, {instant(receivedAt)}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The attached requests of the case. Strangers may have made them in the person's name. */
function Attached(): ReactNode {
  const { words, instant } = useSpeech();
  const { attached } = useOpenCase().view;
  const { who } = words.law;
  if (attached.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{who.attached(attached.length)}</h3>
      <p className="soft small">{who.attachedHint}</p>
      <MaskedValues>
        <ul className="lines">
          {attached.map(({ reference, receivedAt, claimed, message }) => (
            <li key={reference}>
              <span className="reference">{reference}</span> <span className="soft small">{instant(receivedAt)}</span>
              {claimed.map(({ identifier, kind, masked }) => (
                <div key={identifier} className="small">
                  {wordFor(words.identifiers, kind)}:{' '}
                  <MaskedValue identifier={identifier} masked={masked} what={wordFor(words.identifiers, kind)} />
                </div>
              ))}
              {message === null ? null : <Written text={message} />}
            </li>
          ))}
        </ul>
      </MaskedValues>
    </div>
  );
}

function Proofs(): ReactNode {
  const { words, instant } = useSpeech();
  const { proofs } = useOpenCase().view;
  if (proofs.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{words.law.who.proofs}</h3>
      <ul className="lines">
        {proofs.map(({ at, method, note }, index) => (
          <li key={index}>
            {wordFor(words.terms.methods, method)} <span className="soft small">{instant(at)}</span>
            {note === null || note === '' ? null : <p className="quote small">{proofNote(method, note, words)}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

/**
 * If the proof is a checked document, its note consists of codes: the kind of document and the place of the check. The
 * note of any other proof is text.
 */
function proofNote(method: string, note: string, { terms }: ConsoleWords): string {
  if (method !== 'document-check') return note;
  const codes = { ...terms.documents, ...terms.places };
  return note
    .split(', ')
    .map((part) => wordFor(codes, part))
    .join(', ');
}

function Askings(): ReactNode {
  const { words, instant } = useSpeech();
  const { askings } = useOpenCase().view;
  const { who } = words.law;
  if (askings.length === 0) return null;
  return (
    <div className="stack tight">
      <h3>{who.askings}</h3>
      <ul className="lines">
        {askings.map(({ asking, about, why, askedAt, answeredAt, suspends }) => (
          <li key={asking}>
            <div>
              {wordFor(who.about, about)}: {wordFor(words.terms.askReasons, why)}
            </div>
            <div className="soft small">
              {[
                who.asked(instant(askedAt)),
                answeredAt === null ? who.unanswered : who.answered(instant(answeredAt)),
                ...(suspends ? [who.rests] : []),
              ].join(', ')}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
