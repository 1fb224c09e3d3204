import { describe, expect, it } from 'vitest';
import { isUnresolved, outcomeOf } from '#domain/case/search/outcome.ts';
import { searchOf, type Search } from '#domain/case/state.ts';
import { isOver, nextStep, searchesDue, waitNames } from '#domain/case/waits.ts';
import {
  answerRound,
  CaseBook,
  caseIn,
  commands,
  failed,
  found,
  gather,
  nothing,
  ref,
  staff,
  taught,
} from '../case-book.ts';

const twoMachines = [
  { id: 'crm', mode: 'automatic' },
  { id: 'shop', mode: 'automatic' },
] as const;

function searchedIn(book: CaseBook): Search {
  const search = searchOf(book.state);
  if (search === undefined) throw new Error(`the case is ${book.state?.stage.kind}`);
  return search;
}

function outcomes(book: CaseBook): Record<string, string> {
  const search = searchedIn(book);
  return Object.fromEntries(search.systems.map((system) => [system.id, outcomeOf(system, search).outcome]));
}

const due = (book: CaseBook): string[] => searchesDue(searchedIn(book)).map(({ system, wave }) => `${system}/${wave}`);
const decideTaught = (book: CaseBook, accept: boolean, identifier = taught): void =>
  void book.do({ type: 'decide-identifier', identifier: identifier.hash, accept }, { by: staff('ada') });

describe('A wave', () => {
  function learnt(): CaseBook {
    const book = new CaseBook();
    gather(book, twoMachines);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, found, [taught]));
    commands.search(book, 'shop', 1, nothing);
    return book;
  }

  it('of connectors searches every system with a connector once, and no other', () => {
    const book = new CaseBook();
    gather(book);
    expect(due(book)).toEqual(['crm/1', 'shop/1']);
    commands.search(book, 'crm', 1, found);
    expect(due(book)).toEqual(['shop/1']);
    expect(nextStep(book.state)).toBe('search');
  });

  it('begins in every system when staff accept an identifier', () => {
    const book = learnt();
    expect(due(book)).toEqual([]);
    decideTaught(book, true);
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
    expect(nextStep(book.state)).toBe('search');
    commands.search(book, 'crm', 2, found);
    expect(outcomes(book)).toEqual({ crm: 'found', shop: 'pending' });
    commands.search(book, 'shop', 2, found);
    expect(outcomes(book)).toEqual({ crm: 'found', shop: 'found' });
    expect(nextStep(book.state)).toBe('screen');
  });

  it('does not begin when staff reject an identifier', () => {
    const book = learnt();
    decideTaught(book, false);
    expect(due(book)).toEqual([]);
    expect(nextStep(book.state)).toBe('screen');
  });

  it('includes all identifiers accepted together; one accepted after its start begins another wave', () => {
    const book = learnt();
    const second = ref('070', 'phone');
    const third = ref('10', 'customerNumber');
    decideTaught(book, true);
    commands.search(book, 'crm', 2, found);
    book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 2 }] });
    book.do(commands.answer('shop', 2, found, [second, third]));
    decideTaught(book, true, second);
    decideTaught(book, true, third);
    expect(due(book)).toEqual(['crm/3', 'shop/3']);
  });

  it('waits for an undecided identifier until the search must end, and so does the first answer', () => {
    const book = learnt();
    expect(nextStep(book.state)).toBe('wait');
    expect(isOver('ApproveIdentifiers', book.state)).toBe(false);
    expect(isOver('AwaitAnswers', book.state)).toBe(false);
    book.do({ type: 'reach-cut-off', round: 1 });
    expect(nextStep(book.state)).toBe('screen');
    expect(isOver('ApproveIdentifiers', book.state)).toBe(true);
    expect(isOver('AwaitAnswers', book.state)).toBe(true);
    answerRound(book);
    // Nobody has decided yet. The case is not closed because of it.
    expect(book.state).toMatchObject({ stage: { kind: 'gathering', search: { round: 2 } } });
    expect(nextStep(book.state)).toBe('wait');
    decideTaught(book, true);
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
    commands.search(book, 'crm', 2, found);
    commands.search(book, 'shop', 2, nothing);
    expect(nextStep(book.state)).toBe('screen');
    expect(answerRound(book, 2).stage.kind).toBe('delivered');
  });

  it('is searched also for an identifier that was accepted just before the screening', () => {
    const book = learnt();
    book.do({ type: 'reach-cut-off', round: 1 });
    decideTaught(book, true);
    answerRound(book);
    expect(book.state).toMatchObject({ stage: { kind: 'gathering', search: { round: 2 } } });
    expect(due(book)).toEqual(['crm/2', 'shop/2']);
  });
});

