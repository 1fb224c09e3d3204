import type { CaseEvent } from '../events.ts';
import type { OpenedCase } from '../state.ts';
/** The log contains an event that the state before it does not allow: the log is damaged. */
export class ImpossibleEvent extends Error {
  override readonly name = 'ImpossibleEvent';
}

/** Throws `ImpossibleEvent`, because the state does not allow the event. */
export function impossible(state: OpenedCase, event: CaseEvent): never {
  throw new ImpossibleEvent(`${event.type} cannot follow in status ${state.stage.kind}`);
}
