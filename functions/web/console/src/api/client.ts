import type * as z from 'zod';
import { caseMailsSchema, type CaseMails } from '#api/case-mail.ts';
import { evidenceListSchema, type EvidenceList } from '#api/evidence.ts';
import {
  handEntriesSchema,
  keptHandEntrySchema,
  newHandEntrySchema,
  type HandEntriesView,
  type NewHandEntry,
} from '#api/hand-entries.ts';
import { keptHandFileSchema, type KeptHandFile } from '#api/hand-file.ts';
import { letterSegment } from '#api/letter-path.ts';
import { organisationViewSchema } from '#api/organisation.ts';
import { registeredSchema, registrationSchema } from '#api/register.ts';
import { revealedSchema, revealSchema, type Revealed } from '#api/reveal.ts';
import {
  cutSchema,
  documentPageSchema,
  pieceBytes,
  reviewedSchema,
  reviewItemSchema,
  reviewPageSchema,
  reviewPreviewSchema,
  reviewRequestSchema,
  reviewSearchSchema,
  reviewTouchedRequestSchema,
  touchedSchema,
  type Touched,
  type Cut,
  type DocumentPage,
  type ReviewItem,
  type ReviewPage,
  type ReviewRequest,
} from '#api/review.ts';
import type { PageRange } from '#domain/review/pages.ts';
import { acceptedSchema, staffCommandSchema } from '#api/staff-command.ts';
import { caseViewSchema, queueSchema, type CaseView } from '#api/staff.ts';
import type { Attempt, Draft } from '../logic/attempt.ts';
import type { Queue, QueueAsked } from '../logic/queue.ts';
import { trouble, troubleFrom, type Trouble } from './problem.ts';

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

/** The registration of a request as the form sends it; the schema adds default values. */
export type Registration = Readonly<z.input<typeof registrationSchema>>;
export type Registered = Readonly<z.infer<typeof registeredSchema>>;
/** A place in a value: the number of the field on its item, and an offset. */
export interface ValuePiece {
  readonly field: number;
  readonly from: number;
}
export type TouchedRequest = Readonly<z.infer<typeof reviewTouchedRequestSchema>>;
export type Reviewed = Readonly<z.infer<typeof reviewedSchema>>;
export type ReviewPreview = Readonly<z.infer<typeof reviewPreviewSchema>>;
export type OrganisationView = Readonly<z.infer<typeof organisationViewSchema>>;

