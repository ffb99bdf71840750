import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import { vocabulary } from '#i18n/en/vocabulary.ts';
import { addressOf } from '#prisma/content/kinds.ts';
import { legalTopics, type Project as Content } from '#prisma/content/project.ts';
import { libraryState } from '#prisma/library-state.ts';
import type { Viewer } from '#search/engine.ts';
import type { User } from '../accounts/user.ts';
import type { Services } from '../context.ts';
import { contentsOf } from '../records/load.ts';
import { visibleRecords } from '../records/policy.ts';
import { type FileAudience, fileAudience, MARK, nameParts } from '../uptake/documents/audience.ts';
import { heading, paragraph, table } from '../uptake/documents/docx.ts';
import { type Document, KeptDocuments } from '../uptake/documents/kept.ts';
import { inTurn } from '../uptake/documents/turns.ts';
import { writeInThread } from '../uptake/documents/writer.ts';
import type { Docx } from '../uptake/documents/writing.ts';
import { utcToday } from '../uptake/state.ts';

type Item = NonNullable<Content['legal']>[number] & { cite: { source: string; place: string }[] };
type Asked = { project: string; owners: string; address: string; items: Item[] };
/** Legal questions of projects that a reader may see, and how many there are besides. */
type Experience = { projects: Asked[]; leftOut: number };

/** What projects say of law, as far as this viewer may see it; of the rest only how much it is. */
async function readExperience({ db }: Pick<Services, 'db'>, viewer: Viewer, baseUrl: string): Promise<Experience> {
  const legal = sql`r.kind = 'PROJECT' AND r.archived_at IS NULL AND jsonb_typeof(r.content->'legal') = 'array'`;
  const { rows } = await sql<{ id: string; slug: string; title: string; shown: boolean; items: number }>`
    SELECT r.id, r.slug, r.title, ${visibleRecords(viewer)} AS shown, jsonb_array_length(r.content->'legal') AS items FROM record r WHERE ${legal} ORDER BY r.title, r.id`.execute(
    db,
  );
  const open = rows.filter(({ shown }) => shown);
  const contents = (await contentsOf(
    db,
    viewer,
    open.map(({ id }) => id),
  )) as Pick<Content, 'legal' | 'owners'>[];
  const projects = open.flatMap(({ slug, title }, at): Asked[] => {
    const items = (contents[at]?.legal ?? []) as Item[];
    return items.length > 0
      ? [{ project: title, owners: (contents[at]?.owners ?? []).join(', '), address: `${baseUrl}${addressOf('PROJECT', slug)}`, items }]
      : [];
  });
  const all = rows.reduce((sum, { items }) => sum + items, 0);
  return { projects, leftOut: all - projects.reduce((sum, { items }) => sum + items.length, 0) };
}

/**
 * The document for the secretariat of UNCITRAL (para. 267): questions and answers by topic, each with its project and source, dated.
 * @param names how sources are called, by key
 */
function legalDocx({ projects, leftOut }: Experience, names: ReadonlyMap<string, string>, { marking }: FileAudience): Docx {
  const shown = projects.flatMap(({ items }) => items).length;
  const title = 'Legal questions of blockchain projects of the United Nations system';
  return {
    kind: 'docx',
    title,
    footer: `Atrium, ${utcToday()}`,
    mark: marking === null ? null : MARK,
    blocks: [
      heading(title, 1),
      ...(marking === null ? [] : [paragraph(marking, true)]),
      paragraph(
        `For the secretariat of UNCITRAL, as JIU/REP/2020/7, para. 267, asks. Made on ${utcToday()} from the entries of ${projects.length} projects, by the topics of para. 261.`,
      ),
      paragraph(`It has ${shown} questions. Left out for confidentiality: ${leftOut}, which are for fewer readers than this document.`, true),
      ...legalTopics.flatMap((topic) => {
        const rows = projects.flatMap(({ project, owners, address, items }) =>
          items
            .filter((item) => item.topic === topic)
            .map((item) => [
              String(item.question),
              item.answer ? String(item.answer) : 'Not answered yet',
              [project, owners, address].filter(Boolean).join('\n'),
              item.cite.map(({ source, place }) => `${names.get(source) ?? source}, ${place}`).join('; '),
            ]),
        );
        return rows.length === 0 ? [] : [heading(vocabulary.legalTopic[topic], 2), table([['Question', 'Answer', 'Project', 'Source'], ...rows], [4, 4, 3, 2])];
      }),
    ],
  };
}

/** Adds `/legal.docx`: what everybody may see; with audience=internal what the person may see, and then it says so. */
export function addLegalDocument(
  app: FastifyInstance,
  services: Services,
  userFor: (request: FastifyRequest) => User | null | Promise<User | null> = () => null,
): void {
  const kept = new KeptDocuments();
  const make = async (made: FileAudience): Promise<Document> => {
    const experience = await readExperience(services, made.viewer, services.accounts.settings.baseUrl);
    const names = new Map<string, string>();
    await services.sources.catchUp();
    for (const { source } of experience.projects.flatMap(({ items }) => items.flatMap(({ cite }) => cite))) {
      const found = await services.sources.find(source, made.viewer);
      if (found) names.set(source, found.symbol ?? found.title);
    }
    return {
      body: await writeInThread(made.marking === null, legalDocx(experience, names, made)),
      name: ['atrium-legal', ...nameParts(made), utcToday()].join('-'),
    };
  };
  app.get('/legal.docx', async (request, reply) => {
    const made = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const written = await (made.marking === null
      ? // The same for everybody on the same day, as long as nothing changes.
        kept.get(JSON.stringify([utcToday(), await libraryState(services.db)]), () => inTurn(true, () => make(made)))
      : inTurn(false, () => make(made)));
    if (!written) return reply.status(404).send();
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', made.marking === null ? 'public, max-age=60' : 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `attachment; filename="${written.name}.docx"`)
      .send(written.body);
  });
}
