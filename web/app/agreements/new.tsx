import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, SelectField, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/new';
import { placeOf, readTerms } from './terms.server.ts';
import { TermsFields } from './terms-fields.tsx';

const query = graphql(/* GraphQL */ `
  query AgreementForm {
    viewerKeepsFor {
      slug
      shortName
    }
  }
`);
const keep = graphql(/* GraphQL */ `
  mutation KeepAgreement($holder: String!, $vendor: String!, $terms: AgreementTermsInput!, $key: String!) {
    keepAgreement(holder: $holder, vendor: $vendor, terms: $terms, key: $key) {
      __typename
      ... on AgreementSaved {
        agreement {
          url
        }
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const { viewerKeepsFor } = await ask(context, query, {});
  if (viewerKeepsFor.length === 0) throw httpError(context, 403);
  return { organizations: viewerKeepsFor, key: crypto.randomUUID(), vendor: new URL(request.url).searchParams.get('vendor') ?? '' };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const { typed, terms, faults } = readTerms(form);
  const refused = () => data({ faults, typed }, { status: 400 });
  if (faults.length > 0) return refused();
  const { keepAgreement: result } = await ask(context, keep, {
    holder: typed['holder'] ?? '',
    vendor: typed['vendor'] ?? '',
    key: typed['key'] ?? '',
    terms,
  });
  if (result.__typename === 'AgreementSaved') return redirect(`${result.agreement.url}?done=kept`, 303);
  faults.push(...result.fields.map((one) => ({ ...one, path: placeOf(one.path) })));
  // Gone back to and changed: the same form sent again with a key of its own is another agreement.
  if (result.fields.some(({ path }) => path === 'key')) typed['key'] = crypto.randomUUID();
  return refused();
}

export default function AgreementNew({ loaderData: { organizations, key, vendor }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const typed: Record<string, string> = actionData?.typed ?? { vendor };
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one, one.path === 'key' ? 'number' : one.path));
  return (
    <>
      <Meta title={t('agreements.new')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('agreements.title'), url: '/agreements' },
        ]}
      />
      <PageTitle title={t('agreements.new')} lead={t('agreements.form.newLead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/agreements/new" encType="multipart/form-data">
        <input type="hidden" name="key" value={typed['key'] ?? key} />
        <SelectField
          name="holder"
          label={t('agreements.form.holder')}
          value={typed['holder'] ?? ''}
          options={organizations.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        />
        <TextField
          name="vendor"
          label={t('agreements.form.vendor')}
          help={t('agreements.form.vendorHelp')}
          example={t('agreements.form.vendorExample')}
          value={typed['vendor'] ?? ''}
          error={errors.find(({ name }) => name === 'vendor')?.message ?? null}
        />
        <TermsFields typed={typed} errors={errors} />
        <button type="submit">{t('agreements.form.keep')}</button>
      </form>
    </>
  );
}
