import { agentIn } from '../sender/agent.ts';
import { forwardedRequest } from '../forwarded/forwarded.ts';
import { languageOf } from './language.ts';
import type { MailLanguage } from './mail-language.ts';
import { isOurs, type Ours } from '../sender/own-addresses.ts';
import { ownWords, withoutSignature } from './own-words.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { writerNames } from '../sender/person-name.ts';
import { recogniseRights, type AskedFor } from '../rights/recognise-rights.ts';
import { isOthersSubject } from '../named-case/reference.ts';
import type { Sender } from '../sender/sender.ts';
import { withdrawalIn, type Withdrawal } from '../rights/withdrawal.ts';

/** The requester's text, and what it asks for. */
export interface Words {
  readonly language: MailLanguage | 'und';
  readonly asked: AskedFor;
  readonly forwarded: ReturnType<typeof forwardedRequest>;
  readonly agent: ReturnType<typeof agentIn>;
  /** The text of the requester, without the subject. */
  readonly body: string;
  /** The subject and the text of the requester. */
  readonly all: string;
  readonly withdrawal: Withdrawal | undefined;
}

/** Finds the words of the requester, and what they ask for. */
export function wordsIn(
  mail: ParsedMail,
  sender: Sender,
  context: { readonly ours: Ours; readonly timeZone: string },
): Words {
  const fromColleague = sender.address !== null && isOurs(sender.address, context.ours);
  const forwarded = fromColleague ? forwardedRequest(mail, context.ours, context.timeZone) : undefined;
  const subject = forwarded === undefined ? (isOthersSubject(mail) ? '' : mail.subject) : forwarded.subject;
  const text = forwarded === undefined ? ownWords(mail.text) : forwarded.text;
  const writer = writerNames(sender.name, text);
  const agent = forwarded === undefined ? agentIn(`${subject}\n\n${text}`, writer) : undefined;
  const body = agent === undefined ? text : withoutSignature(text, sender.name);
  const all = `${subject}\n\n${body}`;
  const asked = recogniseRights(all, agent !== undefined);
  const language = languageOf(all);
  return {
    // A single word can be a request. `languageOf` cannot tell the language of so short a text.
    language: language === 'und' ? (asked.language ?? 'und') : language,
    asked,
    forwarded,
    agent,
    body,
    all,
    withdrawal: withdrawalIn(body, sender.name, subject),
  };
}
