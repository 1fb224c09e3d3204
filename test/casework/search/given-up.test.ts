import { describe, expect, it } from 'vitest';
import { flat } from '../../letters/read.ts';
import { contact, give, letterOf, openIn, proveAtDesk } from '../desk.ts';
import { deliverIn } from '../case-steps.ts';
import { Office } from '../office.ts';

const request = {
  sv: 'Vi har inte kunnat söka igenom det här helt, och vi försöker inte igen på eget initiativ: - Butikens pärmar Svara på det här meddelandet om du vill att vi försöker igen.',
  en: 'We could not search this completely, and we do not try again on our own: - Binders in the shop Reply to this message if you want us to try again.',
} as const;

describe('A system that could not be searched and was marked as not searchable', () => {
  it.each(['sv', 'en'] as const)(
    'is named in the letter that announces the answer (%s), which promises no supplement',
    async (language) => {
      const office = new Office();
      const caseId = await openIn(office, { language, identifiers: [{ kind: 'email', value: contact }] });
      await proveAtDesk(office, caseId);
      const [system, other] = ['butiksarkiv', 'mailchimp'];
      await office.command(caseId, {
        type: 'plan-search',
        systems: [
          { id: system, mode: 'manual', level: 'contact-point', special: false },
          { id: other, mode: 'manual', level: 'contact-point', special: false },
        ],
      });
      await office.command(caseId, { type: 'approve-search' });
      expect(await give(office, caseId, { type: 'record-manual-result', system: other, outcome: 'nothing-held' })).toBe(
        'ok',
      );
      expect(await give(office, caseId, { type: 'record-manual-result', system, outcome: 'failed' })).toBe('ok');
      expect(await give(office, caseId, { type: 'give-up-system', system, reason: 'Pärmarna har brunnit.' })).toBe(
        'ok',
      );
      await deliverIn(office, caseId);
      const letter = flat(letterOf(office, caseId, 'M8'));
      expect(letter).toContain(request[language]);
      expect(letter).not.toContain({ sv: 'komplettering', en: 'supplement' }[language]);
    },
  );
});
