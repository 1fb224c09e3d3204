import { describe, expect, it } from 'vitest';
import { upcast } from '#domain/case/log/upcast.ts';
import type { LearnedRef } from '#domain/case/search/commands.ts';
import { isSecondPersonnummer } from '#domain/case/search/learned-rules.ts';
import { outcomeOf } from '#domain/case/search/outcome.ts';
import { searchOf } from '#domain/case/state.ts';
import { waitingFor } from '#casework/commit/summarise.ts';
import { CaseBook, commands, found, gather, nothing, ref, staff, subject, taught } from '../case-book.ts';

const clear = { weight: 'own', disputed: false } as const;
const typed = { weight: 'stated', disputed: false } as const;
const doubtful = { weight: 'own', disputed: true } as const;
const by = { by: staff('ada') };
const decide = (accept: boolean, hash = taught.hash) =>
  ({ type: 'decide-identifier', identifier: hash, accept }) as const;

/** A case in which one identifier was learned from the CRM. */
function learnt(more: Pick<LearnedRef, 'weight' | 'disputed'>): CaseBook {
  const book = new CaseBook();
  gather(book);
  book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
  book.do(commands.answer('crm', 1, found, [{ ...taught, ...more }]));
  return book;
}

function waitsForDecision(book: CaseBook): boolean {
  return waitingFor(book.opened) === 'identifier-decision';
}

describe('An identifier that was learned from a system', () => {
  it('cannot be accepted if it was only stated, or is only in a disputed record, and can always be rejected', () => {
    for (const [evidence, rule] of [
      [typed, 'identifier-only-stated'],
      [doubtful, 'identifier-of-disputed-record'],
    ] as const) {
      const book = learnt(evidence);
      expect(book.give(decide(true), by)).toMatchObject({ ok: false, code: 'evidence-missing', rule });
      expect(book.try(decide(false), by)).toBe('identifier-decided');
    }
    expect(learnt({ weight: 'contact', disputed: false }).try(decide(true), by)).toBe('identifier-decided');
    expect(learnt(clear).try(decide(true), by)).toBe('identifier-decided');
  });

  it('can be accepted once a record gives more evidence, in whatever order the results arrive', () => {
    for (const [first, second] of [
      [typed, clear],
      [doubtful, { weight: 'contact', disputed: false }],
      [clear, typed],
      [clear, doubtful],
    ] as const) {
      const book = learnt(first);
      book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
      book.do(commands.answer('shop', 1, found, [{ ...taught, ...second }]));
      expect(searchOf(book.opened)?.learned).toHaveLength(1);
      expect(book.try(decide(true), by)).toBe('identifier-decided');
    }
  });

  it('cannot be accepted if it is a personnummer and another is accepted, unless one person can have both', () => {
    const [mine, bos] = [ref('mine', 'personnummer'), ref('bos', 'personnummer')];
    const book = new CaseBook();
    gather(book);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(
      commands.answer('crm', 1, found, [
        { ...mine, ...clear },
        { ...bos, ...clear },
      ]),
    );
    book.do(decide(true, mine.hash), by);
    const second = decide(true, bos.hash);
    const refused = { ok: false, code: 'evidence-missing', rule: 'another-personnummer' };
    expect(book.give(second, by)).toMatchObject(refused);
    expect(book.give({ ...second, besides: [bos.hash] }, by)).toMatchObject(refused);
    expect(book.try({ ...second, besides: [mine.hash] }, by)).toBe('identifier-decided');
  });

  it('is marked if it is a personnummer beside another one, until one of them is rejected', () => {
    const mine = { ...ref('mine', 'personnummer'), ...clear };
    const bos = { ...ref('bos', 'personnummer'), ...clear };
    const book = new CaseBook();
    gather(book);
    const marked = () => {
      const state = searchOf(book.opened)!;
      return state.learned.map((one) => isSecondPersonnummer(state, one));
    };
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, found, [taught, mine]));
    expect(marked()).toEqual([false, false]);
    book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
    book.do(commands.answer('shop', 1, found, [bos]));
    expect(marked()).toEqual([false, true, true]);
    expect(book.try(decide(true, mine.hash), by)).toBe('identifier-decided');
    expect(marked()).toEqual([false, true, true]);
    expect(book.try(decide(false, bos.hash), by)).toBe('identifier-decided');
    expect(marked()).toEqual([false, false, true]);
  });

  it('stays rejected, whatever a later record says', () => {
    const book = learnt(typed);
    book.do(decide(false), by);
    book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
    expect(book.try(commands.answer('shop', 1, found, [{ ...taught, ...clear }]))).toBe('system-answered');
    expect(book.try(decide(true), by)).toBe('evidence-missing');
  });

  it('does not delay the case if it cannot be accepted', () => {
    const answered = (more: typeof clear | typeof typed | typeof doubtful): CaseBook => {
      const book = learnt(more);
      commands.search(book, 'shop', 1, nothing);
      book.do(commands.byHand('binder', nothing), by);
      return book;
    };
    expect(answered(typed).try(commands.screen())).toBe('screened');
    for (const [more, waits] of [
      [typed, false],
      [doubtful, false],
      [clear, true],
    ] as const)
      expect(waitsForDecision(answered(more))).toBe(waits);
  });

  it('that was accepted can be rejected until the release of the answer, which is then screened again', () => {
    const book = learnt(clear);
    book.do(decide(true), by);
    commands.search(book, 'shop', 1, nothing);
    commands.search(book, 'crm', 2, nothing);
    commands.search(book, 'shop', 2, nothing);
    book.do(commands.byHand('binder', nothing), by);
    book.do(commands.screen());
    expect(book.opened.stage.kind).toBe('reviewing');
    expect(book.try(decide(true), by)).toBe('out-of-order');
    expect(book.try(decide(false), by)).toBe('identifier-decided');
    expect(book.opened.stage.kind).toBe('gathering');
    expect(searchOf(book.opened)?.learned[0]?.decision).toEqual({ accepted: false });
    expect(book.try(decide(false), by)).toBe('out-of-order');
  });
});

