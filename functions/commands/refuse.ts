import * as z from 'zod';
import type { RefusedItem } from '#domain/case/decisions/events.ts';
import { isAnsweredByPackage } from '#domain/case/decisions/part-refusals.ts';
import { askedRights, groundProblem } from '#domain/case/decisions/refusal-grounds.ts';
import { refuse as refuseBy } from '#domain/case/refusals/refuse.ts';
import { type RefusalGround, refusalGroundSchema } from '#domain/case/vocabulary.ts';
import { languageFor } from '#domain/language.ts';
import { field, id, line, lines, words } from './field.ts';
import { incomplete, type Incomplete } from './incomplete.ts';
import type { Means } from './means.ts';
import { staffCommand } from './staff-command.ts';

/**
 * A ground for a refusal: a code, or a law in words. A text that is no code counts as a law, and the letter names the
 * law as it is written.
 */
const ground = () => z.union([z.enum(refusalGroundSchema.options), line()]);

/**
 * One item of a refusal (Art. 12(4)). If the request is answered with a package, an item is one kind of record of one
 * system, as listed in `held` of the case. Otherwise it is a description in words that does not contain the data.
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

/** Refuses the request or a part of it (Art. 12(4)-(5)). */
export const refuse = staffCommand({
  type: 'refuse',
  group: 'decisions',
  roles: ['approver'],
  title: { sv: 'Avslå', en: 'Refuse' },
  help: {
    sv: 'Artikel 12.4: inom en månad, med grund, skäl och hur man klagar. Ett sent avslag går ändå, märkt som sent.',
    en: 'Art. 12(4): within one month, with the ground, the reason and how to complain. A late refusal still goes, marked as late.',
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
    /** The law; needed with the ground `other-law`. */
    law: field(line().optional(), { label: { sv: 'Lag och paragraf', en: 'Law and section' }, widget: { as: 'own' } }),
    reason: field(words(), { label: { sv: 'Skäl', en: 'Reason' }, goesInto: 'letter', widget: { as: 'own' } }),
    /** The items of the refusal; needed with `part` if the request is answered with a package. */
    items: field(z.array(refusedItem).min(1).max(200).optional(), {
      label: { sv: 'Uppgifter med egna skäl', en: 'Sets of data' },
      widget: { as: 'own' },
    }),
    /** With `part`: the number of the earlier refusal that this refusal replaces, counted from 1. */
    restates: field(z.number().int().positive().optional(), {
      label: { sv: 'Ersätter det ett tidigare avslag?', en: 'Does it replace an earlier refusal?' },
      widget: { as: 'own' },
    }),
    /** What is granted. Absent: everything else. */
    granted: field(lines().optional(), {
      label: { sv: 'Vad som beviljas', en: 'What is granted' },
      help: {
        sv: 'En sak på varje rad. Allt annat om det är tomt.',
        en: 'One on each line. Everything else when empty.',
      },
      widget: { as: 'own' },
    }),
    /** With `abuse`: the facts that C-526/24 requires. */
    evidence: field(
      z.strictObject({ voluntariness: words(), aim: words(), elapsed: words(), pattern: words() }).optional(),
      { label: { sv: 'Vad som måste visas (C-526/24)', en: 'What must be shown (C-526/24)' }, widget: { as: 'own' } },
    ),
  },
  /** Whether a refusal of a part names kinds of records. This is so if the request is answered with a package. */
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

/**
 * A ground for the log. If staff gave a law in words, the ground is `other-law`, and the law is stored with the text of
 * the letter.
 */
function groundOf(given: string, law: string | undefined): { readonly ground: RefusalGround; readonly law?: string } {
  const code = refusalGroundSchema.safeParse(given);
  if (!code.success) return { ground: 'other-law', law: given };
  return { ground: code.data, ...(law === undefined ? {} : { law }) };
}

type GivenItem = Omit<z.infer<typeof refusedItem>, 'ground'> & { readonly ground: RefusalGround };

/** An item in words, for a letter; an empty list if the item has no words. */
function writtenItem({ what, ground: code, law, reason, until }: GivenItem): readonly object[] {
  if (what === undefined) return [];
  const words_ = { what, ground: code, reason };
  return [{ ...words_, ...(law === undefined ? {} : { law }), ...(until === undefined ? {} : { until }) }];
}

/**
 * The refused kinds of record for the log. The title of each kind is stored in the language of the letters, together
 * with the reason.
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
