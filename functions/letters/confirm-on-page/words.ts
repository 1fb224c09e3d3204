import { say, link } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Ombedd att bekräfta på sidan',
  words: (content, frame) => ({
    subject: inSwedish.subject('Bekräfta på sidan för ditt ärende', frame),
    blocks: [
      say(
        'Vi har fått ett mejl om ditt ärende som ber om en ändring: att begäran dras tillbaka eller tas upp igen. Mejlet ensamt visar inte att du har skrivit det och vill ha ändringen, så vi har inte ändrat något. Vill du ha ändringen gör du den på sidan för ditt ärende:',
      ),
      link('Till ditt ärende', content.statusLink),
      say('Har du inte skrivit till oss behöver du inte göra något.'),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Asked to confirm on the page',
  words: (content, frame) => ({
    subject: inEnglish.subject('Confirm it on the page of your case', frame),
    blocks: [
      say(
        'We have received a mail about your case that asks for a change: to withdraw the request, or to take it up again. We cannot tell from the mail alone that you wrote it and want this, so we have changed nothing. If you want the change, make it on the page of your case:',
      ),
      link('To your case', content.statusLink),
      say('If you did not write to us, you need not do anything.'),
    ],
  }),
};
