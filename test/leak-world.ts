import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { findUser, grantMembership } from '#api/accounts/memberships.ts';
import type { Role, User } from '#api/accounts/user.ts';
import type { Services } from '#api/context.ts';
import { doRun } from '#api/screening/run.ts';
import { given } from './uptake.ts';
import { and, belongsTo, everyone, inside, isSecretariat, Markers, type May, or, oversees, writesFor } from './leak-markers.ts';
import { markedContent, mayOf, type PlantedRecord, plantRecords } from './leak-records.ts';

/** Asks the API as a person, through the server. */
export type Ask = (user: User | null, query: string, variables?: Record<string, unknown>) => Promise<Record<string, never>>;
type Draft = { id: string; edits: number; round: number };

const UPTAKE = '__typename ... on UptakeReported { entry { id } } ... on InvalidInput { fields { name message } }';
const DRAFT = '__typename ... on DraftSaved { draft { id edits round } } ... on InvalidInput { fields { name message } }';

/** The cookie by which the tests' server knows a person; sessions have tests of their own. */
export const cookieOf = (user: User | null): string => (user ? `atrium.session_token=${user.id}` : '');
/** Lets the services know a person by that cookie, with the roles of the moment, as a session would. */
export function signInByCookie({ accounts, db }: Services): void {
  accounts.authenticate = async (headers: Headers) => {
    const id = /atrium\.session_token=([0-9a-f-]{36})/.exec(headers.get('cookie') ?? '')?.[1];
    return id ? findUser(db, id) : null;
  };
  accounts.sessions = async () => [];
}

/** Everything that somebody must not see, planted through the doors that people use, and everybody who might look. */
export async function plantWorld(services: Services, ask: Ask) {
  const { db } = services;
  const markers = new Markers();
  services.accounts.settings.filesDir = await mkdtemp(join(tmpdir(), 'atrium-leaks-'));

  const grant = async (personId: string, role: Role, organization: string | null) => {
    const { rows } = await sql<{ id: string }>`SELECT id FROM record WHERE kind = 'ORGANIZATION' AND slug = ${organization}`.execute(db);
    await db
      .transaction()
      .execute((trx) => grantMembership(trx, { personId, role, organizationId: rows[0]?.id ?? null, deputy: false, origin: 'GRANT' }, null));
  };
  const person = async (key: string, role: Role | null, organization: string | null): Promise<User> => {
    // Names of people are for the UN system, and of course for themselves.
    let id = '';
    const name = markers.mark(
      `name of ${key}`,
      or(inside, (user) => user?.id === id),
    );
    const made = await db
      .insertInto('person')
      .values({ name, email: `${key}.of.the.test@example.org`, emailVerified: true })
      .returning('id')
      .executeTakeFirstOrThrow();
    id = made.id;
    if (role) await grant(id, role, organization);
    return (await findUser(db, id)) as User;
  };
  const [author, focal, publisher, ituPublisher, secretariat] = [
    await person('author', 'FOCAL_POINT', 'fao'),
    await person('focal', 'FOCAL_POINT', 'fao'),
    await person('publisher', 'PUBLISHER', 'fao'),
    await person('itupublisher', 'PUBLISHER', 'itu'),
    await person('secretariat', 'SECRETARIAT', null),
  ];
  const lost = await person('lost', 'FOCAL_POINT', 'fao');
  const suspended = await person('suspended', 'PUBLISHER', 'fao');
  await db.updateTable('person').set({ suspendedAt: new Date() }).where('id', '=', suspended.id).execute();

  const records = await plantRecords(db, services.accounts.settings.filesDir, author, markers);
  const leave = async () => {
    await db.deleteFrom('membership').where('personId', '=', lost.id).execute();
    await grant(lost.id, 'FOCAL_POINT', 'wfp');
  };
  const drafts = await plantDrafts(ask, { author, publisher, lost }, leave, records, markers);
  const uptake = await plantUptake(ask, { focal, publisher, secretariat }, markers);

  const runs = await plantAssessments(ask, { author, focal, publisher }, markers);
  const buyer = await person('buyer', 'PROCUREMENT_OFFICER', 'itu');
  const keeper = await person('faobuyer', 'PROCUREMENT_OFFICER', 'fao');
  const agreements = await plantAgreements(ask, { buyer: keeper, ituPublisher }, records, markers);
  const { shortlists, information } = await plantShortlists(services, ask, { keeper, publisher }, records, markers);
  const proposals = await plantCompany(services, ask, keeper, markers);
  const people = await plantPool(services, ask, { itu: buyer, fao: keeper, publisher }, markers);
  const asked = await plantQuestions(services, ask, { itu: buyer, fao: keeper, focal, publisher }, markers);
  await plantLearning(ask, { author: keeper, publisher }, markers);
  const candidates = await plantScreening(services, ask, buyer, records, markers);

  const fresh = async (user: User) => (await findUser(db, user.id)) as User;
  const viewers: Record<string, User | null> = {
    'a reader': null,
    'somebody without a role': await person('stranger', null, null),
    'a member of another organization': await person('wfpmember', 'MEMBER', 'wfp'),
    'a procurement officer': buyer,
    'a procurement officer of the organization': keeper,
    'a publisher of another organization': ituPublisher,
    'a member of the organization': await person('faomember', 'MEMBER', 'fao'),
    'a focal point of the organization': focal,
    'a publisher of the organization': publisher,
    'the secretariat': secretariat,
    'an administrator': await person('administrator', 'ADMINISTRATOR', null),
    'a focal point who went elsewhere': await fresh(lost),
    'a suspended publisher': suspended,
  };
  await plantFollowing(services, ask, publisher, Object.values(viewers).filter((one) => one !== null && one.id !== suspended.id) as User[], markers);
  return { markers, records, drafts, candidates, agreements, shortlists, information, proposals, people, asked, ...runs, ...uptake, viewers, suspended };
}

