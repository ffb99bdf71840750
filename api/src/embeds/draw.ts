import type { Figure } from './figure.ts';

const WIDTH = 640;
const LABEL = 200;
const BAR = 18;
const STEP = 28;
/**
 * How each part of a bar is drawn: seven colours cannot all differ by 3:1 in lightness, so each has a pattern of its own, whose lines
 * differ by 3:1 from its colour; the first and the last, dark and light, are plain. The path repeats in a tile of 8 units.
 */
export const looks: readonly { colour: string; line?: string; path?: string }[] = [
  { colour: '#0b3d6b' },
  { colour: '#2b6ca3', line: '#ffffff', path: 'M-2 2 2 -2M0 8 8 0M6 10 10 6' },
  { colour: '#5b96c4', line: '#0b1d30', path: 'M2 3h2M6 7h2' },
  { colour: '#93bbdc', line: '#0b3d6b', path: 'M4 0v8' },
  { colour: '#8a6d3b', line: '#ffffff', path: 'M0 4h8' },
  { colour: '#b9b0a2', line: '#3a3122', path: 'M4 0v8M0 4h8' },
  { colour: '#e4e4e4' },
];
const lookOf = (part: number) => looks[part % looks.length] as (typeof looks)[number];
/** What fills a part: its pattern, or its colour alone. */
const fillOf = (part: number) => (lookOf(part).path ? `url(#part-${part % looks.length})` : lookOf(part).colour);
/** The patterns of the parts that are drawn. */
const patterns = (parts: number) =>
  looks
    .slice(0, parts)
    .map(({ colour, line, path }, part) =>
      path
        ? `<pattern id="part-${part}" width="8" height="8" patternUnits="userSpaceOnUse"><rect width="8" height="8" fill="${colour}"/><path d="${path}" fill="none" stroke="${line}" stroke-width="1.25"/></pattern>`
        : '',
    )
    .join('');

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
/** Lines of at most so many characters, broken between words. */
const lines = (text: string, most: number): string[] =>
  text.split(' ').reduce<string[]>((all, word) => {
    const last = all.at(-1);
    if (last !== undefined && last.length + word.length < most) all[all.length - 1] = `${last} ${word}`;
    else all.push(word);
    return all;
  }, []);

/** A figure as SVG that needs nothing else: no style, no script, no font; its text says source, day and address. */
export function drawn(figure: Figure, address: string): string {
  const { title, source, asAt, parts, rows, more } = figure;
  const most = Math.max(1, ...rows.map(({ counts }) => counts.reduce((sum, one) => sum + one, 0)));
  const space = WIDTH - LABEL - 60;
  const heading = lines(title, 62);
  const keys = parts.length > 1 ? parts : [];
  const keyRows = Math.ceil(keys.length / 3);
  let y = 30 + heading.length * 22;
  const text = (x: number, at: number, said: string, more_ = '') => `<text x="${x}" y="${at}"${more_}>${escaped(said)}</text>`;
  const drawnKeys = keys.map((key, index) => {
    const [x, at] = [10 + (index % 3) * 205, y + Math.floor(index / 3) * 20];
    return `<rect x="${x}" y="${at - 10}" width="12" height="12" fill="${fillOf(index)}" stroke="#444444"/>${text(x + 18, at, key)}`;
  });
  y += keyRows * 20 + (keyRows > 0 ? 8 : 0);
  const bars = rows.map(({ name, counts }, index) => {
    const at = y + index * STEP;
    let x = LABEL;
    const drawnParts = counts.map((count, part) => {
      const width = (count / most) * space;
      const shape =
        count > 0
          ? `<rect x="${x.toFixed(1)}" y="${at}" width="${width.toFixed(1)}" height="${BAR}" fill="${fillOf(part)}" stroke="${parts.length > 1 ? '#444444' : 'none'}"><title>${escaped(`${name}: ${parts[part]} ${count}`)}</title></rect>`
          : '';
      x += width;
      return shape;
    });
    const total = counts.reduce((sum, one) => sum + one, 0);
    return `${text(LABEL - 8, at + 14, short(name, 28), ' text-anchor="end"')}${drawnParts.join('')}${text(x + 6, at + 14, String(total))}`;
  });
  y += Math.max(1, rows.length) * STEP + 12;
  const none = rows.length === 0 ? text(10, y - STEP, 'Nothing in the library has a value here.') : '';
  const foot = [...(more > 0 ? [`${more} more on the page.`] : []), ...lines(`Source: ${source}. As at ${asAt}.`, 95)];
  const told = foot.map((one, index) => text(10, y + index * 16, one, ' font-size="12" fill="#444444"'));
  y += foot.length * 16;
  const link = `<a href="${escaped(address)}" target="_top">${text(10, y, short(address, 95), ' font-size="12" fill="#0b4f8a" text-decoration="underline"')}</a>`;
  const height = y + 14;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title" font-family="system-ui, sans-serif" font-size="14" fill="#1a1a1a">`,
    `<title id="title">${escaped(title)}</title><desc>${escaped(`Source: ${source}. As at ${asAt}. ${address}`)}</desc>`,
    `<defs>${patterns(parts.length)}</defs>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...heading.map((one, index) => text(10, 26 + index * 22, one, ' font-size="17" font-weight="600"')),
    ...drawnKeys,
    ...bars,
    none,
    ...told,
    link,
    '</svg>',
  ].join('');
}

/** What makes the page of a frame readable on a telephone. */
export const STYLE =
  'body{margin:8px;font-family:system-ui,sans-serif;color:#1a1a1a;background:#fff}svg{max-width:100%;height:auto}table{border-collapse:collapse}th,td{padding:2px 12px 2px 0;text-align:left;font-weight:400}';

/** The same as a small page for a frame, with its numbers as a table. */
export function framed(figure: Figure, address: string): string {
  const { title, parts, rows } = figure;
  const head = ['', ...parts].map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  const body = rows.map(({ name, counts }) => `<tr><th scope="row">${escaped(name)}</th>${counts.map((one) => `<td>${one}</td>`).join('')}</tr>`).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escaped(title)} – Atrium</title><style>${STYLE}</style></head><body><main>${drawn(figure, address)}<details><summary>The numbers as a table</summary><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></details></main></body></html>`;
}
