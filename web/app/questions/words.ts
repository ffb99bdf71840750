import type { QuestionRowPartsFragment } from '../graphql/graphql.ts';
import type { Site } from '../ui/site.tsx';

type Author = { name?: string | null; organizations: readonly { shortName: string }[] };

/** Who wrote something, as its reader may know. */
export function authorOf({ t, format }: Pick<Site, 't' | 'format'>, { name, organizations }: Author): string {
  const of = format.list(organizations.map(({ shortName }) => shortName));
  if (name) return of ? t('questions.by', { name, organizations: of }) : name;
  return of ? t('questions.somebody', { organizations: of }) : t('questions.somebodyElse');
}

/** A question as a row of a list. */
export const questionRow = (site: Site, one: Omit<QuestionRowPartsFragment, 'about'> & Partial<Pick<QuestionRowPartsFragment, 'about'>>) => {
  const { t, format } = site;
  return {
    url: one.url,
    title: one.title,
    language: one.language,
    facts: [
      one.hidden && t('questions.hidden'),
      one.progress === 'UNANSWERED' ? t('questions.progress.UNANSWERED') : t('questions.answers', { count: one.answerCount }),
      one.progress === 'HELPED' || one.progress === 'CLOSED' ? t(`questions.progress.${one.progress}`) : null,
      one.about?.title ?? null,
      authorOf(site, one.author),
      t('questions.lastWritten', { day: format.date(one.activeAt.slice(0, 10)) }),
    ],
  };
};
