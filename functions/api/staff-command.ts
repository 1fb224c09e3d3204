import * as z from 'zod';
import { staffCommands } from '#commands/list.ts';

const [first, ...others] = Object.values(staffCommands).map(({ schema }) => schema);
if (first === undefined) throw new Error('the list of commands of staff is empty');

/** What a member of staff can ask of a case: one of the commands of `functions/commands`. */
export const staffCommandSchema = z.discriminatedUnion('type', [first, ...others]).meta({ id: 'StaffCommand' });
export type StaffCommand = Readonly<z.infer<typeof staffCommandSchema>>;

export const acceptedSchema = z.strictObject({ seq: z.number().int() }).meta({ id: 'Accepted' });
