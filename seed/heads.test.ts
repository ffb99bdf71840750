import { describe, expect, test } from 'vitest';
import type { Project } from '#prisma/content/project.ts';
import { readSeed, type SeedRecord } from './files.ts';
import { headFaults, stageDoubts } from './heads.ts';

const { records } = await readSeed();
const project = (sourceKey: string) => records.find((record) => record.kind === 'PROJECT' && record.content['sourceKey'] === sourceKey) as SeedRecord;
/** The record with its content changed, as a person might change the file. */
const changed = (record: SeedRecord, change: (content: Project) => Partial<Project>): SeedRecord[] => {
  const content = structuredClone(record.content) as unknown as Project;
  return [{ ...record, content: { ...content, ...change(content) } as unknown as Record<string, unknown> }];
};
const messages = (list: SeedRecord[]) => headFaults(list).map(({ message }) => message);

describe('heads', () => {
  test('of the library say the newest that their bodies say', () => {
    expect(headFaults(records)).toEqual([]);
  });

  test('of the certificate of entitlement and of others follow the facts since 2020', () => {
    const now = (sourceKey: string) => {
      const { stages, summary } = project(sourceKey).content as unknown as Project;
      return [stages.at(-1)?.stage, stages.at(-1)?.asAt, summary.asAt];
    };
    expect(Object.fromEntries(['unicc-unjspf-dce', 'wfp-building-blocks', 'undp-serbia-food-donation', 'un-digital-id'].map((key) => [key, now(key)]))).toEqual(
      {
        'unicc-unjspf-dce': ['SCALED', '2026-02-06', '2026-02-09'],
        'wfp-building-blocks': ['SCALED', '2022-04-26', '2022-04-26'],
        'undp-serbia-food-donation': ['IN_USE', '2022-08-01', '2022-08-01'],
        'un-digital-id': ['IN_USE', '2025-05-06', '2026'],
      },
    );
  });

  test('that are older than a fact of the record are found', () => {
    const stale = changed(project('unicc-unjspf-dce'), ({ summary }) => ({ summary: { ...summary, asAt: '2020' } }));
    expect(messages(stale)).toEqual([expect.stringMatching(/^the summary is as at 2020, but (statements|figures)\.\d+ tells of 2026/)]);
  });

  test('with stages out of order, or a last stage that is not the newest, are found', () => {
    const reversed = changed(project('wfp-building-blocks'), ({ stages }) => ({ stages: stages.toReversed() }));
    expect(messages(reversed)).toEqual(
      expect.arrayContaining([expect.stringContaining('stands after one of 2020-11'), expect.stringContaining('the last stage is as at 2017-05')]),
    );
    const pilot = changed(project('unicc-unjspf-dce'), ({ stages }) => ({ stages: [...stages.slice(1), ...stages.slice(0, 1)] }));
    expect(messages(pilot)).toEqual([expect.stringContaining('the last stage is as at 2020, but another one is of 2026-02-06')]);
  });

  test('that tell of an end and show none are found', () => {
    const running = changed(project('undp-mongolia-cashmere'), ({ stages }) => ({ stages: stages.slice(0, 1) }));
    expect(messages(running)).toEqual([expect.stringContaining('tells what ended it, but its stage is PILOT')]);
  });

  test('whose figures begin with an old one, or whose later facts name a country they lack, are found', () => {
    const old = changed(project('unicc-unjspf-dce'), ({ figures }) => ({ figures: figures.toReversed() }));
    expect(messages(old)).toEqual([expect.stringContaining('the figures begin with one of 2020')]);
    const lacking = changed(project('wfp-building-blocks'), ({ countries }) => ({ countries: countries.filter(({ code }) => code !== 'UA') }));
    expect(messages(lacking)).toEqual([expect.stringContaining('name Ukraine')]);
  });

  test('later facts that may change a stage are listed for reading', () => {
    expect(stageDoubts(records).every((doubt) => /^PROJECT [a-z0-9-]+: [A-Z_]+ as at \d{4}/.test(doubt))).toBe(true);
    const pilot = changed(project('undp-serbia-food-donation'), ({ stages }) => ({ stages: stages.slice(0, 1) }));
    expect(stageDoubts(pilot)).toEqual([expect.stringContaining('PILOT as at 2020, and of 2021-02-24: The platform started')]);
  });
});
