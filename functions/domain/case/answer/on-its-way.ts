import type { Assembled, Assembling, Released, Stage } from '../state.ts';

/** The stage of a case whose answer is released and not yet delivered; `undefined` for any other stage. */
export function onItsWay(stage: Stage): Released | Assembling | Assembled | undefined {
  switch (stage.kind) {
    case 'released':
    case 'assembling':
    case 'assembled':
      return stage;
    case 'held':
    case 'identifying':
    case 'planning':
    case 'approving-search':
    case 'gathering':
    case 'reviewing':
    case 'delivered':
    case 'refused':
    case 'closed':
      return undefined;
  }
}
