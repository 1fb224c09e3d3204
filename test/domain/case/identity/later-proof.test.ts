import { describe, expect, it } from 'vitest';
import { isBlocked } from '#domain/case/search/outcome.ts';
import { searchOf, type Search } from '#domain/case/state.ts';
import { isOver, nextStep, searchesDue } from '#domain/case/waits.ts';
import type { IdentifierRef } from '#domain/case/vocabulary.ts';
import {
  answerRound,
  CaseBook,
  commands,
  found,
  gather,
  identify,
  nothing,
  openCommand,
  planSearch,
  postal,
  ref,
  staff,
  subject,
  taught,
} from '../case-book.ts';

const number = ref('189001019802', 'personnummer');
const machines = [
  { id: 'crm', mode: 'automatic' },
  { id: 'shop', mode: 'automatic', level: 'strong' },
] as const;

function searchedIn(book: CaseBook): Search {
  const search = searchOf(book.state);
  if (search === undefined) throw new Error(`the case is ${book.state?.stage.kind}`);
  return search;
}
const due = (book: CaseBook): string[] => searchesDue(searchedIn(book)).map(({ system, wave }) => `${system}/${wave}`);
const prove = (book: CaseBook, identifier: IdentifierRef = number): void =>
  void book.do({ type: 'prove-with', method: 'e-id', identifier }, { by: subject });

/** Both systems were searched; what was found in the shop waits for a stronger proof. */
function blocked(): CaseBook {
  const book = new CaseBook();
  gather(book, machines);
  commands.search(book, 'crm', 1, nothing);
  book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
  book.do(commands.answer('shop', 1, found, [taught]));
  book.do({ type: 'decide-identifier', identifier: taught.hash, accept: false }, { by: staff('ada') });
  return book;
}

describe('A later proof', () => {
  it('makes one more wave of searches for the proven identifier, and not for other stated identifiers [000-11]', () => {
    const book = blocked();
    expect(due(book)).toEqual([]);
    prove(book);
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
    expect(searchedIn(book).proven).toEqual([{ identifier: number, wave: 2 }]);
    expect(isOver('AwaitAnswers', book.state)).toBe(true);
    expect(nextStep(book.state)).toBe('search');
    commands.search(book, 'crm', 2, nothing);
    commands.search(book, 'shop', 2, nothing);
    // What was found by the first proof is still not given out: nothing ties this number to it.
    expect(isBlocked(searchedIn(book).systems[1]!, searchedIn(book))).toBe(true);
  });

  it('of the same identifier again, or of the one that was proven first, makes no further wave', () => {
    const book = blocked();
    prove(book, ref('asa.berg@example.org'));
    expect(due(book)).toEqual([]);
    prove(book);
    prove(book);
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
  });

  it('of an identifier that was learned from a system makes no wave before staff accept it as the person’s', () => {
    const teaching = (): CaseBook => {
      const case_ = new CaseBook();
      gather(case_, machines);
      commands.search(case_, 'crm', 1, nothing);
      case_.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
      case_.do(commands.answer('shop', 1, found, [number]));
      return case_;
    };
    const book = teaching();
    const learned = number;
    prove(book, learned);
    expect(searchedIn(book)).toMatchObject({ proven: [], learned: [{ decision: null }], level: 'contact-point' });
    const other = teaching();
    prove(other, learned);
    other.do({ type: 'decide-identifier', identifier: learned.hash, accept: false }, { by: staff('ada') });
    expect(searchedIn(other).level).toBe('contact-point');
    book.do({ type: 'decide-identifier', identifier: learned.hash, accept: true }, { by: staff('ada') });
    expect(searchedIn(book).level).toBe('strong');
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
  });

  it('of an identifier that staff have already accepted raises the level and makes no search', () => {
    const book = new CaseBook();
    gather(book, machines);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, nothing, [number]));
    commands.search(book, 'shop', 1, found);
    book.do({ type: 'decide-identifier', identifier: number.hash, accept: true }, { by: staff('ada') });
    for (const system of ['crm', 'shop']) commands.search(book, system, 2, nothing);
    prove(book);
    expect(due(book)).toEqual([]);
    expect(searchedIn(book).level).toBe('strong');
  });

  it('while an answer is on its way is searched for after it, and delivered as a supplement', () => {
    const book = new CaseBook();
    gather(book, machines);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, found);
    book.do(commands.screen());
    book.do({ type: 'prove-with', method: 'document-check', identifier: number, text: 't' }, { by: staff('ada') });
    book.do(commands.release(), { by: staff('ada') });
    if (book.state?.stage.kind === 'reviewing') book.do(commands.release(), { by: staff('bo') });
    book.do({ type: 'start-assembly', round: 1 });
    book.do(commands.assembled(1, ['crm']));
    expect(book.do(commands.deliver()).stage.kind).toBe('gathering');
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
    for (const system of ['crm', 'shop']) commands.search(book, system, 2, nothing);
    expect(answerRound(book, 2).stage.kind).toBe('delivered');
  });

  it('before any search is included from the first wave on', () => {
    const book = new CaseBook();
    book.do(openCommand());
    identify(book);
    prove(book);
    book.do(planSearch(machines));
    book.do({ type: 'approve-search' }, { by: staff('ada') });
    expect(searchedIn(book).proven).toEqual([{ identifier: number, wave: 1 }]);
    expect(due(book)).toEqual(['crm/1', 'shop/1']);
  });

  it('of staff that names an unproven address is not searched for, even after others sign in with it', () => {
    const book = blocked();
    const typed = ref('typed@example.org');
    book.do({ type: 'prove-with', method: 'document-check', identifier: typed, text: 't' }, { by: staff('ada') });
    book.do({ type: 'prove-with', method: 'login', identifier: typed }, { by: subject });
    expect(due(book)).toEqual([]);
  });

  it('of a postal address is not searched for', () => {
    const book = blocked();
    book.do(
      { type: 'prove-with', method: 'document-check', identifier: postal('Exempelgatan 1'), text: 'text-9' },
      { by: staff('ada') },
    );
    expect(due(book)).toEqual([]);
  });
});
