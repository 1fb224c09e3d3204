import * as z from 'zod';
import { staffCommands } from '#commands/list.ts';

const [first, ...others] = Object.values(staffCommands).map(({ schema }) => schema);
if (first === undefined) throw new Error('the list of commands of staff is empty');

/**
 * The schema of the commands that a member of staff can give in a case. Each command is defined in
 * `functions/commands`.
 */
export const staffCommandSchema = z.discriminatedUnion('type', [first, ...others]).meta({ id: 'StaffCommand' });
export type StaffCommand = Readonly<z.infer<typeof staffCommandSchema>>;

export const acceptedSchema = z.strictObject({ seq: z.number().int() }).meta({ id: 'Accepted' });
