// Cases whose systems are searched by connectors that return what a test defines, up to the files of the answer.
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { takeStep } from '#casework/workflow/take-step.ts';
import { defineConnector, type AnyConnector, type Candidate } from '#connectors/sdk/connector.ts';
import { ConnectorFailure } from '#connectors/sdk/failure.ts';
import { field, given, named } from '#connectors/sdk/field.ts';
import { contact as reachedAt, own, stated } from '#connectors/sdk/identifying.ts';
import { testPerson } from '#connectors/sdk/test-person.ts';
import { fieldsOf, type VendorValue } from '#connectors/sdk/vendor-values.ts';
import type { Command } from '#domain/case/command.ts';
import { searchOf } from '#domain/case/state.ts';
import { searchesDue } from '#domain/case/waits.ts';
import type { Identifier } from '#domain/identifiers/identifier.ts';
import { manualResources } from '#domain/findings/manual.ts';
import type { SheetMeans } from '#casework/review/sheet.ts';
import type { Findings } from '#store/findings.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { plainConnector } from '../connectors/plain-connector.ts';
import { ada, approveSearch, assembledFiles, planned, proveByCode, releasedFiles } from './case-steps.ts';
import { start, startRig, type Rig } from './rig.ts';
import { searchAndRecord, searching, type Means } from './search-and-record.ts';

export const asas = testPerson.personnummer;
export const bos = '198012312388';

/** A card of a system, or a part of one. The names of the fields say what it contains. */
export interface Row {
  readonly resource?: 'card' | 'part';
  readonly id: string;
  readonly partOf?: string;
  /** `own` identifiers. */
  readonly email?: VendorValue;
  readonly number?: VendorValue;
  readonly customer?: VendorValue;
  /** `contact` ones. */
  readonly bill?: VendorValue;
  readonly phone?: VendorValue;
  /** A `stated` telephone number. */
  readonly typed?: VendorValue;
  /** A field that identifies nobody. */
  readonly name?: VendorValue;
  /**
   * The ids of its documents, which are also their titles and contents. The document `large` is longer than one piece
   * of a response; `pdf-Zorn-Berg` is a PDF file with one page for each word.
   */
  readonly documents?: readonly string[];
}
export type Pages = readonly (readonly Row[])[];

/**
 * A system that returns these pages, or the pages of each search. If the definition says so, the first search fails,
 * and the search with a given number breaks off after its first page. `asksForParts`: parts are returned only with a
 * card that is the person's.
 */
export function system(
  id: string,
  pages: Pages | ((search: number) => Pages),
  {
    failsFirst = false,
    breaksOff = 0,
    asksForParts = false,
  }: { readonly failsFirst?: boolean; readonly breaksOff?: number; readonly asksForParts?: boolean } = {},
): AnyConnector {
  let hasFailed = !failsFirst;
  let searches = 0;
  const fields = {
    email: field('E-post', 'E-mail', 'contact', given),
    number: field('Personnummer', 'Personal identity number', 'identity', given),
    customer: field('Kundnummer', 'Customer number', 'identity', given),
    bill: field('Fakturaadress', 'Address for invoices', 'contact', given),
    phone: field('Telefon', 'Telephone', 'contact', given),
    typed: field('Angiven telefon', 'Telephone as stated', 'contact', given),
    name: named(field('Namn', 'Name', 'identity', given)),
  };
  const identifying = {
    email: own('email'),
    number: own('personnummer'),
    customer: own('customerNumber'),
    bill: reachedAt('email'),
    phone: reachedAt('phone'),
    typed: stated('phone'),
  };
  return defineConnector({
    ...plainConnector,
    id,
    calls: { file: { method: 'GET', origin: 'api', path: '/files/{id}', source: 'https://archive.example/' } },
    accepts: ['email', 'phone', 'personnummer', 'customerNumber'],
    learns: ['email', 'phone', 'personnummer', 'customerNumber'],
    resources: {
      card: { title: plainConnector.title, fields },
      part: { title: { sv: 'Faktura', en: 'Invoice' }, fields },
    },
    identifying: { card: identifying, part: identifying },
    async *search({ cursor, isPerson }) {
      if (!hasFailed) {
        hasFailed = true;
        throw new ConnectorFailure('unavailable', 'not there');
      }
      if (cursor === null) searches += 1;
      const all = typeof pages === 'function' ? pages(searches) : pages;
      for (let index = typeof cursor === 'number' ? cursor : 0; index < Math.max(1, all.length); index += 1) {
        const candidates = (all[index] ?? []).map(candidateOf).filter(({ partOf }) => {
          const whole = all.flat().find(({ id: key, partOf: of }) => of === undefined && key === partOf?.id);
          return !asksForParts || whole === undefined || isPerson(candidateOf(whole));
        });
        yield { candidates, next: index + 1 < all.length ? index + 1 : null };
        if (searches === breaksOff && cursor === null) throw new ConnectorFailure('unavailable', 'it went away');
      }
    },
  });
}

function candidateOf({ resource = 'card', id, partOf, documents = [], ...data }: Row): Candidate {
  return {
    resource,
    id,
    data: fieldsOf(Object.entries(data)),
    ...(partOf === undefined ? {} : { partOf: { resource: 'card', id: partOf } }),
    attachments: documents.map((document) => ({
      id: document,
      title: document,
      mediaType: document.startsWith('pdf-') ? 'application/pdf' : 'text/plain',
      fetch: { call: 'file', path: { id: document } },
    })),
  };
}

/** The content of a document. */
export function contentOf(document: string): string | Uint8Array<ArrayBuffer> {
  if (document.startsWith('pdf-')) return new Uint8Array(samplePdf(document.split('-').slice(1)));
  return `content of ${document}${document.endsWith('large') ? ' '.repeat(4_000_000) : ''}`;
}

