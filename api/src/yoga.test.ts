import { afterAll, expect, it } from 'vitest';
import { connect } from '#prisma/database.ts';
import { createPostgresEngine } from '#search/postgres.ts';
import { makeServices } from './context.ts';
import { makeYoga } from './yoga.ts';

it('logs a masked error with the id of its request, and tells the reader nothing of it', async () => {
  const gone = connect('postgres://nobody:none@127.0.0.1:9/none', { max: 1 });
  const search = createPostgresEngine('postgres://nobody:none@127.0.0.1:9/none');
  afterAll(() => Promise.all([gone.close(), search.close()]));
  const logged: { err?: Error; requestId?: string }[] = [];
  const yoga = makeYoga(makeServices(gone.db, search), { error: (details) => logged.push(details) });
  const asked = (requestId: string) =>
    yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-request-id': requestId },
      body: JSON.stringify({ query: '{ projects { totalCount } }' }),
    });
  const answers = await Promise.all([asked('request-one'), asked('request-two')]);
  for (const answer of answers) expect(await answer.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  expect(logged.map((one) => one.requestId).sort()).toEqual(['request-one', 'request-two']);
  expect(logged[0]?.err?.message).toContain('ECONNREFUSED');
});

it('finds out once who sends two queries in one request, and takes neither none nor more', async () => {
  const { db, close } = connect('postgres://nobody:none@127.0.0.1:9/none', { max: 1 });
  const search = createPostgresEngine('postgres://nobody:none@127.0.0.1:9/none');
  afterAll(() => Promise.all([close(), search.close()]));
  const services = makeServices(db, search);
  let times = 0;
  services.accounts.authenticate = async () => {
    times++;
    return { id: '1', name: 'Ada', email: 'ada@example.org', memberships: [] };
  };
  const yoga = makeYoga(services, { error: () => {} });
  const send = (count: number) =>
    yoga.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(Array.from({ length: count }, () => ({ query: '{ me { name } }' }))),
    });
  expect(await (await send(2)).json()).toEqual([{ data: { me: { name: 'Ada' } } }, { data: { me: { name: 'Ada' } } }]);
  expect(times).toBe(1);
  expect([(await send(0)).status, (await send(3)).status]).toEqual([400, 413]);
});
