import { contactOf, numberOf } from '#casework/profile/contact-of.ts';
import { confirmingMethods, identityOffer, isSignIn, strongMethods } from '#casework/identity/identity-offer.ts';
import type { PartOfCase } from '#casework/linked/parts-of.ts';
import { subjectStatus } from '#casework/subject/subject-actions.ts';
import { possibleWishes } from '#casework/subject/subject-wishes.ts';
import { questionWords } from '#letters/kept-words.ts';
import { needsConfirming } from '#domain/case/answer/availability.ts';
import { openStandstill } from '#domain/case/circumstances/standing-time.ts';
import { postWaits } from '#domain/case/contact/unproven-postal-address.ts';
import { changeAwaitingCode, contactToConfirm } from '#domain/case/contact/confirmed-contact.ts';
import { writesOn } from '#domain/case/answer/availability.ts';
import { isWaiting } from '#domain/case/contact/contact-history.ts';
import { nextCodeFrom, openChallenge } from '#domain/case/identity/code-rules.ts';
import { type CodeWay, downloadWay } from '#domain/case/identity/code-way.ts';
import { askedBy, mayBeStranger } from '#domain/case/identity/opener.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import { type Challenge, contactAt, type OpenedCase } from '#domain/case/state.ts';
import type { Actor } from '#domain/case/vocabulary.ts';
import { searchesDue } from '#domain/case/waits.ts';
import { daysBetween, localDate } from '#domain/clock/deadline.ts';
import { maskContact } from '#domain/contact.ts';
import { mask } from '#domain/identifiers/mask.ts';
import type { OfferedMethod } from '#domain/identity-methods/methods.ts';
import type { Language } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import type { CaseView, CodeState, Codes, MethodView } from '#web/portal/view.ts';

/** What the page of a case is computed from. `profile` is missing if it is erased; `now` is ISO 8601. */
export interface Shown {
  readonly state: OpenedCase;
  readonly profile: SubjectProfile | undefined;
  readonly organisation: Organisation;
  readonly language: Language;
  readonly now: string;
  /** Whether somebody has just signed in as the person of the case with this browser. */
  readonly signedIn: boolean;
  /** The parts of the case that the visitor may see. */
  readonly parts: readonly PartOfCase[];
  /**
   * The visitor: the person, or somebody with the requester's key, who may be a stranger (see `requester's key` in
   * `functions/README.md`).
   */
  readonly by: Actor;
  /**
   * When (ISO 8601) the next code may be sent to the address of an unproven case; `undefined` if it may be sent now.
   */
  readonly addressTakesCodes: string | undefined;
}

/**
 * Computes the content of the page of a case. `newId` makes an id for each form of the page. If a form is sent twice,
 * its id is the same, and the second time has no effect.
 */
export function subjectView(shown: Shown, newId: () => string): CaseView {
  const { state, profile, organisation, language, now, by } = shown;
  const asker = askedBy(state.common, by);
  const status = subjectStatus(state, shown.parts, now);
  const { facts } = state.common;
  const { timeZone } = facts;
  const ended = status.status === 'refused' || status.status === 'closed';
  const delivered = status.status === 'ready' && status.pending.length === 0 && !status.strongerProof;
  const controller = organisation.controllers.find(({ id }) => id === facts.controller);
  const offer = identityOffer(state, profile, organisation);
  const { questions, undoUntil, types } = possibleWishes(state, now);
  const inWords = (methods: readonly OfferedMethod[]): readonly MethodView[] =>
    methods.map((method) => methodView(method, language));
  return {
    reference: status.reference,
    status: status.status,
    controller: controller?.name ?? organisation.name,
    email: controller?.email ?? '',
    matter: facts.matter,
    rights: ownRights(state),
    timeZone,
    parts: status.parts.map(({ receivedAt, ...part }) => ({ ...part, received: localDate(receivedAt, timeZone) })),
    partOf: facts.origin?.as === 'split' ? facts.origin.case : undefined,
    received: facts.receivedLocalDate,
    due: status.due,
    extended: status.extended,
    daysLeft: ended || delivered ? undefined : daysBetween(localDate(now, timeZone), status.due),
    machineWorks: status.status !== 'ready' && machineWorks(state),
    identity: identityCodes(shown),
    download: { ...codes(state, profile, 'download', asker, now), ...bySms(profile, downloadWay(state, now)) },
    offer: { why: offer.why, methods: inWords(offer.methods) },
    strongMethods: profile === undefined ? [] : inWords(strongMethods(state, profile, organisation)),
    questions: questions.map((asking) => ({
      asking: asking.id,
      about: asking.about,
      text: profile === undefined ? '' : questionWords(profile, asking.text).question,
      key: newId(),
    })),
    ending: state.stage.kind === 'closed' ? state.stage.ending : undefined,
    undoUntil,
    needsMailedLink: asker === 'opener',
    wishes: [...types].map((type) => ({ type, key: newId() })),
    ...waitingContact(state, now),
    mustConfirm: needsConfirming(state, now),
    confirm: confirmView(shown),
    answers: state.common.purged
      ? []
      : status.answers
          .filter(({ availableUntil }) => availableUntil > now)
          .map(({ round, deliveredAt, availableUntil }) => ({
            round,
            delivered: localDate(deliveredAt, timeZone),
            until: localDate(availableUntil, timeZone),
          }))
          .reverse(),
    pending: status.pending.map(
      (system) => organisation.systems.find(({ id }) => id === system)?.title[language] ?? system,
    ),
  };
}

