import type { HeldIdentifier, KeptTie } from '../findings/finding.ts';
import type { Identifier } from '../identifiers/identifier.ts';
import type { WhoseRecord } from '../findings/whose.ts';

/** What the sheet says of a record: it is the person's, or somebody must decide whether it is. */
export type ItemStanding = 'belongs' | 'possible' | 'disputed';

/**
 * How a record is tied to the person. `own`, `contact`: by an identifier in the record, of this weight. `part`: it is a
 * part of a record of the person. `adopted`: a member of staff decided that it is the person's. `hand`: a member of staff
 * entered it. `possible`, `disputed`: see `ItemStanding`.
 */
export interface ItemTie {
  readonly how: 'own' | 'contact' | 'part' | 'adopted' | 'possible' | 'disputed' | 'hand';
  /** The identifiers that tie the record to the person. */
  readonly by: readonly Identifier[];
  /** The identifiers that point, or may point, to somebody else. */
  readonly against: readonly Identifier[];
}

/** The fields of a stored record that decide its tie. */
interface Tied {
  readonly isPart: boolean;
  /** Whether staff adopted the record. */
  readonly isAdopted: boolean;
  readonly identifiers: readonly HeldIdentifier[];
  /** `null`: the search stored the record apart from the person's. */
  readonly tie: KeptTie | null;
}

/**
 * How a record is tied to the person, by the identifiers that are known now. If no identifier of a disputed record
 * contradicts its tie, other records do. `against` then has every `own` identifier of the record that does not tie it
 * to the person.
 */
export function tieOf(
  { isPart, isAdopted, identifiers, tie }: Tied,
  standing: ItemStanding,
  byFields: WhoseRecord,
): ItemTie {
  const told = byFields.whose({ identifiers });
  const by = told.says === 'nothing' ? [] : told.by;
  switch (standing) {
    case 'possible':
      return { how: 'possible', by, against: [] };
    case 'disputed': {
      const found = told.says === 'both' ? told.against : isPart ? byFields.againstPart(identifiers) : [];
      return { how: 'disputed', by, against: found.length > 0 ? found : ownBeside(identifiers, by) };
    }
    case 'belongs':
      if (isAdopted) return { how: 'adopted', by, against: told.says === 'both' ? told.against : [] };
      if (tie?.as === 'written') return { how: 'hand', by: [], against: [] };
      if (told.says === 'the-person' && (told.as === 'own' || !isPart)) return { how: told.as, by, against: [] };
      // The first version of the stored pages gives no identifiers.
      return { how: isPart ? 'part' : 'own', by: [], against: [] };
  }
}

function ownBeside(identifiers: readonly HeldIdentifier[], by: readonly Identifier[]): readonly Identifier[] {
  return identifiers
    .filter(({ weight }) => weight === 'own')
    .filter(({ kind, value }) => !by.some((one) => one.kind === kind && one.value === value))
    .map(({ kind, value }) => ({ kind, value }));
}
