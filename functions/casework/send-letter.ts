import { codeMinutes } from '#domain/case/code-rules.ts';
import { outcomeOf } from '#domain/case/outcome.ts';
import type { OwedLetter } from '#domain/case/owed-letters.ts';
import { asWorking, type OpenedCase } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { languageFor } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { Ground, MissingSystem } from '#letters/content/parts.ts';
import type { LetterContent, LetterFrame } from '#letters/letter.ts';
import { renderLetter } from '#letters/render.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { commitCommand, loadCase } from './commit-command.ts';
import type { Casework } from './casework.ts';

const sender = { kind: 'workflow', id: 'letters' } as const;

// Milliseconds; a living sender needs a fraction of it from its intention to its record.
const grace = 3_000;

/**
 * Sends one owed letter: records the intention (the lock), hands the letter to the mail service, records that it was
 * accepted. Killed in between, the letter stays owed and is sent again when the lease is over: a double is possible
 * only between acceptance and our record of it, a lost letter never.
 */
export async function sendLetter(casework: Casework, caseId: string, owed: OwedLetter, now: string): Promise<void> {
  const profile = await casework.profiles.get(caseId);
  // Without a profile nobody is left to write to.
  if (profile === undefined) return;
  const intended = await commitCommand(
    casework,
    caseId,
    {
      commandId: `letter/${owed.letter}/intend/${casework.newId()}`,
      by: sender,
      command: { type: 'intend-letter', letter: owed.letter, code: owed.code },
    },
    now,
  );
  if (!intended.ok) return;
  const attempt = intended.state.letters.get(owed.letter)?.attempt ?? 1;
  if (attempt > 1 && !(await isStillOurs(casework, caseId, owed, attempt))) return;
  const mail = await compose(casework, intended.state, profile, owed);
  await casework.post.send(mail);
  await commitCommand(
    casework,
    caseId,
    {
      commandId: `letter/${owed.letter}/sent/${attempt}`,
      by: sender,
      command: { type: 'record-letter', letter: owed.letter, attempt },
    },
    now,
  );
}

/**
 * The lease runs from the time by which the other sender goes. Where that is when the workflow entered a state, a step
 * that is done again is late by as much as lies between: its lease looks over while it is at work. So whoever takes over
 * lets it finish, and looks again.
 */
async function isStillOurs(
  casework: Casework,
  caseId: string,
  { letter }: OwedLetter,
  attempt: number,
): Promise<boolean> {
  await casework.pause(grace);
  const { state } = await loadCase(casework, caseId);
  const kept = state.status === 'absent' ? undefined : state.letters.get(letter);
  return kept !== undefined && kept.sentAt === null && kept.attempt === attempt;
}

async function compose(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  owed: OwedLetter,
): Promise<Parameters<Casework['post']['send']>[0]> {
  const organisation = await casework.organisationAt(state.facts.organisation);
  const controller = organisation.controllers.find(({ id }) => id === state.facts.controller);
  if (controller === undefined) throw new Error('the controller of the case is not part of the organisation');
  const frame: LetterFrame = {
    language: languageFor(state.facts.language),
    controller,
    reference: state.caseId,
    rights: state.facts.rights,
    receivedDate: state.facts.receivedLocalDate,
  };
  const letter = await renderLetter(contentOf(casework, organisation, state, profile, owed, frame), frame);
  return {
    from: controller.email,
    to: profile.contact.value,
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Utdrag-Case': state.caseId,
      'X-Utdrag-Letter': owed.letter,
    },
  };
}

function contentOf(
  casework: Casework,
  organisation: Organisation,
  state: OpenedCase,
  profile: SubjectProfile,
  owed: OwedLetter,
  frame: LetterFrame,
): LetterContent {
  const statusLink = `${casework.portal}/cases/${state.caseId}?key=${casework.keys.accessToken(state.caseId)}`;
  const ordinal = owed.letter.split('/')[1] ?? '';
  switch (owed.code) {
    case 'M1':
      return { code: 'M1', due: state.due, statusLink };
    case 'M23': {
      const purpose = state.challenges.find(({ id }) => id === ordinal)?.purpose ?? 'identity';
      const oneTimeCode = casework.keys.oneTimeCode(state.caseId, ordinal);
      return { code: 'M23', purpose, oneTimeCode, sentTo: 'email', minutes: codeMinutes, statusLink };
    }
    case 'M4': {
      const extension = state.extensions[Number(ordinal) - 1];
      if (extension === undefined) throw new Error('there is no such extension');
      const { category, text, due } = extension;
      return {
        code: 'M4',
        category,
        reason: textOf(profile, text),
        extendedDue: due,
        available: [],
        statusLink,
      };
    }
    case 'M6': {
      const refusal = state.refusals[Number(ordinal) - 1];
      if (refusal === undefined) throw new Error('there is no such refusal');
      const { scope, late } = refusal;
      const words = textOf(profile, refusal.text);
      const ground: Ground =
        refusal.ground === 'other-law' ? { code: refusal.ground, law: words } : { code: refusal.ground };
      const what = { sv: 'Det du har begärt', en: 'What you asked for' }[frame.language];
      const items = [{ what, ground, reason: ground.code === 'other-law' ? '' : words }] as const;
      return scope === 'whole'
        ? { code: 'M6', scope, items, late }
        : { code: 'M6', scope, items, granted: 'the-rest', late };
    }
    case 'M8':
    case 'M24': {
      const round = owed.code === 'M8' ? 1 : Number(ordinal);
      const until = state.deliveries.find((one) => one.round === round)?.availableUntil;
      if (until === undefined) throw new Error('there is no such delivery');
      const delivered = {
        statusLink,
        availableUntil: localDate(until, state.facts.timeZone),
        missing: missingSystems(organisation, state, frame),
        leftOut: [],
      };
      return owed.code === 'M8' ? { code: 'M8', answer: 'package', ...delivered } : { code: 'M24', ...delivered };
    }
    case 'STATUS':
      return { code: 'STATUS', due: state.due, statusLink };
    case 'M2':
    case 'M3':
    case 'M5':
    case 'M7':
    case 'M9':
    case 'M10':
    case 'M11':
    case 'M12':
    case 'M13':
    case 'M14':
    case 'M15':
    case 'M16':
    case 'M17':
    case 'M18':
    case 'M19':
    case 'M20':
    case 'M21':
    case 'M22':
    case 'M25':
    case 'M26':
    case 'M27':
    case 'M28':
    case 'M29':
    case 'M30':
    case 'JOINED':
    case 'CONTACT':
    case 'REOPENED':
    case 'FORWARD':
    case 'ATTACHMENT':
    case 'STAFF':
      throw new Error(`no case owes the letter ${owed.code} yet`);
  }
}

function missingSystems(organisation: Organisation, state: OpenedCase, frame: LetterFrame): readonly MissingSystem[] {
  const working = asWorking(state);
  if (working === undefined) return [];
  return working.systems
    .filter(({ deliveredIn }) => deliveredIn === null)
    .map((system) => ({
      title: organisation.systems.find(({ id }) => id === system.id)?.title[frame.language] ?? system.id,
      outcome: outcomeOf(system, working).outcome === 'failed' ? 'failed' : 'pending',
    }));
}

function textOf(profile: SubjectProfile, id: string): string {
  return profile.texts[id] ?? '';
}
