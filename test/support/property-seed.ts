// Runs before each test file. With `UTDRAG_SEED=N` every property test uses the seed N, which a failed test has
// printed.
import * as fc from 'fast-check';
import { seed } from './random.ts';

if (process.env['UTDRAG_SEED'] !== undefined) fc.configureGlobal({ seed });
