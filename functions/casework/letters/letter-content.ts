import { hasAskedToStopUsing } from '../intake/mail/stop-using.ts';
import { roundOfLetter } from '#domain/case/answer/availability.ts';
import { codeMinutes } from '#domain/case/identity/code-rules.ts';
import { moveOf, type OwedLetter } from '#domain/case/letters/owed-letters.ts';
import { asWorking } from '#domain/case/state.ts';
import { stopOf } from '#domain/case/decisions/stops.ts';
import { localDate, plusDays } from '#domain/clock/deadline.ts';
import { escalationAddress } from '#domain/organisation/controller.ts';
import { policyOf } from '#domain/organisation/scope.ts';
import type { LetterContent } from '#letters/letter.ts';
import { atLeastOne } from '#letters/content/parts.ts';
import {
  alertDate,
  askedAt,
  askedTime,
  lastDayOf,
  lastDayToFetch,
  choicesOr,
  closingText,
  deliveredTitles,
  found,
  inWords,
  isNothingHeld,
  uncertainOf,
  leftOut,
  methodsAsked,
  missingSystems,
  otherProofs,
  refusedItem,
  refusedLines,
  searchedBy,
  type LetterSource,
} from './letter-parts.ts';
import {
  breachWords,
  endingWords,
  questionWords,
  redirectWords,
  refusalWords,
  stopWords,
  wordsOf,
} from '../profile/keep-words.ts';

