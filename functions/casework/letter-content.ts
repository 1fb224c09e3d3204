import { codeMinutes } from '#domain/case/code-rules.ts';
import { isBlocked, outcomeOf } from '#domain/case/outcome.ts';
import type { OwedLetter } from '#domain/case/owed-letters.ts';
import { asWorking, type Asking, type OpenedCase } from '#domain/case/state.ts';
import type { Alert } from '#domain/case/vocabulary.ts';
import { localDate, plusDays } from '#domain/clock/deadline.ts';
import { languageFor } from '#domain/language.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { activitiesOf, policyOf } from '#domain/organisation/scope.ts';
import type { LetterContent } from '#letters/letter.ts';
import type { ProofMethod } from '#letters/content/identity.ts';
import {
  atLeastOne,
  type AskedTime,
  type AtLeastOne,
  type MissingSystem,
  type RefusedItem,
} from '#letters/content/parts.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { breachWords, endingWords, questionWords, redirectWords, refusalWords, stopWords, wordsOf } from './words.ts';

/** What a letter is composed from. */
export interface LetterSource {
  readonly organisation: Organisation;
  readonly controller: Controller;
  readonly state: OpenedCase;
  readonly profile: SubjectProfile;
  readonly statusLink: string;
  /** The six digits of a challenge. */
  oneTimeCode(challenge: string): string;
  /** The case that this one was joined to, as far as a letter tells of it. */
  readonly joinedTo: { readonly reference: string; readonly receivedDate: string; readonly due: string } | undefined;
}