/** Somebody of the pool for each audience, with a word in every text, and a message to one of them. */
async function plantPool({ db }: Services, ask: Ask, { itu, fao, publisher }: Record<'itu' | 'fao' | 'publisher', User>, markers: Markers): Promise<string[]> {
  for (const [audience, user, may] of [
    ['PUBLIC', publisher, everyone],
    ['UN_SYSTEM', itu, inside],
    ['ORGANIZATION', fao, belongsTo('fao')],
  ] as const) {
    const mark = (text: string) => markers.mark(`${audience} professional ${text}`, may);
    const { saveProfessional } = await ask(
      user,
      'mutation ($input: ProfessionalInput!) { saveProfessional(input: $input, edits: 0, consents: true) { __typename ... on InvalidInput { fields { path code } } } }',
      {
        input: {
          ...Object.fromEntries(['name', 'about', 'availability'].map((name) => [name, mark(name)])),
          ...Object.fromEntries(['technologies', 'tasks'].map((name) => [name, [mark(name)]])),
          sectors: [],
          languages: [],
          countries: [],
          works: ['/projects/building-blocks'],
          offers: ['ADVICE'],
          audience,
          showsAddress: false,
        },
      },
    );
    if ((saveProfessional as unknown as { __typename: string }).__typename !== 'ProfessionalSaved')
      throw new Error(`An entry of the pool was refused: ${JSON.stringify(saveProfessional)}`);
  }
  const rows = await db.selectFrom('professional').select(['id', 'personId']).orderBy('createdAt').execute();
  // It goes to its receiver's mailbox and nowhere else.
  await ask(publisher, 'mutation ($id: ID!, $text: String!) { writeToProfessional(id: $id, text: $text) { __typename } }', {
    id: rows.find(({ personId }) => personId === itu.id)?.id,
    text: markers.mark('asked of a professional', (user) => user?.id === itu.id),
  });
  return rows.map(({ id }) => id);
}

/**
 * Everybody with an account follows every record, whoever may see it, and a search for all that is planted, from before the first
 * change; one list has a name of its own.
 */
async function plantFollowing({ db }: Services, ask: Ask, publisher: User, people: readonly User[], markers: Markers): Promise<void> {
  const SAVE = 'mutation ($address: String!, $name: String!) { follow(address: $address, name: $name, frequency: MONTHLY) { __typename } }';
  // What is followed is listed by name, and no more than one may follow: the sign before it puts it first.
  const name = `0 ${markers.mark('name of what is saved', (user) => user?.id === publisher.id)}`;
  await ask(publisher, SAVE, { address: '/lessons?theme=GOVERNANCE', name });
  for (const user of people) await ask(user, SAVE.replace('MONTHLY', 'DAILY'), { address: '/search?q=leak+check', name: 'A search' });
  await sql`INSERT INTO watch (record_id) SELECT id FROM record ON CONFLICT DO NOTHING`.execute(db);
  await sql`INSERT INTO follow (person_id, watch_id, frequency, told_until) SELECT p.id, w.id, 'DAILY', 0 FROM person p, watch w WHERE w.record_id IS NOT NULL ON CONFLICT DO NOTHING`.execute(
    db,
  );
  await sql`UPDATE follow SET told_until = 0, told_at = now() - interval '1 day'`.execute(db);
  await sql`INSERT INTO follow_state (name, until) VALUES ('MATCH', 0) ON CONFLICT (name) DO UPDATE SET until = 0`.execute(db);
}

/** A question for each audience about an entry of FAO's, with an answer and a hidden one, a report and an appeal, with a word in every text. */
async function plantQuestions(
  { db }: Services,
  ask: Ask,
  { itu, fao, focal, publisher }: Record<'itu' | 'fao' | 'focal' | 'publisher', User>,
  markers: Markers,
): Promise<string[]> {
  const done = (answer: Record<string, unknown>) => {
    const [result] = Object.values(answer) as { __typename: string }[];
    if (result?.__typename !== 'QuestionSaved') throw new Error(`A question was refused: ${JSON.stringify(answer)}`);
  };
  const saved = '{ __typename ... on InvalidInput { fields { path code } } }';
  for (const [audience, may] of [
    ['PUBLIC', everyone],
    ['UN_SYSTEM', inside],
    ['OWNERS', belongsTo('fao')],
  ] as const) {
    const mark = (text: string, who: May = may) => markers.mark(`${audience} question ${text}`, who);
    // Who moderates among those who see it.
    const publishes: May = (user) => user?.memberships.some(({ role, organizationSlug }) => role === 'PUBLISHER' && organizationSlug === 'fao') ?? false;
    const moderates = audience === 'OWNERS' ? publishes : or(publishes, oversees);
    done(
      await ask(
        focal,
        `mutation ($title: String!, $text: String!) { askQuestion(title: $title, text: $text, about: "/organizations/fao", audience: ${audience}, language: "en") ${saved} }`,
        {
          title: mark('title'),
          text: mark('text'),
        },
      ),
    );
    const question = await db.selectFrom('question').select('id').orderBy('createdAt', 'desc').executeTakeFirstOrThrow();
    const answered = async (user: User, text: string) => {
      done(await ask(user, `mutation ($id: ID!, $text: String!) { answerQuestion(id: $id, text: $text, citations: []) ${saved} }`, { id: question.id, text }));
      return (await db.selectFrom('questionPost').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()).id;
    };
    await answered(fao, mark('answer'));
    const author = audience === 'OWNERS' ? fao : itu;
    const his: May = (user) => user?.id === author.id || moderates(user);
    const post = await answered(author, mark('hidden answer', his));
    // Why it was reported, and what its author says against that, stands with it; the mails of both go to those who moderate.
    done(
      await ask(focal, `mutation ($post: ID!, $reason: String!) { reportPost(post: $post, reason: $reason) ${saved} }`, {
        post,
        reason: markers.mark(
          `asked of moderators: ${audience} question reported`,
          or(moderates, (user) => user?.id === focal.id),
        ),
      }),
    );
    done(
      await ask(publisher, `mutation ($post: ID!, $reason: String!) { hidePost(post: $post, reason: $reason) ${saved} }`, {
        post,
        reason: mark('hidden because'),
      }),
    );
    done(await ask(author, `mutation ($post: ID!, $text: String!) { appealPost(post: $post, text: $text) ${saved} }`, { post, text: mark('appeal', his) }));
  }
  return (await db.selectFrom('question').select('id').execute()).map(({ id }) => id);
}

