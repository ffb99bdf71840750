import type { ReactNode } from 'react';
import type { accounts } from '../i18n/en/accounts.ts';
import { Kept } from './kept-form.tsx';
import { Notice } from './notice.tsx';
import { NotesSection } from './notes-section.tsx';
import { TermsSection } from './terms-section.tsx';
import { SearchForm } from './search-form.tsx';
import { useSite } from './site.tsx';

const main = [
  ['/projects', 'projects'],
  ['/lessons', 'lessons'],
  ['/vendors', 'vendors'],
  ['/recommendations', 'recommendations'],
  ['/uptake', 'uptake'],
  ['/decide', 'decide'],
] as const;

const more = [
  ['/organizations', 'organizations'],
  ['/agreements', 'agreements'],
  ['/building-blocks', 'buildingBlocks'],
  ['/questions', 'questions'],
  ['/people', 'people'],
  ['/standards', 'standards'],
  ['/risks', 'risks'],
  ['/goals', 'goals'],
  ['/principles', 'principles'],
  ['/governance', 'governance'],
  ['/legal', 'legal'],
  ['/funding', 'funding'],
  ['/learning', 'learning'],
  ['/glossary', 'glossary'],
  ['/overview', 'overview'],
  ['/sources', 'sources'],
  ['/foreign-records', 'foreignRecords'],
  ['/about', 'about'],
] as const;

/** Pages with another address that belong to a section of the menu. */
const within: Record<string, string> = {
  '/mitigations': '/risks',
  '/matrix': '/decide',
  '/assessments': '/decide',
  '/editions': '/decide',
  '/campaigns': '/uptake',
  '/follow': '/uptake',
  '/reference': '/learning',
  '/events': '/learning',
};

type Section = (typeof main | typeof more)[number];

/** The frame of every page: skip link, header with search and navigation, content, source notes, footer. */
export function Layout({ children }: { children: ReactNode }) {
  const { t, url, kept, mended, viewer } = useSite();
  const withheld = viewer?.rolesWithheld && !['/second-factor', '/account', '/prove'].includes(url.pathname);
  return (
    <>
      <a className="skip" href="#content">
        {t('header.skip')}
      </a>
      <Header />
      <main id="content" className="page" tabIndex={-1}>
        {mended && (
          <Notice role="status">
            <p>{t('form.mended')}</p>
          </Notice>
        )}
        {withheld && (
          <Notice>
            {t('accounts.secondFactor.withheld')}{' '}
            <a href={`/second-factor?${new URLSearchParams({ next: url.pathname + url.search })}`}>{t('accounts.nav.secondFactor')}</a>
          </Notice>
        )}
        {kept && !kept.byErrorPage && <Kept form={kept.form} shown={kept.shown} />}
        {(viewer?.memberships.length ?? 0) > 0 && <p className="internal-print">{t('site.internalPrint')}</p>}
        {children}
        <TermsSection />
        <NotesSection />
      </main>
      <Footer />
    </>
  );
}

function Header() {
  const { t, url } = useSite();
  const moreHere = more.find((section) => placeIn(url, section));
  return (
    <header className="header">
      <div className="page header-bar">
        <a className="brand" href="/">
          <span className="brand-name">{t('site.name')}</span>
          <span className="brand-subtitle">{t('site.subtitle')}</span>
        </a>
        <SearchForm />
        <details className="menu">
          <summary>{t('header.menu')}</summary>
          <nav aria-label={t('header.navigation')}>
            <ul className="nav">
              {main.map((section) => (
                <NavItem key={section[0]} section={section} />
              ))}
              <li className="nav-more">
                <details>
                  <summary aria-current={moreHere && 'true'}>
                    {moreHere ? t('header.moreHere', { section: t(`nav.${moreHere[1]}`) }) : t('header.more')}
                  </summary>
                  <ul>
                    {more.map((section) => (
                      <NavItem key={section[0]} section={section} />
                    ))}
                  </ul>
                </details>
              </li>
              <AccountMenu />
            </ul>
          </nav>
        </details>
      </div>
    </header>
  );
}

