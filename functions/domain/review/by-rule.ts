import * as z from 'zod';
import { annotationOf, type Resource } from '../findings/annotation.ts';
import type { ReviewEntry } from './entry.ts';
import { isEmpty } from '../presentation/empty.ts';
import type { JsonObject } from '../json.ts';

/**
 * The rules by which an item is released although nobody has looked at it. The log names the rule.
 *
 * `own-data-of-low-risk-system`: the record is the person's, the organisation calls its system low-risk, no filled
 * field can concern somebody else, and there is no document.
 */
export const reviewRuleSchema = z.enum(['own-data-of-low-risk-system']);
export type ReviewRule = z.infer<typeof reviewRuleSchema>;

/**
 * The version of the rules. It is a part of every sheet. Raise it when a rule changes, so that no sheet that the old
 * rules made can be released.
 */
export const reviewRulesVersion = 1;

/** How many items each rule releases, by the name of the rule. There is one rule. */
export function countsByRule(items: number): Readonly<Record<string, number>> {
  return items === 0 ? {} : { 'own-data-of-low-risk-system': items };
}

/** Tells of which kinds of record staff decided that no rule releases them. */
export function kindsNotByRule(entries: readonly ReviewEntry[]): (system: string, resource: string) => boolean {
  const kinds = entries.flatMap((entry) => (entry.do === 'not-by-rule' ? [entry.alike] : []));
  return (system, resource) => kinds.some((one) => one.system === system && one.resource === resource);
}

/** What the rules look at. */
interface Ruled {
  readonly standing: 'belongs' | 'possible' | 'disputed';
  /** Whether staff decided that the record is the person's. Such a record is never released by a rule. */
  readonly isAdopted: boolean;
  /** Whether the organisation calls the system low-risk (`lowRisk` of the system). */
  readonly isLowRisk: boolean;
  /** The annotations of the fields. */
  readonly resource: Resource;
  readonly data: JsonObject;
  /** Whether the record could be read. */
  readonly isRead: boolean;
  /** How many documents the record has, with those that could not be fetched. */
  readonly documents: number;
}

/**
 * The rule that releases an item without a decision of staff. `null`: a member of staff must decide on it. Nobody can
 * tell what an unreadable record holds, so no rule releases it.
 */
export function ruleFor({
  standing,
  isAdopted,
  isLowRisk,
  resource,
  data,
  isRead,
  documents,
}: Ruled): ReviewRule | null {
  if (standing !== 'belongs' || isAdopted || !isLowRisk || !isRead || documents > 0) return null;
  const concernsOthers = Object.entries(data).some(
    ([name, value]) => !isEmpty(value) && annotationOf(resource, name)?.thirdParty !== 'none',
  );
  return concernsOthers ? null : 'own-data-of-low-risk-system';
}
