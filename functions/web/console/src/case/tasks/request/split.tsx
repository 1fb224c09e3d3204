import { useState, type ReactNode } from 'react';
import * as z from 'zod';
import { split, splitLabels } from '#commands/split.ts';
import { matterSchema } from '#domain/case/vocabulary.ts';
import { rightSchema, type Right } from '#domain/rights.ts';
import type { Matter } from '../../../logic/known.ts';
import { targetsOf, valuesFor } from '../../../logic/offers.ts';
import { ChoiceField, TicksField } from '../../../ui/fields.tsx';
import { fieldWords, taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

/** The form that makes a new case for a part of the request: a complaint, a claim, or one of the requested rights. */
export function SplitForm(): ReactNode {
  const { words, language } = useSpeech();
  const { view } = useOpenCase();
  const [matter, setMatter] = useState<Matter>();
  const [chosen, setChosen] = useState<readonly Right[]>([]);
  const matters = matterSchema.options.filter((one) => targetsOf(view, 'split').includes(one));
  const separable = z.array(rightSchema).safeParse(valuesFor(view, 'split')['rights']).data ?? [];
  const isRight = matter === 'request';
  const draft =
    matter === undefined || (isRight && chosen.length === 0)
      ? undefined
      : ({ type: 'split', matter, rights: isRight ? [...chosen] : [] } as const);
  return (
    <CommandForm draft={draft} submit={taskWords('split', language).submit}>
      <ChoiceField
        label={fieldWords(split.fields.matter, language).label}
        choices={matters}
        words={splitLabels[language].matters}
        value={matter}
        onChange={setMatter}
      />
      {isRight ? (
        <TicksField
          label={fieldWords(split.fields.rights, language).label}
          choices={separable}
          words={words.rights}
          value={chosen}
          onChange={setChosen}
        />
      ) : null}
    </CommandForm>
  );
}
