import { ApiProblem, type StaffClient } from '#infra/local/demo/clients.ts';

/**
 * Reads the case and sends a command of staff with the number of the last commit. The system itself also commits, for
 * example when a search ends. If such a commit comes in between, the command is refused (`old-seq`). The function then
 * reads the case and sends the command again, up to 20 times.
 */
export async function commandNow(
  staff: StaffClient,
  reference: string,
  command: Parameters<StaffClient['command']>[2],
): Promise<{ readonly seq: number }> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await staff.command(reference, (await staff.case(reference)).seq, command);
    } catch (error) {
      if (!(error instanceof ApiProblem && error.type.endsWith(':old-seq')) || attempt === 20) throw error;
    }
}
