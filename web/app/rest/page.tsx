import { Trans } from 'react-i18next';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Trail } from '../ui/trail.tsx';
import { operations } from './operations.ts';

const parts = ['tokens', 'fields', 'reading', 'conditions', 'problems', 'changes'] as const;

/** How programs read the library by plain addresses. */
export default function InterfacePage() {
  const { t, url } = useSite();
  const base = new URL('/api/v1', url).href;
  return (
    <>
      <Meta title={t('rest.title')} description={t('rest.lead')} canonical="/api" />
      <Trail />
      <PageTitle title={t('rest.title')} lead={t('rest.lead')} />
      <Section id="begin" title={t('rest.begin')}>
        <p>{t('rest.beginLead')}</p>
        <pre>{`curl "${base}/projects?stage=PILOT&first=2&fields=title,owners.shortName,url"`}</pre>
        <p>
          <Trans t={t} i18nKey="rest.described" components={{ open: <a href="/api/v1/openapi.json">openapi</a>, graphql: <a href="/graphql">graphql</a> }} />
        </p>
      </Section>
      <Section id="resources" title={t('rest.resources')}>
        <ResponsiveTable
          caption={<span className="hidden">{t('rest.resources')}</span>}
          columns={[t('rest.address'), t('rest.what')]}
          rows={operations.map(({ id, path, summary }) => ({
            key: id,
            cells: [
              <a key="address" href={`/api/${id}`}>
                <code>{path}</code>
              </a>,
              summary || '–',
            ],
          }))}
        />
      </Section>
      {parts.map((part) => (
        <Section key={part} id={part} title={t(`rest.${part}`)}>
          <p>
            <Trans t={t} i18nKey={`rest.${part}Lead`} components={{ c: <code />, tokens: <a href="/tokens">tokens</a> }} />
          </p>
        </Section>
      ))}
    </>
  );
}
