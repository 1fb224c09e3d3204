import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ReviewDecision, ReviewItem } from '#api/review.ts';
import type { Language } from '#domain/language.ts';
import { refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { pagesIn } from '#domain/review/pages.ts';
import {
  limitDecision,
  otherValues,
  targetsOf,
  usualChoices,
  type LimitKind,
  type LimitTarget,
} from '../logic/review-limits.ts';
import type { Selected } from '../logic/review-selection.ts';
import { Dialog } from '../ui/dialog.tsx';
import { LineField, SelectField, TextField, TickField, TicksField } from '../ui/fields.tsx';
import { useSpeech } from '../words/language.tsx';
import { TouchedView } from './touched-view.tsx';
import { useTouched } from './use-touched.ts';

interface Props {
  readonly kind: LimitKind;
  readonly item: ReviewItem;
  readonly selected: Selected | undefined;
  /** The pages that were chosen in the document. */
  readonly pages: { readonly document: string; readonly text: string } | undefined;
  /** Why the last try failed. */
  readonly notice: ReactNode;
  /** The hash of the sheet that the page shows. */
  readonly sheet: string;
  /** `sheet`: the hash of the sheet for which the form counted what the decisions change. */
  readonly onGive: (decisions: readonly ReviewDecision[], sheet?: string) => void;
  readonly onClose: () => void;
}

// `abuse` is only for the request as a whole.
const grounds = refusalGroundSchema.options.filter((ground) => ground !== 'abuse');
const letterWords = { A: 'A', B: 'B', C: 'C', D: 'D', E: 'E', F: 'F' };
const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** The dialog in which the user chooses what to mask or withhold, on which ground, and with which reason. */
export function LimitForm({ kind, item, selected, pages, notice, sheet, onGive, onClose }: Props): ReactNode {
  const { words, language } = useSpeech();
  const targets = targetsOf(kind, item, selected);
  const ofPages = targets.find((one) => one.on === 'pages' && one.document === pages?.document);
  const [chosen, setChosen] = useState<LimitTarget | undefined>(ofPages ?? targets[0]);
  const [choices, setChoices] = useState({ ...usualChoices, pages: pages?.text ?? '' });
  const [isWrong, setWrong] = useState(false);
  const [also, setAlso] = useState<readonly string[]>([]);
  const submit = useRef<HTMLButtonElement>(null);
  // The usual choices are preselected. The button has the focus, so that pressing Enter is enough.
  useEffect(() => submit.current?.focus(), []);
  const name = useTargetName(item);
  // The record may have changed since the user chose. A target that the record no longer has counts as not chosen.
  const at = targets.findIndex((one) => JSON.stringify(one) === JSON.stringify(chosen));
  const target = targets[at];
  const others = target?.on === 'value' ? otherValues(item, target.value) : [];
  const more = others.filter(({ value }) => also.includes(value));
  const all: readonly LimitTarget[] =
    target === undefined ? [] : [target, ...more.map(({ value }) => ({ on: 'value', value }) as const)];
  const decisions = all.map((one) => limitDecision(kind, item, one, choices));
  const touching = useTouched(kind === 'everywhere' ? decisions : [], sheet);
  const isCounting =
    kind === 'everywhere' && target !== undefined && touching.touched === undefined && touching.trouble === undefined;
  return (
    <Dialog title={words.review.limit[kind]} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (target === undefined) return;
          const wrong = target.on === 'pages' && (pagesIn(choices.pages) ?? []).length === 0;
          setWrong(wrong);
          if (wrong) return;
          if (kind !== 'everywhere') return onGive(decisions);
          // The user can decide once the form shows what the decision changes, or that the count failed.
          if (touching.touched !== undefined) onGive(decisions, touching.touched.sheet);
          else if (touching.trouble !== undefined) onGive(decisions);
        }}
      >
        {notice}
        <SelectField
          label={words.review.limit.what}
          none={words.forms.none}
          choices={targets.map((_, index) => String(index))}
          words={Object.fromEntries(targets.map((one, index) => [String(index), name(one)]))}
          value={at === -1 ? undefined : String(at)}
          onChange={(index) => setChosen(index === undefined ? undefined : targets[Number(index)])}
        />
        {others.length === 0 ? null : (
          <TicksField
            label={words.review.limit.also}
            choices={others.map(({ value }) => value)}
            words={Object.fromEntries(
              others.map(({ field, value }) => [
                value,
                words.review.limit.alsoValue(value, titleOf(item, field, language)),
              ]),
            )}
            value={also}
            onChange={setAlso}
          />
        )}
        {kind === 'everywhere' && target !== undefined ? <TouchedView of={touching} /> : null}
        {target?.on === 'pages' ? (
          <LineField
            label={words.review.limit.pages}
            hint={words.review.limit.pagesHint}
            value={choices.pages}
            onChange={(text) => setChoices({ ...choices, pages: text })}
          />
        ) : null}
        {isWrong ? (
          <p className="notice bad" role="alert">
            {words.review.limit.pagesHint}
          </p>
        ) : null}
        <SelectField
          label={words.review.limit.ground}
          none={words.forms.none}
          hint={words.terms.groundLaws[choices.ground]}
          choices={grounds}
          words={words.terms.grounds}
          value={choices.ground}
          onChange={(ground) => setChoices({ ...choices, ground: ground ?? usualChoices.ground })}
        />
        <TextField
          label={words.review.limit.reason}
          hint={words.review.limit.reasonHint}
          optional={choices.ground === usualChoices.ground}
          rows={2}
          most={2000}
          value={choices.reason}
          onChange={(reason) => setChoices({ ...choices, reason })}
        />
        {kind === 'withhold' ? null : (
          <SelectField
            label={words.review.limit.letter}
            hint={words.review.limit.letterHint}
            none={words.review.limit.noLetter}
            optional
            choices={letters}
            words={letterWords}
            value={letters.find((letter) => letter === choices.letter)}
            onChange={(letter) => setChoices({ ...choices, letter: letter ?? '' })}
          />
        )}
        <TickField
          label={words.review.limit.tell}
          value={choices.tellPerson}
          onChange={(tellPerson) => setChoices({ ...choices, tellPerson })}
        />
        <div className="row">
          <Button
            ref={submit}
            type="submit"
            // The button stays focusable, so that Enter works as soon as the count is there.
            aria-disabled={isCounting}
            {...(isCounting ? { 'data-disabled': true } : {})}
          >
            {words.review.limit[kind]}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.frame.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function titleOf(item: ReviewItem, field: string, language: Language): string {
  return item.fields.find(({ name }) => name === field)?.title[language] ?? field;
}

function useTargetName(item: ReviewItem): (target: LimitTarget) => string {
  const { words, language } = useSpeech();
  const { limit } = words.review;
  const field = (name: string): string => titleOf(item, name, language);
  return (target) => {
    switch (target.on) {
      case 'part':
        return limit.part(field(target.selected.field));
      case 'record':
        return limit.record;
      case 'field':
        return limit.field(field(target.field));
      case 'document':
        return limit.document(item.documents.find(({ id }) => id === target.document)?.title ?? '');
      case 'pages':
        return limit.pagesOf(item.documents.find(({ id }) => id === target.document)?.title ?? '');
      case 'value':
        return limit.value(target.value);
      case 'alike-field':
        return limit.alikeField(field(target.field), item.title[language]);
      case 'alike-kind':
        return limit.alikeKind(item.title[language]);
      case 'alike-system':
        return limit.alikeSystem(item.systemTitle[language]);
    }
  };
}
