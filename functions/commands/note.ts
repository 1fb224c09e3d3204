import { field, words } from './field.ts';
import { staffCommand } from './staff-command.ts';

/** Stores a note about the case for other staff. */
export const note = staffCommand({
  type: 'note',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Skriv en anteckning', en: 'Write a note' },
  help: {
    sv: 'För kollegor. Personen kan begära att få se den (artikel 15).',
    en: 'The note is for colleagues. The person may ask to see it (Art. 15).',
  },
  submit: { sv: 'Spara anteckningen', en: 'Save the note' },
  done: { sv: 'Anteckningen är sparad.', en: 'The note has been saved.' },
  timeline: { 'note-added': { sv: 'En anteckning skrevs', en: 'A note was written' } },
  fields: {
    text: field(words(), {
      label: { sv: 'Anteckning', en: 'Note' },
      help: {
        sv: 'Skriv inte mer om personen än ärendet kräver.',
        en: 'Write no more about the person than the case needs.',
      },
      widget: { as: 'text' },
    }),
  },
  trial: () => ({ type: 'note', text: '' }),
  ask: async ({ text }, { keep }) => ({ type: 'note', text: await keep(text) }),
});
