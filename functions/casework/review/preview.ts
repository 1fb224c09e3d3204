import type { ReadablePage } from '#answer/package.ts';
import { canonical, sha256 } from '#domain/canonical/canonical.ts';
import type { Reviewed, Waiting } from '#domain/case/answer/commands.ts';
import { mayGoPartly } from '#domain/case/answer/partly.ts';
import type { UnderReview } from '#domain/case/review/under-review.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { asDelivered } from '#domain/case/answer/as-delivered.ts';
import { answerLetter } from '#domain/case/answer/availability.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import { countsByRule } from '#domain/review/by-rule.ts';
import type { ReviewLine } from '#domain/review/line.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { found } from '#letters/case-parts.ts';
import type { Casework } from '../commit/casework.ts';
import { answerInput, leftToNextAnswer, type AnswerMeans } from '../answer/answer-input.ts';
import { composeLetter } from '../letters/compose-letter.ts';
import { sheetFacts, type SheetMeans } from './sheet.ts';

/** What is needed to make a preview. */
export interface PreviewMeans extends AnswerMeans, SheetMeans {}

/** What the person will read, as far as it is known before the release. */
export interface Preview {
  /** SHA-256 of the pages. The command `release` must name it. */
  readonly preview: string;
  readonly pages: readonly ReadablePage[];
  /** What the answer leaves out. */
  readonly lines: readonly ReviewLine[];
  /** The systems with open items, which only the next answer can contain. */
  readonly waiting: readonly Waiting[];
  /** The number of documents that have no copy without the pages that are to be left out. */
  readonly uncut: number;
}

/**
 * The pages of the answer as the person will read them, and the letter that announces it. They are made from the same
 * input as the package, but with the present date in place of the date of the package. So the preview has another hash
 * on another day.
 */
export async function previewOf(
  casework: Casework,
  means: PreviewMeans,
  state: OpenedCase<UnderReview>,
  profile: SubjectProfile,
  now: string,
): Promise<Preview> {
  const day = localDate(now, state.common.facts.timeZone);
  const { readablePages } = await import('#answer/package.ts');
  const noon = `${day}T12:00:00.000Z`;
  const made = await readablePages(await answerInput(means, state, profile, noon, 'sealed'));
  const { lines, records, uncut } = made;
  const { bySystem: waiting } = await leftToNextAnswer(means, state, profile, noon);
  const pages = [...made.pages, await letterOf(casework, state, profile, { lines, waiting, records }, noon)];
  return {
    preview: sha256(canonical(pages.map(({ path, html }) => [path, sha256(html)]))),
    pages,
    lines,
    waiting,
    uncut,
  };
}

/**
 * The letter that announces the answer, as far as staff may know what it says. Its link lacks the key of the person, because whoever has the key counts as the
 * reader of the mailbox (Art. 32).
 */
async function letterOf(
  casework: Casework,
  state: OpenedCase<UnderReview>,
  profile: SubjectProfile,
  { records, ...left }: Pick<Preview, 'lines' | 'waiting'> & { readonly records: ReadonlyMap<string, number> },
  at: string,
): Promise<ReadablePage> {
  const { facts } = state.common;
  const { downloadDays: days } = policyOf(await casework.organisationAt(facts.organisation), facts.controller);
  // A system of which the package has no record has no file there either.
  const systems = [...records].map(([id, count]) => ({ id, records: count, files: count }));
  const delivered = asDelivered(state, { ...left, systems, days, at });
  const letter = answerLetter(delivered.common, found(delivered.common.deliveries.at(-1)));
  const link = `${casework.portal}/cases/${state.common.caseId}`;
  const owed = { letter, to: 'person' } as const;
  const { subject, html } = (await composeLetter(casework, delivered, profile, owed, at, { link, results: 'sealed' }))
    .letter;
  return { path: 'letter.html', title: subject, html };
}

/** What a release of the answer at `now` (ISO 8601) would contain. */
export async function reviewedNow(
  casework: Casework,
  means: PreviewMeans,
  state: OpenedCase<UnderReview>,
  profile: SubjectProfile,
  now: string,
): Promise<Reviewed> {
  const { sheet, open, seen, byRule: ruled } = await sheetFacts(means, state, profile);
  const byRule = countsByRule(ruled);
  // While staff must still decide on an item, a release is refused. So the preview is not made.
  const { facts } = state.common;
  const { partlyDaysBeforeDue: partlyDays } = policyOf(
    await casework.organisationAt(facts.organisation),
    facts.controller,
  );
  if (open > 0 && !mayGoPartly(state, now, partlyDays))
    return { sheet, preview: '', open, waiting: [], partlyDays, seen, byRule, lines: [], uncut: 0 };
  const { preview, lines, waiting, uncut } = await previewOf(casework, means, state, profile, now);
  return { sheet, preview, open, waiting, partlyDays, seen, byRule, lines, uncut };
}