interface Call {
  readonly method?: 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * The calls of the staff API. A JSON response is checked with its schema. No method throws: a failure is returned as a
 * `Trouble` (`problem.ts`).
 */
export interface Client {
  /**
   * Reads one page of the work queue or of the archive. If `asked` has a `reference`, reads only the case with this
   * number.
   */
  queue(asked: QueueAsked): Promise<Answer<Queue>>;
  /** Reads the controllers and the people of the organisation, and where its policy conflicts with the law. */
  organisation(): Promise<Answer<OrganisationView>>;
  case(reference: string): Promise<Answer<CaseView>>;
  /**
   * Reads a value that the case view masks. Before the API responds, it logs who saw the value. `identifier` is one of
   * `revealable` in the case view.
   */
  reveal(reference: string, identifier: string): Promise<Answer<Revealed>>;
  /** Downloads the scanned request that staff registered. */
  scan(reference: string): Promise<Answer<Blob>>;
  /** Reads the mails of a case: the text of each mail, and the list of its parts. */
  mails(reference: string): Promise<Answer<CaseMails['mails']>>;
  /** Downloads one mail of a case as it arrived, as plain text. */
  rawMail(reference: string, mail: number): Promise<Answer<Blob>>;
  /** Downloads one part of a mail. The API sends a picture as a picture, and every other part as plain text. */
  mailPart(reference: string, mail: number, part: number): Promise<Answer<Blob>>;
  /** Registers a request. If the call is repeated with the same `id`, the API registers no second request. */
  register(registration: Registration, id: string): Promise<Answer<Registered>>;
  /** Reads what staff have found so far in a system that they search by hand. Before the API responds, it logs who saw it. */
  handEntries(reference: string, system: string): Promise<Answer<HandEntriesView>>;
  /** Stores an entry of a search by hand. The same entry can be sent again. */
  addHandEntry(reference: string, system: string, entry: NewHandEntry): Promise<Answer<{ readonly entry: string }>>;
  takeHandEntryBack(reference: string, system: string, entry: string): Promise<Answer<{ readonly entry: string }>>;
  /**
   * Stores a file that staff found when they searched a system by hand. The entry (`addHandEntry`) then names the file
   * by the id in the response.
   */
  handFile(reference: string, system: string, base64: string): Promise<Answer<KeptHandFile>>;
  /** Reads the event log of a case as JSON Lines. */
  audit(reference: string): Promise<Answer<string>>;
  /** Reads who has seen what of the case, as JSON Lines. */
  auditViews(reference: string): Promise<Answer<string>>;
  /** Reads a letter that staff must post, as an HTML page for printing. */
  letter(reference: string, letter: string): Promise<Answer<string>>;
  /**
   * Reads a page of the sheet of an answer under review. Before the API responds, it logs who saw the items. With a
   * `text` that is not empty, the page has only items that show this text.
   */
  review(reference: string, asked: Readonly<Record<string, string>>, text: string): Promise<Answer<ReviewPage>>;
  /**
   * Reads one item of the sheet, with more of its long values than a page of the sheet has. With `piece`, one long
   * value begins at a later place. The API logs who saw the item.
   */
  reviewItem(reference: string, item: string, piece?: ValuePiece): Promise<Answer<ReviewItem>>;
  /** Reads what alike decisions would change. Nothing is decided. */
  touched(reference: string, request: TouchedRequest): Promise<Answer<Touched>>;
  /** Commits decisions of the review, or undoes earlier ones. */
  decideReview(reference: string, request: ReviewRequest): Promise<Answer<Reviewed>>;
  /** Loads page `page` (from 1) of a document. Before the API responds, it logs who saw the page. */
  reviewDocumentPage(reference: string, id: string, page: number): Promise<Answer<DocumentPage>>;
  /** Makes the copy of a document without these pages, or says why there is none. A decision can then leave them out. */
  cutDocument(reference: string, id: string, pages: readonly PageRange[]): Promise<Answer<Cut>>;
  /** Downloads a document of `bytes` bytes, in pieces if it is large. The API logs who saw it. */
  reviewDocument(reference: string, document: { readonly id: string; readonly bytes: number }): Promise<Answer<Blob>>;
  /** Reads the records that contain these learned identifiers. Before the API responds, it logs for each who saw them. */
  evidence(reference: string, identifiers: readonly string[]): Promise<Answer<EvidenceList>>;
  /** Reads the list of the pages that the person will read, and their hash. */
  preview(reference: string): Promise<Answer<ReviewPreview>>;
  /** Reads one of these pages as HTML. */
  previewPage(reference: string, path: string): Promise<Answer<string>>;
  /** Sends a command. Returns the number of the last commit of the case after the command. */
  command(reference: string, seq: number, attempt: Attempt, draft: Draft): Promise<Answer<number>>;
}

/**
 * `origin` is the origin of the API; empty if the page has the same origin. `token` returns the access token, or
 * `undefined` if nobody is signed in. `onSignedOut` is called if there is no token, or if the API answers 401.
 */
export function createClient(origin: string, token: () => string | undefined, onSignedOut: () => void): Client {
  async function call(path: string, init: Call = {}): Promise<Answer<string>> {
    return await callFor(path, init, async (response) => await response.text());
  }

  async function callFor<T>(path: string, init: Call, take: (response: Response) => Promise<T>): Promise<Answer<T>> {
    const bearer = token();
    if (bearer === undefined) return signedOut();
    const headers = { ...init.headers, authorization: `Bearer ${bearer}`, ...(init.body === undefined ? {} : json) };
    try {
      const response = await fetch(`${origin}/v1${path}`, { ...init, headers, cache: 'no-store' });
      if (response.status === 401) return signedOut();
      if (response.ok) return { ok: true, value: await take(response) };
      return { ok: false, trouble: troubleFrom(response.status, parsed(await response.text())) };
    } catch {
      return { ok: false, trouble: trouble('unreachable') };
    }
  }

  function signedOut(): Answer<never> {
    onSignedOut();
    return { ok: false, trouble: trouble('signed-out', 401) };
  }

  const ofCase = (reference: string): string => `/cases/${encodeURIComponent(reference)}`;
  const entriesOf = (reference: string, system: string): string =>
    `${ofCase(reference)}/systems/${encodeURIComponent(system)}/entries`;

  return {
    async queue(asked) {
      return read(await call(`/cases?${new URLSearchParams(asked).toString()}`), queueSchema);
    },
    async organisation() {
      return read(await call('/organisation'), organisationViewSchema);
    },
    async case(reference) {
      return read(await call(ofCase(reference)), caseViewSchema);
    },
    async audit(reference) {
      return await call(`${ofCase(reference)}/audit`);
    },
    async auditViews(reference) {
      return await call(`${ofCase(reference)}/audit/views`);
    },
    async letter(reference, letter) {
      return await call(`${ofCase(reference)}/letters/${letterSegment(letter)}`);
    },
    async reveal(reference, identifier) {
      const whole = revealSchema.safeParse({ commandId: crypto.randomUUID(), identifier });
      if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
      const body = JSON.stringify(whole.data);
      return read(await call(`${ofCase(reference)}/reveal`, { method: 'POST', body }), revealedSchema);
    },
    async evidence(reference, identifiers) {
      const body = JSON.stringify({ identifiers });
      return read(await call(`${ofCase(reference)}/identifiers`, { method: 'POST', body }), evidenceListSchema);
    },
    async scan(reference) {
      return await callFor(`${ofCase(reference)}/scan`, {}, async (response) => await response.blob());
    },
    async mails(reference) {
      const answer = read(await call(`${ofCase(reference)}/mails`), caseMailsSchema);
      return answer.ok ? { ok: true, value: answer.value.mails } : answer;
    },
    async rawMail(reference, mail) {
      return await callFor(`${ofCase(reference)}/mails/${mail}`, {}, async (response) => await response.blob());
    },
    async mailPart(reference, mail, part) {
      const path = `${ofCase(reference)}/mails/${mail}/parts/${part}`;
      return await callFor(path, {}, async (response) => await response.blob());
    },
    async review(reference, asked, text) {
      if (text !== '') {
        const { open, limit, ...others } = asked;
        const whole = reviewSearchSchema.safeParse({
          ...others,
          text,
          ...(open === undefined ? {} : { open: open === 'true' }),
          ...(limit === undefined ? {} : { limit }),
        });
        if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
        const body = JSON.stringify(whole.data);
        return read(await call(`${ofCase(reference)}/review/search`, { method: 'POST', body }), reviewPageSchema);
      }
      const query = new URLSearchParams(asked).toString();
      return read(await call(`${ofCase(reference)}/review?${query}`), reviewPageSchema);
    },
    async reviewItem(reference, item, piece) {
      const query =
        piece === undefined
          ? ''
          : `?${new URLSearchParams({ field: String(piece.field), from: String(piece.from) }).toString()}`;
      return read(await call(`${ofCase(reference)}/review/items/${item}${query}`), reviewItemSchema);
    },
    async touched(reference, request) {
      const whole = reviewTouchedRequestSchema.safeParse(request);
      if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
      const body = JSON.stringify(whole.data);
      return read(await call(`${ofCase(reference)}/review/touched`, { method: 'POST', body }), touchedSchema);
    },
    async decideReview(reference, request) {
      const whole = reviewRequestSchema.safeParse(request);
      if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
      const body = JSON.stringify(whole.data);
      return read(await call(`${ofCase(reference)}/review`, { method: 'POST', body }), reviewedSchema);
    },
    async reviewDocumentPage(reference, id, page) {
      const query = new URLSearchParams({ page: String(page) }).toString();
      return read(await call(`${ofCase(reference)}/review/documents/${id}?${query}`), documentPageSchema);
    },
    async cutDocument(reference, id, pages) {
      const body = JSON.stringify({ pages });
      return read(await call(`${ofCase(reference)}/review/documents/${id}/cut`, { method: 'POST', body }), cutSchema);
    },
    async reviewDocument(reference, { id, bytes }) {
      const pieces: Blob[] = [];
      do {
        const path = `${ofCase(reference)}/review/documents/${id}?piece=${pieces.length + 1}`;
        const piece = await callFor(path, {}, async (response) => await response.blob());
        if (!piece.ok) return piece;
        pieces.push(piece.value);
      } while (pieces.length * pieceBytes < bytes);
      return { ok: true, value: new Blob(pieces) };
    },
    async preview(reference) {
      return read(await call(`${ofCase(reference)}/review/preview`), reviewPreviewSchema);
    },
    async previewPage(reference, path) {
      const query = new URLSearchParams({ path }).toString();
      return await call(`${ofCase(reference)}/review/preview/page?${query}`);
    },
    async register(registration, id) {
      const whole = registrationSchema.safeParse(registration);
      if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
      const headers = { 'idempotency-key': id };
      return read(
        await call('/cases', { method: 'POST', body: JSON.stringify(whole.data), headers }),
        registeredSchema,
      );
    },
    async handEntries(reference, system) {
      return read(await call(entriesOf(reference, system)), handEntriesSchema);
    },
    async addHandEntry(reference, system, entry) {
      const whole = newHandEntrySchema.safeParse(entry);
      if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
      const body = JSON.stringify(whole.data);
      return read(await call(entriesOf(reference, system), { method: 'POST', body }), keptHandEntrySchema);
    },
    async takeHandEntryBack(reference, system, entry) {
      const path = `${entriesOf(reference, system)}/${encodeURIComponent(entry)}/take-back`;
      return read(await call(path, { method: 'POST', body: '{}' }), keptHandEntrySchema);
    },
    async handFile(reference, system, base64) {
      const path = `${ofCase(reference)}/systems/${encodeURIComponent(system)}/files`;
      return read(await call(path, { method: 'POST', body: JSON.stringify({ base64 }) }), keptHandFileSchema);
    },
    async command(reference, seq, attempt, draft) {
      const whole = staffCommandSchema.safeParse({ ...draft, commandId: attempt.commandId, expectedSeq: seq });
      if (!whole.success) return { ok: false, trouble: invalid(whole.error) };
      const body = JSON.stringify(whole.data);
      const answer = read(await call(`${ofCase(reference)}/commands`, { method: 'POST', body }), acceptedSchema);
      return answer.ok ? { ok: true, value: answer.value.seq } : answer;
    },
  };
}

function invalid({ issues }: z.ZodError): Trouble {
  return { ...trouble('invalid', 400), fields: issues.map(({ path }) => ({ field: path.join('.'), rule: '' })) };
}

const json = { 'content-type': 'application/json' } as const;

function read<T>(answer: Answer<string>, schema: z.ZodType<T>): Answer<T> {
  if (!answer.ok) return answer;
  const result = schema.safeParse(parsed(answer.value));
  return result.success ? { ok: true, value: result.data } : { ok: false, trouble: trouble('unreadable') };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
