// Before the stronger proof nothing is told about a system that needs it, and a refusal is told only if it is in force.
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import { answerLetter } from '#domain/case/answer/availability.ts';
import { isBlocked, outcomeOf, toldOutcome } from '#domain/case/search/outcome.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { heldSystems, itemsLeftOut, itemsTold } from '#domain/case/decisions/part-refusals.ts';
import { searchOf, type Search } from '#domain/case/state.ts';
import { isOver, nextStep } from '#domain/case/waits.ts';
import {
  answerRound,
  CaseBook,
  commands,
  failed,
  found,
  gather,
  nothing,
  partRefusal,
  post,
  ref,
  staff,
  subject,
} from '../case-book.ts';

const ada = { by: staff('ada') };
const number = ref('189001019802', 'personnummer');
const machines = [
  { id: 'crm', mode: 'automatic' },
  { id: 'shop', mode: 'automatic', level: 'strong' },
] as const;
const searchedIn = (book: CaseBook): Search => searchOf(book.state)!;
const shop = (book: CaseBook) => searchedIn(book).systems[1]!;

/** A case whose shop needs a stronger proof than the person has given; its search ended with `result`. */
function searched(result: object, crm: object = found): CaseBook {
  const book = new CaseBook();
  gather(book, machines);
  commands.search(book, 'crm', 1, crm as never);
  commands.search(book, 'shop', 1, { ...nothing, ...result });
  return book;
}
function prove(book: CaseBook): void {
  book.do({ type: 'prove-with', method: 'e-id', identifier: number }, { by: subject });
  // The number was stated and nothing ties it to the records: staff vouch for the person instead.
  if (searchedIn(book).level !== 'strong')
    book.do({ type: 'prove-with', method: 'document-check', identifier: ref('asa.berg@example.org'), text: 't' }, ada);
}

describe('A system that needs a stronger proof', () => {
  it.each([
    ['holds records', { result: 'found', records: 2 }],
    ['is withheld', { result: 'withheld', ground: 'osl-26-1' }],
    ['holds only records that may be the person\u2019s', { possible: 1 }],
    ['holds only disputed records', { disputed: 1 }],
    ['found something before its search broke off', { ...failed, records: 1 }],
    ['holds only what could not be read', { result: 'failed', reason: 'unread-records' }],
  ])('is told as not ready, without a count or a cause, if it %s', (_, result) => {
    const book = searched(result);
    expect(isBlocked(shop(book), searchedIn(book))).toBe(true);
    expect(toldOutcome(shop(book), searchedIn(book))).toEqual({ outcome: 'pending', reason: 'stronger-proof' });
  });

  it('is told with its real result if nothing was found, so that nobody is asked for a proof in vain', () => {
    for (const result of [nothing, failed]) {
      const book = searched(result);
      expect(isBlocked(shop(book), searchedIn(book))).toBe(false);
      expect(toldOutcome(shop(book), searchedIn(book))).toEqual(outcomeOf(shop(book), searchedIn(book)));
    }
  });

  it('waits for the proof if nothing else was found, even if there is only a record that may be theirs', () => {
    for (const result of [{ possible: 1 }, { disputed: 1 }, { result: 'found', records: 1 }]) {
      const book = searched(result, nothing);
      expect(nextStep(book.state)).toBe('wait');
      expect(isOver('AwaitAnswers', book.state)).toBe(false);
    }
  });

  it('has no kind of record that staff can refuse before the proof; they are told why, and can refuse it after', () => {
    const two = { result: 'found', records: 2, resources: [{ resource: 'contacts', records: 2, files: 0 }] };
    const book = searched(two);
    expect(heldSystems(book.opened).map(({ system }) => system)).toEqual(['crm']);
    expect(book.give(partRefusal(['shop/contacts']), ada)).toMatchObject({ rule: 'told-after-stronger-proof' });
    prove(book);
    expect(searchedIn(book).level).toBe('strong');
    expect(book.try(partRefusal(['shop/contacts']), ada)).toBe('refused');
  });

  it('has no refusal that is told before the proof, and the letter of the refusal waits', () => {
    const two = { result: 'found', records: 2, resources: [{ resource: 'contacts', records: 2, files: 0 }] };
    const book = searched(two);
    prove(book);
    book.do(partRefusal(['shop/contacts']), ada);
    const letters = (state: typeof book.opened): string[] =>
      owedLetters(state, book.now).map(({ letter }) => keyOf(letter));
    expect(letters(book.opened)).toContain('refusal/1');
    // As if the identifier that raised the level had been rejected.
    const { common, stage } = book.opened;
    if (stage.kind !== 'gathering') throw new Error(`the case is ${stage.kind}`);
    const search = { ...stage.search, level: 'contact-point' } as const;
    const lower = { common, stage: { ...stage, search } };
    expect(letters(lower)).not.toContain('refusal/1');
    expect(itemsTold(lower, shop(book), { level: 'contact-point' }, book.now)).toEqual([]);
  });
});

describe('A refused kind of record', () => {
  const one = { ...found, records: 1, resources: [{ resource: 'contacts', records: 1, files: 0 }] };
  const settled = (records: number) => [
    { system: 'crm', wave: 1, records, files: 0, possible: 0, disputed: 1 - records, unread: 0 },
  ];
  const screened = (records: number): CaseBook => {
    const book = searched(nothing, one);
    book.do(partRefusal(['crm/contacts']), ada);
    const resources = records === 0 ? [] : [{ resource: 'contacts', records, files: 0 }];
    book.do({ type: 'screen', round: 1, settled: settled(records).map((wave) => ({ ...wave, resources })) });
    return book;
  };

  it('is told if some of its records count as the person\u2019s, and not at all if none do', () => {
    for (const records of [0, 1]) {
      const book = screened(records);
      const told = itemsTold(book.opened, searchedIn(book).systems[0]!, searchedIn(book), book.now);
      expect(told.map(({ resource }) => resource)).toEqual(records === 0 ? [] : ['contacts']);
      expect(owedLetters(book.opened, book.now).some(({ letter }) => keyOf(letter) === 'refusal/1')).toBe(
        records === 1,
      );
    }
  });
});

