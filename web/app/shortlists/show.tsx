import { wordFor } from '../ui/word-for.ts';
import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { ShortlistPageQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { internalAddress } from '../ui/downloads.tsx';
import { toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { QuietFacts } from '../ui/rows.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/show';
import { changeList } from './changes.server.ts';
import { shortlistQuery } from './query.ts';

type List = NonNullable<ShortlistPageQuery['shortlist']>;
type Item = List['items'][number];
type Came = { intent: string; typed: Record<string, string>; errors: FieldError[] };

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  requireSession(request);
  if (!isKey(id)) throw httpError(context, 404);
  const link = new URL(request.url).searchParams.get('link');
  const { shortlist, viewerAsksVendorsFor, me } = await ask(context, shortlistQuery, { id, link });
  const organizations = new Map(
    (me?.memberships ?? []).flatMap((one) => (one.organizationSlug ? [[one.organizationSlug, one.organizationName ?? one.organizationSlug] as const] : [])),
  );
  return { list: orNotFound(context, shortlist), asks: viewerAsksVendorsFor.length > 0, organizations: [...organizations] };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const done = await changeList(context, id, await readForm(context, request));
  if ('to' in done) return redirect(done.to, 303);
  return data(done, { status: 400 });
}

export default function ShortlistPage({ loaderData: { list, asks, organizations }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const came: Came = { intent: refused?.intent ?? '', typed: refused?.typed ?? {}, errors: (refused?.faults ?? []).map((one) => toError(t, one)) };
  const doneWords = t('shortlists.done', { returnObjects: true }) as Record<string, string>;
  const done = wordFor(doneWords, url.searchParams.get('done'));
  const link = url.searchParams.get('link');
  const gone = list.count - list.items.length;
  return (
    <>
      <Meta title={list.name} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('shortlists.title'), url: '/shortlists' },
        ]}
      />
      <PageTitle kind={t('shortlists.show.kind')} title={list.name} lead={list.purpose || undefined} />
      <ErrorSummary errors={came.errors} />
      {done && !refused && (
        <Notice role="status">
          <p>{done}</p>
        </Notice>
      )}
      <QuietFacts
        items={[
          t('shortlists.entries', { count: list.count }),
          list.sharing === 'ORGANIZATION'
            ? t('shortlists.sharedIn', { organization: list.organizationName ?? '' })
            : list.sharing === 'LINK'
              ? t('shortlists.sharedByLink')
              : t('shortlists.sharing.PRIVATE'),
          list.owner && t('shortlists.show.of', { name: list.owner }),
        ]}
      />
      {list.items.length === 0 && gone === 0 && <p className="section">{t('shortlists.show.empty')}</p>}
      {list.items.map((item) => (
        <ItemRow key={item.record.url} list={list} item={item} came={came} />
      ))}
      {gone > 0 && <p className="quiet">{t('shortlists.show.gone', { count: gone })}</p>}
      {list.items.length > 1 && (
        <form id="pick" className="picks" action="/compare" method="get">
          <p className="pick-actions">
            <span>{t('list.pick.picked')}</span> <button type="submit">{t('shortlists.show.compare')}</button>
          </p>
        </form>
      )}
      {list.items.length > 0 && (
        <p className="download">
          {t('shortlists.show.files')}{' '}
          {['csv', 'xlsx', 'docx'].map((extension) => (
            <a
              key={extension}
              href={`${internalAddress(`${list.url}.${extension}`)}${link ? `&${new URLSearchParams({ link })}` : ''}`}
              download=""
              aria-label={t('list.internalFile', { name: extension.toUpperCase() })}
            >
              {extension.toUpperCase()}
            </a>
          ))}
        </p>
      )}
      {asks && list.items.some(({ record }) => record.kind === 'VENDOR') && (
        <p className="section">
          <a className="button" href={`${list.url}/ask${link ? `?${new URLSearchParams({ link })}` : ''}`}>
            {t('shortlists.show.ask')}
          </a>
        </p>
      )}
      {list.viewerCanManage && <Manage list={list} organizations={organizations} came={came} />}
    </>
  );
}

