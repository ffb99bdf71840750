import { Person } from '../contributions/person.tsx';
import type { RevisionPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

/** Who made a version: by name for members of the UN system, by organization for everybody. */
export function Who({ revision }: { revision: RevisionPartsFragment }) {
  const { t } = useSite();
  const organization = revision.organizationSlug ? <a href={`/organizations/${revision.organizationSlug}`}>{revision.organizationSlug.toUpperCase()}</a> : null;
  if (revision.byLoader) return <>{t('contributions.history.byLoader')}</>;
  return (
    <>
      {revision.author ? <Person person={revision.author} /> : t('contributions.history.byNobody')}
      {organization && <>, {organization}</>}
    </>
  );
}

/** The title that a version had. */
export const titleOf = (content: unknown): string => {
  const { title, name } = (content ?? {}) as { title?: unknown; name?: unknown };
  return typeof title === 'string' ? title : typeof name === 'string' ? name : '';
};