/** What an owed letter says, from the log and from the words that people wrote; throws when the log names no such thing. */
export function letterContent(source: LetterSource, owed: OwedLetter): LetterContent {
  const { state, profile, statusLink, controller } = source;
  const { due } = state;
  const zone = state.facts.timeZone;
  const ordinal = owed.letter.slice(owed.letter.indexOf('/') + 1);
  switch (owed.code) {
    case 'M1':
      return { code: 'M1', due, statusLink };
    case 'M2': {
      const asking = found(state.askings.find(({ id }) => id === ordinal));
      const { why } = asking;
      if (why === 'large-amount' || why === 'request-not-understood') throw new Error('not a doubt about identity');
      return {
        code: 'M2',
        why,
        explanation: questionWords(profile, asking.text).question,
        methods: proofMethods(source),
        erased: { when: 'after-check' },
        time: askedTime(state, asking),
        statusLink,
      };
    }
    case 'M3': {
      const asking = found(state.askings.find(({ id }) => id === ordinal));
      const { question, choices = [] } = questionWords(profile, asking.text);
      const time = askedTime(state, asking);
      return asking.why === 'large-amount'
        ? { code: 'M3', why: 'large-amount', choices: choicesOr(choices, source), time, statusLink }
        : { code: 'M3', why: 'request-not-understood', question, time, statusLink };
    }
    case 'M4': {
      const extension = found(state.extensions[Number(ordinal) - 1]);
      return {
        code: 'M4',
        category: extension.category,
        reason: wordsOf(profile, extension.text),
        extendedDue: state.facts.extendedDue,
        available: deliveredTitles(source),
        statusLink,
      };
    }
    case 'M5': {
      const { reason = '', wouldHelp = [] } = endingWords(profile, closingText(state, ordinal));
      return {
        code: 'M5',
        why: 'not-tied-to-what-was-given',
        explanation: reason,
        wouldHelp: atLeastOne(wouldHelp) ?? [
          inWords(source, 'kundnummer eller ordernummer', 'customer or order number'),
        ],
      };
    }
    case 'M6': {
      const refusal = found(state.refusals[Number(ordinal) - 1]);
      const { reason, law, items = [], granted = [] } = refusalWords(profile, refusal.text);
      const whole = inWords(source, 'Det du har begärt', 'What you have asked for');
      const part = inWords(source, 'En del av det du har begärt', 'A part of what you have asked for');
      const written = items.map((item) => refusedItem(item));
      const list = atLeastOne(written) ?? [
        refusedItem({ what: refusal.scope === 'whole' ? whole : part, ground: refusal.ground, law, reason }),
      ];
      return refusal.scope === 'whole'
        ? { code: 'M6', scope: 'whole', items: list, late: refusal.late }
        : { code: 'M6', scope: 'part', items: list, late: refusal.late, granted: atLeastOne(granted) ?? 'the-rest' };
    }
    case 'M7': {
      const { decision, answerBy } = found(state.fees.find(({ id }) => id === ordinal));
      const { basis, amount, currency } = decision;
      return {
        code: 'M7',
        basis,
        facts: wordsOf(profile, decision.facts),
        costs: wordsOf(profile, decision.costs),
        amount: { amount, currency },
        answerBy,
        statusLink,
      };
    }
    case 'M8': {
      if (isNothingHeld(state))
        return {
          code: 'M8',
          answer: 'nothing-held',
          address: profile.contact.kind === 'email' ? profile.contact.value : null,
          othersGiven: state.facts.claimed.length > 0,
          missing: missingSystems(source),
          statusLink,
        };
      return {
        code: 'M8',
        answer: 'package',
        availableUntil: availableUntil(state, 1),
        leftOut: leftOut(source),
        missing: missingSystems(source),
        statusLink,
      };
    }
    case 'M14': {
      const objection = found(state.retentionObjections[Number(ordinal) - 1]);
      const decision = found(objection.decision);
      const { profileDays } = policyOf(source.organisation, controller.id);
      const keptUntil = plusDays(localDate(decision.at, zone), profileDays);
      return {
        code: 'M14',
        about: { kind: 'case-record', keptUntil },
        decision: decision.upheld
          ? { outcome: 'stopped', from: localDate(decision.at, zone) }
          : { outcome: 'continues', ground: 'legal-claims', reason: wordsOf(profile, decision.text) },
      };
    }
    case 'M15': {
      const words = found(stopWords(profile, carriedOut(state, ordinal)));
      const channels = atLeastOne(words.channels ?? []) ?? ['email'];
      return { code: 'M15', from: words.from, channels, inPrintUntil: words.inPrintUntil ?? null };
    }
    case 'M16': {
      const words = found(stopWords(profile, carriedOut(state, ordinal)));
      return { code: 'M16', stopped: found(atLeastOne(words.what)), from: words.from, continuing: [] };
    }
    case 'M20': {
      const named = redirectWords(profile, found(state.redirects[Number(ordinal) - 1]).text);
      return {
        code: 'M20',
        forwarded: named === undefined ? null : { to: named.named, on: named.on },
        ownPartContinues: true,
      };
    }
    case 'M21':
      return { code: 'M21', about: state.facts.matter === 'claim' ? 'claim' : 'complaint', contact: controller.email };
    case 'M22': {
      const breach = found(state.breaches.find(({ id }) => id === ordinal));
      const step = found(breach.steps.find((one) => one.step === 'person-notified'));
      const { text, consequences = [], measures = [], advice = [] } = breachWords(profile, step.text);
      return {
        code: 'M22',
        discoveredOn: localDate(breach.awareAt, zone),
        nature: text,
        consequences: found(atLeastOne(consequences)),
        measures: found(atLeastOne(measures)),
        advice,
      };
    }
    case 'M23': {
      const challenge = found(state.challenges.find(({ id }) => id === ordinal));
      const common = {
        code: 'M23',
        purpose: challenge.purpose,
        oneTimeCode: source.oneTimeCode(ordinal),
        statusLink,
      } as const;
      return challenge.via === 'post'
        ? { ...common, sentTo: 'post', lastDay: localDate(challenge.expiresAt, zone) }
        : { ...common, sentTo: 'email', minutes: codeMinutes };
    }
    case 'M24':
      return {
        code: 'M24',
        statusLink,
        availableUntil: availableUntil(state, Number(ordinal)),
        missing: missingSystems(source),
        leftOut: leftOut(source),
      };
    case 'M25':
      return {
        code: 'M25',
        why: 'no-proof-came',
        askedDate: localDate(askedAt(state, 'identity'), zone),
        alternatives: proofMethods(source),
        statusLink,
      };
    case 'M26': {
      const about =
        state.askings.some((one) => one.about === 'identity') || state.proofs.length === 0
          ? 'identity'
          : 'clarification';
      return { code: 'M26', askedAbout: about, askedDate: localDate(askedAt(state, about), zone), statusLink };
    }
    case 'M27':
      return {
        code: 'M27',
        undoUntil: found(state.closings[Number(ordinal) - 1]).undoUntil ?? due,
        erasureReviewed: state.splits.some(({ rights }) => rights.includes('erasure')),
        statusLink,
      };
    case 'M28': {
      const { estateRoute } = endingWords(profile, closingText(state, ordinal));
      return {
        code: 'M28',
        estateRoute:
          estateRoute ??
          inWords(
            source,
            'Dödsboet kan vända sig till oss om avtalet.',
            'The estate can turn to us about the contract.',
          ),
        estateContact: controller.email,
      };
    }
    case 'M30':
      return { code: 'M30', why: state.post?.reason === 'bounced' ? 'bounced' : 'wish' };
    case 'STATUS':
      return { code: 'STATUS', due, statusLink };
    case 'JOINED': {
      const other = found(source.joinedTo);
      return {
        code: 'JOINED',
        existingCase: other.reference,
        existingReceivedDate: other.receivedDate,
        due: other.due,
        statusLink,
      };
    }
    case 'CONTACT':
      return { code: 'CONTACT', changedDate: localDate(found(state.contactChanges[Number(ordinal) - 1]).at, zone) };
    case 'REOPENED':
      return { code: 'REOPENED', due, statusLink };
    case 'FORWARD': {
      const { company = '', companyEmail = '' } = endingWords(profile, closingText(state, ordinal));
      return { code: 'FORWARD', company, companyEmail };
    }
    case 'ATTACHMENT':
      return { code: 'ATTACHMENT', due };
    case 'STAFF': {
      const alerted = found(state.alerts.find(({ key }) => key === ordinal));
      return {
        code: 'STAFF',
        alert: alerted.alert,
        date: alertDate(state, alerted.alert, localDate(alerted.at, zone)),
      };
    }
    // Of the rights whose own workflows are not there yet: nothing in a log owes them.
    case 'M9':
    case 'M10':
    case 'M11':
    case 'M12':
    case 'M13':
    case 'M17':
    case 'M18':
    case 'M19':
    case 'M29':
      throw new Error(`no log owes the letter ${owed.code}`);
  }
}

