import { sql } from 'kysely';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '#prisma/database.ts';
import type { User } from '../../accounts/user.ts';
import type { Services } from '../../context.ts';
import { type FileAudience, fileAudience, MARK, nameParts } from '../documents/audience.ts';
import { heading, paragraph, table } from '../documents/docx.ts';
import { inTurn } from '../documents/turns.ts';
import { writeInThread } from '../documents/writer.ts';
import type { Block, Docx } from '../documents/writing.ts';
import { canManageUptake } from '../policy.ts';
import { utcToday } from '../state.ts';
import { inWords } from '../words.ts';
import { type CampaignAnswer, type CampaignRow, isAnswer, readAnswers, readCampaigns, readNotices } from './read.ts';

type Reported = { organization: string; recommendation: string; acceptance: string; implementation: string | null; confirmed: boolean; on: string };
/** What organizations reported while a campaign ran: of each action the entry recorded last. */
async function readReported(db: Database, campaignId: string): Promise<Reported[]> {
  const { rows } = await sql<Reported>`
    SELECT DISTINCT ON (o.position, o.id, r.position, a.id) o.content->>'shortName' AS organization, concat_ws('. ', r.content->>'number', r.content->>'title') AS recommendation, u.acceptance::text, u.implementation::text, k.entry_id IS NOT NULL AS confirmed, u.entered_on::text AS "on"
    FROM campaign c JOIN campaign_organization x ON x.campaign_id = c.id JOIN record o ON o.id = x.organization_id JOIN action a ON a.organization_id = o.id AND a.report_id = c.report_id AND a.printed JOIN record r ON r.id = a.recommendation_id
    JOIN uptake_entry u ON u.action_id = a.id LEFT JOIN uptake_confirmation k ON k.entry_id = u.id
    WHERE c.id = ${campaignId}::uuid AND ${isAnswer} ORDER BY o.position, o.id, r.position, a.id, u.sequence DESC`.execute(db);
  return rows;
}

const day = (text: string) =>
  new Date(`${text.slice(0, 10)}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const states = { COMPLETE: 'complete', PARTLY: 'in part', NONE: 'none' } as const;
const stateOf = ({ answered, addressed }: CampaignAnswer) => (answered === 0 ? 'NONE' : answered < addressed ? 'PARTLY' : 'COMPLETE');
const named = (answers: readonly CampaignAnswer[], state: keyof typeof states) =>
  answers
    .filter((one) => stateOf(one) === state)
    .map(({ name }) => name)
    .join(', ') || 'none';

/** What a campaign asked, of whom, what came back, and what was sent, without addresses. */
async function reportOf(db: Database, campaign: CampaignRow, marking: string): Promise<Docx> {
  const [answers, notices, reported, { rows: about }] = await Promise.all([
    readAnswers(db, 'ALL', [campaign.id]),
    readNotices(db, [campaign.id]),
    readReported(db, campaign.id),
    sql<{ title: string }>`SELECT coalesce(content->>'symbol', title) AS title FROM record WHERE id = ${campaign.reportId}::uuid`.execute(db),
  ]);
  const complete = answers.filter((one) => stateOf(one) === 'COMPLETE').length;
  const sum = (field: 'answered' | 'confirmed' | 'addressed') => answers.reduce((total, one) => total + one[field], 0);
  const title = `Report on the campaign “${campaign.title}”`;
  const mails = (organizationId: string) => {
    const of = notices.filter((one) => one.organizationId === organizationId);
    return [of.length, of.reduce((total, one) => total + one.sent, 0)] as const;
  };
  const blocks: Block[] = [
    {
      title,
      lines: [
        about[0]?.title ?? '',
        'Classification: internal, for the CEB secretariat. It holds what is not confirmed and not public.',
        marking,
        `Opened on ${day(campaign.opensOn)}, closes on ${day(campaign.closesOn)}${campaign.firstClosesOn ? ` (at first ${day(campaign.firstClosesOn)})` : ''}. ${campaign.closedAt ? `Closed on ${day(campaign.closedAt)}.` : 'Not closed yet: what follows is an interim state.'}`,
        'An answer is a report that an organization records from the moment of opening until the closing, and that was not withdrawn. What a second person has not confirmed is counted, and told apart.',
      ],
    },
    heading('What was asked', 2),
    ...campaign.message.split('\n').map((text) => paragraph(text)),
    heading('What came of it', 2),
    paragraph(
      `${complete} of ${answers.length} organizations have answered in full. ${sum('answered')} of ${sum('addressed')} actions were reported on, ${sum('confirmed')} of these reports are confirmed.`,
    ),
    paragraph(`In part: ${named(answers, 'PARTLY')}. Not at all: ${named(answers, 'NONE')}.`),
    {
      ...table(
        [
          ['Organization', 'Answer', 'Actions reported on', 'Of these confirmed', 'Last answer', 'Notices', 'Mails that left'],
          ...answers.map((one) => [
            one.name,
            states[stateOf(one)],
            `${one.answered} of ${one.addressed}`,
            String(one.confirmed),
            one.lastAnswer ? day(one.lastAnswer) : 'none yet',
            ...mails(one.organizationId).map(String),
          ]),
        ],
        [2.5, 1.5, 2, 2, 2, 1.3, 1.5],
      ),
      caption: 'Organizations asked, and their answers',
    } as Block,
    heading('What was reported', 2),
    reported.length === 0
      ? paragraph('Nothing was reported while it ran.')
      : ({
          ...table(
            [
              ['Organization', 'Recommendation', 'Acceptance', 'Implementation', 'Recorded on', 'Confirmed'],
              ...reported.map((one) => [
                one.organization,
                one.recommendation,
                inWords(one.acceptance),
                inWords(one.implementation),
                day(one.on),
                one.confirmed ? 'yes' : 'not yet',
              ]),
            ],
            [2, 5, 2, 2, 2, 1.5],
          ),
          caption: 'Reports recorded while the campaign ran, the last of each action',
        } as Block),
  ];
  return { kind: 'docx', title: `${title} [${MARK}]`, footer: title, mark: MARK, blocks };
}

/** Adds `/campaigns/<id>.docx?audience=internal`: the report on a campaign, for the secretariat. */
export function addCampaignReports(
  app: FastifyInstance,
  services: Services,
  userFor: (request: FastifyRequest) => User | null | Promise<User | null> = () => null,
): void {
  const none = (reply: FastifyReply) =>
    reply.status(404).send({ error: 'There is no such campaign, or its report is not for you: it is for the secretariat, with audience=internal.' });
  app.get('/campaigns/:id(^[a-z0-9-]{1,100}).docx', async (request, reply) => {
    const made: FileAudience | null = await fileAudience({ services, userFor }, request, reply);
    if (!made) return reply;
    const { marking } = made;
    const user = marking === null ? null : await userFor(request);
    if (marking === null || !canManageUptake(user)) return none(reply);
    const [campaign] = await readCampaigns(services.db, user, { id: (request.params as { id: string }).id });
    if (!campaign) return none(reply);
    const body = await inTurn(false, async () => writeInThread(false, await reportOf(services.db, campaign, marking)));
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
      .header('cache-control', 'private, no-store')
      .header('vary', 'Cookie')
      .header('content-disposition', `attachment; filename="${['campaign', campaign.closesOn, ...nameParts(made), utcToday()].join('-')}.docx"`)
      .send(body);
  });
}
