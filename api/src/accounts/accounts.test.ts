import { describe, expect, it } from 'vitest';
import { createPostgresEngine } from '#search/postgres.ts';
import { loadLibrary } from '#seed/load.ts';
import { testDatabase } from '#test/database.ts';
import { buildApp } from '../app.ts';
import { makeServices } from '../context.ts';
import { readEnv } from '../env.ts';
import { readOnlySettings } from './accounts.ts';

const { db, url } = await testDatabase();
await loadLibrary(db);
const settings = { ...readOnlySettings(), localAccounts: true, demo: true };
const search = createPostgresEngine(url);
const services = makeServices(db, search, settings);
const { app } = await buildApp({ env: readEnv({ LOG_LEVEL: 'error', NODE_ENV: 'test' }), services });

describe('accounts', () => {
  it('signs in to a demonstration account', async () => {
    const response = await app.inject({ method: 'POST', url: '/account/demo', headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost:3000' }, payload: 'account=fao-focal-point' });
    console.log(response.statusCode, response.headers, response.body);
    const cookie = ([response.headers['set-cookie']].flat()[0] as string).split(';')[0] as string;
    expect((await services.accounts.authenticate(new Headers({ cookie })))?.name).toBe('Demo: FAO focal point');
  });
});
