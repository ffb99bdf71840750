import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { testApp, testLibrary } from '#test/ask.ts';
import { htmlFaults } from '#test/html.ts';
import { looks } from './draw.ts';

const { services, data } = await testLibrary();
const app = await testApp(services);
const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers: { host: 'localhost:3000', ...headers } });

describe('a figure for pages of others', () => {
  it.each([
    'uptake',
    'uptake?at=2022-06-30',
    'trend',
    'trend?step=quarter&organization=fao&at=2022-06-30&from=2021-01-01',
    'projects-by-stage',
    'projects-by-platform?stage=PILOT',
    'lessons-by-theme',
    'vendors-by-country',
  ])('%s is a picture and a page with source, day and address, without script', async (name) => {
    const [path = '', query] = name.split('?');
    const search = query ? `?${query}` : '';
    const picture = await get(`/embed/${path}.svg${search}`);
    expect([picture.statusCode, picture.headers['content-type']]).toEqual([200, 'image/svg+xml; charset=utf-8']);
    const root = new DOMParser({ onError: (level, message) => expect([level, message]).toEqual([]) }).parseFromString(picture.body, 'text/xml').documentElement;
    expect(root?.textContent).toMatch(/Source: Atrium.*As at \d{4}-\d{2}-\d{2}\.\s*http:\/\/localhost:3000\//s);
    expect(picture.body).not.toMatch(/<script|\son\w+=|<style|foreignObject/i);
    const page = await get(`/embed/${path}${search}`);
    expect([page.statusCode, await htmlFaults(page.body)]).toEqual([200, []]);
    expect(page.headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors \*/);
    expect(page.headers['x-frame-options']).toBeUndefined();
    expect(page.headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  it('counts what the library counts', async () => {
    const { projects } = await data('{ projects { facets { field values { count } } } }');
    const stages = (projects.facets as { field: string; values: { count: number }[] }[]).find(({ field }) => field === 'stage');
    const { body } = await get('/embed/projects-by-stage');
    expect([...body.matchAll(/<td>(\d+)<\/td>/g)].map((match) => Number(match[1]))).toEqual(
      stages?.values.map(({ count }) => count).filter((count) => count > 0),
    );
  });

  it('counts the actions that the report asks for, without the doubtful gaps of its table', async () => {
    const { body } = await get('/embed/uptake?at=2022-06-30');
    const rows = [...body.matchAll(/<tr><th scope="row">Recommendation \d<\/th>(.*?)<\/tr>/g)].map(([, cells = '']) =>
      [...cells.matchAll(/<td>(\d+)<\/td>/g)].reduce((sum, [, one]) => sum + Number(one), 0),
    );
    expect(rows).toEqual([26, 27, 17, 26, 1, 26, 8, 24]);
  });

  it('tells its parts apart in grey: by 3:1 in lightness, or by their patterns, whose lines stand out by 3:1', async () => {
    const light = (colour: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (one: string, other: string) => {
      const [low = 0, high = 0] = [light(one), light(other)].sort((a, b) => a - b);
      return (high + 0.05) / (low + 0.05);
    };
    for (const [index, { colour, line, path }] of looks.entries()) {
      if (line) expect([index, ratio(colour, line)]).toEqual([index, expect.toSatisfy((value: number) => value >= 3)]);
      for (const other of looks.slice(index + 1)) if (path === other.path) expect(ratio(colour, other.colour)).toBeGreaterThanOrEqual(3);
    }
    const { body } = await get('/embed/uptake.svg');
    for (const [, id] of body.matchAll(/url\(#([\w-]+)\)/g)) expect(body).toContain(`<pattern id="${id}"`);
    // Each part of the legend is drawn in a way of its own.
    const keys = [...body.matchAll(/width="12" height="12" fill="([^"]+)"/g)].map(([, fill]) => fill);
    expect(new Set(keys).size).toBe(7);
  });

  it('counts over time the actions of each point, as the page of the trend does', async () => {
    const { uptakeTrend } = await data('{ uptakeTrend(step: YEAR, at: "2025-06-30", includeDemo: false) { label counts { addressed noInformation } } }');
    const { body } = await get('/embed/trend?at=2025-06-30');
    const rows = [...body.matchAll(/<tr><th scope="row">([^<]+)<\/th>(.*?)<\/tr>/g)].map(([, label, cells = '']) => {
      const counts = [...cells.matchAll(/<td>(\d+)<\/td>/g)].map(([, one]) => Number(one));
      return [label, counts.reduce((sum, one) => sum + one, 0), counts.at(-1)];
    });
    expect(rows).toEqual(
      (uptakeTrend as { label: string; counts: { addressed: number; noInformation: number } }[]).map(({ label, counts }) => [
        label,
        counts.addressed,
        counts.noInformation,
      ]),
    );
    expect(rows.length).toBeGreaterThan(3);
  });

  it('is framed there only, and is nothing under another name', async () => {
    for (const url of [
      '/embed/nothing',
      '/embed/projects-by-nothing.svg',
      '/embed/members-by-role',
      '/embed/uptake?at=soon',
      '/embed/trend?step=week',
      '/embed/trend?organization=nobody',
    ])
      expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
    const other = await get('/api/v1');
    expect(other.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});
