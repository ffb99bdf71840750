import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { contributeLibrary } from '#test/contribute.ts';
import { findUser, grantMembership } from '../accounts/memberships.ts';
import { verifyDatabase } from '../log/verify.ts';
import { checkContent } from './content.ts';

const { db, ask, answer, demo, person } = await contributeLibrary();
const focal = await demo('fao-focal-point');
const publisher = await demo('fao-publisher');
const member = await person('Another member', 'MEMBER', 'fao');
const itu = await person('Somebody of ITU', 'PUBLISHER', 'itu');

const fields =
  'id state edits publications title outcomeTitle unreviewed lines viewerLines viewerCanSign risks costs costSums { name low high } logEntry edition { edition } evaluation { decided { outcome { id } } answers { question { id } option { id } note reason } }';
const result = `{ __typename ... on AssessmentSaved { assessment { ${fields} } } ... on InvalidInput { fields { name message code } } }`;
const create = `mutation ($title: String!, $organization: String!, $answers: [AnswerInput!]!, $key: String!) { createAssessment(instrument: "jiu-matrix", title: $title, organization: $organization, answers: $answers, key: $key) ${result} }`;
const remove = `mutation ($id: ID!, $edits: Int!) { removeAssessment(id: $id, edits: $edits) { code } }`;
const save = `mutation ($id: ID!, $edits: Int!, $title: String, $useCase: String, $answers: [AnswerInput!], $risks: JSON, $costs: JSON) { saveAssessment(id: $id, edits: $edits, title: $title, useCase: $useCase, answers: $answers, risks: $risks, costs: $costs) ${result} }`;
const review = `mutation ($id: ID!, $edits: Int!, $lines: [LineReviewInput!]!) { reviewAssessment(id: $id, edits: $edits, lines: $lines) ${result} }`;
const sign = `mutation ($id: ID!, $edits: Int!) { signAssessment(id: $id, edits: $edits) ${result} }`;
const share = `mutation ($id: ID!, $edits: Int! = 1, $shared: Boolean! = true) { shareAssessment(id: $id, edits: $edits, shared: $shared) ${result} }`;
const publish = `mutation ($id: ID!, $publications: Int!, $audience: Audience!, $project: String) { publishAssessment(id: $id, publications: $publications, audience: $audience, project: $project) ${result} }`;
const see = `query ($id: ID!) { assessment(id: $id) { ${fields} } assessments { id } }`;
/** The lines of a run with these answers. */
const all = ['title', 'useCase', 'answers', 'answer:table-1-q1', 'answer:table-1-q2', 'risks', 'costs'];
const answers = [
  { question: 'table-1-q1', option: 'yes', note: 'Many claims.' },
  { question: 'table-1-q2', option: 'yes' },
];
const begin = async (title: string) => (await ask(focal, create, { title, organization: 'fao', answers, key: `key-${title}` })).createAssessment.assessment;
const sees = async (user: typeof focal | null, id: string) => {
  const data = await ask(user, see, { id });
  expect(Boolean(data.assessment)).toBe(data.assessments.some((one: { id: string }) => one.id === id));
  return Boolean(data.assessment);
};

