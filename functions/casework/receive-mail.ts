import type { HoldReason } from '#domain/case/vocabulary.ts';
import { hasEnded } from '#domain/case/state.ts';
import { localDate } from '#domain/clock/deadline.ts';
import { sameIdentifier, type Identifier } from '#domain/identifiers/identifier.ts';
import { normalise } from '#domain/identifiers/normalise.ts';
import { languageFor } from '#domain/language.ts';
import { classifyMail, type Classification, type Why } from '#domain/mail/classify.ts';
import { parseHeaderOnly, parseMail, type ParsedMail } from '#domain/mail/parse.ts';
import { referenceIn } from '#domain/mail/reference.ts';
import { domainOf, emailAddress, senderOf } from '#domain/mail/sender.ts';
import type { Verdicts } from '#domain/mail/verdicts.ts';
import { intakeAddresses } from '#domain/organisation/controller.ts';
import type { Controller, Organisation } from '#domain/organisation/organisation.ts';
import { controllersAt } from '#domain/organisation/scope.ts';
import type { SubjectRequest } from '#domain/request.ts';
import { rightSchema, type Right } from '#domain/rights.ts';
import type { Summary } from '#store/summaries.ts';
import { act } from './act.ts';
import type { Casework } from './casework.ts';
import { loadCase } from './commit-command.ts';
import { openFromProfile, openRequest } from './open-request.ts';

/** A mail as SES hands it over. */
export interface ReceivedMail {
  readonly raw: Uint8Array;
  readonly verdicts: Verdicts;
  /** ISO 8601, UTC. */
  readonly receivedAt: string;
  /** SES's id of the mail: the same id is the same mail. */
  readonly messageId: string;
  /** The address of ours that it was sent to. */
  readonly recipient?: string;
}

/** What became of a mail. */
export interface Reception {
  readonly outcome: 'opened' | 'held' | 'attached' | 'no-request';
  /** The case that it opened or joined. */
  readonly caseId?: string;
  readonly why: Why | 'received-before';
  /** Whether the raw mail has to go: nobody's request, or an infected attachment in it. */
  readonly mail: 'keep' | 'destroy';
}

const subject = { kind: 'subject', id: 'subject' } as const;
const workflow = { kind: 'workflow', id: 'receive-mail' } as const;

/** Texts that a case takes from mail; what comes after that opens a case of its own, which a person looks at. */
const mostTexts = 50;

/**
 * Does what a mail asks for: opens a case, holds it for a person, adds the mail to the case that it answers, or
 * nothing. The same message id again changes nothing. To a held mail nobody is written.
 */
export async function receiveMail(
  casework: Casework,
  organisationHash: string,
  input: ReceivedMail,
  newCaseKey: string,
  now: string,
): Promise<Reception> {
  const { organisation, keys } = casework;
  const { controller, known } = controllerFor(organisation, input.recipient);
  const mail = await readMail(input);
  const caseId = keys.caseId(route, input.messageId);
  const ownDomains = domainsOf(organisation);
  const context = { ownDomains, receivedAt: input.receivedAt, timeZone: controller.timeZone };
  const sender = senderOf(mail).address;
  // A second delivery of this mail finds the case that the first one opened: it is not a case it could join.
  const cases = (sender === null ? [] : await casesOf(casework, sender)).filter((one) => one.caseId !== caseId);
  const openCases = cases
    .filter(({ list, controller: id }) => list === 'open' && id === controller.id)
    .map((one) => ({ reference: one.caseId, rights: one.rights }));
  const classified = classifyMail(mail, input.verdicts, { ...context, openCases });
  const { why } = classified;

  if (classified.disposition === 'no-case') {
    if (classified.alertCase === true) await noteBounce(casework, mail, ownDomains, input.messageId, now);
    // What a person wrote stays until the bucket's own end, in case we did not understand it.
    return { outcome: 'no-request', why, mail: why === 'nothing-asked' ? 'keep' : 'destroy' };
  }
  let rights = classified.rights.flatMap((right): readonly Right[] => {
    const parsed = rightSchema.safeParse(right);
    return parsed.success ? [parsed.data] : [];
  });
  if (classified.disposition === 'attach-to-case') {
    const joined = cases.find((one) => one.caseId === classified.caseOf);
    const added = joined === undefined ? [] : rights.filter((right) => !joined.rights.includes(right));
    const isNew = joined?.list === 'open' ? added.length > 0 : rights.length > 0;
    if (
      joined !== undefined &&
      (await addNote(casework, joined.caseId, textOf(mail, classified), input.messageId, now))
    ) {
      if (!isNew) return { outcome: 'attached', caseId: joined.caseId, why, mail: 'keep' };
      // A further right, or one asked for after the end, is a request of its own with its own period.
      rights = joined.list === 'open' ? added : rights;
    }
  }

  const hold = holdFor(classified, rights, known);
  await open(casework, organisationHash, { input, mail, classified, controller, rights, hold }, newCaseKey, now);
  const infected = input.verdicts.virus === 'FAIL';
  if (!infected) await casework.profiles.addText(caseId, 'inbound-mail', input.messageId);
  return { outcome: hold === null ? 'opened' : 'held', caseId, why, mail: infected ? 'destroy' : 'keep' };
}

