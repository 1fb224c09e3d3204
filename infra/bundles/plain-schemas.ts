// The first thing that every bundled function runs, before a schema is made. Without this setting, zod writes and
// compiles a program for each schema when the schema first parses a value. A function that has just started waits for
// this, and later parses are not faster: most events meet schemas that the function has used only a few times.
import * as z from 'zod';

z.config({ jitless: true });
