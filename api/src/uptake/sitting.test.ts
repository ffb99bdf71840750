import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { given, uptakeLibrary } from '#test/uptake.ts';

const { db, as, people } = await uptakeLibrary();
const SIT = `mutation ($answers: [UptakeSittingAnswer!]!, $key: String!) { reportSitting(organization: "fao", answers: $answers, idempotencyKey: $key) {
  __typename ... on UptakePublished { entries { id recommendationNumber implementation comment responsibleUnit effectiveDate inPart evidence { label } } } ... on InvalidInput { fields { path code } } } }`;
const sit = async (answers: object[], key: string, by = people.faoFocal) => as(by, SIT, { answers, key });
const CONFIRM =
  'mutation ($entries: [ID!]!) { confirmUptakeEntries(entries: $entries) { __typename ... on UptakePublished { entries { confirmed } } ... on InvalidInput { fields { path code } } } }';
const WAITING = '{ uptakeToConfirm { id recommendationNumber } uptakeDue { organizationSlug open silent } }';

describe('a sitting', () => {
  it('records all answers or none, keeps what is left out and all evidence, and asks for confirmation once', async () => {
    const evidence = Array.from({ length: 5 }, (_, index) => ({ kind: 'ADDRESS', address: `https://example.org/${index}`, label: `Piece ${index}` }));
    const first = await sit(
      [
        { recommendation: '1', basedOn: '', input: given({ responsibleUnit: 'The unit', evidence: evidence as never }) },
        { recommendation: '2', basedOn: '', input: given({ inPart: 'BOTH' }) },
      ],
      'sitting-first',
    );
    const entries = first.data.reportSitting.entries as { id: string; recommendationNumber: number }[];
    expect(entries).toHaveLength(2);
    const mails = async () =>
      (await sql<{ subject: string; text: string }>`SELECT subject, text FROM mail_outbox WHERE event_key LIKE 'uptake-to-confirm:%'`.execute(db)).rows;
    expect(await mails()).toHaveLength(1);
    expect((await mails())[0]?.text).toMatch(/- 1: .*\n- 2: /);
    const idOf = (number: number) => entries.find((one) => one.recommendationNumber === number)?.id ?? '';
    // One is refused: nothing of it stays.
    const refused = await sit(
      [
        { recommendation: '1', basedOn: idOf(1) },
        { recommendation: '3', basedOn: '' },
        { recommendation: '5', basedOn: '', input: given() },
        { recommendation: '2', basedOn: '', input: given({ effectiveDate: '2999-01-01' }) },
      ],
      'sitting-refused',
    );
    expect(refused.data.reportSitting.fields).toEqual([
      { path: 'answers.1.unchanged', code: 'SITTING_NOTHING_BEFORE' },
      { path: 'answers.2.organization', code: 'NOT_ADDRESSED' },
      { path: 'answers.3.effectiveDate', code: 'NOT_YET' },
    ]);
    expect(
      (
        await sit(
          [
            { recommendation: '1', basedOn: idOf(1) },
            { recommendation: '2', basedOn: '', input: given() },
          ],
          'sitting-stale',
        )
      ).data.reportSitting.fields,
    ).toEqual([{ path: 'answers.1.basedOn', code: 'REPORTED_MEANWHILE' }]);
    expect((await sql`SELECT 1 FROM uptake_entry`.execute(db)).rows).toHaveLength(2);
    // No change since, and a change of one field with one more piece of evidence.
    const second = [
      { recommendation: '2', basedOn: idOf(2) },
      {
        recommendation: '1',
        basedOn: idOf(1),
        input: {
          effectiveDate: '2024-06-01',
          acceptance: 'ACCEPTED',
          implementation: 'IMPLEMENTED',
          evidence: [{ kind: 'ADDRESS', address: 'https://example.org/6', label: 'Piece 6' }],
        },
      },
    ];
    const done = (await sit(second, 'sitting-second')).data.reportSitting.entries;
    const again = (number: number) => done.find((one: { recommendationNumber: number }) => one.recommendationNumber === number);
    expect(again(2)).toMatchObject({ implementation: 'IN_PROGRESS', inPart: 'BOTH' });
    expect(again(1)).toMatchObject({ implementation: 'IMPLEMENTED', responsibleUnit: 'The unit' });
    expect(again(1).evidence).toHaveLength(6);
    // The same request again does nothing more.
    expect((await sit(second, 'sitting-second')).data.reportSitting.entries).toHaveLength(2);
    expect((await sql`SELECT 1 FROM uptake_entry`.execute(db)).rows).toHaveLength(4);
    expect((await sit(second, 'sitting-other', people.wfpMember)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await sit([], 'sitting-empty')).data.reportSitting.fields).toEqual([{ path: 'answers', code: 'SITTING_EMPTY' }]);
  });

  it('is confirmed together, all or none', async () => {
    const waiting = (await as(people.faoPublisher, WAITING)).data;
    expect(waiting.uptakeToConfirm).toHaveLength(4);
    expect(waiting.uptakeDue).toMatchObject([{ organizationSlug: 'fao' }]);
    const ids = waiting.uptakeToConfirm.map((one: { id: string }) => one.id);
    expect((await as(people.faoPublisher, CONFIRM, { entries: [...ids, crypto.randomUUID()] })).data.confirmUptakeEntries.fields).toEqual([
      { path: 'entries.4.entry', code: 'NO_ENTRY' },
    ]);
    expect((await as(people.faoPublisher, WAITING)).data.uptakeToConfirm).toHaveLength(4);
    expect((await as(people.faoFocal, CONFIRM, { entries: ids })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(
      (await as(people.faoPublisher, CONFIRM, { entries: ids })).data.confirmUptakeEntries.entries.map((one: { confirmed: boolean }) => one.confirmed),
    ).toEqual([true, true, true, true]);
    expect((await as(people.faoPublisher, WAITING)).data.uptakeToConfirm).toEqual([]);
    expect((await sql`SELECT 1 FROM log_entry WHERE kind = 'UPTAKE_CONFIRMED'`.execute(db)).rows).toHaveLength(4);
  });

  it('saves what is typed for its writer alone, until it is recorded', async () => {
    const SAVE =
      'mutation ($typed: JSON!) { saveUptakeSitting(organization: "fao", typed: $typed) { __typename ... on UptakeSittingSaved { edits } ... on InvalidInput { fields { code } } } }';
    const READ = '{ uptakeSitting(organization: "fao") { typed edits } }';
    const typed = { 'a.0.comment': 'Half a sentence' };
    expect((await as(people.faoFocal, SAVE, { typed })).data.saveUptakeSitting).toMatchObject({ edits: 1 });
    expect((await as(people.faoFocal, SAVE, { typed })).data.saveUptakeSitting).toMatchObject({ edits: 2 });
    expect((await as(people.faoFocal, READ)).data.uptakeSitting).toEqual({ typed, edits: 2 });
    for (const who of [null, people.faoPublisher, people.secretariat]) expect((await as(who, READ)).data.uptakeSitting).toBeNull();
    expect((await as(people.faoFocal, SAVE, { typed: { a: { b: 1 } } })).data.saveUptakeSitting.fields).toEqual([{ code: 'SITTING_TYPED' }]);
    expect((await as(people.wfpMember, SAVE, { typed })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    await as(people.faoFocal, SAVE, { typed: {} });
    expect((await as(people.faoFocal, READ)).data.uptakeSitting).toBeNull();
  });
});
