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
    sv: 'Personen har visat vem hen är, men inte att adressen är hens. Innan dess kan inget svar hämtas därifrån: vid ett skrivfel skulle någon annan läsa det (artikel 32).',
    en: 'The person has proven their identity, but not that this address is theirs. Nobody can fetch the answer from it until it is confirmed: if it has a typing error, somebody else would read the answer (Art. 32).',
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
