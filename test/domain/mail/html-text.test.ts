import { describe, expect, it } from 'vitest';
import { readHtml } from '#domain/mail/html-text.ts';

const words = (html: string): { shown: string; whole: string } => {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const { shown, whole } = readHtml(html);
  return { shown: flat(shown), whole: flat(whole) };
};

describe('Words that an HTML mail hides', () => {
  it.each([
    ['display', '<p style="display:none">HIDDEN</p>'],
    ['display, important, in capitals', '<P STYLE="DISPLAY : NONE !IMPORTANT">HIDDEN</P>'],
    ['display, with a comment within', '<p style="display:/**/none">HIDDEN</p>'],
    ['display, with escapes', String.raw`<p style="d\69splay:none">HIDDEN</p>`],
    ['display, with character references', '<p style="display&#58;none">HIDDEN</p>'],
    ['an attribute without quotation marks', '<p style=display:none>HIDDEN</p>'],
    ['an attribute after one that holds a bracket', '<p title="a > b" style="display:none">HIDDEN</p>'],
    ['visibility', '<p style="visibility:hidden">HIDDEN</p>'],
    ['the hidden attribute', '<p hidden>HIDDEN</p>'],
    ['the hidden attribute with a value', '<p hidden="hidden">HIDDEN</p>'],
    ['opacity', '<p style="opacity:0">HIDDEN</p>'],
    ['opacity in per cent', '<p style="opacity:1%">HIDDEN</p>'],
    ['a filter', '<p style="filter:opacity(0)">HIDDEN</p>'],
    ['letters of no size', '<span style="font-size:0">HIDDEN</span>'],
    ['letters of one pixel', '<span style="font-size:1px">HIDDEN</span>'],
    ['letters of no size in short form', '<span style="font:0/0 a">HIDDEN</span>'],
    ['letters of no size in a part of one', '<span style="font-size:0.01em">HIDDEN</span>'],
    ['white on white', '<span style="color:#fff">HIDDEN</span>'],
    ['nearly white on white', '<font color="#FEFEFE">HIDDEN</font>'],
    ['black on black', '<div bgcolor="#000000"><span style="color:rgb(0, 0, 0)">HIDDEN</span></div>'],
    ['the colour of the background', '<td style="background:#123456"><b style="color:#123457">HIDDEN</b></td>'],
    ['transparent', '<span style="color:transparent">HIDDEN</span>'],
    ['transparent by its last digits', '<span style="color:#00000000">HIDDEN</span>'],
    ['nearly transparent', '<span style="color:rgba(0,0,0,.01)">HIDDEN</span>'],
    ['outside the page to the left', '<p style="position:absolute;left:-9999px">HIDDEN</p>'],
    ['outside the page above', '<p style="position: fixed; top: -100em">HIDDEN</p>'],
    ['an indent', '<p style="text-indent:-9999px">HIDDEN</p>'],
    ['a margin', '<p style="margin-left:-9999px">HIDDEN</p>'],
    ['moved away', '<p style="transform:translateX(-9999px)">HIDDEN</p>'],
    ['scaled to nothing', '<p style="transform:scale(0)">HIDDEN</p>'],
    ['no height', '<div style="height:0;overflow:hidden">HIDDEN</div>'],
    ['no height, as before the text', '<div style="max-height:0px;overflow:hidden;mso-hide:all">HIDDEN</div>'],
    ['clipped', '<p style="position:absolute;clip:rect(0,0,0,0)">HIDDEN</p>'],
    ['clipped by a path', '<p style="clip-path:inset(100%)">HIDDEN</p>'],
    ['hidden for Outlook', '<p style="mso-hide:all">HIDDEN</p>'],
    ['a class', '<style>.x{display:none}</style><p class="y x">HIDDEN</p>'],
    ['an id', '<style>#x{opacity:0}</style><p id="x">HIDDEN</p>'],
    ['an element', '<style>p em{font-size:0}</style><p><em>HIDDEN</em></p>'],
    ['a class on screens', '<style>@media screen{.x{display:none}}</style><p class=x>HIDDEN</p>'],
    ['a dialog that is not open', '<dialog>HIDDEN</dialog>'],
    ['within what is hidden', '<div style="display:none"><p style="display:block;visibility:visible">HIDDEN</p></div>'],
    ['never ended', 'SHOWN <div style="display:none">HIDDEN'],
    ['a list item that the next one ends', '<ul><li hidden>HIDDEN<li>SHOWN</ul>'],
  ])('do not count, and are told apart: %s', (_, html) => {
    const { shown, whole } = words(`<p>SHOWN</p>${html}`);
    expect(shown).not.toContain('HIDDEN');
    expect(shown).toContain('SHOWN');
    expect(whole).toContain('HIDDEN');
  });

  it.each([
    ['a comment', '<!-- HIDDEN -->'],
    ['a conditional comment', '<!--[if mso]><p>HIDDEN</p><![endif]-->'],
    ['a script', '<script>document.write("<p>HIDDEN</p>")</script>'],
    ['a style sheet', '<style>p:after{content:"HIDDEN"}</style>'],
    ['a title', '<title>HIDDEN</title>'],
    ['an attribute', '<img alt="" title="HIDDEN" src="x"><p data-x="<p>HIDDEN</p>"></p>'],
  ])('are no words at all: %s', (_, html) => {
    expect(words(`${html}<p>SHOWN</p>`)).toEqual({ shown: 'SHOWN', whole: 'SHOWN' });
  });
});

