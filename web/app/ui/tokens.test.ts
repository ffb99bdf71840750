import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partPatterns } from './part-patterns.ts';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');
const read = (text: string) => Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value] as const));
const lightTokens = read(light);
const schemes: Record<string, Record<string, string | undefined>> = { light: lightTokens, dark: { ...lightTokens, ...read(dark) } };

/** Relative luminance of WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Ink and what it stands on. */
const texts: [string, string][] = [
  ...['paper', 'paper-deep', 'chosen', 'found'].map((ground): [string, string] => ['ink', ground]),
  ...['paper', 'paper-deep', 'chosen'].flatMap((ground): [string, string][] => [
    ['ink-quiet', ground],
    ['link', ground],
  ]),
  ['link-visited', 'paper'],
  ['link-visited', 'paper-deep'],
  ['on-action', 'action'],
  ['on-action', 'action-over'],
  ['wrong', 'paper'],
  ['unsure', 'paper'],
  ['unsure', 'paper-deep'],
  ...[1, 2, 3, 4, 5].flatMap((step): [string, string][] => [
    [`on-heat-${step}`, `heat-${step}`],
    [`on-part-${step}`, `part-${step}`],
  ]),
  ...Array.from({ length: 17 }, (_, index): [string, string] => {
    const white = [1, 4, 8, 10, 13, 16, 17].includes(index + 1);
    return [white ? 'on-goal-light' : 'on-goal-dark', `goal-${index + 1}`];
  }),
];

/** Shapes that carry a meaning, and what they must stand out from. */
const shapes: [string, string][] = [
  ['shape', 'paper'],
  ['link', 'paper'],
  ['action', 'paper'],
  ['wrong', 'paper'],
  ['bar', 'paper'],
];

describe.each(Object.keys(schemes))('the tokens of the %s scheme', (scheme) => {
  const tokens = schemes[scheme] ?? {};
  const ratio = (a: string, b: string) => {
    const [first, second] = [tokens[a], tokens[b]];
    if (!first || !second) throw new Error(`There is no colour --${first ? b : a}`);
    return contrast(first, second);
  };

  it.each(texts)('make text in %s readable on %s', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('make shapes in %s visible on %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3);
  });

  it('make neighbouring steps and parts differ in lightness, so that they can be told apart in grey', () => {
    for (const family of ['heat', 'part', 'map']) {
      const steps = Object.keys(tokens).filter((name) => new RegExp(`^${family}-\\d$`).test(name));
      for (let index = 1; index < steps.length; index++) {
        expect(ratio(steps[index - 1] ?? '', steps[index] ?? ''), `${steps[index - 1]} and ${steps[index]}`).toBeGreaterThanOrEqual(1.35);
      }
    }
  });

  it('tell any two parts of a bar apart in grey: by 3:1 in lightness, or by their patterns, whose lines stand out by 3:1', () => {
    const parts = [1, 2, 3, 4, 5];
    for (const part of parts) {
      if (partPatterns[part - 1]) expect(ratio(`on-part-${part}`, `part-${part}`), `lines of part ${part}`).toBeGreaterThanOrEqual(3);
      for (const other of parts.filter((one) => one > part)) {
        const [first, second] = [partPatterns[part - 1]?.path, partPatterns[other - 1]?.path];
        if (first === second) expect(ratio(`part-${part}`, `part-${other}`), `parts ${part} and ${other}`).toBeGreaterThanOrEqual(3);
      }
    }
  });

  it('make every shade of the map stand out from the land', () => {
    for (const step of ['map-1', 'map-2', 'map-3']) expect(ratio(step, 'land'), step).toBeGreaterThanOrEqual(3);
  });
});
