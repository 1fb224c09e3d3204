/** Partition key of everything that belongs to a case. */
export function caseKey(caseId: string): string {
  return `CASE#${caseId}`;
}

/** The id of the case to which a partition key belongs. */
export function caseOf(partitionKey: string): string {
  return partitionKey.slice('CASE#'.length);
}

/** Partition key under which the cases that have a stored object are listed. */
export function inboundKey(inbound: string): string {
  return `INBOUND#${inbound}`;
}
