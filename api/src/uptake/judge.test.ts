import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { given, uptakeLibrary } from '#test/uptake.ts';
import { reportUptake, confirmUptake, type Written } from './write.ts';

const { db, as, people, services } = await uptakeLibrary();
let key = 0;
const claim = async (recommendation: string, more = {}, confirmed = true): Promise<string> => {
  const written = (await reportUptake(db, people.faoFocal, {
    cell: { recommendation, organization: 'fao' },
    given: given({ implementation: 'IMPLEMENTED', ...more }),
    idempotencyKey: `judged-claim-${++key}`,
  })) as Written;
  if (confirmed) await confirmUptake(db, people.faoPublisher, written.entryId);
  return written.entryId;
};
const JUDGE = `mutation ($recommendation: String!, $entry: String!, $judgement: UptakeJudgementKind!, $priority: Boolean, $reason: String!, $voice: UptakeVoice, $reference: String, $basedOn: String, $key: String!) {
  judgeUptake(organization: "fao", recommendation: $recommendation, entry: $entry, judgement: $judgement, priority: $priority, reason: $reason, voice: $voice, reference: $reference, basedOn: $basedOn, idempotencyKey: $key) {
    __typename ... on UptakeCommented { cell { judgement lastJudgement priority judgements { id } } } ... on InvalidInput { fields { path code } } } }`;
const judge = async (recommendation: string, entry: string, judgement: string, more: Record<string, unknown> = {}, by = people.secretariat) =>
  as(by, JUDGE, { recommendation, entry, judgement, reason: 'As we saw it.', key: `judging-${++key}`, ...more });
const CELL =
  'query ($recommendation: String!) { uptakeCell(organization: "fao", recommendation: $recommendation) { status judgement lastJudgement priority viewerCanJudge judgements { id judgement priority reason voice reference judgedByName } } }';
const COUNTS = '{ uptakeMatrix { counts { implemented judged agreed priority agreementRate { numerator denominator percent definition } } } }';

describe('a judgement', () => {
  it('stands beside the claim for everybody, changes nothing of it, and is told to the organization', async () => {
    const entry = await claim('1');
    const { data } = await judge('1', entry, 'VERIFIED', { priority: true });
    expect(data.judgeUptake.cell).toMatchObject({ judgement: 'VERIFIED', lastJudgement: 'VERIFIED', priority: true });
    for (const who of [null, people.wfpMember]) {
      const cell = (await as(who, CELL, { recommendation: '1' })).data.uptakeCell;
      expect(cell).toMatchObject({ status: 'IMPLEMENTED', judgement: 'VERIFIED', priority: true, viewerCanJudge: false });
      expect(cell.judgements).toMatchObject([{ reason: 'As we saw it.', voice: 'SECRETARIAT', judgedByName: who ? 'Secretariat' : null }]);
    }
    const { rows } = await sql<{
      address: string;
      text: string;
    }>`SELECT address, text FROM mail_outbox WHERE event_key LIKE 'uptake-judged:%' ORDER BY 1`.execute(db);
    expect(rows.map((mail) => mail.address)).toEqual([people.faoFocal.email, people.faoPublisher.email].sort());
    expect(rows[0]?.text).toContain('As we saw it.');
    expect((await sql`SELECT 1 FROM log_entry WHERE kind = 'UPTAKE_JUDGED'`.execute(db)).rows).toHaveLength(1);
    expect(services.accounts.settings.baseUrl).toBeTruthy();
  });

  it('adds up to agreement with its definition, counted only of the report that was judged', async () => {
    const second = await claim('2');
    await judge('2', second, 'EVIDENCE_INSUFFICIENT');
    const third = await claim('3');
    await judge('3', third, 'NOT_YET_VERIFIED');
    const figures = async () => (await as(null, COUNTS)).data.uptakeMatrix.counts;
    expect(await figures()).toEqual({
      implemented: 3,
      judged: 2,
      agreed: 1,
      priority: 1,
      agreementRate: { numerator: 1, denominator: 2, percent: 50, definition: 'verified or closed / judged, of the actions reported as implemented' },
    });
    const by = (
      await as(
        null,
        '{ uptakeBy(by: RECOMMENDATION) { total { judged agreed priority } } uptakeCells(filter: { judgement: [EVIDENCE_INSUFFICIENT] }) { totalCount } }',
      )
    ).data;
    expect([by.uptakeBy.total, by.uptakeCells.totalCount]).toEqual([{ judged: 2, agreed: 1, priority: 1 }, 1]);
    // A later report is another claim: what was found of the earlier one is said, and not counted.
    await claim('2', { effectiveDate: '2024-06-01' });
    expect((await as(null, CELL, { recommendation: '2' })).data.uptakeCell).toMatchObject({ judgement: null, lastJudgement: 'EVIDENCE_INSUFFICIENT' });
    expect(await figures()).toMatchObject({ judged: 1, agreed: 1 });
    // As long as that is not public, the public still reads the judgement of what it sees.
    await claim('1', { effectiveDate: '2024-06-01', implementation: 'IN_PROGRESS' }, false);
    expect((await as(null, CELL, { recommendation: '1' })).data.uptakeCell).toMatchObject({ judgement: 'VERIFIED' });
    expect((await as(people.secretariat, CELL, { recommendation: '1' })).data.uptakeCell).toMatchObject({ judgement: null, lastJudgement: 'VERIFIED' });
  });

  it('is followed, never changed, and two who judge at once are told', async () => {
    const entry = await claim('4');
    const first = (await judge('4', entry, 'EVIDENCE_INSUFFICIENT', { basedOn: '' })).data.judgeUptake.cell.judgements[0].id;
    expect((await judge('4', entry, 'VERIFIED', { basedOn: '' })).data.judgeUptake.fields).toEqual([{ path: 'basedOn', code: 'JUDGED_MEANWHILE' }]);
    await judge('4', entry, 'CLOSED', { basedOn: first, voice: 'JIU', reference: 'JIU/NOTE/1' });
    const cell = (await as(null, CELL, { recommendation: '4' })).data.uptakeCell;
    expect(cell.judgements.map((one: { judgement: string }) => one.judgement)).toEqual(['CLOSED', 'EVIDENCE_INSUFFICIENT']);
    expect(cell).toMatchObject({ judgement: 'CLOSED' });
    await expect(sql`UPDATE uptake_judgement SET reason = 'x'`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`DELETE FROM uptake_judgement`.execute(db)).rejects.toThrow('append-only');
  });

  it('is the secretariat’s alone, with a reason, and of a claim that is there', async () => {
    const fields = async (...given: Parameters<typeof judge>) => (await judge(...given)).data.judgeUptake.fields.map((one: { code: string }) => one.code);
    expect(await fields('6', '', 'VERIFIED')).toEqual(['JUDGE_NO_CLAIM']);
    expect(await fields('6', crypto.randomUUID(), 'CLOSED')).toEqual(['JUDGE_CLAIM_GONE']);
    expect(await fields('6', '', 'CLOSED', { reason: ' ' })).toEqual(['JUDGE_REASON']);
    expect(await fields('6', '', 'CLOSED', { voice: 'JIU' })).toEqual(['JUDGE_REFERENCE']);
    for (const who of [people.faoPublisher, people.wfpMember]) expect((await judge('6', '', 'CLOSED', {}, who)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  });
});
