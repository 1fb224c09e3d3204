import type { Localised } from '../language.ts';

/** A row of the table of conflicts: what the organisation states, what the law says, and what the product does. */
export interface ConflictRow {
  /** Articles of the GDPR, unless another law is named. */
  readonly article: string;
  readonly title: Localised;
  readonly policy: Localised;
  readonly law: Localised;
  readonly product: Localised;
}
