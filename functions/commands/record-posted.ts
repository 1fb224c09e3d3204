import { outOfOrder } from '#domain/case/decision.ts';
import { letterOfId } from '#domain/case/letters/coded-letter.ts';
import { field, words } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const recordPosted = staffCommand({
  type: 'record-posted',
  group: 'waiting',
  roles: ['case-worker'],
  title: { sv: 'Ett brev att posta', en: 'A letter to post' },
  help: {
    sv: 'Skriv ut brevet, posta det och anteckna sedan att det är på väg.',
    en: 'Print the letter and post it. Then record that you have posted it.',
  },
  submit: { sv: 'Det är postat', en: 'It has been posted' },
  done: { sv: 'Det är antecknat att brevet är postat.', en: 'It is recorded that the letter has been posted.' },
  target: 'letter',
  fields: { letter: field(words(80), { label: { sv: 'Brev', en: 'Letter' }, widget: { as: 'target' } }) },
  targets: ({ lettersToPost }) => lettersToPost,
  trial: (_, target) => {
    const letter = letterOfId(target);
    if (letter === undefined) throw new Error('a target of record-posted is not the id of a letter');
    return { type: 'record-posted', letter };
  },
  ask: ({ letter: id }, { state }) => {
    const letter = letterOfId(id);
    return letter === undefined ? outOfOrder(state) : { type: 'record-posted', letter };
  },
});

/** The labels of the card of a letter to post. */
export const recordPostedLabels = labels({
  sv: { open: 'Öppna brevet för utskrift', letter: (what: string) => `Att posta: ${what}` },
  en: { open: 'Open the letter to print', letter: (what: string) => `To post: ${what}` },
});
