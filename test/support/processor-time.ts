/** Seconds of processor time that this process has used: other than the clock, they do not count while others work. */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
