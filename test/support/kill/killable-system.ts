import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { TestPerson } from '#connectors/sdk/fake.ts';
import { staffClient, subjectClient, type StaffClient, type SubjectClient } from '#infra/local/demo/clients.ts';
import { openClock } from '#infra/local/clock.ts';
import { readDemoOrganisation } from '#infra/local/demo/organisation.ts';
import { signIn } from '#infra/local/identity-provider/sign-in.ts';
import { region } from '#infra/local/aws/region.ts';
import { connectorSystems, type Addresses } from '#infra/local/runner/environment.ts';
import { loadKeys } from '#infra/local/runner/keys.ts';
import { tableWrites, type TableWrites } from '#infra/local/runner/table-writes.ts';
import { apiAudience, consoleClient, demoStaff } from '#infra/local/runner/staff.ts';
import { root } from '#infra/local/runner/system.ts';
import type { ChildPlan, FromChild, Instant, ToChild } from './messages.ts';
import { startVendors, type Vendors } from './vendors.ts';

const startMilliseconds = 120_000;

/** One process that runs the system, from its start to its end. A new process after a kill is a new `Life`. */
export interface Life {
  readonly url: string;
  readonly addresses: Addresses;
  readonly bornAt: number;
  alive(): boolean;
  /**
   * Counts the writes to the table, so that a test can wait for the next. The end of the process also counts as a
   * write, so that a test notices it.
   */
  readonly writes: TableWrites;
  readonly subject: SubjectClient;
  /** The API client of a member of staff. The first call signs the member in. 0 and 1 handle cases; 2 is an auditor. */
  staff(index: 0 | 1 | 2): Promise<StaffClient>;
  /** Makes the process kill itself at the given instant. */
  dieAt(instant: Instant): Promise<void>;
  /** Moves the local clock forward. */
  shift(milliseconds: number): Promise<void>;
}

/**
 * The whole system with one data folder, in a separate process. A test can kill this process; `life()` then starts a
 * new one with the same folder.
 */
export interface KillableSystem {
  readonly folder: string;
  readonly organisation: Organisation;
  readonly vendors: Vendors;
  /** The file with the time of each stored page of findings (see `ChildPlan.notes` in `messages.ts`). */
  readonly notes: string;
  /** The time of each kill, in milliseconds on the machine's clock. */
  readonly kills: readonly number[];
  /** The failures that the process reported, and the text that it wrote to its standard error. */
  readonly complaints: string[];
  /** The running process. If none is running, a new one is started. */
  life(): Promise<Life>;
  /** Called before each start. Returns the instant at which the new process kills itself; `undefined`: it does not. */
  fate: () => Instant | undefined;
  /** How many milliseconds the local clock is moved forward before each start that follows a kill. */
  downtime: number;
  /** Called when a new process begins to start the system, for example to plan its kill. */
  onBirth: () => void;
  /** Sends SIGKILL and waits until the process has ended. Returns false if no process was running. */
  kill(): Promise<boolean>;
  /** Stops the system and ends the process, without a kill. */
  stop(): Promise<void>;
  readonly operator: () => {
    readonly region: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  /** Ends the process and the stand-ins. Removes the data folder unless the caller passed it in. */
  close(): Promise<void>;
}

/**
 * The description of the demo organisation with only the named systems. Its limits are so high that a test can make
 * many requests.
 */
export function organisationWith(systems: readonly string[]): { organisation: Organisation; hash: string } {
  const { organisation } = readDemoOrganisation();
  const smaller: Organisation = {
    ...organisation,
    policy: {
      ...organisation.policy,
      codesPerAddressAndDay: 1000,
      lettersPerAddressAndDay: 1000,
      lettersPerAddressAndMinute: 1000,
      requestsPerAddressAndDay: 1000,
      casesPerAddressAndDay: 1000,
      requestsPerNetworkAndHour: 10_000,
    },
    systems: organisation.systems.filter(({ id }) => systems.includes(id)),
    activities: organisation.activities.filter((activity) => activity.systems.some((id) => systems.includes(id))),
  };
  return { organisation: smaller, hash: sha256(canonical(smaller)) };
}

/**
 * Starts the stand-ins of the named systems. The first call of `life()` starts the process. Without `givenFolder` it
 * creates a new data folder.
 */
export async function prepareSystem(
  systems: readonly string[],
  person: TestPerson,
  givenFolder?: string,
): Promise<KillableSystem> {
  const { organisation, hash } = organisationWith(systems);
  const folder = givenFolder ?? mkdtempSync(path.join(tmpdir(), 'utdrag-kill-'));
  const vendors = await startVendors(
    connectorSystems(organisation).map(({ connector }) => connector),
    person,
  );
  const notes = path.join(mkdtempSync(path.join(tmpdir(), 'utdrag-kill-notes-')), 'pages');
  const plan: ChildPlan = { folder, organisation, organisationHash: hash, vendors: [...vendors.vendors], notes };
  const kills: number[] = [];
  const complaints: string[] = [];
  let running: { readonly child: ChildProcess; readonly gone: Promise<void>; readonly life: Promise<Life> } | undefined;
  let closing = false;

  const system: KillableSystem = {
    folder,
    organisation,
    vendors,
    notes,
    kills,
    complaints,
    fate: () => undefined,
    downtime: 0,
    onBirth: () => undefined,
    async life() {
      for (let attempt = 1; attempt <= 20; attempt += 1) {
        if (closing) throw new Error('the killable system is closed or closing');
        if (running === undefined || hasEnded(running.child)) running = start();
        try {
          return await running.life;
        } catch (error) {
          // The start may fail because a test killed the process during it.
          if (!(error instanceof Died && error.signal === 'SIGKILL')) throw error;
        }
      }
      throw new Error('the process was killed during its start twenty times in a row');
    },
    async kill() {
      if (running === undefined || hasEnded(running.child)) return false;
      running.child.kill('SIGKILL');
      await running.gone;
      return true;
    },
    async stop() {
      if (running === undefined || hasEnded(running.child)) return;
      await running.life;
      say(running.child, { say: 'close' });
      await running.gone;
    },
    operator: () => {
      const key = loadKeys(folder, ['runner']).access['runner'];
      if (key === undefined) throw new Error('there is no key of the runner');
      return { region, credentials: key };
    },
    async close() {
      closing = true;
      await system.kill();
      await vendors.close();
      if (givenFolder === undefined) rmSync(folder, { recursive: true, force: true });
      rmSync(path.dirname(notes), { recursive: true, force: true });
    },
  };

  function start(): NonNullable<typeof running> {
    const dieAt = system.fate();
    if (kills.length > 0 && system.downtime > 0) openClock(folder).shift(system.downtime);
    const full: ChildPlan = { ...plan, ...(dieAt === undefined ? {} : { dieAt }) };
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'system-child.ts'), JSON.stringify(full)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // With NODE_COMPILE_CACHE Node keeps compiled code for the next start, which halves the duration of a start.
      env: { NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/utdrag-kill'), ...process.env },
    });
    const gone = new Promise<void>((resolve) => {
      child.once('exit', (_, signal) => {
        if (signal === 'SIGKILL') kills.push(Date.now());
        resolve();
      });
    });
    child.stderr?.on('data', (text: Buffer) => complaints.push(text.toString()));
    child.on('message', (message: FromChild) => {
      if (message.say === 'failure') complaints.push(message.what);
    });
    const life = lifeOf(child, complaints, () => system.onBirth());
    // A caller that awaits `life` gets the error. If nobody awaits it, Node would end the test because of an unhandled
    // rejection. This line prevents that.
    life.catch(() => undefined);
    return { child, gone, life };
  }
  return system;
}

