import { Trans } from 'react-i18next';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

const parts = ['purpose', 'sources', 'method', 'limits', 'cite', 'accessibility', 'disclaimer'] as const;

/** Sources, method, limits, how to cite, accessibility, disclaimer. The footer links to its parts by their ids. */
export default function About() {
  const { t, i18n, url, format } = useSite();
  const links = { report: <a href="/sources/jiu-rep-2020-7">{null}</a>, all: <a href="/sources">{null}</a> };
  return (
    <>
      <Meta title={t('about.title')} description={t('about.lead')} canonical="/about" />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('about.title')} lead={t('about.lead')} />
      <nav aria-label={t('about.contents')}>
        <ul className="jump">
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`about.${part}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section id="purpose" title={t('about.purpose.title')}>
        <Paragraphs of={t('about.purpose.paragraphs', { returnObjects: true })} />
      </Section>
      <Section id="sources" title={t('about.sources.title')}>
        {([0, 1] as const).map((index) => (
          <p key={index}>
            <Trans i18n={i18n} t={t} i18nKey={`about.sources.paragraphs.${index}`} components={links} />
          </p>
        ))}
      </Section>
      <Section id="method" title={t('about.method.title')}>
        <Points of={t('about.method.points', { returnObjects: true })} />
      </Section>
      <Section id="limits" title={t('about.limits.title')}>
        <Points of={t('about.limits.points', { returnObjects: true })} />
      </Section>
      <Section id="cite" title={t('about.cite.title')}>
        <Paragraphs of={t('about.cite.paragraphs', { returnObjects: true })} />
        <p>{t('about.cite.exampleLabel')}</p>
        <blockquote>
          {t('about.cite.example', {
            title: t('about.title'),
            address: new URL('/about', url).href,
            date: format.date(new Date().toISOString()),
          })}
        </blockquote>
        <p>
          <Trans i18n={i18n} t={t} i18nKey="about.cite.data" components={{ api: <a href="/graphql">{null}</a>, rest: <a href="/api">{null}</a> }} />
        </p>
      </Section>
      <Section id="accessibility" title={t('about.accessibility.title')}>
        <Paragraphs of={t('about.accessibility.paragraphs', { returnObjects: true })} />
      </Section>
      <Section id="disclaimer" title={t('about.disclaimer.title')}>
        <Paragraphs of={t('about.disclaimer.paragraphs', { returnObjects: true })} />
      </Section>
    </>
  );
}

function Paragraphs({ of }: { of: readonly string[] }) {
  return of.map((text) => <p key={text}>{text}</p>);
}

function Points({ of }: { of: readonly string[] }) {
  return (
    <ul className="prose">
      {of.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
