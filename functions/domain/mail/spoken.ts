import { localDate } from '../clock/deadline.ts';
import { disputesIn } from './dispute.ts';
import { identifiersIn } from './mail-identifiers.ts';
import type { Ours } from './own-addresses.ts';
import { ownWords } from './own-words.ts';
import type { ParsedMail } from './parse.ts';
import { readingsOf } from './readings.ts';
import { wordsOf } from './sentences.ts';
import type { Sender } from './sender.ts';
import { agreedWithdrawal, type MailedWithdrawal } from './withdrawal.ts';
import { wordsIn, type Words } from './words-in.ts';

/** What a mail says, whichever of its forms is read. */
export interface Spoken {
  readonly words: Words;
  /** The forms of the mail, or its hidden words, ask for different things: a person has to see which is meant. */
  readonly differs: boolean;
  /** What all forms and the hidden words say of taking back. */
  readonly withdrawal: MailedWithdrawal | undefined;
}

interface Around {
  readonly ours: Ours;
  readonly timeZone: string;
  readonly receivedAt: string;
}

/** Reads each form of a mail, and compares what they come to. */
export function spokenIn(mail: ParsedMail, sender: Sender, around: Around): Spoken {
  const said = (text: string): Words => wordsIn({ ...mail, text }, sender, around);
  const { main, other, withHidden, certain } = readingsOf(mail, (text) => asks(said(text)));
  const words = said(main);
  const differ = (one: Words, another: Words): boolean => outcomeOf(one, around) !== outcomeOf(another, around);
  const base = other === undefined || isSame(main, other) ? undefined : said(other);
  const otherDiffers = base !== undefined && differ(base, words);
  const shown = base ?? words;
  // The same words read with what is hidden, and without what may be.
  const readings = [withHidden, certain].flatMap((text) =>
    text === undefined || isSame(other ?? main, text) ? [] : [said(text)],
  );
  const hiddenDiffers = mail.html?.beyond === true || readings.some((one) => differ(one, shown));
  // Where one form asks for nothing, what the other asks for is what staff have to decide on.
  const richer = otherDiffers && !asks(words) ? shown : words;
  const forms = [words, base, ...readings].flatMap((one) => (one === undefined ? [] : [one.withdrawal]));
  return { words: richer, differs: otherDiffers || hiddenDiffers, withdrawal: agreedWithdrawal(forms, mail, sender) };
}

/** Whether somebody asks for anything at all, or speaks of their own data. */
export function asks({ asked, all, withdrawal }: Words): boolean {
  return asked.rights.length > 0 || asked.hint === 'unclear' || withdrawal !== undefined || disputesIn(all).length > 0;
}

function isSame(one: string, other: string): boolean {
  return wordsOf(ownWords(one)).join(' ') === wordsOf(ownWords(other)).join(' ');
}

/** What follows from words, as one text. */
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
    // How clearly it is said, all forms have to agree on: `agreedWithdrawal`.
    withdrawal?.stopUsing ?? null,
    disputesIn(all),
    agent ?? null,
    forwarded?.requester ?? null,
    numbers.map(({ value }) => value).toSorted(),
  ]);
}
