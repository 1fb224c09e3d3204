// Starts the whole system on a temporary folder for a test, with stand-ins for the vendors and four signed-in members
// of staff.
import { releaseReviewed } from '#infra/local/demo/review.ts';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CaseView } from '#api/staff.ts';
import type { Fake, TestPerson } from '#connectors/sdk/fake.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import { organisationSchema, type Organisation, type Policy } from '#domain/organisation/organisation.ts';
import type { SubjectRequest } from '#domain/request.ts';
import {
  ApiProblem,
  staffClient,
  subjectClient,
  type StaffClient,
  type SubjectClient,
} from '#infra/local/demo/clients.ts';
import { codeIn, lettersOf, type ReceivedLetter } from '#infra/local/demo/letters.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { signIn } from '#infra/local/identity-provider/sign-in.ts';
import { connectorSystems } from '#infra/local/runner/environment.ts';
import { startFakes } from '#infra/local/runner/fakes.ts';
import { apiAudience, consoleClient, demoStaff } from '#infra/local/runner/staff.ts';
import { startSystem, type RunningSystem } from '#infra/local/runner/system.ts';
import { commandNow } from '#test/support/command-now.ts';

/** The system of the demo organisation that staff search by hand. */
export const manualSystem = 'butiksarkiv';

/** Higher limits of the policy: a test makes many requests from one network and with one address. */
const manyOfOne = {
  codesPerAddressAndDay: 1000,
  lettersPerAddressAndDay: 1000,
  lettersPerAddressAndMinute: 1000,
  requestsPerAddressAndDay: 1000,
  casesPerAddressAndDay: 1000,
  requestsPerNetworkAndHour: 10_000,
};

/**
 * The description of the demo organisation with only the named systems. The values in `policy` override the values of
 * the demo.
 */
export function organisationWith(systems: readonly string[], policy: Partial<Policy> = {}): Organisation {
  const { organisation } = readDemoOrganisation();
  return organisationSchema.parse({
    ...organisation,
    policy: { ...organisation.policy, ...manyOfOne, ...policy },
    systems: organisation.systems.filter(({ id }) => systems.includes(id)),
    activities: organisation.activities.flatMap((activity) => {
      const left = activity.systems.filter((id) => systems.includes(id));
      return left.length === 0 ? [] : [{ ...activity, systems: left }];
    }),
  });
}

/** A response that the test received over HTTP. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** An open case, with its reference and the access token of its person. */
export interface OpenedCase {
  readonly reference: string;
  readonly token: string;
  readonly email: string;
}

export interface TestSystem {
  readonly system: RunningSystem;
  readonly folder: string;
  readonly fakes: ReadonlyMap<string, Fake>;
  readonly subject: SubjectClient;
  /** Members of staff with the roles case worker and approver. */
  readonly erik: StaffClient;
  readonly maja: StaffClient;
  /** A member of staff with the roles data protection officer, approver and auditor, who is no case worker. */
  readonly dana: StaffClient;
  /** A member of staff with the role auditor only. */
  readonly rune: StaffClient;
  /** The access tokens of the four members of staff. */
  readonly tokens: Readonly<Record<'erik' | 'maja' | 'dana' | 'rune', string>>;
  /** The failures that the system has reported so far. */
  readonly failures: readonly string[];
  /** Sends a request without changing it. If the body is an object, it is sent as JSON. */
  http(method: string, path: string, init?: { body?: unknown; headers?: Record<string, string> }): Promise<RawAnswer>;
  plant(person: TestPerson): void;
  /** Makes a request for an e-mail address, in Swedish, and returns the case that it opens. */
  open(email: string, more?: Partial<SubjectRequest>): Promise<OpenedCase>;
  /** The letters of a case. Before it reads them it waits for the letters that follow from the commits so far. */
  letters(reference: string): Promise<readonly ReceivedLetter[]>;
  /**
   * Waits until at least `atLeast` letters with a code were mailed for the case. Returns the code in the latest of
   * them.
   */
  code(reference: string, atLeast?: number): Promise<string>;
  /**
   * Returns the case with another access token: the one in the link of the latest letter. Only somebody who can read
   * the mailbox has this token.
   */
  mailed(opened: OpenedCase): Promise<OpenedCase>;
  prove(opened: OpenedCase): Promise<void>;
  /** Requests a code, enters it, and returns the download URL of the answer with this round. */
  address(opened: OpenedCase, round: number): Promise<string>;
  /**
   * Reads the case again and again until the condition holds. If it does not hold in time, throws an error with the
   * status of the case.
   */
  until(reference: string, wanted: (view: CaseView) => boolean, seconds?: number): Promise<CaseView>;
  /** Acts as the staff (approves, decides, releases) until the condition holds for the case. */
  driveUntil(reference: string, wanted: (view: CaseView) => boolean, seconds?: number): Promise<CaseView>;
  readonly command: typeof commandNow;
  close(): Promise<void>;
}

