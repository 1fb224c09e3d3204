import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { evidenceListSchema, evidenceRequestSchema, type EvidenceList } from '#api/evidence.ts';
import { handEntriesSchema, keptHandEntrySchema, newHandEntrySchema } from '#api/hand-entries.ts';
import type { HandEntry } from '#domain/findings/manual.ts';
import { handFileSchema, keptHandFileSchema } from '#api/hand-file.ts';
import { mediaTypeOf } from '#domain/media-type-of.ts';
import { letterOfSegment } from '#api/letter-path.ts';
import { organisationViewSchema } from '#api/organisation.ts';
import { registeredSchema, registrationSchema } from '#api/register.ts';
import { revealedSchema, revealSchema, type Revealed } from '#api/reveal.ts';
import { acceptedSchema, staffCommandSchema, type StaffCommand } from '#api/staff-command.ts';
import { caseViewSchema, queueSchema, type CaseView } from '#api/staff.ts';
import { allowedCommands, type Viewer } from '#casework/staff/allowed-commands.ts';
import { mayGive } from '#commands/who-may.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { RefusedCommand } from '#domain/case/decision.ts';
import { memberOf } from '#handlers/staff/member.ts';
import { explained } from '#handlers/staff/refusals.ts';
import type { InvokeFunction } from '#infra/local/endpoint.ts';

import type { CaseBook } from '../../domain/case/case-book.ts';
import { caseBooks } from './case-books.ts';

interface Event {
  readonly routeKey: string;
  readonly rawPath: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly pathParameters?: { readonly id?: string; readonly letter?: string; readonly entry?: string };
  readonly queryStringParameters?: { readonly owner?: string };
  readonly body?: string;
  readonly requestContext: { readonly authorizer: { readonly jwt: { readonly claims: Record<string, unknown> } } };
}

/**
 * A stand-in for the staff API. It keeps the cases that a test gives it, responds through the same schemas, and checks
 * roles and `expectedSeq` like the real API. The test says what a command does to a case.
 */
export class StaffStandIn {
  readonly cases = new Map<string, CaseView>();
  /** The state of each case in the domain, which decides which commands are possible. */
  readonly books = new Map<string, CaseBook>();
  readonly commands: StaffCommand[] = [];
  /** Requests that were registered, with their idempotency keys. */
  readonly registered: { readonly key: string; readonly body: unknown }[] = [];
  /** Cases that nobody may open. */
  readonly lockedOut = new Set<string>();
  /** The error with which the next command is refused. */
  refusal: RefusedCommand | undefined;
  organisation: z.infer<typeof organisationViewSchema> = {
    name: 'Nordvik',
    controllers: [{ id: 'nordvik', name: 'Nordvik Friluft AB', timeZone: 'Europe/Stockholm' }],
    people: [],
    conflicts: [],
  };
  readonly paths: string[] = [];
  /** Values that are shown in full, by their name in the request, and the requests for them, in order. */
  readonly values = new Map<string, Revealed>();
  readonly revealed: string[] = [];
  /** The records that contained the learned identifiers. */
  evidence: EvidenceList['identifiers'] = [];
  /** What was found so far in the system that is searched by hand. */
  handEntries: HandEntry[] = [];
  /** Of which identifiers it was shown where they stood, in order. */
  readonly evidenceShown: string[] = [];
  /** How many commands are carried out although their response is lost. */
  answersToLose = 0;
  apply: (view: CaseView, command: StaffCommand, member: string, book: CaseBook) => CaseView = (view) => view;

  constructor(cases: readonly CaseView[]) {
    for (const one of cases) this.cases.set(one.reference, one);
  }

  /** The state of the case in the domain. */
  bookOf(reference: string): CaseBook {
    const book = this.books.get(reference) ?? caseBooks[reference]!();
    this.books.set(reference, book);
    return book;
  }

