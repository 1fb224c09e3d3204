// Pages of a document that staff leave out of an answer: the copy without them, the decision, and what the person gets.
import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cutSchema, type ReviewDecision } from '#api/review.ts';
import { decideOnReview } from '#casework/review/decide-review.ts';
import { reviewedNow } from '#casework/review/preview.ts';
import { cutKeys } from '#casework/review/stored-cut.ts';
import { decide } from '#domain/case/decide.ts';
import { isUnderReview } from '#domain/case/review/under-review.ts';
import { cut, document } from '#handlers/render-document/document.ts';
import { contact, start } from '../rig.ts';
import { askedWith, maja, screenedCase } from '../screened-case.ts';
import { contentOf, onOneRig, system, textOfAll } from '../searched-case.ts';

onOneRig();

/** A case under review with one record and its document. */
async function caseWith(name: string) {
  const connectors = [system('hubspot', [[{ id: '1', email: contact, name: 'Åsa', documents: [name] }]])];
  const of = await screenedCase(connectors);
  const { rig, caseId, stores } = of;
  const shown = async () => (await of.first()).documents[0]!;
  const { id } = await shown();
  const path = { id: caseId, document: id };
  const send = async (request: object) =>
    await decideOnReview(
      rig.casework,
      stores,
      caseId,
      'maja',
      { commandId: randomUUID(), ...request } as Parameters<typeof decideOnReview>[4],
      start,
    );
  return {
    ...of,
    shown,
    isOpen: async () => (await of.first()).open,
    cut: async (pages: unknown, document_ = id, findings = stores.findings) => {
      const asked = askedWith({ body: { pages: pages as object }, path: { ...path, document: document_ } });
      const { statusCode, body = '' } = await cut(rig.casework, { ...stores, findings }, maja, asked);
      return { statusCode, body: JSON.parse(body) as Record<string, unknown> };
    },
    open: async (...pages: number[]) => {
      for (const page of pages)
        await document(rig.casework, stores, maja, askedWith({ query: { page: String(page) }, path }), start);
    },
    decide: async (...decisions: Partial<ReviewDecision>[]) => {
      const { id: item, version } = await of.first();
      return await send({ decisions: decisions.map((one) => ({ item, version, ...one })) });
    },
    without: (pages: ReviewDecision['pages'], more: Partial<ReviewDecision> = {}) =>
      ({ do: 'withhold', document: id, pages, ...more }) as const,
    undo: async (undo: string) => await send({ undo }),
    reviewed: async () => {
      const state = await rig.state(caseId);
      const profile = await rig.casework.profiles.get(caseId);
      if (!isUnderReview(state) || profile === undefined) throw new Error('the case is not under review');
      return await reviewedNow(rig.casework, stores, state, profile, start);
    },
  };
}

/** The bytes of a file, and the content of its compressed streams. */
function readable(file: Buffer | Uint8Array): string {
  const bytes = Buffer.from(file);
  const streams = [...bytes.toString('latin1').matchAll(/stream\r?\n/g)].flatMap(({ index, 0: { length } }) => {
    try {
      return [inflateSync(bytes.subarray(index + length), { finishFlush: 2 }).toString('latin1')];
    } catch {
      return [];
    }
  });
  return [bytes.toString('latin1'), ...streams].join('\n');
}

const pdf = 'pdf-Alfaord-Bravoord-Charlieord-Deltaord';

