import { isUnconfirmed, needsConfirming } from '#domain/case/answer/availability.ts';
import { contactWaits } from '#domain/case/circumstances/standing-time.ts';
import { calendarOf, caseDates, extensionNotice } from '#domain/case/clock/clock-of.ts';
import { needsSecondPerson, takesTwo } from '#domain/case/decisions/two-persons.ts';
import { codeTries, openLetterCode } from '#domain/case/identity/code-rules.ts';
import { provenLevel } from '#domain/case/identity/proofs.ts';
import { codedId } from '#domain/case/letters/coded-letter.ts';
import { keyOf } from '#domain/case/letters/letter-key.ts';
import { codeOf, isPosted, owedLetters } from '#domain/case/letters/letters.ts';
import { canBeReopened } from '#domain/case/lifecycle/ending-rules.ts';
import { titleOf } from '#letters/letters.ts';
import { isAt, type Common, type OpenedCase } from '#domain/case/state.ts';
import type { Circumstance } from '#domain/case/vocabulary.ts';
import { localDate, targetsOf } from '#domain/clock/deadline.ts';
import type { Localised } from '#domain/language.ts';
import type { Organisation } from '#domain/organisation/organisation.ts';
import { systemsOf } from '#domain/organisation/scope.ts';
import type { CaseView } from '#api/staff.ts';
import type { SubjectProfile } from '#store/subject-profiles.ts';
import { contactDisputes } from './contact-disputes.ts';
import { idOfMethod, methodsToAsk } from '../identity/identity-offer.ts';
import { contactOf } from '../profile/contact-of.ts';
import { decideBy } from '../commit/summarise.ts';
import { readable } from '../profile/keep-words.ts';

type Law = Pick<
  CaseView,
  | 'matter'
  | 'wantedLanguage'
  | 'origin'
  | 'registeredAt'
  | 'due'
  | 'extendedDue'
  | 'unsuspendedDue'
  | 'lastDayForNotice'
  | 'suspendedDays'
  | 'targets'
  | 'decideBy'
  | 'owner'
  | 'lockedOut'
  | 'level'
  | 'proofs'
  | 'letterCode'
  | 'contactUnconfirmed'
  | 'contactWaits'
  | 'answerBySms'
  | 'circumstances'
  | 'mandate'
  | 'askings'
  | 'identityMethods'
  | 'extensions'
  | 'decisionsTakeTwo'
  | 'contactDisputes'
  | 'proposals'
  | 'fees'
  | 'splits'
  | 'absorbed'
  | 'ending'
  | 'undoUntil'
  | 'mayReopen'
  | 'legalHold'
  | 'retentionObjections'
  | 'breaches'
  | 'freezes'
  | 'lettersToPost'
>;