function ItemRow({ list, item: { record, note, addedBy, addedAt }, came }: { list: List; item: Item; came: Came }) {
  const { t, format } = useSite();
  const address = record.url.slice(1);
  const place = `note-${address.replace('/', '-')}`;
  const mine = came.typed['record'] === record.url;
  const error = came.errors.find(({ name }) => name === place)?.message ?? null;
  const day = format.date(addedAt.slice(0, 10));
  return (
    <article className="row">
      <h2 className="row-title">
        {list.items.length > 1 && (
          <input type="checkbox" name="ids" value={address} form="pick" aria-label={t('shortlists.show.pick', { title: record.title })} />
        )}
        <a href={record.url}>{record.title}</a>
      </h2>
      <p className="row-text">{record.summaryText}</p>
      {note && <p className="entry-text">{note}</p>}
      <QuietFacts
        items={[t(`searchBox.kind.${record.kind}`), addedBy ? t('shortlists.show.added', { name: addedBy, day }) : t('shortlists.show.addedOn', { day })]}
      />
      {list.viewerCanWrite && (
        <details open={mine}>
          <summary>
            {t('shortlists.show.editNote')}
            <span className="hidden">: {record.title}</span>
          </summary>
          <form method="post" action={list.url}>
            <input type="hidden" name="edits" value={list.edits} />
            <input type="hidden" name="record" value={record.url} />
            <div className={error ? 'field field-wrong' : 'field'}>
              <label htmlFor={place}>{t('shortlists.form.note')}</label>
              {error && (
                <p className="field-error" id={`${place}-error`}>
                  <b>{t('form.error')}</b> {error}
                </p>
              )}
              <textarea
                id={place}
                name="note"
                rows={3}
                defaultValue={(mine ? came.typed['note'] : null) ?? note}
                aria-invalid={error ? true : undefined}
                aria-describedby={error ? `${place}-error` : undefined}
              />
            </div>
            <button type="submit" name="intent" value="note">
              {t('shortlists.form.saveNote')}
            </button>{' '}
            <button type="submit" name="intent" value="off" className="button-quiet">
              {t('shortlists.form.takeOff')}
            </button>
          </form>
        </details>
      )}
    </article>
  );
}

function Manage({ list, organizations, came }: { list: List; organizations: [slug: string, name: string][]; came: Came }) {
  const { t, url } = useSite();
  const typed = came.intent === 'save' ? came.typed : {};
  const error = (name: string) => came.errors.find((one) => one.name === name)?.message ?? null;
  return (
    <Section id="manage" title={t('shortlists.show.manage')}>
      {list.link && (
        <p className="picked-send">
          <label htmlFor="link">{t('shortlists.show.link')}</label>
          <input id="link" readOnly value={new URL(list.link, url).href} data-copy={t('records.copied')} />
          <span className="field-help">{t('shortlists.show.linkHelp')}</span>
        </p>
      )}
      <form method="post" action={list.url}>
        <input type="hidden" name="edits" value={list.edits} />
        <TextField name="name" label={t('shortlists.form.name')} value={typed['name'] ?? list.name} error={error('name')} most={200} />
        <TextArea
          name="purpose"
          label={t('shortlists.form.purpose')}
          value={typed['purpose'] ?? list.purpose}
          error={error('purpose')}
          required={false}
          rows={2}
          most={2000}
        />
        <Choices
          name="sharing"
          label={t('shortlists.form.sharing')}
          values={[typed['sharing'] ?? list.sharing]}
          error={error('sharing')}
          options={(['PRIVATE', 'ORGANIZATION', 'LINK'] as const)
            .filter((value) => value !== 'ORGANIZATION' || organizations.length > 0)
            .map((value) => ({ value, label: t(`shortlists.sharing.${value}`) }))}
        />
        {organizations.length > 0 && (
          <SelectField
            name="organization"
            label={t('shortlists.form.organization')}
            value={typed['organization'] ?? list.organizationSlug ?? organizations[0]?.[0] ?? ''}
            error={error('organization')}
            options={organizations.map(([value, label]) => ({ value, label }))}
          />
        )}
        <button type="submit" name="intent" value="save">
          {t('shortlists.form.save')}
        </button>
      </form>
      <details>
        <summary>{t('shortlists.form.delete')}</summary>
        <form method="post" action={list.url}>
          <input type="hidden" name="edits" value={list.edits} />
          <p className="field-help">{t('shortlists.form.deleteHelp')}</p>
          <button type="submit" name="intent" value="delete">
            {t('shortlists.form.delete')}
          </button>
        </form>
      </details>
    </Section>
  );
}
