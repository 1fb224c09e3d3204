// If the review leaves data out without telling the person, package and letter equal those of a case that never had
// these data.
import { expect, it } from 'vitest';
import { previewOf, reviewedNow } from '#casework/review/preview.ts';
import { sheetPage } from '#casework/review/sheet-page.ts';
import { assembleExport } from '#casework/answer/assemble-export.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import type { ReviewEntry } from '#domain/review/entry.ts';
import { ada } from '../case-steps.ts';
import { unpack } from '../../answer/unpack.ts';
import { contact, start } from '../rig.ts';
import { caseOf, onOneRig, system, textOfAll, type Row } from '../searched-case.ts';

onOneRig();

const untold = { ground: 'others-rights', text: null, told: false } as const;
const kept: Row = { id: '1', email: contact, name: 'Åsa' };
const secret: Row = { id: '2', email: contact, name: 'Zornanmälan' };

type On = { readonly item: string; readonly version: string; readonly system: string };

/**
 * What the person gets: the files of the package and the letters. `decide` is the decision on the secret records.
 * `elsewhere`: the records of another system.
 */
async function given(
  rows: readonly Row[],
  decide: (secret: readonly On[]) => readonly ReviewEntry[],
  elsewhere: readonly Row[] = [{ ...kept, id: '1' }],
) {
  const connectors = [system('hubspot', [rows]), system('fortnox', [elsewhere])];
  const of = await caseOf(connectors);
  const { rig, caseId } = of;
  await of.searchAll();
  await of.screen();
  const { means, state, profile } = await of.review();
  const { items } = await sheetPage(means, state, profile, {});
  const on = (id: string): On[] =>
    items
      .filter(({ record }) => record === id)
      .map((item) => ({ item: item.id, version: item.version, system: item.system }));
  const entries = [...on('1').map((one) => ({ do: 'release', ...one }) as const), ...decide(on('2'))];
  if (entries.length > 0) await of.command({ type: 'decide-review', decision: 'one', entries });
  const now = (await of.review()).state;
  if (!isUnderReview(now)) throw new Error('the case is not under review');
  const all = { ...rig.means, ...means, connectors };
  const reviewed = await reviewedNow(rig.casework, all, now, profile, start);
  const { sheet, preview } = reviewed;
  const { pages } = await previewOf(rig.casework, all, now, profile, start);
  await rig.command(caseId, { type: 'release', round: 1, sheet, preview, reviewed }, { by: ada });
  const parts: Buffer[] = [];
  const put = async (_case: string, _answer: unknown, content: AsyncIterable<unknown>): Promise<void> => {
    for await (const part of content) parts.push(part as Buffer);
  };
  const assembly = { ...all, records: rig.casework, exports: { ...rig.exports, put } };
  expect(await assembleExport(assembly, { caseId, round: 1 }, start)).toMatchObject({ ok: true });
  await rig.command(caseId, { type: 'deliver', round: 1, days: 14 });
  const files = unpack(Buffer.concat(parts));
  const like = (text: string): string =>
    text
      .replaceAll(caseId, 'CASE')
      .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
      .replaceAll(/key=[\w-]+/g, 'KEY')
      .replaceAll(/("packed": \{\s+"bytes": )\d+/g, '$1N');
  return {
    files: like([...files.keys(), textOfAll(files)].join('\n')),
    preview: like(pages.map(({ path, html }) => `${path} ${html}`).join('\n')),
    letters: like(JSON.stringify(await rig.sentFor(caseId))),
  };
}

const withhold = (on: readonly On[]): ReviewEntry[] =>
  on.map((one) => ({ do: 'withhold', ...one, part: { of: 'record' }, ...untold }));

it.each<[string, readonly Row[], readonly Row[], (on: readonly On[]) => readonly ReviewEntry[]]>([
  ['one record of several', [kept, secret], [kept], withhold],
  ['one record with a document', [kept, { ...secret, documents: ['d'] }], [kept], withhold],
  ['all records of a system', [secret], [], withhold],
  [
    'a whole system',
    [secret],
    [],
    () => [{ do: 'withhold-alike', alike: { all: 'system', system: 'hubspot' }, ...untold }],
  ],
  [
    'a kind of record',
    [kept, { ...secret, resource: 'part', partOf: '1' }],
    [kept],
    () => [{ do: 'withhold-alike', alike: { all: 'resource', system: 'hubspot', resource: 'part' }, ...untold }],
  ],
  [
    'a field everywhere',
    [{ ...kept, customer: 'K-1' }],
    [kept],
    () => [
      {
        do: 'withhold-alike',
        alike: { all: 'field', system: 'hubspot', resource: 'card', field: 'customer' },
        ...untold,
      },
    ],
  ],
])('%s', async (_, rows, without, decide) => {
  expect(await given(rows, decide)).toEqual(await given(without, () => []));
});

it('all records of the case: the letter is the same as for a case without records', async () => {
  expect(await given([secret], withhold, [])).toEqual(await given([], () => [], []));
});
