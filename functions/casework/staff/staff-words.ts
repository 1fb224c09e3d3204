import type * as z from 'zod';
import { calendarOf } from '#domain/case/clock/clock-of.ts';
import type { Command, Refusal } from '#domain/case/command.ts';
import { askedRights, groundProblem } from '#domain/case/decisions/refusal-grounds.ts';
import { refuse } from '#domain/case/refusals/refuse.ts';
import type { RefusedItem } from '#domain/case/events.ts';
import { isSilent } from '#domain/case/decisions/hold-rules.ts';
import { isAnsweredByPackage } from '#domain/case/decisions/part-refusals.ts';
import { asLiving, contactAt, type OpenedCase } from '#domain/case/state.ts';
import { refusalGroundSchema, type RefusalGround } from '#domain/case/vocabulary.ts';
import { datesOf, localDate } from '#domain/clock/deadline.ts';
import { isWritable, type Contact } from '#domain/contact.ts';
import { languageFor } from '#domain/language.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import type { StaffCommand } from '#api/staff-command.ts';
import type { Findings } from '#store/findings.ts';
import type { Casework } from '../commit/casework.ts';
import { loadCase } from '../commit/commit-command.ts';
import { idOfMethod, methodsToAsk } from '../identity/identity-offer.ts';
import { incomplete, type IncompleteCommand } from './incomplete-command.ts';
import { contactOf } from '../profile/contact-of.ts';
import type { ResourcesOf } from '../search/resources-of.ts';
import { keepContact, keepWords, type refusedItemSchema } from '../profile/keep-words.ts';

type GivenItem = Omit<NonNullable<Extract<StaffCommand, { readonly type: 'refuse' }>['items']>[number], 'ground'> & {
  readonly ground: RefusalGround;
};

/** A command of staff that takes more than its own fields: words to keep, another case to look at. */
export interface Asked<Type extends StaffCommand['type']> {
  readonly casework: Casework;
  readonly findings: Findings;
  /** What a system can hold, and what that is called. */
  readonly resources: ResourcesOf;
  readonly state: OpenedCase;
  readonly command: Extract<StaffCommand, { readonly type: Type }>;
  readonly now: string;
}

/**
 * Joins to another case that answers all of this one: of the controller, to the contact point that is in force in both,
 * as its answer goes there alone; what a name or a phone number suggests is not enough.
 */
export async function joinCommand({
  casework,
  state,
  command,
  now,
}: Asked<'join'>): Promise<Command | IncompleteCommand> {
  const { state: other } = await loadCase(casework, command.into);
  if (other.status === 'absent' || !(await isSameContact(casework, state, other, now)))
    return incomplete(['into'], 'joins-another-person');
  if (asLiving(other) === undefined) return incomplete(['into'], 'joins-an-ended-case');
  // Its receipt would be answered, or not, without a word.
  if (isSilent(other)) return incomplete(['into'], 'joins-a-held-case');
  if (state.facts.matter !== 'request' || other.facts.matter !== 'request')
    return incomplete(['into'], 'joins-no-request');
  const wanting = state.facts.rights.filter((right) => !other.facts.rights.includes(right));
  return wanting.length > 0
    ? incomplete(['into'], 'joins-what-answers-less', { rights: wanting.join(', ') })
    : { type: 'join', into: command.into, intoReceivedAt: other.facts.receivedAt };
}

/** Whether both cases, of one controller, are written to at the same place. */
async function isSameContact(casework: Casework, state: OpenedCase, other: OpenedCase, now: string): Promise<boolean> {
  if (state.facts.controller !== other.facts.controller) return false;
  const contact = async (one: OpenedCase): Promise<Contact | undefined> => {
    const profile = await casework.profiles.get(one.caseId);
    return profile === undefined ? undefined : contactOf(profile, contactAt(one, now).hash);
  };
  const [mine, theirs] = [await contact(state), await contact(other)];
  return mine !== undefined && mine.kind === theirs?.kind && mine.value === theirs.value;
}

/** A question to the person; about who asks, it names only ways that suffice and that this person has (practice 7). */
export async function askCommand({ casework, state, command }: Asked<'ask'>): Promise<Command | IncompleteCommand> {
  const { caseId, facts } = state;
  const { about, why, question, choices, methods, suspend, doubtSince = facts.receivedLocalDate } = command;
  if (methods !== undefined) {
    const profile = await casework.profiles.get(caseId);
    const organisation = await casework.organisationAt(facts.organisation);
    const open =
      about !== 'identity' || profile === undefined ? [] : methodsToAsk(state, profile, organisation).map(idOfMethod);
    if (methods.some((method) => !open.includes(method)))
      return open.length === 0
        ? incomplete(['methods'], 'no-methods-to-choose')
        : incomplete(['methods'], 'methods-not-offered', { methods: open.join(', ') });
  }
  const several = choices !== undefined || methods !== undefined;
  const text = await keepWords(casework, caseId, several ? { question, choices, methods } : question);
  return { type: 'ask', about, why, text, doubtSince, suspend };
}

export async function correctReceipt({
  casework,
  state,
  command,
}: Asked<'correct-receipt'>): Promise<Command | IncompleteCommand> {
  const receivedAt = new Date(command.receivedAt).toISOString();
  const dates = datesOf(receivedAt, calendarOf(state), []);
  return {
    type: 'correct-receipt',
    receivedAt,
    receivedLocalDate: dates.receivedLocalDate,
    due: dates.unsuspendedDue,
    extendedDue: dates.unsuspendedExtendedDue,
    text: await keepWords(casework, state.caseId, command.reason),
  };
}