function methodView(method: OfferedMethod, language: Language): MethodView {
  if (isSignIn(method)) return { kind: method.kind, id: method.id, name: method.title?.[language] };
  return 'masked' in method ? { kind: method.kind, number: method.masked } : { kind: method.kind };
}

/** The latest change of the contact point, if it has not taken effect. */
interface WaitingContact {
  /** The day on which a new address takes effect. `undefined` if no address waits, or if its day is not known yet. */
  readonly contactFrom: string | undefined;
  /** The day from which letters go by post. `undefined` if no such change waits, or if its day is not known yet. */
  readonly postFrom: string | undefined;
  /**
   * Whether a change waits and its day is not known yet, because the days of waiting are stopped
   * (`case/circumstances/standing-time.ts`).
   */
  readonly contactWaits: boolean;
}

function waitingContact(state: OpenedCase, now: string): WaitingContact {
  const { common } = state;
  const { post, facts } = common;
  const change = common.contactChanges.at(-1);
  // Before its code is entered, a change has no day. The form for the code then shows the change.
  const changes = change !== undefined && isWaiting(common, change, now) && !change.awaitsCode && writesOn(state, now);
  const moves = post !== null && postWaits(common, now);
  const stands = openStandstill(common) !== undefined;
  return {
    contactFrom: changes && !stands ? localDate(change.effectiveAt, facts.timeZone) : undefined,
    postFrom: moves && !stands ? localDate(post.effectiveAt, facts.timeZone) : undefined,
    contactWaits: stands && (changes || moves),
  };
}

/** The form with which the person confirms a contact address; it asks for the code that was mailed there. */
function confirmView({ state, profile, organisation, language, now, signedIn, by }: Shown): CaseView['confirm'] {
  const target = contactToConfirm(state.common, now);
  const contact = profile === undefined || target === undefined ? undefined : contactOf(profile, target.hash);
  const isNew = changeAwaitingCode(state.common) !== undefined;
  if (contact === undefined || (!isNew && !needsConfirming(state, now))) return undefined;
  return {
    ...(isNew ? { which: 'new' } : { which: 'present', address: maskContact(contact) }),
    mayEnter: isNew || signedIn,
    codes: codes(state, profile, 'contact', askedBy(state.common, by), now),
    methods: confirmingMethods(state, profile, organisation, now).map((method) => methodView(method, language)),
  };
}

/** Whether the workflow takes the next step, so that the case waits for nobody. */
function machineWorks({ stage }: OpenedCase): boolean {
  switch (stage.kind) {
    case 'planning':
    case 'released':
    case 'assembling':
    case 'assembled':
      return true;
    case 'gathering':
      return searchesDue(stage.search).length > 0;
    case 'held':
    case 'identifying':
    case 'approving-search':
    case 'reviewing':
    case 'delivered':
    case 'refused':
    case 'closed':
      return false;
  }
}

type Profile = SubjectProfile | undefined;

function codes(
  state: OpenedCase,
  profile: Profile,
  purpose: Challenge['purpose'],
  asker: Challenge['askedBy'],
  now: string,
): Codes {
  return {
    latest: latestCode(state, profile, purpose, now),
    moreFrom: nextCodeFrom(state.common, purpose, asker, now),
  };
}

/**
 * The codes for the proof of identity. Before the first proof, both the case and its address have a limit for codes.
 * `moreFrom` is the later of the two times from which another code may be sent.
 */
function identityCodes({ state, profile, now, by, addressTakesCodes }: Shown): Codes {
  const own = codes(state, profile, 'identity', askedBy(state.common, by), now);
  // A visitor who may be a stranger does not see whether a code was mailed: the page only says that the code is in the
  // mail. A code by SMS is shown.
  const isMailed = contactAt(state.common, now).kind === 'email';
  if (state.stage.kind === 'identifying' && isMailed && mayBeStranger(state.common, by))
    return own.latest.kind === 'open' && own.latest.number !== undefined
      ? own
      : { ...own, latest: { kind: 'in-mail' } };
  const [, latest] = [own.moreFrom ?? '', addressTakesCodes ?? ''].toSorted();
  return { ...own, moreFrom: latest === '' ? undefined : latest };
}

/** The masked telephone number; nothing if the code does not go by SMS. */
function bySms(profile: Profile, { via, to }: CodeWay): { readonly number?: string } {
  const number = via === 'sms' && profile !== undefined ? numberOf(profile, to.hash) : undefined;
  return number === undefined ? {} : { number: mask(number) };
}

function latestCode(state: OpenedCase, profile: Profile, purpose: Challenge['purpose'], now: string): CodeState {
  const open = openChallenge(state, purpose, now);
  if (open.ok) {
    const { id, expiresAt, via } = open.challenge;
    const letter = state.common.letters.get(keyOf({ kind: 'one-time-code', of: id }));
    const way = via === 'post' ? ({ byPost: true } as const) : bySms(profile, open.challenge);
    const sentAt = letter?.sentAt ?? undefined;
    return { kind: 'open', sentAt, failed: (letter?.failedAt ?? null) !== null, validUntil: expiresAt, ...way };
  }
  switch (open.code) {
    case 'no-code':
      return { kind: 'none' };
    case 'code-expired':
      return { kind: 'over', why: 'expired' };
    case 'code-used':
      return { kind: 'over', why: 'used' };
    case 'too-many-tries':
      return { kind: 'over', why: 'too-many-tries' };
  }
}
