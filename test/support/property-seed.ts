// Vitest runs this file before each test file. With `UTDRAG_SEED=N` every property test uses the seed N. A failed
// property test prints its seed.
import * as fc from 'fast-check';
import { seed } from './random.ts';

if (process.env['UTDRAG_SEED'] !== undefined) fc.configureGlobal({ seed });
