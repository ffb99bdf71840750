import { data } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/opened';
import { statementFields } from './fields.ts';

const query = graphql(/* GraphQL */ `
  query OpenStatements {
    viewerAsksVendorsFor {
      slug
    }
    openStatements {
      id
      name
      organization
      lastOpened
    }
  }
`);
const open = graphql(/* GraphQL */ `
  mutation OpenStatement($code: String, $id: ID) {
    openStatement(code: $code, id: $id) {
      __typename
      ... on StatementOpened {
        organization
        updatedAt
        statement {
          name
          formerNames
          country
          website
          registrationNumber
          identifiers
          ownership
          principals
          references
          certificates
          ungmNumber
          ungmLevel
        }
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, query, {});
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const code = String(form.get('code') ?? '');
  const { openStatement: result } = await ask(context, open, { code, id: String(form.get('id') ?? '') || null });
  // What was opened stands on this one page: to see it again is another opening.
  return result.__typename === 'StatementOpened'
    ? data({ code: '', faults: [], opened: result })
    : data({ code, faults: result.fields, opened: null }, { status: 400 });
}

/** Where procurement officers open what companies state. */
export default function OpenStatements({ loaderData: { openStatements, viewerAsksVendorsFor }, actionData }: Route.ComponentProps) {
  const { t, format } = useSite();
  const came = actionData && 'faults' in actionData ? actionData : null;
  const errors = (came?.faults ?? []).map((one) => toError(t, one, 'code'));
  const opened = came?.opened ?? null;
  const level = opened?.statement.ungmLevel;
  return (
    <>
      <Meta title={t('companies.opened.title')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('companies.opened.title')} lead={t('companies.opened.lead')} />
      <ErrorSummary errors={errors} />
      {opened && (
        <Section id="opened" title={opened.statement.name}>
          <p>{t('companies.opened.states', { day: format.date(opened.updatedAt) })}</p>
          <Facts
            caption={t('companies.opened.caption', { name: opened.statement.name })}
            items={[
              ...statementFields.map(([name]) => ({
                label: t(`companies.field.${name}.label`),
                value: opened.statement[name] && <span className="entry-text">{opened.statement[name]}</span>,
              })),
              { label: t('companies.field.ungmLevel.label'), value: level && t(`companies.ungmLevel.${level as 'BASIC'}`) },
            ]}
          />
        </Section>
      )}
      {viewerAsksVendorsFor.length === 0 ? (
        <p>{t('companies.opened.closed')}</p>
      ) : (
        <>
          <form method="post" action="/statements">
            <TextField
              name="code"
              label={t('companies.opened.code')}
              help={t('companies.opened.codeHelp')}
              example={t('companies.opened.codeExample')}
              value={came?.code ?? ''}
              error={errors[0]?.message ?? null}
            />
            <button type="submit">{t('companies.opened.button')}</button>
          </form>
          <Section id="again" title={t('companies.opened.again')}>
            {openStatements.length === 0 && <p className="quiet">{t('companies.opened.none')}</p>}
            {openStatements.map((one) => (
              <article className="row" key={one.id}>
                <h3 className="row-title">{one.name}</h3>
                <QuietFacts items={[one.organization, one.lastOpened && t('companies.opened.last', { day: format.date(one.lastOpened.slice(0, 10)) })]} />
                <form method="post" action="/statements">
                  <input type="hidden" name="id" value={one.id} />
                  <button type="submit" className="button-quiet" aria-label={`${t('companies.opened.button')}: ${one.name}`}>
                    {t('companies.opened.button')}
                  </button>
                </form>
              </article>
            ))}
          </Section>
        </>
      )}
    </>
  );
}
