import type { EntryOf, ReviewEntry } from './entry.ts';
import { finderOf } from './occurrences.ts';

/**
 * An alike decision: it applies to every occurrence of a value, to a field of all records of a kind, or to all records
 * of a kind or of a system.
 */
export type AlikeEntry = EntryOf<'mask-alike' | 'withhold-alike'>;

/** A place in a text to which an alike decision applies, in UTF-16 code units; `to` is not included. */
export interface Found {
  readonly from: number;
  readonly to: number;
  readonly by: AlikeEntry;
}

/** The alike decisions of a case, prepared for use on each record. */
export interface AlikeRules {
  /** Whether a value is masked or withheld everywhere. If not, `find` finds nothing. */
  readonly areAboutValues: boolean;
  /** The places in a text where a value occurs that is masked or withheld everywhere. */
  find(text: string): readonly Found[];
  /** The decision on all records of a kind or of a system. If there are several, `withhold-alike` takes precedence. */
  ofRecord(system: string, resource: string): AlikeEntry | undefined;
  /** The decision on a field of all records of a kind; `isIt` says whether a stored decision is about it. If there are several, `withhold-alike` takes precedence. */
  ofField(system: string, resource: string, isIt: (field: string) => boolean): AlikeEntry | undefined;
}

/**
 * Prepares the alike decisions. A decision on a value names only the id of a text on the subject profile; `valueOf`
 * returns the text. It throws if the text has been erased, so that no value is released by mistake.
 */
export function alikeRules(entries: readonly ReviewEntry[], valueOf: (text: string) => string): AlikeRules {
  const rules = entries
    .filter((entry): entry is AlikeEntry => entry.do === 'mask-alike' || entry.do === 'withhold-alike')
    // A part that is left out need not be masked.
    .toSorted((a, b) => Number(a.do === 'mask-alike') - Number(b.do === 'mask-alike'));
  const values = rules.flatMap((by) => (by.alike.all === 'value' ? [{ by, value: valueOf(by.alike.text) }] : []));
  const finder = finderOf(values.map(({ value }) => value));
  return {
    areAboutValues: values.length > 0,
    find: (text) =>
      finder(text).flatMap(({ value, from, to }) => {
        const by = values[value]?.by;
        return by === undefined ? [] : [{ from, to, by }];
      }),
    ofRecord: (system, resource) =>
      rules.find(
        ({ alike }) =>
          (alike.all === 'system' && alike.system === system) ||
          (alike.all === 'resource' && alike.system === system && alike.resource === resource),
      ),
    ofField: (system, resource, isIt) =>
      rules.find(
        ({ alike }) =>
          alike.all === 'field' && alike.system === system && alike.resource === resource && isIt(alike.field),
      ),
  };
}

/** No alike decisions. */
export const noAlikeRules: AlikeRules = alikeRules([], () => '');
