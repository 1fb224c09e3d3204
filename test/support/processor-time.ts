/**
 * Processor time of this process, in seconds. Unlike the time on the clock it does not grow while other processes work.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
