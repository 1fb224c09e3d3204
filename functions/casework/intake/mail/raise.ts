import { isSilent } from '#domain/case/lifecycle/hold-rules.ts';
import { asLiving } from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import type { Localised } from '#domain/language.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../../commit/casework.ts';
import { commitCommand, loadCase } from '../../commit/commit-command.ts';
import { splitCommand } from '../../linked/companion-cases.ts';
import { keepWords } from '../../profile/keep-words.ts';

const machine = { kind: 'workflow', id: 'intake' } as const;
type Raised = SubjectProfile['raises'][number];

/**
 * Tells staff at `now` (ISO 8601) what a message contains besides its request, such as a complaint.
 *
 * A complaint or a claim becomes a separate case (practice 18 in `functions/domain/README.md`). The new case sends a
 * receipt. So the case is opened only if letters may go to the sender.
 *
 * An objection to marketing and a withdrawal of consent need no proof of identity (practice 7). Staff are therefore told
 * at once, and not only when they decide on a hold or when the person has proven who they are. They are not told if
 * staff handle the case anyway (`right-handled-by-staff`). If the writer acts for somebody else and the case sends no letters, staff get
 * a note.
 */
export async function raiseAtOnce(casework: Casework, profile: SubjectProfile, now: string): Promise<void> {
  for (const raised of profile.raises) await raise(casework, profile.caseId, raised, now);
}

async function raise(casework: Casework, caseId: string, raised: Raised, now: string): Promise<void> {
  const { state } = await loadCase(casework, caseId);
  if (state === undefined || asLiving(state) === undefined) return;
  const silent = isSilent(state);
  switch (raised) {
    case 'complaint':
    case 'claim':
      await tell(casework, caseId, raised, 'legal', now);
      if (silent) return;
      await commitCommand(
        casework,
        caseId,
        { commandId: `raise/${raised}/split`, by: machine, command: splitCommand(casework, caseId, raised, []) },
        now,
      );
      return;
    case 'stop-at-once':
      // A case with the hold `right-handled-by-staff` is already a task for staff, so no further letter is needed.
      if (state.stage.kind !== 'held' || state.common.facts.hold !== 'right-handled-by-staff')
        await tell(casework, caseId, raised, 'stop-at-once', now);
      return;
    case 'represented':
      if (silent) await tell(casework, caseId, raised, null, now);
  }
}

async function tell(
  casework: Casework,
  caseId: string,
  raised: Raised,
  alert: Alert | null,
  now: string,
): Promise<void> {
  const text = await keepWords(casework, caseId, `${notes[raised].sv} / ${notes[raised].en}`);
  const note = { commandId: `raise/${raised}`, by: machine, command: { type: 'note', text } } as const;
  await commitCommand(casework, caseId, note, now);
  if (alert === null) return;
  const command = { type: 'alert', alert, key: `${alert}/${raised}` } as const;
  await commitCommand(casework, caseId, { commandId: `raise/${raised}/alert`, by: machine, command }, now);
}

const notes: Readonly<Record<Raised, Localised>> = {
  complaint: {
    sv: 'Meddelandet innehåller också ett klagomål. Det handläggs i ett eget ärende och påverkar inte begäran.',
    en: 'The message also holds a complaint. It is handled in a case of its own and does not affect the request.',
  },
  claim: {
    sv: 'Meddelandet innehåller också ett skadeståndskrav. Det handläggs i ett eget ärende och påverkar inte begäran.',
    en: 'The message also holds a claim for damages. It is handled in a case of its own and does not affect the request.',
  },
  'stop-at-once': {
    sv: 'Meddelandet säger också nej till marknadsföring eller återkallar ett samtycke. Det kräver ingen kontroll av vem som skriver: gör det nu.',
    en: 'The message also says no to marketing or takes back a consent. That needs no proof of who writes: do it now.',
  },
  represented: {
    sv: 'Den som skriver säger sig företräda någon annan. Kontrollera fullmakten innan något söks.',
    en: 'The sender claims to act for somebody else. Check the mandate before anything is searched.',
  },
};
