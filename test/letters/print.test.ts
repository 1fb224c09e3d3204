import { expect, it } from 'vitest';
import { printedLetter } from '#letters/print.ts';

it('A printed letter has its recipient and the addresses of its links; text that somebody typed never becomes markup', async () => {
  const text = 'Hej!\n\nFölj ditt ärende:\nhttps://portal.nordvik.example/cases/x?key=y\n\n--\nNordvik <AB>\n';
  const printed = await printedLetter(
    { kind: 'acknowledgement', subject: 'Vi har tagit emot din begäran', text, html: '' },
    { recipient: ['Åsa <script>Berg', 'Exempelgatan 7', '111 11 Stockholm'], language: 'sv' },
  );
  expect(printed).toContain('<html lang="sv">');
  expect(printed).toContain('Åsa &lt;script&gt;Berg\nExempelgatan 7\n111 11 Stockholm</address>');
  expect(printed).toContain('https://portal.nordvik.example/cases/x?key=y');
  expect(printed).toContain('Nordvik &lt;AB&gt;');
  expect(printed).not.toMatch(/<script|<img|<link/);
});
