import { useState, type ReactNode } from 'react';
import { refuse as refuseCommand, refuseLabels } from '#commands/refuse.ts';
import { refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { isTooLateForNotice } from '../../../logic/dates.ts';
import type { RefusalGround } from '../../../logic/known.ts';
import { valuesFor } from '../../../logic/offers.ts';
import { filled, linesIn } from '../../../logic/typed.ts';
import { ChoiceField, LineField, SelectField, TextField } from '../../../ui/fields.tsx';
import { fieldWords, taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';
import { AbuseFields, noEvidence } from './abuse-evidence.tsx';
import { changeableRefusals, useRefusalNames } from './changeable-refusals.ts';
import { itemsOf, RefusedItems, type Item } from './refused-items.tsx';
import { kindsOf, RefusedKinds } from './refused-kinds.tsx';

const scopes = ['whole', 'part'] as const;
type Scope = (typeof scopes)[number];

/**
 * The grounds for each scope. `others-rights` can justify only a partial refusal. `abuse` can justify only a refusal of
 * the whole request.
 */
const grounds: Readonly<Record<Scope, readonly RefusalGround[]>> = {
  whole: refusalGroundSchema.options.filter((ground) => ground !== 'others-rights'),
  part: refusalGroundSchema.options.filter((ground) => ground !== 'abuse'),
};

/**
 * The form that refuses the whole request or a part of it (Art. 12(4)-(5)). The user must confirm before it is sent.
 */
export function RefuseForm(): ReactNode {
  const { words, language } = useSpeech();
  const { view } = useOpenCase();
  const [scope, setScope] = useState<Scope>();
  const [chosen, setGround] = useState<RefusalGround>();
  const [law, setLaw] = useState('');
  const [reason, setReason] = useState('');
  const [items, setItems] = useState<readonly Item[]>([]);
  const [kinds, setKinds] = useState<readonly string[]>([]);
  const [until, setUntil] = useState('');
  const open = changeableRefusals(view).map(({ refusal }) => String(refusal));
  const inWords = view.refusals.find(({ inWordsOnly }) => inWordsOnly);
  const [restates, setRestates] = useState(inWords === undefined ? undefined : String(inWords.refusal));
  const names = useRefusalNames();
  const byKind = scope === 'part' && valuesFor(view, 'refuse')['byKind'] === true;
  const [granted, setGranted] = useState('');
  const [evidence, setEvidence] = useState(noEvidence);
  const ground = scope !== undefined && chosen !== undefined && grounds[scope].includes(chosen) ? chosen : undefined;
  const draft =
    scope === undefined || ground === undefined
      ? undefined
      : ({
          type: 'refuse',
          scope,
          ground,
          law: ground === 'other-law' ? law : undefined,
          reason,
          items: byKind
            ? kinds.flatMap((key) => {
                const kind = kindsOf(view).get(key);
                const its = { ground, law: filled(law), reason, until: filled(until) };
                return kind === undefined ? [] : [{ ...kind, ...its }];
              })
            : itemsOf(items),
          restates: byKind && restates !== undefined ? Number(restates) : undefined,
          granted: scope === 'part' ? linesIn(granted) : undefined,
          evidence: ground === 'abuse' ? { ...evidence } : undefined,
        } as const);
  const { terms, forms } = words;
  const refuse = refuseLabels[language];
  const labelOf = (field: keyof typeof refuseCommand.fields): string =>
    fieldWords(refuseCommand.fields[field], language).label;
  const isProposed = scope === 'whole' && view.decisionsTakeTwo;
  const letterHint = forms.letterHint(wordFor(words.languages, view.language));
  const confirm =
    scope === undefined || ground === undefined
      ? undefined
      : {
          title: refuse.confirmTitle[scope],
          text: refuse.confirmText[isProposed ? 'proposed' : scope],
          submit: isProposed ? (refuseCommand.propose?.[language] ?? refuse.confirm) : refuse.confirm,
          quote: `${terms.grounds[ground]}\n${reason}`,
        };
  return (
    <CommandForm draft={draft} submit={taskWords('refuse', language).submit} confirm={confirm}>
      {isTooLateForNotice(view) ? <p className="notice calm">{refuse.late}</p> : null}
      <ChoiceField label={labelOf('scope')} choices={scopes} words={refuse.scopes} value={scope} onChange={setScope} />
      {scope === undefined ? null : (
        <ChoiceField
          label={labelOf('ground')}
          choices={grounds[scope]}
          words={terms.grounds}
          about={terms.groundLaws}
          value={ground}
          onChange={setGround}
        />
      )}
      {ground === 'other-law' ? <LineField label={labelOf('law')} value={law} onChange={setLaw} /> : null}
      {ground === 'abuse' ? <AbuseFields value={evidence} onChange={setEvidence} /> : null}
      <TextField label={labelOf('reason')} hint={letterHint} rows={4} value={reason} onChange={setReason} />
      {byKind ? (
        <>
          <RefusedKinds value={kinds} onChange={setKinds} />
          <LineField label={refuse.until} type="date" optional value={until} onChange={setUntil} />
          {open.length === 0 ? null : (
            <SelectField
              label={labelOf('restates')}
              hint={refuse.restatesHint}
              optional
              choices={open}
              words={names}
              none={refuse.restatesNone}
              value={restates}
              onChange={setRestates}
            />
          )}
        </>
      ) : (
        <RefusedItems grounds={scope === undefined ? [] : grounds[scope]} items={items} onChange={setItems} />
      )}
      {scope === 'part' ? (
        <TextField
          {...fieldWords(refuseCommand.fields.granted, language)}
          optional
          value={granted}
          onChange={setGranted}
        />
      ) : null}
      {isProposed ? <p className="soft">{forms.twoPersons}</p> : null}
    </CommandForm>
  );
}
