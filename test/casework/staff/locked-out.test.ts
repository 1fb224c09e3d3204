import { resourcesOf } from '#casework/search/resources-of.ts';
import { loadConnectors } from '#connectors/registry.ts';
import { describe, expect, it } from 'vitest';
import { listedFor, readerOf, type CaseVisitor } from '#casework/staff/case-access.ts';
import { caseView } from '#casework/staff/case-view.ts';
import { wordsOf } from '#letters/kept-words.ts';
import { readCommit } from '#domain/case/log/commit.ts';
import { agreed, at, contact, give, openIn } from '../desk.ts';
import { demo, now, Office } from '../office.ts';

const connectors = await loadConnectors();

const [erik, maja, dana, rune] = ['staff-7f3a', 'staff-2c91', 'staff-b04e', 'staff-55d8'];
const visitor = (id: string, email?: string): CaseVisitor => ({ id, roles: new Set(), email });

/** The references of the cases that a member sees in the list. */
async function listed(office: Office, who: CaseVisitor): Promise<readonly string[]> {
  return (await listedFor(office.casework, [...office.summaries.values()], who)).map(({ caseId }) => caseId);
}

describe('A list of cases', () => {
  it('does not show a case to a locked-out member, nor to their manager, and shows it again when they are unlocked', async () => {
    const office = new Office();
    const [closed, open] = [await openIn(office), await openIn(office)];
    await give(office, closed, { type: 'lock-out', member: erik }, now, maja);
    expect(await listed(office, visitor(erik))).toEqual([open]);
    expect(await listed(office, visitor(dana))).toEqual([open]);
    expect(await listed(office, visitor(maja))).toEqual([closed, open]);
    await give(office, closed, { type: 'let-in', member: erik, reason: 'Fel person' }, now, maja);
    expect(await listed(office, visitor(erik))).toEqual([closed, open]);
  });

  it('does not show a member their own request, by the address of the login', async () => {
    const office = new Office();
    const own = await openIn(office);
    expect(await listed(office, visitor(maja, contact.toUpperCase()))).toEqual([]);
    expect(await listed(office, visitor(maja, 'maja@nordvik.example'))).toEqual([own]);
    expect(await listed(office, visitor(maja, 'not an address'))).toEqual([own]);
  });

  it('does not show a member a request whose contact was changed to the address of their login', async () => {
    const office = new Office();
    const own = await openIn(office);
    const login = 'maja@example.net';
    expect(await listed(office, visitor(maja, login))).toEqual([own]);
    await agreed(office, own, { type: 'change-contact', email: login, oldIsLost: false }, now);
    expect(await listed(office, visitor(maja, login))).toEqual([]);
  });

  it('shows no part of a case from which the member is locked out, also if the part has ended before', async () => {
    const office = new Office();
    const whole = await openIn(office, { rights: ['access', 'erasure'] });
    await give(office, whole, { type: 'split', matter: 'request', rights: ['erasure'] });
    const part = (await office.state(whole)).common.splits[0]?.case ?? '';
    await give(office, part, { type: 'end', ending: 'withdrawn' });
    await give(office, whole, { type: 'lock-out', member: rune }, now, maja);
    expect((await office.state(part)).common.lockedOut.has(rune)).toBe(false);
    expect(await listed(office, visitor(rune))).toEqual([]);
    expect(await listed(office, visitor(maja))).toHaveLength(2);
  });

  it('reads the case itself if a summary of an earlier version lacks the data', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await give(office, caseId, { type: 'lock-out', member: rune }, now, maja);
    const summary = { ...office.summaries.get(caseId)!, lockedOut: null };
    const shell = { ...summary, caseId: 'shell' };
    expect(await listedFor(office.casework, [summary, shell], visitor(rune))).toEqual([shell]);
    expect(await listedFor(office.casework, [summary, shell], visitor(maja))).toEqual([summary, shell]);
  });

  it('of the other cases of a person leaves out those that the reader may not open', async () => {
    const office = new Office();
    const [first, second] = [await openIn(office), await openIn(office)];
    await give(office, first, { type: 'lock-out', member: rune }, now, maja);
    const others = async (who: string): Promise<readonly string[]> =>
      (await readerOf(office.casework, demo, (await office.state(second)).common, visitor(who))).others.map(
        ({ reference }) => reference,
      );
    expect(await others(maja)).toEqual([first]);
    expect(await others(rune)).toEqual([]);
  });
});

