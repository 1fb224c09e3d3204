import type { Localised } from '../language.ts';

/** A row of the table of conflicts: what was said, what the law says, and what is done instead. */
export interface ConflictRow {
  /** Articles of the GDPR unless another text is named. */
  readonly article: string;
  readonly title: Localised;
  readonly policy: Localised;
  readonly law: Localised;
  readonly product: Localised;
}
