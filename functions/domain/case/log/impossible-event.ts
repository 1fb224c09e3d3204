import type { CaseEvent } from '../events.ts';
import type { OpenedCase } from '../state.ts';
/** The log holds an event that the state before it does not allow: the log is damaged. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}

/** The event cannot follow: the log is damaged. */
export function impossible(state: OpenedCase, event: CaseEvent): never {
  throw new ImpossibleEvent(`${event.type} cannot follow in status ${state.stage.kind}`);
}
