import { localDate } from '../../clock/deadline.ts';
import { disputesIn } from '../rights/dispute.ts';
import { identifiersIn } from '../sender/mail-identifiers.ts';
import type { Ours } from '../sender/own-addresses.ts';
import { ownWords } from './own-words.ts';
import type { ParsedMail } from '../parts/parse.ts';
import { readingsOf } from './readings.ts';
import { wordsOf } from './sentences.ts';
import type { Sender } from '../sender/sender.ts';
import { agreedWithdrawal, type MailedWithdrawal } from '../rights/withdrawal.ts';
import { wordsIn, type Words } from './words-in.ts';

/** What a mail says in all of its forms. */
export interface Spoken {
  readonly words: Words;
  /** Whether the forms of the mail, or its hidden words, ask for different things. Staff then decide which is meant. */
  readonly differs: boolean;
  /** What all forms and the hidden words together say about withdrawing. */
  readonly withdrawal: MailedWithdrawal | undefined;
}

interface Around {
  readonly ours: Ours;
  readonly timeZone: string;
  readonly receivedAt: string;
}

/** Reads each form of a mail, and compares the results. */
export function spokenIn(mail: ParsedMail, sender: Sender, around: Around): Spoken {
  const said = (text: string): Words => wordsIn({ ...mail, text }, sender, around);
  const { main, other, withHidden, certain } = readingsOf(mail, (text) => asks(said(text)));
  const words = said(main);
  const differ = (one: Words, another: Words): boolean => outcomeOf(one, around) !== outcomeOf(another, around);
  const base = other === undefined || isSame(main, other) ? undefined : said(other);
  const otherDiffers = base !== undefined && differ(base, words);
  const shown = base ?? words;
  // Two more readings of the HTML: with the hidden words, and without the words that may be hidden.
  const readings = [withHidden, certain].flatMap((text) =>
    text === undefined || isSame(other ?? main, text) ? [] : [said(text)],
  );
  const hiddenDiffers = mail.html?.beyond === true || readings.some((one) => differ(one, shown));
  // If the form that counts asks for nothing, the request in the other form is taken, and staff decide on it.
  const richer = otherDiffers && !asks(words) ? shown : words;
  const forms = [words, base, ...readings].flatMap((one) => (one === undefined ? [] : [one.withdrawal]));
  return { words: richer, differs: otherDiffers || hiddenDiffers, withdrawal: agreedWithdrawal(forms, mail, sender) };
}

/** Whether the text asks for anything, or mentions the writer's data. */
export function asks({ asked, all, withdrawal }: Words): boolean {
  return asked.rights.length > 0 || asked.hint === 'unclear' || withdrawal !== undefined || disputesIn(all).length > 0;
}

function isSame(one: string, other: string): boolean {
  return wordsOf(ownWords(one)).join(' ') === wordsOf(ownWords(other)).join(' ');
}

/** A summary of what was read, as a text that can be compared. */
function outcomeOf(
  { asked, agent, forwarded, language, all, withdrawal }: Words,
  { receivedAt, timeZone, ours }: Around,
): string {
  const numbers = identifiersIn(all, {
    today: localDate(receivedAt, timeZone),
    language,
    ours,
    excluded: [],
  }).filter(({ kind }) => kind === 'personnummer');
  return JSON.stringify([
    asked.rights.toSorted(),
    asked.more.toSorted(),
    asked.onlyMarketing,
    asked.marketing,
    // `withdrawal.of` is not compared here, because `agreedWithdrawal` compares it.
    withdrawal?.stopUsing ?? null,
    disputesIn(all),
    agent ?? null,
    forwarded?.requester ?? null,
    numbers.map(({ value }) => value).toSorted(),
  ]);
}
