// One member of staff alone can never have the answer sent to a place that the person did not name.
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

/** Commands of staff about where the answer is sent, more often than by chance. */
const aboutContact: readonly Command[] = [check, lost, told, confirm, toPost, { type: 'override-proof', text: 't' }];
/** Acts that only the person does, or that end the history. A member who is locked out does nothing more. */
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
  it('never changes where the answer is sent, nor confirms it, with any sequence of commands', () => {
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

  it('who is allowed to handle everything alone decides it at once; the log has the reason for not telling the old address', () => {
    const book = new CaseBook();
    book.do(openCommand({ rules: alone }));
    book.do(check, ada);
    expect(book.try(lost, ada)).toBe('decision-proposed decision-approved contact-changed');
    expect(book.opened.common.proposals).toMatchObject([{ decision: { kind: 'change-contact', why: 'lost' } }]);
  });
});

describe('A change of where the answer is sent, approved by a second person', () => {
  it.each([
    ['to another address', told, 'contact-changed', 'contact-changed/1'],
    ['to post', { ...toPost, reason: 'wish' }, 'moved-to-post', 'contact-changed/post'],
    // The log does not say that a letter came back: it has only the word of the member of staff.
    ['to post because a letter is said to have come back', toPost, 'moved-to-post', 'contact-changed/post'],
  ] as const)('%s takes effect then, and the old address is told at once', (_, command, event, letter) => {
    const book = caseIn.gathering();
    expect(book.try(command as Command, ada)).toBe('decision-proposed');
    expect(letters(book)).not.toContain(letter);
    const approve = { type: 'approve-proposal', proposal: 'proposal-1' } as const;
    expect(book.try(approve, ada)).toBe('second-person-required');
    expect(book.try(approve, bo)).toBe(`decision-approved ${event}`);
    expect(letters(book)).toContain(letter);
  });

  it('from one postal address to another is told to the first one, and so is each further change', () => {
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

  it('is not told to an address from which a letter has come back, if the log says so', () => {
    const book = caseIn.gathering();
    post(book, 'acknowledgement');
    const { contact: to } = book.opened.common.facts;
    book.do({ type: 'record-returned', letter: letterNamed('acknowledgement'), to });
    book.do(toPost, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(letters(book)).not.toContain('contact-changed/post');
  });

  it('because the old one is lost needs a strong proof, and both people must see why the old one is not told', () => {
    const book = caseIn.gathering();
    expect(book.try(lost, ada)).toBe('stronger-proof-needed');
    book.do(check, ada);
    expect(book.try(lost, ada)).toBe('decision-proposed');
    // Proposing the same again makes no second proposal.
    expect(book.try(lost, ada)).toBe('nothing');
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(letters(book)).not.toContain('contact-changed/1');
    expect(contactAt(book.opened.common, book.now)).toEqual(elsewhere);
    // That the address is the person's is a separate decision.
    expect(isConfirmed(book.opened.common, elsewhere)).toBe(false);
    expect(book.try(confirm, ada)).toBe('decision-proposed');
    expect(book.try({ type: 'approve-proposal', proposal: 'proposal-2' }, bo)).toBe(
      'decision-approved contact-confirmed',
    );
  });

  it('confirms no contact point except the proposed one', () => {
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

  it('by the person with a code needs no member of staff', () => {
    const book = caseIn.gathering();
    const change = { type: 'change-contact', to: elsewhere, oldIsLost: false } as const;
    expect(book.try(change, { by: { kind: 'subject', id: 'subject' } })).toBe('contact-changed contact-code-awaited');
  });

  it('can be cancelled by one person, because then the answer is sent to no new place', () => {
    const book = caseIn.gathering();
    const home = contactAt(book.opened.common, book.now);
    book.do(told, ada);
    book.do({ type: 'approve-proposal', proposal: 'proposal-1' }, bo);
    expect(book.try({ type: 'change-contact', to: home, oldIsLost: false }, ada)).toBe('contact-changed');
    expect(contactAt(book.opened.common, far)).toEqual(home);
  });
});
