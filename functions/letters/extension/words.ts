import { say, list, link, sentences, sentence } from '../blocks.ts';
import type { Words } from '../letter.ts';
import * as inEnglish from '../phrases/en.ts';
import * as inSwedish from '../phrases/sv.ts';
import type { Content } from './letter.ts';

export const swedish: Words<Content> = {
  title: 'Förlängd tid',
  words: (content, frame) => ({
    subject: inSwedish.subject('Vi behöver mer tid', frame),
    blocks: [
      say(
        `Vi förlänger svarstiden för ${inSwedish.theirs(frame)} till senast den ${inSwedish.day(content.extendedDue)} enligt artikel 12.3 i dataskyddsförordningen.`,
      ),
      sentences(
        `Skälet är ${content.category === 'complexity' ? 'att begäran är komplicerad' : 'antalet begäranden'}.`,
        sentence(content.reason),
      ),
      ...(content.available.length === 0 ? [] : [say('Detta kan du hämta redan nu:'), list(content.available)]),
      inSwedish.complaint(frame),
      link('Följ ditt ärende', content.statusLink),
    ],
  }),
};

export const english: Words<Content> = {
  title: 'Extension of the period',
  words: (content, frame) => ({
    subject: inEnglish.subject('We need more time', frame),
    blocks: [
      say(
        `We extend the period for answering ${inEnglish.theirs(frame)} to no later than ${inEnglish.day(content.extendedDue)} under Article 12(3) GDPR.`,
      ),
      sentences(
        `The reason is ${content.category === 'complexity' ? 'the complexity of the request' : 'the number of requests'}.`,
        sentence(content.reason),
      ),
      ...(content.available.length === 0 ? [] : [say('You can fetch this already:'), list(content.available)]),
      inEnglish.complaint(frame),
      link('Follow your case', content.statusLink),
    ],
  }),
};
