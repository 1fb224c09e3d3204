import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { html } from 'hono/html';
import { languages, type Language } from '#domain/language.ts';
import type { Right } from '#domain/rights.ts';
import type { Controller } from '#domain/organisation/organisation.ts';
import { codeOf, letterNames } from '#domain/case/letters/letters.ts';
import type { LetterFrame, RenderedLetter } from '#letters/letter.ts';
import { samplesOf, type LetterContent } from '#letters/letters.ts';
import { renderLetter } from '#letters/render.ts';
import { compose } from '../aws/ses/compose.ts';
import { readDemoOrganisation } from '../demo/organisation.ts';
import { withHelp } from './command-line.ts';
import { writtenOn } from './letter-sample-day.ts';

const help = `utdrag letter preview --out DIR [--language sv|en] [--letter NAME|CODE]

Writes every letter as the demo organisation would send it, with invented contents: as text, as HTML and as a mail
(DIR/sv/M6-2.txt, .html, .eml for the second sample of letter M6), and DIR/index.html, which lists them.

  --language LANGUAGE   only the letters in this language: ${languages.join(', ')}
  --letter NAME|CODE    only this letter, by its name or its code (--code is the same):
${letterNames.map((name) => `                          ${name} (${codeOf(name)})`).join('\n')}

Prints the name of each file it wrote. Exit code 0: written; 1: the command or the folder is not right.`;

const otherRights: ReadonlyMap<string, Right> = new Map([
  ['rectified', 'rectification'],
  ['erased', 'erasure'],
  ['restricted', 'restriction'],
  ['restriction-ends', 'restriction'],
  ['portable-data', 'portability'],
  ['objection-decision', 'objection'],
  ['marketing-stop', 'objection'],
  ['consent-withdrawal', 'consent-withdrawal'],
]);

/** The command `utdrag letter preview`: writes sample letters into a folder. */
export const letterPreview = withHelp(help, async (args, out) => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      language: { type: 'string' },
      letter: { type: 'string' },
      code: { type: 'string' },
    },
  });
  const { out: folder, language: wantedLanguage, code, letter: wanted = code } = values;
  if (folder === undefined || folder === '') throw new Error('--out DIR is needed: where to write; see --help');
  const inLanguages = languages.filter((one) => wantedLanguage === undefined || one === wantedLanguage);
  if (inLanguages.length === 0) throw new Error(`--language is one of ${languages.join(', ')}`);
  const names = letterNames.filter((one) => wanted === undefined || one === wanted || codeOf(one) === wanted);
  if (names.length === 0)
    throw new Error(`--letter is one of ${letterNames.map((one) => `${one} (${codeOf(one)})`).join(', ')}`);

  const [controller] = readDemoOrganisation().organisation.controllers;
  if (controller === undefined) throw new Error('the demo organisation has no controller');
  const written: { readonly name: string; readonly letter: RenderedLetter }[] = [];
  for (const language of inLanguages) {
    await mkdir(path.join(folder, language), { recursive: true });
    for (const kind of names)
      for (const [index, content] of samplesOf(kind, language).entries()) {
        const letter = await renderLetter(content, frameOf(content, language, controller));
        const name = `${language}/${codeOf(kind)}-${index + 1}`;
        await write(folder, name, letter, controller);
        for (const ending of ['txt', 'html', 'eml']) out(path.join(folder, `${name}.${ending}`));
        written.push({ name, letter });
      }
  }
  await writeFile(path.join(folder, 'index.html'), await contentsPage(written));
  out(path.join(folder, 'index.html'));
  return 0;
});

function frameOf({ kind }: LetterContent, language: Language, controller: Controller): LetterFrame {
  return {
    language,
    // One sample is for a recipient who asked for Norwegian, in which there are no letters. The sample shows what such
    // a letter adds (`letters/fallback.ts`).
    ...(kind === 'attachment-not-opened' && language === 'en' && { wantedLanguage: 'nb' }),
    controller,
    reference: '0abc-1def-2ghj-3kmn',
    matter: 'request',
    rights: [otherRights.get(kind) ?? 'access'],
    receivedDate: '2026-11-20',
    today: writtenOn(kind),
  };
}

async function write(folder: string, name: string, letter: RenderedLetter, controller: Controller): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(`${file}.txt`, letter.text);
  await writeFile(`${file}.html`, letter.html);
  const { subject: Subject, text: Text, html: Html } = letter;
  const composed = await compose(
    {
      FromEmailAddress: controller.email,
      Destination: { ToAddresses: ['tova.testsson@example.org'] },
      Content: { Simple: { Subject, Body: { Text, Html } } },
    },
    { date: new Date('2026-11-20T09:00:00Z'), messageId: `${name.replace('/', '-')}@nordvik.example` },
  );
  if (!composed.ok) throw new Error(composed.message);
  await writeFile(`${file}.eml`, composed.mail.message);
}

async function contentsPage(
  written: readonly { readonly name: string; readonly letter: RenderedLetter }[],
): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Letters</title>
      </head>
      <body style="margin:2rem auto;max-width:48rem;padding:0 1.5rem;font-family:Helvetica,Arial,sans-serif">
        <h1>Letters</h1>
        <table style="border-spacing:0 0.4rem">
          ${written.map(
            ({ name, letter }) =>
              html`<tr>
                <td style="padding-right:1.5rem">${name}</td>
                <td style="padding-right:1.5rem">${letter.kind}</td>
                <td style="padding-right:1.5rem"><a href="${name}.html">${letter.subject}</a></td>
                <td><a href="${name}.txt">text</a> <a href="${name}.eml">mail</a></td>
              </tr>`,
          )}
        </table>
      </body>
    </html>`;
  return `${String(page)}\n`;
}
