// The first page of items to see, beside the number of rows that are released by rule: none, and 1,000,000.
import { manualResources } from '#domain/findings/manual.ts';
import { storedPageSchema, type FindingsPage, type KeptFinding } from '#domain/findings/finding.ts';
import type { Resource } from '#domain/findings/annotation.ts';
import type { SheetMeans } from '#casework/review/sheet.ts';
import { sheetPage } from '#casework/review/sheet-page.ts';
import { sheetIndexSchema, sheetPageSchema, sheetPlacesSchema } from '#domain/review/sheet-index.ts';
import type { Findings } from '#store/findings.ts';
import type { ReviewSheets, SheetId } from '#store/review-sheets.ts';
import { approveSearch, planned, proveByCode } from '../casework/case-steps.ts';
import { contact, start, startRig } from '../casework/rig.ts';
import { processorSeconds } from '../support/processor-time.ts';

const perPage = 100;
const runs = 15;
const toSee = 40;
const many = Number(process.argv[3] ?? 1_000_000);

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

/** Which rows a system has: how many, and which of them hold something that can concern somebody else. */
interface Rows {
  readonly rows: number;
  isNoted(number: number): boolean;
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

/** Pages that are made when they are read, so that a million rows need no room. They are checked as stored ones are. */
function madeUp(
  systems: Readonly<Record<string, Rows>>,
  sheets: ReturnType<typeof sheetsInMemory>,
): Pick<Findings, 'storedPages' | 'pageAt'> {
  const pageAt = async (key: string): Promise<FindingsPage> => {
    const [system = '', page = ''] = key.split('/');
    const { rows, isNoted } = systems[system] ?? { rows: 0, isNoted: () => false };
    const first = (Number(page) - 1) * perPage;
    const last = Math.min(rows, first + perPage);
    const content: FindingsPage = {
      v: 2,
      system,
      wave: 1,
      page: Number(page),
      asOf: start,
      findings: Array.from({ length: last - first }, (_, index) => record(first + index, isNoted(first + index))),
      unread: [],
      disputed: [],
      possible: [],
      unplaced: [],
      learned: [],
      next: last < rows ? Number(page) : null,
    };
    return storedPageSchema.parse(JSON.parse(JSON.stringify(content)));
  };
  return {
    pageAt: async (key) => sheets.excerptAt(key) ?? (await pageAt(key)),
    async *storedPages(_case, system) {
      const pages = Math.ceil((systems[system]?.rows ?? 0) / perPage);
      for (let page = 1; page <= pages; page += 1)
        yield { key: `${system}/${page}`, page: await pageAt(`${system}/${page}`) };
    },
  };
}

/** Sheets in memory, as the texts that would be stored. */
function sheetsInMemory(): ReviewSheets & { objects(): number; excerptAt(key: string): FindingsPage | undefined } {
  const kept = new Map<string, string>();
  const of = ({ madeFrom }: Pick<SheetId, 'madeFrom'>, ...rest: readonly (string | number)[]) =>
    [madeFrom, ...rest].join('/');
  const read = (key: string): unknown => JSON.parse(kept.get(key) ?? 'null');
  const put = async (key: string, content: unknown): Promise<void> => void kept.set(key, JSON.stringify(content));
  return {
    objects: () => kept.size,
    excerptAt: (key) => (kept.has(key) ? storedPageSchema.parse(read(key)) : undefined),
    excerptKey: (sheet, number) => of(sheet, 'excerpts', number),
    putExcerpt: async (sheet, number, excerpt) => await put(of(sheet, 'excerpts', number), excerpt),
    index: async (sheet) => sheetIndexSchema.optional().parse(read(of(sheet, 'index')) ?? undefined),
    putIndex: async (_case, index) => await put(of(index, 'index'), index),
    page: async (sheet, list, number) => sheetPageSchema.parse(read(of(sheet, list, number))),
    putPage: async (sheet, list, number, page) => await put(of(sheet, list, number), page),
    places: async (sheet, digits) => sheetPlacesSchema.parse(read(of(sheet, 'places', digits)) ?? { v: 1, items: {} }),
    putPlaces: async (sheet, digits, places) => await put(of(sheet, 'places', digits), places),
  };
}

type Measured = Readonly<Record<'processor' | 'clock', number>>;

/** The ratios are of the medians, of the time that the processor worked and of the time that passed. */
export async function run(): Promise<object> {
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

    const measure = async (systems: Readonly<Record<string, Rows>>) => {
      const sheets = sheetsInMemory();
      const means: SheetMeans = {
        findings: { ...rig.findings, ...madeUp(systems, sheets) },
        sheets,
        resources: () => ({ card, ...manualResources }),
        organisationAt: rig.casework.organisationAt,
      };
      const page = async () => await sheetPage(means, state, profile, { open: true, limit: 20 });
      const began = performance.now();
      const { open } = await page();
      const made = (performance.now() - began) / 1000;
      const memory = process.memoryUsage().rss;
      if (open !== toSee) throw new Error(`${open} items are open`);
      const times: Measured[] = [];
      for (let number = 0; number < runs; number += 1) {
        const [from, at] = [processorSeconds(), performance.now()];
        await page();
        times.push({ processor: processorSeconds() - from, clock: (performance.now() - at) / 1000 });
      }
      const median = (of: keyof Measured): number =>
        times.map((one) => one[of]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
      return {
        objects: sheets.objects(),
        makingSeconds: made,
        mebibytesAfterMaking: Math.round(memory / 1024 / 1024),
        firstPageSeconds: { processor: median('processor'), clock: median('clock') },
      };
    };
    const few = { rows: toSee, isNoted: () => true };
    const none = { rows: 0, isNoted: () => false };
    // The first readings warm up the compiler.
    await measure({ mailchimp: none, hubspot: few });
    const small = await measure({ mailchimp: none, hubspot: few });
    const smallMixed = await measure({ mailchimp: few, hubspot: none });
    const large = await measure({ mailchimp: { rows: many, isNoted: () => false }, hubspot: few });
    // Each of the items to see stands among 24,999 others of its system.
    const scattered = await measure({
      mailchimp: { rows: many, isNoted: (number) => number % (many / toSee) === 0 },
      hubspot: none,
    });
    const ratio = (a: typeof small, b: typeof small) => ({
      processor: a.firstPageSeconds.processor / b.firstPageSeconds.processor,
      clock: a.firstPageSeconds.clock / b.firstPageSeconds.clock,
    });
    return {
      small,
      large,
      scattered,
      largeToSmall: ratio(large, small),
      mayBe: 2,
      scatteredToSmall: ratio(scattered, smallMixed),
    };
  } finally {
    await rig.close();
  }
}
