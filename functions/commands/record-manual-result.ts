import * as z from 'zod';
import { askedRights, groundProblem } from '#domain/case/decisions/refusal-grounds.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import { searchOf } from '#domain/case/state.ts';
import { silentLawSchema } from '#domain/case/vocabulary.ts';
import { handFileIdSchema, writtenEntry } from '#domain/findings/manual.ts';
import { field, id, words } from './field.ts';
import { incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

/** How many files the result of one search may have. Each has at most 4 MB. */
export const mostFiles = 20;

/** How many stored entries a search may have. */
export const mostKept = 200;

/** Records what staff found when they searched a system by hand. */
export const recordManualResult = staffCommand({
  type: 'record-manual-result',
  group: 'waiting',
  roles: ['case-worker'],
  title: { sv: 'Sök för hand', en: 'Search by hand' },
  help: {
    sv: 'Skriv vad du kom fram till. Svaret innehåller texten som du skriver den.',
    en: 'Save what you find, one entry at a time. The answer contains the entries as you write them, when you finish the search.',
  },
  submit: { sv: 'Avsluta sökningen', en: 'Finish the search' },
  done: { sv: 'Resultatet är sparat.', en: 'The result has been saved.' },
  timeline: {
    'result-sealed': {
      sv: 'Uppgifter som bara systemets handläggare får se lagrades för sig',
      en: 'Data that only the handlers of a system may see were stored separately',
    },
  },
  target: 'system',
  fields: {
    system: field(id(), { label: { sv: 'System', en: 'System' }, widget: { as: 'target' } }),
    outcome: field(z.enum(['found', 'nothing-held', 'withheld', 'failed', 'undisclosable']), {
      label: { sv: 'Resultat', en: 'Result' },
      widget: { as: 'own' },
    }),
    /**
     * The records that staff copied from the system, each as a text, as files, or as both. Required for the outcome
     * `found`.
     */
    entries: field(
      z
        .array(
          z.strictObject({
            heading: words(),
            text: words(20_000).optional(),
            files: z
              .array(z.strictObject({ file: handFileIdSchema, title: words(200) }))
              .max(mostFiles)
              .optional(),
          }),
        )
        .max(500)
        .optional(),
      { label: { sv: 'Vad som hittades', en: 'What was found' }, widget: { as: 'own' } },
    ),
    /**
     * Finishes a search whose entries are stored: the ids of all stored entries, as the member of staff has read them.
     * Takes the place of `entries`.
     */
    kept: field(z.array(z.uuid()).min(1).max(mostKept).optional(), {
      label: { sv: 'Sparade uppgifter', en: 'Stored entries' },
      widget: { as: 'own' },
    }),
    /** The law by which the records are withheld. Required for the outcome `withheld`. */
    ground: field(words(200).optional(), { label: { sv: 'Grund', en: 'Ground' }, widget: { as: 'own' } }),
    /**
     * The law that forbids telling the person that some data exist. Required for the outcome `undisclosable`, optional
     * for `found`. The answer does not mention these data.
     */
    law: field(z.enum(silentLawSchema.options).optional(), {
      label: { sv: 'Lag och paragraf', en: 'Law and section' },
      widget: { as: 'own' },
    }),
  },
  targets: ({ state }) => searchOf(state)?.systems.map((one) => one.id) ?? [],
  closed: ({ maySearch }, system) => (maySearch(system) ? undefined : refuse('only-designated-handlers')),
  trial: (_, system) => ({
    type: 'record-manual-result',
    system,
    sealed: '',
    result: 'nothing-held',
    records: 0,
    files: 0,
    possible: 0,
  }),
  ask: async ({ system, outcome, entries: sent = [], kept, ground, law }, means) => {
    const { state, maySearch, isReserved, keep, keepEntries, handEntries, commandId } = means;
    if (!(await maySearch(system))) return refuse('only-designated-handlers');
    const known = searchOf(state)?.systems.some((one) => one.id === system) ?? false;
    const stored = known ? await handEntries(system) : [];
    if (kept === undefined && stored.length > 0) return refuse('entries-are-kept');
    if (kept !== undefined && !isSame(kept, stored)) return refuse('entries-changed');
    const entries = kept === undefined ? sent : stored;
    if ((outcome === 'found') !== entries.length > 0 || (kept !== undefined && sent.length > 0))
      return incomplete(['entries'], 'entries-with-found');
    if (entries.some(({ text, files = [] }) => text === undefined && files.length === 0))
      return incomplete(['entries'], 'entry-needs-text-or-file');
    const files = entries.flatMap((entry) => entry.files ?? []).length;
    if (files > mostFiles) return incomplete(['entries'], 'too-many-files', { most: String(mostFiles) });
    if ((outcome === 'withheld') !== (ground !== undefined)) return incomplete(['ground'], 'ground-with-withheld');
    // To withhold records is to refuse a part of the request, so the law must be a valid ground for refusing a part.
    const problem =
      ground === undefined
        ? undefined
        : groundProblem(askedRights(state), 'part', { ground: 'other-law', law: ground });
    if (problem !== undefined) return refuse(problem);
    if (outcome === 'undisclosable' ? law === undefined : law !== undefined && entries.length === 0)
      return incomplete(['law'], 'law-with-undisclosable');
    // Only its handlers may know what they found in a system that is reserved for them. A search that failed found
    // nothing, so it is not hidden.
    const isSealed = outcome !== 'failed' && (await isReserved(system));
    // Whoever sees the names of the stored objects must not learn whether there are entries.
    const keeps = known && (entries.length > 0 || isSealed);
    const page = keeps ? await keepEntries(system, entries) : undefined;
    if (keeps && page === undefined) return incomplete(['entries'], 'file-not-stored');
    // The log and the state of the case have the same result, whatever the handlers found.
    if (isSealed)
      return {
        type: 'record-manual-result',
        system,
        result: 'answered',
        sealed: await keep({
          law: law ?? null,
          commandId,
          answer: {
            result: outcome === 'undisclosable' ? 'nothing-held' : outcome,
            records: entries.length,
            files,
            ...(ground === undefined ? {} : { ground }),
            ...(page === undefined ? {} : { page }),
          },
        }),
        records: 0,
        files: 0,
        possible: 0,
        resources: [],
      };
    return {
      type: 'record-manual-result',
      system,
      // The law forbids telling the person that the data exist, so the answer must not differ from one about an empty
      // system (practice 1 in `domain/README.md`).
      result: outcome === 'undisclosable' ? 'nothing-held' : outcome,
      // The log stores a hash of this text. Only a few texts are possible (no law, or one of three), so equal hashes
      // would show which results left data out. The command id makes each hash different.
      sealed: await keep({ law: law ?? null, commandId }),
      records: entries.length,
      files,
      possible: 0,
      resources: entries.length === 0 ? [] : [{ resource: writtenEntry, records: entries.length, files }],
      ...(ground === undefined ? {} : { ground }),
      ...(outcome === 'failed' ? { reason: 'manual-search-failed' } : {}),
      ...(page === undefined ? {} : { page }),
    };
  },
});

/** Whether these are the ids of the stored entries. */
function isSame(kept: readonly string[], stored: readonly { readonly entry: string }[]): boolean {
  const ids = new Set(kept);
  return ids.size === stored.length && stored.every(({ entry }) => ids.has(entry));
}

/** The labels of the form for the result of a search by hand, in addition to the labels in `fields`. */
export const recordManualResultLabels = labels({
  sv: {
    title: (system: string) => `Sök för hand: ${system}`,
    correct: (system: string) => `Rätta resultatet: ${system}`,
    instructions: 'Så här gör du',
    outcome: 'Vad kom du fram till?',
    choices: {
      'nothing-held': 'Inget finns om personen',
      found: 'Något finns',
      withheld: 'Något finns men lämnas inte ut',
      undisclosable: 'Något finns som man inte får berätta om',
      failed: 'Systemet gick inte att söka',
    },
    searchFor: 'Sök efter',
    soFar: 'Hittat hittills',
    noneSoFar: 'Inget är sparat än.',
    refresh: 'Visa nya uppgifter',
    newEntry: 'Ny uppgift',
    saveEntry: 'Spara uppgiften',
    takeBack: (heading: string) => `Ta bort ${heading}`,
    inResult: 'Resultatet består av de här uppgifterna.',
    notInResult: 'Det som sparas eller tas bort ändrar svaret först när sökningen avslutas.',
    entryFirst: 'Spara minst en uppgift först.',
    takeBackFirst: 'Ta först bort de sparade uppgifterna, om resultatet ska vara ett annat.',
    heading: 'Vad det är',
    headingHint: 'Till exempel: Reklamation den 3 mars',
    text: 'Vad som står',
    textHint: 'Utan uppgifter om andra.',
    files: 'Filer',
    filesHint: 'Välj filer eller släpp dem här, högst 4 MB var. De går in i svaret som de är.',
    filesRefused: (names: string) => `Filen gick inte att spara: ${names}. Den får inte vara tom eller större än 4 MB.`,
    removeFile: (title: string) => `Ta bort ${title}`,
    ground: 'Laglig grund',
    groundHint:
      'Svaret visar det här för personen. Om lagen förbjuder oss att ens säga att något hålls inne, välj ”Något finns som man inte får berätta om”.',
    failedHint: 'Svaret säger det. Du kan skriva ett annat resultat senare.',
    law: 'Vilken lag förbjuder det?',
    partLaw: 'Finns det mer som man inte får berätta om?',
    noPartLaw: 'Nej',
    silentHint:
      'Svaret visar varken att uppgifterna finns eller att något är utelämnat. Varje svar säger att uppgifter som lagen förbjuder oss att lämna ut inte ingår. Bara de som handlägger systemet och dataskyddsombudet ser det här.',
  },
  en: {
    title: (system: string) => `Search by hand: ${system}`,
    correct: (system: string) => `Correct the result: ${system}`,
    instructions: 'What to do',
    outcome: 'What is the result?',
    choices: {
      'nothing-held': 'We hold nothing about the person',
      found: 'We hold data',
      withheld: 'We hold data, but withhold them',
      undisclosable: 'We hold data that the law forbids us to mention',
      failed: 'The system could not be searched',
    },
    searchFor: 'Search for',
    soFar: 'Found so far',
    noneSoFar: 'Nothing has been saved yet.',
    refresh: 'Show new entries',
    newEntry: 'New entry',
    saveEntry: 'Save the entry',
    takeBack: (heading: string) => `Take back ${heading}`,
    inResult: 'The result consists of these entries.',
    notInResult: 'What is saved or taken back changes the answer only when the search is finished.',
    entryFirst: 'Save at least one entry first.',
    takeBackFirst: 'If the result is to be another one, take the saved entries back first.',
    heading: 'What it is',
    headingHint: 'For example: Complaint of 3 March',
    text: 'What it says',
    textHint: 'Leave out other people.',
    files: 'Files',
    filesHint: 'Choose files or drop them here, at most 4 MB each. The answer contains them as they are.',
    filesRefused: (names: string) => `Not saved: ${names}. A file must not be empty or larger than 4 MB.`,
    removeFile: (title: string) => `Remove ${title}`,
    ground: 'Legal ground',
    groundHint:
      'The answer shows this to the person. If the law forbids us even to say that something is withheld, choose “We hold data that the law forbids us to mention”.',
    failedHint: 'The answer says so. You can record another result later.',
    law: 'Which law forbids it?',
    partLaw: 'Are there more data that the law forbids us to mention?',
    noPartLaw: 'No',
    silentHint:
      'The answer shows neither that these data exist nor that something is left out. Every answer says that it leaves out what the law forbids us to disclose. Only the handlers of this system and the data protection officer see this here.',
  },
});
