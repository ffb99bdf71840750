import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/add';
import { followMutation, frequencies, frequencyOf } from './queries.ts';

const query = graphql(/* GraphQL */ `
  query AddFollowPage($address: String!, $addresses: [String!]!) {
    followAt(address: $address) {
      id
      name
      frequency
      paused
    }
    recordsAt(addresses: $addresses) {
      kind
      title
    }
  }
`);

/** So much of an address and a name is read. */
const ADDRESS_MAX = 2000;
const NAME_MAX = 120;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  const { searchParams } = new URL(request.url);
  const address = (searchParams.get('address') ?? '').slice(0, ADDRESS_MAX + 1);
  const path = address.split('?')[0] ?? '';
  const { followAt, recordsAt } = await ask(context, query, { address, addresses: /^\/[a-z-]+\/[^/]+$/.test(path) ? [path] : [] });
  return { address, name: (searchParams.get('name') ?? '').slice(0, NAME_MAX), followAt, record: recordsAt[0] ?? null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const typed = { address: text('address'), name: text('name'), frequency: frequencyOf(text('frequency')) };
  const { follow: result } = await ask(context, followMutation, typed);
  if (result.__typename === 'FollowSaved') return redirect('/following?done=followed', 303);
  return data({ typed, faults: result.fields }, { status: 400 });
}

/** Where a record is followed, or a list or search is saved: what, under which name, how often mails tell of it. */
export default function AddFollow({ loaderData: { address, name, followAt, record }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path === 'address' ? 'frequency' : one.path));
  const error = (field: string) => errors.find((one) => one.name === field)?.message ?? null;
  const title = t(record ? 'following.add.title' : 'following.add.titleList');
  return (
    <>
      <Meta title={title} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('following.title'), url: '/following' },
        ]}
      />
      <PageTitle
        title={title}
        lead={record ? t('following.add.lead', { title: record.title, kind: t(`searchBox.kind.${record.kind}`) }) : t('following.add.leadList')}
      />
      <ErrorSummary errors={errors} />
      {followAt && !refused && (
        <Notice role="status">
          <p>{t(followAt.paused ? 'following.add.paused' : 'following.add.already')}</p>
        </Notice>
      )}
      <form method="post" action="/following/add">
        <input type="hidden" name="address" value={refused?.typed.address ?? address} />
        {!record && (
          <>
            <p>
              <a href={refused?.typed.address ?? address}>{t('following.add.look')}</a>
            </p>
            <TextField
              name="name"
              label={t('following.form.name')}
              value={refused?.typed.name ?? followAt?.name ?? name}
              error={error('name')}
              most={NAME_MAX}
            />
          </>
        )}
        <Choices
          name="frequency"
          label={t('following.form.frequency')}
          help={t('following.form.frequencyHelp')}
          values={[refused?.typed.frequency ?? followAt?.frequency ?? 'WEEKLY']}
          error={error('frequency')}
          options={frequencies.map((value) => ({ value, label: t(`following.frequency.${value}`) }))}
        />
        <button type="submit">{t(record ? 'following.add.button' : 'following.add.buttonList')}</button>
      </form>
    </>
  );
}