describe('A refusal with a last day', () => {
  const until = (day: string | null) => {
    const command = partRefusal(['crm/contacts']);
    if (command.type !== 'refuse') throw new Error('this is no refusal');
    return { ...command, items: command.items?.map((item) => ({ ...item, until: day })) ?? [] };
  };

  it('cannot name a day that has passed; today is the last possible day', () => {
    const book = searched(nothing);
    expect(book.give(until('2026-11-19'), ada)).toMatchObject({ rule: 'refused-until-past' });
    expect(book.try(until('2026-11-20'), ada)).toBe('refused');
  });

  it('stops the release once the day has passed, until staff withdraw it or name another day', () => {
    for (const way of [{ type: 'take-back-refusal', refusal: 1 } as const, { ...until('2027-01-31'), restates: 1 }]) {
      const book = searched(nothing);
      book.do(until('2026-11-20'), ada);
      book.do(commands.screen());
      book.now = '2026-11-21T08:00:00.000Z';
      const release = book.give(commands.release(), ada);
      expect(release).toMatchObject({ rule: 'refusal-is-over' });
      book.do(way, ada);
      expect(book.try(commands.release(), ada)).toBe('release-approved');
    }
  });

  it('leaves out the same as at the release, whenever the answer is assembled and delivered, and is told', () => {
    const book = searched(nothing);
    book.do(until('2026-11-20'), ada);
    book.do(commands.screen());
    book.do(commands.release(), ada);
    const isLeftOut = () => itemsLeftOut(book.opened, searchedIn(book).systems[0]!, book.now).length === 1;
    book.now = '2026-11-21T08:00:00.000Z';
    book.do({ type: 'start-assembly', round: 1 });
    expect(isLeftOut()).toBe(true);
    book.do(commands.assembled(1, ['crm']));
    book.now = '2026-11-23T08:00:00.000Z';
    expect(isLeftOut()).toBe(true);
    book.do(commands.deliver());
    expect(isLeftOut()).toBe(true);
    expect(book.opened.common.deliveries[0]?.brought.filter(({ resource }) => resource === 'contacts')).toEqual([]);
    expect(owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter))).toContain('refusal/1');
  });

  it('of a system that failed and is tried again is not carried out: staff decide again before the next answer', () => {
    const book = searched(nothing, {
      ...failed,
      records: 2,
      resources: [{ resource: 'contacts', records: 2, files: 0 }],
    });
    book.do(until('2026-11-20'), ada);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book, 1);
    book.do({ type: 'retry-system', system: 'crm' }, ada);
    commands.search(book, 'crm', 1, found);
    book.now = '2026-11-21T08:00:00.000Z';
    book.do(commands.screen(2));
    expect(book.give(commands.release(2), ada)).toMatchObject({ rule: 'refusal-is-over' });
    book.do({ ...until('2027-06-30'), restates: 1 }, ada);
    expect(book.try(commands.release(2), ada)).toBe('release-approved');
    expect(itemsLeftOut(book.opened, searchedIn(book).systems[0]!, book.now)).toHaveLength(1);
  });

  it('leaves nothing out of what is assembled after it, and names no day that has passed', () => {
    const book = searched(nothing);
    book.do(until('2026-11-20'), ada);
    const [crm] = searchedIn(book).systems;
    expect(itemsLeftOut(book.opened, crm!, '2026-11-20T22:59:59.000Z')).toHaveLength(1);
    expect(itemsLeftOut(book.opened, crm!, '2026-11-20T23:00:00.000Z')).toEqual([]);
  });
});

describe('The first answer that was not withdrawn', () => {
  it('is told as the first answer after an earlier one was withdrawn, in a letter that was not sent before', () => {
    const book = searched(nothing);
    answerRound(book, 1, ['crm']);
    expect(post(book, 'answer-ready/1')).toBe('letter-sent');
    book.do({ type: 'record-breach', awareAt: book.now, round: 1, text: 't' }, ada);
    answerRound(book, 2, ['crm']);
    expect(book.opened.common.deliveries).toMatchObject([
      { round: 1, supplements: false },
      { round: 2, supplements: false },
    ]);
    expect(post(book, 'supplement-ready/2')).toBe('not owed');
    expect(owedLetters(book.opened, book.now)).toContainEqual({ letter: { kind: 'answer-ready', n: 2 }, to: 'person' });
    expect(post(book, 'answer-ready/2')).toBe('letter-sent');
  });

  it('keeps the letter of an earlier version, which called it a supplement', () => {
    const supplement = { kind: 'supplement-ready', n: 2 } as const;
    const letter = { letter: supplement, attempt: 1, intendedAt: '', sentAt: '', failedAt: null } as const;
    const delivery = { round: 2, supplements: false };
    expect(answerLetter({ letters: new Map([['supplement-ready/2', letter]]) }, delivery)).toEqual(supplement);
    expect(answerLetter({ letters: new Map() }, delivery)).toEqual({ kind: 'answer-ready', n: 2 });
    expect(answerLetter({ letters: new Map() }, { round: 2, supplements: true }).kind).toBe('supplement-ready');
    expect(answerLetter({ letters: new Map() }, { round: 1, supplements: false })).toEqual({
      kind: 'answer-ready',
      n: 1,
    });
  });
});
