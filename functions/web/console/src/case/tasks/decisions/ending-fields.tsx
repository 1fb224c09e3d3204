import type { ReactNode } from 'react';
import { endLabels } from '#commands/end.ts';
import type { Ending } from '../../../logic/task.ts';
import { LineField, TextField } from '../../../ui/fields.tsx';
import { useSpeech } from '../../../words/language.tsx';
import { wordFor } from '../../../words/console-words.ts';
import { useOpenCase } from '../../context.ts';

export interface EndingDetails {
  readonly reason: string;
  readonly wouldHelp: string;
  readonly company: string;
  readonly companyEmail: string;
  readonly estateRoute: string;
}
export const noDetails: EndingDetails = { reason: '', wouldHelp: '', company: '', companyEmail: '', estateRoute: '' };

interface Props {
  readonly ending: Ending;
  readonly value: EndingDetails;
  readonly onChange: (value: EndingDetails) => void;
}

/** The fields that the chosen ending needs. */
export function EndingFields({ ending, value, onChange }: Props): ReactNode {
  const { words, language } = useSpeech();
  const { view } = useOpenCase();
  const { perLine, internalHint, letterHint } = words.forms;
  const end = endLabels[language];
  const inLetter = letterHint(wordFor(words.languages, view.language));
  const change = (field: keyof EndingDetails) => (text: string) => onChange({ ...value, [field]: text });
  switch (ending) {
    case 'cannot-find':
      return (
        <>
          <TextField label={end.reason} hint={inLetter} value={value.reason} onChange={change('reason')} />
          <TextField
            label={end.wouldHelp}
            hint={perLine}
            optional
            value={value.wouldHelp}
            onChange={change('wouldHelp')}
          />
        </>
      );
    case 'carried-out':
      return <TextField label={end.what} hint={internalHint} value={value.reason} onChange={change('reason')} />;
    case 'forwarded':
      return (
        <>
          <LineField label={end.company} value={value.company} onChange={change('company')} />
          <LineField
            label={end.companyEmail}
            type="email"
            most={254}
            value={value.companyEmail}
            onChange={change('companyEmail')}
          />
        </>
      );
    case 'deceased':
      return (
        <TextField
          label={end.estate}
          hint={end.estateHint}
          optional
          value={value.estateRoute}
          onChange={change('estateRoute')}
        />
      );
    case 'withdrawn':
    case 'not-proven':
    case 'no-answer':
    case 'not-a-request':
      return (
        <TextField label={end.reason} hint={internalHint} optional value={value.reason} onChange={change('reason')} />
      );
  }
}
