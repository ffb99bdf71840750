import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/amend';
import { placeOf, readTerms } from './terms.server.ts';
import { TermsFields } from './terms-fields.tsx';

const query = graphql(/* GraphQL */ `
  query AmendAgreementForm($id: ID!) {
    agreement(id: $id) {
      url
      versions
      viewerCanKeep
      history {
        number
        title
        scope
        unspsc
        startsOn
        endsOn
        ceiling
        currency
        callOff
        use
        useTerms
        contact
        documentLabel
        documentAddress
        documentFile
        source
      }
    }
  }
`);
const amend = graphql(/* GraphQL */ `
  mutation AmendAgreement($id: ID!, $versions: Int!, $holdsFrom: String!, $reason: String!, $terms: AgreementTermsInput!) {
    amendAgreement(id: $id, versions: $versions, holdsFrom: $holdsFrom, reason: $reason, terms: $terms) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  requireSession(request);
  if (!isKey(id)) throw httpError(context, 404);
  const agreement = orNotFound(context, (await ask(context, query, { id })).agreement);
  if (!agreement.viewerCanKeep) throw httpError(context, 403);
  return { agreement };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const { typed, terms, faults } = readTerms(form);
  const refused = () => data({ faults, typed }, { status: 400 });
  if (faults.length > 0) return refused();
  const { amendAgreement: result } = await ask(context, amend, {
    id,
    versions: Number(typed['versions']) || 0,
    holdsFrom: typed['holdsFrom'] ?? '',
    reason: typed['reason'] ?? '',
    terms,
  });
  if (result.__typename === 'AgreementSaved') return redirect(`/agreements/${id}?done=amended`, 303);
  faults.push(...result.fields.map((one) => ({ ...one, path: placeOf(one.path) })));
  return refused();
}

export default function AgreementAmend({ loaderData: { agreement }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  // The last version is amended, also one that holds from a day to come.
  const last = agreement.history.at(-1);
  const stored = Object.fromEntries(
    Object.entries(last ?? {}).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : value === null ? '' : String(value)]),
  );
  const typed: Record<string, string> = actionData?.typed ?? stored;
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one));
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: errors.find((one) => one.name === name)?.message ?? null });
  const title = t('agreements.form.amendTitle', { number: last?.number ?? '' });
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('agreements.title'), url: '/agreements' },
          { label: last?.title ?? '', url: agreement.url },
        ]}
      />
      <PageTitle title={title} lead={t('agreements.form.amendLead')} />
      <ErrorSummary errors={errors} />
      <form method="post" action={`${agreement.url}/amend`} encType="multipart/form-data">
        <input type="hidden" name="versions" value={agreement.versions} />
        <TextField {...field('holdsFrom')} type="date" label={t('agreements.form.holdsFrom')} example={t('agreements.form.dayExample')} />
        <TextArea {...field('reason')} label={t('agreements.form.reason')} example={t('agreements.form.reasonExample')} rows={2} most={4000} />
        <TermsFields typed={typed} errors={errors} />
        <button type="submit">{t('agreements.form.amend')}</button>
      </form>
    </>
  );
}
