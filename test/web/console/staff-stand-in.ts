import {
  acceptedSchema,
  caseViewSchema,
  queueSchema,
  staffCommandSchema,
  type CaseView,
  type StaffCommand,
} from '#api/staff.ts';
import { memberOf, roleFor } from '#handlers/staff-api/roles.ts';
import type { InvokeFunction } from '#infra/local/endpoint.ts';

interface Event {
  readonly routeKey: string;
  readonly rawPath: string;
  readonly pathParameters?: { readonly id?: string };
  readonly body?: string;
  readonly requestContext: { readonly authorizer: { readonly jwt: { readonly claims: Record<string, unknown> } } };
}

/**
 * Stands in for the staff function: keeps the cases that a test gives it, answers through the same schemas, and checks
 * roles and `expectedSeq` as the real one does. What a command does to a case, the test says.
 */
export class StaffStandIn {
  readonly cases = new Map<string, CaseView>();
  readonly commands: StaffCommand[] = [];
  readonly paths: string[] = [];
  /** How often a command is carried out although its answer is lost on the way. */
  answersToLose = 0;
  apply: (view: CaseView, command: StaffCommand, member: string) => CaseView = (view) => view;

  constructor(cases: readonly CaseView[]) {
    for (const one of cases) this.cases.set(one.reference, one);
  }

  /** Somebody else does something meanwhile. */
  change(reference: string, part: Partial<CaseView>): void {
    const view = this.cases.get(reference)!;
    this.cases.set(reference, { ...view, seq: view.seq + 1, ...part });
  }

  readonly invoke: InvokeFunction = (_, payload) =>
    Promise.resolve({ kind: 'returned', payload: this.answer(payload as Event) });

  private answer(event: Event): object {
    this.paths.push(event.rawPath);
    const member = memberOf(event.requestContext.authorizer.jwt.claims)!;
    const view = this.cases.get(event.pathParameters?.id ?? '');
    if (event.routeKey === 'GET /v1/cases') return json(200, queueSchema.parse({ cases: this.queue() }));
    if (view === undefined) return problem(404, 'not-found');
    if (event.routeKey === 'GET /v1/cases/{id}') return json(200, caseViewSchema.parse(view));
    const command = staffCommandSchema.parse(JSON.parse(event.body ?? ''));
    if (!member.roles.has(roleFor(command.type))) return problem(403, 'forbidden');
    const seen = this.commands.some(({ commandId }) => commandId === command.commandId);
    if (!seen && command.expectedSeq !== view.seq) return problem(409, 'old-seq', 'The case has moved on.');
    this.commands.push(command);
    const after = seen ? view : { ...this.apply(view, command, member.id), seq: view.seq + 1 };
    this.cases.set(view.reference, after);
    this.answersToLose -= 1;
    return this.answersToLose >= 0 ? problem(503, 'busy') : json(200, acceptedSchema.parse({ seq: after.seq }));
  }

  private queue(): object[] {
    return [...this.cases.values()]
      .filter(({ status }) => status !== 'closed' && status !== 'refused')
      .map(
        ({
          reference,
          status,
          controller,
          rights,
          language,
          receivedAt,
          due,
          extendedDue,
          daysLeft,
          waitingFor,
          systems,
        }) => ({
          reference,
          status,
          controller,
          rights,
          language,
          receivedAt,
          due,
          daysLeft,
          extended: due === extendedDue,
          waitingFor,
          failed: systems.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id),
          pending: systems.filter(({ outcome }) => outcome === 'pending').map(({ id }) => id),
        }),
      );
  }
}

function json(statusCode: number, body: object): object {
  return { statusCode, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function problem(status: number, name: string, detail?: string): object {
  const body = { type: `urn:utdrag:problem:${name}`, title: name, status, detail };
  return { statusCode: status, headers: { 'content-type': 'application/problem+json' }, body: JSON.stringify(body) };
}
