import type { FastifyInstance, FastifyRequest } from 'fastify';
import { queryOf } from '../arguments.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { atom } from '../uptake/follow/feed.ts';
import { fileAudience, nameParts, publicFile } from '../uptake/documents/audience.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { utcToday } from '../uptake/state.ts';
import { whatIsAt } from './about.ts';
import type { Asker } from './policy.ts';
import { listQuestions, type QuestionFilter, readThreads } from './question.ts';

/** So many entries a feed has, those first in which somebody wrote last; so many questions are read together for a file. */
const ENTRIES = 50;
const TOGETHER = 100;

/**
 * Adds `/questions.atom`, public questions as a feed, and `/questions.json`, all of them with their texts that are not hidden. Both take
 * `text` and `about` as the page does. The file holds what everybody may see; with audience=internal what the person may see.
 */
export function addQuestionFiles(
  app: FastifyInstance,
  services: Services,
  { baseUrl, userFor = () => null }: { baseUrl: string; userFor?: (request: FastifyRequest) => User | null | Promise<User | null> },
): void {
  const { db } = services;
  const filterOf = async (request: FastifyRequest, asker: Asker): Promise<QuestionFilter> => {
    const asked = queryOf(request);
    const about = asked.get('about');
    const what = about ? await whatIsAt(db, asker.viewer, about) : null;
    return {
      text: asked.get('text'),
      about: about ? { records: what?.recordId ? [what.recordId] : [], matrix: what?.matrixQuestion ? [what.matrixQuestion] : [] } : null,
    };
  };

  app.get('/questions.atom', async (request, reply) => {
    const asker = { viewer: publicFile.viewer, user: null };
    const { search } = new URL(request.url, 'http://localhost');
    const { rows } = await listQuestions(db, asker, { filter: await filterOf(request, asker), first: ENTRIES });
    const threads = await readThreads(
      db,
      asker,
      rows.map(({ id }) => id),
    );
    const moment = (value: string) => new Date(value).toISOString();
    return reply
      .header('content-type', 'application/atom+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=60')
      .send(
        atom({
          id: `${baseUrl}/questions.atom${search}`,
          title: 'Atrium: Questions',
          page: `${baseUrl}/questions${search}`,
          self: `${baseUrl}/questions.atom${search}`,
          updated: moment(rows[0]?.activeAt ?? new Date(0).toISOString()),
          entries: rows.map((row) => ({
            // Something new in it is a new entry for a reader of feeds.
            id: `${baseUrl}/questions/${row.id}#${row.activeAt}`,
            title: row.title,
            page: `${baseUrl}/questions/${row.id}`,
            updated: moment(row.activeAt),
            summary: threads.get(row.id)?.find(({ asks }) => asks)?.text ?? null,
          })),
        }),
      );
  });

  app.get('/questions.json', async (request, reply) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const asker = { viewer: made.viewer, user: made.marking === null ? null : await userFor(request) };
    const filter = await filterOf(request, asker);
    const questions = await inTurn(made.marking === null, () => readAll(asker, filter));
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `attachment; filename="${['atrium-questions', ...nameParts(made), utcToday()].join('-')}.json"`)
      .send(JSON.stringify({ made: new Date().toISOString(), ...(made.marking === null ? {} : { marking: made.marking }), questions }, null, 2));
  });

  /** All questions that somebody sees, each with its texts. */
  async function readAll(asker: Asker, filter: QuestionFilter): Promise<object[]> {
    const questions: object[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await listQuestions(db, asker, { filter, first: TOGETHER, after });
      const threads = await readThreads(
        db,
        asker,
        page.rows.map(({ id }) => id),
      );
      for (const { id, title, language, audience, progress, stateReason, matrixQuestion, createdAt, activeAt } of page.rows)
        questions.push({
          ...{ url: `${baseUrl}/questions/${id}`, title, language, audience, progress, stateReason, matrixQuestion, createdAt, activeAt },
          texts: threads.get(id) ?? [],
        });
      after = page.rows.at(-1)?.cursor ?? null;
      more = page.hasNextPage && after !== null;
    }
    return questions;
  }
}
