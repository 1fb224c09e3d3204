import { isStandIn } from './stand-in.ts';

/**
 * The id under which a record is stored. Several records of one search may have the same id and different content;
 * `number` counts them from 1. The first keeps its id, such as `42`; the second becomes `42 [2]`. After a placeholder
 * for an unreadable id (`standInFor`), such as `unread:7`, the second becomes `unread:7:0:2`.
 */
export function nameOfSame(id: string, number: number): string {
  if (number === 1) return id;
  return isStandIn(id) ? `${id}:0:${number}` : `${id} [${number}]`;
}

/**
 * The original id, such as `42`, of an id that `nameOfSame` made for a later record, such as `42 [2]`; `undefined` for
 * any other id.
 */
export function sameIdOf(name: string): string | undefined {
  return /^(.+) \[\d+\]$/s.exec(name)?.[1] ?? /^(.*unread:[\d:]+?):0:\d+$/s.exec(name)?.[1];
}
