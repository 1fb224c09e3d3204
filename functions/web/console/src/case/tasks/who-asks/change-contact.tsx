import { useState, type ReactNode } from 'react';
import { changeContact, changeContactLabels } from '#commands/change-contact.ts';
import { ChoiceField, LineField } from '../../../ui/fields.tsx';
import { fieldWords, taskWords } from '../../../words/command-words.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandForm } from '../command-form.tsx';

const olds = ['in-use', 'lost', 'shared', 'unsafe'] as const;

/** The form that changes the contact point of the case. */
export function ChangeContactForm(): ReactNode {
  const { language } = useSpeech();
  const { decisionsTakeTwo } = useOpenCase().view;
  const [email, setEmail] = useState('');
  const [old, setOld] = useState<(typeof olds)[number]>();
  const contact = changeContactLabels[language];
  const { title, text, submit: alone } = taskWords('change-contact', language);
  const submit = decisionsTakeTwo ? (changeContact.propose?.[language] ?? alone) : alone;
  const isTold = old === 'in-use';
  const draft =
    old === undefined
      ? undefined
      : ({ type: 'change-contact', email, oldIsLost: !isTold, why: old === 'in-use' ? undefined : old } as const);
  return (
    <CommandForm
      draft={draft}
      submit={submit}
      takesTwo={decisionsTakeTwo}
      confirm={{ title, text: isTold ? text : contact.lostHint, submit, quote: email }}
    >
      <LineField
        {...fieldWords(changeContact.fields.email, language)}
        type="email"
        most={254}
        value={email}
        onChange={setEmail}
      />
      <ChoiceField
        {...fieldWords(changeContact.fields.why, language)}
        choices={olds}
        words={contact.olds}
        value={old}
        onChange={setOld}
      />
    </CommandForm>
  );
}
