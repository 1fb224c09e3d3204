import { describe, expect, it } from 'vitest';
import { waitingFor } from '#casework/commit/summarise.ts';
import { CaseBook, commands, gather, ref } from '../../domain/case/case-book.ts';

const learned = [ref('asa@example.com'), ref('+46701740611', 'phone')] as const;
const plan = [
  { id: 'crm', mode: 'automatic', level: 'contact-point', special: false },
  { id: 'shop', mode: 'automatic', level: 'contact-point', special: false },
] as const;

describe('What a case in its search waits for', () => {
  it('is nobody while a connector still searches a system', () => {
    const book = new CaseBook();
    gather(book, plan);
    expect(waitingFor(book.opened)).toBe('');
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    expect(waitingFor(book.do(commands.answer('crm', 1, undefined, [...learned])))).toBe('');
  });

  it('is staff until the last identifier is decided, and then nobody', () => {
    const book = new CaseBook();
    gather(book, plan);
    for (const { id } of plan) {
      book.do({ type: 'start-searches', searches: [{ system: id, wave: 1 }] });
      book.do(commands.answer(id, 1, undefined, id === 'crm' ? [...learned] : []));
    }
    expect(waitingFor(book.opened)).toBe('identifier-decision');
    // The workflow waits for all decisions, so one accepted identifier alone starts nothing.
    expect(waitingFor(book.do({ type: 'decide-identifier', identifier: learned[0].hash, accept: true }))).toBe(
      'identifier-decision',
    );
    expect(waitingFor(book.do({ type: 'decide-identifier', identifier: learned[1].hash, accept: false }))).toBe('');
  });

  it('is nobody once the end of the search has ended the wait for decisions', () => {
    const book = new CaseBook();
    gather(book, plan);
    for (const { id } of plan) {
      book.do({ type: 'start-searches', searches: [{ system: id, wave: 1 }] });
      book.do(commands.answer(id, 1, undefined, id === 'crm' ? [...learned] : []));
    }
    book.do({ type: 'decide-identifier', identifier: learned[0].hash, accept: true });
    expect(waitingFor(book.do({ type: 'reach-cut-off', round: 1 }))).toBe('');
  });
});
