import type { Opened } from '../state.ts';
/** A code that was used for its purpose. */
export function used<State extends Opened>(state: State, challenge: string): State {
  return { ...state, challenges: state.challenges.map((one) => (one.id === challenge ? { ...one, used: true } : one)) };
}
