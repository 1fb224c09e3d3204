// A refused part is identified by records that the case has. The package, the letters and the release follow from it.
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { describe, expect, it } from 'vitest';
import type { Command } from '#domain/case/command.ts';
import { evolve } from '#domain/case/evolve.ts';
import { owedLetters } from '#domain/case/letters/letters.ts';
import { allRefused, heldSystems, refusedItems } from '#domain/case/decisions/part-refusals.ts';
import { searchOf } from '#domain/case/state.ts';
import { upcast } from '#domain/case/log/upcast.ts';
import { isOver, nextStep } from '#domain/case/waits.ts';
import {
  answerRound,
  CaseBook,
  caseIn,
  commands,
  failed,
  gather,
  nothing,
  openCommand,
  partRefusal,
  refusal,
  staff,
} from '../case-book.ts';

const ada = { by: staff('ada') };
const bo = { by: staff('bo') };
const two = [
  { resource: 'contacts', records: 2, files: 0 },
  { resource: 'tickets', records: 1, files: 1 },
];
const crm = { result: 'found', records: 3, files: 1, possible: 0, resources: two } as const;

/** A screened case whose one system has two kinds of records. */
function reviewing(): CaseBook {
  const book = new CaseBook();
  gather(book, [
    { id: 'crm', mode: 'automatic' },
    { id: 'shop', mode: 'automatic' },
  ]);
  commands.search(book, 'crm', 1, crm as never);
  commands.search(book, 'shop', 1, nothing);
  book.do(commands.screen());
  return book;
}
const letters = (book: CaseBook): string[] => owedLetters(book.opened, book.now).map(({ letter }) => keyOf(letter));
const takeBack = (number: number): Command => ({ type: 'take-back-refusal', refusal: number });

describe('A refusal of a part', () => {
  it('identifies records of the case: words alone, or records that do not exist, are refused', () => {
    const book = reviewing();
    expect(heldSystems(book.opened)).toEqual([{ system: 'crm', resources: two }]);
    expect(book.why(refusal('part'), ada)).toMatch(/^evidence-missing: Say which kinds of data/);
    for (const kind of ['crm/deals', 'shop/orders', 'elsewhere/contacts', 'shop/contacts'])
      expect(book.try(partRefusal([kind]), ada)).toBe('unknown-system');
    expect(book.try(partRefusal(['crm/tickets']), ada)).toBe('refused');
    expect(refusedItems(book.opened.common)).toMatchObject([
      { system: 'crm', resource: 'tickets', ground: 'others-rights', text: 'text-crm/tickets', until: null },
    ]);
    expect(letters(book)).toContain('refusal/1');
  });

  it('is not possible before anything was found, nor for what an answer has already delivered', () => {
    const before = new CaseBook();
    before.do(openCommand());
    expect(before.try(partRefusal(['crm/contacts']), ada)).toBe('unknown-system');
    const book = new CaseBook();
    gather(book, [
      { id: 'crm', mode: 'automatic' },
      { id: 'binder', mode: 'manual' },
    ]);
    commands.search(book, 'crm', 1, crm as never);
    book.do({ type: 'reach-cut-off', round: 1 });
    answerRound(book);
    expect(book.state?.stage.kind).toBe('gathering');
    expect(book.try(partRefusal(['crm/contacts']), ada)).toBe('unknown-system');
  });

  it('of a right that no package answers stays in words', () => {
    const book = new CaseBook();
    book.do(openCommand({ rights: ['erasure'] }, 'right-handled-by-staff'));
    expect(book.try(partRefusal(['crm/contacts']), ada)).toBe('unknown-system');
    expect(book.try(refusal('part'), ada)).toBe('refused');
  });

  it('never names the same kind of record twice, in one refusal or in two', () => {
    const book = reviewing();
    expect(book.try(partRefusal(['crm/tickets', 'crm/tickets']), ada)).toBe('out-of-order');
    book.do(partRefusal(['crm/tickets']), ada);
    expect(book.why(partRefusal(['crm/contacts', 'crm/tickets']), ada)).toMatch(/refused already/);
    expect(book.try(partRefusal(['crm/contacts']), ada)).toBe('refused');
  });

  it('never has abuse as the ground for a kind of record', () => {
    const command = partRefusal(['crm/tickets']);
    if (command.type !== 'refuse') throw new Error('this is no refusal');
    const items = command.items?.map((item) => ({ ...item, ground: 'abuse' as const })) ?? [];
    expect(reviewing().try({ ...command, items }, ada)).toBe('wrong-ground');
  });

  it('of everything that a system has is recognised, and differs from one of less', () => {
    const book = reviewing();
    const everything = () =>
      allRefused(book.opened, searchOf(book.state)!.systems[0]!, { level: 'contact-point' }, book.now);
    book.do(partRefusal(['crm/tickets']), ada);
    expect(everything()).toEqual([]);
    book.do(partRefusal(['crm/contacts']), ada);
    expect(everything().map(({ resource }) => resource)).toEqual(['tickets', 'contacts']);
  });

  it('can concern what a failed search had found before it stopped', () => {
    const book = new CaseBook();
    gather(book, [{ id: 'crm', mode: 'automatic' }]);
    commands.search(book, 'crm', 1, { ...failed, records: 3, resources: two } as never);
    expect(book.try(partRefusal(['crm/contacts']), ada)).toBe('refused');
  });
});

