import type { ReactNode } from 'react';
import { useSpeech } from '../words/language.tsx';
import { wordFor } from '../words/console-words.ts';
import { BreachCountdown } from './breach-countdown.tsx';
import { useOpenCase } from './context.ts';

/**
 * The card with everything that affects how long the case and the data are kept: a legal hold, objections, breaches,
 * and suspended erasure. The card is not shown if there is none of these.
 */
export function KeepingCard(): ReactNode {
  const { words, language, instant } = useSpeech();
  const { legalHold, retentionObjections, breaches, freezes } = useOpenCase().view;
  const { keeping } = words.law;
  const resting = freezes.filter(({ mode }) => mode !== 'not-needed');
  if (!legalHold && retentionObjections.length + breaches.length + resting.length === 0) return null;
  return (
    <section className="panel stack" aria-labelledby="keeping">
      <h2 id="keeping">{keeping.title}</h2>
      {legalHold ? <p className="notice calm">{keeping.legalHold}</p> : null}
      {breaches.map((breach) => (
        <div key={breach.breach} className="stack tight">
          <h3>{keeping.breach}</h3>
          <p className="soft small">{keeping.aware(instant(breach.awareAt))}</p>
          <BreachCountdown breach={breach} />
          <ul className="lines">
            {breach.steps.map((step) => (
              <li key={step}>{wordFor(words.terms.breachSteps, step)}</li>
            ))}
          </ul>
        </div>
      ))}
      {retentionObjections.map(({ at, text, upheld }, index) => (
        <div key={index} className="stack tight">
          <h3>{keeping.objection}</h3>
          <p className="quote">{text === '' ? words.case.contactErased : text}</p>
          <p className="soft small">
            {instant(at)}, {keeping.objectionStates[upheld === null ? 'open' : upheld ? 'upheld' : 'rejected']}
          </p>
        </div>
      ))}
      {resting.length === 0 ? null : (
        <div className="stack tight">
          <h3>{keeping.freezes}</h3>
          <ul className="lines">
            {resting.map(({ system, title, mode, done }) => (
              <li key={system}>
                {title[language]}{' '}
                <span className="soft small">
                  {wordFor(keeping.freezeModes, mode)}
                  {mode === 'manual' ? `, ${done ? keeping.freezeDone : keeping.freezeOpen}` : ''}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