/** A resource and an event for each audience, accepted, and one of each that waits and that was returned, with a word in every text. */
async function plantLearning(ask: Ask, { author, publisher }: Record<'author' | 'publisher', User>, markers: Markers): Promise<void> {
  const decides = or(oversees, (user) => user?.memberships.some(({ role }) => role === 'PUBLISHER') ?? false);
  const own: May = (user) => user?.id === author.id;
  for (const kind of ['RESOURCE', 'EVENT'] as const)
    for (const [audience, state, may] of [
      ['PUBLIC', 'ACCEPTED', everyone],
      ['UN_SYSTEM', 'ACCEPTED', inside],
      ['PUBLIC', 'PROPOSED', or(own, decides)],
      ['PUBLIC', 'RETURNED', own],
    ] as const) {
      const mark = (text: string, who: May = may) => markers.mark(`${audience} ${state} ${kind} ${text}`, who);
      // The title of what was returned was seen by who returned it; it is shown to its author alone.
      const address = `https://example.org/${mark('address')}`;
      const more =
        kind === 'RESOURCE'
          ? { levels: ['learning-programme-staff'], cost: state === 'ACCEPTED' ? mark('cost') : '' }
          : { what: 'TALK', day: '2099-01-01', place: state === 'ACCEPTED' ? mark('place') : '' };
      const { suggestLearning } = (await ask(
        author,
        `mutation ($input: LearningInput!) { suggestLearning(kind: ${kind}, input: $input, audience: ${audience}) { __typename ... on LearningSaved { id } ... on InvalidInput { fields { path code } } } }`,
        { input: { title: mark('title'), about: mark('about'), address, language: '', minutes: '', ...more } },
      )) as unknown as { suggestLearning: { id?: string } };
      if (!suggestLearning.id) throw new Error(`A suggestion was refused: ${JSON.stringify(suggestLearning)}`);
      if (state === 'PROPOSED') continue;
      await ask(
        publisher,
        'mutation ($id: ID!, $accept: Boolean!, $reason: String!) { decideLearning(id: $id, accept: $accept, reason: $reason) { __typename } }',
        {
          id: suggestLearning.id,
          accept: state === 'ACCEPTED',
          reason: state === 'ACCEPTED' ? '' : mark('reason'),
        },
      );
    }
}

