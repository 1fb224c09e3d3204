import { say } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Hänvisning till den ansvarige',
  words: (content, frame) => ({
    subject: inSwedish.subject(`${inSwedish.theirsInShort(frame, true)} kan gälla en annan verksamhet`, frame),
    blocks: [
      say(
        'En del av det vi gör sker för andra verksamheters räkning. Då är vi personuppgiftsbiträde. Om dina uppgifter finns där svarar den verksamheten. Vi kan varken bekräfta eller utesluta det.',
      ),
      say(
        content.named === null
          ? 'Vänd dig till den verksamhet som du har kontakt med, till exempel din arbetsgivare eller vårdgivare.'
          : content.named.sentOn === null
            ? `Du nämnde ${content.named.to}. Gäller det uppgifter som den verksamheten svarar för, vänd dig dit.`
            : `Vi har skickat ${inSwedish.theirsInShort(frame)} till ${content.named.to} den ${inSwedish.day(content.named.sentOn)}, eftersom du nämnde den verksamheten.`,
      ),
      ...(content.ownPartContinues
        ? [say('Vi går vidare med det som vi själva ansvarar för. Du får ett eget svar om det.')]
        : []),
      inSwedish.complaint(frame),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Referred to the controller',
  words: (content, frame) => ({
    subject: inEnglish.subject(`${inEnglish.theirsInShort(frame, true)} may concern another organisation`, frame),
    blocks: [
      say(
        'Some of what we do is done on behalf of other organisations. For this work we are a processor. If it includes your data, that organisation answers. We can neither confirm nor rule it out.',
      ),
      say(
        content.named === null
          ? 'Please turn to the organisation that you are in contact with, for example your employer or your care provider.'
          : content.named.sentOn === null
            ? `You named ${content.named.to}. If it concerns data that this organisation answers for, please turn to it.`
            : `We sent ${inEnglish.theirsInShort(frame)} to ${content.named.to} on ${inEnglish.day(content.named.sentOn)}, because you named that organisation.`,
      ),
      ...(content.ownPartContinues
        ? [say('We continue with what we are responsible for ourselves. You will get a separate answer about that.')]
        : []),
      inEnglish.complaint(frame),
    ],
  }),
};
