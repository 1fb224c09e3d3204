// Whichever two rights a mail requests and however it joins them, both are recognised or a person reads the mail.
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { recogniseRights } from '#domain/mail/rights/recognise-rights.ts';
import type { Right } from '#domain/rights.ts';

interface Demand {
  readonly right: Right;
  readonly text: string;
}

const demands = (right: Right, ...texts: readonly string[]): readonly Demand[] =>
  texts.map((text) => ({ right, text }));

const swedish = [
  ...demands(
    'access',
    'jag vill ha ett registerutdrag',
    'skicka mig en kopia av mina uppgifter',
    'jag begär tillgång till mina uppgifter',
    'jag vill veta vilka uppgifter ni har om mig',
    'jag vill ta del av mina personuppgifter',
    'skicka allt ni har om mig',
  ),
  ...demands(
    'erasure',
    'jag vill att ni raderar mina uppgifter',
    'radera mitt konto',
    'jag vill bli raderad',
    'jag begär radering',
    'ta bort alla mina uppgifter',
    'jag vill bli glömd',
  ),
  ...demands(
    'rectification',
    'rätta min adress',
    'jag vill att ni rättar mitt namn',
    'jag begär rättelse',
    'mitt namn är fel',
  ),
  ...demands(
    'restriction',
    'begränsa behandlingen av mina uppgifter',
    'jag begär begränsning av behandlingen',
    'frys mina uppgifter',
  ),
  ...demands('portability', 'jag vill ha mina uppgifter i ett maskinläsbart format', 'jag begär dataportabilitet'),
  ...demands(
    'objection',
    'sluta skicka reklam till mig',
    'jag invänder mot profilering',
    'jag vill inte ha fler nyhetsbrev',
    'avregistrera mig från nyhetsbrevet',
    'jag motsätter mig behandlingen av mina uppgifter',
  ),
  ...demands('consent-withdrawal', 'jag återkallar mitt samtycke', 'jag drar tillbaka mitt samtycke'),
];

const english = [
  ...demands(
    'access',
    'I want a copy of my data',
    'send me all the data you hold about me',
    'I request access to my personal data',
    'I would like to know what data you have about me',
    'I am making a subject access request',
    'please provide me with my personal data',
  ),
  ...demands(
    'erasure',
    'I want my data erased',
    'delete my account',
    'I request the erasure of my data',
    'please remove all my personal data',
    'I want to be forgotten',
  ),
  ...demands(
    'rectification',
    'correct my address',
    'please update my name',
    'my address is wrong',
    'I request rectification',
  ),
  ...demands('restriction', 'restrict the processing of my data', 'I request restriction of processing'),
  ...demands('portability', 'I want my data in a machine-readable format', 'I request data portability'),
  ...demands(
    'objection',
    'stop sending me marketing',
    'I object to the processing of my data',
    'unsubscribe me from your newsletter',
    'I do not want any more newsletters',
  ),
  ...demands('consent-withdrawal', 'I withdraw my consent', 'I revoke my consent'),
];

/** The demands of a language, and words that join them. */
const languages = [
  { table: swedish, ands: ['och', 'samt', 'men också', 'och dessutom', 'och sedan'], lead: 'Jag vill följande:' },
  { table: english, ands: ['and', 'and also', 'as well as', 'but also', 'and then'], lead: 'I want the following:' },
];

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Ways to write several demands one after another. */
const ways: readonly ((texts: readonly string[], and: string, lead: string) => string)[] = [
  (texts, and) => `${capital(texts.join(` ${and} `))}.`,
  (texts, and) => `${capital(texts.slice(0, -1).join(', '))} ${and} ${texts.at(-1) ?? ''}.`,
  (texts, and) => `${capital(texts.slice(0, -1).join(', '))}, ${and} ${texts.at(-1) ?? ''}!`,
  (texts) => `${capital(texts.join(', '))}.`,
  (texts) => texts.map((text) => `${capital(text)}.`).join(' '),
  (texts) => texts.map(capital).join('\n\n'),
  (texts, _, lead) => `${lead}\n${texts.map((text) => `- ${text}`).join('\n')}`,
  (texts, _, lead) => `${lead}\n\n${texts.map((text, at) => `${String(at + 1)}. ${capital(text)}`).join('\n')}`,
  (texts, _, lead) => `${lead}\n${texts.map((text, at) => `${'abc'.charAt(at)}) ${text}`).join('\n')}`,
];

it.each(languages.flatMap(({ table }) => table))('$text: $right alone, and nothing besides', ({ right, text }) => {
  expect(recogniseRights(`Hej\n\n${capital(text)}.`, false)).toMatchObject({ rights: [right], more: [] });
});

it('two or three of them joined in any way are all recognised, or the result says what else may be meant', () => {
  const mail = fc
    .constantFrom(...languages)
    .chain(({ table, ands, lead }) =>
      fc.tuple(
        fc.array(fc.constantFrom(...table), { minLength: 2, maxLength: 3 }),
        fc.constantFrom(...ands),
        fc.constantFrom(...ways),
        fc.constant(lead),
      ),
    );
  fc.assert(
    fc.property(mail, ([wanted, and, way, lead]) => {
      const text = way(
        wanted.map((one) => one.text),
        and,
        lead,
      );
      const { rights, more } = recogniseRights(`Hej\n\n${text}`, false);
      const missing = wanted.filter(({ right }) => !rights.includes(right)).map(({ right }) => right);
      const goesOn = rights.length > 0 && more.length === 0;
      expect([text, goesOn ? missing : []]).toEqual([text, []]);
    }),
    { numRuns: 300 },
  );
});
