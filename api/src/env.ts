import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from '#prisma/migrate.ts';
import { type LogKeeper, readKeeper } from './log/key.ts';
import { newSigner } from './log/note.ts';
import { type Provider, readProviders } from './accounts/providers.ts';
import { type EmbeddingsSettings, endpointOf } from '#search/embeddings.ts';
import { type Objects, objectsFault, openObjects } from './files/objects.ts';
import { scannerFault } from './files/scan.ts';
import { isLocalHost, readTrusted, type Trusted } from './door/proxies.ts';

const days = (usual: number) => z.coerce.number('write a number of days').int().min(7, 'write at least 7').max(3650, 'write at most 3650').default(usual);
/** The items of a setting that is a list. */
const listOf = (setting = '') =>
  setting
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
const schema = z.object({
  PORT: z.coerce.number('write a port number').int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** After SIGTERM, how long /ready says no before connections are refused: as long as a balancer takes to notice. */
  DRAIN_SECONDS: z.coerce.number('write a number of seconds').min(0, 'write at least 0').max(120, 'write at most 120').default(0),
  /** A bucket for uploads, which all processes reach; without it they lie in DATA_DIR. */
  S3_URL: z
    .string()
    .refine((address) => objectsFault(address) === null, { error: 'write https://KEY:SECRET@host/bucket, with ?region=... where the store has regions' })
    .optional(),
  /** clamd, which looks at every upload before it is kept. */
  CLAMD_URL: z
    .string()
    .refine((address) => scannerFault(address) === null, { error: 'write tcp://host:3310, or unix:/run/clamav/clamd.ctl' })
    .optional(),
  /** Where the embedded database and uploads live. */
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/name' }).optional(),
  /** The role that owns the tables, where DATABASE_URL names one that only works with their rows. */
  DATABASE_MIGRATION_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/name' }).optional(),
  /** PostgreSQL itself, where DATABASE_URL is a pooler that gives each transaction another connection: for jobs, migrations and locks. */
  DATABASE_DIRECT_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/name' }).optional(),
  /** A standby that searches are sent to while it has everything. */
  DATABASE_READ_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'write postgres://user:password@host:5432/name' }).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'write http://host:7700' }).optional(),
  MEILI_KEY: z.string().optional(),
  /** A service of embeddings in the OpenAI form, for what is close in meaning; and what it wants to be told. */
  EMBEDDINGS_URL: z.url({ protocol: /^https?$/, error: 'write http://host:8000/v1/embeddings' }).optional(),
  EMBEDDINGS_KEY: z.string().optional(),
  EMBEDDINGS_MODEL: z.string().max(200).default('default'),
  /** The model for what people type, where it has another name. */
  EMBEDDINGS_QUERY_MODEL: z.string().max(200).optional(),
  BASE_URL: z
    .url({ protocol: /^https?$/, error: 'write https://atrium.example.org' })
    .refine(
      (text) => {
        const url = URL.parse(text);
        return !url || (url.pathname === '/' && !/[?#\\]/.test(text) && url.username === '' && url.password === '' && !text.includes('@'));
      },
      {
        error:
          'write the host alone, such as https://atrium.example.org: the library has a whole host to itself, without a path, a query, a fragment, a name or a password',
      },
    )
    .optional(),
  /** Whose X-Forwarded-For is believed: a number of hops, or addresses and networks. */
  TRUSTED_PROXIES: z.string().optional(),
  /** Pages that one address may ask for within a minute; the other limits by address are parts of it. */
  REQUESTS_PER_MINUTE: z.coerce.number('write a number').int().min(60, 'write at least 60').default(1200),
  /** Signs session cookies and mail links; made and kept in DATA_DIR where it is not given. */
  AUTH_SECRET: z.string().min(32, 'write at least 32 random characters').optional(),
  /** Sign-in services of the organizations: a JSON list, or the path of a file that holds one. */
  OIDC_PROVIDERS: z.string().optional(),
  /** Who administers this installation, separated by commas: mail addresses, or accounts at sign-in services as `service:subject`. */
  ADMINISTRATORS: z.string().optional(),
  /** How long privileged people (administrators, secretariat, publishers) stay signed in: without doing anything, and in all. */
  PRIVILEGED_IDLE_MINUTES: z.coerce.number('write a number of minutes').int().min(5, 'write at least 5').max(1440, 'write at most 1440').default(30),
  PRIVILEGED_SESSION_HOURS: z.coerce.number('write a number of hours').int().min(1, 'write at least 1').max(720, 'write at most 720').default(12),
  /** The same for everybody else. */
  IDLE_DAYS: z.coerce.number('write a number of days').int().min(1, 'write at least 1').max(90, 'write at most 90').default(7),
  SESSION_DAYS: z.coerce.number('write a number of days').int().min(1, 'write at least 1').max(90, 'write at most 90').default(30),
  /** How long what a sign-in service said of somebody's organizations and roles counts without being said again. */
  CLAIMS_DAYS: z.coerce.number('write a number of days').int().min(1, 'write at least 1').max(365, 'write at most 365').default(90),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'write smtp://user:password@host:587' }).optional(),
  MAIL_FROM: z.string().default('Atrium <atrium@localhost>'),
  /** The identifier under which /iati.xml reports, where its keeper has one in IATI. */
  IATI_ORGANIZATION: z
    .string()
    .regex(/^[^\s/&|?]{3,100}$/, 'write it as the registry has it, such as XM-DAC-41305')
    .optional(),
  /** Hosts that webhooks may be sent to although they are not public, as origins, separated by commas. */
  WEBHOOK_HOSTS: z
    .string()
    .refine((text) => listOf(text).every((one) => URL.parse(one)?.origin === one && /^https?:/.test(one)), {
      error: 'write origins such as https://hooks.internal.example or http://127.0.0.1:4100, separated by commas',
    })
    .optional(),
  /** Signs checkpoints of the log, in the form of a signed note's key; made and kept in DATA_DIR where it is not given. */
  LOG_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** What who asks for /metrics shows (`Authorization: Bearer`); without it only this machine itself is answered. */
  METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,200}$/, 'write 16 to 200 letters, digits and . _ ~ + / = -')
    .optional(),
  /** A statement that takes longer (milliseconds) is named in the log. */
  SLOW_STATEMENT_MS: z.coerce.number('write a number of milliseconds').int().min(10, 'write at least 10').max(600_000, 'write at most 600000').default(2000),
  /** `off` where a process of its own does the jobs (worker.ts). */
  WORKER: z.enum(['on', 'off']).default('on'),
  /** Where a worker of its own (worker.ts) answers health checks; nowhere without it. */
  WORKER_PORT: z.coerce.number('write a port number').int().min(1).max(65535).optional(),
  /** The folder where the jobs put a backup every so many hours; none is made by itself without it. */
  BACKUP_DIR: z.string().min(1).optional(),
  /** A bucket in place of the folder, best of another provider than the library's own. */
  BACKUP_S3_URL: z
    .string()
    .refine((address) => objectsFault(address) === null, { error: 'write https://KEY:SECRET@host/bucket, with ?region=... where the store has regions' })
    .optional(),
  /** Whom backups are encrypted to: public keys of age, separated by commas. */
  BACKUP_KEY: z
    .string()
    .regex(
      /^age1[0-9a-z]{20,4000}(\s*,\s*age1[0-9a-z]{20,4000})*$/,
      'write public keys of age (age1...), separated by commas; npm run backup -- --new-key FILE makes one',
    )
    .optional(),
  BACKUP_EVERY_HOURS: z.coerce
    .number('write a number of hours')
    .refine((hours) => [1, 2, 3, 4, 6, 8, 12, 24].includes(hours), { error: 'write 1, 2, 3, 4, 6, 8, 12 or 24' })
    .default(24),
  /** How long backups in the folder are kept; the newest three stay. */
  BACKUP_KEEP_DAYS: z.coerce.number('write a number of days').int().min(1, 'write at least 1').max(3650, 'write at most 3650').default(14),
  /** For how many days what nobody needs any more is kept: the text of mails, answered invitations, uploads that nothing names, the audit. */
  MAIL_KEEP_DAYS: days(365),
  INVITATION_KEEP_DAYS: days(90),
  UPLOAD_KEEP_DAYS: days(90),
  AUDIT_KEEP_DAYS: days(400),
  NODE_ENV: z.string().optional(),
});
export type Env = z.infer<typeof schema> & { dataDir: string; baseUrl: string; providers: Provider[]; trusted: Trusted };