/** A company with a statement that was opened by an organization, and a proposal, with a word in every text. */
async function plantCompany({ db }: Services, ask: Ask, keeper: User, markers: Markers): Promise<string[]> {
  await ask(null, 'mutation { beginCompany(email: "company.of.the.test@example.org") { __typename } }');
  const mail = await db.selectFrom('mailOutbox').select('text').where('eventKey', 'like', 'company:%').executeTakeFirstOrThrow();
  const token = /token=([\w-]+)/.exec(mail.text)?.[1];
  await ask(null, 'mutation ($token: String!) { confirmCompany(token: $token) { __typename } }', { token });
  // By the code alone, which is asked for by nobody here; its name stands in the list of who opened it.
  const nobody = () => false;
  const opens = and((user) => user?.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER') ?? false, belongsTo('fao'));
  await ask(
    null,
    'mutation ($token: String!, $statement: CompanyStatementInput!) { saveCompanyStatement(token: $token, edits: 0, statement: $statement) { __typename } }',
    {
      token,
      statement: {
        name: markers.mark('company name', opens),
        ...Object.fromEntries(
          ['ownership', 'principals', 'references', 'certificates', 'identifiers'].map((name) => [name, markers.mark(`asked company ${name}`, nobody)]),
        ),
      },
    },
  );
  const given = (await ask(null, 'mutation ($token: String!) { giveStatementCode(token: $token, organization: "fao") { ... on CompanyCodeGiven { code } } }', {
    token,
  })) as unknown as {
    giveStatementCode: { code?: string };
  };
  await ask(keeper, 'mutation ($code: String!) { openStatement(code: $code) { __typename } }', given.giveStatementCode);
  const writes: Markers['all'][number]['may'] = (user) =>
    user?.memberships.some(({ role }) => ['FOCAL_POINT', 'PUBLISHER', 'SECRETARIAT'].includes(role)) ?? false;
  await ask(
    null,
    'mutation ($token: String!, $name: String!, $services: String!, $text: String!, $source: String!) { proposeVendor(token: $token, name: $name, services: $services, text: $text, source: $source) { __typename } }',
    { token, ...Object.fromEntries(['name', 'services', 'text', 'source'].map((name) => [name, markers.mark(`proposal ${name}`, writes)])) },
  );
  return (await db.selectFrom('companyProposal').select('id').execute()).map(({ id }) => id);
}

/** A list of each kind of sharing, and a request to a vendor that was answered, with a word in every text. */
async function plantShortlists(
  { db }: Services,
  ask: Ask,
  { keeper, publisher }: Record<'keeper' | 'publisher', User>,
  records: readonly PlantedRecord[],
  markers: Markers,
): Promise<{ shortlists: string[]; information: string[] }> {
  const LIST = '{ __typename ... on ShortlistSaved { shortlist { id edits } } ... on InvalidInput { fields { name message } } }';
  const saved = (answer: Record<string, { shortlist?: { id: string; edits: number } }>) => {
    const list = Object.values(answer)[0]?.shortlist;
    if (!list) throw new Error(`A list of the leak test was refused: ${JSON.stringify(answer)}`);
    return list;
  };
  // Everybody sees it; its contacts only its owners.
  const vendor = records.find((one) => one.kind === 'VENDOR' && !one.whole && one.level === 'OWNERS');
  const slug = vendor?.slug ?? '';
  const own = (user: User | null) => user?.id === publisher.id;
  const shortlists: string[] = [];
  for (const [sharing, may] of [
    ['PRIVATE', own],
    ['ORGANIZATION', belongsTo('fao')],
    ['LINK', own],
  ] as const) {
    const mark = (text: string) => markers.mark(`${sharing} shortlist ${text}`, may);
    const list = saved(
      await ask(
        publisher,
        `mutation ($name: String!, $records: [String!]) { createShortlist(name: $name, records: $records, key: "leak-${sharing}") ${LIST} }`,
        {
          name: mark('first name'),
          records: ['/vendors/irisguard'],
        },
      ),
    );
    const noted = saved(
      await ask(
        publisher,
        `mutation ($id: ID!, $edits: Int!, $note: String!) { noteOnShortlist(id: $id, edits: $edits, record: "/vendors/irisguard", note: $note) ${LIST} }`,
        {
          ...list,
          note: mark('note'),
        },
      ),
    );
    saved(
      await ask(
        publisher,
        `mutation ($id: ID!, $edits: Int!, $name: String!, $purpose: String!, $sharing: ShortlistSharing!) { changeShortlist(id: $id, edits: $edits, name: $name, purpose: $purpose, sharing: $sharing, organization: "fao") ${LIST} }`,
        { ...noted, name: mark('name'), purpose: mark('purpose'), sharing },
      ),
    );
    shortlists.push(noted.id);
  }
  // What a list was called before is nobody's any more.
  for (const marker of markers.all) if (/shortlist first name$/.test(marker.where)) marker.where = `asked ${marker.where}`;
  const may = and((user) => user?.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER') ?? false, belongsTo('fao'));
  const answer = (await ask(
    keeper,
    'mutation ($vendors: [String!]!, $subject: String!, $text: String!, $day: String!) { askVendors(organization: "fao", vendors: $vendors, subject: $subject, text: $text, answerBy: $day, key: "leak-ask") { __typename ... on VendorsAsked { request { id } } ... on InvalidInput { fields { name message } } } }',
    {
      vendors: [slug],
      subject: markers.mark('information request subject', may),
      text: markers.mark('information request text', may),
      day: new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10),
    },
  )) as unknown as { askVendors: { request?: { id: string } } };
  const request = answer.askVendors.request?.id;
  if (!request) throw new Error(`A request of the leak test was refused: ${JSON.stringify(answer)}`);
  const mail = await db.selectFrom('mailOutbox').select('text').where('eventKey', 'like', 'information:%').executeTakeFirstOrThrow();
  const token = /token=([\w-]+)/.exec(mail.text)?.[1];
  await ask(null, 'mutation ($token: String!, $name: String!, $text: String!) { answerInformation(token: $token, name: $name, text: $text) { __typename } }', {
    token,
    name: markers.mark('information answer name', may),
    text: markers.mark('information answer text', may),
  });
  return { shortlists, information: [request] };
}

/** Agreements for every audience, each amended, drawn under and asked for, with a word in every text. */
async function plantAgreements(
  ask: Ask,
  { buyer, ituPublisher }: Record<'buyer' | 'ituPublisher', User>,
  records: readonly PlantedRecord[],
  markers: Markers,
): Promise<string[]> {
  type Saved = { agreement?: { id: string; requests: { id: string }[] } };
  const AGREEMENT = '{ __typename ... on AgreementSaved { agreement { id requests { id } } } ... on InvalidInput { fields { name message } } }';
  const done = (answer: Record<string, Saved>) => {
    const agreement = Object.values(answer)[0]?.agreement;
    if (!agreement) throw new Error(`An agreement of the leak test was refused: ${JSON.stringify(answer)}`);
    return agreement;
  };
  const procures = (user: User | null) => user?.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER') ?? false;
  const whole = or(procures, belongsTo('fao'));
  const ids: string[] = [];
  for (const [audience, may] of [
    ['OWNERS', whole],
    ['UN_SYSTEM', or(whole, inside)],
    ['PUBLIC', everyone],
  ] as const) {
    // A vendor that everybody sees who sees the agreement.
    const vendor = records.find((one) => one.kind === 'VENDOR' && one.whole && one.level === 'PUBLIC')?.slug ?? 'irisguard';
    const terms = (about: string) => {
      const mark = (text: string, who = may) => markers.mark(`${audience} agreement ${about} ${text}`, who);
      return {
        number: mark('number'),
        title: mark('title'),
        scope: mark('scope'),
        unspsc: ['81111500'],
        startsOn: '2020-01-01',
        endsOn: '2999-12-31',
        ceiling: 1000,
        currency: 'USD',
        callOff: mark('calloff'),
        use: 'ON_REQUEST',
        useTerms: mark('useterms'),
        contact: mark('contact', whole),
        documentLabel: mark('document', whole),
        documentAddress: `https://example.org/${mark('address', whole)}`,
        source: mark('source'),
      };
    };
    const { id } = done(
      await ask(
        buyer,
        `mutation ($vendor: String!, $terms: AgreementTermsInput!, $key: String!) { keepAgreement(holder: "fao", vendor: $vendor, terms: $terms, key: $key) ${AGREEMENT} }`,
        {
          vendor,
          terms: terms('first'),
          key: `leak-agreement-${audience}`,
        },
      ),
    );
    ids.push(id);
    done(
      await ask(
        buyer,
        `mutation ($id: ID!, $terms: AgreementTermsInput!, $reason: String!) { amendAgreement(id: $id, versions: 1, holdsFrom: "2021-01-01", reason: $reason, terms: $terms) ${AGREEMENT} }`,
        { id, terms: terms('amended'), reason: markers.mark(`${audience} agreement reason`, may) },
      ),
    );
    done(
      await ask(
        buyer,
        `mutation ($id: ID!, $source: String!, $key: String!) { drawAgreement(id: $id, drawn: 10, onDay: "2022-01-01", source: $source, key: $key) ${AGREEMENT} }`,
        {
          id,
          source: markers.mark(`${audience} agreement drawing`, whole),
          key: `leak-drawing-${audience}`,
        },
      ),
    );
    done(
      await ask(buyer, `mutation ($id: ID!, $audience: Audience!) { openAgreement(id: $id, openings: 0, audience: $audience) ${AGREEMENT} }`, { id, audience }),
    );
    if (audience === 'OWNERS') continue;
    // Seen by both sides, and of those only by who sees the agreement.
    const both = or(belongsTo('fao'), belongsTo('itu'));
    const { requests } = done(
      await ask(
        ituPublisher,
        `mutation ($id: ID!, $text: String!, $key: String!) { askForUse(id: $id, organization: "itu", text: $text, key: $key) ${AGREEMENT} }`,
        {
          id,
          text: markers.mark(`${audience} agreement request`, both),
          key: `leak-request-${audience}`,
        },
      ),
    );
    done(
      await ask(buyer, `mutation ($request: ID!, $text: String!) { answerUse(request: $request, granted: true, text: $text) ${AGREEMENT} }`, {
        request: requests[0]?.id,
        text: markers.mark(`${audience} agreement answer`, both),
      }),
    );
  }
  return ids;
}

/** Runs in every state and for every audience, and a draft of an edition, with a word in every text. */
async function plantAssessments(
  ask: Ask,
  { author, focal, publisher }: Record<'author' | 'focal' | 'publisher', User>,
  markers: Markers,
): Promise<{ assessments: string[]; edition: string }> {
  type Saved = { assessment?: { id: string; edits: number }; edition?: { id: string } };
  const done = (answer: Record<string, Saved>): Saved => {
    const result = Object.values(answer)[0];
    if (!result?.assessment && !result?.edition) throw new Error(`An assessment of the leak test was refused: ${JSON.stringify(answer)}`);
    return result;
  };
  const RUN = '{ __typename ... on AssessmentSaved { assessment { id edits lines } } ... on InvalidInput { fields { name message } } }';
  const assessments: string[] = [];
  for (const [about, may] of [
    ['draft run', (user: User | null) => user?.id === focal.id],
    ['shared run', belongsTo('fao')],
    ['OWNERS run', mayOf.OWNERS],
    ['UN_SYSTEM run', mayOf.UN_SYSTEM],
    ['PUBLIC run', mayOf.PUBLIC],
  ] as const) {
    // Whoever wrote the draft is among those who look.
    const writer = about === 'draft run' ? focal : author;
    const mark = (text: string) => markers.mark(`${about} ${text}`, may);
    const answers = [{ question: 'table-1-q1', option: 'no-special-case', reason: mark('because'), note: mark('note'), evidence: mark('evidence') }];
    const made = done(
      await ask(
        writer,
        `mutation ($answers: [AnswerInput!]!, $title: String!) { createAssessment(instrument: "jiu-matrix", title: $title, organization: "fao", key: $title, answers: $answers) ${RUN} }`,
        {
          title: mark('run'),
          answers,
        },
      ),
    ).assessment as { id: string; edits: number };
    assessments.push(made.id);
    const { edits } = done(
      await ask(
        writer,
        `mutation ($id: ID!, $risks: JSON, $costs: JSON, $useCase: String) { saveAssessment(id: $id, edits: 1, risks: $risks, costs: $costs, useCase: $useCase) ${RUN} }`,
        {
          id: made.id,
          useCase: mark('use case'),
          risks: [{ title: mark('risk'), likelihood: 2, impact: 2, mitigation: mark('mitigation'), owner: mark('riskowner') }],
          costs: { currency: 'USD', years: 2, assumptions: mark('assumptions'), options: [{ name: mark('option'), build: { low: 1, high: 2 } }] },
        },
      ),
    ).assessment as { edits: number };
    if (about === 'draft run') continue;
    await ask(author, `mutation ($id: ID!) { shareAssessment(id: $id, edits: 2, shared: true) ${RUN} }`, made);
    const { lines } = ((await ask(focal, 'query ($id: ID!) { assessment(id: $id) { lines } }', made)) as unknown as { assessment: { lines: string[] } })
      .assessment;
    const objection = markers.mark(`${about} remark`, belongsTo('fao'));
    const says = async (agrees: boolean) =>
      done(
        await ask(focal, `mutation ($id: ID!, $edits: Int!, $lines: [LineReviewInput!]!) { reviewAssessment(id: $id, edits: $edits, lines: $lines) ${RUN} }`, {
          id: made.id,
          edits,
          lines: lines.map((line) => ({ line, agrees, text: objection })),
        }),
      );
    await says(about !== 'shared run');
    if (about === 'shared run') continue;
    done(await ask(publisher, `mutation ($id: ID!, $edits: Int!) { signAssessment(id: $id, edits: $edits) ${RUN} }`, { id: made.id, edits }));
    done(
      await ask(
        publisher,
        `mutation ($id: ID!, $audience: Audience!) { publishAssessment(id: $id, publications: 0, audience: $audience, project: "papua-new-guinea-livestock") ${RUN} }`,
        {
          id: made.id,
          audience: about.split(' ')[0],
        },
      ),
    );
  }
  const { instruments } = (await ask(null, '{ instruments(instrument: "jiu-matrix") { id } }')) as unknown as { instruments: { id: string }[] };
  const EDITION = '{ __typename ... on EditionSaved { edition { id } } ... on InvalidInput { fields { name message } } }';
  const { edition } = done(
    await ask(
      focal,
      `mutation ($from: ID!, $edition: String!) { beginEdition(from: $from, edition: $edition, organization: "fao", key: "leak-edition") ${EDITION} }`,
      {
        from: instruments[0]?.id,
        edition: markers.mark('draft of an edition', writesFor('fao')),
      },
    ),
  );
  return { assessments, edition: edition?.id ?? '' };
}

/**
 * A list on which every vendor stands that the world has, whoever may see it, and a decision on each: for those who screen, as
 * far as they see the vendor.
 */
async function plantScreening(services: Services, ask: Ask, buyer: User, records: readonly PlantedRecord[], markers: Markers): Promise<string[]> {
  const { db } = services;
  const screens: Markers['all'][number]['may'] = (user) =>
    user?.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER' || role === 'SECRETARIAT' || role === 'ADMINISTRATOR') ?? false;
  const vendors = records.filter(({ kind }) => kind === 'VENDOR');
  const titles = await db
    .selectFrom('record')
    .select(['id', 'title', 'audience'])
    .where(
      'id',
      'in',
      vendors.map(({ recordId }) => recordId),
    )
    .execute();
  // The names resemble those of the vendors, and are no words of theirs: what is on a list is for all who screen.
  const entries = titles.map(({ title, audience }, index) => {
    const mark = (text: string) => (audience === 'OWNERS' ? `of ${index}` : markers.mark(`screening ${text} ${index}`, screens));
    return `<ENTITY><FIRST_NAME>${title.replaceAll('zq', 'sq')}</FIRST_NAME><UN_LIST_TYPE>${mark('programme')}</UN_LIST_TYPE><REFERENCE_NUMBER>${mark('key')}</REFERENCE_NUMBER>
      <ENTITY_ALIAS><ALIAS_NAME>${mark('alias')}</ALIAS_NAME></ENTITY_ALIAS></ENTITY>`;
  });
  const file = `<CONSOLIDATED_LIST dateGenerated="2026-11-02"><INDIVIDUALS/><ENTITIES>${entries.join('')}</ENTITIES></CONSOLIDATED_LIST>`;
  const { loadScreeningList: loaded } = (await ask(
    buyer,
    'mutation ($file: String!, $name: String) { loadScreeningList(file: $file, name: $name) { __typename ... on ScreeningListLoaded { run } ... on InvalidInput { fields { message } } } }',
    { file: Buffer.from(file).toString('base64'), name: markers.mark('screening list', screens) },
  )) as unknown as { loadScreeningList: { run?: string } };
  if (!loaded.run) throw new Error(`The list of the leak test was refused: ${JSON.stringify(loaded)}`);
  await doRun(db, loaded.run, { baseUrl: 'https://example.org' });
  const found = await db.selectFrom('screeningCandidate').select(['id', 'vendorId']).orderBy('score', 'desc').execute();
  for (const [index, { id, vendorId }] of found.entries()) {
    const audience = titles.find((one) => one.id === vendorId)?.audience;
    const decision = 'mutation ($id: ID!, $reason: String!) { decideScreening(candidate: $id, answer: NOT_THE_SAME, reason: $reason) { __typename } }';
    // The buyer decides on those that it sees.
    if (audience && mayOf[audience](buyer))
      await ask(buyer, decision, { id, reason: markers.mark(`screening reason ${index}`, and(screens, mayOf[audience])) });
  }
  return found.map(({ id }) => id);
}

/** Drafts in every state, with a word in every text of theirs: contents by section and audience, reasons, sources, remarks, decisions. */
async function plantDrafts(
  ask: Ask,
  { author, publisher, lost }: Record<'author' | 'publisher' | 'lost', User>,
  /** `lost` goes to another organization. */
  leave: () => Promise<void>,
  records: readonly PlantedRecord[],
  markers: Markers,
): Promise<string[]> {
  const fao = writesFor('fao');
  const ids: string[] = [];
  const done = (answer: Record<string, { __typename?: string; draft?: Draft }>): Draft => {
    const result = Object.values(answer)[0];
    if (!result?.draft) throw new Error(`A draft of the leak test was refused: ${JSON.stringify(answer)}`);
    return result.draft;
  };
  const save = async (user: User, variables: Record<string, unknown>) =>
    done(
      await ask(
        user,
        `mutation ($id: ID, $kind: Kind, $slug: String, $content: JSON, $sources: JSON, $edits: Int, $reason: String) { saveDraft(id: $id, kind: $kind, slug: $slug, organization: "fao", content: $content, sources: $sources, edits: $edits, reason: $reason) { ${DRAFT} } }`,
        variables,
      ),
    );
  const submit = async (user: User, { id, edits }: Draft) =>
    done(await ask(user, `mutation ($id: ID!, $edits: Int!) { submitDraft(id: $id, edits: $edits) { ${DRAFT} } }`, { id, edits }));
  const remark = async (user: User, draft: string, text: string, field: string | null = null) =>
    done(
      await ask(user, `mutation ($draft: ID!, $text: String!, $field: String) { comment(draft: $draft, text: $text, field: $field) { ${DRAFT} } }`, {
        draft,
        text,
        field,
      }),
    );
  const whole = (name: string) => records.find((one) => one.whole && one.level === name && one.kind === 'PROJECT') as PlantedRecord;
  const sectioned = (name: string) => records.find((one) => !one.whole && one.level === name && one.kind === 'PROJECT') as PlantedRecord;
  const source = (about: string, may: typeof fao) => ({
    slug: `source-${about}`,
    title: markers.mark(`${about} source`, may),
    author: markers.mark(`${about} source author`, may),
    date: '2026',
    summary: markers.mark(`${about} source summary`, may),
  });

  // A new entry that nobody was asked about.
  const first = await save(author, {
    kind: 'LESSON',
    content: markedContent('LESSON', { audience: 'PUBLIC', level: 'PUBLIC', file: '0'.repeat(64) }, (text) => markers.mark(`unsubmitted ${text}`, fao)),
    sources: [source('unsubmitted', fao)],
    reason: markers.mark('unsubmitted reason', fao),
  });
  await remark(publisher, first.id, markers.mark('unsubmitted remark', fao));
  ids.push(first.id);

  // A change of a record with sections for its owners, with its reviewers: the secretariat may decide, without these sections.
  const reviewed = or(fao, isSecretariat);
  const open = sectioned('OWNERS');
  const changed = (about: string) => ({
    ...markedContent('PROJECT', { audience: 'PUBLIC', level: 'OWNERS', file: open.file }, (text, section) =>
      markers.mark(`${about} ${text}`, section ? and(reviewed, mayOf.OWNERS) : reviewed),
    ),
    slug: open.slug,
    sourceKey: undefined,
  });
  const second = await submit(
    author,
    await save(author, { kind: 'PROJECT', slug: open.slug, content: changed('submitted'), reason: markers.mark('submitted reason', reviewed) }),
  );
  await remark(author, second.id, markers.mark('submitted remark', reviewed));
  await remark(author, second.id, markers.mark('submitted remark on a section', and(reviewed, mayOf.OWNERS)), 'fundingAmounts');
  ids.push(second.id);

  // The same, returned with reasons.
  const third = await submit(author, await save(author, { kind: 'PROJECT', slug: open.slug, content: changed('returned'), reason: 'A check.' }));
  done(
    await ask(
      publisher,
      `mutation ($draft: ID!, $round: Int!, $comment: String, $fields: [FieldDecisionInput!]) { decide(draft: $draft, organization: "fao", round: $round, outcome: RETURNED, comment: $comment, fields: $fields) { ${DRAFT} } }`,
      {
        draft: third.id,
        round: third.round,
        comment: markers.mark('returned comment', reviewed),
        fields: [
          { field: 'contacts', decision: 'RETURNED', reason: markers.mark('returned reason of a section', and(reviewed, mayOf.OWNERS)) },
          { field: 'summary', decision: 'RETURNED', reason: markers.mark('returned reason of the summary', reviewed) },
        ],
      },
    ),
  );
  ids.push(third.id);

  // Another organization was asked, then the draft was taken back and written on without it. That it was asked, and about
  // what by title and why, stands in a mail of that day.
  const joint = (about: string, organizations: string[], readers = fao) => ({
    ...markedContent('LESSON', { audience: 'PUBLIC', level: 'PUBLIC', file: '', without: ['attachments'] }, (text) =>
      markers.mark(`${about} ${text}`, text === 'title' ? readers : fao),
    ),
    organizations,
  });
  const asked = joint('asked', ['FAO', 'ITU'], or(fao, writesFor('itu')));
  const fourth = await submit(author, await save(author, { kind: 'LESSON', content: asked, reason: markers.mark('asked reason', or(fao, writesFor('itu'))) }));
  const taken = done(await ask(author, `mutation ($id: ID!) { withdrawDraft(id: $id) { ${DRAFT} } }`, { id: fourth.id }));
  await save(author, { id: fourth.id, edits: taken.edits, content: joint('written on', ['FAO']), reason: markers.mark('written on reason', fao) });
  await remark(publisher, fourth.id, markers.mark('written on remark', fao));
  ids.push(fourth.id);

  // Written for FAO by somebody who is elsewhere now.
  const fifth = await save(lost, {
    kind: 'LESSON',
    content: markedContent('LESSON', { audience: 'PUBLIC', level: 'PUBLIC', file: '0'.repeat(64) }, (text) => markers.mark(`of who left ${text}`, fao)),
    reason: markers.mark('of who left reason', fao),
  });
  await leave();
  // Told to the author by mail, who is no longer one of them.
  await remark(publisher, fifth.id, markers.mark('of who left remark', fao));
  ids.push(fifth.id);

  // A change of a record that is for its owners as a whole: its draft is too, whoever decides.
  const closed = whole('OWNERS');
  const sixth = await submit(
    author,
    await save(author, {
      kind: 'PROJECT',
      slug: closed.slug,
      content: {
        ...markedContent('PROJECT', { audience: 'OWNERS', level: 'OWNERS', file: closed.file }, (text) => markers.mark(`closed ${text}`, fao)),
        slug: closed.slug,
        sourceKey: undefined,
      },
      reason: markers.mark('closed reason', fao),
    }),
  );
  await remark(author, sixth.id, markers.mark('closed remark', fao));
  ids.push(sixth.id);
  return ids;
}

/** Reports of every state, evidence and remarks for every audience, and a campaign. */
async function plantUptake(ask: Ask, { focal, publisher, secretariat }: Record<'focal' | 'publisher' | 'secretariat', User>, markers: Markers) {
  const own = or(belongsTo('fao'), isSecretariat);
  const audiences = { PUBLIC: everyone, UN_SYSTEM: inside, OWNERS: own } as const;
  let key = 0;
  const report = async (recommendation: string, about: string, base: typeof own): Promise<string> => {
    const mark = (text: string, may: typeof own) => markers.mark(`${about} ${text}`, and(base, may));
    const input = given({
      officer: mark('officer', inside),
      financialImplication: mark('financial', inside),
      impactSeen: mark('impact', everyone),
      responsibleUnit: mark('unit', everyone),
      decisionSymbol: mark('decision', everyone),
      sourceReference: mark('reference', everyone),
      comment: mark('comment', own),
      commentAudience: 'OWNERS',
      evidence: (Object.keys(audiences) as (keyof typeof audiences)[]).map((audience) => ({
        kind: 'ADDRESS' as const,
        label: mark(`evidence ${audience}`, audiences[audience]),
        // The address of evidence is closed with its entry; its name stays.
        address: `https://${mark(`place ${audience}`, about === 'withdrawn' ? own : audiences[audience])}.example/`,
        audience,
      })),
    });
    const { reportUptake } = (await ask(
      focal,
      `mutation ($input: UptakeInput!, $recommendation: String!, $key: String!) { reportUptake(recommendation: $recommendation, organization: "fao", input: $input, idempotencyKey: $key) { ${UPTAKE} } }`,
      { input, recommendation, key: `leak-entry-${++key}` },
    )) as unknown as { reportUptake: { entry?: { id: string } } };
    if (!reportUptake.entry) throw new Error(`A report of the leak test was refused: ${JSON.stringify(reportUptake)}`);
    return reportUptake.entry.id;
  };
  // What the secretariat takes from a document is public once it is published, but for what is not for everybody in it.
  const { reportUptake: paper } = (await ask(
    secretariat,
    `mutation ($input: UptakeInput!) { reportUptake(recommendation: "3", organization: "fao", input: $input, idempotencyKey: "leak-paper") { ${UPTAKE} } }`,
    {
      input: given({
        officer: markers.mark('document officer', inside),
        comment: markers.mark('document comment', own),
        commentAudience: 'OWNERS',
        source: 'BOARD_DOCUMENT',
        sourceReference: markers.mark('document symbol', everyone),
        sourcePlace: markers.mark('document place', everyone),
      }),
    },
  )) as unknown as { reportUptake: { entry?: { id: string } } };
  if (!paper.entry) throw new Error(`A document of the leak test was refused: ${JSON.stringify(paper)}`);
  await ask(secretariat, 'mutation ($entry: ID!) { publishUptake(entries: [$entry]) { __typename } }', { entry: paper.entry.id });
  await ask(
    secretariat,
    'mutation ($address: String!, $unit: String!) { keepUptakeContact(organization: "fao", address: $address, unit: $unit) { __typename } }',
    {
      address: `${markers.mark('contact address', own)}@example.org`,
      unit: markers.mark('contact unit', own),
    },
  );
  const confirm = (entry: string) => ask(publisher, `mutation ($entry: ID!) { confirmUptake(entry: $entry) { ${UPTAKE} } }`, { entry });
  const confirmed = await report('1', 'confirmed', everyone);
  await confirm(confirmed);
  await report('2', 'unconfirmed', inside);
  const withdrawn = await report('4', 'withdrawn', everyone);
  await confirm(withdrawn);
  await ask(focal, `mutation ($entry: ID!, $reason: String!) { withdrawUptake(entry: $entry, reason: $reason) { ${UPTAKE} } }`, {
    entry: withdrawn,
    reason: markers.mark('withdrawal reason', everyone),
  });
  await ask(publisher, 'mutation ($entry: ID!) { answerWithdrawal(entry: $entry, agree: true) { __typename } }', { entry: withdrawn });
  // A request that waits, and one that was declined, are for the UN system; a judgement is for everybody.
  const asking = (entry: string, about: string) =>
    ask(focal, `mutation ($entry: ID!, $reason: String!) { withdrawUptake(entry: $entry, reason: $reason) { ${UPTAKE} } }`, {
      entry,
      reason: markers.mark(about, inside),
    });
  await asking(confirmed, 'declined request');
  await ask(publisher, 'mutation ($entry: ID!, $reason: String!) { answerWithdrawal(entry: $entry, agree: false, reason: $reason) { __typename } }', {
    entry: confirmed,
    reason: markers.mark('reason to keep', inside),
  });
  await asking(paper.entry.id, 'waiting request');
  await ask(
    secretariat,
    'mutation ($entry: String!, $reason: String!) { judgeUptake(recommendation: "1", organization: "fao", entry: $entry, judgement: VERIFIED, reason: $reason, idempotencyKey: "leak-judgement") { __typename } }',
    { entry: confirmed, reason: markers.mark('judgement reason', everyone) },
  );
  for (const audience of ['UN_SYSTEM', 'OWNERS'] as const)
    await ask(
      focal,
      'mutation ($text: String!, $audience: Audience!, $key: String!) { commentOnCell(recommendation: "2", organization: "fao", text: $text, audience: $audience, idempotencyKey: $key) { __typename } }',
      { text: markers.mark(`remark ${audience}`, audience === 'OWNERS' ? own : inside), audience, key: `leak-remark-${audience}` },
    );
  const { uptakeActionsOf } = (await ask(focal, '{ uptakeActionsOf(organization: "fao") { id } }')) as unknown as { uptakeActionsOf: { id: string }[] };
  const activities: string[] = [];
  for (const [about, audience, may] of [
    ['activity', 'PUBLIC', everyone],
    ['unconfirmed activity', 'PUBLIC', inside],
    ['activity for the UN system', 'UN_SYSTEM', inside],
    ['activity for the owners', 'OWNERS', own],
  ] as const) {
    const { saveUptakeActivity } = (await ask(
      focal,
      'mutation ($input: UptakeActivityInput!, $key: String!) { saveUptakeActivity(organization: "fao", input: $input, idempotencyKey: $key) { __typename ... on UptakeActivitySaved { activity { id versionId } } } }',
      {
        input: {
          title: markers.mark(about, may),
          lead: markers.mark(`${about}, lead`, may),
          indicator: markers.mark(`${about}, indicator`, may),
          result: markers.mark(`${about}, result`, may),
          evidence: [{ label: markers.mark(`${about}, evidence`, may), address: `https://${markers.mark(`${about}, place`, may)}.example/` }],
          audience,
          actions: uptakeActionsOf.slice(0, 3).map(({ id }) => id),
        },
        key: `leak-${about.replaceAll(' ', '-')}`,
      },
    )) as unknown as { saveUptakeActivity: { activity: { id: string; versionId: string } } };
    activities.push(saveUptakeActivity.activity.id);
    if (about !== 'unconfirmed activity')
      await ask(publisher, 'mutation ($version: ID!) { confirmUptakeActivity(version: $version) { __typename } }', {
        version: saveUptakeActivity.activity.versionId,
      });
  }
  const { openCampaign } = (await ask(
    secretariat,
    'mutation ($input: CampaignInput!) { openCampaign(input: $input, idempotencyKey: "leak-campaign") { __typename ... on Campaign { id } ... on InvalidInput { fields { name message } } } }',
    {
      input: {
        title: markers.mark('campaign title', own),
        message: markers.mark('campaign message', own),
        closesOn: '2999-01-01',
        organizations: [{ organization: 'fao', contact: `${markers.mark('campaign contact', own)}@example.org` }],
      },
    },
  )) as unknown as { openCampaign: { id?: string } };
  if (!openCampaign.id) throw new Error(`The campaign of the leak test was refused: ${JSON.stringify(openCampaign)}`);
  // What somebody proposes to load is that person's and the secretariat's.
  const proposer = (user: User | null) => user?.id === focal.id || (user?.memberships.some(({ role }) => role === 'SECRETARIAT') ?? false);
  const cells = ['import name', 'import summary', 'import service'].map((where) => markers.mark(where, proposer));
  const { proposeImport } = (await ask(
    focal,
    'mutation ($text: String!, $name: String!) { proposeImport(kind: VENDOR, name: $name, text: $text, idempotencyKey: "leak-import") { __typename ... on Import { id } } }',
    {
      text: `Title,Kind,Summary,Services,Source\n${cells[0]},EXTERNAL,${cells[1]},${cells[2]},https://leak.example/`,
      name: markers.mark('import file', proposer),
    },
  )) as unknown as { proposeImport: { id?: string } };
  if (!proposeImport.id) throw new Error('The import of the leak test was refused.');
  // A file of another catalogue is the secretariat's until it is loaded.
  const keeper = (user: User | null) => user?.memberships.some(({ role }) => role === 'SECRETARIAT') ?? false;
  const rows = ['catalogue heading', 'catalogue cell'].map((where) => markers.mark(where, keeper));
  const { beginCatalogue } = (await ask(
    secretariat,
    'mutation ($files: [CatalogueFileInput!]!) { beginCatalogue(files: $files, idempotencyKey: "leak-catalogue") { __typename ... on CatalogueRun { id } } }',
    { files: [{ name: `${markers.mark('catalogue file', keeper)}.csv`, bytes: Buffer.from(`${rows[0]},b\n${rows[1]},c\n`).toString('base64') }] },
  )) as unknown as { beginCatalogue: { id?: string } };
  if (!beginCatalogue.id) throw new Error('The catalogue of the leak test was refused.');
  // What somebody types is that person's alone until it is recorded.
  await ask(focal, 'mutation ($typed: JSON!) { saveUptakeSitting(organization: "fao", typed: $typed) { __typename } }', {
    typed: { 'a.0.comment': markers.mark('typed comment', (user) => user?.id === focal.id) },
  });
  await ask(publisher, 'mutation { followUptake(organization: "fao", frequency: DAILY, internal: true) { __typename } }');
  return { campaign: openCampaign.id, activities, imports: [proposeImport.id], catalogues: [beginCatalogue.id] };
}
