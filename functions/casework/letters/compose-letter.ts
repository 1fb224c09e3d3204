import { keyGeneration } from '#domain/case/contact/contact-history.ts';
import { codeMinutes } from '#domain/case/identity/code-rules.ts';
import type { OwedLetter } from '#domain/case/letters/letters.ts';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import type { OpenedCase, Common } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { languageFor } from '#domain/language.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { controllerOf } from '#domain/organisation/scope.ts';
import type { RenderedLetter } from '#letters/letter.ts';
import type { LetterSource } from '#letters/source.ts';
import { codeSms } from '#letters/sms/code-sms.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { hasAskedToStopUsing } from '../intake/mail/stop-using.ts';
import { contactOf } from '../profile/contact-of.ts';
import { unsealedCase } from '../search/sealed-results.ts';
import { methodsAsked, otherProofs } from './proofs-to-ask.ts';

/** How a letter of a preview differs from the letter that is sent. */
interface Shown {
  /** The link to the page of the case. */
  readonly link: string;
  /** The letter does not know the results that only the handlers of a system may know. */
  readonly results: 'sealed';
}

/** Composes a letter as it is sent at `now` (ISO 8601), or as a preview shows it (`shown`). */
export async function composeLetter(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  owed: OwedLetter,
  now: string,
  shown?: Shown,
): Promise<{ readonly controller: Controller; readonly letter: RenderedLetter }> {
  const { common } = state;
  const known = shown === undefined ? unsealedCase(state, profile) : state;
  const sent = await sourceOf(casework, known, profile, now);
  const source = shown === undefined ? sent : { ...sent, statusLink: shown.link };
  const { controller } = source;
  const { language, wantedLanguage } = common.facts;
  const [{ contentOf }, { renderLetter }] = await loadLetters();
  const letter = await renderLetter(contentOf(source, owed.letter), {
    language: languageFor(language),
    ...(wantedLanguage === language ? {} : { wantedLanguage }),
    controller,
    reference: common.caseId,
    matter: common.facts.matter,
    rights: ownRights(state),
    receivedDate: common.facts.receivedLocalDate,
    today: localDate(now, common.facts.timeZone),
  });
  return { controller, letter };
}

/** Composes the SMS for an owed letter with a code. Throws if it is another letter. */
export async function composeCodeSms(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  owed: OwedLetter,
  now: string,
): Promise<string> {
  const source = await sourceOf(casework, state, profile, now);
  const [{ contentOf }] = await loadLetters();
  const content = contentOf(source, owed.letter);
  if (content.kind !== 'one-time-code') throw new Error('only codes go by SMS');
  const { oneTimeCode } = content;
  const language = languageFor(state.common.facts.language);
  return codeSms(language, source.controller.name, { oneTimeCode, minutes: codeMinutes });
}

/**
 * Loads the words of all letters (110 KiB). A Lambda function starts without them, because most of its invocations
 * write no letter.
 */
async function loadLetters(): Promise<[typeof import('#letters/letters.ts'), typeof import('#letters/render.ts')]> {
  return await Promise.all([import('#letters/letters.ts'), import('#letters/render.ts')]);
}

async function sourceOf(
  casework: Casework,
  state: OpenedCase,
  profile: SubjectProfile,
  now: string,
): Promise<LetterSource> {
  const { common } = state;
  const organisation = await casework.organisationAt(common.facts.organisation);
  const controller = controllerOf(organisation, common.facts.controller);
  return {
    organisation,
    controller,
    state,
    written: profile,
    statusLink: statusLinkOf(casework, common, now),
    now,
    oneTimeCode: (challenge) => casework.keys.oneTimeCode(common.caseId, challenge),
    joinedTo: await joinedTo(casework, common),
    emailOf: (hash) => {
      const contact = contactOf(profile, hash);
      return contact?.kind === 'email' ? contact.value : undefined;
    },
    methodsAsked: (chosen) => methodsAsked({ organisation, controller, state, profile }, chosen),
    otherProofs: () => otherProofs({ organisation, controller, state, profile }),
    hasAskedToStopUsing: () => hasAskedToStopUsing(common),
  };
}

/**
 * The link to the page of the case. Only the letter contains the key of the link. The response to the request does not,
 * because the requester may be a stranger.
 */
function statusLinkOf(casework: Casework, common: Common, now: string): string {
  const { caseId } = common;
  return `${casework.portal}/cases/${caseId}?key=${casework.keys.mailedToken(caseId, keyGeneration(common, now))}`;
}

async function joinedTo(casework: Casework, common: Common): Promise<LetterSource['joinedTo']> {
  const into = common.closings.at(-1)?.into ?? null;
  if (into === null) return undefined;
  const { state: other } = await loadCase(casework, into);
  return other === undefined
    ? undefined
    : {
        reference: into,
        receivedDate: other.common.facts.receivedLocalDate,
        due: other.common.due,
      };
}