describe('Pages that staff leave out of a document', () => {
  it('are not in the answer; its page, manifest, data, letter and log say which', async () => {
    const of = await caseWith(pdf);
    const pages = [{ from: 2, to: 3 }];
    expect(cutSchema.parse((await of.cut(pages)).body)).toMatchObject({ kind: 'cut', pages: 4 });
    await of.open(1, 4);
    expect(await of.decide(of.without(pages))).toMatchObject({ ok: true });
    expect(await of.isOpen()).toBe(false);
    expect(await of.shown()).toMatchObject({ opened: true, withoutPages: pages, unseenPages: pages });
    const reviewed = await of.reviewed();
    const line = { kind: 'pages', count: 2, ground: 'others-rights', told: true };
    expect(reviewed).toMatchObject({ open: 0, uncut: 0, lines: [line] });
    expect(readable(contentOf(pdf) as Uint8Array)).toContain('Bravoord');
    const { sheet, preview } = reviewed;
    const by = { kind: 'staff', id: 'maja' } as const;
    await of.rig.command(of.caseId, { type: 'release', round: 1, sheet, preview, reviewed }, { by });
    const files = await of.deliver();
    const copy = files.get('systems/hubspot/documents/1.pdf')!;
    expect(readable(copy)).toContain('Alfaord');
    expect(readable(copy)).toContain('Deltaord');
    for (const [path, file] of files)
      if (!path.endsWith('.pdf')) expect(textOfAll(new Map([[path, file]]))).not.toContain('Bravoord) Tj');
    expect(readable(copy)).not.toMatch(/Bravoord|Charlieord/);
    for (const page of ['withheld.html', 'index.html'].map((path) => files.get(path)!.toString())) {
      expect(page).toContain('sidorna 2–3 är utelämnade');
      expect(page).toContain('2 sidor är utelämnade');
      expect(page).toContain('artikel 15.4');
    }
    const manifest = JSON.parse(files.get('manifest.json')!.toString()) as { withheld: object[]; files: object[] };
    expect(manifest.withheld).toMatchObject([{ kind: 'pages', count: 2, ground: 'others-rights' }]);
    expect(manifest.files).toContainEqual(
      expect.objectContaining({ path: 'systems/hubspot/documents/1.pdf', bytes: copy.length, withoutPages: pages }),
    );
    expect(files.get('systems/hubspot/card.json')!.toString()).toContain('"withoutPages":[{"from":2,"to":3}]');
    const letter = (await of.rig.sentFor(of.caseId)).find(({ letter: code }) => code.startsWith('M8'));
    expect(letter?.text).toContain('2 sidor är utelämnade');
    const log = await of.rig.events(of.caseId);
    expect(log.findLast(({ type }) => type === 'release-approved')).toMatchObject({ lines: [line] });
    expect(JSON.stringify(log)).not.toMatch(/Bravoord|pdf-/);
  });

  it('need not be opened, but every other page', async () => {
    const of = await caseWith(pdf);
    await of.cut([{ from: 2, to: 3 }]);
    await of.open(1);
    expect(await of.decide(of.without([{ from: 2, to: 3 }]))).toMatchObject({ ok: true });
    expect(await of.isOpen()).toBe(true);
    expect(await of.decide({ do: 'release' })).toMatchObject({ ok: false, rule: 'document-not-opened' });
    await of.open(4);
    expect(await of.decide({ do: 'release' })).toMatchObject({ ok: true });
    expect(await of.isOpen()).toBe(false);
  });

  it('must be opened when the decision is undone', async () => {
    const of = await caseWith(pdf);
    const commandId = randomUUID();
    await of.cut([{ from: 2, to: 3 }]);
    await of.open(1, 4);
    const { id: item, version } = await of.first();
    const { rig, caseId, stores } = of;
    const decisions = [{ item, version, ...of.without([{ from: 2, to: 3 }]) }];
    await decideOnReview(rig.casework, stores, caseId, 'maja', { commandId, decisions }, start);
    await of.decide({ do: 'release' });
    expect(await of.isOpen()).toBe(false);
    expect(await of.undo(commandId)).toMatchObject({ ok: true });
    expect(await of.isOpen()).toBe(true);
    await of.open(2, 3);
    expect(await of.decide({ do: 'release' })).toMatchObject({ ok: true });
    expect(await of.isOpen()).toBe(false);
  });

  it('are not named if the person is not told', async () => {
    const of = await caseWith(pdf);
    await of.cut([{ from: 2, to: 2 }]);
    await of.open(1, 3, 4);
    await of.decide(of.without([{ from: 2, to: 2 }], { tellPerson: false }));
    const files = await of.release();
    expect(files.has('withheld.html')).toBe(false);
    expect(textOfAll(files)).not.toMatch(/withoutPages":\[{|utelämna/);
    expect(readable(files.get('systems/hubspot/documents/1.pdf')!)).not.toContain('Bravoord');
  });

  it('are chosen all at once: another decision on the document is refused until the first is undone', async () => {
    const of = await caseWith(pdf);
    for (const pages of [[{ from: 2, to: 2 }], [{ from: 3, to: 3 }]]) await of.cut(pages);
    expect(await of.decide(of.without([{ from: 2, to: 2 }]))).toMatchObject({ ok: true });
    expect(await of.decide(of.without([{ from: 3, to: 3 }]))).toMatchObject({ rule: 'pages-decided-already' });
  });

  it('on two grounds are one copy', async () => {
    const of = await caseWith(pdf);
    const two = [
      of.without([{ from: 2, to: 2 }]),
      of.without([{ from: 4, to: 4 }], { ground: 'other-law', reason: 'Sekretess gäller.' }),
    ];
    await of.cut([{ from: 2, to: 2 }]);
    expect(await of.decide(...two)).toMatchObject({ rule: 'document-not-cut' });
    await of.cut([
      { from: 4, to: 4 },
      { from: 2, to: 2 },
    ]);
    await of.open(1, 3);
    expect(await of.decide(...two)).toMatchObject({ ok: true });
    const withheld = (await of.release()).get('withheld.html')!.toString();
    expect(withheld).toContain('sidan 2 är utelämnad');
    expect(withheld).toContain('sidan 4 är utelämnad');
    expect(withheld).toContain('Sekretess gäller.');
  });

  it('stop the answer if the copy no longer exists', async () => {
    const of = await caseWith(pdf);
    const pages = [{ from: 2, to: 3 }];
    await of.cut(pages);
    await of.open(1, 4);
    await of.decide(of.without(pages));
    const { findings } = of.stores;
    const gone = {
      ...findings,
      wholeDocument: async (key: string) => (key.endsWith('.json') ? undefined : await findings.wholeDocument(key)),
    };
    const state = await of.rig.state(of.caseId);
    const profile = await of.rig.casework.profiles.get(of.caseId);
    if (!isUnderReview(state) || profile === undefined) throw new Error('the case is not under review');
    const reviewed = await reviewedNow(of.rig.casework, { ...of.stores, findings: gone }, state, profile, start);
    expect(reviewed).toMatchObject({ open: 0, uncut: 1 });
    const { sheet, preview } = reviewed;
    const command = { type: 'release', round: 1, sheet, preview, reviewed } as const;
    await expect(of.rig.command(of.caseId, command, { by: { kind: 'staff', id: 'maja' } })).rejects.toThrow(
      'out-of-order',
    );
    const held = decide(state, { command, by: { kind: 'staff', id: 'maja' }, commandId: 'one' }, start);
    expect(held).toMatchObject({ rule: 'pages-not-left-out' });
  });
});

describe('The copy of a document without pages', () => {
  it('is made once, under a key that begins with the key of the document', async () => {
    const of = await caseWith(pdf);
    const pages = [{ from: 2, to: 2 }];
    const first = await of.cut(pages);
    expect(await of.cut(pages)).toEqual(first);
    const { key, factsKey } = cutKeys({ key: 'a/documents/b/c', sha256: 'd' }, pages);
    expect([key, factsKey].every((one) => one.startsWith('a/documents/b/c.'))).toBe(true);
    expect(key).not.toBe(cutKeys({ key: 'a/documents/b/c', sha256: 'e' }, pages).key);
    expect((await of.rig.state(of.caseId)).common.review).toEqual([]);
  });

  it.each(['.pdf', '.txt', '.json'])('is made again if the process ends before %s is stored', async (name) => {
    const of = await caseWith(pdf);
    const pages = [{ from: 2, to: 2 }];
    const { findings } = of.stores;
    const ending = {
      ...findings,
      putDocument: async (...[key, content]: Parameters<typeof findings.putDocument>) => {
        if (key.endsWith(name)) throw new Error('the process ends here');
        return await findings.putDocument(key, content);
      },
    };
    await expect(of.cut(pages, undefined, ending)).rejects.toThrow('the process ends here');
    expect(await of.decide(of.without(pages))).toMatchObject({ rule: 'document-not-cut' });
    expect((await of.cut(pages)).body).toMatchObject({ kind: 'cut', pages: 4 });
    expect(await of.decide(of.without(pages))).toMatchObject({ ok: true });
  });

  it.each([
    [409, 'page-does-not-exist', [{ from: 4, to: 5 }]],
    [409, 'all-pages-withheld', [{ from: 1, to: 4 }]],
  ])('has the status %i and the rule %s for %j', async (status, rule, pages) => {
    const of = await caseWith(pdf);
    const { statusCode, body } = await of.cut(pages);
    expect({ statusCode, rule: body['rule'] }).toEqual({ statusCode: status, rule });
    expect(await of.decide(of.without(pages))).toMatchObject({ rule: 'document-not-cut' });
  });

  it.each([[[]], [[{ from: 0, to: 1 }]], ['2'], [[{ from: 1 }]]])('is refused for %j', async (pages) => {
    expect(await (await caseWith(pdf)).cut(pages)).toMatchObject({ statusCode: 400 });
  });

  it('cannot be made of a document of another type, which then has no pages to leave out', async () => {
    const of = await caseWith('text');
    expect(await of.cut([{ from: 1, to: 1 }])).toMatchObject({
      statusCode: 200,
      body: { kind: 'cannot', reason: 'unknown-type' },
    });
    expect(await of.decide(of.without([{ from: 1, to: 1 }]))).toMatchObject({ rule: 'document-not-cut' });
  });

  it('is not made of a document that the case does not have', async () => {
    expect(await (await caseWith(pdf)).cut([{ from: 1, to: 1 }], '0'.repeat(48))).toMatchObject({ statusCode: 404 });
  });
});
