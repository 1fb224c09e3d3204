import * as z from 'zod';
import { ownRights } from '#domain/case/lifecycle/own-rights.ts';
import type { OpenedCase } from '#domain/case/state.ts';
import { matterSchema } from '#domain/case/vocabulary.ts';
import { rightSchema, type Right } from '#domain/rights.ts';
import { field } from './field.ts';
import { labels } from './labels.ts';
import { staffCommand } from './staff-command.ts';

export const split = staffCommand({
  type: 'split',
  group: 'request',
  roles: ['case-worker'],
  title: { sv: 'Dela av en del', en: 'Split off a part' },
  help: {
    sv: 'Ett klagomål, ett krav eller en annan rättighet blir ett eget ärende, som kom in samma dag. Det får aldrig försena svaret på begäran om tillgång (EDPB 01/2022, 167).',
    en: 'A complaint, a claim or another right becomes a case of its own, with the same day of receipt. This must never delay the answer to a request for access (EDPB 01/2022, 167).',
  },
  submit: { sv: 'Dela av', en: 'Split off' },
  done: { sv: 'Delen är delad av.', en: 'The part has been split off.' },
  timeline: {
    'split-off': { sv: 'En del delades av till ett eget ärende', en: 'A part was split off to a case of its own' },
  },
  target: 'matter',
  fields: {
    matter: field(z.enum(matterSchema.options), {
      label: { sv: 'Vad delas av?', en: 'What is split off?' },
      widget: { as: 'target' },
    }),
    rights: field(z.array(z.enum(rightSchema.options)).max(6), {
      label: { sv: 'Vilka rättigheter?', en: 'Which rights?' },
      widget: { as: 'own' },
    }),
  },
  targets: () => matterSchema.options,
  values: ({ state }) => ({ rights: separable(state) }),
  trial: ({ state }, target) => {
    const matter = matterSchema.parse(target);
    return { type: 'split', matter, rights: matter === 'request' ? separable(state) : [], case: '' };
  },
  ask: async ({ matter, rights }, { referenceOfPart }) => ({
    type: 'split',
    matter,
    rights,
    case: await referenceOfPart(matter, rights),
  }),
});

/**
 * The rights that staff can split off: all except access and those already split off. A case with a single right cannot
 * be split.
 */
function separable(state: OpenedCase): readonly Right[] {
  const own = ownRights(state);
  const gone = state.common.splits.flatMap((one) => one.rights);
  return own.length > 1 ? own.filter((right) => right !== 'access' && !gone.includes(right)) : [];
}

/** What can be split off, in words. */
export const splitLabels = labels({
  sv: {
    matters: { request: 'En annan rättighet', complaint: 'Ett klagomål', claim: 'Ett krav på skadestånd' },
  },
  en: {
    matters: { request: 'Another right', complaint: 'A complaint', claim: 'A claim for damages' },
  },
});
