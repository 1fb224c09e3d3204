import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReviewItem } from '#api/review.ts';
import { pagesText } from '#domain/review/pages.ts';
import type { ReviewAction } from '../logic/review-keys.ts';
import { reviewLetters } from '../logic/review-keys.ts';
import { isUncertain } from '../logic/review-list.ts';
import type { Selected } from '../logic/review-selection.ts';
import { useDesk } from '../session/context.ts';
import { actorWords, wordFor } from '../words/console-words.ts';
import { useSpeech } from '../words/language.tsx';

interface Props {
  readonly item: ReviewItem;
  readonly selected: Selected | undefined;
  readonly busy: boolean;
  readonly lettersOn: boolean;
  readonly onAct: (action: ReviewAction) => void;
  readonly onUndo: (commandId: string) => void;
}

type Decided = ReviewItem['decisions'][number];

/** The buttons that decide on a record, and the decisions on it with who made them and when. */
export function DecisionsPanel({ item, selected, busy, lettersOn, onAct, onUndo }: Props): ReactNode {
  const { words, language } = useSpeech();
  const actions: readonly ReviewAction[] = isUncertain(item)
    ? ['adopt', 'reject']
    : [
        'release',
        'mask',
        'everywhere',
        'withhold',
        'reject',
        ...(item.byRule === null ? [] : (['not-by-rule'] as const)),
      ];
  const field = item.fields.find(({ name }) => name === selected?.field);
  return (
    <div className="decide stack">
      <h2>{words.review.decide}</h2>
      <p className="small">{words.review.record(item.title[language], item.record)}</p>
      {selected === undefined || field === undefined ? null : (
        <p className="small" role="status">
          {words.review.selected(field.title[language], selected.to - selected.from)}
        </p>
      )}
      <div className="stack tight">
        {actions.map((action, index) => (
          <ActionButton
            key={action}
            action={action}
            lettersOn={lettersOn}
            main={index === 0}
            busy={busy}
            onAct={onAct}
          />
        ))}
      </div>
      <div className="row">
        {(['previous', 'next', 'note', 'help'] as const).map((action) => (
          <ActionButton key={action} action={action} lettersOn={lettersOn} main={false} busy={false} onAct={onAct} />
        ))}
      </div>
      <h3>{words.review.decisions}</h3>
      {item.decisions.length === 0 ? <p className="soft">{words.review.noDecisions}</p> : null}
      <ul className="lines">
        {item.decisions.map((one, index) => (
          <Decision key={`${one.commandId} ${index}`} item={item} decision={one} busy={busy} onUndo={onUndo} />
        ))}
      </ul>
    </div>
  );
}

interface ActionProps extends Pick<Props, 'lettersOn' | 'busy' | 'onAct'> {
  readonly action: ReviewAction;
  readonly main: boolean;
}

function ActionButton({ action, lettersOn, main, busy, onAct }: ActionProps): ReactNode {
  const { words } = useSpeech();
  const [letter] = Object.entries(reviewLetters).find(([, does]) => does === action) ?? [];
  const label = words.review.actions[action];
  return (
    <Button
      variant={main ? 'filled' : 'default'}
      size={action === 'next' || action === 'previous' || action === 'note' || action === 'help' ? 'compact-sm' : 'sm'}
      disabled={busy}
      onClick={() => onAct(action)}
    >
      {lettersOn && letter !== undefined ? words.review.key(label, letter) : label}
    </Button>
  );
}

interface DecisionProps extends Pick<Props, 'item' | 'busy' | 'onUndo'> {
  readonly decision: Decided;
}

function Decision({ item, decision, busy, onUndo }: DecisionProps): ReactNode {
  const { words, language, instant } = useSpeech();
  const { member } = useDesk();
  const { by, at, alike, from, to, pages, ground, reason, letter, tellPerson } = decision;
  const field = item.fields.find(({ name }) => name === decision.field);
  const document = item.documents.find(({ id }) => id === decision.document);
  const what = [
    words.review.did[decision.do],
    field?.title[language] ?? decision.field,
    from === undefined || to === undefined ? undefined : words.review.characters(from, to),
    document?.title,
    pages === undefined ? undefined : words.review.onPages(pagesText([pages])),
    letter === undefined ? undefined : words.review.letter(letter),
    alike ? words.review.alike : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  return (
    <li className="stack tight">
      <span>{what}</span>
      {ground === undefined ? null : (
        <span className="small">
          {wordFor(words.terms.grounds, ground)}
          {reason === undefined ? '' : `: ${reason}`}
          {tellPerson === false ? ` (${words.review.notTold})` : ''}
        </span>
      )}
      <span className="small soft">
        {actorWords(words, `staff:${by}`, member.id)}, {instant(at)}
      </span>
      <div>
        <Button
          variant="default"
          size="compact-sm"
          disabled={busy}
          aria-label={words.review.undoThis(what)}
          onClick={() => onUndo(decision.commandId)}
        >
          {words.review.undo}
        </Button>
      </div>
    </li>
  );
}
