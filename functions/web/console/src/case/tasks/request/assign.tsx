import type { ReactNode } from 'react';
import { assignLabels } from '#commands/assign.ts';
import type { Offer } from '../../../logic/task.ts';
import { useDesk } from '../../../session/context.ts';
import { useSpeech } from '../../../words/language.tsx';
import { useOpenCase } from '../../context.ts';
import { CommandButton } from '../command-button.tsx';
import { DrawnForm } from '../drawn-form.tsx';

/** The form that makes the user or a colleague responsible for answering in time. */
export function AssignForm({ offers }: { readonly offers: readonly Offer[] }): ReactNode {
  const { language } = useSpeech();
  const { member } = useDesk();
  const { view } = useOpenCase();
  return (
    <>
      {view.owner === member.id ? null : (
        <CommandButton draft={{ type: 'assign', to: member.id }}>{assignLabels[language].mine}</CommandButton>
      )}
      <DrawnForm type="assign" offers={offers} />
    </>
  );
}
