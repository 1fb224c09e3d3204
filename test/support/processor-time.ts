/**
 * The processor time that this process has used, in seconds. While other processes work, the clock continues and this
 * time does not.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
