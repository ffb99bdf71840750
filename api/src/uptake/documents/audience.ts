import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Why, why } from '#i18n/fault.ts';
import { anyone, type Viewer } from '#search/engine.ts';
import { type User, viewerOf } from '../../accounts/user.ts';
import { recordAudit } from '#prisma/audit.ts';
import type { Services } from '../../context.ts';
import { answerFault, fault } from '../../faults.ts';
import { clientOf } from '../../door/proxies.ts';
import { publicAccess, type UptakeAccess, uptakeAccessOf } from '../policy.ts';
import { utcToday } from '../state.ts';

/**
 * For whom a file is made. Unless its maker asks for more, it holds what everybody may see and two people stand by, whoever
 * is signed in: files are passed on, and nobody sees from the file who made it.
 */
export type FileAudience = {
  viewer: Viewer;
  access: UptakeAccess;
  /** What an internal file says of itself on every page; null for a public one. */
  marking: string | null;
};

/** What everybody gets. */
export const publicFile: FileAudience = { viewer: anyone, access: publicAccess, marking: null };

/** The short form of the mark, for places that hold only a few words: a header, a column, a title. */
export const MARK = 'INTERNAL, not for publication';

/** A file with all that its maker may see. */
export const internalFile = (user: User): FileAudience => ({
  viewer: viewerOf(user),
  access: uptakeAccessOf(user),
  marking: `${MARK}. Made for ${user.name} on ${utcToday()}: it holds what this person may see, also what is not public or not confirmed.`,
});

/** The word in the name of an internal file; public files have none. */
export const nameParts = ({ marking }: FileAudience): string[] => (marking === null ? [] : ['internal']);

/** Who asks for a file, as the server knows it. */
export type Asking = { services: Services; userFor: (request: FastifyRequest) => User | null | Promise<User | null> };

/**
 * For whom the file of a request is made: `?audience=internal` is for people of the UN system, and each is audited before it
 * is made: without its event in the audit nobody gets one.
 * Nobody's session is looked at for a public file: it is the same for all.
 * @returns null when the request was answered: 400 for an unknown audience, 401 and 403 for who may not ask for it
 */
export async function fileAudience({ services, userFor }: Asking, request: FastifyRequest, reply: FastifyReply): Promise<FileAudience | null> {
  const asked = new URL(request.url, 'http://localhost').searchParams.get('audience') ?? 'public';
  if (asked === 'public') return publicFile;
  const refuse = (status: number, said: Why) => {
    answerFault(request, reply, fault(status, { why: said }));
    return null;
  };
  if (asked !== 'internal') return refuse(400, why('FILE_AUDIENCE'));
  const user = await userFor(request);
  if (!user) return refuse(401, why('FILE_CLOSED_SIGN_IN'));
  if (user.memberships.length === 0) return refuse(403, why('FILE_CLOSED_ROLE'));
  await recordAudit(services.db, {
    kind: 'EXPORT',
    actor: user.pseudonym ?? null,
    subject: `${request.method} ${request.url.replace(/\?.*$/, '')}`,
    detail: 'audience internal',
    client: clientOf(request),
    requestId: request.id,
  });
  request.exportRecorded = true;
  return internalFile(user);
}