class Died extends Error {
  override readonly name = 'Died';
  readonly signal: NodeJS.Signals | null;

  constructor(signal: NodeJS.Signals | null, code: number | null, complaints: readonly string[]) {
    super(
      `the process ended (${signal ?? code ?? 'unknown'}) before the system had started: ${complaints.slice(-5).join('')}`,
    );
    this.signal = signal;
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function say(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => undefined);
}

async function lifeOf(child: ChildProcess, complaints: readonly string[], onBirth: () => void): Promise<Life> {
  const ready = await new Promise<Extract<FromChild, { readonly say: 'ready' }>>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error('the system did not start within the time limit'));
    }, startMilliseconds);
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      reject(new Died(signal, code, complaints));
    });
    child.on('message', (message: FromChild) => {
      if (message.say === 'begins') onBirth();
      if (message.say !== 'ready') return;
      clearTimeout(timer);
      resolve(message);
    });
  });
  const ask = async (message: ToChild): Promise<void> =>
    await new Promise<void>((resolve) => {
      const settle = (received: FromChild): void => {
        if (received.say !== 'done') return;
        child.off('message', settle);
        resolve();
      };
      child.on('message', settle);
      child.once('exit', () => resolve());
      say(child, message);
    });
  const { url, issuer, consoleRedirect, addresses } = ready;
  const writes = tableWrites();
  child.on('message', (message: FromChild) => {
    if (message.say === 'wrote') writes.note();
  });
  child.once('exit', writes.note);
  const signedIn = new Map<number, Promise<StaffClient>>();
  return {
    url,
    addresses,
    bornAt: Date.now(),
    alive: () => !hasEnded(child),
    writes,
    subject: subjectClient(url),
    async staff(index) {
      const known = signedIn.get(index);
      if (known !== undefined) return await known;
      const signing = signIn({
        issuer,
        clientId: consoleClient,
        redirectUri: consoleRedirect,
        audience: apiAudience,
        staffId: demoStaff[index]?.id ?? '',
      }).then((token) => staffClient(url, token, () => crypto.randomUUID()));
      signedIn.set(index, signing);
      return await signing;
    },
    dieAt: async (instant) => await ask({ say: 'die-at', instant }),
    shift: async (milliseconds) => await ask({ say: 'shift', milliseconds }),
  };
}
