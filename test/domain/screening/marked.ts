import { proposalKinds, type Proposal, type ProposalKind, type ScreeningContext } from '#domain/screening/proposal.ts';
import { screenFor } from '#domain/screening/screen.ts';

/** Nobody's text: nothing is the person's own. */
export const nobody: ScreeningContext = {
  own: { names: [], identifiers: [] },
  controller: { names: [], domains: [] },
  otherNames: [],
  today: '2026-12-01',
};

/** What a text proposes, as `kind text`. */
export function proposed(text: string, context: Partial<ScreeningContext> = {}): readonly string[] {
  return screenFor({ ...nobody, ...context })(text).map(({ from, to, kind }) => `${kind} ${text.slice(from, to)}`);
}

/** A text without its marks, and the places that were marked: `[[name:Gunvor]]`. */
export function readMarks(marked: string): { readonly text: string; readonly places: readonly Proposal[] } {
  const places: Proposal[] = [];
  let text = '';
  let at = 0;
  for (const { index, 0: whole, groups } of marked.matchAll(/\[\[(?<kind>[a-z-]+):(?<value>[^\]]*)\]\]/g)) {
    text += marked.slice(at, index);
    const value = groups?.['value'] ?? '';
    places.push({ from: text.length, to: text.length + value.length, kind: kindOf(groups?.['kind'] ?? '') });
    text += value;
    at = index + whole.length;
  }
  return { text: text + marked.slice(at), places };
}

function kindOf(name: string): ProposalKind {
  const kind = proposalKinds.find((one) => one === name);
  if (kind === undefined) throw new Error(`there is no kind of proposal "${name}"`);
  return kind;
}
