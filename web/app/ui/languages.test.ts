import { expect, it } from 'vitest';
import { publish } from '#api/contributions/publish.ts';
import { kinds } from '#prisma/content/kinds.ts';
import { understood } from '#prisma/content/understood.ts';
import type { RecordKind } from '#prisma/generated/enums.ts';
import { testSite } from '#test/visit.ts';

// Records in any language say so wherever their texts stand (WCAG 3.1.2), and have addresses that can be read.

const { visit, data, db, app } = await testSite();
const cite = [{ source: 'jiu-rep-2020-7', place: 'para 50' }];
const person = await db.insertInto('person').values({ name: 'A writer', email: 'writer@example.org' }).returning('pseudonym').executeTakeFirstOrThrow();
const made = async (kind: RecordKind, content: Record<string, unknown>) =>
  (
    await db.transaction().execute((trx) =>
      publish(trx, {
        kind,
        recordId: null,
        content: kinds[kind].schema.parse({ sourceKey: 'made', slug: 'made', ...understood(kind, content) }) as Record<string, unknown>,
        sources: [],
        reason: 'A check.',
        author: person.pseudonym,
        organization: 'fao',
        accepted: [],
        restores: null,
      }),
    )
  ).address;
const project = await made('PROJECT', {
  ...{ title: 'سجل الأراضي في الأردن', origin: 'CONTRIBUTED', uses: ['LAND_REGISTRATION'], owners: ['FAO'], scope: 'COUNTRIES' },
  summary: { text: 'سجل تجريبي للأراضي.', cite },
  countries: [{ code: 'JO', cite }],
  stages: [{ stage: 'PILOT', date: '2024-05', text: 'بدأ الاختبار.', cite }],
  ledger: { access: { value: 'NOT_STATED', cite } },
});
const lesson = await made('LESSON', {
  ...{ kind: 'LESSON', theme: 'GOVERNANCE', subject: 'registre', title: 'Un registre foncier demande des données propres', language: 'français' },
  ...{ organizations: ['FAO'], projects: [project.split('/').pop()], whatHappened: { text: 'Les données étaient incomplètes.', cite } },
});
const vendor = await made('VENDOR', { name: 'Данные и реестры', kind: 'EXTERNAL', summary: { text: 'Фирма.', cite }, cite });

it('addresses of titles without Latin letters are their letters in Latin', () => {
  expect([project, lesson, vendor]).toEqual([
    '/projects/sjl-alarady-fy-alardn',
    '/lessons/un-registre-foncier-demande-des-donnees-propres',
    '/vendors/dannye-i-reestry',
  ]);
});

it('the page marks title and texts, and leaves the words of the page alone', async () => {
  const { html } = await visit(project);
  expect(html).toContain('<h1 lang="ar" dir="auto">سجل الأراضي في الأردن</h1>');
  expect(html).toMatch(/<span class="statement" lang="ar" dir="auto">سجل تجريبي/);
  expect(html).toMatch(/<html lang="en" dir="ltr">/);
  expect(html).toContain(`<a href="${lesson}" lang="fr" dir="auto">`);
  expect((await visit(lesson)).html).toMatch(/<p class="statement" lang="fr" dir="auto">Les données/);
  expect((await visit(vendor)).html).toContain('<h1 lang="ru" dir="auto">');
  const { html: english } = await visit('/projects/building-blocks');
  expect(english).toContain('<h1>Building Blocks</h1>');
});

it('lists, rows, search, suggestions and related records do too', async () => {
  const link = `<a href="${project}" lang="ar" dir="auto">`;
  for (const url of ['/projects?country=JO', '/projects?country=JO&view=rows', `/search?q=${encodeURIComponent('الأراضي')}`, `/picked?ids=${project.slice(1)}`])
    expect((await visit(url)).html, url).toContain(link);
  expect((await visit('/projects?country=JO&view=rows')).html).toMatch(/<p class="row-text" lang="ar" dir="auto">/);
  const suggested = await app.inject({ url: `/search/suggest?q=${encodeURIComponent('سجل')}`, headers: { host: 'localhost' } });
  expect(suggested.body).toContain('lang="ar" dir="auto"');
  expect((await visit(lesson)).html).toContain(link);
  expect((await visit('/organizations/fao')).html).toContain(link);
  expect((await visit('/lessons?organization=fao&sort=updated')).html).toContain(`href="${lesson}" lang="fr"`);
  expect((await data('{ lessons(filter: { organization: ["fao"] }, orderBy: UPDATED) { edges { node { language } } } }')).lessons.edges[0].node.language).toBe(
    'fr',
  );
});