/** Starts the system. If the caller gives no `folder`, the data are in a temporary folder, which `close` removes. */
export async function startTestSystem(options: {
  readonly organisation: Organisation;
  readonly people?: readonly TestPerson[];
  readonly folder?: string;
  /** The folder of the built console; absent: the system has no console. */
  readonly console?: string;
}): Promise<TestSystem> {
  const { organisation } = options;
  const folder = options.folder ?? (await mkdtemp(path.join(tmpdir(), 'utdrag-test-')));
  const fakes = await startFakes(
    connectorSystems(organisation).map(({ connector }) => connector),
    options.people ?? [],
  );
  const failures: string[] = [];
  const system = await startSystem({
    folder,
    organisation,
    organisationHash: sha256(canonical(organisation)),
    vendors: fakes,
    ...(options.people === undefined ? {} : { people: options.people }),
    ...(options.console === undefined ? {} : { console: options.console }),
    onFailure: (what) => failures.push(what),
  });
  const tokenOf = async (index: number): Promise<string> =>
    await signIn({
      issuer: system.issuer,
      clientId: consoleClient,
      redirectUri: system.consoleRedirect,
      audience: apiAudience,
      staffId: demoStaff[index]?.id ?? '',
    });
  const [erik, maja, dana, rune] = await Promise.all([tokenOf(0), tokenOf(1), tokenOf(2), tokenOf(3)]);
  const client = (token: string): StaffClient => staffClient(system.url, token, randomUUID);
  const staff = { erik: client(erik), maja: client(maja), dana: client(dana), rune: client(rune) };
  const subject = subjectClient(system.url);
  const letters = async (reference: string): Promise<readonly ReceivedLetter[]> => {
    await system.settled();
    return await lettersOf(system.ses, reference);
  };

  const within = async <T>(seconds: number, what: () => string, look: () => Promise<T | undefined>): Promise<T> => {
    const end = performance.now() + seconds * 1000;
    for (;;) {
      const seen = system.writes.count();
      const found = await look();
      if (found !== undefined) return found;
      if (performance.now() > end) throw new Error(`waited ${seconds} s without success: ${what()}`);
      // Waits for a write to the table, and until what follows from it is done, before it reads the case again. What
      // follows may be tried again and again, so it does not wait longer than half a second for it.
      await system.writes.after(seen);
      await Promise.race([system.settled(), sleep(500, undefined, { ref: false })]);
    }
  };
  const code = async (reference: string, atLeast = 1): Promise<string> =>
    await within(
      20,
      () => `${atLeast} letters with a code for ${reference}`,
      async () => {
        const all = await letters(reference);
        return all.filter((one) => one.code === 'M23').length >= atLeast ? codeIn(all) : undefined;
      },
    );
  const codesSoFar = async (reference: string): Promise<number> =>
    (await letters(reference)).filter((one) => one.code === 'M23').length;

  const drive = async (view: CaseView): Promise<void> => {
    const { reference, seq } = view;
    const open = view.learned.find((one) => one.decision === 'open' && one.acceptRefusedBy === null);
    if (view.waitingFor === 'search-approval') await staff.erik.command(reference, seq, { type: 'approve-search' });
    else if (view.waitingFor === 'release') await releaseReviewed(staff.erik, view);
    else if (view.waitingFor === 'second-release') await releaseReviewed(staff.maja, view);
    else if (view.status === 'gathering' && open !== undefined)
      await staff.erik.command(reference, seq, {
        type: 'decide-identifier',
        identifier: open.identifier,
        accept: true,
      });
  };
  const look = async (
    reference: string,
    wanted: (view: CaseView) => boolean,
    seconds: number,
    act: (view: CaseView) => Promise<void>,
  ): Promise<CaseView> => {
    let last = '';
    return await within(
      seconds,
      () => last,
      async () => {
        const view = await staff.erik.case(reference);
        const systems = view.systems.map(({ id, outcome, reason }) => `${id} ${outcome} ${reason ?? ''}`).join(', ');
        last = `${view.status}, round ${view.round}, waiting for '${view.waitingFor}', ${systems}`;
        if (wanted(view)) return view;
        try {
          await act(view);
        } catch (error) {
          // Status 409: the case has changed since it was read.
          if (!(error instanceof ApiProblem && error.status === 409)) throw error;
        }
        return undefined;
      },
    );
  };

  return {
    system,
    folder,
    fakes,
    subject,
    ...staff,
    tokens: { erik, maja, dana, rune },
    failures,
    async http(method, target, init = {}) {
      const { body, headers } = init;
      const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
      const response = await fetch(`${system.url}${target}`, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(40_000),
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        ...(text === undefined ? {} : { body: text }),
      });
      return { status: response.status, headers: response.headers, text: await response.text() };
    },
    plant: (person) => {
      for (const fake of fakes.values()) fake.plant(person);
    },
    async open(email, more = {}) {
      const { reference, accessToken } = await subject.open(
        {
          controller: 'nordvik',
          rights: ['access'],
          language: 'sv',
          identifiers: [{ kind: 'email', value: email }],
          ...more,
        },
        randomUUID(),
      );
      return { reference, token: accessToken, email };
    },
    letters,
    code,
    async mailed(opened) {
      await code(opened.reference);
      const links = (await letters(opened.reference)).flatMap(({ text }) => /key=([\w-]+)/.exec(text)?.[1] ?? []);
      return { ...opened, token: links.at(-1) ?? '' };
    },
    prove: async ({ reference, token }) => await subject.verify(reference, token, await code(reference)),
    async address({ reference, token }, round) {
      const before = await codesSoFar(reference);
      await subject.askForCode(reference, token);
      return (await subject.download(reference, token, await code(reference, before + 1), round)).url;
    },
    until: async (reference, wanted, seconds = 30) => await look(reference, wanted, seconds, async () => undefined),
    driveUntil: async (reference, wanted, seconds = 60) => await look(reference, wanted, seconds, drive),
    command: commandNow,
    async close() {
      await system.close();
      for (const fake of fakes.values()) await fake.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
