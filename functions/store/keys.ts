/** The partition key of all items of a case. */
export function caseKey(caseId: string): string {
  return `CASE#${caseId}`;
}

/** The id of the case, read from a partition key. */
export function caseOf(partitionKey: string): string {
  return partitionKey.slice('CASE#'.length);
}

/** The partition key of the items that list which cases have a stored mail or scan. */
export function inboundKey(inbound: string): string {
  return `INBOUND#${inbound}`;
}
