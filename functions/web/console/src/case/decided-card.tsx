import type { ReactNode } from 'react';
import type { CaseView } from '#api/staff.ts';
import { refuseLabels } from '#commands/refuse.ts';
import { caseAddress } from '../logic/place.ts';
import { moneyInWords } from '../words/format.ts';
import { useSpeech, type Speech } from '../words/language.tsx';
import { wordFor } from '../words/console-words.ts';
import { useOpenCase } from './context.ts';

interface Line {
  readonly what: string;
  readonly more: string;
  /** The number of another case, if the line is a link to that case. */
  readonly reference?: string;
}

/**
 * The card with the decisions in the case and links to the cases that belong to it. The card is not shown if there are
 * neither decisions nor such cases.
 */
export function DecidedCard(): ReactNode {
  const speech = useSpeech();
  const { view } = useOpenCase();
  const lines = [...decisions(view, speech), ...parts(view, speech)];
  if (lines.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="decided">
      <h2 id="decided">{speech.words.law.decided.title}</h2>
      <ul className="lines">
        {lines.map(({ what, more, reference }, index) => (
          <li key={index}>
            {what} <span className="soft small">{more}</span>
            {reference === undefined ? null : (
              <a className="reference" href={caseAddress(reference)}>
                {reference}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function decisions(view: CaseView, { words, language, date, instant }: Speech): readonly Line[] {
  const { decided, dates } = words.law;
  return [
    ...view.extensions.map(({ category, due, noticeSentAt }) => ({
      what: decided.extended(wordFor(words.terms.extensions, category), date(due)),
      more: noticeSentAt === null ? dates.noticeUnsent : dates.noticeSent(instant(noticeSentAt)),
    })),
    ...view.refusals.map(({ scope, ground, late, at, standing, inWordsOnly, items }) => ({
      what: `${wordFor(decided.refused, scope)}: ${wordFor(words.terms.grounds, ground)}`,
      more: [
        ...items.map(({ title }) => title[language]),
        ...(inWordsOnly ? [refuseLabels[language].inWordsOnly] : []),
        instant(at),
        ...(late ? [decided.late] : []),
        ...(standing === 'in-force' ? [] : [decided.standing[standing]]),
      ].join(', '),
    })),
    ...view.fees.map(({ amount, currency, answerBy, answer }) => ({
      what: decided.fee(moneyInWords(amount, currency, language), date(answerBy)),
      more: answer === null ? decided.feeOpen : wordFor(words.terms.feeAnswers, answer),
    })),
    ...view.proposals
      .filter(({ state }) => state !== 'approved')
      .map(({ kind, state }) => ({ what: wordFor(words.terms.proposals, kind), more: decided.proposal[state] })),
    ...(view.ending === null
      ? []
      : [
          {
            what: `${decided.ending}: ${wordFor(words.terms.endings, view.ending)}`,
            more: view.undoUntil === null ? '' : decided.undo(date(view.undoUntil)),
          },
        ]),
  ];
}

/** The cases that belong to this case: its original case, its parts, and the cases that were joined to it. */
function parts(view: CaseView, { words }: Speech): readonly Line[] {
  const { decided, who } = words.law;
  return [
    ...(view.origin === null
      ? []
      : [{ what: wordFor(who.origin, view.origin.as), more: '', reference: view.origin.case }]),
    ...view.splits.map(({ matter, rights, case: reference }) => ({
      what: decided.split(
        rights.length === 0
          ? wordFor(words.terms.matters, matter)
          : rights.map((right) => wordFor(words.rights, right)).join(', '),
      ),
      more: '',
      reference,
    })),
    ...view.absorbed.map((reference) => ({ what: decided.absorbed, more: '', reference })),
  ];
}
