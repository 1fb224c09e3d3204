import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ownNumberKinds } from '#domain/identifiers/number-formats.ts';
import { decideIdentifierLabels } from '#commands/decide-identifier.ts';
import type { Block, Learned } from '../../../logic/task.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { refusalOf } from '../../../words/refused.ts';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { MaskedValue, MaskedValues } from '../../masked-value.tsx';
import { useCommand } from '../../use-command.ts';
import { TaskCard } from '../task-card.tsx';
import { IdentifierEvidence } from './identifier-evidence.tsx';

interface Props {
  readonly block: Block | null;
  readonly learned: Learned;
}

/** The card on which staff decide whether a learned identifier is the person's. */
export function DecideIdentifier({ block, learned }: Props): ReactNode {
  const { words, language } = useSpeech();
  const labels = decideIdentifierLabels[language];
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const system = view.systems.find(({ id }) => id === learned.system);
  const decide = (accept: boolean): void => send({ type: 'decide-identifier', identifier: learned.identifier, accept });
  const against = learned.acceptRefusedBy === null ? undefined : refusalOf(learned.acceptRefusedBy, words, language);
  const isOfOneSystem = ownNumberKinds.some((kind) => kind === learned.kind);
  // Several cards can have buttons with the same label. The hidden text names the identifier to users of screen
  // readers.
  const which = <span className="hidden">{labels.of(learned.masked)}</span>;
  return (
    <TaskCard
      title={labels.question(
        wordFor(words.identifiers, learned.kind),
        learned.masked,
        system?.title[language] ?? learned.system,
      )}
      text={against ?? (isOfOneSystem ? labels.ofOneSystem : taskWords('decide-identifier', language).text)}
      block={block}
    >
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onReload={reload} />}
      {view.revealable.includes(learned.identifier) ? (
        <MaskedValues>
          <p>
            <MaskedValue
              identifier={learned.identifier}
              masked={learned.masked}
              what={wordFor(words.identifiers, learned.kind)}
            />
          </p>
        </MaskedValues>
      ) : null}
      {view.revealable.includes(learned.identifier) ? (
        <IdentifierEvidence identifier={learned.identifier} which={which} />
      ) : null}
      {learned.weight === 'contact' && learned.acceptRefusedBy === null ? (
        <p className="notice">{labels.shared}</p>
      ) : null}
      {learned.secondPersonnummer ? <p className="notice">{labels.secondPersonnummer}</p> : null}
      {block === null ? (
        <div className="row">
          {learned.acceptRefusedBy === null ? (
            <Button disabled={busy} onClick={() => decide(true)}>
              {labels.accept}
              {which}
            </Button>
          ) : null}
          <Button variant="outline" disabled={busy} onClick={() => decide(false)}>
            {labels.reject}
            {which}
          </Button>
        </div>
      ) : null}
    </TaskCard>
  );
}
