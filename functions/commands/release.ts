import * as z from 'zod';
import { nothingReviewed } from '#domain/case/answer/commands.ts';
import { searchOf } from '#domain/case/state.ts';
import { field } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

function hash(): z.ZodString {
  return z.string().regex(/^[0-9a-f]{64}$/);
}

export const release = staffCommand({
  type: 'release',
  group: 'waiting',
  roles: ['approver'],
  title: { sv: 'Godkänn att lämna ut svaret', en: 'Release the answer' },
  help: {
    sv: 'Kontrollera vad som ska skickas. När alla som måste godkänna har gjort det sätts paketet ihop, och personen får veta att det är klart.',
    en: 'Check what will be sent. When everybody who must release it has done so, the package is made and the person is told that it is ready.',
  },
  submit: { sv: 'Godkänn att lämna ut', en: 'Release the answer' },
  done: { sv: 'Ditt godkännande är sparat.', en: 'Your release has been saved.' },
  timeline: {
    'release-approved': {
      sv: 'En medarbetare godkände att lämna ut svaret',
      en: 'The answer was released by a member of staff',
    },
  },
  target: 'round',
  fields: {
    round: field(z.number().int().positive(), {
      label: { sv: 'Vilket svar', en: 'Which answer' },
      widget: { as: 'target' },
    }),
    // The hashes of what this member of staff has seen. The review page takes them from the sheet and the preview.
    sheet: field(hash(), {
      label: { sv: 'Granskningens kontrollsumma', en: 'Hash of the sheet' },
      widget: { as: 'own' },
    }),
    preview: field(hash(), {
      label: { sv: 'Förhandsvisningens kontrollsumma', en: 'Hash of the preview' },
      widget: { as: 'own' },
    }),
  },
  targets: ({ state }) => {
    const round = searchOf(state)?.round;
    return round === undefined ? [] : [String(round)];
  },
  trial: (_, round) => ({
    type: 'release',
    round: Number(round),
    sheet: nothingReviewed.sheet,
    preview: nothingReviewed.preview,
    reviewed: nothingReviewed,
  }),
  ask: async ({ round, sheet, preview }, means) => ({
    type: 'release',
    round,
    sheet,
    preview,
    reviewed: await means.reviewed(),
  }),
});

/** The labels of the card that shows what the answer contains. */
export const releaseLabels = labels({
  sv: {
    title: (round: number) =>
      round === 1 ? 'Godkänn att lämna ut svaret' : `Godkänn att lämna ut komplettering ${round - 1}`,
    places: {
      now: 'Skickas nu',
      withheld: 'Lämnas inte ut: svaret säger det, och på vilken grund',
      'given-up': 'Gick inte att söka: svaret säger det, och ingen komplettering följer',
      before: 'Skickades med ett tidigare svar',
      missing: 'Saknas: svaret säger det, en komplettering följer',
      later: 'Systemet svarade efter att granskningen började: kommer i nästa svar',
    },
    step: {
      only: 'En person godkänner.',
      first: 'Två personer måste godkänna. Du är den första.',
      second: 'Två personer måste godkänna. Du är den andra: svaret skickas när du har godkänt.',
    },
    firstBy: (who: string) => `Först godkänt av ${who}.`,
    counts: (records: number, files: number) =>
      `${records === 1 ? '1 post' : `${records} poster`}, ${files === 1 ? '1 fil' : `${files} filer`}`,
    /**
     * Names the refused kinds of record. The numbers of records on the card do not include the records of these kinds.
     */
    leftOut: (kinds: string) => `Avslaget, och utelämnas därför: ${kinds}`,
    possible: (count: number) =>
      count === 1
        ? '1 möjlig träff skickas inte: ingen styrkt identifierare knyter den till personen'
        : `${count} möjliga träffar skickas inte: ingen styrkt identifierare knyter dem till personen`,
    disputed: (count: number) =>
      count === 1
        ? '1 post skickas inte: den, eller en annan post, säger att den kan gälla någon annan'
        : `${count} poster skickas inte: de, eller andra poster, säger att de kan gälla någon annan`,
    partly: (records: number) =>
      records === 1
        ? '1 post hittades innan sökningen misslyckades och skickas'
        : `${records} poster hittades innan sökningen misslyckades och skickas`,
    nothingNew: 'Det här svaret innehåller inget nytt.',
  },
  en: {
    title: (round: number) => (round === 1 ? 'Release the answer' : `Release supplement ${round - 1}`),
    places: {
      now: 'Sent now',
      withheld: 'Not sent: the answer says so, and names the ground',
      'given-up': 'Could not be searched: the answer says so, and no supplement follows',
      before: 'Sent with an earlier answer',
      missing: 'Missing: the answer says so, and a supplement follows',
      later: 'The system answered after the review began: comes with the next answer',
    },
    step: {
      only: 'One person is enough to release the answer.',
      first: 'Two people must release the answer. You are the first.',
      second: 'Two people must release the answer. You are the second: it is sent after your release.',
    },
    firstBy: (who: string) => `First released by ${who}.`,
    counts: (records: number, files: number) =>
      `${records === 1 ? '1 record' : `${records} records`}, ${files === 1 ? '1 file' : `${files} files`}`,
    leftOut: (kinds: string) => `Refused, so it is left out: ${kinds}`,
    possible: (count: number) =>
      count === 1
        ? '1 possible match is not sent: no proven identifier ties it to the person'
        : `${count} possible matches are not sent: no proven identifier ties them to the person`,
    disputed: (count: number) =>
      count === 1
        ? '1 record is not sent: it, or another record, says that it may be somebody else’s'
        : `${count} records are not sent: they, or other records, say that they may be somebody else’s`,
    partly: (records: number) =>
      records === 1
        ? '1 record was found before the search failed, and is sent'
        : `${records} records were found before the search failed, and are sent`,
    nothingNew: 'This answer contains nothing new.',
  },
});
