import type { APIGatewayProxyEventV2WithJWTAuthorizer, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { refusalProblem } from '#api/refusal-problem.ts';
import {
  cutRequestSchema,
  cutSchema,
  documentPageSchema,
  documentQuerySchema,
  pieceBytes,
  piecesOf,
  type DocumentPage,
} from '#api/review.ts';
import { mostDocumentBytes, showPage, type ShownPage } from '#answer/documents/show-page.ts';
import type { Casework } from '#casework/commit/casework.ts';
import { makeCut } from '#casework/review/make-cut.ts';
import { recordView, type ViewStores } from '#casework/review/record-view.ts';
import type { SheetMeans } from '#casework/review/sheet.ts';
import { documentOn } from '#casework/review/sheet-page.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { StoredAttachment } from '#domain/findings/finding.ts';
import type { Seen } from '#domain/review/views.ts';
import type { Findings } from '#store/findings.ts';
import { ok, readJson, readQuery } from '../http/json.ts';
import { problem, safeHeaders } from '../http/problem.ts';
import type { Member } from '../staff/member.ts';
import { explained, notFound } from '../staff/refusals.ts';
import { opened } from '../staff/under-review.ts';

type Event = APIGatewayProxyEventV2WithJWTAuthorizer;
type Answer = APIGatewayProxyStructuredResultV2;

/**
 * Responds with a page of a document, or with a piece of its file. It is logged who saw it, before the response is
 * sent.
 */
export async function document(
  work: Casework,
  stores: SheetMeans & ViewStores,
  member: Member,
  event: Event,
  now: string,
): Promise<Answer> {
  const { id = '', document: documentId = '' } = event.pathParameters ?? {};
  const asked = readQuery(event, documentQuerySchema);
  if (!asked.ok) return problem(asked.problem);
  const found = await opened(work, stores, member, id);
  if (!found.ok) return found.answer;
  const { state, profile } = found;
  const there = await documentOn(stores, state, profile, documentId);
  if (there === undefined) return notFound();
  const on = {
    kind: 'document-page',
    item: there.item.id,
    version: there.item.version,
    document: documentId,
    content: there.content,
  } as const;
  const look = async (seen: Seen): Promise<void> =>
    await recordView(work, stores, state, { member: member.id, seen }, now);
  if ('piece' in asked.value) return await piece(stores.findings, there.stored, asked.value.piece, look, on);
  const { page, as } = asked.value;
  const shown = await shownPage(stores.findings, there.stored, page, as);
  switch (shown.kind) {
    case 'no-page':
      return notFound();
    case 'cannot':
      return ok(documentPageSchema, { kind: 'cannot', reason: shown.reason });
    case 'image':
      await look({ ...on, page, of: shown.pages });
      return ok(documentPageSchema, inResponse(shown, page));
    case 'text': {
      // The text of a page of a PDF file does not show the pictures of the page.
      const isAll = as === 'image';
      await look({ ...on, page, of: shown.pages, ...(isAll ? {} : { textOnly: true }) });
      return ok(documentPageSchema, { kind: 'text', page, pages: shown.pages, text: shown.text });
    }
  }
}

/** Makes the copy of a document without some of its pages. A decision of the review can then leave out these pages. */
export async function cut(work: Casework, stores: SheetMeans, member: Member, event: Event): Promise<Answer> {
  const { id = '', document: documentId = '' } = event.pathParameters ?? {};
  const read = readJson(event, cutRequestSchema);
  if (!read.ok) return problem(read.problem);
  const { pages: without } = read.value;
  const found = await opened(work, stores, member, id);
  if (!found.ok) return found.answer;
  const there = await documentOn(stores, found.state, found.profile, documentId);
  if (there === undefined) return notFound();
  const made = await makeCut(stores.findings, there.stored, without);
  switch (made.kind) {
    case 'cut':
      return ok(cutSchema, { kind: 'cut', pages: made.pages, bytes: made.bytes });
    case 'cannot':
    case 'cannot-cut':
      return ok(cutSchema, { kind: 'cannot', reason: made.reason });
    case 'no-page':
      return await refusedBy(refuse('page-does-not-exist', { pages: String(made.pages) }));
    case 'no-page-left':
      return await refusedBy(refuse('all-pages-withheld'));
  }
}

async function refusedBy(refused: RefusedCommand): Promise<Answer> {
  return problem(refusalProblem(refused.code, 'staff', await explained(refused)));
}

async function shownPage(
  findings: Findings,
  stored: StoredAttachment,
  page: number,
  as: 'image' | 'text',
): Promise<ShownPage> {
  if (stored.bytes > mostDocumentBytes) return { kind: 'cannot', reason: 'too-large' };
  const content = await findings.wholeDocument(stored.key);
  if (content === undefined) throw new Error('a document of the sheet is not stored');
  return await showPage(content, stored.mediaType, page, as);
}

function inResponse(
  { pages, mediaType, content }: Extract<ShownPage, { readonly kind: 'image' }>,
  page: number,
): DocumentPage {
  return { kind: 'image', page, pages, mediaType, base64: Buffer.from(content).toString('base64') };
}

/**
 * Responds with a piece of a document; `number` counts from 1. A document above 4 MB has several pieces. It is logged
 * who saw each piece, and a document counts as opened once all its pieces were sent.
 */
async function piece(
  findings: Findings,
  stored: StoredAttachment,
  number: number,
  look: (seen: Seen) => Promise<void>,
  on: Omit<Extract<Seen, { readonly kind: 'document-page' }>, 'page' | 'of' | 'textOnly'>,
): Promise<Answer> {
  if (number > piecesOf(stored.bytes)) return notFound();
  await look({ ...on, page: number });
  const from = (number - 1) * pieceBytes;
  const content = stored.bytes === 0 ? new Uint8Array() : await findings.documentPart(stored.key, from, pieceBytes);
  return {
    statusCode: 200,
    headers: {
      ...safeHeaders,
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${on.document}"`,
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
    },
    isBase64Encoded: true,
    body: Buffer.from(content).toString('base64'),
  };
}
