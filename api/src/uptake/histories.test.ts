import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { given, uptakeLibrary, withdrawTogether } from '#test/uptake.ts';
import { ValidationError } from '../errors.ts';
import { uptakeAccessOf } from './policy.ts';
import { publishUptake } from './publish.ts';
import { acceptances, addDays, type CellFacts, count, type Counts, derive, implementations, judgements, lastDay, noCounts, sum, utcToday } from './state.ts';
import { countCells, readGroups, readMatrix } from './table.ts';
import { confirmUptake, reportUptake, type Written } from './write.ts';
import { judgeUptake } from './judge.ts';

/** Whether the states add up, as they must: each action is in exactly one, and an accepted one in exactly one stage. */
const addsUp = (counts: Counts) =>
  counts.addressed === counts.noInformation + counts.underConsideration + counts.notAccepted + counts.notRelevant + counts.accepted &&
  counts.accepted === counts.notStarted + counts.inProgress + counts.implemented &&
  counts.agreed <= counts.judged &&
  counts.judged <= counts.implemented;

const today = utcToday();

const { db, as, people, statements } = await uptakeLibrary();
const viewer = { unSystem: true, organizationIds: [] };
const access = uptakeAccessOf(people.secretariat);
const anyoneAccess = uptakeAccessOf(null);
const everyone = { unSystem: false, organizationIds: [] };
const moment = (at: string, known = at) => ({ at, known, demo: true, confirmedOnly: false });
const _REPORT = `mutation ($organization: String!, $recommendation: String!, $input: UptakeInput!, $key: String!, $basedOn: String) {
  reportUptake(organization: $organization, recommendation: $recommendation, input: $input, idempotencyKey: $key, basedOn: $basedOn) {
    __typename ... on UptakeReported { repeated entry { id confirmed enteredAs viewerCanConfirm } } ... on InvalidInput { fields { name message } } } }`;
const _CELL =
  '{ uptakeCell(recommendation: "2", organization: "fao") { status confirmed history { id comment officer withdrawn withdrawalReason enteredByName evidence { label } } entry { id } comments { text } } }';

describe('what is derived', () => {
  const dates = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2019-01-01', days));
  const facts: fc.Arbitrary<CellFacts> = fc
    .record({
      addressed: fc.boolean(),
      acceptance: fc.option(fc.constantFrom(...acceptances)),
      implementation: fc.constantFrom(...implementations),
      targetDate: fc.option(dates),
      deadline: fc.option(fc.constantFrom('2022', '2022-06', '2021-12-31')),
      reportDate: fc.option(fc.constantFrom('2020', '2019-03')),
      confirmed: fc.boolean(),
      fromDocument: fc.boolean(),
      judgement: fc.option(fc.constantFrom(...judgements)),
      priority: fc.boolean(),
    })
    .map((one) => ({ ...one, implementation: one.acceptance === 'ACCEPTED' ? one.implementation : null }));
  it('adds up for any cells, in any grouping', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(facts, fc.integer({ min: 0, max: 3 })), { maxLength: 60 }), dates, (cells, at) => {
        const whole = noCounts();
        const parts: Counts[] = [noCounts(), noCounts(), noCounts(), noCounts()];
        for (const [cell, part] of cells) {
          count(whole, cell, derive(cell, at));
          count(parts[part] as Counts, cell, derive(cell, at));
        }
        expect(addsUp(whole)).toBe(true);
        expect(sum(parts)).toEqual(whole);
        expect(whole.addressed).toBe(cells.filter(([cell]) => cell.addressed).length);
      }),
    );
  });
  it('is overdue the day after, never when implemented or refused', () => {
    const cell: CellFacts = {
      addressed: true,
      acceptance: 'ACCEPTED',
      implementation: 'IN_PROGRESS',
      targetDate: '2023-03-01',
      deadline: '2022',
      reportDate: '2020',
      confirmed: true,
      fromDocument: false,
      judgement: null,
      priority: false,
    };
    expect(derive(cell, '2022-12-31').overdue).toBe(false);
    expect(derive(cell, '2023-01-01')).toMatchObject({ overdue: true, overdueSince: '2022-12-31', overdueDays: 1, longOutstanding: false });
    expect(derive({ ...cell, deadline: null }, '2023-03-02')).toMatchObject({ overdueSince: '2023-03-01', overdueDays: 1 });
    expect(derive(cell, '2025-12-31').longOutstanding).toBe(false);
    expect(derive(cell, '2026-01-01').longOutstanding).toBe(true);
    for (const closed of [
      { ...cell, implementation: 'IMPLEMENTED' as const },
      { ...cell, acceptance: 'NOT_RELEVANT' as const, implementation: null },
    ])
      expect(derive(closed, '2030-01-01')).toMatchObject({ overdue: false, longOutstanding: false });
    expect([lastDay('2024-02'), lastDay('2021'), lastDay('2021-05-06')]).toEqual(['2024-02-29', '2021-12-31', '2021-05-06']);
  });
});