describe('Words that a browser shows', () => {
  it.each([
    ['after what is hidden', '<p style="display:none">a</p>SHOWN'],
    ['after a paragraph that the next one ends', '<p style="display:none">a<p>SHOWN'],
    ['in a cell after a hidden one', '<table><tr><td hidden>a<td>SHOWN</table>'],
    ['after an end tag of something else', '<span hidden>a</span></div></p>SHOWN'],
    ['after a font that is never ended', '<p>a<font color="red">b</p><p>SHOWN</p>'],
    ['visible within the invisible', '<div style="visibility:hidden">a<b style="visibility:visible">SHOWN</b></div>'],
    ['of a size within none', '<div style="font-size:0">a<b style="font-size:14px">SHOWN</b></div>'],
    ['white on a dark ground', '<table bgcolor="#002244"><tr><td><font color="white">SHOWN</font></table>'],
    ['white on a picture', '<div style="background:url(x.png)"><b style="color:#fff">SHOWN</b></div>'],
    ['an attribute that style undoes', '<p hidden style="display:block">SHOWN</p>'],
    ['in a head that was never closed', '<html><head><title>t</title><p>SHOWN</p>'],
    ['in a drawing', '<svg><text>SHOWN</text></svg>'],
    ['in a field', '<textarea>SHOWN</textarea>'],
    ['after a bracket that is none', 'if 5 < 6 and 7 > 3 then SHOWN'],
    ['after a comment that ends oddly', '<!-- a --!>SHOWN'],
    ['after an empty comment', '<!-->SHOWN'],
    ['for others than Outlook', '<!--[if !mso]><!--><p>SHOWN</p><!--<![endif]-->'],
    ['for paper they are not hidden', '<style>@media print{p{display:none}}</style><p>SHOWN</p>'],
    ['in a small window they are not hidden', '<style>@media (max-width:600px){p{display:none}}</style><p>SHOWN</p>'],
    ['a state they are not in', '<style>p:hover{display:none}</style><p>SHOWN</p>'],
    ['in bold over the end of a paragraph', '<b>a<p>b</b>SHOWN</p>'],
    ['in capitals', '<P STYLE="COLOR:RED">SHOWN</P>'],
    ['without end tags at all', '<div><p><b>SHOWN'],
  ])('count: %s', (_, html) => {
    expect(words(html).shown).toContain('SHOWN');
  });

  it('stand in lines as they are shown, and quotations are marked', () => {
    const html =
      '<p>Hej,<br>en rad</p><pre>a\nb</pre><blockquote><div>citat<p>mer</div></blockquote><ul><li>x<li>y</ul>' +
      'f&aring; &aumlr &Ouml;st &#229;&#xe5; A&nbsp;B &lt;p&gt; &okand;';
    expect(readHtml(html).shown).toBe('Hej,\nen rad\n\na\nb\n\n> citat\n\n> mer\n\nx\ny\nfå är Öst åå A B <p> &okand;');
  });
});
