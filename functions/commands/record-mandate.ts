import * as z from 'zod';
import { field } from './field.ts';
import { staffCommand } from './staff-command.ts';

export const mandateKinds = {
  'power-of-attorney': { sv: 'Fullmakt', en: 'Power of attorney' },
  guardian: { sv: 'Vårdnadshavare', en: 'Guardian of a child' },
  trustee: { sv: 'God man eller förvaltare', en: 'Appointed trustee (god man, förvaltare)' },
  'future-mandate': { sv: 'Framtidsfullmakt', en: 'Lasting power of attorney (framtidsfullmakt)' },
  'rights-service': { sv: 'En tjänst som frågar åt många', en: 'A service that asks for many people' },
};
export const answerTo = {
  person: { sv: 'Personen själv', en: 'The person themselves' },
  representative: { sv: 'Ombudet', en: 'The representative' },
};

export const recordMandate = staffCommand({
  type: 'record-mandate',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Kontrollera en fullmakt', en: 'Check a mandate' },
  help: {
    sv: 'Någon frågar åt en annan person. Kontrollera vem ombudet är och vad uppdraget omfattar (EDPB 01/2022, 80–82).',
    en: 'Somebody asks for another person’s data. Check who they are and what the mandate covers (EDPB 01/2022, 80–82).',
  },
  submit: { sv: 'Spara', en: 'Save' },
  done: { sv: 'Uppdraget är sparat.', en: 'The mandate has been saved.' },
  timeline: {
    'mandate-recorded': { sv: 'En bedömning av ett uppdrag antecknades', en: 'A decision about a mandate was noted' },
  },
  fields: {
    kind: field(z.enum(['power-of-attorney', 'guardian', 'trustee', 'future-mandate', 'rights-service']), {
      label: { sv: 'Vad för uppdrag?', en: 'What kind of mandate?' },
      widget: { as: 'choice', options: mandateKinds },
    }),
    accepted: field(z.boolean(), {
      label: { sv: 'Omfattar det begäran?', en: 'Does it cover this request?' },
      widget: {
        as: 'yes-no',
        yes: { sv: 'Ja, jag har kontrollerat det', en: 'Yes, I have checked it' },
        no: { sv: 'Nej, eller inte visat', en: 'No, or not shown' },
      },
    }),
    answerTo: field(z.enum(['person', 'representative']), {
      label: { sv: 'Vem får svaret?', en: 'Who gets the answer?' },
      help: {
        sv: 'En tjänst som frågar åt många: normalt personen. För ett barn avgör barnets eget intresse.',
        en: 'If a service asks for many people, normally the person. For a child, the child’s own interest decides.',
      },
      widget: { as: 'choice', options: answerTo, first: 'person' },
    }),
  },
  trial: () => ({ type: 'record-mandate', kind: 'trustee', accepted: true, answerTo: 'person' }),
  ask: ({ kind, accepted, answerTo: recipient }) => ({ type: 'record-mandate', kind, accepted, answerTo: recipient }),
});