/**
 * The settings, read once. An empty setting counts as absent.
 * @throws StartupError that lists every faulty setting
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  const { providers, faults } = readProviders(given['OIDC_PROVIDERS']);
  const read = faults.length === 0;
  for (const one of listOf(given['ADMINISTRATORS'])) {
    const service = one.slice(0, one.indexOf(':'));
    if (read && !/^[^\s:@]{1,64}@[^\s@]{1,255}$/.test(one) && (service === '' || one.endsWith(':') || !providers.some(({ id }) => id === service)))
      faults.push(`ADMINISTRATORS: "${one}" is neither a mail address nor service:subject with a service of OIDC_PROVIDERS`);
  }
  const proxies = readTrusted(given['TRUSTED_PROXIES']);
  const all = [
    ...(result.success ? [] : result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)),
    ...faults,
    ...(['DATABASE_DIRECT_URL', 'DATABASE_READ_URL'] as const)
      .filter((name) => given[name] && !given['DATABASE_URL'])
      .map((name) => `${name}: set DATABASE_URL too`),
    ...('fault' in proxies ? [`TRUSTED_PROXIES: ${proxies.fault}`] : []),
  ];
  if (!result.success || all.length > 0) throw new StartupError(`These settings cannot be used: ${all.join('; ')}.`);
  const env = result.data;
  return {
    ...env,
    providers,
    trusted: 'trusted' in proxies ? proxies.trusted : false,
    dataDir: resolve(env.DATA_DIR),
    baseUrl: env.BASE_URL ? new URL(env.BASE_URL).origin : `http://localhost:${env.PORT}`,
  };
}

/** Whom backups are encrypted to; nobody where they are not. */
export const recipientsOf = (env: Pick<Env, 'BACKUP_KEY'>): string[] => env.BACKUP_KEY?.split(',').map((one) => one.trim()) ?? [];

