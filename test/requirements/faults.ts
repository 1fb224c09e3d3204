import type { Row } from './row.ts';
import { proofsIn, type Proof } from './titles.ts';

/** The path of a test file in the repository. */
export interface TestFile {
  readonly file: string;
  readonly source: string;
}

/** What is wrong between the table and the titles of the tests. Each line names the row and the place. */
export function faultsOf(rows: readonly Row[], files: readonly TestFile[], ids: readonly string[]): readonly string[] {
  const read = files.map(({ file, source }) => proofsIn(file, source));
  const proofs = read.flatMap((one) => one.proofs);
  return [
    ...idFaults(rows, ids),
    ...rows.flatMap((row) => rowFaults(row, proofs)),
    ...proofs
      .filter(({ id }) => rows.every((row) => row.id !== id))
      .map(({ id, place }) => `${id}: no row, in ${place}`),
    ...read.flatMap((one) => one.strays).map((stray) => `${stray}: an id that is in no title of a test`),
  ];
}

function idFaults(rows: readonly Row[], ids: readonly string[]): readonly string[] {
  const counted = (id: string): number => rows.filter((row) => row.id === id).length;
  return [
    ...ids.filter((id) => counted(id) === 0).map((id) => `${id}: is missing in the table`),
    ...ids.filter((id) => counted(id) > 1).map((id) => `${id}: stands twice in the table`),
    ...rows.filter(({ id }) => !ids.includes(id)).map(({ id }) => `${id}: is no row of the policies`),
  ];
}

function rowFaults({ id, status, rest }: Row, proofs: readonly Proof[]): readonly string[] {
  const mine = proofs.filter((proof) => proof.id === id);
  const never = mine
    .filter(({ runs }) => runs === 'never')
    .map(({ place }) => `${id}: its test does not run, ${place}`);
  if (status !== 'covered')
    return [
      ...mine.map(({ place }) => `${id}: is later, and yet in a title, ${place}`),
      ...(rest === undefined ? [] : [`${id}: is later as a whole and has no rest`]),
    ];
  // A test that runs only on some machines, for example with a browser, may bear the id of a row as well. It does not
  // prove the row.
  return mine.some(({ runs }) => runs === 'always') ? never : [`${id}: is covered, and no test proves it`, ...never];
}
