import type { Row } from './row.ts';
import { rows000 } from './rows/000.ts';
import { rows001 } from './rows/001.ts';
import { rows002 } from './rows/002.ts';
import { rows003 } from './rows/003.ts';
import { rows004 } from './rows/004.ts';

/**
 * What the published policies of the first five customers require of the product, row by row. A test with the id of the
 * row in its title proves a covered row.
 */
export const rows: readonly Row[] = [...rows000, ...rows001, ...rows002, ...rows003, ...rows004];
