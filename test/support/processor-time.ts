/**
 * The processor time that this process has used, in seconds. The work of other processes does not add to it, so a
 * measurement is correct on a busy machine.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
