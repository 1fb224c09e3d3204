import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/**
 * Proposes to accept the person's identity without the usual proof. A second member of staff must approve the proposal,
 * unless the policy lets one person decide.
 */
export const overrideProof = staffCommand({
  type: 'override-proof',
  group: 'who-asks',
  roles: ['approver'],
  title: { sv: 'Godta utan vanligt bevis', en: 'Accept without the usual proof' },
  help: {
    sv: 'Du är på annat sätt säker på vem det är. Har du fel får någon annan svaret (artikel 32).',
    en: 'Use this if you are certain in another way who the person is. If you are wrong, somebody else gets the answer (Art. 32).',
  },
  submit: { sv: 'Godta det', en: 'Accept it' },
  done: { sv: 'Ditt beslut är sparat.', en: 'Your decision has been saved.' },
  propose: { sv: 'Föreslå det', en: 'Propose it' },
  confirm: { quotes: ['reason'] },
  fields: {
    reason: field(words(), {
      label: { sv: 'Hur du är säker', en: 'Why you are certain' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  trial: () => ({ type: 'override-proof', text: '' }),
  ask: async ({ reason }, { keep }) => ({ type: 'override-proof', text: await keep(reason) }),
});
