// What the page of a case says about a waiting change of the contact point.
import { expect, it } from 'vitest';
import { person } from '#domain/case/identity/opener.ts';
import { subjectView } from '#handlers/portal/subject-view.ts';
import { agreed, at, enterContactCode, give, openIn, wish } from '../../casework/desk.ts';
import { demo, Office } from '../../casework/office.ts';

it('A change that waits is shown with its day, and without one while a circumstance is undecided', async () => {
  const office = new Office();
  const moved = await openIn(office);
  await wish(office, moved, { type: 'change-contact', email: 'ny@example.org', old: 'in-use' }, at(1));
  await enterContactCode(office, moved, at(1));
  const posted = await openIn(office);
  const address = ['Åsa Berg', 'Exempelgatan 7', '111 11 Stockholm'];
  await agreed(office, posted, { type: 'move-to-post', address, reason: 'wish', registered: false }, at(1));
  const shown = async (caseId: string, when: string) => {
    const state = await office.state(caseId);
    const more = { language: 'sv', signedIn: false, parts: [], by: person, addressTakesCodes: undefined } as const;
    const view = subjectView(
      { state, profile: await office.profile(caseId), organisation: demo, now: when, ...more },
      () => 'key',
    );
    return [view.contactFrom, view.postFrom, view.contactWaits];
  };
  expect(await shown(moved, at(2))).toEqual(['2026-03-10', undefined, false]);
  expect(await shown(posted, at(2))).toEqual([undefined, '2026-03-10', false]);
  for (const caseId of [moved, posted]) {
    await give(office, caseId, { type: 'mark-circumstance', circumstance: 'child', present: true }, at(3));
    expect(await shown(caseId, at(4))).toEqual([undefined, undefined, true]);
    expect(await shown(caseId, at(40))).toEqual([undefined, undefined, true]);
    const no = { type: 'decide-circumstance', circumstance: 'child', applies: false, reason: 'Fel' } as const;
    expect(await agreed(office, caseId, no, at(40))).toBe('ok');
  }
  expect(await shown(moved, at(41))).toEqual(['2026-04-16', undefined, false]);
  expect(await shown(posted, at(41))).toEqual([undefined, '2026-04-16', false]);
  expect(await shown(moved, at(46))).toEqual([undefined, undefined, false]);
});
