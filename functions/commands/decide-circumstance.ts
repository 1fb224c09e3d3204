import * as z from 'zod';
import { contactWaits } from '#domain/case/circumstances/standing-time.ts';
import { circumstanceSchema, waitingContactSchema } from '#domain/case/vocabulary.ts';
import { field, words } from './field.ts';
import { savedOrProposed } from './saved-or-proposed.ts';
import { staffCommand } from './staff-command.ts';

/** The labels of the answers to "Does the circumstance apply?". */
export const answers = {
  yes: { sv: 'Ja, den stämmer', en: 'Yes, it applies' },
  no: { sv: 'Nej, den stämmer inte', en: 'No, it does not apply' },
};

/**
 * Decides whether a circumstance that protects somebody applies. Staff write what they do about it, or why it does not
 * apply.
 */
export const decideCircumstance = staffCommand({
  type: 'decide-circumstance',
  group: 'waiting',
  roles: ['approver'],
  title: { sv: 'Besluta om en omständighet som skyddar någon', en: 'Decide on a circumstance that protects somebody' },
  help: {
    sv: 'Tills ni har beslutat söks, godkänns och lämnas ingenting ut, men tiden för svaret löper. Skriv vad ni gör för att skydda personen, eller varför omständigheten inte stämmer.',
    en: 'Until you decide, nothing is searched, approved or disclosed, but the period for the answer still runs. Write what you do to protect the person, or why the circumstance does not apply.',
  },
  submit: { sv: 'Spara beslutet', en: 'Save the decision' },
  done: savedOrProposed,
  propose: { sv: 'Föreslå beslutet', en: 'Propose the decision' },
  timeline: {
    'circumstance-decided': {
      sv: 'Ett beslut om en omständighet fattades',
      en: 'A circumstance was decided on',
    },
  },
  target: 'circumstance',
  fields: {
    circumstance: field(z.enum(circumstanceSchema.options), {
      label: { sv: 'Att tänka på', en: 'Circumstance' },
      widget: { as: 'target' },
    }),
    applies: field(z.boolean(), {
      label: { sv: 'Stämmer den?', en: 'Does it apply?' },
      widget: { as: 'yes-no', ...answers },
    }),
    /**
     * Whether a change of the contact point that is not yet in force should take effect. Required if the circumstance
     * applies and there is such a change (`contactWaits`).
     */
    contact: field(z.enum(waitingContactSchema.options).optional(), {
      label: {
        sv: 'Ett byte av kontaktadress väntar på att börja gälla. Ska det göra det?',
        en: 'A change of the contact address has not taken effect yet. Should it?',
      },
      widget: {
        as: 'choice',
        options: {
          'goes-on': { sv: 'Ja, efter de dagar som återstår', en: 'Yes, after the remaining days' },
          'called-back': { sv: 'Nej, vi skriver dit vi skriver nu', en: 'No, we keep the present address' },
        },
      },
      when: ({ applies, contactWaits }) => applies === true && contactWaits === true,
    }),
    reason: field(words(), {
      label: {
        sv: 'Vad ni gör med anledning av omständigheten, eller varför den inte stämmer',
        en: 'What you do about it, or why it does not apply',
      },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  targets: ({ state }) => [...state.common.undecided],
  values: ({ state, now }) => ({ contactWaits: contactWaits(state.common, now) }),
  trial: (_, target) => {
    const circumstance = circumstanceSchema.parse(target);
    return { type: 'decide-circumstance', circumstance, applies: true, text: '', contact: 'goes-on' };
  },
  ask: async ({ circumstance, applies, reason, contact }, { keep }) => ({
    type: 'decide-circumstance',
    circumstance,
    applies,
    text: await keep(reason),
    ...(contact === undefined ? {} : { contact }),
  }),
});
