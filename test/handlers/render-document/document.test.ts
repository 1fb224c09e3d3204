// A page of a document is shown only after the look is recorded, and a document is opened when all of it was shown.
import { describe, expect, it } from 'vitest';
import { documentPageSchema } from '#api/review.ts';
import { readViews } from '#domain/review/views.ts';
import { document } from '#handlers/render-document/document.ts';
import type { Member } from '#handlers/staff/member.ts';
import { StoreFailed, withFaults } from '#test/support/memory-stores/faults.ts';
import { contact, start } from '../../casework/rig.ts';
import { askedWith, maja, screenedCase } from '../../casework/screened-case.ts';
import { onOneRig, system } from '../../casework/searched-case.ts';

onOneRig();

/** A case under review with one document, which is a text that ends with `content`. */
async function caseWith(content: string) {
  const connectors = [system('hubspot', [[{ id: '1', email: contact, name: 'Åsa', documents: [content] }]])];
  const { rig, caseId, stores, first } = await screenedCase(connectors);
  const shown = async () => (await first()).documents[0]!;
  const id = (await shown()).id;
  return {
    views: async () => readViews(await rig.views.read(caseId)).filter(({ seen }) => seen.kind === 'document-page'),
    isOpened: async () => (await shown()).opened,
    damaged: {
      ...stores,
      findings: { ...rig.findings, wholeDocument: () => Promise.resolve(Buffer.from('%PDF-1.7 x')) },
    },
    failing: { ...stores, views: withFaults(rig, { call: 'views.append' }).views },
    ask: async (query: object, { by = maja, means = stores, of: one = id } = {}) =>
      await document(rig.casework, means, by, askedWith({ query, path: { id: caseId, document: one } }), start),
  };
}

describe('A page of a document', () => {
  it('is shown only after the look is recorded', async () => {
    const { ask, failing, views } = await caseWith('zorn');
    await expect(ask({ page: '1' }, { means: failing })).rejects.toThrow(StoreFailed);
    expect(await views()).toEqual([]);
    const { body = '' } = await ask({ page: '1' });
    expect(documentPageSchema.parse(JSON.parse(body))).toEqual({
      kind: 'text',
      page: 1,
      pages: 1,
      text: 'content of zorn',
    });
    expect(await views()).toMatchObject([{ by: 'maja', seen: { page: 1, of: 1 } }]);
    expect(JSON.stringify(await views())).not.toContain('zorn');
  });

  it('that is the last one not yet shown makes the document count as opened', async () => {
    const { ask, isOpened } = await caseWith('x'.repeat(30_000));
    expect(await isOpened()).toBe(false);
    await ask({ page: '2' });
    expect(await isOpened()).toBe(false);
    await ask({ page: '1' });
    expect(await isOpened()).toBe(true);
  });

  it('is not recorded if the document cannot be shown; it is opened when it was downloaded', async () => {
    const { ask, damaged, views, isOpened } = await caseWith('text');
    const { statusCode, body = '' } = await ask({ page: '1' }, { means: damaged });
    expect({ statusCode, body: JSON.parse(body) as unknown }).toEqual({
      statusCode: 200,
      body: { kind: 'cannot', reason: 'broken' },
    });
    expect(await views()).toEqual([]);
    expect(await isOpened()).toBe(false);
    const file = await ask({ piece: '1' });
    expect(Buffer.from(file.body ?? '', 'base64').toString()).toBe('content of text');
    expect(await isOpened()).toBe(true);
  });

  it('in several pieces is opened when all of them were shown, and the look at each is recorded', async () => {
    const { ask, views, isOpened } = await caseWith('large');
    await ask({ piece: '2' });
    expect(await isOpened()).toBe(false);
    await ask({ piece: '1' });
    expect(await isOpened()).toBe(true);
    expect((await views()).map(({ seen }) => (seen.kind === 'document-page' ? seen.page : 0))).toEqual([2, 1]);
  });

  it.each([
    [404, { page: '2' }],
    [404, { piece: '2' }],
    [400, { page: '0' }],
    [400, { page: '1', as: 'video' }],
    [400, { page: '1', piece: '1' }],
  ])('has the status %i for %o', async (status, query) => {
    const { ask, views } = await caseWith('text');
    expect(await ask(query)).toMatchObject({ statusCode: status });
    expect(await views()).toEqual([]);
  });

  it('is shown only to a member of staff who may see the records, and only of this case', async () => {
    const { ask } = await caseWith('text');
    const auditor: Member = { id: 'erik', roles: new Set(['auditor']), email: undefined };
    expect(await ask({ page: '1' }, { by: auditor })).toMatchObject({ statusCode: 403 });
    expect(await ask({ page: '1' }, { of: '0'.repeat(48) })).toMatchObject({ statusCode: 404 });
  });
});
