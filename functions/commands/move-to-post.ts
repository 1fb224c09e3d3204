import * as z from 'zod';
import { field, line } from './field.ts';
import { savedOrProposed } from './saved-or-proposed.ts';
import { staffCommand } from './staff-command.ts';

export const reasonsForPost = {
  wish: { sv: 'Personen vill det', en: 'The person wants it' },
  bounced: { sv: 'E-post når inte fram', en: 'E-mail does not arrive' },
  proof: { sv: 'För att visa adressen', en: 'To prove the address' },
};

/**
 * Changes the contact point to a postal address. Once the change takes effect, staff post the letters to the person.
 */
export const moveToPost = staffCommand({
  type: 'move-to-post',
  group: 'who-asks',
  roles: ['case-worker'],
  title: { sv: 'Skicka brev med post', en: 'Send letters by post' },
  help: {
    sv: 'En elektronisk begäran besvaras elektroniskt, om personen inte vill något annat eller e-posten inte når fram (artikel 12.3). Vi skriver om bytet till den tidigare adressen, om inte ett brev dit har kommit tillbaka.',
    en: 'We answer an electronic request electronically, unless the person wants something else or e-mail cannot reach them (Art. 12(3)). We write to the earlier address about the change, unless a letter to it has come back.',
  },
  submit: { sv: 'Skicka brev med post', en: 'Send letters by post' },
  done: savedOrProposed,
  propose: { sv: 'Föreslå flytten', en: 'Propose the move' },
  timeline: {
    'moved-to-post': { sv: 'Ett byte till brev med post antecknades', en: 'A move to letters by post was noted' },
  },
  fields: {
    reason: field(z.enum(['wish', 'bounced', 'proof']), {
      label: { sv: 'Varför?', en: 'Why?' },
      widget: { as: 'choice', options: reasonsForPost },
    }),
    address: field(z.array(line()).min(2).max(6), {
      label: { sv: 'Namn och adress', en: 'Name and address' },
      help: { sv: 'Skriv som på kuvertet, rad för rad.', en: 'Write it as on the envelope, line by line.' },
      widget: { as: 'lines', rows: 4 },
    }),
    /** Whether staff have read this address in the population register. */
    registered: field(z.boolean(), {
      label: {
        sv: 'Jag har läst adressen i folkbokföringen',
        en: 'I have read the address in the population register',
      },
      help: {
        sv: 'Då räknas en kod i brev som ett starkt bevis på identiteten.',
        en: 'If so, a code by letter counts as a strong proof of identity.',
      },
      widget: { as: 'tick' },
    }),
  },
  trial: () => ({
    type: 'move-to-post',
    to: { kind: 'postalAddress', hash: '0'.repeat(64) },
    reason: 'wish',
    registered: false,
  }),
  ask: async ({ address, reason, registered }, { keepContact }) => {
    const to = await keepContact({ kind: 'postalAddress', value: address.join('\n') });
    return { type: 'move-to-post', to, reason, registered };
  },
});
