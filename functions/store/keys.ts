/** Partition key of everything that belongs to a case. */
export function caseKey(caseId: string): string {
  return `CASE#${caseId}`;
}

/** The case that a partition key belongs to. */
export function caseOf(partitionKey: string): string {
  return partitionKey.slice('CASE#'.length);
}

/** Partition key of the cases that have a stored object. */
export function inboundKey(inbound: string): string {
  return `INBOUND#${inbound}`;
}
