import type { ReactNode } from 'react';
import { refuse as refuseCommand, refuseLabels } from '#commands/refuse.ts';
import { TextField } from '../../../ui/fields.tsx';
import { fieldWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';

const fields = ['voluntariness', 'aim', 'elapsed', 'pattern'] as const;
export type Evidence = Readonly<Record<(typeof fields)[number], string>>;
export const noEvidence: Evidence = { voluntariness: '', aim: '', elapsed: '', pattern: '' };

interface Props {
  readonly value: Evidence;
  readonly onChange: (value: Evidence) => void;
}

/** The four fields for the facts that show an abuse of the right (C-526/24). */
export function AbuseFields({ value, onChange }: Props): ReactNode {
  const { language } = useSpeech();
  const { evidenceFields } = refuseLabels[language];
  return (
    <fieldset className="entry">
      <legend>{fieldWords(refuseCommand.fields.evidence, language).label}</legend>
      <div className="stack">
        {fields.map((field) => (
          <TextField
            key={field}
            label={evidenceFields[field]}
            value={value[field]}
            onChange={(text) => onChange({ ...value, [field]: text })}
          />
        ))}
      </div>
    </fieldset>
  );
}
