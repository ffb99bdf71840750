import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/ask';

const query = graphql(/* GraphQL */ `
  query AskVendorsForm($id: ID!, $link: String) {
    viewerAsksVendorsFor {
      slug
      shortName
    }
    shortlist(id: $id, link: $link) {
      url
      name
      items {
        record {
          kind
          slug
          title
        }
      }
    }
  }
`);
const send = graphql(/* GraphQL */ `
  mutation AskVendors($organization: String!, $vendors: [String!]!, $subject: String!, $text: String!, $answerBy: String!, $key: String!) {
    askVendors(organization: $organization, vendors: $vendors, subject: $subject, text: $text, answerBy: $answerBy, key: $key) {
      __typename
      ... on VendorsAsked {
        request {
          url
        }
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  requireSession(request);
  if (!isKey(id)) throw httpError(context, 404);
  const { shortlist, viewerAsksVendorsFor } = await ask(context, query, { id, link: new URL(request.url).searchParams.get('link') });
  const list = orNotFound(context, shortlist);
  if (viewerAsksVendorsFor.length === 0) throw httpError(context, 403);
  return { list, organizations: viewerAsksVendorsFor, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { organization: text('organization'), subject: text('subject'), text: text('text'), answerBy: text('answerBy'), key: text('key') };
  const vendors = form.getAll('vendors').map(String).slice(0, 200);
  const { askVendors: result } = await ask(context, send, { ...typed, vendors });
  if (result.__typename === 'VendorsAsked') return redirect(`${result.request.url}?done=asked`, 303);
  if (result.fields.some(({ path }) => path === 'key')) typed.key = crypto.randomUUID();
  return data({ typed, vendors, faults: result.fields }, { status: 400 });
}

/** Asks the vendors of a list for information. */
export default function AskVendors({ loaderData: { list, organizations, key }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path === 'key' ? 'subject' : one.path));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const vendors = list.items.flatMap(({ record }) => (record.kind === 'VENDOR' ? [record] : []));
  return (
    <>
      <Meta title={t('information.form.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('shortlists.title'), url: '/shortlists' },
          { label: list.name, url: list.url },
        ]}
      />
      <PageTitle title={t('information.form.title')} lead={t('information.form.lead')} />
      <ErrorSummary errors={errors} />
      {vendors.length === 0 ? (
        <p>{t('information.form.noVendor')}</p>
      ) : (
        <form method="post" action={`${list.url}/ask${url.search}`}>
          <input type="hidden" name="key" value={refused?.typed.key ?? key} />
          <SelectField
            name="organization"
            label={t('information.form.organization')}
            value={refused?.typed.organization ?? ''}
            options={organizations.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
          />
          <Choices
            name="vendors"
            several
            label={t('information.form.vendors')}
            values={refused?.vendors ?? vendors.map(({ slug }) => slug)}
            error={error('vendors')}
            options={vendors.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
          <TextField
            name="subject"
            label={t('information.form.subject')}
            example={t('information.form.subjectExample')}
            value={refused?.typed.subject ?? ''}
            error={error('subject')}
            most={200}
          />
          <TextArea
            name="text"
            label={t('information.form.text')}
            example={t('information.form.textExample')}
            value={refused?.typed.text ?? ''}
            error={error('text')}
            rows={8}
            most={4000}
          />
          <TextField
            name="answerBy"
            type="date"
            label={t('information.form.answerBy')}
            help={t('information.form.answerByHelp')}
            value={refused?.typed.answerBy ?? ''}
            error={error('answerBy')}
          />
          <button type="submit">{t('information.form.button')}</button>
        </form>
      )}
    </>
  );
}