describe('The release of an answer of which a part is refused later', () => {
  const changes: readonly (readonly [string, (book: CaseBook) => unknown])[] = [
    ['refused', (book) => book.do(partRefusal(['crm/contacts']), ada)],
    [
      'refused and taken back',
      (book) => {
        book.do(partRefusal(['crm/contacts']), ada);
        book.do(takeBack(1), ada);
      },
    ],
  ];
  it.each(changes)('no longer counts: staff look at the answer again when a part is %s', (_, change) => {
    for (const status of ['reviewing', 'released', 'assembling', 'assembled'] as const) {
      const book = caseIn[status]();
      change(book);
      expect(book.state).toMatchObject({ stage: { kind: 'reviewing', screening: { approvals: [] } } });
      expect(nextStep(book.state)).toBe('review');
      expect(isOver('Review', book.state)).toBe(false);
      expect(book.try({ type: 'start-assembly', round: 1 })).toBe('out-of-order');
      expect(book.try(commands.assembled())).toBe('out-of-order');
      expect(book.try(commands.deliver())).toBe('out-of-order');
      book.do(commands.release(), bo);
      book.do({ type: 'start-assembly', round: 1 });
      const attempt = status === 'assembling' || status === 'assembled' ? 2 : 1;
      expect(book.opened.common.packages.at(-1)).toEqual({ round: 1, attempt, erased: false });
      // The assembly that was started before and ends only now is not of the released answer.
      if (attempt === 2) expect(book.try(commands.assembled(1, ['crm'], 1))).toBe('out-of-order');
      book.do(commands.assembled(1, ['crm'], attempt));
      book.do(commands.deliver());
      expect(book.opened.common.deliveries).toMatchObject([{ round: 1, attempt }]);
    }
  });
});

