import { isStandIn } from './stand-in.ts';

/**
 * The name of the record that is the `number`-th of its search to have this id and to hold something else than those
 * before it. Places count from 1, so that no stand-in has a 0 of its own.
 */
export function nameOfSame(id: string, number: number): string {
  if (number === 1) return id;
  return isStandIn(id) ? `${id}:0:${number}` : `${id} [${number}]`;
}

/** The id that such a name was made of; `undefined` for an id that stands as the system gave it. */
export function sameIdOf(name: string): string | undefined {
  return /^(.+) \[\d+\]$/s.exec(name)?.[1] ?? /^(.*unread:[\d:]+?):0:\d+$/s.exec(name)?.[1];
}
