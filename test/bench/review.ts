// The review sheet of a large case: the processor time and the memory to make it, and the time to read its first page
// of open items. The case has none or 1,000,000 rows that a rule releases.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { manualResources } from '#domain/findings/manual.ts';
import { emptyPage } from '#domain/findings/empty-page.ts';
import { storedPageSchema, type FindingsPage, type KeptFinding } from '#domain/findings/finding.ts';
import type { Resource } from '#domain/findings/annotation.ts';
import type { SheetMeans } from '#casework/review/sheet.ts';
import { sheetPage } from '#casework/review/sheet-page.ts';
import { sheetCopiesSchema, sheetIndexSchema, sheetPageSchema, sheetPlacesSchema } from '#domain/review/sheet-index.ts';
import type { Findings } from '#store/findings.ts';
import type { ReviewSheets, SheetId } from '#store/review-sheets.ts';
import { approveSearch, planned, proveByCode } from '../casework/case-steps.ts';
import { contact, start, startRig } from '../casework/rig.ts';
import { functions } from '#infra/system.ts';
import { median } from './function-process.ts';
import { inOwnProcess } from './own-process.ts';
import { processorSeconds } from '../support/processor-time.ts';

const perPage = 100;
const runs = 15;
const toSee = 40;
const many = 1_000_000;

const field = (thirdParty: 'none' | 'possible') =>
  ({
    title: { sv: 'Fält', en: 'Field' },
    category: 'other',
    origin: 'provided',
    thirdParty,
    portable: false,
  }) as const;
const card: Resource = {
  title: { sv: 'Kort', en: 'Card' },
  fields: { name: field('none'), note: field('possible') },
};

/** The rows of a system: how many there are, and which of them contain something that can concern somebody else. */
interface Rows {
  readonly rows: number;
  /** The rows whose number is a multiple of this; 0 for none. */
  readonly every: number;
}

function record(number: number, isNoted: boolean): KeptFinding {
  return {
    resource: 'card',
    id: String(number),
    data: { name: `Row ${number}`, ...(isNoted ? { note: 'Ring Bo' } : {}) },
    partOf: null,
    attachments: [],
    identifiers: [{ kind: 'email', value: contact, weight: 'own', field: 'email' }],
    tie: { as: 'own', by: [{ kind: 'email', value: contact }] },
    unreadable: null,
  };
}

/**
 * Pages that are made when they are read, so that a million rows need no memory. They are checked like stored pages.
 */
function madeUp(
  systems: Readonly<Record<string, Rows>>,
  sheets: ReturnType<typeof sheetsIn>,
): Pick<Findings, 'storedPages' | 'pageAt'> {
  const pageAt = async (key: string): Promise<FindingsPage> => {
    const [system = '', page = ''] = key.split('/');
    const { rows, every } = systems[system] ?? none;
    const isNoted = (number: number): boolean => every > 0 && number % every === 0;
    const first = (Number(page) - 1) * perPage;
    const last = Math.min(rows, first + perPage);
    const content: FindingsPage = {
      ...emptyPage({ system, wave: 1, page: Number(page), asOf: start }),
      findings: Array.from({ length: last - first }, (_, index) => record(first + index, isNoted(first + index))),
      next: last < rows ? Number(page) : null,
    };
    return storedPageSchema.parse(JSON.parse(JSON.stringify(content)));
  };
  return {
    pageAt: async (key) => await (sheets.excerptAt(key) ?? pageAt(key)),
    async *storedPages(_case, system) {
      const pages = Math.ceil((systems[system]?.rows ?? 0) / perPage);
      for (let page = 1; page <= pages; page += 1)
        yield { key: `${system}/${page}`, page: await pageAt(`${system}/${page}`) };
    },
  };
}

/** A store that keeps sheets in a folder, as the texts that S3 would store. */
function sheetsIn(folder: string): ReviewSheets & {
  objects(): number;
  excerptAt(key: string): Promise<FindingsPage> | undefined;
} {
  const kept = new Set<string>();
  const of = ({ madeFrom }: Pick<SheetId, 'madeFrom'>, ...rest: readonly (string | number)[]) =>
    [madeFrom, ...rest].join('-');
  const read = async (key: string): Promise<unknown> =>
    kept.has(key) ? JSON.parse(await readFile(path.join(folder, key), 'utf8')) : undefined;
  const put = async (key: string, content: unknown): Promise<void> => {
    await writeFile(path.join(folder, key), JSON.stringify(content));
    kept.add(key);
  };
  return {
    objects: () => kept.size,
    excerptAt: (key) => (kept.has(key) ? read(key).then((page) => storedPageSchema.parse(page)) : undefined),
    excerptKey: (sheet, number) => of(sheet, 'excerpts', number),
    putExcerpt: async (sheet, number, excerpt) => await put(of(sheet, 'excerpts', number), excerpt),
    index: async (sheet) => sheetIndexSchema.optional().parse(await read(of(sheet, 'index'))),
    putIndex: async (_case, index) => await put(of(index, 'index'), index),
    page: async (sheet, list, number) => sheetPageSchema.parse(await read(of(sheet, list, number))),
    putPage: async (sheet, list, number, page) => await put(of(sheet, list, number), page),
    places: async (sheet, digits) =>
      sheetPlacesSchema.parse((await read(of(sheet, 'places', digits))) ?? { v: 1, items: {} }),
    putPlaces: async (sheet, digits, places) => await put(of(sheet, 'places', digits), places),
    copies: async (sheet) => sheetCopiesSchema.parse(await read(of(sheet, 'copies'))),
    putCopies: async (sheet, copies) => await put(of(sheet, 'copies'), copies),
  };
}