let rig: Rig;
/** Starts what the cases of a test file need, and ends it. */
export function onOneRig(): void {
  beforeAll(async () => {
    rig = await startRig();
  });
  afterAll(async () => await rig.close());
}

/**
 * A case for which these systems are searched. The systems in `strong` need a strong proof; the proof of the case is
 * weak.
 */
export async function caseOf(connectors: readonly AnyConnector[], strong: readonly string[] = []) {
  const caseId = await rig.openNew();
  await proveByCode(rig, caseId);
  const systems = connectors.map(({ id }) => planned(id));
  const needed = (id: string) => (strong.includes(id) ? 'strong' : 'contact-point');
  await approveSearch(
    rig,
    caseId,
    systems.map((one) => ({ ...one, level: needed(one.id) })),
  );
  let readings = 0;
  const step = async (name: 'screen' | 'deliver' | 'next', round: number): Promise<void> => {
    const taken =
      name === 'next' ? ({ v: 2, caseId, step: name } as const) : ({ v: 2, caseId, step: name, round } as const);
    const counting: Findings = {
      ...rig.findings,
      storedPages(...of) {
        readings += 1;
        return rig.findings.storedPages(...of);
      },
    };
    expect(await takeStep(rig.casework, rig, counting, searching(rig, connectors), taken, start)).toMatchObject({
      ok: true,
    });
  };
  /** Searches a system for the first wave in which it was not searched yet. */
  const search = async (connector: AnyConnector): Promise<void> => {
    const means: Means = {
      records: rig.casework,
      findings: rig.findings,
      organisationAt: rig.casework.organisationAt,
      connector,
      installation: { settings: {}, secret: {} },
      surroundings: {
        fetch: async (url: string) => new Response(contentOf(path.basename(url))),
        sleep: async () => undefined,
        elapsed: () => 0,
        random: () => 0,
        timeLeft: () => 600_000,
      },
    };
    const due = searchesDue(searchOf(await rig.state(caseId))!).filter((one) => one.system === connector.id);
    const [{ wave } = { wave: 1 }] = due;
    expect(await searchAndRecord(rig, means, { caseId, system: connector.id, wave })).toBe('searched');
  };
  /**
   * Decides on the learned identifiers: accepted, rejected, or undecided if the test says nothing. Returns what was
   * refused.
   */
  const decide = async (accepts: (identifier: Identifier) => boolean | undefined): Promise<readonly unknown[]> => {
    const profile = await rig.casework.profiles.get(caseId);
    const results: unknown[] = [];
    for (const { identifier: ref, decision } of searchOf(await rig.state(caseId))!.learned) {
      const accept = decision === null ? accepts(profile!.identifiers[ref.hash]!) : undefined;
      if (accept === undefined) continue;
      const command = { type: 'decide-identifier', identifier: ref.hash, accept } as const;
      results.push(await rig.command(caseId, command, { by: ada }));
    }
    return results;
  };
  return {
    caseId,
    rig,
    connectors,
    screen: async (round = 1): Promise<void> => await step('screen', round),
    /** Releases a screened round and returns the files of its package. */
    release: async (round = 1) => await releasedFiles(rig, caseId, round, connectors),
    /** Assembles and delivers a released round, and returns the files of its package. */
    async deliver(round = 1) {
      const files = await assembledFiles(rig, caseId, round, connectors);
      await step('deliver', round);
      return files;
    },
    /** What is needed to make and read the review sheet of the case. */
    async review() {
      const profile = await rig.casework.profiles.get(caseId);
      if (profile === undefined) throw new Error('the case has no profile');
      const means: SheetMeans = {
        findings: rig.findings,
        sheets: rig.sheets,
        resources: (described) => ({
          ...connectors.find(({ id }) => id === described.id)?.resources,
          ...manualResources,
        }),
        organisationAt: rig.casework.organisationAt,
      };
      return { means, state: await rig.state(caseId), profile };
    },
    command: async (command: Command): Promise<unknown> => await rig.command(caseId, command, { by: ada }),
    search,
    decide,
    /** The next step that the workflow would take. */
    next: async (round: number): Promise<void> => await step('next', round),
    alerts: async () => (await rig.state(caseId)).common.alerts.map(({ key }) => key),
    letters: async () => (await rig.sentFor(caseId)).map(({ letter }) => letter),
    /** Searches everything that is due and decides, until nothing is due. */
    async searchAll(accepts: (identifier: Identifier) => boolean | undefined = () => undefined): Promise<void> {
      for (;;) {
        const due = searchesDue(searchOf(await rig.state(caseId))!);
        if (due.length === 0) return;
        for (const one of due) await search(connectors.find(({ id }) => id === one.system)!);
        await decide(accepts);
      }
    },
    /** The files of the answer of a round, by path. */
    async answer(round: number): Promise<ReadonlyMap<string, Buffer>> {
      await step('screen', round);
      const files = await releasedFiles(rig, caseId, round, connectors);
      await step('deliver', round);
      return files;
    },
    /** How often the pages of a system were read to screen and deliver the case. */
    readings: () => readings,
    /** The counts of each system in the log. */
    async counted() {
      return searchOf(await rig.state(caseId))?.systems.map(({ id, replies: [reply] }) => {
        const { result, records, disputed } = reply!;
        return { id, outcome: result, records, disputed };
      });
    },
  };
}

/** The paths of the data in an answer. */
export const dataFiles = (files: ReadonlyMap<string, Buffer>): readonly string[] =>
  [...files.keys()].filter((path) => path.startsWith('systems/'));
export const textOfAll = (files: ReadonlyMap<string, Buffer>): string =>
  [...files.values()].map((file) => file.toString()).join('\n');