/** The case that a mail has opened already, so that a second delivery needs nothing more; `undefined` if it has not. */
export async function receivedBefore(
  casework: Casework,
  { messageId, verdicts }: Pick<ReceivedMail, 'messageId' | 'verdicts'>,
): Promise<Reception | undefined> {
  const caseId = casework.keys.caseId(route, messageId);
  const { state } = await loadCase(casework, caseId);
  if (state.status === 'absent') return undefined;
  const { hold } = state.facts;
  return {
    outcome: hold === null ? 'opened' : 'held',
    caseId,
    why: 'received-before',
    mail: verdicts.virus === 'FAIL' ? 'destroy' : 'keep',
  };
}

const route = 'email';

/** Reads the mail; of one that cannot be read, the header, and something that a person must look at. */
async function readMail({ raw, verdicts }: ReceivedMail): Promise<ParsedMail> {
  const parsed = await parseMail(raw, verdicts.virus === 'FAIL' ? 'leave' : 'open');
  if (parsed.ok) return parsed.mail;
  return { ...(await parseHeaderOnly(raw)), text: `(${parsed.code})`, attachments: 1 };
}

function controllerFor(
  organisation: Organisation,
  recipient: string | undefined,
): { readonly controller: Controller; readonly known: boolean } {
  const { controllers } = organisation;
  const named = recipient === undefined ? [] : controllersAt(organisation, recipient);
  const [first] = controllers;
  if (first === undefined) throw new Error('the organisation has no controller');
  // A mailbox that companies share says of none of them that it is meant.
  return { controller: named[0] ?? first, known: named.length === 1 || controllers.length === 1 };
}

function domainsOf(organisation: Organisation): readonly string[] {
  const addresses = organisation.controllers.flatMap(intakeAddresses).map(emailAddress);
  return [...new Set(addresses.flatMap((address) => (address === undefined ? [] : [domainOf(address)])))];
}

async function casesOf(casework: Casework, address: string): Promise<readonly Summary[]> {
  return await casework.summaries.ofPerson(casework.keys.personHash({ kind: 'email', value: address }));
}

/** Why the case waits for a person, or `null` when the workflow can begin. */
function holdFor(classified: Classification, rights: readonly Right[], controllerKnown: boolean): HoldReason | null {
  if (classified.holdReason !== undefined) return classified.holdReason;
  if (classified.requesterAuthenticated === false) return 'forwarded-by-colleague';
  if (rights.length === 0 || !controllerKnown) return 'request-unclear';
  // A mandate is checked by a person before anything is searched.
  if (classified.why === 'for-another-person' || !rights.includes('access')) return 'right-handled-by-staff';
  return null;
}

interface Opening {
  readonly input: ReceivedMail;
  readonly mail: ParsedMail;
  readonly classified: Classification;
  readonly controller: Controller;
  readonly rights: readonly Right[];
  readonly hold: HoldReason | null;
}

