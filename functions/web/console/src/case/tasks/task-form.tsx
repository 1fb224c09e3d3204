import type { ComponentType, ReactNode } from 'react';
import { staffCommands, type StaffCommandType } from '#commands/list.ts';
import type { Entry } from '../../logic/more.ts';
import type { Offer } from '../../logic/task.ts';
import { EndForm } from './decisions/end.tsx';
import { RefuseForm } from './decisions/refuse.tsx';
import { DrawnForm } from './drawn-form.tsx';
import { AssignForm } from './request/assign.tsx';
import { SplitForm } from './request/split.tsx';
import { ChangeContactForm } from './who-asks/change-contact.tsx';
import { CircumstanceForm } from './who-asks/circumstance.tsx';

/**
 * The commands whose form is a component written for them. All other forms are generated from the fields of the
 * command.
 */
const ownForms: Readonly<Partial<Record<StaffCommandType, ComponentType<{ readonly offers: readonly Offer[] }>>>> = {
  assign: AssignForm,
  'change-contact': ChangeContactForm,
  end: EndForm,
  'mark-circumstance': CircumstanceForm,
  refuse: RefuseForm,
  split: SplitForm,
};

/** The form in the dialog that a line of the menu or a card opens. */
export function TaskForm({ entry: { type, offers } }: { readonly entry: Entry }): ReactNode {
  const Own = ownForms[type];
  if (Own !== undefined) return <Own offers={offers} />;
  // A command with the group `waiting` has a separate form for each target.
  if (staffCommands[type].group !== 'waiting') return <DrawnForm type={type} offers={offers} />;
  return offers.map((offer) => <DrawnForm key={offer.task.target} type={type} offers={[offer]} />);
}