describe('A refusal of a part that is changed', () => {
  it('is replaced by the new refusal', () => {
    const book = reviewing();
    book.do(partRefusal(['crm/contacts']), ada);
    book.do(partRefusal(['crm/contacts', 'crm/tickets'], { restates: 1 }), ada);
    expect(book.opened.common.refusals.map(({ standing }) => standing)).toEqual(['restated', 'in-force']);
    expect(refusedItems(book.opened.common).map(({ resource }) => resource)).toEqual(['contacts', 'tickets']);
    expect(letters(book).filter((letter) => letter.startsWith('refusal'))).toEqual(['refusal/2']);
    expect(book.try(partRefusal(['crm/contacts'], { restates: 1 }), ada)).toBe('out-of-order');
    expect(book.try(takeBack(1), ada)).toBe('out-of-order');
    expect(book.try(partRefusal(['crm/contacts'], { restates: 7 }), ada)).toBe('out-of-order');
  });

  it('or withdrawn leaves nothing out', () => {
    const book = reviewing();
    book.do(partRefusal(['crm/contacts']), ada);
    expect(book.try(takeBack(1), ada)).toBe('refusal-taken-back');
    expect(book.try(takeBack(1), ada)).toBe('nothing');
    expect(refusedItems(book.opened.common)).toEqual([]);
    expect(letters(book)).not.toContain('refusal/1');
    expect(book.try(takeBack(2), ada)).toBe('out-of-order');
  });

  it('cannot be changed once an answer was sent with it, and can again if that answer was withdrawn', () => {
    const book = new CaseBook();
    gather(book, [
      { id: 'crm', mode: 'automatic' },
      { id: 'binder', mode: 'manual' },
    ]);
    commands.search(book, 'crm', 1, crm as never);
    book.do({ type: 'reach-cut-off', round: 1 });
    book.do(partRefusal(['crm/tickets']), ada);
    answerRound(book);
    expect(book.why(takeBack(1), ada)).toMatch(/An answer was already sent with that refusal/);
    book.do({ type: 'record-breach', awareAt: book.now, round: 1, text: 't' }, ada);
    expect(book.try(takeBack(1), ada)).toBe('refusal-taken-back');
  });
});

describe('A part that an earlier version refused only in words', () => {
  const stored = { type: 'refused', v: 2, at: '2026-11-20T08:00:00.000Z', by: staff('ada'), scope: 'part' };
  function inWords(book: CaseBook): CaseBook {
    const event = { ...stored, ground: 'others-rights', text: 't', late: false };
    const raised = (upcast({ events: [event] }) as { events: never[] }).events[0]!;
    expect(raised).toMatchObject({ v: 3, items: [], restates: null });
    const before = book.state?.stage.kind;
    book.state = evolve(book.state, raised, book.caseId);
    // A case of the earlier version is in the state it was in.
    if (before !== book.state?.stage.kind) throw new Error('the case was moved');
    return book;
  }

  it('stops the release until staff say which records it means, or withdraw it', () => {
    for (const way of [partRefusal(['crm/contacts'], { restates: 1 }), takeBack(1)]) {
      const book = inWords(reviewing());
      expect(book.why(commands.release(), bo)).toMatch(
        /^out-of-order: A part is refused without naming the kinds of data/,
      );
      book.do(way, ada);
      expect(book.try(commands.release(), bo)).toBe('release-approved');
    }
  });

  it('stops what was released already: it is neither assembled nor delivered, and the workflow waits', () => {
    for (const status of ['released', 'assembling', 'assembled'] as const) {
      const book = inWords(caseIn[status]());
      expect(nextStep(book.state)).toBe('wait');
      expect(isOver('AwaitAnswers', book.state)).toBe(false);
      expect(book.try({ type: 'start-assembly', round: 1 })).toBe('out-of-order');
      expect(book.try(commands.deliver())).toBe('out-of-order');
      book.do(partRefusal(['crm/contacts'], { restates: 1 }), ada);
      expect(isOver('AwaitAnswers', book.state)).toBe(true);
      expect(nextStep(book.state)).toBe('review');
    }
  });

  it('can still be specified after an answer in which it was not carried out', () => {
    const book = new CaseBook();
    gather(book, [
      { id: 'crm', mode: 'automatic' },
      { id: 'shop', mode: 'automatic' },
      { id: 'binder', mode: 'manual' },
    ]);
    commands.search(book, 'crm', 1, crm as never);
    commands.search(book, 'shop', 1, failed);
    book.do({ type: 'reach-cut-off', round: 1 });
    inWords(book);
    expect(book.try(takeBack(1), ada)).toBe('refusal-taken-back');
  });
});
