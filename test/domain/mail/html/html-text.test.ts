import { describe, expect, it } from 'vitest';
import { readHtml } from '#domain/mail/html/html-text.ts';

const words = (html: string): { shown: string; certain: string; whole: string } => {
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const { shown, certain, whole } = readHtml(html);
  return { shown: flat(shown), certain: flat(certain), whole: flat(whole) };
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
  ])('do not count, and are returned separately: %s', (_, html) => {
    const { shown, whole } = words(`<p>SHOWN</p>${html}`);
    expect(shown).not.toContain('HIDDEN');
    expect(shown).toContain('SHOWN');
    expect(whole).toContain('HIDDEN');
  });

  it.each([
    ['a comment', '<!-- HIDDEN -->'],
    ['a conditional comment', '<!--[if mso]><p>HIDDEN</p><![endif]-->'],
    ['a script', '<script>document.write("<p>HIDDEN</p>")</script>'],
    ['a style sheet', '<style>b:after{content:"HIDDEN"}</style>'],
    ['a title', '<title>HIDDEN</title>'],
    ['an attribute', '<img alt="" title="HIDDEN" src="x"><p data-x="<p>HIDDEN</p>"></p>'],
  ])('are no words at all: %s', (_, html) => {
    expect(words(`${html}<p>SHOWN</p>`)).toEqual({ shown: 'SHOWN', certain: 'SHOWN', whole: 'SHOWN' });
  });
});

const styled = (style: string): string => `<p style="${style}">HIDDEN</p>`;
const sheet = (css: string, attributes = 'class="x"'): string => `<style>${css}</style><p ${attributes}>HIDDEN</p>`;

