import { why } from '#i18n/fault.ts';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyHttpOptions, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import type { Logger } from 'pino';
import { databaseAnswers } from '#prisma/database.ts';
import { libraryState } from '#prisma/library-state.ts';
import { excessRights } from '#prisma/roles.ts';
import { addAccounts } from './accounts/routes.ts';
import type { User } from './accounts/user.ts';
import { addAudit } from './audit/requests.ts';
import { addOwnData } from './accounts/own-data.ts';
import { addAuditFiles } from './audit/routes.ts';
import type { Services } from './context.ts';
import type { Env } from './env.ts';
import { plainAddress } from './arguments.ts';
import { addAgreementFiles } from './agreements/routes.ts';
import { addLegalDocument } from './projects/legal.ts';
import { addQuestionFiles } from './questions/files.ts';
import { addEventFiles } from './learning/calendar.ts';
import { addYearDocument } from './yearly/routes.ts';
import { addAssessmentDocuments } from './assessments/routes.ts';
import { addImportTemplates } from './imports/routes.ts';
import { addCampaignReports } from './uptake/campaigns/report.ts';
import { addFollowingExport } from './following/export.ts';
import { addShortlistFiles } from './shortlists/files.ts';
import { addDocuments } from './uptake/documents/routes.ts';
import { addBodies } from './door/bodies.ts';
import { addCaching } from './door/caching.ts';
import { answerUnread, connections, limitConnections, type Times, times as usualTimes } from './door/connections.ts';
import { addFaults, answerFault, fault } from './faults.ts';
import { addJournal, makeLog, tellPaths } from './door/journal.ts';
import { addLimits } from './door/limits.ts';
import { addOrigins } from './door/origin.ts';
import { addPlaces, routed } from './door/places.ts';
import { clientOf, proxiesOf, trustOf } from './door/proxies.ts';
import { otherCase } from './door/spelling.ts';
import { type Handler, sendWebResponse, toWebRequest, webHeaders } from './door/web.ts';
import { addComparisons } from './export/comparison.ts';
import { addCalendars } from './export/calendars.ts';
import { addSearchFeed } from './following/search-feed.ts';
import { addFeeds } from './export/feeds.ts';
import { addEmbeds } from './embeds/routes.ts';
import { addExports } from './export/routes.ts';
import { storeFormUpload } from './files/upload.ts';
import { addFiles } from './files/routes.ts';
import { addHarvest } from './harvest/routes.ts';
import { addCitations } from './history/routes.ts';
import { addLog } from './log/routes.ts';
import { addMcp } from './mcp/routes.ts';
import { addMetrics } from './operations/metrics.ts';
import { countOpened } from './sought/count.ts';
import { cachedPages } from './pages/cache.ts';
import { listsInTurns } from './pages/lists-in-turns.ts';
import { releaseOf } from './pages/release.ts';
import { addQuotations } from './quotations/routes.ts';
import { addRest } from './rest/routes.ts';
import { addTokens } from './door/tokens.ts';
import { addRequestWork } from './request-work.ts';
import { BODY_LEVELS, LEVELS, nestsDeeper } from './nesting.ts';
import { SharedCounts } from './shared-counts.ts';
import { makeYoga } from './yoga.ts';

export type { Handler } from './door/web.ts';

/** No inline script or style anywhere, nothing from elsewhere. */
const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'manifest-src': ["'self'"],
};

const OWN_ROLE = 'a database role for the application that can change neither tables nor the log';
/** The pages whose forms carry files beside their fields. */
const formsWithFiles = ['/drafts/:id', '/uptake/:recommendation/:organization', '/agreements/new', '/agreements/:id/amend'];
const withFiles = (path: string) => /^\/(drafts\/[^/]+|uptake\/[^/]+\/[^/]+|agreements\/(new|[^/]+\/amend))$/.test(path);
const isForm = (type: string | undefined) => /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type ?? '');
/** Asked for by what watches the process; neither counted nor logged. */
const watched = ['/health', '/ready', '/metrics'];

/**
 * The whole server without listening: health, API, exports, and the pages when a handler for them is given. What stands at
 * its door, in this order, is in api/src/door; decision 017 says why.
 * @param pages renders every address that is not the API's; absent in tests of the API alone
 * @param times how long requests may take to arrive; tests need not wait
 * @param log the log of the process
 * @param draining whether the process is about to end: it is then no longer ready, and answers all the same
 * @param keepPages whether pages that everybody sees alike are kept; those that change while they are looked at are not
 */
