import * as z from 'zod';
import { field, words } from './field.ts';
import { incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import { savedOrProposed } from './saved-or-proposed.ts';
import { staffCommand } from './staff-command.ts';

export const changeContact = staffCommand({
  type: 'change-contact',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Byt kontaktadress', en: 'Change the contact address' },
  help: {
    sv: 'Vi skriver genast till den gamla adressen och använder den nya efter några dagar, så att ingen kan ta över ett ärende obemärkt (artikel 32). Vi skriver inte till den gamla adressen om personen säger att den är förlorad, delad eller osäker. Vi använder den nya adressen genast om personen har visat vem hen är med e-legitimation, eller om vi inte hade någon adress tidigare.',
    en: 'We write to the old address at once, and use the new address after some days, so that nobody can take over a case unnoticed (Art. 32). We do not write to the old address if the person says that it is lost, shared or unsafe. We use the new address at once if the person has proven their identity with an e-ID, or had no address before.',
  },
  submit: { sv: 'Byt adress', en: 'Change the address' },
  done: savedOrProposed,
  propose: { sv: 'Föreslå bytet', en: 'Propose the change' },
  timeline: {
    'contact-changed': { sv: 'Ett byte av kontaktadress antecknades', en: 'A change of the contact address was noted' },
  },
  fields: {
    email: field(words(254), { label: { sv: 'Ny e-postadress', en: 'New e-mail address' }, widget: { as: 'email' } }),
    /**
     * Whether the person says that the old contact point is lost, shared or unsafe. If so, the old contact point gets
     * no letter about the change, and the change needs a strong proof.
     */
    oldIsLost: field(z.boolean(), {
      label: { sv: 'Om den gamla kontakten är förlorad', en: 'Whether the old contact is lost' },
      widget: { as: 'own' },
    }),
    /** What the person says about the old contact point. Required if `oldIsLost` is true. */
    why: field(z.enum(['lost', 'shared', 'unsafe']).optional(), {
      label: { sv: 'Vad säger personen om den gamla adressen?', en: 'What does the person say about the old address?' },
      help: {
        sv: 'Vi skriver dit om bytet, om personen inte säger att adressen är förlorad, delad eller osäker.',
        en: 'We write to it about the change, unless the person says that it is lost, shared or unsafe.',
      },
      widget: { as: 'own' },
    }),
  },
  trial: () => ({ type: 'change-contact', to: { kind: 'email', hash: '0'.repeat(64) }, oldIsLost: false }),
  ask: async ({ email, oldIsLost, why }, { emailOf, wouldReachUs, keepContact }) => {
    const to = emailOf(email);
    if (to === undefined) return incomplete(['email'], 'address-not-writable');
    if (wouldReachUs(to)) return incomplete(['email'], 'address-is-ours');
    if (oldIsLost !== (why !== undefined)) return incomplete(['why'], 'say-why-old-is-not-told');
    return { type: 'change-contact', to: await keepContact(to), oldIsLost, ...(why === undefined ? {} : { why }) };
  },
});

/**
 * What the person can say about the old contact point, in words (`why`), and the hint that the form shows if it is
 * lost, shared or unsafe.
 */
export const changeContactLabels = labels({
  sv: {
    olds: {
      'in-use': 'Den används, eller personen säger inget om den',
      lost: 'Den är förlorad',
      shared: 'Andra läser den',
      unsafe: 'Den är osäker',
    },
    lostHint: 'Inget skickas till den gamla adressen. Personen måste först ge ett starkt bevis på sin identitet.',
  },
  en: {
    olds: {
      'in-use': 'It is in use, or the person says nothing about it',
      lost: 'It is lost',
      shared: 'Others read it',
      unsafe: 'It is unsafe',
    },
    lostHint: 'We send nothing to the old address. The person must first give a strong proof of identity.',
  },
});