/** Builds the legal part of the view of a case at `now` (ISO 8601). */
export function lawView(
  state: OpenedCase,
  profile: SubjectProfile | undefined,
  organisation: Organisation,
  now: string,
): Law {
  const { common } = state;
  const { facts } = common;
  const dates = caseDates(common);
  const targets = targetsOf(facts.receivedAt, calendarOf(common));
  const closed = isAt(state, 'closed') ? state : undefined;
  const code = openLetterCode(state, now);
  const undoUntil = closed === undefined ? null : (closed.common.closings.at(-1)?.undoUntil ?? null);
  return {
    matter: facts.matter,
    wantedLanguage: facts.wantedLanguage,
    origin: facts.origin,
    registeredAt: facts.at,
    due: dates.due,
    extendedDue: dates.extendedDue,
    unsuspendedDue: dates.unsuspendedDue,
    lastDayForNotice: dates.lastDayForNotice,
    suspendedDays: dates.suspendedDays,
    targets: { acknowledgeBy: targets.acknowledge, askIdentityBy: targets.askForIdentity, draftBy: targets.draft },
    decideBy: decideBy(state),
    owner: common.owner,
    lockedOut: [...common.lockedOut],
    level: provenLevel(state),
    proofs: common.proofs.map(({ at, method, level, text }) => ({
      at,
      method,
      level,
      note: text === null ? null : readable(profile, text).join(', '),
    })),
    letterCode: code === undefined ? null : { expiresAt: code.expiresAt, triesLeft: codeTries - code.tries },
    contactUnconfirmed: isUnconfirmed(state, now),
    contactWaits: contactWaits(common, now),
    answerBySms: isUnconfirmed(state, now) && !needsConfirming(state, now),
    circumstances: [...common.circumstances].map((circumstance) => ({
      circumstance,
      instruction: instructions[circumstance],
      undecided: common.undecided.has(circumstance),
      takesTwo: takesTwo(common, circumstance),
    })),
    mandate:
      common.mandate === null
        ? null
        : {
            kind: common.mandate.kind,
            accepted: common.mandate.accepted,
            answerTo: common.mandate.answerTo,
          },
    askings: common.askings.map(({ id, about, why, askedAt, answeredAt, suspends }) => ({
      asking: id,
      about,
      why,
      askedAt,
      answeredAt,
      suspends,
    })),
    identityMethods:
      profile === undefined
        ? []
        : methodsToAsk(state, profile, organisation).map((method) => ({
            method: idOfMethod(method),
            kind: method.kind,
            title: 'title' in method ? method.title : null,
          })),
    extensions: common.extensions.map(({ category, due }, index) => ({
      category,
      due,
      noticeSentAt: common.letters.get(keyOf(extensionNotice(index)))?.sentAt ?? null,
    })),
    decisionsTakeTwo: needsSecondPerson(common),
    contactDisputes: [...contactDisputes(state, now)],
    proposals: common.proposals.map(({ id, by, at, decision, state: standing }) => ({
      proposal: id,
      kind: decision.kind,
      by: by.id,
      at,
      state: standing,
      words: [...wordsOfDecision(profile, decision)],
    })),
    fees: common.fees.map(({ id, decision: { basis, amount, currency }, answerBy, answer }) => ({
      fee: id,
      basis,
      amount,
      currency,
      answerBy,
      answer,
    })),
    splits: common.splits.map(({ matter, rights, case: part }) => ({ matter, rights: [...rights], case: part })),
    absorbed: [...common.absorbed],
    ending: closed?.stage.ending ?? null,
    undoUntil,
    mayReopen:
      closed !== undefined &&
      canBeReopened(closed) &&
      !closed.common.purged &&
      (undoUntil === null || localDate(now, facts.timeZone) <= undoUntil),
    legalHold: common.legalHold,
    retentionObjections: common.retentionObjections.map(({ at, text, decision }) => ({
      at,
      text: readable(profile, text).join('\n'),
      upheld: decision?.upheld ?? null,
    })),
    breaches: common.breaches.map(({ id, awareAt, notifyBy, steps }) => ({
      breach: id,
      awareAt,
      notifyBy,
      steps: steps.map(({ step }) => step),
    })),
    freezes: freezesOf(common, organisation),
    lettersToPost: owedLetters(state, now)
      .filter((owed) => isPosted(state, owed, now))
      .map(({ letter }) => ({
        letter: codedId(letter),
        code: codeOf(letter.kind),
        name: letter.kind,
        title: titleOf(letter.kind),
      })),
  };
}

/**
 * The systems whose scheduled erasure must stop from the receipt of the request until the answer (practice 11 in
 * `domain/README.md`).
 */
function freezesOf(common: Common, organisation: Organisation): Law['freezes'] {
  return systemsOf(organisation, common.facts.controller).flatMap(({ id, title, deletion }) =>
    deletion === undefined || !deletion.scheduled || deletion.freeze === 'not-needed'
      ? []
      : [
          {
            system: id,
            title,
            mode: deletion.freeze,
            instructions: deletion.instructions ?? null,
            done: common.frozen.has(id),
          },
        ],
  );
}

