import { z } from 'zod';
import { askOutside, type Outside } from '../outgoing/ask-outside.ts';

/** What a service that keeps code says of a repository; null where it does not say. */
export type RepositoryFacts = { licence: string | null; changedOn: string | null; archived: boolean | null };

/** A service that keeps code, by how its repositories are addressed and what its interface answers. */
export type CodeHost = { host: string; ask: (path: { owner: string; name: string; whole: string }) => string; read: (body: unknown) => RepositoryFacts };

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T/)
  .transform((text) => text.slice(0, 10))
  .nullish()
  .catch(null);
const licenceName = z.string().max(100).nullish().catch(null);
/** https://docs.github.com/en/rest/repos/repos#get-a-repository */
const github = z.object({ archived: z.boolean().nullish(), pushed_at: day, license: z.object({ spdx_id: licenceName }).nullish().catch(null) });
/** https://docs.gitlab.com/api/projects/#get-a-single-project; what it gives those who are not signed in has no `archived` everywhere. */
const gitlab = z.object({ archived: z.boolean().nullish(), last_activity_at: day, license: z.object({ name: licenceName }).nullish().catch(null) });
/** https://codeberg.org/api/swagger, repoGet; the licences came with Forgejo 9. */
const forgejo = z.object({ archived: z.boolean().nullish(), updated_at: day, licenses: z.array(z.string().max(100)).nullish().catch(null) });

/** Those whose interface is asked without an account. */
export const codeHosts: readonly CodeHost[] = [
  {
    host: 'github.com',
    ask: ({ owner, name }) => `https://api.github.com/repos/${owner}/${name}`,
    read: (body) => {
      const { archived, pushed_at, license } = github.parse(body);
      // "NOASSERTION" is a licence file that the service does not know.
      return { archived: archived ?? null, changedOn: pushed_at ?? null, licence: license?.spdx_id ?? null };
    },
  },
  {
    host: 'gitlab.com',
    ask: ({ whole }) => `https://gitlab.com/api/v4/projects/${encodeURIComponent(whole)}?license=true`,
    read: (body) => {
      const { archived, last_activity_at, license } = gitlab.parse(body);
      return { archived: archived ?? null, changedOn: last_activity_at ?? null, licence: license?.name ?? null };
    },
  },
  {
    host: 'codeberg.org',
    ask: ({ owner, name }) => `https://codeberg.org/api/v1/repos/${owner}/${name}`,
    read: (body) => {
      const { archived, updated_at, licenses } = forgejo.parse(body);
      return { archived: archived ?? null, changedOn: updated_at ?? null, licence: licenses?.join(', ') || null };
    },
  },
];

/** Where the interface of its service tells of a repository; null for an address of another host, or of no repository. */
export function repositoryAt(address: string, hosts: readonly CodeHost[] = codeHosts): { question: string; read: CodeHost['read'] } | null {
  const url = URL.parse(address);
  const host = url && hosts.find((one) => one.host === url.host.replace(/^www\./, ''));
  if (!url || !host) return null;
  // A file or branch of a repository stands below "/-/" (GitLab) or behind owner and name.
  const parts = (url.pathname.split('/-/')[0] ?? '').split('/').filter(Boolean);
  const [owner, last] = [parts[0], parts[1]?.replace(/\.git$/, '')];
  if (!owner || !last) return null;
  return { question: host.ask({ owner, name: last, whole: parts.join('/').replace(/\.git$/, '') }), read: host.read };
}

/** What the service of a repository says of it; null where it does not answer as its documentation says. */
export async function askRepository(address: string, outside: Outside, hosts?: readonly CodeHost[]): Promise<RepositoryFacts | null> {
  const at = repositoryAt(address, hosts);
  if (!at) return null;
  try {
    const answer = await askOutside(at.question, { headers: { accept: 'application/json' } }, outside);
    return answer.status === 200 ? at.read(JSON.parse(answer.body)) : null;
  } catch {
    return null;
  }
}
