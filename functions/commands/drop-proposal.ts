import { field, id } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const dropProposal = staffCommand({
  type: 'drop-proposal',
  group: 'waiting',
  roles: ['approver'],
  title: { sv: 'Avstå från ett förslag', en: 'Drop a proposal' },
  help: { sv: 'Beslutet fattas inte, och ingen underrättas.', en: 'The decision is not made, and nobody is told.' },
  submit: { sv: 'Avstå', en: 'Drop it' },
  done: { sv: 'Förslaget är övergivet.', en: 'The proposal has been dropped.' },
  timeline: { 'decision-dropped': { sv: 'Ett föreslaget beslut övergavs', en: 'A proposed decision was dropped' } },
  target: 'proposal',
  fields: { proposal: field(id(), { label: { sv: 'Förslag', en: 'Proposal' }, widget: { as: 'target' } }) },
  targets: ({ state }) => state.common.proposals.filter((one) => one.state === 'open').map((one) => one.id),
  trial: (_, proposal) => ({ type: 'drop-proposal', proposal }),
  ask: ({ proposal }) => ({ type: 'drop-proposal', proposal }),
});
