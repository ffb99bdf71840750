import { useSite } from './site.tsx';

export type MetaProps = {
  /** What the page is, without the name of the site. */
  title: string;
  /** One or two sentences for search engines and previews. */
  description?: string;
  /** The one address of this content, as a path; the address asked for without its query where not given. */
  canonical?: string;
  type?: 'website' | 'article';
  /** The record as schema.org JSON-LD. */
  jsonLd?: object;
  /** Keeps the page out of search engines: error pages, search results. */
  unlisted?: boolean;
};

/** A list of nothing says nothing. */
const withoutEmpty = (_name: string, value: unknown) => (Array.isArray(value) && value.length === 0 ? undefined : value);

/** Title, description, canonical address, Open Graph and JSON-LD of a page. React moves them into the head. */
export function Meta({ title, description, canonical, type = 'website', jsonLd, unlisted }: MetaProps) {
  const { t, url, language } = useSite();
  const full = title === t('site.name') ? title : `${title} – ${t('site.name')}`;
  const address = new URL(canonical ?? url.pathname, url).href;
  const about = description ?? t('site.description');
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={about} />
      {unlisted ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={address} />}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:type" content={type} />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content={t('site.name')} />
      <meta property="og:locale" content={language} />
      {jsonLd && (
        // A "<" inside the data could end the element: it is written as its escape.
        // biome-ignore lint/security/noDangerouslySetInnerHtml: escaped on this line
        <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify(jsonLd, withoutEmpty).replaceAll('<', '\\u003c') }} />
      )}
    </>
  );
}