/** "Sign in", or the name of who is signed in with what is theirs. */
function AccountMenu() {
  const { t, url, viewer } = useSite();
  if (!viewer) {
    const back = url.pathname === '/' || url.pathname === '/sign-in' ? '' : `?${new URLSearchParams({ next: url.pathname + url.search })}`;
    return (
      <li className="nav-account">
        <a href={`/sign-in${back}`} rel="nofollow" aria-current={url.pathname === '/sign-in' ? 'page' : undefined}>
          {t('accounts.nav.signIn')}
        </a>
      </li>
    );
  }
  const has = (role: string) => viewer.memberships.some((membership) => membership.role === role);
  const { canAdminister, canContribute } = viewer;
  const oversees = canAdminister || has('SECRETARIAT');
  const entries: readonly (readonly [path: string, key: keyof (typeof accounts)['nav'], shown?: boolean])[] = [
    ['/my-work', 'work'],
    ['/new', 'news'],
    ['/following', 'following'],
    ['/shortlists', 'shortlists', viewer.memberships.length > 0],
    ['/information', 'information', has('PROCUREMENT_OFFICER')],
    ['/statements', 'statements', has('PROCUREMENT_OFFICER')],
    ['/account', 'account'],
    ['/second-factor', 'secondFactor', viewer.rolesWithheld],
    ['/members', 'members', canAdminister],
    ['/outbox', 'outbox', canAdminister || viewer.demo],
    ['/sought', 'sought', canContribute || canAdminister],
    ['/archived', 'archived', oversees || has('PUBLISHER')],
    ['/screening', 'screening', oversees || has('PROCUREMENT_OFFICER')],
    ['/catalogues', 'catalogues', has('SECRETARIAT')],
    ['/stale', 'stale', oversees],
    ['/log', 'log', oversees],
    ['/audit', 'audit', canAdminister],
    ['/operations', 'operations', canAdminister],
  ];
  return (
    <li className="nav-more nav-account">
      <details>
        <summary>
          {viewer.name}
          {viewer.demo && <span className="quiet small"> ({t('accounts.nav.demo')})</span>}
        </summary>
        <ul>
          {entries.map(
            ([path, key, shown = true]) =>
              shown && (
                <li key={path}>
                  <a href={path} aria-current={url.pathname === path ? 'page' : undefined}>
                    {t(`accounts.nav.${key}`)}
                  </a>
                </li>
              ),
          )}
          <li>
            <form method="post" action="/account/sign-out" data-person={viewer.id} data-unsaved={t('accounts.nav.unsaved')}>
              <button type="submit" className="button-quiet">
                {t('accounts.nav.signOut')}
              </button>
            </form>
          </li>
        </ul>
      </details>
    </li>
  );
}

/** Whether a page is that of a section of the menu, or belongs to it. */
function placeIn({ pathname }: URL, [path]: Section | readonly [string, string]): 'page' | 'true' | undefined {
  if (pathname === path) return 'page';
  const below = `/${pathname.split('/')[1]}`;
  return below === path || within[below] === path ? 'true' : undefined;
}

function NavItem({ section: [path, key] }: { section: Section }) {
  const { t, url } = useSite();
  return (
    <li>
      <a href={path} aria-current={placeIn(url, [path, key])}>
        {t(`nav.${key}`)}
      </a>
    </li>
  );
}

function Footer() {
  const { t, version, languageName, url, format } = useSite();
  return (
    <footer className="footer">
      <div className="page">
        <nav aria-label={t('footer.navigation')}>
          <ul className="footer-links">
            <li>
              <a href="/about#method">{t('footer.sources')}</a>
            </li>
            <li>
              <a href="/about#cite">{t('footer.cite')}</a>
            </li>
            <li>
              <a href="/about#accessibility">{t('footer.accessibility')}</a>
            </li>
            <li>
              <a href="/sources">{t('nav.sources')}</a>
            </li>
            <li>
              <a href="/glossary">{t('nav.glossary')}</a>
            </li>
          </ul>
        </nav>
        <p>{t('footer.disclaimer')}</p>
        <p className="print-only">{t('footer.printed', { address: url.href, date: format.date(new Date().toISOString()) })}</p>
        <p className="quiet">
          {t('footer.version', { version })} · {t('footer.language', { language: languageName })}
        </p>
      </div>
    </footer>
  );
}
