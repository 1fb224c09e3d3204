import * as z from 'zod';
import type { RefusedItem } from '#domain/case/decisions/events.ts';
import { isAnsweredByPackage } from '#domain/case/decisions/part-refusals.ts';
import { askedRights, groundProblem } from '#domain/case/decisions/refusal-grounds.ts';
import { refuse as refuseBy } from '#domain/case/refusals/refuse.ts';
import { type RefusalGround, refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { languageFor } from '#domain/language.ts';
import { field, id, line, lines, words } from './field.ts';
import { incomplete, type Incomplete } from './incomplete.ts';
import { labels } from './labels.ts';
import type { Means } from './means.ts';
import { staffCommand } from './staff-command.ts';

/**
 * The ground of a refusal: a code from the list, or the name of a law. The letter quotes the name of a law unchanged.
 */
const ground = () => z.union([z.enum(refusalGroundSchema.options), line()]);

/**
 * One item of a refusal (Art. 12(4)). If the request is answered with a package, an item is one kind of record of one
 * system, from `held` of the case. Otherwise an item is a description of the data that does not reveal their content.
 */
const refusedItem = z.strictObject({
  system: id().optional(),
  resource: z.string().min(1).max(80).optional(),
  what: line().optional(),
  ground: ground(),
  law: line().optional(),
  reason: words(),
  until: z.iso.date().optional(),
});

/** Refuses the whole request or a part of it (Art. 12(4)-(5)). */
export const refuse = staffCommand({
  type: 'refuse',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Avslå', en: 'Refuse' },
  help: {
    sv: 'Artikel 12.4: inom en månad, med grund, skäl och hur man klagar. Ett sent avslag skickas ändå, märkt som sent.',
    en: 'Art. 12(4): within one month, with the ground, the reason and how to complain. A late refusal is still sent, marked as late.',
  },
  submit: { sv: 'Gå vidare till bekräftelse', en: 'Go on to confirm' },
  done: { sv: 'Ditt beslut att avslå är sparat.', en: 'Your decision to refuse has been saved.' },
  propose: { sv: 'Föreslå avslaget', en: 'Propose the refusal' },
  timeline: { refused: { sv: 'Ett avslag beslutades', en: 'A refusal was decided' } },
  fields: {
    scope: field(z.enum(['whole', 'part']), {
      label: { sv: 'Vad avslås?', en: 'What is refused?' },
      widget: { as: 'own' },
    }),
    ground: field(ground(), { label: { sv: 'Grund', en: 'Ground' }, widget: { as: 'own' } }),
    /** The name of the law. Required for the ground `other-law`. */
    law: field(line().optional(), { label: { sv: 'Lag och paragraf', en: 'Law and section' }, widget: { as: 'own' } }),
    reason: field(words(), { label: { sv: 'Skäl', en: 'Reason' }, goesInto: 'letter', widget: { as: 'own' } }),
    /** What is refused, with a ground for each item. Required for `part` if the request is answered with a package. */
    items: field(z.array(refusedItem).min(1).max(200).optional(), {
      label: { sv: 'Uppgifter med egna skäl', en: 'Sets of data' },
      widget: { as: 'own' },
    }),
    /**
     * The number of the earlier refusal that this refusal replaces; the first refusal has number 1. Only for `part`.
     */
    restates: field(z.number().int().positive().optional(), {
      label: { sv: 'Ersätter det ett tidigare avslag?', en: 'Does it replace an earlier refusal?' },
      widget: { as: 'own' },
    }),
    /** What is granted. Absent: everything that is not refused. */
    granted: field(lines().optional(), {
      label: { sv: 'Vad som beviljas', en: 'What is granted' },
      help: {
        sv: 'En sak på varje rad. Om fältet är tomt beviljas allt annat.',
        en: 'One thing on each line. If the field is empty, everything else is granted.',
      },
      widget: { as: 'own' },
    }),
    /** The facts that the judgment C-526/24 requires for the ground `abuse`. */
    evidence: field(
      z.strictObject({ voluntariness: words(), aim: words(), elapsed: words(), pattern: words() }).optional(),
      { label: { sv: 'Vad som måste visas (C-526/24)', en: 'What must be shown (C-526/24)' }, widget: { as: 'own' } },
    ),
  },
  /**
   * `byKind`: whether a refusal of a part lists kinds of record, such as invoices, instead of descriptions by staff. It
   * does if the request is answered with a package.
   */
  values: ({ state }) => ({ byKind: isAnsweredByPackage(state.common) }),
  trial: () => ({ type: 'refuse', scope: 'whole', ground: 'unfounded', text: '' }),
  ask: async (command, means) => {
    const { scope, reason, granted, evidence, restates } = command;
    const { state, keep } = means;
    const main = groundOf(command.ground, command.law);
    const byKind = scope === 'part' && isAnsweredByPackage(state.common);
    const given = (command.items ?? []).map((item) => ({ ...item, ...groundOf(item.ground, item.law) }));
    const items = byKind || command.items === undefined ? undefined : given.flatMap(writtenItem);
    if (items !== undefined && items.length < given.length) return incomplete(['items'], 'say-what-is-refused');
    const all = [main, ...given];
    if (all.some((one) => one.ground === 'other-law' && one.law === undefined))
      return incomplete(['law'], 'law-not-named');
    for (const one of all) {
      const problem = groundProblem(askedRights(state), scope, one);
      if (problem !== undefined) return refuseBy(problem);
    }
    if (scope === 'whole' && granted !== undefined) return incomplete(['granted'], 'nothing-granted-of-a-whole');
    const kinds = byKind ? await keptKinds(means, given) : [];
    if ('ok' in kinds) return kinds;
    const { ground: code, law } = main;
    return {
      type: 'refuse',
      scope,
      ground: code,
      text: await keep({
        reason,
        ...(law === undefined ? {} : { law }),
        ...(items === undefined ? {} : { items }),
        ...(granted === undefined ? {} : { granted }),
      }),
      ...(byKind ? { items: kinds } : {}),
      ...(restates === undefined ? {} : { restates }),
      ...(evidence === undefined
        ? {}
        : {
            evidence: {
              voluntariness: await keep(evidence.voluntariness),
              aim: await keep(evidence.aim),
              elapsed: await keep(evidence.elapsed),
              pattern: await keep(evidence.pattern),
            },
          }),
    };
  },
});

/** Separates the code of a ground from the name of a law. A text that is no code gets the code `other-law`. */
function groundOf(given: string, law: string | undefined): { readonly ground: RefusalGround; readonly law?: string } {
  const code = refusalGroundSchema.safeParse(given);
  if (!code.success) return { ground: 'other-law', law: given };
  return { ground: code.data, ...(law === undefined ? {} : { law }) };
}

type GivenItem = Omit<z.infer<typeof refusedItem>, 'ground'> & { readonly ground: RefusalGround };

/** The item as a line of the letter. Empty if staff have not described the item. */
function writtenItem({ what, ground: code, law, reason, until }: GivenItem): readonly object[] {
  if (what === undefined) return [];
  const words_ = { what, ground: code, reason };
  return [{ ...words_, ...(law === undefined ? {} : { law }), ...(until === undefined ? {} : { until }) }];
}

/**
 * Makes the refused items for the event, one for each kind of record. The title and the reason of each kind are stored
 * in the subject profile, in the language of the letters.
 */
async function keptKinds(
  { state, titleOfKind, keep }: Means,
  given: readonly GivenItem[],
): Promise<readonly RefusedItem[] | Incomplete> {
  const language = languageFor(state.common.facts.language);
  const kept: RefusedItem[] = [];
  for (const { system, resource, ground: code, law, reason, until } of given) {
    const title = system === undefined || resource === undefined ? undefined : await titleOfKind(system, resource);
    if (system === undefined || resource === undefined || title === undefined)
      return incomplete(['items'], 'kind-not-named');
    const text = await keep({ what: title[language], reason, ...(law === undefined ? {} : { law }) });
    kept.push({ system, resource, ground: code, text, until: until ?? null });
  }
  return kept;
}

/** The labels of the form that refuses the request or a part of it, in addition to the labels in `fields`. */
export const refuseLabels = labels({
  sv: {
    scopes: { whole: 'Hela begäran', part: 'En del av den' },
    late: 'Sista dagen har passerat. Beslutet skickas ändå, märkt som sent, och dataskyddsombudet får veta.',
    confirmTitle: { whole: 'Avslå hela begäran?', part: 'Avslå en del av begäran?' },
    /** `proposed`: the refusal of a whole request, if a second person must approve it. */
    confirmText: {
      whole: 'Brevet skickas genast och ärendet avslutas. Det går inte att ångra.',
      proposed:
        'En kollega måste instämma. Ingenting skickas innan dess. När kollegan har instämt skickas brevet genast och ärendet avslutas. Det går inte att ångra.',
      part: 'Brevet skickas genast, och det du har valt utelämnas ur svaret. Har någon redan godkänt svaret måste det godkännas igen. Tills svaret har skickats kan avslaget ersättas eller tas tillbaka.',
    },
    confirm: 'Avslå',
    items: 'Ange flera saker, var och en med egen grund och eget skäl',
    itemsHint: 'Skriv vilket slags uppgifter det är. Skriv aldrig själva uppgifterna.',
    item: (number: number) => `Sak ${number} som avslås`,
    what: 'Vad som avslås',
    until: 'Till och med',
    addItem: 'Lägg till en',
    removeItem: (number: number) => `Ta bort nummer ${number}`,
    kinds: 'Vilka av uppgifterna som har hittats avslås?',
    kindsHint:
      'Det du väljer utelämnas ur svaret, med den grund och det skäl du anger. Brevet och svaret listar samma uppgifter.',
    nothingHeld: 'Inga poster har hittats som svaret skulle innehålla. En del kan avslås först när poster har hittats.',
    restatesHint: 'Det tidigare avslaget gäller inte längre.',
    restatesNone: 'Nej, det är ett nytt',
    inWordsOnly: 'Anger inte vad som utelämnas. Ingenting lämnas ut förrän det är angivet',
    evidenceFields: {
      voluntariness: 'Om personen lämnade oss uppgifterna av egen vilja',
      aim: 'Vad personen vill uppnå, och vad som visar det',
      elapsed: 'Hur lång tid som gick mellan att uppgifterna lämnades och begäran',
      pattern: 'Mönstret av systematiska krav',
    },
  },
  en: {
    scopes: { whole: 'The whole request', part: 'A part of it' },
    late: 'The last day has passed. The decision is still sent, marked as late, and the data protection officer is told.',
    confirmTitle: { whole: 'Refuse the whole request?', part: 'Refuse a part of the request?' },
    confirmText: {
      whole: 'The letter is sent at once and the case ends. This cannot be undone.',
      proposed:
        'A colleague must agree. Nothing is sent before that. When they have agreed, the letter is sent at once and the case ends. That cannot be undone.',
      part: 'The letter is sent at once, and what you have chosen is left out of the answer. If somebody has released the answer already, it must be released again. Until the answer is sent, you can replace the refusal or take it back.',
    },
    confirm: 'Refuse',
    items: 'Name several items, each with its own ground and reason',
    itemsHint: 'Say which kind of data you refuse. Never write the data themselves.',
    item: (number: number) => `Refused item ${number}`,
    what: 'What is refused',
    until: 'Until when',
    addItem: 'Add one',
    removeItem: (number: number) => `Remove number ${number}`,
    kinds: 'Which of the data that were found are refused?',
    kindsHint:
      'What you choose is left out of the answer, on the ground and for the reason that you give. The letter and the answer list the same data.',
    nothingHeld:
      'No records have been found that the answer would contain. You can refuse a part only when records have been found.',
    restatesHint: 'The earlier refusal then no longer applies.',
    restatesNone: 'No, it is a new one',
    inWordsOnly: 'It does not name what is left out. The answer is not sent until it does',
    evidenceFields: {
      voluntariness: 'Whether the person gave us the data of their own will',
      aim: 'What the person wants to achieve, and what shows it',
      elapsed: 'How much time passed between giving the data and asking',
      pattern: 'The pattern of systematic claims',
    },
  },
});
