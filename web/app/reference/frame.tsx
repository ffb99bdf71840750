import type { ReactNode } from 'react';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Entry } from './entry.tsx';
import { absolute, context } from '../seo/json-ld.ts';
import { Contents } from '../ui/contents.tsx';

type Page = 'legal' | 'funding' | 'learning' | 'principles' | 'governance';

/** The frame of a page of reference: its title, and the entries as an item list for machines. */
export function ReferencePage({
  page,
  entries,
  sections,
  children,
}: {
  page: Page;
  entries: Entry[];
  sections?: { id: string; title: string }[];
  children: ReactNode;
}) {
  const { t, url } = useSite();
  const title = t(`reference.${page}.title`);
  return (
    <>
      <Meta
        title={title}
        description={t(`reference.${page}.lead`)}
        canonical={`/${page}`}
        jsonLd={{
          ...context,
          '@type': 'ItemList',
          name: title,
          itemListElement: entries.map((entry, index) => ({ '@type': 'ListItem', position: index + 1, name: entry.title, url: absolute(entry.url, url) })),
        }}
      />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={title} lead={t(`reference.${page}.lead`)} />
      {sections && <Contents items={sections} />}
      {children}
    </>
  );
}