describe('A search that fails before it has started', () => {
  it('counts as a failed search in the wave that was due', () => {
    const book = new CaseBook();
    gather(book, twoMachines);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, found, [taught]));
    commands.search(book, 'shop', 1, found);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    decideTaught(book, true);
    // Nobody has started wave 2.
    book.do(commands.answer('crm', 2, failed));
    book.do(commands.answer('shop', 2, failed));
    expect(due(book)).toEqual([]);
    expect(outcomes(book)).toEqual({ crm: 'failed', shop: 'failed' });
    expect(searchedIn(book).systems.map(({ deliveredIn }) => deliveredIn)).toEqual([null, null]);
    book.do({ type: 'retry-system', system: 'crm' });
    expect(due(book)).toEqual(['crm/2']);
  });

  it('changes nothing if it starts after somebody has answered', () => {
    const book = caseIn.gathering();
    book.do(commands.byHand('shop', nothing), { by: staff('ada') });
    book.do(commands.answer('crm', 1, found));
    expect(book.try({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] })).toBe('nothing');
    expect(book.try({ type: 'start-searches', searches: [{ system: 'shop', wave: 7 }] })).toBe('nothing');
    expect(book.try(commands.answer('binder', 1, found))).toBe('nothing');
    decideTaught(book, false);
    expect(due(book)).toEqual([]);
  });
});

describe('The outcome of a system', () => {
  it('is pending until every wave has an answer', () => {
    const book = new CaseBook();
    gather(book);
    expect(outcomes(book)).toEqual({ crm: 'pending', shop: 'pending', binder: 'pending' });
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    expect(outcomes(book)['crm']).toBe('pending');
  });

  it('is failed if one wave failed, whatever the others found', () => {
    const book = new CaseBook();
    gather(book, twoMachines);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, found, [taught]));
    commands.search(book, 'shop', 1, found);
    decideTaught(book, true);
    commands.search(book, 'crm', 2, failed);
    commands.search(book, 'shop', 2, nothing);
    expect(outcomes(book)).toEqual({ crm: 'failed', shop: 'found' });
    const search = searchedIn(book);
    expect(search.systems.map((system) => isUnresolved(system, search))).toEqual([true, false]);
    // When it is repeated, only the failed wave is searched.
    book.do({ type: 'retry-system', system: 'crm' });
    expect(outcomes(book)['crm']).toBe('pending');
    expect(due(book)).toEqual(['crm/2']);
    book.do(commands.answer('crm', 2, nothing));
    expect(outcomes(book)['crm']).toBe('found');
  });

  it('says of a failure what was tried, and of withheld records the ground', () => {
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'shop', 1, failed);
    book.do({ ...commands.byHand('binder'), result: 'withheld', ground: 'Art. 15(4)' } as never);
    const search = searchedIn(book);
    const [, shop, binder] = search.systems.map((system) => outcomeOf(system, search));
    expect(shop).toMatchObject({ outcome: 'failed', reason: 'unavailable' });
    expect(binder).toMatchObject({ outcome: 'withheld', ground: 'Art. 15(4)' });
  });

  it('after a failed connector is what staff then record, for all waves', () => {
    const book = caseIn.gathering();
    book.do(commands.answer('crm', 1, found));
    decideTaught(book, true);
    book.do(commands.byHand('shop', nothing), { by: staff('ada') });
    expect(due(book)).toEqual(['crm/2']);
    commands.search(book, 'crm', 2, nothing);
    expect(outcomes(book)).toMatchObject({ crm: 'found', shop: 'nothing-held' });
  });

  it('that staff recorded is replaced when staff correct it', () => {
    const book = caseIn.gathering();
    book.do({ ...commands.byHand('binder'), page: 1 } as never);
    book.do({ ...commands.byHand('binder'), page: 2 } as never);
    const binder = searchedIn(book).systems.find(({ id }) => id === 'binder');
    expect(binder?.replies).toMatchObject([{ wave: 0, page: 2 }]);
    book.do(commands.byHand('binder', failed));
    expect(outcomes(book)['binder']).toBe('failed');
    book.do(commands.byHand('binder', nothing));
    expect(outcomes(book)['binder']).toBe('nothing-held');
  });
});

