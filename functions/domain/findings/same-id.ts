import { isStandIn } from './stand-in.ts';

/**
 * The name of the `number`-th record in a search that has this id with different content. Numbers count from 1, so that
 * no placeholder contains a 0 of its own.
 */
export function nameOfSame(id: string, number: number): string {
  if (number === 1) return id;
  return isStandIn(id) ? `${id}:0:${number}` : `${id} [${number}]`;
}

/** The id from which such a name was made; `undefined` for an id as the system gave it. */
export function sameIdOf(name: string): string | undefined {
  return /^(.+) \[\d+\]$/s.exec(name)?.[1] ?? /^(.*unread:[\d:]+?):0:\d+$/s.exec(name)?.[1];
}