/** How long a session may be left alone and how old it may become, in seconds. */
export type Lifetimes = Record<'privileged' | 'others', { inactive: number; total: number }>;

/** How long people keep a session unless the settings say otherwise, in seconds. */
const usualLifetimes: Lifetimes = {
  privileged: { inactive: 30 * 60, total: 12 * 3600 },
  others: { inactive: 7 * 86_400, total: 30 * 86_400 },
};

/** What accounts, mail and files need to know of the settings. */
export type Settings = {
  baseUrl: string;
  secret: string;
  providers: Provider[];
  /** Whether people may have an account with a password or passkey here: only where no sign-in service is configured. */
  localAccounts: boolean;
  /** Whether the demonstration accounts are there. */
  demo: boolean;
  /** Mail addresses, and accounts at services as `service:subject`. */
  administrators: string[];
  lifetimes: Lifetimes;
  /** How many days the claims of a sign-in service count. */
  claimsDays: number;
  smtpUrl: string | null;
  mailFrom: string;
  /** Where uploads lie, unless there is a bucket for them. */
  filesDir: string;
  objects: Objects | null;
  /** The address of what looks for viruses; null where nothing does. */
  scanner: string | null;
  /** The service that finds what is close in meaning; null where there is none. */
  embeddings: EmbeddingsSettings | null;
  /** Origins that webhooks may be sent to although they are not public. */
  webhookHosts: string[];
  /** What signs checkpoints of the log; null where there is none. */
  log: LogKeeper | null;
  /** How long is kept what nobody needs any more, in days. */
  keep: Retention;
  /** Backups that the jobs make; null where they make none. */
  backups: BackupSettings | null;
};

/** How many days things are kept. */
export type Retention = { mailDays: number; invitationDays: number; uploadDays: number; auditDays: number };

