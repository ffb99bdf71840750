import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { type ExecutionResult, getOperationAST, GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { busyBehind, doing, type Work, workNow } from '#prisma/work.ts';
import { CLIENT_ADDRESS } from './accounts/address.ts';
import type { User } from './accounts/user.ts';
import { Allowance, limits } from './allowance.ts';
import { type Context, makeContext, type Services } from './context.ts';
import { costOf } from './cost.ts';
import { hasIntrospection, onlyIntrospection } from './introspection.ts';
import { busy, forbidden } from './errors.ts';
import { Gone } from './request-work.ts';
import { schema } from './schema.ts';
import { keyOf, SchemaAnswers } from './schema-answers.ts';
import type { TokenViewer } from './tokens/token.ts';
import { wrongVariable } from './variables.ts';

export type ServerContext = {
  requestId?: string;
  /** Who asks by a token, as the door found out (door/tokens.ts). */
  token?: TokenViewer | null;
};
type Log = { error: (details: object, message: string) => void };

/**
 * The GraphQL server: `yoga.fetch` answers a request without a socket. A deliberate GraphQLError reaches the client;
 * every other error is logged with the request id and masked.
 * @param most what a request may cost
 */
export function makeYoga(services: Services, log: Log, most = limits) {
  /** In which request an error came up: whoever masks it is told of the error alone. */
  const requests = new WeakMap<object, string>();
  /** Who sends a request, found out once for all its queries. */
  const senders = new WeakMap<Request, Promise<User | null>>();
  const senderOf = (request: Request) => {
    const sender = senders.get(request) ?? services.accounts.authenticate(request.headers);
    senders.set(request, sender);
    return sender;
  };
  const schemaAnswers = new SchemaAnswers();
  /** What a request may still cost, all its queries together. */
  const allowances = new WeakMap<Request, Allowance>();
  const allowanceOf = (request: Request) => {
    const allowance = allowances.get(request) ?? new Allowance(most);
    allowances.set(request, allowance);
    return allowance;
  };
  /** Why a request ended before its answer was there, as the reader is told. */
  const ended = (reason: unknown): GraphQLError => {
    if (reason instanceof GraphQLError) return reason;
    if (busyBehind(reason)) return busy();
    if (reason instanceof Gone) return new GraphQLError(reason.message);
    throw reason;
  };
  return createYoga<ServerContext, Context>({
    schema,
    context: async ({ request, requestId, token = null }): Promise<Context> =>
      makeContext(services, {
        user: token ? null : await senderOf(request),
        token,
        requestId: requestId ?? request.headers.get('x-request-id') ?? '',
        client: request.headers.get(CLIENT_ADDRESS) ?? '',
        headers: request.headers,
        allowance: allowanceOf(request),
      }),
    graphqlEndpoint: '/graphql',
    // Who may ask from where is settled at the door (door/origin.ts), for all answers alike.
    cors: false,
    // What a page shows, and who reads it for the frame around it.
    batching: { limit: 2 },
    landingPage: false,
    logging: false,
    graphiql: {
      title: 'Atrium API',
      defaultQuery: '{\n  projects(filter: { stage: [PILOT] }) {\n    totalCount\n    edges { node { title url stage owners { shortName } } }\n  }\n}\n',
    },
    renderGraphiQL,
    maskedErrors: {
      maskError: (error, message) => {
        if (error instanceof GraphQLError && (!error.originalError || error.originalError instanceof GraphQLError)) return error;
        const original = error instanceof GraphQLError ? error.originalError : error;
        log.error(
          { err: original, ...(original instanceof Error && requests.has(original) ? { requestId: requests.get(original) } : {}) },
          'a GraphQL field failed',
        );
        if (busyBehind(error)) return busy();
        return new GraphQLError(message, { extensions: { code: 'INTERNAL_SERVER_ERROR' } });
      },
      errorMessage: 'Something went wrong on our side. Try again; if it stays so, report the request id.',
    },
    plugins: [
      {
        onRequestParse: () => ({
          onRequestParseDone: ({ requestParserResult: asked }) => {
            if (Array.isArray(asked) && asked.length === 0) throw new GraphQLError('Send a query.', { extensions: { http: { status: 400 } } });
          },
        }),
        onExecute: ({ args, executeFn, setExecuteFn, setResultAndStopExecution }) => {
          const { allowance, user, token, request } = args.contextValue as Context & { request: Request };
          if (token && getOperationAST(args.document, args.operationName)?.operation !== 'query') {
            setResultAndStopExecution({ errors: [forbidden('TOKEN_READS')] });
            return;
          }
          const wrong = wrongVariable(args.schema, args.document, args.operationName, args.variableValues ?? {});
          if (wrong) {
            setResultAndStopExecution({ errors: [wrong] });
            return;
          }
          const asksSchema = hasIntrospection(args.document);
          const key = asksSchema && onlyIntrospection(args.document, args.operationName) ? keyOf(args.contextValue as { params?: object }) : null;
          const count = () => costOf(args.schema, args.document, args.operationName, args.variableValues ?? {}, most.cost);
          try {
            allowance.spend(key === null ? count() : schemaAnswers.cost(key, count));
          } catch (error) {
            setResultAndStopExecution({ errors: [error as GraphQLError] });
            return;
          }
          // What is only read is given up when nobody waits for it any more; what was sent to be kept is kept.
          const reading = getOperationAST(args.document, args.operationName)?.operation === 'query';
          const signal = reading ? AbortSignal.any([allowance.signal, request.signal]) : allowance.signal;
          setExecuteFn(async (asked) => {
            const { client } = workNow();
            const work: Work = { side: user || token ? 'PERSON' : 'PUBLIC', kind: 'READ', signal, ...(client === undefined ? {} : { client }) };
            const ending = { ...asked, signal };
            const run = (given: typeof asked) => doing(work, () => executeFn(given)) as ExecutionResult | Promise<ExecutionResult>;
            try {
              // What several wait for ends with none of them, and asks nothing of the database.
              const result = await (key !== null
                ? schemaAnswers.get(key, () => run(asked))
                : asksSchema
                  ? schemaAnswers.inTurn(() => run(ending))
                  : run(ending));
              allowance.weigh(result.data);
              return key === null ? result : { ...result };
            } catch (error) {
              return { errors: [ended(signal.aborted ? signal.reason : error)] };
            }
          });
          return {
            onExecuteDone: ({ result }) => {
              for (const error of ('errors' in result && result.errors) || []) requests.set(error.originalError ?? error, args.contextValue.requestId);
            },
          };
        },
      } satisfies Plugin<Context>,
      maxTokensPlugin({ n: most.tokens }),
      // A fragment is as deep as its fields written out.
      maxDepthPlugin({ n: most.depth, ignoreIntrospection: true, flattenFragments: true }),
      maxAliasesPlugin({ n: most.aliases }),
    ],
  });
}
export type Yoga = ReturnType<typeof makeYoga>;
