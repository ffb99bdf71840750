import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { addressesIn } from '../compare/addresses.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Rows } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/add';

/** So many stand in one address. */
const MOST = 50;
const NEW = 'new';

const query = graphql(/* GraphQL */ `
  query AddToShortlist($addresses: [String!]!) {
    recordsAt(addresses: $addresses) {
      kind
      title
      url
    }
    shortlists {
      id
      name
      organizationName
      viewerCanWrite
    }
  }
`);
const put = graphql(/* GraphQL */ `
  mutation PutOnShortlist($id: ID!, $records: [String!]!, $note: String) {
    putOnShortlist(id: $id, records: $records, note: $note) {
      __typename
      ...FieldFaults
    }
  }
`);
const create = graphql(/* GraphQL */ `
  mutation CreateShortlistWith($name: String!, $records: [String!], $key: String!) {
    createShortlist(name: $name, records: $records, key: $key) {
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
  const { addresses, more } = addressesIn(new URL(request.url), MOST);
  return { ...(await ask(context, query, { addresses })), asked: addresses.length, more, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const typed = { list: text('list'), name: text('name'), note: text('note'), key: text('key') };
  const records = form.getAll('record').map(String).slice(0, MOST);
  const refused = (faults: readonly Fault[]) =>
    data({ typed, faults: faults.map((one) => ({ ...one, path: { id: 'list', records: 'list', key: 'name' }[one.path] ?? one.path })) }, { status: 400 });
  if (typed.list === NEW || typed.list === '') {
    const { createShortlist: result } = await ask(context, create, { name: typed.name, records, key: typed.key });
    if (result.__typename === 'ShortlistSaved') return redirect(`${result.shortlist.url}?done=created`, 303);
    if (result.fields.some(({ path }) => path === 'key')) typed.key = crypto.randomUUID();
    return refused(result.fields);
  }
  const { putOnShortlist: result } = await ask(context, put, { id: typed.list, records, note: typed.note });
  return result.__typename === 'InvalidInput' ? refused(result.fields) : redirect(`/shortlists/${encodeURIComponent(typed.list)}?done=put`, 303);
}

/** Where records that were picked are put on a list, one that is there or a new one. */
export default function AddToShortlist({ loaderData: { recordsAt, shortlists, asked, more, key }, actionData }: Route.ComponentProps) {
  const { t, url, viewer } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const lists = shortlists.filter(({ viewerCanWrite }) => viewerCanWrite);
  const missing = asked - recordsAt.length + more;
  const keeps = (viewer?.memberships.length ?? 0) > 0;
  return (
    <>
      <Meta title={t('shortlists.add.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('shortlists.title'), url: '/shortlists' },
        ]}
      />
      <PageTitle title={t('shortlists.add.title')} />
      <ErrorSummary errors={errors} />
      {missing > 0 && (
        <Notice role="status">
          <p>{t('lists.picked.missing', { count: missing })}</p>
        </Notice>
      )}
      {!keeps ? (
        <p>{t('shortlists.noRole')}</p>
      ) : recordsAt.length === 0 ? (
        <p>
          {t('shortlists.add.none')} <a href="/vendors">{t('nav.vendors')}</a>, <a href="/projects">{t('nav.projects')}</a>
        </p>
      ) : (
        <form method="post" action={`/shortlists/add${url.search}`}>
          <p>{t('shortlists.add.lead')}</p>
          <Rows heading="h3" rows={recordsAt.map((record) => ({ url: record.url, title: record.title, facts: [t(`searchBox.kind.${record.kind}`)] }))} />
          {recordsAt.map((record) => (
            <input key={record.url} type="hidden" name="record" value={record.url} />
          ))}
          <input type="hidden" name="key" value={refused?.typed.key ?? key} />
          <div className="section">
            {lists.length > 0 && (
              <Choices
                name="list"
                label={t('shortlists.form.onto')}
                values={[refused?.typed.list ?? lists[0]?.id ?? NEW]}
                error={error('list')}
                options={[
                  ...lists.map(({ id, name, organizationName }) => ({ value: id, label: organizationName ? `${name} (${organizationName})` : name })),
                  { value: NEW, label: t('shortlists.form.newList') },
                ]}
              />
            )}
            <TextField
              name="name"
              label={lists.length > 0 ? `${t('shortlists.form.newList')}: ${t('shortlists.form.name')}` : t('shortlists.form.name')}
              example={t('shortlists.form.nameExample')}
              value={refused?.typed.name ?? ''}
              error={error('name')}
              required={lists.length === 0}
              most={200}
            />
            {lists.length > 0 && (
              <TextArea
                name="note"
                label={t('shortlists.form.note')}
                help={t('shortlists.form.noteHelp')}
                value={refused?.typed.note ?? ''}
                error={error('note')}
                required={false}
                rows={2}
                most={2000}
              />
            )}
            <button type="submit">{t('shortlists.form.put')}</button>
          </div>
        </form>
      )}
    </>
  );
}
