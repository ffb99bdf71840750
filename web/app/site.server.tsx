import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { RouterContextProvider } from 'react-router';
import { apiContext } from './api.server.ts';
import { languageOf, languages, wordsOf } from './i18n/i18n.server.ts';
import { formatOf } from './ui/format.ts';
import { Notes } from './ui/notes.ts';
import { type Site, SiteProvider } from './ui/site.tsx';
import { Glossary, PageTerms } from './ui/terms.ts';

const noTerms = new Glossary([]);

/** What the components of one page may know, from its request. */
export function siteOf(request: Request, context: Readonly<RouterContextProvider>, script = '', glossary = noTerms): Site {
  const { baseUrl, version, requestId, mended } = context.get(apiContext);
  const language = languageOf(request);
  const { i18n, t } = wordsOf(language);
  const asked = new URL(request.url);
  return {
    t,
    i18n,
    language,
    languageName: languages[language].name,
    dir: languages[language].dir,
    format: formatOf(language),
    url: baseUrl ? new URL(asked.pathname + asked.search, baseUrl) : asked,
    requestId,
    mended: mended ?? asked.searchParams.get('mended') === '1',
    version,
    script,
    notes: new Notes(),
    terms: new PageTerms(glossary),
  };
}

/** Renders a page or a part of one to HTML, without anything that only hydration would need. */
export function render(site: Site, element: ReactNode): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={site.i18n}>
      <SiteProvider value={site}>{element}</SiteProvider>
    </I18nextProvider>,
  );
}
