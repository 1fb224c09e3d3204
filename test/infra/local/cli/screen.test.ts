import { describe, expect, it } from 'vitest';
import { screenTexts } from '#infra/local/cli/screen.ts';
import { runOn, runOnValues, runUtdrag } from './lines.ts';

const own = { names: ['Åsa Berg'], identifiers: [{ kind: 'email', value: 'asa.berg@example.org' }] };

describe('utdrag screen', () => {
  it('prints the proposals of each text, as a separate process', async () => {
    const { code, stdout, stderr } = await runUtdrag(
      ['screen'],
      `${JSON.stringify({ text: '😀 Åsa, ring Gunvor Kvist', language: 'sv', own, id: 1 })}\n${JSON.stringify({ text: '', own })}\n`,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe('{"proposals":[{"from":13,"to":25,"kind":"name"}]}\n{"proposals":[]}\n');
  });
  it('does not propose what is the person’s own or the controller’s', async () => {
    const { answers } = await runOnValues(screenTexts, [
      { text: 'asa.berg@example.org wrote to info@nordvik.example', own },
      {
        text: 'asa.berg@example.org wrote to info@nordvik.example',
        own,
        controller: { names: ['Nordvik'], domains: ['nordvik.example'] },
      },
    ]);
    expect(answers).toEqual([{ proposals: [{ from: 30, to: 50, kind: 'email' }] }, { proposals: [] }]);
  });
  it.each([
    [{ own }, 'text: must be a text'],
    [{ text: 'a' }, 'own: must be an object with names and identifiers'],
    [{ text: 'a', own: { names: 'Gunvor' } }, 'own.names: must be a list of texts'],
    [{ text: 'a', own: { identifiers: [{ kind: 'email' }] } }, 'own.identifiers.0.value: must be a text'],
    [{ text: 'a', own, language: 'de' }, 'language: must be sv or en'],
    [{ text: 'a', own, controller: { domains: [1] } }, 'controller.domains.0: must be a text'],
  ])('names the wrong field of %j and does not repeat its value', async (line, error) => {
    const { code, answers } = await runOnValues(screenTexts, [line]);
    expect({ code, answers }).toEqual({ code: 1, answers: [{ error }] });
  });
  it('continues after a line that is not JSON', async () => {
    const { code, lines } = await runOn(screenTexts, 'Gunvor\n{"text":"hej","own":{}}\n');
    expect({ code, lines }).toEqual({ code: 1, lines: ['{"error":"the line is not JSON"}', '{"proposals":[]}'] });
  });
});
