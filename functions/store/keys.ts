import { sha256 } from '#domain/canonical/canonical.ts';

/** The partition key of all items of a case. */
export function caseKey(caseId: string): string {
  return `CASE#${caseId}`;
}

/** The id of the case, read from a partition key. */
export function caseOf(partitionKey: string): string {
  return partitionKey.slice('CASE#'.length);
}

/**
 * The partition key of the items that say which cases need the mail or scan with this S3 key: one item for each case.
 */
export function inboundKey(inbound: string): string {
  return `INBOUND#${inbound}`;
}

/** The first part of the sort key of every commit. */
export const commitPrefix = 'COMMIT#';

/** Sort key of the commit with this number. */
export function commitKey(seq: number): string {
  return `${commitPrefix}${String(seq).padStart(8, '0')}`;
}

/**
 * Sort key of the snapshot of a case. In the order of the keys it follows the last commit, so one query from the end
 * reads the snapshot and the commits after it.
 */
export const snapshotKey = 'COMMIT$';

/** The first part of the sort key of every view. */
export const viewPrefix = 'VIEW#';

/**
 * The first part of the sort key of the views of what the handlers of a reserved system found; without a system, of all
 * such views of a case.
 */
export function reservedViewPrefix(system?: string): string {
  return system === undefined ? 'RESERVED#' : `RESERVED#${system}#VIEW#`;
}

/** Sort key of the view with this number in the chain whose keys begin with `prefix`. */
export function viewKey(seq: number, prefix: string): string {
  return `${prefix}${String(seq).padStart(8, '0')}`;
}

/**
 * The first part of the sort key of the items that say what a member of staff was shown; without a member, of all these
 * items. The id of a member can contain any character, so the key has its hash.
 */
export function seenPrefix(member?: string): string {
  return member === undefined ? 'SEEN#' : `SEEN#${sha256(member)}#`;
}

/** Sort key of the subject profile. */
export const profileSortKey = 'PROFILE';

/** The first part of the sort key of each text of a case. The text's hash follows. */
export const textPrefix = 'PROFILE#TEXT#';

/** The number of the commit that has this sort key; `undefined` if the sort key is not that of a commit. */
export function commitOf(sortKey: string): number | undefined {
  const [, seq] = /^COMMIT#(\d{8})$/.exec(sortKey) ?? [];
  return seq === undefined ? undefined : Number(seq);
}