/** What an owed letter says, from the log and from the words that people wrote; throws when the log names no such thing. */
export function letterContent(source: LetterSource, owed: OwedLetter): LetterContent {
  const { state, profile, statusLink, controller } = source;
  const { due } = state;
  const zone = state.facts.timeZone;
  const ordinal = owed.letter.slice(owed.letter.indexOf('/') + 1);
  switch (owed.code) {
    case 'M1':
      return {
        code: 'M1',
        due,
        statusLink,
        parts: state.splits
          .filter(({ matter }) => matter === 'request')
          .map((part) => ({ ...part, reference: part.case })),
        partOf: state.facts.origin?.as === 'split' ? state.facts.origin.case : null,
      };
    case 'M2': {
      const asking = found(state.askings.find(({ id }) => id === ordinal));
      const { why } = asking;
      if (why === 'large-amount' || why === 'request-not-understood') throw new Error('not a doubt about identity');
      const { question, methods } = questionWords(profile, asking.text);
      return {
        code: 'M2',
        why,
        explanation: question,
        methods: methodsAsked(source, methods),
        keptDays: policyOf(source.organisation, controller.id).profileDays,
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
        lastDay: lastDayOf(state),
        why: 'not-tied-to-what-was-given',
        explanation: reason,
        wouldHelp: atLeastOne(wouldHelp) ?? [
          inWords(source, 'kundnummer eller ordernummer', 'customer or order number'),
        ],
      };
    }
    case 'M6': {
      const refusal = found(state.refusals[Number(ordinal) - 1]);
      const { reason, law, granted = [] } = refusalWords(profile, refusal.text);
      const whole = inWords(source, 'Det du har begärt', 'What you have asked for');
      const part = inWords(source, 'En del av det du har begärt', 'A part of what you have asked for');
      const list = atLeastOne(refusedLines(source, refusal)) ?? [
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
        begun: asWorking(state) !== undefined,
        answerBy,
        statusLink,
      };
    }
    case 'M8': {
      if (isNothingHeld(state))
        return {
          code: 'M8',
          lastDay: lastDayOf(state),
          answer: 'nothing-held',
          ...searchedBy(source),
          uncertain: uncertainOf(state),
          missing: missingSystems(source),
          statusLink,
        };
      return {
        code: 'M8',
        lastDay: lastDayOf(state),
        answer: 'package',
        availableUntil: lastDayToFetch(source, roundOfLetter(owed.letter)),
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
      const { recordedAt, text } = found(stopOf(state, owed.letter));
      const { from, doneIn = [], channels = [], inPrintUntil = null } = found(stopWords(profile, text));
      return { code: 'M15', recordedOn: localDate(recordedAt, zone), from, doneIn, channels, inPrintUntil };
    }
    case 'M16': {
      const { recordedAt, text } = found(stopOf(state, owed.letter));
      const { from, what, doneIn = [], continuing = [] } = found(stopWords(profile, text));
      return {
        code: 'M16',
        recordedOn: localDate(recordedAt, zone),
        stopped: found(atLeastOne(what)),
        from,
        doneIn,
        continuing,
      };
    }
    case 'M20': {
      const named = redirectWords(profile, found(state.redirects[Number(ordinal) - 1]).text);
      return {
        code: 'M20',
        named: named === undefined ? null : { to: named.named, sentOn: named.sentOn ?? null },
        ownPartContinues: true,
      };
    }
    case 'M21':
      return {
        code: 'M21',
        about: state.facts.matter === 'claim' ? 'claim' : 'complaint',
        contact: escalationAddress(controller) ?? controller.email,
      };
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
      const { purpose, via } = challenge;
      const oneTimeCode = source.oneTimeCode(ordinal);
      if (purpose === 'contact') return { code: 'M23', purpose, oneTimeCode, sentTo: 'email', minutes: codeMinutes };
      const common = { code: 'M23', purpose, oneTimeCode, statusLink } as const;
      switch (via) {
        case 'post':
          return { ...common, sentTo: 'post', lastDay: localDate(challenge.expiresAt, zone) };
        case 'sms':
          return { ...common, sentTo: 'phone', minutes: codeMinutes };
        case 'email':
          return { ...common, sentTo: 'email', minutes: codeMinutes };
      }
    }
    case 'M24':
      return {
        code: 'M24',
        lastDay: lastDayOf(state),
        statusLink,
        availableUntil: lastDayToFetch(source, Number(ordinal)),
        missing: missingSystems(source),
        leftOut: leftOut(source),
      };
    case 'M25':
      return {
        code: 'M25',
        why: state.challenges.some(({ tries }) => tries > 0) ? 'proof-does-not-match' : 'no-proof-came',
        askedDate: localDate(askedAt(state, 'identity'), zone),
        alternatives: otherProofs(source),
        statusLink,
      };
    case 'M26': {
      // The question that was not answered; a proof that never came was asked for by a code, or by no question.
      const open = state.askings.filter(({ answeredAt }) => answeredAt === null);
      const about = open.some((one) => one.about === 'identity') ? 'identity' : (open.at(-1)?.about ?? 'identity');
      return { code: 'M26', askedAbout: about, askedDate: localDate(askedAt(state, about), zone), statusLink };
    }
    case 'M27':
      return {
        code: 'M27',
        undoUntil: found(state.closings[Number(ordinal) - 1]).undoUntil ?? due,
        erasureReviewed: hasAskedToStopUsing(state),
        statusLink,
      };
    case 'M28': {
      const { estateRoute = '' } = endingWords(profile, closingText(state, ordinal));
      return { code: 'M28', estateRoute, estateContact: controller.email };
    }
    case 'M30':
      return { code: 'M30', why: found(state.post).reason };
    case 'STATUS':
      return { code: 'STATUS', due, statusLink };
    case 'JOINED': {
      const other = found(source.joinedTo);
      return {
        code: 'JOINED',
        existingCase: other.reference,
        existingReceivedDate: other.receivedDate,
        due: other.due,
        // The other case is seen by whoever holds its own link, and by nobody who can only reach this one.
        statusLink,
      };
    }
    case 'CONTACT':
      return {
        code: 'CONTACT',
        changedDate: localDate(found(moveOf(state, owed.letter) ?? state.contactChanges[Number(ordinal) - 1]).at, zone),
      };
    case 'LINK':
      return { code: 'LINK', statusLink };
    case 'CONFIRM':
      return { code: 'CONFIRM', statusLink };
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
