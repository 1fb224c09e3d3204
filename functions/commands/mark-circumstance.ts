import * as z from 'zod';
import { circumstanceSchema } from '#domain/case/vocabulary.ts';
import { field } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const markCircumstance = staffCommand({
  type: 'mark-circumstance',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Märk ut en omständighet', en: 'Mark a circumstance' },
  help: {
    sv: 'En omständighet kring personen kan ändra hur ärendet måste handläggas. Om den skyddar någon väntar ärendet tills ni har beslutat vad ni gör åt den. Ingen omständighet stoppar tiden för svaret eller begränsar rätten.',
    en: 'A circumstance around the person can change how the case must be handled. If it protects somebody, the case waits until you have decided what to do about it. No circumstance stops the period for the answer or narrows the right.',
  },
  submit: { sv: 'Märk ut', en: 'Mark' },
  done: { sv: 'Omständigheten är sparad.', en: 'The circumstance has been saved.' },
  timeline: {
    'circumstance-marked': {
      sv: 'En omständighet märktes ut, eller så togs märkningen bort',
      en: 'A circumstance was marked, or its mark was removed',
    },
  },
  target: 'circumstance',
  fields: {
    circumstance: field(z.enum(circumstanceSchema.options), {
      label: { sv: 'Att tänka på', en: 'Circumstance' },
      widget: { as: 'own' },
    }),
    present: field(z.boolean(), { label: { sv: 'Utmärkt eller inte', en: 'Marked or not' }, widget: { as: 'own' } }),
  },
  targets: () => circumstanceSchema.options,
  trial: ({ state }, target) => {
    const circumstance = circumstanceSchema.parse(target);
    return { type: 'mark-circumstance', circumstance, present: !state.common.circumstances.has(circumstance) };
  },
  ask: ({ circumstance, present }) => ({ type: 'mark-circumstance', circumstance, present }),
});

/** The labels of the list of circumstances. */
export const markCircumstanceLabels = labels({
  sv: {
    mark: 'Märk ut',
    clear: 'Ta bort',
    of: (what: string) => ` ${what}`,
    undecided: 'Inte beslutad än. Tills ni har beslutat söks, godkänns och lämnas ingenting ut.',
  },
  en: {
    mark: 'Mark',
    clear: 'Take away',
    of: (what: string) => ` ${what}`,
    undecided: 'Not decided yet. Until staff decide, nothing is searched, approved or disclosed.',
  },
});
