import { data, redirect } from 'react-router';
import { why } from '#i18n/fault.ts';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { ErrorSummary, SelectField, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/load';

const query = graphql(/* GraphQL */ `
  query LoadAgreementsForm {
    viewerKeepsFor {
      slug
      shortName
    }
  }
`);
const load = graphql(/* GraphQL */ `
  mutation LoadAgreements($holder: String!, $data: JSON!, $key: String!) {
    loadAgreements(holder: $holder, data: $data, key: $key) {
      __typename
      ... on AgreementsLoaded {
        loaded
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const { viewerKeepsFor } = await ask(context, query, {});
  if (viewerKeepsFor.length === 0) throw httpError(context, 403);
  return { organizations: viewerKeepsFor, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { holder: text('holder'), data: text('data'), key: text('key') };
  const refused = (faults: readonly Fault[]) => data({ typed, faults }, { status: 400 });
  let read: unknown;
  try {
    read = JSON.parse(typed.data);
    // Reading takes any number of levels, writing it for the API does not.
    JSON.stringify(read);
  } catch (error) {
    if (error instanceof RangeError) return refused([{ path: 'data', ...why('NESTED', { max: 64 }) }]);
    return refused([{ path: 'data', ...why('OCDS_PACKAGE', { said: String((error as Error).message).slice(0, 300) }) }]);
  }
  const { loadAgreements: result } = await ask(context, load, { ...typed, data: read });
  if (result.__typename === 'AgreementsLoaded') return redirect(`/agreements?holder=${encodeURIComponent(typed.holder)}`, 303);
  // Changed and sent again: another request.
  typed.key = crypto.randomUUID();
  return refused(result.fields);
}

/** Loads agreements from open contracting data, all or nothing. */
export default function AgreementsLoad({ loaderData: { organizations, key }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one, 'data'));
  return (
    <>
      <Meta title={t('agreements.load.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('agreements.title'), url: '/agreements' },
        ]}
      />
      <PageTitle title={t('agreements.load.title')} lead={t('agreements.load.lead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/agreements/load">
        <input type="hidden" name="key" value={actionData?.typed.key ?? key} />
        <SelectField
          name="holder"
          label={t('agreements.form.holder')}
          value={actionData?.typed.holder ?? ''}
          options={organizations.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        />
        <TextArea
          name="data"
          label={t('agreements.load.data')}
          help={t('agreements.load.dataHelp')}
          rows={12}
          value={actionData?.typed.data ?? ''}
          error={errors[0]?.message ?? null}
        />
        <button type="submit">{t('agreements.load.button')}</button>
      </form>
    </>
  );
}
