// If a case is closed because nobody replied, the letter names the open question.
import { expect, it } from 'vitest';
import { at, give, letterOf, openIn, proveAtDesk, watch } from '../desk.ts';
import { Office } from '../office.ts';

const suspend = false;
const whoAsks = {
  type: 'ask',
  about: 'identity',
  why: 'contact-not-known',
  question: 'Visa vem du är.',
  suspend,
} as const;
const question = 'Vad ska raderas?';
const whatFor = { type: 'ask', about: 'clarification', why: 'request-not-understood', question, suspend } as const;

it.each([
  ['the one about the request where the person has shown who asks', true, 'vad din begäran gäller'],
  ['the one about who asks where that is open too', false, 'om något som visar att det är du'],
])('%s', async (_, proves, words) => {
  const office = new Office();
  const caseId = await openIn(office, { rights: ['erasure'] }, { hold: 'right-handled-by-staff' });
  await give(office, caseId, whoAsks, at(0, 1));
  if (proves) await proveAtDesk(office, caseId, at(1));
  await give(office, caseId, whatFor, at(1));
  for (const day of [20, 33, 40, 60, 100]) await watch(office, at(day));
  expect(await office.state(caseId)).toMatchObject({ stage: { kind: 'closed', ending: 'no-answer' } });
  const text = letterOf(office, caseId, 'M26');
  expect(text).toContain(words);
  const other = proves ? 'visar att det är du. Vi har inte' : 'vad din begäran gäller. Vi har inte';
  expect(text).not.toContain(other);
});
