import type { Hit } from '#answer/last-look.ts';
import type { AnswerId, Exports } from '#store/exports.ts';

/**
 * A package contains values that must not be in it. `hits` says where they stand: files, records and fields. Neither
 * the message nor `hits` contains a value.
 */
export class PackageStopped extends Error {
  readonly hits: readonly Hit[];

  constructor(hits: readonly Hit[]) {
    super('the package contains values that must not be in it, so it is not delivered');
    this.hits = hits;
  }
}

/**
 * Ends the assembly of a package in which the last look found something: nobody may get it, so it is erased, and the
 * assembly is not recorded. Throws `PackageStopped` with the places, which a person has to decide about. Does nothing if
 * there are no hits.
 */
export async function stopForHits(
  exports: Pick<Exports, 'eraseAnswer'>,
  caseId: string,
  id: AnswerId,
  hits: readonly Hit[],
): Promise<void> {
  if (hits.length === 0) return;
  await exports.eraseAnswer(caseId, id);
  throw new PackageStopped(hits);
}
