import { ApiProblem, type StaffClient } from '#infra/local/demo/clients.ts';

/**
 * Sends a command of staff with the number of the last commit. The system commits on its own too (a letter, the end of
 * a search). If it does so between the reading and the command, the case is read again and the command is sent again.
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
