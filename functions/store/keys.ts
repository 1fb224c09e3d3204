/** Partition key of everything that belongs to a case. */
export function caseKey(caseId: string): string {
  return `CASE#${caseId}`;
}