function alertDate(state: OpenedCase, alert: Alert, today: string): string {
  switch (alert) {
    case 'escalation':
    case 'unsuspended-date':
    case 'held-undecided':
      return state.due;
    case 'breach':
    case 'breach-hours':
      return localDate(found(state.breaches.at(-1)).notifyBy, state.facts.timeZone);
    case 'late-refusal':
      return state.facts.due;
    case 'letter-bounced':
    case 'legal':
      return today;
  }
}

function refusedItem(item: {
  readonly what: string;
  readonly ground: OpenedCase['refusals'][number]['ground'];
  readonly law?: string | undefined;
  readonly reason: string;
  readonly until?: string | undefined;
}): RefusedItem {
  const { what, ground, law, reason, until } = item;
  return {
    what,
    ground: ground === 'other-law' ? { code: 'other-law', law: law ?? '' } : { code: ground },
    reason,
    ...(until === undefined ? {} : { until }),
  };
}

/** What was refused in part, for the letter that brings the rest. */
function leftOut({ state, profile }: LetterSource): readonly RefusedItem[] {
  return state.refusals
    .filter(({ scope }) => scope === 'part')
    .flatMap(({ text }) => (refusalWords(profile, text).items ?? []).map((item) => refusedItem(item)));
}

/** The ways that are open to this person, and no more is asked than one of them (practice 7). */
function proofMethods({ controller, state, organisation, profile }: LetterSource): AtLeastOne<ProofMethod> {
  const language = languageFor(state.facts.language);
  const { emailCode, login, eid, letterCode, documentCheck } = controller.identity;
  const numbers = [...profile.claimed, ...Object.values(profile.identifiers)];
  const working = asWorking(state);
  const strongOnly = working?.systems.some((system) => isBlocked(system, working)) ?? false;
  const methods: readonly ProofMethod[] = [
    ...(emailCode && !strongOnly && profile.contact.kind === 'email' ? [{ method: 'email-code' } as const] : []),
    ...(login !== undefined && !strongOnly ? [{ method: 'login' } as const] : []),
    // An e-ID proves something only where a held number can match it.
    ...(numbers.some(({ kind }) => kind === 'personnummer')
      ? eid.map(({ title }) => ({ method: 'e-id', name: title[language] }) as const)
      : []),
    ...(letterCode && !state.circumstances.has('protected-identity') ? [{ method: 'letter-code' } as const] : []),
    ...(documentCheck ? [{ method: 'document-check' } as const] : []),
    ...(policyOf(organisation, controller.id).handling === 'several' && !strongOnly
      ? [{ method: 'order-details' } as const]
      : []),
    ...(state.facts.hold === 'mandate-unchecked' ? [{ method: 'mandate' } as const] : []),
  ];
  return atLeastOne(methods) ?? [{ method: 'document-check' }];
}

