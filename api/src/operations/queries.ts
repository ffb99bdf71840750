import { canAdminister } from '../accounts/policy.ts';
import { signedIn } from '../accounts/signed-in.ts';
import { builder } from '../builder.ts';
import { forbidden } from '../errors.ts';
import { poolState } from '#prisma/database.ts';
import { type InstallationState, installationState } from './state.ts';

type Job = InstallationState['jobs'][number];
type Installation = InstallationState & {
  search: { engine: string; wanted: string };
  connections: { total: number; idle: number; waiting: number };
  /** Null where uploads lie in a folder. */
  objectStore: boolean | null;
  mailServer: boolean;
};

const JobsType = builder.objectRef<Job>('InstallationJobs').implement({
  description: 'Jobs of one kind that wait, or that gave up.',
  fields: (t) => ({
    task: t.exposeString('task'),
    waiting: t.exposeInt('waiting', { description: 'Jobs whose time has come and that nobody has begun.' }),
    oldestSeconds: t.int({ description: 'How long the oldest of them waits.', resolve: ({ oldest }) => Math.round(oldest) }),
    failed: t.exposeInt('failed', { description: 'Jobs that gave up after their last try.' }),
  }),
});

const InstallationType = builder.objectRef<Installation>('Installation').implement({
  description: 'How this installation is, in the figures that /metrics has.',
  fields: (t) => ({
    jobs: t.field({ type: [JobsType], resolve: ({ jobs }) => jobs }),
    mailServer: t.exposeBoolean('mailServer', { description: 'Whether a mail server is set.' }),
    mailsUnsent: t.int({ resolve: ({ mails }) => mails.unsent }),
    mailsOldestSeconds: t.int({ description: 'How long the oldest unsent mail waits.', resolve: ({ mails }) => Math.round(mails.oldest) }),
    searchEngine: t.string({ description: 'The engine that answers searches now.', resolve: ({ search }) => search.engine }),
    searchWanted: t.string({ description: 'The engine of the settings.', resolve: ({ search }) => search.wanted }),
    objectStore: t.exposeBoolean('objectStore', { nullable: true, description: 'Whether the object store answers; null where uploads lie in a folder.' }),
    connections: t.int({ description: 'Connections of the process that answers.', resolve: ({ connections }) => connections.total }),
    connectionsAwaited: t.int({ description: 'How many wait for one.', resolve: ({ connections }) => connections.waiting }),
    databaseBytes: t.float({ resolve: ({ databaseSize }) => databaseSize }),
    records: t.exposeInt('records'),
    sessions: t.exposeInt('sessions'),
    logEntries: t.int({ resolve: ({ logHead }) => logHead }),
  }),
});

builder.queryField('installation', (t) =>
  t.field({
    type: InstallationType,
    description: 'How this installation is. Administrators.',
    resolve: async (_root, _args, { user, services, ...context }) => {
      if (!canAdminister(signedIn({ user, services, ...context }))) throw forbidden('ONLY_ADMINISTRATORS');
      const { db, search, accounts } = services;
      const { objects, smtpUrl } = accounts.settings;
      const [state, objectStore] = await Promise.all([installationState(db), objects ? objects.answers() : null]);
      return {
        ...state,
        search: { engine: search.name, wanted: search.wanted ?? search.name },
        connections: poolState(db),
        objectStore,
        mailServer: smtpUrl !== null,
      };
    },
  }),
);
