import { ask } from '../api.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { PickForm } from '../ui/pick.tsx';
import { Rows } from '../ui/rows.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/picked';
import { addressesIn } from './addresses.ts';

/** So many stand in one list: a longer address is cut by mail programs. */
const MOST = 50;

const query = graphql(`
  query Picked($addresses: [String!]!) {
    recordsAt(addresses: $addresses) {
      kind
      title
      language
      url
      summaryText
      version
      updatedAt
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { addresses, more } = addressesIn(new URL(request.url), MOST);
  if (addresses.length === 0) return { records: [], asked: 0, more };
  const { recordsAt } = await ask(context, query, { addresses });
  return { records: recordsAt, asked: addresses.length, more };
}

/** Records that somebody picked; the address is the list, so that it can be sent, kept and printed. */
export default function Picked({ loaderData: { records, asked, more } }: Route.ComponentProps) {
  const { t, format, url } = useSite();
  const address = url.href;
  const mail = `mailto:?${new URLSearchParams({
    subject: t('lists.picked.subject', { count: records.length }),
    body: `${records.map((record) => `${record.title}\n${new URL(record.url, url).href}`).join('\n\n')}\n\n${t('lists.picked.whole')}\n${address}`,
  })
    .toString()
    .replaceAll('+', '%20')}`;
  return (
    <>
      <Meta title={t('lists.picked.title')} description={t('lists.picked.lead')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('lists.picked.title')} lead={t('lists.picked.lead')} />
      {(asked > records.length || more > 0) && (
        <Notice role="status">
          <p>{t('lists.picked.missing', { count: asked - records.length + more })}</p>
        </Notice>
      )}
      {records.length === 0 ? (
        <p>
          {t('lists.picked.none')} <a href="/projects">{t('nav.projects')}</a>
        </p>
      ) : (
        <>
          <p className="picked-send">
            <a href={mail}>{t('lists.picked.mail')}</a>
            <label htmlFor="address">{t('lists.picked.address')}</label>
            <input id="address" readOnly value={address} data-copy={t('records.copied')} />
          </p>
          <PickForm>
            <Rows
              picked
              rows={records.map((record) => ({
                url: record.url,
                title: record.title,
                language: record.language,
                text: record.summaryText,
                facts: [
                  t(`searchBox.kind.${record.kind}`),
                  t('records.version', { version: record.version, date: format.date(record.updatedAt.slice(0, 10)) }),
                ],
              }))}
            />
          </PickForm>
        </>
      )}
    </>
  );
}