function askedTime(state: OpenedCase, asking: Asking): AskedTime {
  return {
    askedDate: localDate(asking.askedAt, state.facts.timeZone),
    suspends: asking.suspends,
    unsuspendedDue: state.due,
  };
}

/** When the person was last asked for it: by a question, or by a code. */
function askedAt(state: OpenedCase, about: Asking['about']): string {
  const asked = state.askings.findLast((one) => one.about === about)?.askedAt;
  return asked ?? state.challenges.findLast(({ purpose }) => purpose === 'identity')?.issuedAt ?? state.facts.at;
}

function choicesOr(choices: readonly string[], { organisation, controller, state }: LetterSource): AtLeastOne<string> {
  const language = languageFor(state.facts.language);
  const names = activitiesOf(organisation, controller.id).map(({ name }) => name[language]);
  return found(atLeastOne(choices) ?? atLeastOne(names));
}

function closingText(state: OpenedCase, ordinal: string): string | null {
  return found(state.closings[Number(ordinal) - 1]).text;
}

function carriedOut(state: OpenedCase, right: string): string {
  return found(state.carriedOut.find((one) => one.right === right)).text;
}

function availableUntil(state: OpenedCase, round: number): string {
  return localDate(found(state.deliveries.find((one) => one.round === round)).availableUntil, state.facts.timeZone);
}

/** Whether every system has answered and none holds anything: an answer, which is given (practice 4). */
function isNothingHeld(state: OpenedCase): boolean {
  const systems = asWorking(state)?.systems ?? (state.status === 'closed' ? state.systems : []);
  return (
    systems.length > 0 &&
    systems.every(({ replies }) => replies.length > 0 && replies.every(({ result }) => result === 'nothing-held'))
  );
}

function missingSystems({ organisation, state }: LetterSource): readonly MissingSystem[] {
  const working = asWorking(state);
  if (working === undefined) return [];
  return working.systems
    .filter(({ deliveredIn }) => deliveredIn === null)
    .map((system) => {
      const outcome = outcomeOf(system, working);
      return {
        title: titleOf(organisation, system.id, state),
        outcome: isBlocked(system, working) ? 'stronger-proof' : outcome.outcome === 'failed' ? 'failed' : 'pending',
      };
    });
}

function deliveredTitles({ organisation, state }: LetterSource): readonly string[] {
  const systems = asWorking(state)?.systems ?? [];
  return systems.filter(({ deliveredIn }) => deliveredIn !== null).map(({ id }) => titleOf(organisation, id, state));
}

function titleOf(organisation: Organisation, id: string, state: OpenedCase): string {
  return organisation.systems.find((system) => system.id === id)?.title[languageFor(state.facts.language)] ?? id;
}

function inWords({ state }: LetterSource, sv: string, en: string): string {
  return languageFor(state.facts.language) === 'sv' ? sv : en;
}

function found<T>(value: T | undefined | null): T {
  if (value === undefined || value === null) throw new Error('the log owes a letter about something that is not there');
  return value;
}
