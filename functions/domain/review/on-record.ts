import type { RecordKey } from '../findings/finding.ts';
import type { ReviewEntry } from './entry.ts';
import { itemId } from './item.ts';

/** The decisions on one record, without alike decisions. */
export type DecisionsOn = (record: RecordKey) => readonly ReviewEntry[];

/**
 * Finds the decisions on single records. `entries` are the decisions in force on the present versions of the records;
 * `key` is the key of the case. The result takes the id of a system.
 */
export function decisionsOnRecords(entries: readonly ReviewEntry[], key: string): (system: string) => DecisionsOn {
  const onItems = entries.flatMap((entry) => ('item' in entry ? [entry] : []));
  const bySystem = Map.groupBy(onItems, ({ system }) => system);
  return (system) => {
    const here = bySystem.get(system);
    if (here === undefined) return () => [];
    const byItem = Map.groupBy(here, ({ item }) => item);
    return (record) => byItem.get(itemId(key, system, record)) ?? [];
  };
}