it('is made once by one key, in an organization of one’s own, with answers of the edition', async () => {
  const first = await begin('Seeds');
  expect((await begin('Seeds')).id).toBe(first.id);
  expect([first.state, first.outcomeTitle, first.edits]).toEqual(['DRAFT', 'Consider a traditional database first', 1]);
  const refused = await ask(focal, create, {
    title: ' ',
    organization: 'fao',
    answers: [
      { question: 'none', option: 'yes' },
      { question: 'table-1-q1', option: 'maybe' },
    ],
    key: 'key-other',
  });
  expect(refused.createAssessment.fields.map((one: { name: string }) => one.name)).toEqual(['title', 'answers.none', 'answers.table-1-q1']);
  expect((await answer(focal, create, { title: 'x', organization: 'itu', answers, key: 'key-itu' })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await answer(null, create, { title: 'x', organization: 'fao', answers, key: 'key-none' })).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

it('is seen as far as it has come: writer, organization, those it is published for', async () => {
  const { id, edits } = await begin('Seen');
  const everybody = async () => [await sees(focal, id), await sees(member, id), await sees(itu, id), await sees(null, id)];
  expect(await everybody()).toEqual([true, false, false, false]);
  await ask(focal, share, { id });
  expect(await everybody()).toEqual([true, true, false, false]);
  await ask(publisher, review, { id, edits, lines: all.map((line) => ({ line, agrees: true })) });
  expect((await ask(publisher, sign, { id, edits })).signAssessment.assessment.state).toBe('SIGNED');
  expect(await everybody()).toEqual([true, true, false, false]);
  await ask(publisher, publish, { id, publications: 0, audience: 'UN_SYSTEM' });
  expect(await everybody()).toEqual([true, true, true, false]);
  expect((await ask(publisher, publish, { id, publications: 1, audience: 'PUBLIC', project: 'no-such-project' })).publishAssessment.fields[0].name).toBe(
    'project',
  );
  // A project of others is not for us to attach things to.
  expect((await ask(publisher, publish, { id, publications: 1, audience: 'PUBLIC', project: 'building-blocks' })).publishAssessment.fields[0].name).toBe(
    'project',
  );
  await ask(publisher, publish, { id, publications: 1, audience: 'PUBLIC', project: 'papua-new-guinea-livestock' });
  expect(await everybody()).toEqual([true, true, true, true]);
  // It stands as evidence: for recommendation 4, and for 2 only with risks assessed; and with its project.
  const evidence = async (by: string) =>
    (await ask(null, `{ assessmentEvidence(${by}) { title } }`)).assessmentEvidence.map((one: { title: string }) => one.title);
  expect([
    await evidence('organization: "fao", recommendation: "4"'),
    await evidence('organization: "fao", recommendation: "2"'),
    await evidence('project: "papua-new-guinea-livestock"'),
    await evidence('organization: "fao", recommendation: "3"'),
  ]).toEqual([['Seen'], [], ['Seen'], []]);
});

it('overwrites nothing that somebody else saved, and keeps what is not sent', async () => {
  const { id } = await begin('Locks');
  await ask(focal, share, { id });
  const saved = (await ask(member, save, { id, edits: 1, answers: [{ question: 'table-1-q2', option: 'no' }] })).saveAssessment.assessment;
  expect([saved.edits, saved.evaluation.decided.outcome.id, saved.evaluation.answers[0].note]).toEqual([2, 'layer-1-open', 'Many claims.']);
  expect((await ask(focal, save, { id, edits: 1, title: 'Mine' })).saveAssessment.fields[0]).toMatchObject({ name: 'edits', code: 'STALE' });
  const cleared = (await ask(focal, save, { id, edits: 2, answers: [{ question: 'table-1-q1', option: 'yes', note: '' }] })).saveAssessment.assessment;
  expect(cleared.evaluation.answers[0].note).toBeNull();
});

it('has nothing where nothing is written, however that is sent', async () => {
  const { id } = await begin('Unwritten');
  const of = async () => (await ask(focal, '{ assessments { id useCase risks costs unreviewed } }')).assessments.find((one: { id: string }) => one.id === id);
  const before = await of();
  let edits = 1;
  for (const nothing of ['', '  \n ', '\u200b', '\u3164 \u2060']) {
    const risks = [{ title: 'Loss', likelihood: 2, impact: 3, mitigation: nothing, owner: nothing }];
    const costs = { currency: 'USD', years: 2, assumptions: nothing, options: [{ name: 'Ledger' }] };
    const saved = (await ask(focal, save, { id, edits: edits++, useCase: nothing, risks, costs })).saveAssessment;
    expect(saved).toMatchObject({ assessment: { edits } });
    expect(await of()).toMatchObject({
      useCase: null,
      risks: [{ title: 'Loss', likelihood: 2, impact: 3, mitigations: [] }],
      costs: { currency: 'USD', years: 2, options: [{ name: 'Ledger' }] },
    });
    const { rows } = await sql<{ content: { useCase?: string } }>`SELECT content FROM assessment WHERE id = ${id}::uuid`.execute(db);
    expect(JSON.stringify(rows[0]?.content)).not.toContain('""');
  }
  expect(before.useCase).toBeNull();
  // What was taken out is not there either.
  await ask(focal, save, { id, edits: edits++, useCase: 'Vouchers.' });
  expect((await of()).useCase).toBe('Vouchers.');
  await ask(focal, save, { id, edits: edits++, useCase: '' });
  expect((await of()).useCase).toBeNull();
});

it('takes no signs that turn the direction of writing into what is signed', async () => {
  for (const field of ['note', 'reason', 'evidence']) {
    const given = { title: 'Turned', organization: 'fao', answers: [{ question: 'table-1-q1', option: 'yes', [field]: 'no\u202ete' }], key: `turned-${field}` };
    expect((await ask(focal, create, given)).createAssessment.fields).toMatchObject([{ name: `answers.table-1-q1.${field}`, code: 'TURNING' }]);
  }
  const { id, edits } = await begin('Turned');
  await ask(focal, share, { id });
  const said = async (line: object) => (await ask(publisher, review, { id, edits, lines: [line] })).reviewAssessment.fields?.[0]?.code;
  expect(await said({ line: 'title', agrees: true, text: 'agreed \u202eton' })).toBe('TURNING');
  expect(await said({ line: 'title', agrees: false, text: '\u200b' })).toBe('DISAGREE');
});

it('is signed only when a second person agreed with every line as it is now', async () => {
  const { id } = await begin('Signed');
  await ask(focal, share, { id });
  expect((await ask(focal, review, { id, edits: 1, lines: [{ line: 'answer:table-1-q1', agrees: true }] })).reviewAssessment.fields[0].code).toBe('OWN_LINE');
  expect(
    (await ask(publisher, review, { id, edits: 1, lines: ['title', 'title'].map((line) => ({ line, agrees: true })) })).reviewAssessment.fields[0].code,
  ).toBe('LINE_TWICE');
  expect(
    (await ask(publisher, review, { id, edits: 1, lines: Array.from({ length: 12_000 }, () => ({ line: 'title', agrees: true })) })).reviewAssessment.fields[0]
      .code,
  ).toBe('TOO_MANY_ITEMS');
  expect((await answer(itu, review, { id, edits: 1, lines: [{ line: 'title', agrees: true }] })).data.reviewAssessment.fields[0].code).toBe('NO_ASSESSMENT');
  expect((await ask(publisher, review, { id, edits: 1, lines: [{ line: 'answer:table-1-q1', agrees: false }] })).reviewAssessment.fields[0].message).toBe(
    'Say what you do not agree with.',
  );
  await ask(member, review, { id, edits: 1, lines: all.map((line) => ({ line, agrees: true })) });
  await ask(focal, save, { id, edits: 1, answers: [{ question: 'table-1-q2', option: 'no' }] });
  expect((await ask(publisher, sign, { id, edits: 2 })).signAssessment.fields[0]).toMatchObject({ code: 'UNREVIEWED' });
  expect((await answer(member, sign, { id, edits: 2 })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  await ask(member, review, { id, edits: 2, lines: [{ line: 'answer:table-1-q2', agrees: true }] });
  const signed = (await ask(publisher, sign, { id, edits: 2 })).signAssessment.assessment;
  expect([signed.state, signed.unreviewed, signed.logEntry]).toEqual(['SIGNED', [], expect.any(Number)]);
  // Frozen: for everybody, through the API and in the database.
  expect((await ask(focal, save, { id, edits: 2, title: 'Other' })).saveAssessment.fields[0].code).toBe('SIGNED');
  await expect(sql`UPDATE assessment SET title = 'Other' WHERE id = ${id}::uuid`.execute(db)).rejects.toThrow('a signed assessment never changes');
  await expect(sql`DELETE FROM assessment WHERE id = ${id}::uuid`.execute(db)).rejects.toThrow('never deleted');
  const { rows } = await sql<{ kind: string }>`SELECT kind FROM log_entry WHERE body LIKE ${`%${id}%`}`.execute(db);
  expect(rows).toEqual([{ kind: 'ASSESSMENT_SIGNED' }, { kind: 'ASSESSMENT_REVIEWED' }]);
});

it('needs four eyes for each line, title and use case included, and takes no agreement with one’s own', async () => {
  const { id } = await begin('Four eyes');
  await ask(focal, share, { id });
  const agree = (user: typeof focal, edits: number, lines: string[], agrees = true) =>
    ask(user, review, { id, edits, lines: lines.map((line) => ({ line, agrees, text: 'Not so.' })) });
  // The publisher writes the use case and an answer, and somebody saves after them: they stay what the publisher wrote.
  await ask(publisher, save, { id, edits: 1, useCase: 'Seeds from farm to shop.', answers: [{ question: 'table-1-q2', option: 'no' }] });
  await ask(focal, save, { id, edits: 2, answers: [{ question: 'table-1-q1', option: 'yes', note: 'Very many claims.' }] });
  const of = async (user: typeof focal) => (await ask(user, see, { id })).assessment;
  expect((await of(publisher)).viewerLines).toEqual(['title', 'answers', 'answer:table-1-q1', 'risks', 'costs']);
  expect((await of(focal)).viewerLines).toEqual(['useCase', 'answer:table-1-q2']);
  expect((await of(member)).viewerLines).toEqual(all);
  for (const line of ['useCase', 'answer:table-1-q2'])
    expect((await agree(publisher, 3, [line])).reviewAssessment.fields[0]).toMatchObject({ name: line, code: 'OWN_LINE' });
  await agree(publisher, 3, ['title', 'answers', 'answer:table-1-q1', 'risks', 'costs']);
  await agree(focal, 3, ['useCase', 'answer:table-1-q2']);
  expect((await of(publisher)).unreviewed).toEqual([]);
  // What one person does not agree with stays open, whoever agrees, until it reads otherwise.
  await agree(member, 3, ['useCase'], false);
  await agree(focal, 3, ['useCase']);
  expect((await of(publisher)).unreviewed).toEqual(['useCase']);
  await agree(member, 3, ['useCase']);
  // A wording that comes back is by who brought it back, who agreed with it before.
  await ask(member, save, { id, edits: 3, useCase: 'Something else.' });
  await ask(focal, save, { id, edits: 4, useCase: 'Seeds from farm to shop.' });
  expect((await of(focal)).viewerLines).toEqual(['answer:table-1-q2']);
  expect((await of(publisher)).unreviewed).toEqual([]);
  await agree(member, 5, ['useCase'], false);
  expect((await of(publisher)).unreviewed).toEqual(['useCase']);
  await agree(member, 5, ['useCase']);
  // A new title is a new line, and who began the run does not sign it.
  await ask(member, save, { id, edits: 5, title: 'Four eyes and a half' });
  expect((await ask(publisher, sign, { id, edits: 6 })).signAssessment.fields[0]).toMatchObject({ code: 'UNREVIEWED', message: expect.stringContaining('1 ') });
  await agree(focal, 6, ['title']);
  expect([(await of(focal)).viewerCanSign, (await of(publisher)).viewerCanSign]).toEqual([false, true]);
  expect((await answer(focal, sign, { id, edits: 6 })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  expect((await ask(publisher, sign, { id, edits: 6 })).signAssessment.assessment.state).toBe('SIGNED');
  // What was said of it stays, and the log has it.
  await expect(sql`UPDATE assessment_review SET text = 'forged' WHERE assessment_id = ${id}::uuid`.execute(db)).rejects.toThrow('never changes');
  expect((await verifyDatabase(db)).faults).toEqual([]);
});

it('tells its writer that a reviewer does not agree, until the reviewer does', async () => {
  const { id } = await begin('Objected');
  const waits = async (user: typeof focal) =>
    (await ask(user, '{ waitingAssessments { id objected } }')).waitingAssessments.filter((one: { id: string }) => one.id === id);
  await ask(focal, share, { id });
  expect([await waits(focal), await waits(publisher)]).toEqual([[], [{ id, objected: false }]]);
  await ask(publisher, review, { id, edits: 1, lines: [{ line: 'title', agrees: false, text: 'Of what?' }] });
  expect(await waits(focal)).toEqual([{ id, objected: true }]);
  await ask(publisher, review, { id, edits: 1, lines: [{ line: 'title', agrees: true }] });
  expect(await waits(focal)).toEqual([]);
});

it('needs four eyes for what is taken out too', async () => {
  const { id } = await begin('Taken out');
  const level = { likelihood: 5, impact: 5 };
  await ask(focal, share, { id });
  const risks = [
    { title: 'Keys are lost', ...level },
    { title: 'Small', likelihood: 1, impact: 1 },
  ];
  await ask(focal, save, { id, edits: 1, useCase: 'Seeds.', risks, costs: { currency: 'USD', years: 1, options: [{ name: 'A' }] } });
  const { lines } = (await ask(publisher, see, { id })).assessment;
  await ask(publisher, review, { id, edits: 2, lines: lines.map((line: string) => ({ line, agrees: true })) });
  expect((await ask(publisher, see, { id })).assessment.unreviewed).toEqual([]);
  await ask(publisher, save, { id, edits: 2, useCase: '', risks: risks.slice(1), costs: null });
  const after = (await ask(publisher, see, { id })).assessment;
  expect(after.unreviewed).toEqual(['useCase', 'risks', 'costs']);
  expect(after.viewerLines).not.toEqual(expect.arrayContaining(['useCase']));
  expect((await ask(publisher, sign, { id, edits: 3 })).signAssessment.fields[0].code).toBe('UNREVIEWED');
  expect((await ask(publisher, review, { id, edits: 3, lines: [{ line: 'risks', agrees: true }] })).reviewAssessment.fields[0].code).toBe('OWN_LINE');
});

it('changes nothing for a page that is older than what it shows', async () => {
  const { id } = await begin('Old pages');
  await ask(focal, share, { id });
  await ask(member, save, { id, edits: 1, answers: [{ question: 'table-1-q2', option: 'no' }] });
  expect((await ask(focal, share, { id, shared: false })).shareAssessment.fields[0].code).toBe('STALE');
  expect((await answer(focal, remove, { id, edits: 2 })).errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  await ask(publisher, review, { id, edits: 2, lines: all.map((line) => ({ line, agrees: true })) });
  await ask(publisher, sign, { id, edits: 2 });
  await ask(publisher, publish, { id, publications: 0, audience: 'PUBLIC' });
  const closed = (await ask(publisher, publish, { id, publications: 1, audience: 'OWNERS' })).publishAssessment.assessment;
  expect(closed.publications).toBe(2);
  expect((await ask(publisher, publish, { id, publications: 1, audience: 'PUBLIC' })).publishAssessment.fields[0].code).toBe('STALE');
  expect(await sees(null, id)).toBe(false);
  expect((await verifyDatabase(db)).faults).toEqual([]);
  await sql`UPDATE assessment SET audience = 'PUBLIC' WHERE id = ${id}::uuid`.execute(db);
  expect((await verifyDatabase(db)).faults.map(({ message }) => message)).toEqual([expect.stringContaining('audience is "PUBLIC", the log sealed "OWNERS"')]);
  await sql`UPDATE assessment SET audience = 'OWNERS' WHERE id = ${id}::uuid`.execute(db);

  const draft = await begin('To remove');
  await ask(focal, save, { id: draft.id, edits: 1, title: 'To keep' });
  expect((await ask(focal, remove, { id: draft.id, edits: 1 })).removeAssessment).toEqual([{ code: 'STALE' }]);
  expect((await ask(focal, remove, { id: draft.id, edits: 2 })).removeAssessment).toEqual([]);
  expect((await ask(focal, remove, { id: draft.id, edits: 2 })).removeAssessment).toEqual([]);
  expect(await sees(focal, draft.id)).toBe(false);
});

it('takes no risk twice and no sign that turns what is read', async () => {
  const { id } = await begin('Signs');
  const codes = async (changes: object) =>
    (await ask(focal, save, { id, edits: 1, ...changes })).saveAssessment.fields?.map((one: { name: string; code: string }) => [one.name, one.code]);
  const level = { likelihood: 1, impact: 1 };
  expect(
    await codes({
      risks: [
        { title: 'Keys', ...level },
        { title: 'Keys ', ...level },
        { risk: 'R08', ...level },
        { title: 'R08', ...level },
      ],
    }),
  ).toEqual([
    ['risks.1.title', 'RISK_TWICE'],
    ['risks.3.title', 'RISK_TWICE'],
  ]);
  expect(
    await codes({
      useCase: 'pay \u202Eelttil',
      risks: [{ title: 'a\u2066b', owner: 'c\u202Dd', ...level }],
      costs: { currency: 'USD', years: 1, options: [{ name: 'e\u202Ef' }] },
    }),
  ).toEqual([
    ['useCase', 'TURNING'],
    ['risks.0.title', 'TURNING'],
    ['risks.0.owner', 'TURNING'],
    ['costs.options.0.name', 'TURNING'],
  ]);
  expect((await ask(focal, save, { id, edits: 1, risks: [{ title: 'Keys\n are\n lost', ...level }] })).saveAssessment.assessment.risks[0].title).toBe(
    'Keys are lost',
  );
});

it('suggests the risks that were met on the platform of the use case, with the projects that met them', async () => {
  const { id } = await begin('Stack');
  const suggested = async (platforms: string[] | null) =>
    (
      await ask(
        focal,
        `query ($id: ID!, $platforms: [String!]) { assessment(id: $id) { evaluation { risks(platforms: $platforms) { reasons risk { sourceKey } } } } }`,
        {
          id,
          platforms,
        },
      )
    ).assessment.evaluation.risks as { reasons: string[]; risk: { sourceKey: string } }[];
  const met = await sql<{ risk: string; title: string; platform: string }>`
    SELECT r.source_key AS risk, p.title, substr(key, 10) AS platform FROM link JOIN record r ON r.id = link.from_id JOIN record p ON p.id = link.to_id, unnest(p.facet_keys) key
    WHERE link.relation = 'MET_BY' AND r.kind = 'RISK' AND p.kind = 'PROJECT' AND key LIKE 'platform:%' ORDER BY 1, 2`.execute(db);
  const [one] = met.rows;
  if (!one) throw new Error('no project with a platform met a risk of the library');
  const told = `“${one.title}”, which also runs on ${one.platform}, met it.`;
  const reasonsOf = (all: { reasons: string[]; risk: { sourceKey: string } }[]) => all.find(({ risk }) => risk.sourceKey === one.risk)?.reasons ?? [];
  expect(reasonsOf(await suggested([one.platform]))).toContain(told);
  expect(reasonsOf(await suggested(null))).not.toContain(told);
  expect(reasonsOf(await suggested(['no such platform', "'; --"]))).not.toContain(told);
});

it('assesses risks and adds up costs, with every fault named', async () => {
  const { id } = await begin('Risks');
  const refused = await ask(focal, save, {
    id,
    edits: 1,
    risks: [{ likelihood: 9, impact: 1 }],
    costs: { currency: 'usd', years: 0, options: [{ name: 'A', build: { low: 5, high: 1 }, run: { low: '1,5', high: 2.5 } }] },
  });
  expect(refused.saveAssessment.fields.map((one: { name: string }) => one.name)).toEqual(
    expect.arrayContaining([
      'risks.0.likelihood',
      'costs.currency',
      'costs.years',
      'costs.options.0.build.high',
      'costs.options.0.run.low',
      'costs.options.0.run.high',
    ]),
  );
  const { fields } = (await ask(focal, save, { id, edits: 1, costs: { currency: 'USD', years: 'five', options: [] } })).saveAssessment;
  expect(fields.find((one: { name: string }) => one.name === 'costs.years').message).toMatch(/years/i);
  expect(
    (await ask(focal, save, { id, edits: 1, risks: [{ risk: 'R99', likelihood: 1, impact: 1, mitigations: ['M99'] }] })).saveAssessment.fields.map(
      (one: { name: string }) => one.name,
    ),
  ).toEqual(['risks.0.risk', 'risks.0.mitigations']);
  const saved = (
    await ask(focal, save, {
      id,
      edits: 1,
      risks: [
        {
          risk: 'R08',
          area: 'DATA_PROTECTION',
          likelihood: 4,
          impact: 5,
          mitigations: ['M15'],
          owner: 'ICT',
          date: '2027-03-31',
          residualLikelihood: 1,
          residualImpact: 5,
        },
      ],
      costs: {
        currency: 'USD',
        years: 5,
        options: [
          { name: 'Blockchain', build: { low: 100, high: 200 }, run: { low: 10, high: 20 }, exit: { low: 5, high: 5 } },
          { name: 'Database', build: { low: 50, high: 60 }, run: { low: 10, high: 12 } },
        ],
      },
    })
  ).saveAssessment.assessment;
  expect(saved.costSums).toEqual([
    { name: 'Blockchain', low: 155, high: 305 },
    { name: 'Database', low: 100, high: 120 },
  ]);
  expect(saved.lines).toEqual(['title', 'useCase', 'answers', 'answer:table-1-q1', 'answer:table-1-q2', 'risks', 'risk:R08', 'costs']);
});

it('makes nobody a second person for their own words by a copy', async () => {
  const { id } = await begin('Template');
  const copied = await ask(
    publisher,
    `mutation ($id: ID!) { copyAssessment(id: $id, title: "Of a template", organization: "fao", key: "template") ${result} }`,
    { id },
  );
  expect(copied.copyAssessment.fields?.[0]?.code).toBe('NO_ASSESSMENT');
  await ask(focal, share, { id });
  const copy = (
    await ask(publisher, `mutation ($id: ID!) { copyAssessment(id: $id, title: "Of a template", organization: "fao", key: "template 2") ${result} }`, { id })
  ).copyAssessment.assessment;
  await ask(publisher, share, { id: copy.id });
  expect((await ask(focal, see, { id: copy.id })).assessment.viewerLines).toEqual(['title']);
  expect((await ask(publisher, see, { id: copy.id })).assessment.viewerLines).toEqual(all.slice(1));
});

it('takes no closed edition to another organization', async () => {
  const { instruments } = await ask(null, '{ instruments(instrument: "jiu-matrix") { id } }');
  const both = await person('Of two organizations', 'FOCAL_POINT', 'fao');
  const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = 'itu'`.execute(db);
  await db
    .transaction()
    .execute((trx) => grantMembership(trx, { personId: both.id, role: 'MEMBER', organizationId: rows[0]?.id ?? null, deputy: false, origin: 'GRANT' }, null));
  const user = (await findUser(db, both.id)) as typeof both;
  const { beginEdition } = await ask(
    focal,
    'mutation ($from: ID!) { beginEdition(from: $from, edition: "closed", organization: "fao", key: "closed") { ... on EditionSaved { edition { id edition } } } }',
    { from: instruments.at(-1).id },
  );
  await ask(publisher, 'mutation ($id: ID!) { publishEdition(id: $id, edits: 1, audience: OWNERS) { __typename } }', { id: beginEdition.edition.id });
  const made = async (organization: string) =>
    (
      await ask(
        user,
        `mutation ($organization: String!, $key: String!) { createAssessment(instrument: "jiu-matrix", edition: "fao closed", title: "Closed", organization: $organization, answers: [], key: $key) ${result} }`,
        { organization, key: `closed-${organization}` },
      )
    ).createAssessment;
  expect((await made('itu')).fields[0].code).toBe('EDITION_OF_OTHERS');
  const own = (await made('fao')).assessment;
  const copied = await ask(user, `mutation ($id: ID!) { copyAssessment(id: $id, title: "Copied", organization: "itu", key: "copied") ${result} }`, {
    id: own.id,
  });
  expect(copied.copyAssessment.fields[0].code).toBe('EDITION_OF_OTHERS');
});

it('keeps its edition for ever: a new edition leaves every byte of it as it was', async () => {
  const { id } = await begin('Edition');
  const all = `query ($id: ID!) { assessment(id: $id) { title outcomeTitle edition { edition title hash questions { text options { label conclusions { text } } } } evaluation { decided { outcome { title text { text } } because { question { text } } } tree { label path } changes { outcome { title } } } } }`;
  const before = JSON.stringify(await ask(focal, all, { id }));
  await sql`INSERT INTO instrument_edition (instrument, edition, title, content, hash, published_at)
    SELECT instrument, '7', 'The matrix, revised', jsonb_set(content, '{questions,0,text}', '"Another question?"'), 'other', now() FROM instrument_edition WHERE instrument = 'jiu-matrix' AND edition = '2'`.execute(
    db,
  );
  expect((await ask(focal, '{ instrument(instrument: "jiu-matrix") { edition questions { text } } }')).instrument).toMatchObject({
    edition: '7',
    questions: expect.arrayContaining([{ text: 'Another question?' }]),
  });
  expect(JSON.stringify(await ask(focal, all, { id }))).toBe(before);
});

it('brings along the assessment of the hub itself, signed and in the log', async () => {
  const { assessment } = await ask(
    null,
    `{ assessment(id: "hub-on-a-blockchain") { url state example title outcomeTitle logEntry writer risks evaluation { decided { because { question { id } } also { question { id } } } } } }`,
  );
  expect(assessment).toMatchObject({
    url: '/assessments/hub-on-a-blockchain',
    state: 'SIGNED',
    example: true,
    outcomeTitle: 'Consider a traditional database first',
    logEntry: expect.any(Number),
    writer: null,
  });
  expect(checkContent({ answers: {}, risks: assessment.risks }).faults).toEqual([]);
});
