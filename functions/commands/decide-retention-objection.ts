import * as z from 'zod';
import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Decides on the person's objection to our storing the case (Art. 21). */
export const decideRetentionObjection = staffCommand({
  type: 'decide-retention-objection',
  group: 'waiting',
  roles: ['dpo'],
  title: { sv: 'Avgör en invändning mot att ärendet bevaras', en: 'Decide on an objection to keeping the case' },
  help: {
    sv: 'Utan tvingande skäl eller rättsliga anspråk bifalls invändningen (artikel 21.1). Personen får beslutet i ett brev.',
    en: 'Uphold the objection unless you can show compelling grounds or legal claims (Art. 21(1)). The person gets the decision by letter.',
  },
  submit: { sv: 'Avgör', en: 'Decide' },
  done: { sv: 'Ditt beslut är sparat.', en: 'Your decision has been saved.' },
  confirm: { quotes: ['upheld'] },
  timeline: {
    'retention-objection-decided': {
      sv: 'En invändning mot att ärendet bevaras avgjordes',
      en: 'An objection to keeping the case was decided on',
    },
  },
  fields: {
    upheld: field(z.boolean(), {
      label: { sv: 'Ditt beslut', en: 'Your decision' },
      widget: {
        as: 'yes-no',
        yes: { sv: 'Bifall: ärendet raderas', en: 'Upheld: the case is erased' },
        no: { sv: 'Avslag', en: 'Not upheld' },
      },
    }),
    reason: field(words(), { label: { sv: 'Skäl', en: 'Reason' }, goesInto: 'letter', widget: { as: 'text' } }),
  },
  trial: () => ({ type: 'decide-retention-objection', upheld: true, text: '' }),
  ask: async ({ upheld, reason }, { keep }) => ({
    type: 'decide-retention-objection',
    upheld,
    text: await keep(reason),
  }),
});
