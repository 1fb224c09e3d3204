import { isDropped } from '#domain/case/contact/contact-history.ts';
import { contactAt, type OpenedCase, type Common } from '#domain/case/state.ts';
import type { CaseView } from '#api/staff.ts';

type Dispute = CaseView['contactDisputes'][number];

/**
 * After a change of the contact point, somebody can object from the earlier contact point. Lists these objections, each
 * with the state of its change at `now` (ISO 8601): in force, waiting or called back. If a later change replaced that
 * change, the objection is left out.
 */
export function contactDisputes(state: OpenedCase, now: string): readonly Dispute[] {
  return state.common.alerts
    .filter(({ alert }) => alert === 'contact-disputed')
    .flatMap(({ at, key }) => {
      const which = key.slice(key.indexOf('/') + 1);
      return which === 'post' ? ofPost(state.common, at, now) : ofChange(state, Number(which) - 1, at, now);
    });
}

function ofPost(common: Common, at: string, now: string): readonly Dispute[] {
  const { post } = common;
  if (post === null) return [];
  const { effectiveAt, to } = post;
  if (contactAt(common, now).hash === to.hash) return [{ at, of: 'post', standing: 'in-force', effectiveAt }];
  return effectiveAt > now ? [{ at, of: 'post', standing: 'waits', effectiveAt }] : [];
}

function ofChange(state: OpenedCase, index: number, at: string, now: string): readonly Dispute[] {
  const change = state.common.contactChanges[index];
  if (change === undefined) return [];
  const { from, to, awaitsCode, waitsUntil } = change;
  // `waitsUntil` is when the change takes effect. If the code for the new address has not been entered, it is the end
  // of the time for entering the code; after that the change never takes effect.
  const common = { at, of: 'new-address', effectiveAt: waitsUntil } as const;
  const later = state.common.contactChanges.slice(index + 1);
  if (later.some((one) => one.to.hash === from.hash)) return [{ ...common, standing: 'called-back' }];
  if (contactAt(state.common, now).hash === to.hash) return [{ ...common, standing: 'in-force' }];
  const isOver = later.length > 0 || isDropped(change) || (awaitsCode && waitsUntil <= now);
  return isOver ? [] : [{ ...common, standing: 'waits' }];
}
