// The letter in the preview of an answer is the letter that the person gets after the release.
import { expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { decideOnReview } from '#casework/review/decide-review.ts';
import { previewOf, reviewedNow } from '#casework/review/preview.ts';
import { recordView } from '#casework/review/record-view.ts';
import { reviewPage } from '#casework/review/review-page.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { ada, assembled } from '../case-steps.ts';
import { contact, start } from '../rig.ts';
import { caseOf, onOneRig, system } from '../searched-case.ts';

onOneRig();

type Case = Awaited<ReturnType<typeof caseOf>>;

async function screened(names: readonly string[]): Promise<{ of: Case; connectors: ReturnType<typeof system>[] }> {
  const connectors = [system('hubspot', [names.map((name, index) => ({ id: `${index}`, email: contact, name }))])];
  const of = await caseOf(connectors);
  await of.searchAll();
  await of.screen();
  return { of, connectors };
}

async function reviewing({ of, connectors }: Awaited<ReturnType<typeof screened>>) {
  const { means, state, profile } = await of.review();
  if (!isUnderReview(state)) throw new Error('the case is not under review');
  return { means: { ...means, connectors }, state, profile };
}

/** Views all records, withholds the first one if its number is in `withheld`, and releases the others. */
async function decide(of: Case, withheld: string | undefined): Promise<void> {
  const { means, state, profile } = await of.review();
  const { items } = await reviewPage(
    means,
    state,
    profile,
    { limit: 50 },
    await of.rig.views.seenBy(of.caseId, 'erik'),
    'erik',
  );
  const seen = { kind: 'sheet-page', items: items.map(({ id: item, version }) => ({ item, version })) } as const;
  await recordView(of.rig.casework, of.rig, state, { commandId: randomUUID(), member: 'erik', seen }, start);
  const decisions = items.map(({ id: item, version, record }) =>
    record === withheld
      ? ({ item, version, do: 'withhold', ground: 'other-law', reason: 'a secret of the trade' } as const)
      : ({ item, version, do: 'release' } as const),
  );
  const request = { commandId: randomUUID(), decisions };
  expect(
    await decideOnReview(of.rig.casework, { ...means, views: of.rig.views }, of.caseId, 'erik', request, start),
  ).toMatchObject({ ok: true });
}

/** The words of a letter. The text of a mail also shows the URL of its link, with the key of the person. */
const wordsOf = (text: string): readonly string[] =>
  text
    .replaceAll(/<style>.*?<\/style>/gs, ' ')
    .replaceAll(/<title>.*?<\/title>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/https:\/\/portal\S+/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

it.each([
  ['an answer with everything', undefined],
  ['an answer that leaves something out', '0'],
])('%s', async (_, withheld) => {
  const begun = await screened(['Åsa', 'Åsa igen']);
  const { of } = begun;
  const { rig, caseId } = of;
  await decide(of, withheld);
  const { means, state, profile } = await reviewing(begun);
  const { pages } = await previewOf(rig.casework, means, state, profile, start);
  const letter = pages.find(({ path }) => path === 'letter.html');
  expect(letter?.html).toContain(`/cases/${caseId}`);
  expect(letter?.html).not.toContain('key=');
  const reviewed = await reviewedNow(rig.casework, means, state, profile, start);
  const { sheet, preview } = reviewed;
  await rig.command(caseId, { type: 'release', round: 1, sheet, preview, reviewed }, { by: ada });
  await rig.command(caseId, { type: 'start-assembly', round: 1 });
  await rig.command(caseId, { type: 'record-assembly', round: 1, attempt: 1, ...assembled });
  await rig.command(caseId, { type: 'deliver', round: 1, days: 14 });
  const sent = (await rig.sentFor(caseId)).find(({ letter: code }) => code.startsWith('M8'));
  expect(wordsOf(letter?.html ?? '')).toEqual(wordsOf(sent?.text ?? ''));
  if (withheld !== undefined) expect(letter?.html).toContain('a secret of the trade');
});
