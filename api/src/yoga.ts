import { costLimitPlugin } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth';
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens';
import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { GraphQLError } from 'graphql';
import { createYoga, type Plugin } from 'graphql-yoga';
import { CLIENT_ADDRESS } from './accounts/address.ts';
import type { User } from './accounts/user.ts';
import { type Context, makeContext, type Services } from './context.ts';
import { schema } from './schema.ts';

/** What a query may cost, whoever sends it. */
export const limits = { depth: 12, aliases: 20, cost: 50_000, tokens: 2_000 };
const tooMuch = 'This query asks for too much at once. Ask for at most 100 a page, for fewer nested lists, or in several queries.';

export type ServerContext = { requestId?: string };
type Log = { error: (details: object, message: string) => void };

/**
 * The GraphQL server: `yoga.fetch` answers a request without a socket. A deliberate GraphQLError reaches the client;
 * every other error is logged with the request id and masked.
 */
export function makeYoga(services: Services, log: Log) {
  /** In which request an error came up: whoever masks it is told of the error alone. */
  const requests = new WeakMap<object, string>();
  /** Who sends a request, found out once for all its queries. */
  const senders = new WeakMap<Request, Promise<User | null>>();
  const senderOf = (request: Request) => {
    const sender = senders.get(request) ?? services.accounts.authenticate(request.headers);
    senders.set(request, sender);
    return sender;
  };
  return createYoga<ServerContext, Context>({
    schema,
    context: async ({ request, requestId }): Promise<Context> =>
      makeContext(services, {
        user: await senderOf(request),
        requestId: requestId ?? request.headers.get('x-request-id') ?? '',
        client: request.headers.get(CLIENT_ADDRESS) ?? '',
        headers: request.headers,
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
        onExecute: ({ args }) => ({
          onExecuteDone: ({ result }) => {
            for (const error of ('errors' in result && result.errors) || []) requests.set(error.originalError ?? error, args.contextValue.requestId);
          },
        }),
      } satisfies Plugin<Context>,
      maxTokensPlugin({ n: limits.tokens }),
      maxDepthPlugin({ n: limits.depth, ignoreIntrospection: true }),
      maxAliasesPlugin({ n: limits.aliases }),
      costLimitPlugin({
        maxCost: limits.cost,
        objectCost: 2,
        scalarCost: 1,
        depthCostFactor: 1.3,
        ignoreIntrospection: true,
        exposeLimits: false,
        errorMessage: tooMuch,
      }),
    ],
  });
}
export type Yoga = ReturnType<typeof makeYoga>;