const few: Rows = { rows: toSee, every: 1 };
const none: Rows = { rows: 0, every: 0 };
const layouts: Readonly<Record<'small' | 'large' | 'smallMixed' | 'largeMixed', Readonly<Record<string, Rows>>>> = {
  small: { mailchimp: none, hubspot: few },
  large: { mailchimp: { rows: many, every: 0 }, hubspot: few },
  smallMixed: { mailchimp: few, hubspot: none },
  // Each open item is among very many other items of its system.
  largeMixed: { mailchimp: { rows: many, every: many / toSee }, hubspot: none },
};

interface Measured {
  readonly objects: number;
  /** Processor time for the sheet. */
  readonly makingSeconds: number;
  readonly mebibytes: number;
  readonly firstPageSeconds: number;
}

/**
 * Makes the sheet of a case and reads its first page. Runs in a separate process, so that its memory can be measured.
 */
export async function measure(layout: keyof typeof layouts): Promise<Measured> {
  const rig = await startRig();
  try {
    const caseId = await rig.openNew();
    await proveByCode(rig, caseId);
    await approveSearch(rig, caseId, [planned('mailchimp'), planned('hubspot')]);
    for (const system of ['mailchimp', 'hubspot'])
      await rig.command(caseId, {
        type: 'answer-search',
        system,
        wave: 1,
        learned: [],
        result: 'found',
        records: toSee,
        files: 0,
        possible: 0,
      });
    await rig.command(caseId, { type: 'screen', round: 1, settled: [] });
    const state = await rig.state(caseId);
    const profile = await rig.casework.profiles.get(caseId);
    if (profile === undefined) throw new Error('the case has no profile');

    const measureIn = async (systems: Readonly<Record<string, Rows>>): Promise<Measured> => {
      const folder = await mkdtemp(path.join(tmpdir(), 'bench-review-'));
      const sheets = sheetsIn(folder);
      const means: SheetMeans = {
        findings: { ...rig.findings, ...madeUp(systems, sheets) },
        sheets,
        resources: () => ({ card, ...manualResources }),
        organisationAt: rig.casework.organisationAt,
      };
      const page = async () => await sheetPage(means, state, profile, { open: true, limit: 20 });
      const began = processorSeconds();
      const { open } = await page();
      const makingSeconds = processorSeconds() - began;
      const mebibytes = Math.round(process.resourceUsage().maxRSS / 1024);
      if (open !== toSee) throw new Error(`${open} items are open`);
      const times: number[] = [];
      for (let number = 0; number < runs; number += 1) {
        const from = processorSeconds();
        await page();
        times.push(processorSeconds() - from);
      }
      await rm(folder, { recursive: true });
      return { objects: sheets.objects(), makingSeconds, mebibytes, firstPageSeconds: median(times) };
    };
    // The first readings warm up the compiler.
    await measureIn(layouts.small);
    return await measureIn(layouts[layout]);
  } finally {
    await rig.close();
  }
}

/**
 * The ratios are of the processor time for the first page. `memoryOfStep` is the memory of the function that makes the
 * sheet.
 */
export async function run(): Promise<object> {
  const of = async (layout: keyof typeof layouts): Promise<Measured> =>
    (await inOwnProcess(new URL(import.meta.url), 'measure', [layout])) as Measured;
  const [small, smallMixed, large, largeMixed] = [
    await of('small'),
    await of('smallMixed'),
    await of('large'),
    await of('largeMixed'),
  ];
  return {
    small,
    large,
    largeMixed,
    rows: many,
    largeToSmall: large.firstPageSeconds / small.firstPageSeconds,
    largeMixedToSmallMixed: largeMixed.firstPageSeconds / smallMixed.firstPageSeconds,
    ratiosMayBe: 2,
    mebibytesMayBe: functions['assemble-export'].memoryMegabytes,
  };
}