  /** What the viewer may do according to the rules. */
  private commandsFor(view: CaseView, member: Viewer): CaseView['commands'] {
    const { reference, others, freezes, lettersToPost } = view;
    const book = this.bookOf(reference);
    const at = {
      state: book.opened,
      now: book.now,
      others,
      freezesByHand: freezes.flatMap(({ mode, done, system }) => (mode === 'manual' && !done ? [system] : [])),
      lettersToPost: lettersToPost.map(({ letter }) => letter),
      maySearch: () => true,
    };
    return allowedCommands(at, member);
  }

  /**
   * Another member of staff changes something meanwhile: the shown case and, if the commands depend on it, the state in
   * the domain.
   */
  change(reference: string, part: Partial<CaseView>, steps: (book: CaseBook) => unknown = () => {}): void {
    const view = this.cases.get(reference)!;
    steps(this.bookOf(reference));
    this.cases.set(reference, { ...view, seq: view.seq + 1, ...part });
  }

  readonly invoke: InvokeFunction = (_, payload) =>
    this.answer(payload as Event).then((answer) => ({ kind: 'returned', payload: answer }));

  private async answer(event: Event): Promise<object> {
    this.paths.push(event.rawPath);
    const member = memberOf(event.requestContext.authorizer.jwt.claims)!;
    const view = this.cases.get(event.pathParameters?.id ?? '');
    if (event.routeKey === 'GET /v1/cases') return json(200, queueSchema.parse(this.page(event, member.id)));
    if (event.routeKey === 'GET /v1/organisation') return json(200, organisationViewSchema.parse(this.organisation));
    if (event.routeKey === 'POST /v1/cases') return await this.register(event);
    if (view === undefined) return await problem(404, 'not-found');
    if (this.lockedOut.has(view.reference)) return await problem(403, 'locked-out', refuse('case-concerns-you'));
    if (event.routeKey === 'GET /v1/cases/{id}/letters/{letter}')
      return html(`<!doctype html><title>${letterOfSegment(event.pathParameters?.letter ?? '')}</title><p>Hej!</p>`);
    if (event.routeKey === 'GET /v1/cases/{id}')
      return json(200, caseViewSchema.parse({ ...view, commands: this.commandsFor(view, member) }));
    if (event.routeKey === 'POST /v1/cases/{id}/reveal') return await this.reveal(event);
    if (event.routeKey === 'POST /v1/cases/{id}/identifiers') return this.showEvidence(event);
    if (event.routeKey === 'POST /v1/cases/{id}/systems/{system}/files') return this.keepFile(event);
    if (event.routeKey === 'GET /v1/cases/{id}/systems/{system}/entries')
      return json(200, handEntriesSchema.parse({ entries: this.handEntries, finished: false }));
    if (event.routeKey === 'POST /v1/cases/{id}/systems/{system}/entries') return this.addEntry(event, member.id);
    if (event.routeKey === 'POST /v1/cases/{id}/systems/{system}/entries/{entry}/take-back')
      return this.takeBack(event);
    const command = staffCommandSchema.parse(JSON.parse(event.body ?? ''));
    if (!mayGive(member.roles, command)) return await problem(403, 'forbidden');
    const seen = this.commands.some(({ commandId }) => commandId === command.commandId);
    if (!seen && command.expectedSeq !== view.seq)
      return await problem(409, 'old-seq', refuse('case-moved-on', { expected: '1', at: '2' }));
    if (this.refusal !== undefined) {
      const { refusal } = this;
      this.refusal = undefined;
      return await problem(409, refusal.code, refusal);
    }
    this.commands.push(command);
    const after = seen
      ? view
      : { ...this.apply(view, command, member.id, this.bookOf(view.reference)), seq: view.seq + 1 };
    this.cases.set(view.reference, after);
    this.answersToLose -= 1;
    return this.answersToLose >= 0 ? await problem(503, 'busy') : json(200, acceptedSchema.parse({ seq: after.seq }));
  }

