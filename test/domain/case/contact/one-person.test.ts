// What one member of staff can do alone, whatever they do: never to have the answer sent where the person did not ask
// for it.
import { keyOf } from '#domain/case/letters/letter-key.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { contactAt, type Status } from '#domain/case/state.ts';
import { isConfirmed } from '#domain/case/contact/confirmed-contact.ts';
import { alone, CaseBook, caseIn, letterNamed, minutes, openCommand, post, postal, ref, staff } from '../case-book.ts';
import { anyCommand } from '../model/any-command.ts';

const ada = { by: staff('ada') };
const bo = { by: staff('bo') };
const elsewhere = ref('somebody-else@example.net');
const far = '9998-01-01T00:00:00.000Z';
const letters = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));

const check: Command = {
  type: 'prove-with',
  method: 'document-check',
  identifier: ref('10', 'personnummer'),
  text: 't',
};
const lost: Command = { type: 'change-contact', to: elsewhere, oldIsLost: true, why: 'lost' };
const told: Command = { type: 'change-contact', to: elsewhere, oldIsLost: false };
const confirm: Command = { type: 'confirm-contact', text: 't' };
const toPost: Command = { type: 'move-to-post', to: postal('Storgatan 1'), reason: 'wish', registered: true };

/** Commands that staff give about where the answer goes, more often than chance would. */
const aboutContact: readonly Command[] = [check, lost, told, confirm, toPost, { type: 'override-proof', text: 't' }];
/** What only the person does, and what would end the history: whoever is locked out does nothing more. */
const ofOthers = new Set<Command['type']>([
  'issue-code',
  'count-try',
  'prove-identity',
  'enter-contact-code',
  'grant-download',
  'lock-out',
]);
const statuses: readonly Status[] = ['held', 'identifying', 'gathering', 'reviewing', 'delivered', 'closed'];

describe('One member of staff alone', () => {
  it('never changes where the answer goes, nor confirms it, by any chain of commands', () => {
    const step = fc.record({
      about: fc.nat({ max: 12 }),
      dice: fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.nat(10_000), fc.nat(10_000)),
      days: fc.nat({ max: 12 }),
    });
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.array(step, { minLength: 1, maxLength: 25 }), (status, steps) => {
        const book = caseIn[status]();
        const before = contactAt(book.opened.common, far);
        const confirmed = isConfirmed(book.opened.common, before);
        for (const { about, dice, days } of steps) {
          const proposal = book.opened.common.proposals.at(-1)?.id ?? '';
          const command =
            about === 12
              ? ({ type: 'approve-proposal', proposal } as const)
              : (aboutContact[about] ?? anyCommand(book.state, book.now, dice));
          // A sign-in is the person's own.
          if (command.type === 'prove-with' && command.method !== 'document-check') continue;
          if (!ofOthers.has(command.type)) book.give(command, ada);
          book.now = minutes(days * 24 * 60, book.now);
        }
        expect(contactAt(book.opened.common, far)).toEqual(before);
        if (!confirmed) expect(isConfirmed(book.opened.common, before)).toBe(false);
        expect([...book.opened.common.confirmedContacts]).not.toContain(elsewhere.hash);
      }),
      { numRuns: 300 },
    );
  });

  it('who handles all alone decides it at once; the reason for not telling the old address is on record', () => {
    const book = new CaseBook();
    book.do(openCommand({ rules: alone }));
    book.do(check, ada);
    expect(book.try(lost, ada)).toBe('decision-proposed decision-approved contact-changed');
    expect(book.opened.common.proposals).toMatchObject([{ decision: { kind: 'change-contact', why: 'lost' } }]);
  });
});

describe('A change of where the answer goes that a second person agrees to', () => {
  it.each([
    ['to another address', told, 'contact-changed', 'contact-changed/1'],
    ['to post', { ...toPost, reason: 'wish' }, 'moved-to-post', 'contact-changed/post'],
    // That a letter came back is not on record: it is on the word of whoever says so.
    ['to post because a letter is said to have come back', toPost, 'moved-to-post', 'contact-changed/post'],
  ] as const)('%s takes effect then, and the old place is told at once', (_, command, event, letter) => {
    const book = caseIn.gathering();
    expect(book.try(command as Command, ada)).toBe('decision-proposed');
    expect(letters(book)).not.toContain(letter);
    const approve = { type: 'approve-proposal', proposal: 'proposal-1' } as const;
    expect(book.try(approve, ada)).toBe('second-person-required');
    expect(book.try(approve, bo)).toBe(`decision-approved ${event}`);
    expect(letters(book)).toContain(letter);
  });

  it('from one postal address to another tells the first one, and so does each further one', () => {
    const book = caseIn.gathering();
    const move = (where: string): void => {
      book.do({ type: 'move-to-post', to: postal(where), reason: 'wish', registered: true }, ada);
      book.do({ type: 'approve-proposal', proposal: `proposal-${book.opened.common.proposals.length}` }, bo);
    };
    for (const where of ['Storgatan 1', 'Storgatan 2', 'Storgatan 3']) move(where);
    expect(letters(book).filter((letter) => letter.startsWith('contact-changed'))).toEqual([
      'contact-changed/post',
      'contact-changed/post-2',
      'contact-changed/post-3',
    ]);
  });

  it('is not told to an address from which a letter has come back, which is on record', () => {
    const book = caseIn.gathering();
    post(book, 'acknowledgement');
    const { contact: to } = book.opened.common.facts;
    book.do({ type: 'record-returned', letter: letterNamed('acknowledgement'), to });
    book.do(toPost, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(letters(book)).not.toContain('contact-changed/post');
  });

  it('because the old one is lost needs a strong proof, and both people to see why it is not told', () => {
    const book = caseIn.gathering();
    expect(book.try(lost, ada)).toBe('stronger-proof-needed');
    book.do(check, ada);
    expect(book.try(lost, ada)).toBe('decision-proposed');
    // The same once more is no second proposal.
    expect(book.try(lost, ada)).toBe('nothing');
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(letters(book)).not.toContain('contact-changed/1');
    expect(contactAt(book.opened.common, book.now)).toEqual(elsewhere);
    // That the address is the person's is a decision of its own.
    expect(isConfirmed(book.opened.common, elsewhere)).toBe(false);
    expect(book.try(confirm, ada)).toBe('decision-proposed');
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-2' }, bo)).toBe(
      'decision-approved contact-confirmed',
    );
  });

  it('confirms no other contact point than the one that was proposed', () => {
    const book = caseIn.gathering();
    book.do(check, ada);
    book.do(lost, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    book.do(confirm, ada);
    const other = ref('third@example.net');
    book.do({ type: 'change-contact', to: other, oldIsLost: true, why: 'unsafe' }, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-3' }, bo);
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-2' }, bo)).toBe('out-of-order');
    expect(isConfirmed(book.opened.common, other)).toBe(false);
  });

  it('by the person with a code asks no member of staff', () => {
    const book = caseIn.gathering();
    const change = { type: 'change-contact', to: elsewhere, oldIsLost: false } as const;
    expect(book.try(change, { by: { kind: 'subject', id: 'subject' } })).toBe('contact-changed contact-code-awaited');
  });

  it('is called back by one person: that sends the answer nowhere new', () => {
    const book = caseIn.gathering();
    const home = contactAt(book.opened.common, book.now);
    book.do(told, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(book.try({ type: 'change-contact', to: home, oldIsLost: false }, ada)).toBe('contact-changed');
    expect(contactAt(book.opened.common, far)).toEqual(home);
  });
});