describe('A decision on several identifiers', () => {
  const [mine, bos] = [ref('mine', 'personnummer'), ref('bos', 'personnummer')];
  const [phone, form, doubted] = [ref('070', 'phone'), ref('071', 'phone'), ref('b@example.org')];
  const decideAll = (accept: boolean, ...refs: readonly { readonly hash: string }[]) =>
    ({ type: 'decide-identifiers', identifiers: refs.map(({ hash }) => ({ identifier: hash })), accept }) as const;
  const several = (): CaseBook => {
    const book = new CaseBook();
    gather(book);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    const told = [taught, mine, bos, phone].map((one) => ({ ...one, ...clear }));
    book.do(commands.answer('crm', 1, found, [...told, { ...form, ...typed }, { ...doubted, ...doubtful }]));
    return book;
  };
  const decisions = (book: CaseBook) =>
    searchOf(book.opened)!.learned.map(({ decision }) => decision?.accepted ?? 'open');

  it('is one commit, and the accepted ones are searched for in one wave', () => {
    const book = several();
    book.do(decideAll(true, taught, phone, mine), by);
    expect(decisions(book)).toEqual([true, true, 'open', true, 'open', 'open']);
    const waves = searchOf(book.opened)!.learned.flatMap(({ decision }) => (decision?.accepted ? [decision.wave] : []));
    expect(waves).toEqual([2, 2, 2]);
    book.do(decideAll(false, bos, form, doubted), by);
    expect(decisions(book)).toEqual([true, true, false, true, false, false]);
  });

  it('decides on none if the decision is not possible for one of them, and says which', () => {
    const unknown = ref('x', 'phone');
    for (const [command, places] of [
      [decideAll(true, taught, form, phone, doubted), '2, 4'],
      [decideAll(true, taught, unknown), '2'],
      [decideAll(true, phone, phone), '2'],
      // Nobody has two personnummer, so the second of the list is refused, whichever it is.
      [decideAll(true, mine, taught, bos), '3'],
      [decideAll(true, bos, mine), '2'],
    ] as const) {
      const book = several();
      const before = book.opened;
      expect(book.give(command, by)).toMatchObject({ ok: false, rule: 'identifiers-not-decided', values: { places } });
      expect(book.opened).toEqual(before);
    }
  });

  it('on one identifier is refused by the rule that refuses it', () => {
    expect(several().give(decideAll(true, form), by)).toMatchObject({ ok: false, rule: 'identifier-only-stated' });
    expect(several().give(decideAll(true, doubted), by)).toMatchObject({ rule: 'identifier-of-disputed-record' });
  });

  it('can be changed either way until the answer is released', () => {
    const book = several();
    book.do(decideAll(false, taught, phone, mine, bos), by);
    book.do(decideAll(true, taught), by);
    expect(decisions(book).slice(0, 4)).toEqual([true, false, false, false]);
    commands.search(book, 'crm', 2, nothing);
    commands.search(book, 'shop', 1, nothing);
    commands.search(book, 'shop', 2, nothing);
    book.do(commands.byHand('binder', nothing), by);
    book.do(commands.screen());
    book.do(decideAll(true, phone), by);
    expect(book.opened.stage.kind).toBe('gathering');
    expect(searchOf(book.opened)!.learned[3]).toMatchObject({ decision: { accepted: true, wave: 3 } });
  });

  it('removes what a rejected identifier had led to, and what was removed can be learned again', () => {
    const book = several();
    book.do(decideAll(true, taught, phone), by);
    book.do({ ...decideAll(false, taught), withdrawn: [{ identifier: phone, now: 'gone' }] }, by);
    expect(searchOf(book.opened)!.learned.some(({ identifier }) => identifier.hash === phone.hash)).toBe(false);
    book.do({ type: 'start-searches', searches: [{ system: 'shop', wave: 1 }] });
    book.do(commands.answer('shop', 1, found, [{ ...phone, ...clear }]));
    expect(searchOf(book.opened)!.learned.at(-1)).toMatchObject({ identifier: { hash: phone.hash }, decision: null });
  });
});