  private showEvidence(event: Event): object {
    const { identifiers } = evidenceRequestSchema.parse(JSON.parse(event.body ?? ''));
    this.evidenceShown.push(...identifiers);
    const shown = this.evidence.filter((one) => identifiers.includes(one.identifier));
    return json(200, evidenceListSchema.parse({ identifiers: shown }));
  }

  private addEntry(event: Event, by: string): object {
    const added = newHandEntrySchema.parse(JSON.parse(event.body ?? ''));
    this.handEntries.push({ ...added, by, at: '2026-11-20T10:30:00.000Z' });
    return json(201, keptHandEntrySchema.parse({ entry: added.entry }));
  }

  private takeBack(event: Event): object {
    const entry = event.pathParameters?.entry ?? '';
    this.handEntries = this.handEntries.filter((one) => one.entry !== entry);
    return json(200, keptHandEntrySchema.parse({ entry }));
  }

  private keepFile(event: Event): object {
    const content = Buffer.from(handFileSchema.parse(JSON.parse(event.body ?? '')).base64, 'base64');
    const file = createHash('sha256').update(content).digest('hex');
    return json(201, keptHandFileSchema.parse({ file, mediaType: mediaTypeOf(content), bytes: content.length }));
  }

  private async reveal(event: Event): Promise<object> {
    const { identifier } = revealSchema.parse(JSON.parse(event.body ?? ''));
    this.revealed.push(identifier);
    const value = this.values.get(identifier);
    return value === undefined ? await problem(409, 'erased') : json(200, revealedSchema.parse(value));
  }

  private async register(event: Event): Promise<object> {
    this.registered.push({
      key: event.headers?.['idempotency-key'] ?? '',
      body: registrationSchema.parse(JSON.parse(event.body ?? '')),
    });
    this.answersToLose -= 1;
    return this.answersToLose >= 0
      ? await problem(503, 'busy')
      : json(201, registeredSchema.parse({ reference: 'R-NEW', seq: 1, due: '2026-12-21' }));
  }

  /** One page of the queue, filtered by owner as the query says. */
  private page({ queryStringParameters: query }: Event, member: string): object {
    const owner = query?.owner === 'me' ? member : null;
    const cases = this.queue().filter((line) => query?.owner === undefined || line.owner === owner);
    return { cases, next: null };
  }

  private queue() {
    return [...this.cases.values()]
      .filter((view) => (view.status !== 'closed' && view.status !== 'refused') || isUnsettled(view))
      .map((view) => ({
        reference: view.reference,
        status: view.status,
        controller: view.controller,
        controllerName: view.controllerName,
        rights: view.rights,
        language: view.language,
        receivedAt: view.receivedAt,
        timeZone: view.timeZone,
        due: view.unsuspendedDue,
        daysLeft: view.daysLeft,
        extended: view.unsuspendedDue > view.lastDayForNotice,
        waitingFor: view.waitingFor === '' && isUnsettled(view) ? 'unsettled' : view.waitingFor,
        failed: view.systems.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
        pending: view.systems.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id),
        matter: view.matter,
        owner: view.owner,
        decideBy: view.decideBy,
        suspendedDue: view.due,
        proposals: view.proposals.filter(({ state }) => state === 'open').length,
        unsent: view.letters.filter(({ failedAt }) => failedAt !== null).length,
      }));
  }
}

function isUnsettled({ breaches }: CaseView): boolean {
  return breaches.some(({ steps }) => steps.length === 0);
}

function html(body: string): object {
  return { statusCode: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body };
}

function json(statusCode: number, body: object): object {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function problem(
  status: number,
  name: string,
  refusal?: Pick<RefusedCommand, 'rule' | 'values'>,
): Promise<object> {
  const why = refusal === undefined ? {} : await explained(refusal);
  const body = { type: `urn:utdrag:problem:${name}`, title: name, status, ...why };
  return { statusCode: status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(body) };
}