function wordsOfDecision(
  profile: SubjectProfile | undefined,
  decision: Common['proposals'][number]['decision'],
): readonly string[] {
  switch (decision.kind) {
    case 'refuse-whole': {
      const { ground, text, evidence } = decision;
      const ids = evidence === null ? [] : [evidence.voluntariness, evidence.aim, evidence.elapsed, evidence.pattern];
      return [ground, ...[text, ...ids].flatMap((id) => readable(profile, id))];
    }
    case 'charge-fee': {
      const { amount, currency, facts, costs, answerBy } = decision;
      const sum = `${(amount / 100).toFixed(2)} ${currency}, ${answerBy}`;
      return [sum, ...readable(profile, facts), ...readable(profile, costs)];
    }
    case 'override-proof':
      return readable(profile, decision.text);
    case 'change-contact':
      return [contactWords(profile, decision.to), ...(decision.why === null ? [] : [decision.why])];
    case 'confirm-contact':
      return [contactWords(profile, decision.contact), ...readable(profile, decision.text)];
    case 'move-to-post':
      return [contactWords(profile, decision.to), decision.reason];
    case 'decide-circumstance':
      return [
        decision.circumstance,
        decision.applies ? 'applies' : 'does-not-apply',
        ...(decision.contact === null ? [] : [decision.contact]),
        ...readable(profile, decision.text),
      ];
  }
}

/**
 * The contact point of a proposed decision, not masked. Whoever approves the proposal must see whether it is the
 * person's.
 */
function contactWords(profile: SubjectProfile | undefined, { hash }: { readonly hash: string }): string {
  return (profile === undefined ? undefined : contactOf(profile, hash))?.value ?? '';
}

/**
 * What staff must do for each circumstance (practice 2, 14, 18 in `domain/README.md`). The due date stays the same
 * under every circumstance.
 */
const instructions: Readonly<Record<Circumstance, Localised>> = {
  child: {
    sv: 'Barn: rättigheterna är barnets egna. Se till barnets bästa och mognad innan en vårdnadshavare får svar; åldern 13 år gäller bara samtycke till nättjänster.',
    en: 'Child: the rights are the child’s own. Consider the child’s interest and maturity before a custodian gets an answer; the age of 13 concerns consent to online services only.',
  },
  guardian: {
    sv: 'Vårdnadshavare eller ställföreträdare: kontrollera uppdraget och dess omfattning. Har barnet eller en annan vårdnadshavare skyddade uppgifter lämnas varken adress, skola, telefon eller IP-adress ut.',
    en: 'Custodian or guardian: check the mandate and its scope. Where the child or another custodian has protected data, no address, school, telephone or IP address is disclosed.',
  },
  'protected-identity': {
    sv: 'Skyddade personuppgifter: skicka ingenting med post härifrån och skriv ingen adress i ärendet. Använd Skatteverkets förmedling eller lämna över personligen. Två personer godkänner svaret.',
    en: 'Protected identity: post nothing from here and write no address into the case. Use the forwarding of the tax agency, or hand it over in person. Two people approve the answer.',
  },
  threatened: {
    sv: 'Hotad person: använd aldrig en kontaktväg som personen säger är osäker, och berätta inget för någon som ringer. Två personer godkänner svaret.',
    en: 'Threatened person: never use a contact that the person says is unsafe, and tell nothing to anybody who calls. Two people approve the answer.',
  },
  'legal-dispute': {
    sv: 'Tvist: en stämning eller ett krav fördröjer eller begränsar aldrig rätten till tillgång. Juristerna informeras.',
    en: 'Dispute: a lawsuit or a claim never delays or narrows the access. The legal department is told.',
  },
  journalist: {
    sv: 'Journalist: syftet spelar ingen roll för rätten till tillgång. Svara som till vem som helst.',
    en: 'Journalist: the purpose does not matter for the access. Answer as to anybody.',
  },
  'shared-mailbox': {
    sv: 'Delad brevlåda: en kod dit visar inte vem som frågar. Svaret lämnas först efter en starkare kontroll.',
    en: 'Shared mailbox: a code sent there does not show who asks. The answer is sent only after a stronger check.',
  },
  'shared-phone': {
    sv: 'Delad telefon: en kod dit med SMS visar inte vem som frågar. Svaret lämnas först efter en starkare kontroll.',
    en: 'Shared telephone: a code sent there by SMS does not show who asks. The answer is sent only after a stronger check.',
  },
};