describe('histories', () => {
  // Ten days of random reports, confirmations and withdrawals by the functions that people use, with a table written down each night.
  type Night = { day: string; inside: string; outside: string; papers: string };
  const nights: Night[] = [];
  const table = async (at: string, known: string, who: typeof access, documents = false) => {
    const matrix = await readMatrix(db, who === access ? viewer : everyone, who, null, { ...moment(at, known), documents });
    return JSON.stringify(
      matrix?.cells.map(
        ({ actionId, entryId, acceptance, implementation, targetDate, confirmed, status, overdue, longOutstanding, judgement, lastJudgement, priority }) => ({
          actionId,
          entryId,
          acceptance,
          implementation,
          targetDate,
          confirmed,
          status,
          overdue,
          longOutstanding,
          judgement,
          lastJudgement,
          priority,
        }),
      ),
    );
  };
  beforeAll(async () => {
    const cells = (await readMatrix(db, viewer, access, null, moment(today)))?.cells.filter((cell) => cell.addressed) ?? [];
    const { rows } = await sql<{
      id: string;
      slug: string;
      number: string;
    }>`SELECT a.id, o.slug, r.content->>'number' AS number FROM action a JOIN record o ON o.id = a.organization_id JOIN record r ON r.id = a.recommendation_id WHERE o.slug IN ('fao', 'itu')`.execute(
      db,
    );
    const own = rows.filter((row) => cells.some((cell) => cell.actionId === row.id));
    const step = fc.record({
      cell: fc.nat(own.length - 1),
      act: fc.constantFrom('report', 'report', 'report', 'confirm', 'withdraw', 'publish', 'judge', 'judge'),
      back: fc.integer({ min: 0, max: 900 }),
      acceptance: fc.constantFrom(...acceptances),
      implementation: fc.constantFrom(...implementations),
      target: fc.option(fc.integer({ min: -300, max: 600 })),
      pick: fc.nat(200),
    });
    const steps = fc.sample(fc.array(step, { minLength: 16, maxLength: 16 }), { numRuns: 10, seed: 20261122 });
    const entries: string[] = [];
    const lastOf = async (action: string) =>
      (
        await sql<{
          id: string;
        }>`SELECT id FROM uptake_entry u WHERE action_id = ${action}::uuid AND NOT EXISTS (SELECT FROM uptake_withdrawal w WHERE w.entry_id = u.id) ORDER BY sequence DESC LIMIT 1`.execute(
          db,
        )
      ).rows[0]?.id;
    for (const [index, acts] of steps.entries()) {
      const day = addDays('2023-01-10', index * 97);
      for (const [at, act] of acts.entries()) {
        const cell = own[act.cell] as (typeof own)[number];
        const publisher = cell.slug === 'fao' ? people.faoPublisher : people.ituPublisher;
        const picked = entries[act.pick % Math.max(1, entries.length)];
        if (act.act === 'report' || !picked) {
          const written = await reportUptake(
            db,
            people.secretariat,
            {
              cell: { recommendation: cell.number, organization: cell.slug },
              given: given({
                effectiveDate: addDays(day, -act.back),
                acceptance: act.acceptance,
                implementation: act.acceptance === 'ACCEPTED' ? act.implementation : null,
                targetDate: act.target === null ? null : addDays(day, act.target),
                source: 'BOARD_DOCUMENT',
                sourceReference: 'FC 194/14',
                sourcePlace: 'page 3',
              }),
              idempotencyKey: `history-${index}-${at}`,
            },
            { today: day },
          );
          expect(written).not.toBeInstanceOf(ValidationError);
          entries.push((written as Written).entryId);
        } else if (act.act === 'confirm') await confirmUptake(db, publisher, picked, { today: day }).catch(() => null);
        else if (act.act === 'publish')
          await publishUptake(db, people.secretariat, { entries: [picked], days: 14 + (act.pick % 120) }, { baseUrl: 'http://localhost' }, { today: day });
        else if (act.act === 'judge')
          await judgeUptake(
            db,
            people.secretariat,
            {
              cell: { recommendation: cell.number, organization: cell.slug },
              given: {
                judgement: judgements[act.pick % judgements.length] ?? 'CLOSED',
                priority: act.pick % 3 === 0,
                reason: 'As it was found.',
                voice: 'SECRETARIAT',
                effectiveDate: addDays(day, -act.back),
              },
              entry: (await lastOf(cell.id)) ?? '',
              basedOn: null,
              idempotencyKey: `judged-${index}-${at}`,
            },
            { baseUrl: 'http://localhost' },
            { today: day },
          );
        else await withdrawTogether(db, people.secretariat, { ...people.secretariat, id: people.wfpMember.id }, picked, 'entered in error', { today: day });
      }
      nights.push({
        day,
        inside: await table(day, day, access),
        outside: await table(day, day, anyoneAccess),
        papers: await table(day, day, anyoneAccess, true),
      });
    }
  });
  it('give on every past day the table that was recorded on that day', async () => {
    expect(nights).toHaveLength(10);
    expect(new Set(nights.map((night) => night.inside)).size).toBe(10);
    for (const night of nights) {
      expect(await table(night.day, night.day, access), night.day).toBe(night.inside);
      expect(await table(night.day, night.day, anyoneAccess), night.day).toBe(night.outside);
      expect(await table(night.day, night.day, anyoneAccess, true), night.day).toBe(night.papers);
    }
    // What is asked for with documents differs, and the views for figures say the same of it.
    expect(nights.some((night) => night.papers !== night.outside)).toBe(true);
    for (const { day } of nights)
      for (const documents of [false, true]) {
        const { rows } = await sql<{
          id: string;
          status: string;
          standing: string | null;
        }>`SELECT action_id AS id, status, standing FROM reporting.uptake_on(${day}::date, ${documents})`.execute(db);
        const matrix = await readMatrix(db, everyone, anyoneAccess, null, { ...moment(day), demo: false, documents });
        const line = (one: { id: string; status: string; standing: string | null }) => `${one.id} ${one.status} ${one.standing}`;
        expect(rows.map(line).sort(), `${day} ${documents}`).toEqual((matrix?.cells ?? []).map((cell) => line({ ...cell, id: cell.actionId })).sort());
      }
  });
  it('show with hindsight what became known later', async () => {
    const differing = await Promise.all(nights.slice(0, 5).map(async (night) => (await table(night.day, today, access)) !== night.inside));
    expect(differing).toContain(true);
  });
  it('add up alike in every view, on any day, for anyone', async () => {
    for (const who of [access, anyoneAccess]) {
      const eyes = who === access ? viewer : everyone;
      for (const { day } of nights) {
        const matrix = await readMatrix(db, eyes, who, null, moment(day));
        const counts = countCells(matrix?.cells ?? []);
        expect(addsUp(counts)).toBe(true);
        expect(counts.addressed).toBe(155);
        for (const by of ['RECOMMENDATION', 'ORGANIZATION', 'ADDRESSEE', 'IMPACT', 'REPORT'] as const) {
          const { groups } = await readGroups(db, eyes, who, { ...moment(day), by, report: 'jiu-rep-2020-7' });
          expect(sum(groups.map((group) => group.counts)), `${by} ${day}`).toEqual(counts);
        }
        for (const by of ['YEAR', 'PERIOD'] as const)
          expect((await readGroups(db, eyes, who, { ...moment(day), by, report: 'jiu-rep-2020-7' })).groups.at(-1)?.counts, `${by} ${day}`).toEqual(counts);
        expect(sum((matrix?.columns ?? []).map((column) => countCells((matrix?.cells ?? []).filter((cell) => cell.organizationId === column.id))))).toEqual(
          counts,
        );
      }
    }
  });
  it('answer the table and each view in one statement', async () => {
    for (const query of [
      '{ uptakeMatrix(at: "2024-12-31") { rows { title counts { accepted } } columns { name counts { accepted } } cells { status entryId } counts { accepted } } }',
      '{ uptakeBy(by: ORGANIZATION, allReports: true) { rows { counts { accepted } } total { accepted } } }',
      '{ uptakeTrend(step: QUARTER) { counts { accepted } } }',
    ]) {
      const counting = statements();
      await as(null, query);
      expect(counting.stop(), query).toHaveLength(1);
    }
  });
  it('have a point at the end of each step, and refuse days that cannot be shown', async () => {
    const recorded = await readGroups(db, viewer, access, { ...moment('2026-11-22'), by: 'YEAR', report: null, asRecorded: true });
    expect(recorded.groups.map((group) => group.label)).toEqual(['2020', '2021', '2022', '2023', '2024', '2025', '2026']);
    const trend = await as(people.secretariat, '{ uptakeTrend(step: MONTH, from: "2024-01-15", at: "2024-06-10") { at } }');
    expect(trend.data.uptakeTrend.map((point: { at: string }) => point.at)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
      '2024-06-10',
    ]);
    for (const query of [
      '{ uptakeMatrix(at: "2027-13-01") { at } }',
      '{ uptakeMatrix(at: "2999-01-01") { at } }',
      '{ uptakeTrend(step: MONTH, from: "1990-01-01") { at } }',
    ])
      expect((await as(null, query)).errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});
