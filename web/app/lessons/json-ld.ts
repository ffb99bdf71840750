import type { LessonPageQuery } from '../graphql/graphql.ts';
import { citationsLd, type JsonLd, pageLd } from '../seo/json-ld.ts';

/** A lesson's page in the terms of schema.org: a page whose content is an Article, with the places it is based on. */
export function lessonLd(lesson: NonNullable<LessonPageQuery['lesson']>, words: { kind: string; theme: string }, base: URL): JsonLd {
  const statements = [lesson.context, lesson.whatHappened, lesson.whatFollows, ...lesson.otherViews].filter((statement) => statement !== null);
  const places = citationsLd(statements, base);
  return pageLd(
    lesson,
    {
      '@type': 'Article',
      '@id': `${new URL(lesson.url, base).href}#lesson`,
      headline: lesson.title,
      abstract: lesson.summaryText,
      articleSection: words.theme,
      genre: words.kind,
      keywords: lesson.subject,
      inLanguage: 'en',
      dateModified: lesson.updatedAt,
      about: lesson.projects.map((project) => ({ '@type': 'Project', name: project.title, url: new URL(project.url, base).href })),
      mentions: lesson.organizations.map((organization) => ({ '@type': 'Organization', name: organization.title, url: new URL(organization.url, base).href })),
      isBasedOn: places,
    },
    places,
    base,
  );
}
