import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Rows } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/list';
import { shortlistsQuery } from './query.ts';

const create = graphql(/* GraphQL */ `
  mutation CreateShortlist($name: String!, $purpose: String, $records: [String!], $key: String!) {
    createShortlist(name: $name, purpose: $purpose, records: $records, key: $key) {
      __typename
      ... on ShortlistSaved {
        shortlist {
          url
        }
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return { ...(await ask(context, shortlistsQuery, {})), key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { name: text('name'), purpose: text('purpose'), key: text('key') };
  const { createShortlist: result } = await ask(context, create, { ...typed, records: [] });
  if (result.__typename === 'ShortlistSaved') return redirect(`${result.shortlist.url}?done=created`, 303);
  if (result.fields.some(({ path }) => path === 'key')) typed.key = crypto.randomUUID();
  return data({ typed, faults: result.fields }, { status: 400 });
}

/** The lists of a person and of their organizations. */
export default function Shortlists({ loaderData: { shortlists, key }, actionData }: Route.ComponentProps) {
  const { t, url, format, viewer } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path === 'key' ? 'name' : one.path));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const keeps = (viewer?.memberships.length ?? 0) > 0;
  return (
    <>
      <Meta title={t('shortlists.title')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('shortlists.title')} lead={t('shortlists.lead')} />
      <ErrorSummary errors={errors} />
      {url.searchParams.get('done') === 'deleted' && (
        <Notice role="status">
          <p>{t('shortlists.done.deleted')}</p>
        </Notice>
      )}
      {!keeps && <p>{t('shortlists.noRole')}</p>}
      {keeps && shortlists.length === 0 && <p>{t('shortlists.none')}</p>}
      <Rows
        rows={shortlists.map((one) => ({
          url: one.url,
          title: one.name,
          text: one.purpose,
          facts: [
            t('shortlists.entries', { count: one.count }),
            one.sharing === 'ORGANIZATION'
              ? t('shortlists.sharedIn', { organization: one.organizationName ?? '' })
              : one.sharing === 'LINK'
                ? t('shortlists.sharedByLink')
                : t('shortlists.sharing.PRIVATE'),
            one.owner && t('shortlists.show.of', { name: one.owner }),
            t('shortlists.changed', { day: format.date(one.updatedAt.slice(0, 10)) }),
          ],
        }))}
      />
      {viewer?.memberships.some(({ role }) => role === 'PROCUREMENT_OFFICER') && (
        <p className="section">
          <a href="/information">{t('shortlists.requests')}</a>
        </p>
      )}
      {keeps && (
        <Section id="begin" title={t('shortlists.begin')}>
          <form method="post" action="/shortlists">
            <input type="hidden" name="key" value={refused?.typed.key ?? key} />
            <TextField
              name="name"
              label={t('shortlists.form.name')}
              example={t('shortlists.form.nameExample')}
              value={refused?.typed.name ?? ''}
              error={error('name')}
              most={200}
            />
            <TextArea
              name="purpose"
              label={t('shortlists.form.purpose')}
              example={t('shortlists.form.purposeExample')}
              value={refused?.typed.purpose ?? ''}
              error={error('purpose')}
              required={false}
              rows={2}
              most={2000}
            />
            <button type="submit">{t('shortlists.form.create')}</button>
          </form>
        </Section>
      )}
    </>
  );
}