describe('An identifier that no record shows to be the person’s', () => {
  const mailbox = ref('b@example.org');
  const taughtAs = (identifier: ReturnType<typeof ref>): CaseBook => {
    const book = new CaseBook();
    gather(book);
    book.do({ type: 'start-searches', searches: [{ system: 'crm', wave: 1 }] });
    book.do(commands.answer('crm', 1, found, [{ ...identifier, ...typed }]));
    return book;
  };

  it('can be accepted after the person has signed in with it, and the case does not wait for that', () => {
    const book = taughtAs(mailbox);
    expect(book.try(decide(true, mailbox.hash), by)).toBe('evidence-missing');
    book.do({ type: 'prove-with', method: 'login', identifier: mailbox }, { by: subject });
    expect(waitsForDecision(book)).toBe(false);
    expect(book.try(decide(true, mailbox.hash), by)).toBe('identifier-decided');
  });

  it('cannot be accepted by a sign-in if it is a personnummer, and not if a passport names the address', () => {
    const number = ref('189001019802', 'personnummer');
    const byEid = taughtAs(number);
    byEid.do({ type: 'prove-with', method: 'e-id', identifier: number }, { by: subject });
    expect(byEid.try(decide(true, number.hash), by)).toBe('evidence-missing');
    const byPassport = taughtAs(mailbox);
    byPassport.do({ type: 'prove-with', method: 'document-check', identifier: mailbox, text: 't' }, by);
    expect(byPassport.try(decide(true, mailbox.hash), by)).toBe('evidence-missing');
  });
});

describe('A screening', () => {
  it('sets the outcome of each search by what is known then: a system that lost all of its records has nothing', () => {
    const book = learnt(clear);
    commands.search(book, 'shop', 1, nothing);
    book.do(commands.byHand('binder', nothing), by);
    book.do(decide(false), by);
    const left = { records: 0, files: 0, possible: 1, disputed: 2, resources: [] };
    book.do({ type: 'screen', round: 1, settled: [{ system: 'crm', wave: 1, unread: 0, ...left }] });
    const state = book.opened;
    if (state.stage.kind !== 'reviewing') throw new Error('not screened');
    for (const { systems, measure } of [
      { systems: state.stage.search.systems, measure: state.stage.search },
      { systems: state.stage.screening.snapshot.systems, measure: state.stage.screening.snapshot },
    ]) {
      const crm = systems.find(({ id }) => id === 'crm')!;
      expect(crm.replies).toMatchObject([{ result: 'nothing-held', ...left }]);
      expect(outcomeOf(crm, measure).outcome).toBe('nothing-held');
    }
  });

  it('sets a system that had found nothing to found if records turn out to be the person’s', () => {
    const book = learnt(clear);
    commands.search(book, 'shop', 1, nothing);
    book.do(commands.byHand('binder', nothing), by);
    book.do(decide(false), by);
    const resources = [{ resource: 'card', records: 1, files: 0 }];
    const now = { records: 1, files: 0, possible: 0, disputed: 1, resources };
    book.do({ type: 'screen', round: 1, settled: [{ system: 'shop', wave: 1, unread: 0, ...now }] });
    const state = book.opened;
    if (state.stage.kind !== 'reviewing') throw new Error('not screened');
    const shop = state.stage.screening.snapshot.systems.find(({ id }) => id === 'shop')!;
    expect(shop.replies).toMatchObject([{ result: 'found', ...now }]);
    expect(outcomeOf(shop, state.stage.screening.snapshot).outcome).toBe('found');
  });
});

it('Events of 0.2.0 are read as if the identifiers could be accepted and the screenings had changed nothing', () => {
  const stamp = { at: '2026-11-20T08:00:00.000Z', by: { kind: 'workflow', id: 'w' } };
  const events = [
    { type: 'identifier-learned', v: 1, ...stamp, identifier: ref('a@example.org'), system: 'crm' },
    { type: 'screened', v: 1, ...stamp, round: 1, possible: 3 },
    { type: 'identifier-decided', v: 1, ...stamp, identifier: ref('a@example.org'), accepted: true },
  ];
  expect(upcast({ events })).toEqual({
    events: [
      { ...events[0], v: 2, weight: 'own', disputed: false },
      { type: 'screened', v: 2, ...stamp, round: 1, settled: [] },
      { ...events[2], v: 2 },
    ],
  });
});
