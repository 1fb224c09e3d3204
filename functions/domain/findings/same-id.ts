import { isStandIn } from './stand-in.ts';

/**
 * The name of the `number`-th record in a search that has this id and other content than the records before it. Numbers
 * count from 1. In the name of a placeholder, `:0:` marks where the number begins.
 */
export function nameOfSame(id: string, number: number): string {
  if (number === 1) return id;
  return isStandIn(id) ? `${id}:0:${number}` : `${id} [${number}]`;
}

/** The id from which such a name was made. `undefined` if the name is an id as the system sent it. */
export function sameIdOf(name: string): string | undefined {
  return /^(.+) \[\d+\]$/s.exec(name)?.[1] ?? /^(.*unread:[\d:]+?):0:\d+$/s.exec(name)?.[1];
}
