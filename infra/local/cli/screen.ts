import * as z from 'zod';
import { localDate } from '#domain/clock/deadline.ts';
import { proposalKinds } from '#domain/screening/proposal.ts';
import { screenFor } from '#domain/screening/screen.ts';
import { faultsInWords, linesCommand, type LineAnswer } from './json-lines.ts';

const help = `utdrag screen < texts.jsonl

Reads one JSON object per line and prints one for each, in order: where a text names other people, holds secrets, or says
something sensitive about others. These places are what staff are asked to look at before a text is released.

In:  text           the text
     language       sv or en; left out: both. Today the words of both languages are looked for in every text.
     own            names and identifiers of the person who asks: {"names": [], "identifiers": [{"kind","value"}]}
     controller     names and mail domains of the controller: {"names": [], "domains": []}; left out: none
     Other fields are ignored, so a line may contain an id of your own.
Out: proposals      [{"from","to","kind"}], in the order of the text. They do not overlap. from and to count UTF-16 code
                    units; to is after the last one.
     kind           ${proposalKinds.slice(0, 6).join(', ')},
                    ${proposalKinds.slice(6).join(', ')}
What is the person's own, the controller's or a public office's is not proposed.

For an invalid or empty line the command prints {"error": "…"}.
Exit code 0: every line was read; 1: at least one was not.`;

const texts = z.array(z.string('must be a text'), 'must be a list of texts').default([]);
const lineSchema = z.object(
  {
    text: z.string('must be a text'),
    language: z.enum(['sv', 'en'], 'must be sv or en').optional(),
    own: z.object(
      {
        names: texts,
        identifiers: z
          .array(
            z.object({ value: z.string('must be a text') }, 'must be an object with kind and value'),
            'must be a list of objects with kind and value',
          )
          .default([]),
      },
      'must be an object with names and identifiers',
    ),
    controller: z
      .object({ names: texts, domains: texts }, 'must be an object with names and domains')
      .default({ names: [], domains: [] }),
  },
  'the line is not a JSON object',
);

const answerSchema = z.strictObject({
  proposals: z.array(
    z.strictObject({ from: z.int().nonnegative(), to: z.int().positive(), kind: z.enum(proposalKinds) }),
  ),
});

/** The command `utdrag screen`: finds other people's data, secrets and sensitive words in texts. */
export const screenTexts = linesCommand(help, answerTo);

function answerTo(value: unknown): LineAnswer {
  const line = lineSchema.safeParse(value);
  if (!line.success) return { ok: false, error: faultsInWords(line.error) };
  const { text, own, controller } = line.data;
  const today = localDate(new Date().toISOString(), 'Europe/Stockholm');
  return {
    ok: true,
    answer: answerSchema.parse({ proposals: screenFor({ own, controller, otherNames: [], today })(text) }),
  };
}