export async function changeContact({
  casework,
  state,
  command,
  now,
}: Asked<'change-contact'>): Promise<Command | IncompleteCommand> {
  const email = normalise('email', command.email, { today: localDate(now, state.facts.timeZone) });
  if (!email.valid || !isWritable(email.identifier)) return incomplete(['email'], 'address-not-writable');
  if (command.oldIsLost !== (command.why !== undefined)) return incomplete(['why'], 'say-why-old-is-not-told');
  return {
    type: 'change-contact',
    to: await keepContact(casework, state.caseId, email.identifier),
    oldIsLost: command.oldIsLost,
    ...(command.why === undefined ? {} : { why: command.why }),
  };
}

/** An item in words, for a letter; nothing where the words are missing. */
function writtenItem({ what, ground, law, reason, until }: GivenItem): readonly z.infer<typeof refusedItemSchema>[] {
  if (what === undefined) return [];
  return [{ what, ground, reason, ...(law === undefined ? {} : { law }), ...(until === undefined ? {} : { until }) }];
}

/** The refused kinds for the log; what they are called, and the reasons, are kept in the language of the letters. */
async function keptKinds(
  { casework, state, resources }: Pick<Asked<'refuse'>, 'casework' | 'state' | 'resources'>,
  given: readonly GivenItem[],
): Promise<readonly RefusedItem[] | IncompleteCommand> {
  const organisation = await casework.organisationAt(state.facts.organisation);
  const language = languageFor(state.facts.language);
  const kept: RefusedItem[] = [];
  for (const { system: id, resource, ground, law, reason, until } of given) {
    const system = organisation.systems.find((one) => one.id === id);
    const kinds = system === undefined ? {} : resources(system);
    const kind = resource !== undefined && Object.hasOwn(kinds, resource) ? kinds[resource] : undefined;
    if (system === undefined || resource === undefined || kind === undefined)
      return incomplete(['items'], 'kind-not-named');
    const what = `${system.title[language]}: ${kind.title[language]}`;
    const text = await keepWords(casework, state.caseId, { what, reason, ...(law === undefined ? {} : { law }) });
    kept.push({ system: system.id, resource, ground, text, until: until ?? null });
  }
  return kept;
}

export async function refuseCommand({
  casework,
  state,
  command,
  resources,
}: Asked<'refuse'>): Promise<Command | IncompleteCommand | Refusal> {
  const { scope, reason, granted, evidence, restates } = command;
  const { ground, law } = groundOf(command.ground, command.law);
  const byKind = scope === 'part' && isAnsweredByPackage(state);
  const given = command.items?.map((item) => ({ ...item, ...groundOf(item.ground, item.law) }));
  const items = byKind ? undefined : given?.flatMap(writtenItem);
  if (items !== undefined && items.length < (given?.length ?? 0)) return incomplete(['items'], 'say-what-is-refused');
  const lawless = [{ ground, law }, ...(given ?? [])].some(
    (one) => one.ground === 'other-law' && one.law === undefined,
  );
  if (lawless) return incomplete(['law'], 'law-not-named');
  for (const one of [{ ground, law }, ...(given ?? [])]) {
    const problem = groundProblem(askedRights(state), scope, one);
    if (problem !== undefined) return refuse(problem);
  }
  if (scope === 'whole' && granted !== undefined) return incomplete(['granted'], 'nothing-granted-of-a-whole');
  const words = {
    reason,
    ...(law === undefined ? {} : { law }),
    ...(items === undefined ? {} : { items }),
    ...(granted === undefined ? {} : { granted }),
  };
  const keep = async (text: string): Promise<string> => await keepWords(casework, state.caseId, text);
  const kinds = byKind ? await keptKinds({ casework, state, resources }, given ?? []) : [];
  if ('ok' in kinds) return kinds;
  return {
    type: 'refuse',
    scope,
    ground,
    text: await keepWords(casework, state.caseId, words),
    ...(byKind ? { items: kinds } : {}),
    ...(restates === undefined ? {} : { restates }),
    ...(evidence === undefined
      ? {}
      : {
          evidence: {
            voluntariness: await keep(evidence.voluntariness),
            aim: await keep(evidence.aim),
            elapsed: await keep(evidence.elapsed),
            pattern: await keep(evidence.pattern),
          },
        }),
  };
}

/** A ground as the log lists it; what was written in words is a law, and stays in the words of the letter. */
function groundOf(given: string, law: string | undefined): { readonly ground: RefusalGround; readonly law?: string } {
  const code = refusalGroundSchema.safeParse(given);
  if (!code.success) return { ground: 'other-law', law: given };
  return { ground: code.data, ...(law === undefined ? {} : { law }) };
}

export async function endCommand({ casework, state, command }: Asked<'end'>): Promise<Command | IncompleteCommand> {
  const { ending, reason, wouldHelp, company, companyEmail, estateRoute } = command;
  if (ending === 'forwarded' && (company === undefined || companyEmail === undefined))
    return incomplete(['company', 'companyEmail'], 'company-not-named');
  if (ending === 'deceased' && estateRoute === undefined) return incomplete(['estateRoute'], 'estate-route-not-named');
  const words = {
    ...(reason === undefined ? {} : { reason }),
    ...(wouldHelp === undefined ? {} : { wouldHelp }),
    ...(company === undefined ? {} : { company }),
    ...(companyEmail === undefined ? {} : { companyEmail }),
    ...(estateRoute === undefined ? {} : { estateRoute }),
  };
  const text = Object.keys(words).length === 0 ? null : await keepWords(casework, state.caseId, words);
  return { type: 'end', ending, text };
}
