import { field, words } from './field.ts';
import { savedOrProposed } from './saved-or-proposed.ts';
import { staffCommand } from './staff-command.ts';

/** Confirms a contact address, after a member of staff has checked that it is the person's. */
export const confirmContact = staffCommand({
  type: 'confirm-contact',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Bekräfta kontaktadressen', en: 'Confirm the contact address' },
  help: {
    sv: 'Personen har visat vem hen är, men inte att adressen är hens. Svaret kan inte hämtas via adressen förrän den är bekräftad. Om adressen är felskriven skulle någon annan läsa svaret (artikel 32).',
    en: 'The person has proven their identity, but not that this address is theirs. The answer cannot be fetched through the address until it is confirmed. If the address has a typing error, somebody else would read the answer (Art. 32).',
  },
  submit: { sv: 'Bekräfta adressen', en: 'Confirm the address' },
  done: savedOrProposed,
  propose: { sv: 'Föreslå bekräftelsen', en: 'Propose the confirmation' },
  confirm: { quotes: ['how'] },
  timeline: { 'contact-confirmed': { sv: 'Kontaktadressen bekräftades', en: 'The contact address was confirmed' } },
  fields: {
    /**
     * How staff checked the address: where and by whom the person was asked for it, and with which document or tool.
     */
    how: field(words(), {
      label: { sv: 'Hur du frågade personen efter adressen', en: 'How you asked the person for the address' },
      goesInto: 'record',
      widget: { as: 'text' },
    }),
  },
  trial: () => ({ type: 'confirm-contact', text: '' }),
  ask: async ({ how }, { keep }) => ({ type: 'confirm-contact', text: await keep(how) }),
});
