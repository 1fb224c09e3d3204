import type { Common } from '../state.ts';
/** Marks a code as used for its purpose. */
export function used(common: Common, challenge: string): Common {
  return {
    ...common,
    challenges: common.challenges.map((one) => (one.id === challenge ? { ...one, used: true } : one)),
  };
}
