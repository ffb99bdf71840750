import { httpError } from '../api.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/show';
import { operations } from './operations.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const operation = operations.find(({ id }) => id === params.operation);
  if (!operation) throw httpError(context, 404);
  return { operation };
}

/** One address of the interface: what it takes, what it answers, and an example. */
export default function OperationPage({ loaderData: { operation } }: Route.ComponentProps) {
  const { t, url } = useSite();
  const { path, summary, example, parameters, everywhere, fields } = operation;
  const kindOf = ({ type, values, many }: (typeof parameters)[number]) =>
    [values.length > 0 ? values.join(', ') : t(`rest.type.${type as 'string'}`), many ? t('rest.many') : ''].filter(Boolean).join('. ');
  return (
    <>
      <Meta title={path} description={summary} canonical={`/api/${operation.id}`} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('rest.title'), url: '/api' },
        ]}
      />
      <PageTitle kind={t('rest.kind')} title={<code>{path}</code>} lead={summary} />
      {example && (
        <Section id="example" title={t('rest.example')}>
          <pre>{`curl "${new URL(`/api/v1${example}`, url).href}"`}</pre>
          <p>
            <a href={`/api/v1${example}`}>{t('rest.try')}</a>
          </p>
        </Section>
      )}
      <Section id="parameters" title={t('rest.parameters')}>
        <ResponsiveTable
          caption={<span className="hidden">{t('rest.parameters')}</span>}
          columns={[t('rest.name'), t('rest.values'), t('rest.means')]}
          rows={[
            ...parameters.map((one) => ({
              key: one.name,
              cells: [
                <code key="name">{one.name}</code>,
                kindOf(one),
                [one.required ? t('rest.required') : '', one.description].filter(Boolean).join(' ') || null,
              ],
            })),
            ...everywhere.map((name) => ({
              key: name,
              cells: [<code key="name">{name}</code>, t(`rest.${name as 'facets'}Values`), t(`rest.${name as 'facets'}Means`)],
            })),
          ]}
        />
      </Section>
      <Section id="fields" title={t('rest.answer')}>
        <p>{t('rest.answerLead')}</p>
        <ResponsiveTable
          caption={<span className="hidden">{t('rest.answer')}</span>}
          columns={[t('rest.name'), t('rest.holds'), t('rest.means')]}
          rows={fields.map(({ name, type, description, deprecated }) => ({
            key: name,
            cells: [
              <code key="name">{name}</code>,
              type,
              [description, deprecated ? t('rest.deprecated', { reason: deprecated }) : ''].filter(Boolean).join(' ') || null,
            ],
          }))}
        />
      </Section>
    </>
  );
}
