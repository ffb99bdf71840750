import { Fragment } from 'react';
import { Person } from '../contributions/person.tsx';
import type { RevisionPartsFragment } from '../graphql/graphql.ts';
import { useSite } from '../ui/site.tsx';

/** Who wrote a version, all of them where that is known: by name for members of the UN system, by organization for everybody. */
export function RevisionAuthor({ revision }: { revision: RevisionPartsFragment }) {
  const { t } = useSite();
  const organization = revision.organizationSlug ? <a href={`/organizations/${revision.organizationSlug}`}>{revision.organizationSlug.toUpperCase()}</a> : null;
  if (revision.byLoader) return <>{t('contributions.history.byLoader')}</>;
  return (
    <>
      {revision.writers.length === 0 && t('contributions.history.byNobody')}
      {revision.writers.map((person, index) => (
        <Fragment key={index}>
          {index > 0 && ', '}
          <Person person={person} />
        </Fragment>
      ))}
      {organization && <>, {organization}</>}
    </>
  );
}

/** The title that a version had. */
export const titleOf = (content: unknown): string => {
  const { title, name } = (content ?? {}) as { title?: unknown; name?: unknown };
  return typeof title === 'string' ? title : typeof name === 'string' ? name : '';
};