export async function buildApp({
  env,
  services,
  pages,
  assets,
  times = {},
  log = makeLog(env.LOG_LEVEL),
  keepPages = true,
  draining = () => false,
}: {
  env: Env;
  services: Services;
  pages?: Handler;
  assets?: (app: FastifyInstance) => Promise<void>;
  times?: Partial<Times>;
  log?: Logger;
  keepPages?: boolean;
  draining?: () => boolean;
}) {
  const limit = { ...usualTimes, ...times };
  const { baseUrl } = env;
  const fixed = env.BASE_URL !== undefined;
  const options: FastifyHttpOptions<Server> = {
    loggerInstance: log,
    // One line a request is written by door/journal.ts.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // Ours alone: what somebody sends as one may be a sentence for the log, or the id of another's request.
    genReqId: () => crypto.randomUUID(),
    trustProxy: trustOf(env.trusted),
    requestTimeout: limit.request,
    keepAliveTimeout: limit.keepAlive,
    http: { headersTimeout: limit.headers, connectionsCheckingInterval: limit.check },
    clientErrorHandler: (error, socket) => answerUnread(error, socket as Socket),
    frameworkErrors: (error, request, reply) => answerFault(request as FastifyRequest, reply as never, { statusCode: error.statusCode ?? 400 }) as never,
    rewriteUrl: routed,
    forceCloseConnections: 'idle',
    // What comes on a connection that was there before the end began is answered, and its connection closed.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
  };
  const app = Fastify(options);
  const yoga = makeYoga(services, { error: (details, message) => log.error(details, message) });
  // A connection that was busy when the end began is kept open by who asked on it: it goes as soon as it was answered.
  app.addHook('preClose', async () => {
    const closing = setInterval(() => app.server.closeIdleConnections(), 100);
    app.server.once('close', () => clearInterval(closing));
    closing.unref();
  });
  limitConnections(app.server, { ...connections, exempt: proxiesOf(env.trusted) });

  const web = (request: FastifyRequest) => toWebRequest(request, baseUrl);
  const userFor = (request: FastifyRequest): Promise<User | null> => services.accounts.authenticate(webHeaders(request));
  const tell = tellPaths();

  // First of all: routes take the handler of failures that is there when they are made.
  addFaults(app);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    strictTransportSecurity: baseUrl.startsWith('https:') ? { maxAge: 31_536_000, includeSubDomains: true } : false,
  });
  // What comes piece by piece leaves piece by piece.
  await app.register(compress, {
    global: true,
    // Bodies are counted as they arrive (door/bodies.ts): one that is packed is refused there.
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
    zlibOptions: { flush: constants.Z_SYNC_FLUSH },
  });
  addJournal(app, { proxies: env.trusted !== false, fixed, tell, watched });
  addCaching(app);
  const record = addAudit(app, services, { userFor, tell, clientOf });
  const counts = new SharedCounts(services.db, services.accounts.settings.secret);
  // The embedded database serves one process alone.
  if (env.DATABASE_URL) for (const one of [counts, services.accounts.counts]) app.addHook('onClose', one.share());
  await addLimits(app, {
    counts,
    perMinute: env.REQUESTS_PER_MINUTE,
    watched,
    reached: (request, kind) => void record(request, { kind: 'LIMIT_REACHED', outcome: 'REFUSED', detail: kind.toUpperCase() }),
  });
  addPlaces(app, { fixed });
  addOrigins(app, { baseUrl, fixed });
  addTokens(app, services);
  addBodies(app, { userFor, withFiles, times: limit });
  app.addHook('preValidation', async (request) => plainAddress(request));

  addRequestWork(app);
  addAccounts(app, services, { toWebRequest: web, send: sendWebResponse });
  addFiles(app, services, web);

  countOpened(app, services);
  addMetrics(app, services, { token: env.METRICS_TOKEN ?? null, watched });
  app.get('/health', async () => ({ status: 'up' }));
  app.get('/ready', async (_request, reply) => {
    if (draining()) return reply.status(503).send({ ready: false, stopping: true });
    const database = await databaseAnswers(services.db);
    const search = database && (await services.search.ready().catch(() => false));
    // What is missing keeps nobody out: it is for who keeps the installation. The embedded database has both roles.
    const rights = database && env.DATABASE_URL ? await excessRights(services.db).catch(() => []) : [];
    // Uploads alone need the bucket: everything else goes on without it.
    const { objects } = services.accounts.settings;
    const files = objects ? { files: await objects.answers() } : {};
    const missing = rights.length > 0 ? { missing: [`${OWN_ROLE} (it ${rights.join(', ')})`] } : {};
    return reply.status(database && search ? 200 : 503).send({ ready: database && search, database, search, ...files, ...missing });
  });

  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: async (request, reply) => {
      // Forms of other sites can post other types without asking first; a program sends JSON.
      if (request.method === 'POST' && !/^application\/(graphql\+)?json\b/i.test(request.headers['content-type'] ?? '')) throw fault(415, { why: why('JSON') });
      // A question in the address has its variables there, as JSON.
      const { variables, extensions } = request.query as Record<string, unknown>;
      for (const json of [variables, extensions].flat())
        if (typeof json === 'string' && nestsDeeper(Buffer.from(json), BODY_LEVELS)) throw fault(400, { why: why('NESTED', { max: LEVELS }) });
      const response = await yoga.fetch(web(request), { requestId: request.id, token: request.token });
      // GraphiQL is a page of its own with inline script, served from here alone; nothing of the library is on it.
      if (response.headers.get('content-type')?.startsWith('text/html')) {
        reply.header(
          'content-security-policy',
          "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; frame-ancestors 'none'",
        );
      }
      return sendWebResponse(response, reply);
    },
  });
  addExports(app, services, { baseUrl, userFor });
  addFeeds(app, services, { baseUrl });
  addCalendars(app, services, { baseUrl });
  addSearchFeed(app, services, { baseUrl });
  addComparisons(app, services, { baseUrl, userFor });
  addDocuments(app, services, userFor);
  addYearDocument(app, services, { baseUrl });
  addAssessmentDocuments(app, services, userFor);
  addCampaignReports(app, services, userFor);
  addImportTemplates(app);
  addAgreementFiles(app, services, { baseUrl, userFor });
  addLegalDocument(app, services, userFor);
  addQuestionFiles(app, services, { baseUrl, userFor });
  addEventFiles(app, services, { baseUrl, userFor });
  addFollowingExport(app, services, { baseUrl, userFor });
  addShortlistFiles(app, services, { baseUrl, userFor });
  addAuditFiles(app, services, userFor);
  addOwnData(app, services, userFor);
  addHarvest(app, services, { baseUrl, iatiOrganization: env.IATI_ORGANIZATION });
  addCitations(app, services, { baseUrl, userFor });
  addLog(app, services, userFor);
  addQuotations(app, yoga, { baseUrl });
  addMcp(app, yoga, { baseUrl });
  addRest(app, yoga, { baseUrl });
  addEmbeds(app, yoga, { baseUrl });
  if (assets) await assets(app);
  if (pages) {
    const inTurns = listsInTurns(pages);
    const cached = keepPages ? cachedPages(inTurns, { state: () => libraryState(services.db), release: releaseOf(env) }) : inTurns;
    const page = (request: FastifyRequest) => (asked: Request) =>
      cached(asked, { requestId: request.id, yoga, client: clientOf(request), signedIn: services.accounts.sendsSession(request.headers.cookie) });
    for (const url of formsWithFiles)
      app.post(url, async (request, reply) => {
        if (!isForm(request.headers['content-type'])) throw fault(415, { why: why('FORM') });
        return sendWebResponse(await page(request)(await storeFormUpload(services, web(request))), reply);
      });
    app.route({
      url: '/*',
      method: ['GET', 'HEAD', 'POST'],
      handler: async (request, reply) => {
        // Pages read forms; anything else is no fault of theirs.
        if (request.method === 'POST' && !isForm(request.headers['content-type'])) throw fault(415, { why: why('FORM') });
        const other = await otherCase(web(request), page(request));
        return other ? reply.redirect(other, 308) : sendWebResponse(await page(request)(web(request)), reply);
      },
    });
  }
  return { app, yoga };
}
