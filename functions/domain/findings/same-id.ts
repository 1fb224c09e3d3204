import { isStandIn } from './stand-in.ts';

/**
 * The stored name of a record. Several records of one search may have the same id and different content. `number`
 * counts them from 1, and the first keeps its id. If the id is a placeholder for an unreadable id (`standInFor`), `:0:`
 * marks where the number begins.
 */
export function nameOfSame(id: string, number: number): string {
  if (number === 1) return id;
  return isStandIn(id) ? `${id}:0:${number}` : `${id} [${number}]`;
}

/** The id in a name that `nameOfSame` made for the second record or a later one; `undefined` for any other name. */
export function sameIdOf(name: string): string | undefined {
  return /^(.+) \[\d+\]$/s.exec(name)?.[1] ?? /^(.*unread:[\d:]+?):0:\d+$/s.exec(name)?.[1];
}
