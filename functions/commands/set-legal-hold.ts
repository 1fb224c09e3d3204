import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Sets a legal hold. Nothing in the case is erased while a legal claim needs it. */
export const setLegalHold = staffCommand({
  type: 'set-legal-hold',
  group: 'keeping',
  roles: ['dpo'],
  title: { sv: 'Bevara för rättsliga anspråk', en: 'Set a legal hold' },
  help: {
    sv: 'Material som behövs för ett rättsligt anspråk bevaras tills spärren hävs (artikel 17.3 e).',
    en: 'The material of this case is needed for a legal claim. It is kept until you lift the hold (Art. 17(3)(e)).',
  },
  submit: { sv: 'Sätt spärren', en: 'Set the hold' },
  done: { sv: 'Ärendet bevaras.', en: 'The legal hold has been set.' },
  timeline: { 'legal-hold-set': { sv: 'Ärendet bevaras för rättsliga anspråk', en: 'A legal hold was set' } },
  fields: {
    reason: field(words(), { label: { sv: 'Skäl', en: 'Reason' }, goesInto: 'record', widget: { as: 'text' } }),
  },
  trial: () => ({ type: 'set-legal-hold', text: '' }),
  ask: async ({ reason }, { keep }) => ({ type: 'set-legal-hold', text: await keep(reason) }),
});