async function open(
  casework: Casework,
  organisationHash: string,
  { input, mail, classified, controller, rights, hold }: Opening,
  newCaseKey: string,
  now: string,
): Promise<void> {
  const contact = contactOf(mail, classified);
  const today = localDate(input.receivedAt, controller.timeZone);
  const claimed = classified.identifiers
    // What was written with a wrong check digit is in the text; it is not searched for.
    .filter(({ kind, value }) => normalise(kind, value, { today }).valid)
    .filter((one) => !sameIdentifier(one, contact))
    .slice(0, 9);
  const request: SubjectRequest = {
    controller: controller.id,
    // A case needs a right. One that is unclear is held, and a person decides what it is about.
    rights: rights.length === 0 ? ['access'] : [...rights],
    language: languageFor(classified.language),
    identifiers: [contact, ...claimed].map(({ kind, value }) => ({ kind, value })),
    message: textOf(mail, classified).slice(0, 20_000),
  };
  const opened = await openRequest(
    casework,
    organisationHash,
    { request, controller, contact, claimed },
    {
      channel: 'email',
      receivedAt: new Date(classified.clockStart ?? input.receivedAt).toISOString(),
      route,
      idempotencyKey: input.messageId,
      hold,
    },
    newCaseKey,
    now,
  );
  if (opened.ok) return;
  // The same mail, understood differently by an earlier version of this code: the case stays as it was kept.
  const profile = await casework.profiles.get(casework.keys.caseId(route, input.messageId));
  const kept = casework.organisation.controllers.find(({ id }) => id === profile?.controller);
  if (profile === undefined || kept === undefined) throw new Error('the profile of a received mail is gone');
  await openFromProfile(casework, organisationHash, profile, kept, now);
}

/**
 * Where we would write: the requester's own address where a colleague passed the mail on, else the From address. Of
 * two From addresses the first, and of none one that reaches nobody: such cases are held, and held cases are silent.
 */
function contactOf(mail: ParsedMail, { from, requester, requesterAuthenticated }: Classification): Identifier {
  const forwarder = requesterAuthenticated === false && requester !== undefined ? emailAddress(requester) : undefined;
  const [first] = mail.from.flatMap(({ address }) => emailAddress(address) ?? []);
  return { kind: 'email', value: forwarder ?? from ?? first ?? 'unknown@sender.invalid' };
}

/** The mail as staff read it: subject and whole text, as plain text. */
function textOf(mail: ParsedMail, { authenticated }: Classification): string {
  return `${authenticated ? '' : '(sender not proven)\n'}${mail.subject}\n\n${mail.text}`.trim();
}

/** Adds a mail to a case as a note; `false` when the case cannot take it (erased, or full). */
async function addNote(
  casework: Casework,
  caseId: string,
  text: string,
  messageId: string,
  now: string,
): Promise<boolean> {
  const profile = await casework.profiles.get(caseId);
  const id = `mail-${messageId}`;
  if (profile === undefined) return false;
  if (Object.keys(profile.texts).length >= mostTexts && !Object.hasOwn(profile.texts, id)) return false;
  await casework.profiles.addText(caseId, id, text.slice(0, 4_000));
  const acted = await act(
    casework,
    caseId,
    { commandId: `mail/${messageId}`, by: subject, command: { type: 'note', text: id } },
    now,
  );
  return acted.ok;
}

/** Tells a case that a letter did not arrive, where the returned mail was sent to that case's contact. */
async function noteBounce(
  casework: Casework,
  bounce: ParsedMail,
  ownDomains: readonly string[],
  messageId: string,
  now: string,
): Promise<void> {
  for (const returned of bounce.enclosed) {
    const reference = referenceIn(returned, ownDomains);
    if (reference === undefined) continue;
    const profile = await casework.profiles.get(reference);
    const sentTo = returned.to.map(({ address }) => emailAddress(address));
    if (profile === undefined || !sentTo.includes(profile.contact.value)) continue;
    const { state } = await loadCase(casework, reference);
    const id = `bounce-${messageId}`;
    if (state.status === 'absent' || hasEnded(state) || Object.keys(profile.texts).length >= mostTexts) continue;
    await casework.profiles.addText(reference, id, bounceWords);
    await act(
      casework,
      reference,
      { commandId: `bounce/${messageId}`, by: workflow, command: { type: 'note', text: id } },
      now,
    );
  }
}

const bounceWords =
  'Ett brev i ärendet kunde inte levereras till personens adress. / A letter could not be delivered to the person.';