describe('Words that may or may not be visible', () => {
  it.each<[string, string]>([
    ...(
      [
        ...[
          '0ch',
          '0vmin',
          '0pc',
          'calc(0px)',
          '1e-3px',
          'min(0px, 1em)',
          'var(--x)',
          '0.0px',
          '.1ex',
          '0q',
          '-1px',
        ].map((size) => `font-size:${size}`),
        'font:calc(1px) a',
        'zoom:0',
        'zoom:1%',
        'font-size-adjust:0',
        '-webkit-text-size-adjust:1%',
        ...['hidden', 'clip', 'auto', 'scroll'].map((overflow) => `height:0;overflow:${overflow}`),
        'max-height:0;overflow-y:clip',
        'height:calc(0px);overflow:hidden',
        'block-size:0;overflow:hidden',
        'inline-size:1px;overflow:hidden',
        'height:5px;overflow:hidden',
        'height:0;contain:paint',
        'line-height:0',
        'line-height:1px',
        'line-height:calc(0)',
        'letter-spacing:-1em',
        'color:oklch(1 0 0)',
        'color:hwb(0 100% 0%)',
        'color:color(srgb 1 1 1)',
        'color:hsl(0 0% 99%)',
        'color:var(--x)',
        'color:snow',
        'color:lightyellow',
        'color:ivory',
        'color:color-mix(in srgb, white, white)',
        'color:rgb(100% 100% 100%)',
        'color:rgb(0 0 0 / 4%)',
        'color:#fff8',
        'color:gold;background:gold',
        'color:#fff;background:oklch(1 0 0)',
        'color:#fff;background:linear-gradient(#fff,#fff)',
        'color:#fff;background:url(x.png)',
        'color:black;background:rgba(0,0,0,.99)',
        'scale:0',
        'scale:0.01 1',
        'translate:-9999px',
        'translate:-100vw',
        'transform:matrix(0,0,0,0,0,0)',
        'transform:matrix(1,0,0,1,-9999,0)',
        'transform:scaleY(1e-5)',
        'transform:rotateX(90deg)',
        'transform:translateX(calc(-100vw))',
        'transform:scale(var(--x))',
        'rotate:x 90deg',
        'opacity:calc(0)',
        'opacity:1e-9',
        'opacity:.0',
        'opacity:-1',
        'opacity:var(--x)',
        'filter:blur(20px)',
        'filter:alpha(opacity=0)',
        'filter:brightness(0) invert(1)',
        'margin-inline-start:-9999px',
        'margin-block-start:-9999px',
        'margin:-9999px 0 0 0',
        'margin-left:calc(-9999px)',
        'margin-left:9999px',
        'padding-left:9999px',
        'position:absolute;inset-inline-start:-9999px',
        'position:absolute;left:calc(-9999px)',
        'position:absolute;inset:-9999px',
        'position:absolute;left:-200px',
        'position:relative;z-index:-1',
        'text-indent:-100em',
        'text-indent:calc(-999px)',
        'clip:rect(0 0 0 0)',
        'clip:rect(1px,1px,1px,1px)',
        'clip-path:circle(0)',
        'clip-path:polygon(0 0)',
        'clip-path:path("")',
        'mask:linear-gradient(transparent,transparent)',
        '-webkit-mask-image:url(x)',
        'display:var(--x)',
        'visibility:var(--x)',
        'content-visibility:var(--x)',
        'mix-blend-mode:difference',
        'animation:x 1s forwards',
        'text-decoration:line-through',
        'unicode-bidi:bidi-override;direction:rtl',
        '-webkit-text-security:disc',
        'font-family:Wingdings',
      ] as const
    ).map((style): [string, string] => [style, styled(style)]),
    ['opacity by degrees', '<div style="opacity:.3"><div style="opacity:.3"><p>HIDDEN</p></div></div>'],
    ['small in small', `${'<small>'.repeat(16)}HIDDEN`],
    ['a colour of a font that is none', '<font color="chucknorris">HIDDEN</font>'],
    ['details that are closed', '<details><summary>s</summary>HIDDEN</details>'],
    ['progress', '<progress>HIDDEN</progress>'],
    ['meter', '<meter>HIDDEN</meter>'],
    ['an option', '<select><option>a</option><option>HIDDEN</option></select>'],
    ['rp', '<ruby>a<rp>HIDDEN</rp></ruby>'],
    ['an object', '<object data="x">HIDDEN</object>'],
    ['a drawing’s description', '<svg><desc>HIDDEN</desc></svg>'],
    ['a drawing’s definitions', '<svg><defs><text>HIDDEN</text></defs></svg>'],
    ['a body that is not written', '<style>body{font-size:0}</style>HIDDEN'],
    ['a body that is written behind', 'HIDDEN<body hidden>'],
    ['a popover', '<div popover>HIDDEN</div>'],
    ['struck', '<del>HIDDEN</del>'],
    ['a frame', '<iframe src="x">HIDDEN</iframe>'],
    ['the body', '<body style="display:none">HIDDEN</body>'],
    ['behind the end of the body', '<body style="font-size:0">a</body>HIDDEN'],
    ['the root', '<html style="opacity:0"><body>HIDDEN'],
    ['a style sheet that follows', '<p class="x">HIDDEN</p><style>.x{display:none}</style>'],
    ['@layer', sheet('@layer a{.x{display:none}}')],
    ['@supports', sheet('@supports (display:grid){.x{display:none}}')],
    ['@container', sheet('@container (width > 1px){.x{display:none}}')],
    ['@media', sheet('@media (min-width:1px){.x{display:none}}')],
    ['@media in @supports', sheet('@supports (a:b){@media screen{.x{opacity:0}}}')],
    ['a media of its own', '<style media="(min-width:1px)">.x{display:none}</style><p class=x>HIDDEN</p>'],
    [':not()', sheet('p:not(.y){display:none}')],
    [':is()', sheet(':is(.x,.y){display:none}')],
    [':where()', sheet('p:where(.x){display:none}')],
    [':nth-child()', sheet('p:nth-child(n){display:none}')],
    ['an attribute', sheet('[data-a^=b]{display:none}', 'data-a="bc"')],
    ['a child', sheet('body>p{display:none}', '')],
    ['what stands around it', `<style>.y p{display:none}</style><div class=y><p>HIDDEN</p></div>`],
    ['a rule in a rule', sheet('.y{color:red;&.x{display:none}}')],
    ['a rule before a rule in it', sheet('.x{display:none;.z{color:red}}')],
    ['a comment in a selector', sheet('.x/**/{display:none}')],
    ['an escape in a selector', sheet(String.raw`.\78{display:none}`)],
    ['a bracket in quotation marks', sheet('.z{content:"}"}.x{display:none}')],
    ['a rule that is never ended', sheet('.x{display:none')],
    ['a selector that nobody understands', sheet('p:--x(.y){display:none}')],
    ['words before the words', sheet('.x::before{content:"inte "}')],
    ['a rule that another undoes perhaps', sheet('.x{display:none}.x:first-child{display:block}')],
  ])('are left out of one of the two texts: %s', (_, html) => {
    const { shown, certain, whole } = words(`<p>SHOWN</p>${html}`);
    expect(certain).not.toContain('HIDDEN');
    expect(certain === shown && shown === whole).toBe(false);
    expect(`${shown} ${whole}`).toContain('HIDDEN');
  });

  it.each<[string, string]>([
    [
      'Outlook',
      '<style>@font-face{font-family:"Cambria Math"}p.MsoNormal{margin:0cm;margin-bottom:.0001pt;font-size:11.0pt;font-family:"Calibri",sans-serif;mso-fareast-language:EN-US}a:link{mso-style-priority:99;color:#0563C1}div.WordSection1{page:WordSection1}</style><body lang=SV link="#0563C1" style="word-wrap:break-word"><div class=WordSection1><p class=MsoNormal><span lang=SV style="color:windowtext;mso-ligatures:none">SHOWN<o:p></o:p></span></p></div>',
    ],
    [
      'a list of Outlook',
      '<p class=MsoListParagraph style="text-indent:-18.0pt;mso-list:l0 level1 lfo1;margin-left:36pt"><span style="font-family:Symbol">·<span style="font:7.0pt \'Times New Roman\'">&nbsp; </span></span>SHOWN</p>',
    ],
    [
      'Outlook on the web',
      '<style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style><div class="elementToProof" style="font-family: Aptos, Arial; font-size: 12pt; color: rgb(0, 0, 0);">SHOWN</div>',
    ],
    [
      'Apple Mail',
      '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;"><span style="caret-color: rgb(0, 0, 0); color: rgb(0, 0, 0); display: inline !important; float: none; letter-spacing: normal; text-indent: 0px; -webkit-text-stroke-width: 0px; text-decoration: none;">SHOWN</span>',
    ],
    [
      'Gmail',
      '<div dir="ltr"><div class="gmail_default" style="font-family:arial,sans-serif;font-size:small;color:#0b5394">SHOWN</div></div>',
    ],
    [
      'a newsletter',
      '<style>body{margin:0;-webkit-text-size-adjust:100%}.w{width:600px;max-width:100%}@media only screen and (max-width:600px){.w{width:100%!important;padding:0!important}.h{font-size:22px!important;line-height:26px!important}}@media (prefers-color-scheme:dark){.d{background:#111!important}.t{color:#fff!important}}</style><table bgcolor="#f4f4f4" width="100%"><tr><td class="w d" style="padding:20px;background-color:#ffffff"><h1 class="h t" style="color:#222;font-size:28px;line-height:1.2">SHOWN</h1></td></tr></table>',
    ],
    [
      'white on a dark ground',
      '<table style="background:#024 url(x.png) no-repeat center/cover"><tr><td style="color:#fff">SHOWN</table>',
    ],
    ['a bare anchor', '<a href="x" style="color:inherit;text-decoration:none">SHOWN</a>'],
    ['details that are open', '<details open>SHOWN</details>'],
    ['the summary of closed details', '<details><summary>SHOWN</summary>a</details>'],
    ['an id that is another', '<style>#y{display:none}p:not(.x){display:none}</style><p class="x">SHOWN</p>'],
    ['a rule below something else', '<style>.y p{display:none}</style><p>SHOWN</p>'],
    [
      'a clearing rule',
      '<style>.c:after{content:".";display:block;height:0;visibility:hidden}</style><div class=c>SHOWN</div>',
    ],
  ])('do not exist in %s', (_, html) => {
    expect(words(html).certain).toContain('SHOWN');
  });

  it('exist if there are more style rules than are read, and the result says so', () => {
    const rules = Array.from({ length: 3_000 }, (_, at) => `.c${at}{color:red}`).join('');
    expect(readHtml(`<style>${rules}</style><p>a</p>`).beyond).toBe(true);
    expect(readHtml(`${'<div>'.repeat(600)}<p hidden>a</p>`).beyond).toBe(true);
    expect(readHtml('<style>.x{color:red}</style><p>a</p>').beyond).toBe(false);
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

  it('are in lines as they are shown, and quotations are marked', () => {
    const html =
      '<p>Hej,<br>en rad</p><pre>a\nb</pre><blockquote><div>citat<p>mer</div></blockquote><ul><li>x<li>y</ul>' +
      'f&aring; &aumlr &Ouml;st &#229;&#xe5; A&nbsp;B &lt;p&gt; &okand;';
    expect(readHtml(html).shown).toBe('Hej,\nen rad\n\na\nb\n\n> citat\n\n> mer\n\nx\ny\nfå är Öst åå A B <p> &okand;');
  });
});
