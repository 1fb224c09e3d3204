import { failedSystems } from './failed-systems.ts';
import { field, id, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Gives up a system whose search failed. The answer then says that no supplement follows for this system. */
export const giveUpSystem = staffCommand({
  type: 'give-up-system',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Ge upp ett system som misslyckas', en: 'Give up on a failed system' },
  help: {
    sv: 'Svaret säger då att sökningen misslyckades och att ingen komplettering följer. Gör det bara om systemet inte heller går att söka för hand.',
    en: 'The answer then says that this search failed and that no supplement follows. Do this only if nobody can search the system by hand either.',
  },
  submit: { sv: 'Ge upp det', en: 'Give up on it' },
  done: { sv: 'Systemet är uppgivet.', en: 'The system has been given up.' },
  confirm: { quotes: ['reason'] },
  timeline: { 'system-given-up': { sv: 'En misslyckad sökning gavs upp', en: 'A failed search was given up' } },
  target: 'system',
  fields: {
    system: field(id(), { label: { sv: 'Vilket system?', en: 'Which system?' }, widget: { as: 'target' } }),
    reason: field(words(), {
      label: { sv: 'Varför det inte går att söka', en: 'Why it cannot be searched' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  targets: ({ state }) => failedSystems(state),
  trial: (_, system) => ({ type: 'give-up-system', system, text: '' }),
  ask: async ({ system, reason }, { keep }) => ({ type: 'give-up-system', system, text: await keep(reason) }),
});
