// Before each test file: `UTDRAG_SEED=N` gives every property the seed that a failed one printed.
import * as fc from 'fast-check';
import { seed } from './random.ts';

if (process.env['UTDRAG_SEED'] !== undefined) fc.configureGlobal({ seed });
