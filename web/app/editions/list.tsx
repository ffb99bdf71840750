import { data, redirect } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, SelectField, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Editions {
    viewerCanAdapt
    viewerOrganizations {
      slug
      shortName
    }
    instruments {
      id
      instrument
      edition
      title
      organization
      publishedAt
    }
  }
`);
const begin = graphql(/* GraphQL */ `
  mutation BeginEdition($from: ID!, $edition: String!, $organization: String, $key: String!) {
    beginEdition(from: $from, edition: $edition, organization: $organization, key: $key) {
      __typename
      ... on EditionSaved {
        edition {
          id
        }
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  const answer = await ask(context, query, {});
  if (!answer.viewerCanAdapt) throw httpError(context, 403);
  return { ...answer, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const { beginEdition: result } = await ask(context, begin, {
    from: text('from'),
    edition: text('edition'),
    organization: text('organization') || null,
    key: text('key'),
  });
  if (result.__typename === 'EditionSaved') return redirect(`/editions/${result.edition.id}`, 303);
  return data(
    {
      faults: result.fields,
      typed: { from: text('from'), edition: text('edition'), organization: text('organization') },
    },
    { status: 400 },
  );
}

export default function EditionsPage({ loaderData: { instruments, viewerOrganizations, key }, actionData }: Route.ComponentProps) {
  const { t, viewer, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const secretariat = viewer?.memberships.some(({ role }) => role === 'SECRETARIAT');
  return (
    <>
      <Meta title={t('editions.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('instruments.title'), url: '/decide' },
        ]}
      />
      <PageTitle title={t('editions.title')} lead={t('editions.lead')} />
      <ErrorSummary errors={errors} />
      <ul className="rows">
        {instruments.map((one) => (
          <li key={one.id}>
            <a href={`/editions/${one.id}`}>
              {one.title}, {one.edition}
            </a>{' '}
            <span className="quiet">
              {one.organization ?? t('editions.forAll')} · {one.publishedAt ? format.date(one.publishedAt.slice(0, 10)) : t('editions.draft')}
            </span>
          </li>
        ))}
      </ul>
      <Section id="new" title={t('editions.new')}>
        <form method="post">
          <input type="hidden" name="key" value={key} />
          <SelectField
            name="from"
            label={t('editions.from')}
            value={refused?.typed.from}
            error={error('from')}
            options={instruments.map((one) => ({ value: one.id, label: `${one.title}, ${one.edition}` }))}
          />
          <TextField
            name="edition"
            label={t('editions.name')}
            help={t('editions.nameHelp')}
            example={t('editions.nameExample')}
            value={refused?.typed.edition}
            error={error('edition')}
          />
          <SelectField
            name="organization"
            label={t('editions.organization')}
            value={refused?.typed.organization}
            options={[
              ...(secretariat ? [{ value: '', label: t('editions.forAll') }] : []),
              ...viewerOrganizations.map((one) => ({ value: one.slug, label: one.shortName })),
            ]}
          />
          <button type="submit">{t('editions.begin')}</button>
        </form>
      </Section>
    </>
  );
}
