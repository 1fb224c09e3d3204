/** The latest of some instants, ISO 8601 in UTC with milliseconds. */
export function latestOf(first: string, ...others: readonly string[]): string {
  return others.reduce((latest, one) => (one > latest ? one : latest), first);
}