/** Where backups go, to whom they are encrypted, how often they are made and how long they stay. */
export type BackupSettings = {
  place: { BACKUP_S3_URL?: string | undefined; BACKUP_DIR?: string | undefined };
  dataDir: string;
  recipients: string[];
  everyHours: number;
  keepDays: number;
};

/** The secret of this installation, from the settings or from a file that only its user can read. */
function secretOf(env: Env): string {
  if (env.AUTH_SECRET) return env.AUTH_SECRET;
  const file = join(env.dataDir, 'secret');
  if (!existsSync(file)) {
    mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
        throw new StartupError(`Cannot write ${file} (${(error as Error).message}). Make DATA_DIR writable, or set AUTH_SECRET.`);
    }
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * Derives what accounts, mail and files need. Demonstration accounts exist only on the embedded database, with a local
 * address, and while no sign-in service and no mail server is configured.
 */
export function settingsOf(env: Env): Settings {
  const local = isLocalHost(new URL(env.baseUrl).hostname) && isLocalHost(env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST);
  return {
    baseUrl: env.baseUrl,
    secret: secretOf(env),
    providers: env.providers,
    localAccounts: env.providers.length === 0,
    demo: local && env.providers.length === 0 && env.DATABASE_URL === undefined && env.SMTP_URL === undefined,
    administrators: listOf(env.ADMINISTRATORS),
    lifetimes: {
      privileged: { inactive: env.PRIVILEGED_IDLE_MINUTES * 60, total: env.PRIVILEGED_SESSION_HOURS * 3600 },
      others: { inactive: env.IDLE_DAYS * 86_400, total: env.SESSION_DAYS * 86_400 },
    },
    claimsDays: env.CLAIMS_DAYS,
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM,
    filesDir: join(env.dataDir, 'files'),
    objects: env.S3_URL ? openObjects(env.S3_URL) : null,
    scanner: env.CLAMD_URL ?? null,
    embeddings: env.EMBEDDINGS_URL
      ? {
          url: endpointOf(env.EMBEDDINGS_URL),
          key: env.EMBEDDINGS_KEY ?? null,
          model: env.EMBEDDINGS_MODEL,
          queryModel: env.EMBEDDINGS_QUERY_MODEL ?? env.EMBEDDINGS_MODEL,
        }
      : null,
    webhookHosts: listOf(env.WEBHOOK_HOSTS),
    log: readKeeper({ dataDir: env.dataDir, baseUrl: env.baseUrl, key: env.LOG_KEY }),
    keep: { mailDays: env.MAIL_KEEP_DAYS, invitationDays: env.INVITATION_KEEP_DAYS, uploadDays: env.UPLOAD_KEEP_DAYS, auditDays: env.AUDIT_KEEP_DAYS },
    backups:
      env.BACKUP_DIR || env.BACKUP_S3_URL
        ? {
            place: { BACKUP_S3_URL: env.BACKUP_S3_URL, BACKUP_DIR: env.BACKUP_DIR && resolve(env.BACKUP_DIR) },
            dataDir: env.dataDir,
            recipients: recipientsOf(env),
            everyHours: env.BACKUP_EVERY_HOURS,
            keepDays: env.BACKUP_KEEP_DAYS,
          }
        : null,
  };
}

/** Settings for a server that nobody signs in to: tests of reading, printing the schema. */
export const readOnlySettings = (): Settings => ({
  baseUrl: 'http://localhost:3000',
  secret: randomBytes(32).toString('hex'),
  providers: [],
  localAccounts: false,
  demo: false,
  administrators: [],
  lifetimes: usualLifetimes,
  claimsDays: 90,
  smtpUrl: null,
  mailFrom: 'Atrium <atrium@localhost>',
  filesDir: join(tmpdir(), 'atrium-files'),
  objects: null,
  scanner: null,
  embeddings: null,
  webhookHosts: [],
  log: { signer: newSigner('localhost/log', 'NOTE'), kept: null },
  keep: { mailDays: 365, invitationDays: 90, uploadDays: 90, auditDays: 400 },
  backups: null,
});

/** With what `npm run mcp` asks an installation; none where everybody's answers do. */
export const programToken = (): string | undefined => process.env['ATRIUM_TOKEN'] || undefined;
