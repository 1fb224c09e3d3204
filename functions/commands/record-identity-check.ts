import * as z from 'zod';
import { contactAt } from '#domain/case/state.ts';
import { field } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const documents = {
  passport: { sv: 'Pass', en: 'Passport' },
  'identity-card': { sv: 'Identitetskort', en: 'Identity card' },
  'driving-licence': { sv: 'Körkort', en: 'Driving licence' },
  'residence-card': { sv: 'Uppehållstillståndskort', en: 'Residence card' },
};

export const places = { 'in-person': { sv: 'På plats', en: 'In person' }, video: { sv: 'I video', en: 'By video' } };

/**
 * Records that a member of staff has seen an identity document. Copying the document is forbidden, so no field takes a
 * file or a document number.
 */
export const recordIdentityCheck = staffCommand({
  type: 'record-identity-check',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Anteckna en kontroll av legitimation', en: 'Record an identity check' },
  help: {
    sv: 'Du har sett en legitimation. Anteckna vilken legitimation det var, var och när. Kopiera den aldrig (EDPB 01/2022, 73–79).',
    en: 'You have looked at an identity document. Record which document it was, where and when. Never copy it (EDPB 01/2022, 73–79).',
  },
  submit: { sv: 'Anteckna kontrollen', en: 'Record the check' },
  done: { sv: 'Kontrollen är antecknad.', en: 'The check has been recorded.' },
  fields: {
    document: field(z.enum(['passport', 'identity-card', 'driving-licence', 'residence-card']), {
      label: { sv: 'Vad såg du?', en: 'What did you look at?' },
      widget: {
        as: 'choice',
        options: documents,
      },
    }),
    where: field(z.enum(['in-person', 'video']), {
      label: { sv: 'Var?', en: 'Where?' },
      widget: {
        as: 'choice',
        options: places,
      },
    }),
    checkedOn: field(z.iso.date(), { label: { sv: 'När?', en: 'When?' }, widget: { as: 'date' } }),
  },
  trial: ({ state, now }) => ({
    type: 'prove-with',
    method: 'document-check',
    identifier: contactAt(state.common, now),
    text: '',
  }),
  ask: async ({ document, where, checkedOn }, { state, now, keep }) => ({
    type: 'prove-with',
    method: 'document-check',
    identifier: state.common.facts.claimed.find(({ kind }) => kind === 'personnummer') ?? contactAt(state.common, now),
    text: await keep({ document, where, checkedOn }),
  }),
});

/** The notice above the form. */
export const recordIdentityCheckLabels = labels({
  sv: { never: 'Spara ingen kopia och inget nummer.' },
  en: {
    never: 'Keep no copy of the document, and do not write down its number.',
  },
});
