import { hasAskedToStopUsing } from '../intake/mail/stop-using.ts';
import { codeMinutes } from '#domain/case/identity/code-rules.ts';
import type { Letter } from '#domain/case/letters/letter.ts';
import { moveOf } from '#domain/case/letters/owed-letters.ts';
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
export function letterContent(source: LetterSource, letter: Letter): LetterContent {
  const { state, profile, statusLink, controller } = source;
  const { due } = state;
  const zone = state.facts.timeZone;
  switch (letter.kind) {
    case 'acknowledgement':
      return {
        kind: 'acknowledgement',
        due,
        statusLink,
        parts: state.splits
          .filter(({ matter }) => matter === 'request')
          .map((part) => ({ ...part, reference: part.case })),
        partOf: state.facts.origin?.as === 'split' ? state.facts.origin.case : null,
      };
    case 'identity-request': {
      const asking = found(state.askings.find(({ id }) => id === letter.of));
      const { why } = asking;
      if (why === 'large-amount' || why === 'request-not-understood') throw new Error('not a doubt about identity');
      const { question, methods } = questionWords(profile, asking.text);
      return {
        kind: 'identity-request',
        why,
        explanation: question,
        methods: methodsAsked(source, methods),
        keptDays: policyOf(source.organisation, controller.id).profileDays,
        time: askedTime(state, asking),
        statusLink,
      };
    }
    case 'clarification-request': {
      const asking = found(state.askings.find(({ id }) => id === letter.of));
      const { question, choices = [] } = questionWords(profile, asking.text);
      const time = askedTime(state, asking);
      return asking.why === 'large-amount'
        ? { kind: 'clarification-request', why: 'large-amount', choices: choicesOr(choices, source), time, statusLink }
        : { kind: 'clarification-request', why: 'request-not-understood', question, time, statusLink };
    }
    case 'extension': {
      const extension = found(state.extensions[letter.n - 1]);
      return {
        kind: 'extension',
        category: extension.category,
        reason: wordsOf(profile, extension.text),
        extendedDue: state.facts.extendedDue,
        available: deliveredTitles(source),
        statusLink,
      };
    }
    case 'cannot-identify': {
      const { reason = '', wouldHelp = [] } = endingWords(profile, closingText(state, letter.n));
      return {
        kind: 'cannot-identify',
        lastDay: lastDayOf(state),
        why: 'not-tied-to-what-was-given',
        explanation: reason,
        wouldHelp: atLeastOne(wouldHelp) ?? [
          inWords(source, 'kundnummer eller ordernummer', 'customer or order number'),
        ],
      };
    }
    case 'refusal': {
      const refusal = found(state.refusals[letter.n - 1]);
      const { reason, law, granted = [] } = refusalWords(profile, refusal.text);
      const whole = inWords(source, 'Det du har begärt', 'What you have asked for');
      const part = inWords(source, 'En del av det du har begärt', 'A part of what you have asked for');
      const list = atLeastOne(refusedLines(source, refusal)) ?? [
        refusedItem({ what: refusal.scope === 'whole' ? whole : part, ground: refusal.ground, law, reason }),
      ];
      return refusal.scope === 'whole'
        ? { kind: 'refusal', scope: 'whole', items: list, late: refusal.late }
        : {
            kind: 'refusal',
            scope: 'part',
            items: list,
            late: refusal.late,
            granted: atLeastOne(granted) ?? 'the-rest',
          };
    }
    case 'fee': {
      const { decision, answerBy } = found(state.fees.find(({ id }) => id === letter.of));
      const { basis, amount, currency } = decision;
      return {
        kind: 'fee',
        basis,
        facts: wordsOf(profile, decision.facts),
        costs: wordsOf(profile, decision.costs),
        amount: { amount, currency },
        begun: asWorking(state) !== undefined,
        answerBy,
        statusLink,
      };
    }
    case 'answer-ready': {
      if (isNothingHeld(state))
        return {
          kind: 'answer-ready',
          lastDay: lastDayOf(state),
          answer: 'nothing-held',
          ...searchedBy(source),
          uncertain: uncertainOf(state),
          missing: missingSystems(source),
          statusLink,
        };
      return {
        kind: 'answer-ready',
        lastDay: lastDayOf(state),
        answer: 'package',
        availableUntil: lastDayToFetch(source, letter.n),
        leftOut: leftOut(source),
        missing: missingSystems(source),
        statusLink,
      };
    }
    case 'objection-decision': {
      const objection = found(state.retentionObjections[letter.n - 1]);
      const decision = found(objection.decision);
      const { profileDays } = policyOf(source.organisation, controller.id);
      const keptUntil = plusDays(localDate(decision.at, zone), profileDays);
      return {
        kind: 'objection-decision',
        about: { kind: 'case-record', keptUntil },
        decision: decision.upheld
          ? { outcome: 'stopped', from: localDate(decision.at, zone) }
          : { outcome: 'continues', ground: 'legal-claims', reason: wordsOf(profile, decision.text) },
      };
    }
    case 'marketing-stop': {
      const { recordedAt, text } = found(stopOf(state, letter));
      const { from, doneIn = [], channels = [], inPrintUntil = null } = found(stopWords(profile, text));
      return { kind: 'marketing-stop', recordedOn: localDate(recordedAt, zone), from, doneIn, channels, inPrintUntil };
    }
    case 'consent-withdrawal': {
      const { recordedAt, text } = found(stopOf(state, letter));
      const { from, what, doneIn = [], continuing = [] } = found(stopWords(profile, text));
      return {
        kind: 'consent-withdrawal',
        recordedOn: localDate(recordedAt, zone),
        stopped: found(atLeastOne(what)),
        from,
        doneIn,
        continuing,
      };
    }
    case 'redirect': {
      const named = redirectWords(profile, found(state.redirects[letter.n - 1]).text);
      return {
        kind: 'redirect',
        named: named === undefined ? null : { to: named.named, sentOn: named.sentOn ?? null },
        ownPartContinues: true,
      };
    }
    case 'complaint-acknowledgement':
      return {
        kind: 'complaint-acknowledgement',
        about: state.facts.matter === 'claim' ? 'claim' : 'complaint',
        contact: escalationAddress(controller) ?? controller.email,
      };
    case 'breach-notice': {
      const breach = found(state.breaches.find(({ id }) => id === letter.of));
      const step = found(breach.steps.find((one) => one.step === 'person-notified'));
      const { text, consequences = [], measures = [], advice = [] } = breachWords(profile, step.text);
      return {
        kind: 'breach-notice',
        discoveredOn: localDate(breach.awareAt, zone),
        nature: text,
        consequences: found(atLeastOne(consequences)),
        measures: found(atLeastOne(measures)),
        advice,
      };
    }
    case 'one-time-code': {
      const challenge = found(state.challenges.find(({ id }) => id === letter.of));
      const { purpose, via } = challenge;
      const oneTimeCode = source.oneTimeCode(letter.of);
      if (purpose === 'contact')
        return { kind: 'one-time-code', purpose, oneTimeCode, sentTo: 'email', minutes: codeMinutes };
      const common = { kind: 'one-time-code', purpose, oneTimeCode, statusLink } as const;
      switch (via) {
        case 'post':
          return { ...common, sentTo: 'post', lastDay: localDate(challenge.expiresAt, zone) };
        case 'sms':
          return { ...common, sentTo: 'phone', minutes: codeMinutes };
        case 'email':
          return { ...common, sentTo: 'email', minutes: codeMinutes };
      }
    }
    case 'supplement-ready':
      return {
        kind: 'supplement-ready',
        lastDay: lastDayOf(state),
        statusLink,
        availableUntil: lastDayToFetch(source, letter.n),
        missing: missingSystems(source),
        leftOut: leftOut(source),
      };
    case 'identity-not-proven':
      return {
        kind: 'identity-not-proven',
        why: state.challenges.some(({ tries }) => tries > 0) ? 'proof-does-not-match' : 'no-proof-came',
        askedDate: localDate(askedAt(state, 'identity'), zone),
        alternatives: otherProofs(source),
        statusLink,
      };
    case 'no-reply': {
      // The question that was not answered; a proof that never came was asked for by a code, or by no question.
      const open = state.askings.filter(({ answeredAt }) => answeredAt === null);
      const about = open.some((one) => one.about === 'identity') ? 'identity' : (open.at(-1)?.about ?? 'identity');
      return { kind: 'no-reply', askedAbout: about, askedDate: localDate(askedAt(state, about), zone), statusLink };
    }
    case 'withdrawal-confirmed':
      return {
        kind: 'withdrawal-confirmed',
        undoUntil: found(state.closings[letter.n - 1]).undoUntil ?? due,
        erasureReviewed: hasAskedToStopUsing(state),
        statusLink,
      };
    case 'deceased': {
      const { estateRoute = '' } = endingWords(profile, closingText(state, letter.n));
      return { kind: 'deceased', estateRoute, estateContact: controller.email };
    }
    case 'by-post':
      return { kind: 'by-post', why: found(state.post).reason };
    case 'delay':
      return { kind: 'delay', due, statusLink };
    case 'joined': {
      const other = found(source.joinedTo);
      return {
        kind: 'joined',
        existingCase: other.reference,
        existingReceivedDate: other.receivedDate,
        due: other.due,
        // The other case is seen by whoever holds its own link, and by nobody who can only reach this one.
        statusLink,
      };
    }
    case 'contact-changed':
      return {
        kind: 'contact-changed',
        changedDate: localDate(found(moveOf(state, letter) ?? state.contactChanges[Number(letter.of) - 1]).at, zone),
      };
    case 'new-link':
      return { kind: 'new-link', statusLink };
    case 'confirm-on-page':
      return { kind: 'confirm-on-page', statusLink };
    case 'reopened':
      return { kind: 'reopened', due, statusLink };
    case 'forwarded': {
      const { company = '', companyEmail = '' } = endingWords(profile, closingText(state, letter.n));
      return { kind: 'forwarded', company, companyEmail };
    }
    case 'attachment-not-opened':
      return { kind: 'attachment-not-opened', due };
    case 'staff-alert': {
      const alerted = found(state.alerts.find(({ key }) => key === letter.of));
      return {
        kind: 'staff-alert',
        alert: alerted.alert,
        date: alertDate(state, alerted.alert, localDate(alerted.at, zone)),
      };
    }
    // Of the rights whose own workflows are not there yet: nothing in a log owes them.
    case 'rectified':
    case 'erased':
    case 'restricted':
    case 'restriction-ends':
    case 'portable-data':
    case 'automated-decision':
    case 'recipient-notice':
    case 'recipients':
    case 'processor-task':
      throw new Error(`no log owes the letter ${letter.kind}`);
  }
}
