import DataLoader from 'dataloader';
import type { Database } from '#prisma/database.ts';
import { Closeness } from '#search/close.ts';
import type { SearchEngine, Viewer } from '#search/engine.ts';
import { Accounts } from './accounts/accounts.ts';
import { type User, viewerOf } from './accounts/user.ts';
import { Allowance } from './allowance.ts';
import { readOnlySettings, type Settings } from './env.ts';
import { Facets } from './records/facets.ts';
import { type Linked, linksOf } from './records/links.ts';
import { QueryBatch } from './records/query-batch.ts';
import { contentsOf, type RecordRow, recordsOf } from './records/load.ts';
import { Tally } from './sought/tally.ts';
import { SourceNames } from './sources/names.ts';
import type { TokenViewer } from './tokens/token.ts';

/** What the whole server shares. */
export type Services = {
  db: Database;
  search: SearchEngine;
  facets: Facets;
  sources: SourceNames;
  accounts: Accounts;
  closeness: Closeness | null;
  tally: Tally;
};

/** What one request can reach. Rows are loaded at most once per request. */
export type Context = {
  services: Services;
  /** Who asks, when signed in. */
  user: User | null;
  /** The token by which a program asks, which then is nobody. */
  token: TokenViewer | null;
  viewer: Viewer;
  requestId: string;
  /** Of the request, for the sign-in library, which reads the session from them. */
  headers: Headers;
  /** The address of who asks; empty where the server does not tell it. */
  client: string;
  /** What the request may still read. */
  allowance: Allowance;
  /** Where fields read: what they ask for at the same time is one statement. */
  reads: QueryBatch;
  links: DataLoader<string, Linked[]>;
  records: DataLoader<string, RecordRow | null>;
  contents: DataLoader<string, Record<string, unknown>>;
};

/**
 * @param settings of accounts, mail and files; without them nobody can sign in
 * @param report told of what fails and is done without
 */
export function makeServices(db: Database, search: SearchEngine, settings: Settings = readOnlySettings(), report?: (message: string) => void): Services {
  const closeness = settings.embeddings && new Closeness(db, settings.embeddings, report);
  return {
    db,
    search,
    facets: new Facets(db),
    sources: new SourceNames(db),
    accounts: new Accounts(db, settings),
    closeness,
    tally: new Tally(settings.secret),
  };
}

export function makeContext(
  services: Services,
  {
    user = null,
    token = null,
    requestId = '',
    client = '',
    headers = new Headers(),
    allowance = new Allowance(),
  }: { user?: User | null; token?: TokenViewer | null; requestId?: string; client?: string; headers?: Headers; allowance?: Allowance } = {},
): Context {
  const viewer = token?.viewer ?? viewerOf(user);
  const reads = new QueryBatch(services.db, services.sources);
  return {
    services,
    user,
    token,
    viewer,
    requestId,
    headers,
    client,
    allowance,
    reads,
    links: new DataLoader((ids) => linksOf(reads, viewer, ids)),
    records: new DataLoader((ids) => recordsOf(reads, viewer, ids)),
    contents: new DataLoader((ids) => contentsOf(reads, viewer, ids)),
  };
}
