import { field, id } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const approveProposal = staffCommand({
  type: 'approve-proposal',
  group: 'waiting',
  roles: ['approver'],
  title: { sv: 'Ett beslut som två måste fatta', en: 'A decision that two people must make' },
  help: {
    sv: 'Beslutet gäller när en andra person instämmer. Läs vad din kollega har skrivit innan du instämmer.',
    en: 'The decision takes effect when a second person agrees. Read what your colleague wrote before you agree.',
  },
  submit: { sv: 'Instäm', en: 'Agree' },
  done: { sv: 'Du har instämt.', en: 'You have agreed.' },
  timeline: { 'decision-approved': { sv: 'Ett föreslaget beslut godkändes', en: 'A proposed decision was approved' } },
  target: 'proposal',
  fields: { proposal: field(id(), { label: { sv: 'Förslag', en: 'Proposal' }, widget: { as: 'target' } }) },
  targets: ({ state }) => state.common.proposals.filter((one) => one.state === 'open').map((one) => one.id),
  trial: (_, proposal) => ({ type: 'approve-proposal', proposal }),
  ask: ({ proposal }) => ({ type: 'approve-proposal', proposal }),
});

/** The labels of the card on which a second person decides on a colleague's proposal. */
export const approveProposalLabels = labels({
  sv: {
    title: (what: string) => `För en andra person: ${what}`,
    by: (who: string, time: string) => `${who} föreslog det ${time}`,
    contactNow: (contact: string) => `Nu skriver vi till ${contact}. Vi skulle i stället skriva hit:`,
  },
  en: {
    title: (what: string) => `For a second person: ${what}`,
    by: (who: string, time: string) => `${who} proposed it, ${time}`,
    contactNow: (contact: string) => `We now write to ${contact}. After the change, we would write to:`,
  },
});