describe('A round', () => {
  it('does not wait for a failed system, but waits for a pending one until the search must end', () => {
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, failed);
    expect(nextStep(book.state)).toBe('wait');
    const early = book.copy();
    early.do(commands.byHand('binder'));
    expect(nextStep(early.state)).toBe('screen');
    book.do({ type: 'reach-cut-off', round: 1 });
    expect(nextStep(book.state)).toBe('screen');
  });

  it('that delivered a part is followed by a supplement, and the case ends after that', () => {
    const book = new CaseBook();
    gather(book);
    commands.search(book, 'crm', 1, found);
    commands.search(book, 'shop', 1, failed);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    expect(book.state).toMatchObject({ stage: { kind: 'gathering', cutOff: false, search: { round: 2 } } });
    expect(searchedIn(book).systems.map(({ deliveredIn }) => deliveredIn)).toEqual([1, null, null]);
    expect(nextStep(book.state)).toBe('wait');
    // The end of the search causes no empty supplement.
    book.do({ type: 'reach-cut-off', round: 2 });
    expect(nextStep(book.state)).toBe('wait');
    book.do({ type: 'retry-system', system: 'shop' });
    expect(due(book)).toEqual(['shop/1']);
    commands.search(book, 'shop', 1, found);
    expect(nextStep(book.state)).toBe('screen');
    answerRound(book, 2);
    expect(searchedIn(book).systems.map(({ deliveredIn }) => deliveredIn)).toEqual([1, 2, null]);
    book.do(commands.byHand('binder', nothing));
    expect(answerRound(book, 3).stage.kind).toBe('delivered');
    expect(nextStep(book.state)).toBe('close');
    expect(book.do({ type: 'close' })).toMatchObject({
      stage: { kind: 'closed', systems: [{ deliveredIn: 1 }, { deliveredIn: 2 }, { deliveredIn: 3 }] },
    });
  });

  it('keeps an answer that comes during the review for the next one', () => {
    const book = caseIn.reviewing();
    book.do(commands.byHand('binder'), { by: staff('ada') });
    expect(outcomes(book)['binder']).toBe('found');
    book.do(commands.release(), { by: staff('ada') });
    const released = book.opened;
    if (released.stage.kind !== 'released') throw new Error('not released');
    const binder = released.stage.screening.snapshot.systems.find(({ id }) => id === 'binder');
    expect(binder?.replies).toEqual([]);
    book.do({ type: 'start-assembly', round: 1 });
    book.do(commands.assembled());
    book.do(commands.deliver());
    expect(searchedIn(book).systems.map(({ id, deliveredIn }) => [id, deliveredIn])).toEqual([
      ['crm', 1],
      ['shop', null],
      ['binder', null],
    ]);
    decideTaught(book, false);
    expect(nextStep(book.state)).toBe('screen');
  });

  it('after which nothing is left closes without another answer', () => {
    const book = new CaseBook();
    gather(book, twoMachines);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, found, [taught]));
    commands.search(book, 'shop', 1, nothing);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    decideTaught(book, false);
    expect(nextStep(book.state)).toBe('close');
    expect(book.do({ type: 'close' })).toMatchObject({ stage: { kind: 'closed' } });
    expect(book.opened.common.deliveries).toHaveLength(1);
  });
});

describe('A wait', () => {
  it('never ends before the case exists, and ends when the case has ended', () => {
    for (const wait of waitNames) {
      expect(isOver(wait, caseIn.absent().state)).toBe(false);
      expect(isOver(wait, caseIn.closed().state)).toBe(true);
      expect(isOver(wait, caseIn.refused().state)).toBe(true);
    }
  });

  it.each([
    ['VerifyIdentity', ['held', 'identifying']],
    ['ApproveSearch', ['held', 'identifying', 'planning', 'approving-search']],
    ['ApproveIdentifiers', ['held', 'identifying', 'planning', 'approving-search', 'gathering']],
    ['AwaitAnswers', ['held', 'identifying', 'planning', 'approving-search']],
    ['Review', ['held', 'identifying', 'planning', 'approving-search', 'reviewing']],
  ] as const)('%s continues in %j and ends in every other status', (wait, open) => {
    const states = Object.values(caseIn).map((make) => make().state);
    const going = states.filter((state) => state !== undefined && !isOver(wait, state));
    expect(going.map((state) => state?.stage.kind)).toEqual(open);
  });

  it('for answers ends also if there is something to search', () => {
    // In this state `crm` has not answered, so the workflow must search.
    expect(nextStep(caseIn.gathering().state)).toBe('search');
    expect(isOver('AwaitAnswers', caseIn.gathering().state)).toBe(true);
  });
});
