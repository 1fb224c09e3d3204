import type { Row } from './row.ts';
import { rows000 } from './rows/000.ts';
import { rows001 } from './rows/001.ts';
import { rows002 } from './rows/002.ts';
import { rows003 } from './rows/003.ts';
import { rows004 } from './rows/004.ts';

/**
 * What the published policies of the first five customers ask of the product, row by row. A covered row is proven by a
 * test that bears its id in the title.
 */
export const rows: readonly Row[] = [...rows000, ...rows001, ...rows002, ...rows003, ...rows004];