describe('A lock-out', () => {
  it('is undone by a colleague, with the reason on the profile and its hash in the log', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await give(office, caseId, { type: 'lock-out', member: rune }, now, maja);
    const letIn = { type: 'let-in', member: rune, reason: 'canary-reason' } as const;
    expect(await give(office, caseId, letIn, now, rune)).toMatch(/^locked-out: /);
    expect(await give(office, caseId, letIn, at(1), maja)).toBe('ok');
    const event = (office.commits.get(caseId) ?? [])
      .flatMap((text) => readCommit(text).events)
      .find(({ type }) => type === 'staff-let-in');
    expect(event).toMatchObject({ staff: rune, by: { id: maja } });
    expect(JSON.stringify(event)).not.toContain('canary');
    expect(event?.type === 'staff-let-in' && wordsOf(await office.profile(caseId), event.text)).toBe('canary-reason');
    const reader = {
      viewer: { id: maja, roles: new Set<string>() },
      mayKnow: () => false,
      resources: resourcesOf(connectors),
      others: [],
      attached: [],
    };
    const texts = office.commits.get(caseId) ?? [];
    const { timeline } = caseView(await office.state(caseId), texts, await office.profile(caseId), demo, at(1), reader);
    expect(timeline.find(({ type }) => type === 'letter-sent')).toMatchObject({ letter: 'M1' });
    expect(timeline.filter(({ type }) => type.startsWith('staff-'))).toMatchObject([
      { type: 'staff-locked-out', by: `staff:${maja}`, staff: rune },
      { type: 'staff-let-in', by: `staff:${maja}`, staff: rune, reason: 'canary-reason' },
    ]);
    expect(await give(office, caseId, { type: 'note', text: 'Tillbaka' }, at(1), rune)).toBe('ok');
    expect(await give(office, caseId, letIn, at(1), maja)).toBe(
      'out-of-order: This person is not locked out of the case.',
    );
  });
});

describe('A named member of staff', () => {
  const nobody = 'incomplete: %: nobody on the staff has this id';

  it('must be one of the people in the description', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    expect(await give(office, caseId, { type: 'assign', to: 'staff-typo' })).toBe(nobody.replace('%', 'to'));
    expect(await give(office, caseId, { type: 'lock-out', member: 'staff-typo' })).toBe(nobody.replace('%', 'member'));
    expect(await give(office, caseId, { type: 'assign', to: maja })).toBe('ok');
    expect((await office.state(caseId)).common.lockedOut.size).toBe(0);
  });

  it('is never the manager of a locked-out member', async () => {
    const office = new Office();
    const caseId = await openIn(office);
    await give(office, caseId, { type: 'lock-out', member: erik }, now, maja);
    expect(await give(office, caseId, { type: 'assign', to: dana }, now, maja)).toMatch(
      /^locked-out: .* not open to them/,
    );
  });

  it('must have worked on the case if no people are listed; anybody can be locked out', async () => {
    const controllers = demo.controllers.map((one) => ({ ...one, owner: 'boss', deputy: undefined }));
    const office = new Office({ ...demo, people: [], controllers });
    const caseId = await openIn(office);
    expect(await give(office, caseId, { type: 'assign', to: 'staff-x' }, now, 'staff-y')).toBe(
      nobody.replace('%', 'to'),
    );
    expect(await give(office, caseId, { type: 'assign', to: 'staff-y' }, now, 'staff-y')).toBe('ok');
    expect(await give(office, caseId, { type: 'assign', to: 'boss' }, now, 'staff-y')).toBe('ok');
    await give(office, caseId, { type: 'note', text: 'Hej' }, now, 'staff-x');
    expect(await give(office, caseId, { type: 'assign', to: 'staff-x' }, now, 'staff-y')).toBe('ok');
    expect(await give(office, caseId, { type: 'lock-out', member: 'staff-z' }, now, 'staff-y')).toBe('ok');
  });
});
