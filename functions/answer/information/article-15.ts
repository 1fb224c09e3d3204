import type { DataCategory } from '#domain/findings/annotation.ts';
import type { Language, Localised } from '#domain/language.ts';
import { effectiveBasis } from '#domain/organisation/activity.ts';
import { eea } from '#domain/organisation/eea.ts';
import type { Activity, Recipient } from '#domain/organisation/organisation.ts';
import type { AnswerInput, Outcome } from '../answer.ts';
import { remedyWords, rightsWords, type RightWords } from '../rights-words.ts';
import { categoryWords } from '../answer-words.ts';
import { informationWords } from './information-words.ts';

type LegalBasisType = Activity['legalBases'][number]['type'];
type RecipientRole = Recipient['role'];

/** The information that Art. 15(1)(a)-(h) and 15(2) require, in the person's language. */
export interface Article15 {
  readonly reference: string;
  readonly language: Language;
  readonly createdAt: string;
  readonly controller: {
    readonly id: string;
    readonly name: string;
    readonly organisationNumber: string;
    readonly address: readonly string[];
    readonly email: string;
    readonly website: string;
    readonly dataProtectionOfficer: string | null;
  };
  readonly activities: readonly ActivityInformation[];
  /** Art. 15(1)(e). */
  readonly rights: readonly RightWords[];
  /** Art. 15(1)(e)-(f). */
  readonly remedies: readonly string[];
  /** Art. 15(1)(h): one statement that covers all activities. */
  readonly automatedDecisions: string;
}

export interface ActivityInformation {
  readonly id: string;
  readonly name: string;
  /** The systems that the activity uses, each with the outcome of its search. */
  readonly systems: readonly {
    readonly id: string;
    readonly title: string;
    readonly outcome: Outcome;
    /** `possible` and `disputed` as in the manifest: how many records may be about the person. */
    readonly possible: number;
    readonly disputed: number;
  }[];
  /** Art. 15(1)(a). */
  readonly purposes: readonly string[];
  readonly legalBases: readonly {
    readonly type: LegalBasisType;
    readonly text: string;
    readonly explanation: string | null;
  }[];
  /** Art. 15(1)(b). */
  readonly categories: readonly { readonly code: DataCategory; readonly text: string }[];
  /**
   * Art. 15(1)(c), and Art. 15(2) for recipients outside the EEA. `none`: the record of processing states that there
   * are no recipients. `null`: it says nothing about recipients.
   */
  readonly recipients: readonly RecipientInformation[] | 'none' | null;
  /** Art. 15(1)(d). */
  readonly retention: string;
  /**
   * Art. 15(1)(g). `none`: the record of processing states that all data come from the person. `null`: it says nothing
   * about sources.
   */
  readonly sources: readonly string[] | 'none' | null;
  /**
   * Art. 15(1)(h). `none`: the record of processing states that there are no automated decisions. `null`: it says
   * nothing about them.
   */
  readonly automatedDecision:
    | { readonly logic: string; readonly significance: string; readonly consequences: string }
    | 'none'
    | null;
}

export interface RecipientInformation {
  readonly name: string;
  readonly role: RecipientRole;
  readonly roleText: string;
  readonly country: string;
  readonly countryName: string;
  readonly outsideEea: boolean;
  readonly safeguard: string | null;
  /** An address at which the person can reach the recipient. `null`: the record of processing has none. */
  readonly contact: string | null;
}

/** Collects the information from the controller, and from the activities in the record of processing. */
export function article15(input: AnswerInput): Article15 {
  const { language, controller } = input;
  return {
    reference: input.reference,
    language,
    createdAt: input.createdAt,
    controller: {
      id: controller.id,
      name: controller.name,
      organisationNumber: controller.organisationNumber,
      address: controller.address,
      email: controller.email,
      website: controller.website,
      dataProtectionOfficer: controller.dataProtectionOfficer?.email ?? null,
    },
    activities: input.activities.map((activity) => describeActivity(activity, input)),
    rights: rightsWords(language),
    remedies: remedyWords(controller, language),
    automatedDecisions: automatedDecisions(input),
  };
}

/**
 * One statement on automated decisions for all activities. The statement denies automated decisions only if every
 * activity in the record of processing denies them.
 */
function automatedDecisions({ activities, language }: AnswerInput): string {
  const words = informationWords(language);
  const told = activities.map(({ automatedDecision }) => automatedDecision);
  if (told.some((one) => one !== undefined && one !== 'none')) return words.someAutomatedDecisions;
  return told.length > 0 && told.every((one) => one === 'none')
    ? words.noAutomatedDecisions
    : words.unknownAutomatedDecisions;
}

function describeActivity(activity: Activity, { language, systems }: AnswerInput): ActivityInformation {
  const words = informationWords(language);
  const own = (text: Localised): string => text[language];
  const decision = activity.automatedDecision;
  return {
    id: activity.id,
    name: own(activity.name),
    systems: systems
      .filter(({ id }) => activity.systems.includes(id))
      .map(({ id, title, outcome, possible, disputed }) => ({ id, title: own(title), outcome, possible, disputed })),
    purposes: activity.purposes.map(own),
    legalBases: activity.legalBases.map((basis) => ({
      type: effectiveBasis(basis),
      text: words.legalBases[effectiveBasis(basis)],
      explanation: basis.explanation === undefined ? null : own(basis.explanation),
    })),
    categories: activity.categories.map((code) => ({ code, text: own(categoryWords[code]) })),
    recipients: stated(activity.recipients, ({ name, role, country, safeguard, contact }) => ({
      name,
      role,
      roleText: words.roles[role],
      country,
      countryName: countryName(country, language),
      outsideEea: !eea.has(country),
      safeguard: safeguard === undefined ? null : own(safeguard),
      contact: contact ?? null,
    })),
    retention: own(activity.retention),
    sources: stated(activity.sources, own),
    automatedDecision:
      decision === undefined || decision === 'none'
        ? (decision ?? null)
        : {
            logic: own(decision.logic),
            significance: own(decision.significance),
            consequences: own(decision.consequences),
          },
  };
}

/**
 * Applies `tell` to each entry of a list. `none` (the record of processing states that there is nothing to list) stays
 * `none`. An empty list becomes `null`, because the record of processing then says nothing.
 */
function stated<In, Out>(list: readonly In[] | 'none', tell: (item: In) => Out): readonly Out[] | 'none' | null {
  if (list === 'none') return 'none';
  return list.length === 0 ? null : list.map((item) => tell(item));
}

function countryName(country: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
}
