import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { decideIdentifiersLabels } from '#commands/decide-identifiers.ts';
import { ownNumberKinds } from '#domain/identifiers/number-formats.ts';
import { chosenIdentifiers, inOrderOfWork } from '../../../logic/chosen-identifiers.ts';
import type { Block, Learned } from '../../../logic/task.ts';
import { TroubleNotice } from '../../../ui/trouble-notice.tsx';
import { taskWords } from '../../../words/command-words.ts';
import { wordFor } from '../../../words/console-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { refusalOf } from '../../../words/refused.ts';
import { useOpenCase } from '../../context.ts';
import { MaskedValue, MaskedValues } from '../../masked-value.tsx';
import { useCommand } from '../../use-command.ts';
import { TaskCard } from '../task-card.tsx';
import { IdentifierEvidence } from './identifier-evidence.tsx';

interface Props {
  /** Why the user cannot decide on any of them now; `null` if the user can. */
  readonly block: Block | null;
}

/** The card with all identifiers that systems taught. Staff choose some of them, and decide on these at once. */
export function DecideIdentifiers({ block }: Props): ReactNode {
  const { language } = useSpeech();
  const labels = decideIdentifiersLabels[language];
  const { view, reload } = useOpenCase();
  const { busy, trouble, send } = useCommand();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const open = view.learned.filter(({ decision }) => decision === 'open');
  const { accept, reject, notAcceptable } = chosenIdentifiers(view.learned, chosen);
  const { title, text } = taskWords('decide-identifiers', language);
  const decide = (identifiers: readonly string[], isAccepted: boolean): void =>
    send({ type: 'decide-identifiers', identifiers: [...identifiers], accept: isAccepted });
  const choose = (identifier: string, isChosen: boolean): void =>
    setChosen(new Set([...[...chosen].filter((one) => one !== identifier), ...(isChosen ? [identifier] : [])]));
  return (
    <TaskCard title={title} text={text} block={block}>
      {block === null && open.length > 1 ? (
        <Checkbox
          label={labels.all(open.length)}
          checked={open.every(({ identifier }) => chosen.has(identifier))}
          onChange={(event) =>
            setChosen(new Set(event.currentTarget.checked ? open.map(({ identifier }) => identifier) : []))
          }
        />
      ) : null}
      <IdentifierList choice={block === null ? { chosen, choose } : undefined} />
      {trouble === undefined ? null : <TroubleNotice trouble={trouble} of="command" onReload={reload} />}
      {block === null ? (
        <div className="stack tight">
          <div className="row">
            <Button disabled={busy || accept.length === 0} onClick={() => decide(accept, true)}>
              {labels.accept(accept.length)}
            </Button>
            <Button variant="outline" disabled={busy || reject.length === 0} onClick={() => decide(reject, false)}>
              {labels.reject(reject.length)}
            </Button>
          </div>
          <p className="soft" aria-live="polite">
            {notAcceptable === 0 ? labels.canChange : labels.notAcceptable(notAcceptable)}
          </p>
        </div>
      ) : null}
    </TaskCard>
  );
}

interface ListProps {
  /** Which identifiers are chosen; absent if nothing can be decided now. */
  readonly choice?:
    | {
        readonly chosen: ReadonlySet<string>;
        readonly choose: (identifier: string, isChosen: boolean) => void;
      }
    | undefined;
}

/** All identifiers that systems taught, with what was decided on each. */
export function IdentifierList({ choice }: ListProps): ReactNode {
  const { view } = useOpenCase();
  return (
    <MaskedValues>
      <ul className="plain stack">
        {inOrderOfWork(view.learned).map((one) => (
          <li key={`${one.kind} ${one.identifier}`} className="entry stack tight">
            <OneIdentifier
              learned={one}
              isChosen={choice?.chosen.has(one.identifier)}
              onChoose={(isChosen) => choice?.choose(one.identifier, isChosen)}
            />
          </li>
        ))}
      </ul>
    </MaskedValues>
  );
}

interface OneProps {
  readonly learned: Learned;
  /** `undefined` if nothing can be chosen now. */
  readonly isChosen: boolean | undefined;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One identifier: its check box, the value behind "Show", why it needs care, and the records in which it stood. */
function OneIdentifier({ learned, isChosen, onChoose }: OneProps): ReactNode {
  const { words, language } = useSpeech();
  const labels = decideIdentifiersLabels[language];
  const { view } = useOpenCase();
  const { identifier, kind, masked, decision, acceptRefusedBy, weight, secondPersonnummer } = learned;
  const kindInWords = wordFor(words.identifiers, kind);
  const system = view.systems.find(({ id }) => id === learned.system)?.title[language] ?? learned.system;
  const title = labels.title(kindInWords, masked, system);
  const isRevealable = view.revealable.includes(identifier);
  const against = acceptRefusedBy === null ? undefined : refusalOf(acceptRefusedBy, words, language);
  return (
    <>
      {isChosen === undefined ? (
        <p>{title}</p>
      ) : (
        <Checkbox label={title} checked={isChosen} onChange={(event) => onChoose(event.currentTarget.checked)} />
      )}
      <p className="soft">{words.case.decisions[decision]}</p>
      {isRevealable ? (
        <p>
          <MaskedValue identifier={identifier} masked={masked} what={kindInWords} />
        </p>
      ) : null}
      {decision === 'open' && against !== undefined ? <p className="notice calm">{against}</p> : null}
      {weight === 'contact' && acceptRefusedBy === null && decision === 'open' ? (
        <p className="notice">{labels.shared}</p>
      ) : null}
      {secondPersonnummer ? <p className="notice">{labels.secondPersonnummer}</p> : null}
      {acceptRefusedBy === null && ownNumberKinds.some((one) => one === kind) ? (
        <p className="soft">{labels.ofOneSystem}</p>
      ) : null}
      {isRevealable ? (
        <IdentifierEvidence identifier={identifier} which={<span className="hidden"> {masked}</span>} />
      ) : null}
    </>
  );
}
