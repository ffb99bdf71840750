import { wordFor } from '../ui/word-for.ts';
import { Trans } from 'react-i18next';
import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { Facts } from '../ui/facts.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { type Site, useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { isDate, isKey } from '../uptake/request.ts';
import type { Route } from './+types/show';
import { Acts } from './acts.tsx';
import { act } from './act.server.ts';
import { money } from './amounts.ts';
import { type Agreement, agreementQuery } from './query.ts';

export async function loader({ params: { id }, request, context }: Route.LoaderArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const at = new URL(request.url).searchParams.get('at') ?? '';
  const agreement = orNotFound(context, (await ask(context, agreementQuery, { id, at: isDate(at) ? at : null })).agreement);
  return { agreement, at: isDate(at) ? at : null, key: crypto.randomUUID() };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const done = await act(context, id, await readForm(context, request));
  if ('to' in done) return redirect(done.to, 303);
  return data(done, { status: 400 });
}

export default function AgreementPage({ loaderData: { agreement, at, key }, actionData }: Route.ComponentProps) {
  const site = useSite();
  const { t, i18n, url, format } = site;
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const done = wordFor(t('agreements.done', { returnObjects: true }) as Record<string, string>, url.searchParams.get('done'));
  return (
    <>
      <Meta title={agreement.title} description={agreement.scope} canonical={agreement.url} unlisted={agreement.audience !== 'PUBLIC'} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('agreements.title'), url: '/agreements' },
        ]}
      />
      <PageTitle
        title={agreement.title}
        kind={`${t('agreements.show.kind')}, ${agreement.number}`}
        lead={
          agreement.validity === 'VALID' && agreement.daysLeft !== null
            ? t('agreements.daysLeft', { count: agreement.daysLeft })
            : t(`agreements.validity.${agreement.validity}`)
        }
      />
      <ErrorSummary errors={errors} />
      {done && !refused && (
        <Notice role="status">
          <p>{done}</p>
        </Notice>
      )}
      {agreement.demo && (
        <Notice>
          <p>{t('agreements.demo')}</p>
        </Notice>
      )}
      {at && (
        <Notice>
          <p>
            <Trans i18n={i18n} t={t} i18nKey="agreements.show.atOther" values={{ day: format.date(at) }} components={{ x: <a href={agreement.url} /> }} />
          </p>
        </Notice>
      )}
      <Glance agreement={agreement} />
      <Section id="terms" title={t('agreements.show.terms')}>
        <Facts
          items={[
            { label: t('agreements.show.scope'), value: <span className="entry-text">{agreement.scope}</span> },
            { label: t('agreements.show.callOff'), value: agreement.callOff && <span className="entry-text">{agreement.callOff}</span> },
            { label: t('agreements.show.others'), value: agreement.use === 'NOT_STATED' ? null : t(`agreements.use.${agreement.use}`) },
            { label: t('agreements.show.useTerms'), value: agreement.useTerms && <span className="entry-text">{agreement.useTerms}</span> },
            { label: t('agreements.show.source'), value: agreement.source },
          ]}
        />
      </Section>
      <Requests agreement={agreement} />
      <Acts agreement={agreement} newKey={key} intent={refused?.intent ?? ''} typed={refused?.typed ?? {}} errors={errors} />
      {agreement.inside && <Drawings agreement={agreement} />}
      <History agreement={agreement} at={at} />
    </>
  );
}

function Glance({ agreement }: { agreement: Agreement }) {
  const site = useSite();
  const { t, format } = site;
  return (
    <>
      <Facts
        caption={t('agreements.show.caption', { day: format.date(agreement.at) })}
        items={[
          {
            label: t('agreements.columns.vendor'),
            value: agreement.vendorUrl ? <a href={agreement.vendorUrl}>{agreement.vendorTitle}</a> : agreement.vendorTitle,
          },
          { label: t('agreements.columns.holder'), value: <a href={`/organizations/${agreement.holderSlug}`}>{agreement.holderName}</a> },
          {
            label: t('agreements.show.period'),
            value: t('agreements.show.periodText', { from: format.date(agreement.startsOn), to: format.date(agreement.endsOn) }),
          },
          { label: t('agreements.columns.ceiling'), value: money(site, agreement.ceiling, agreement.currency) },
          ...(agreement.inside
            ? [
                {
                  label: t('agreements.form.drawn'),
                  value:
                    agreement.drawn === null ? null : (
                      <>
                        {money(site, agreement.drawn, agreement.currency)}{' '}
                        <span className="quiet">{t('agreements.show.drawnOn', { day: format.date(agreement.drawnOn ?? '') })}</span>
                      </>
                    ),
                },
                { label: t('agreements.columns.ceilingLeft'), value: money(site, agreement.ceilingLeft, agreement.currency) },
                { label: t('agreements.show.contact'), value: agreement.contact },
                { label: t('agreements.show.document'), value: <Document agreement={agreement} /> },
              ]
            : []),
          {
            label: t('agreements.columns.unspsc'),
            value: agreement.unspsc.map((code) => (
              <a key={code} href={`/agreements?unspsc=${code}`}>
                {code}
              </a>
            )),
          },
          { label: t('agreements.columns.audience'), value: t(`agreements.audience.${agreement.audience}`) },
        ]}
      />
      {!agreement.inside && <p className="quiet small">{t('agreements.show.closedPart')}</p>}
    </>
  );
}

function Document({ agreement: { documentAddress, documentFile, documentLabel } }: { agreement: Agreement }) {
  const { t } = useSite();
  const address = documentFile ? `/files/${documentFile}` : documentAddress;
  if (!address) return documentLabel || <NotStated />;
  return (
    <a href={address} rel="nofollow">
      {documentLabel || t('agreements.show.documentFile')}
    </a>
  );
}

function Requests({ agreement }: { agreement: Agreement }) {
  const { t, format } = useSite();
  if (agreement.requests.length === 0) return null;
  return (
    <Section id="requests" title={t('agreements.show.requests')}>
      {agreement.requests.map((one) => (
        <article className="row" key={one.id}>
          <h3 className="row-title">{t('agreements.show.requestText', { organization: one.organization, day: format.date(one.askedAt) })}</h3>
          <p className="entry-text">{one.text}</p>
          {one.asker && <p className="quiet small">{one.asker}</p>}
          {one.granted === null ? (
            <p className="quiet">{t('agreements.show.waiting')}</p>
          ) : (
            <>
              <p>
                <b>
                  {t(one.granted ? 'agreements.show.granted' : 'agreements.show.refused', {
                    holder: agreement.holderName,
                    day: format.date(one.answeredAt ?? ''),
                  })}
                </b>
              </p>
              <p className="entry-text">{one.answer}</p>
              {one.answerer && <p className="quiet small">{one.answerer}</p>}
            </>
          )}
        </article>
      ))}
    </Section>
  );
}

const written = ({ t, format }: Pick<Site, 't' | 'format'>, { writtenAt, writer }: { writtenAt: string; writer: string | null }) =>
  writer ? t('agreements.show.by', { day: format.date(writtenAt), name: writer }) : format.date(writtenAt);

function Drawings({ agreement }: { agreement: Agreement }) {
  const site = useSite();
  const { t, format } = site;
  const columns = t('agreements.show.drawingColumns', { returnObjects: true });
  return (
    <Section id="drawings" title={t('agreements.show.drawings')}>
      {agreement.drawings.length === 0 ? (
        <p className="quiet">{t('agreements.show.noDrawings')}</p>
      ) : (
        <ResponsiveTable
          caption={t('agreements.show.drawingsCaption')}
          columns={[columns.day, columns.drawn, columns.source, columns.who]}
          rows={agreement.drawings.map((one) => ({
            key: `${one.onDay} ${one.writtenAt}`,
            cells: [format.date(one.onDay), money(site, one.drawn, agreement.currency), one.source, written(site, one)],
          }))}
        />
      )}
    </Section>
  );
}

type Version = Agreement['history'][number];
/** What a term says in a version, in words. */
function termIn({ t, format }: Pick<Site, 't' | 'format'>, version: Version, name: string): string {
  const value = (version as unknown as Record<string, string | number | string[] | null>)[name] ?? null;
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return t('agreements.show.nothing');
  if (name === 'use') return t(`agreements.use.${value as Version['use']}`);
  if (name === 'startsOn' || name === 'endsOn') return format.date(String(value));
  if (name === 'documentFile') return t('agreements.show.documentFile');
  return typeof value === 'number' ? format.number(value) : Array.isArray(value) ? value.join(', ') : value;
}

function History({ agreement, at }: { agreement: Agreement; at: string | null }) {
  const site = useSite();
  const { t, format } = site;
  const columns = t('agreements.show.versionColumns', { returnObjects: true });
  const { history } = agreement;
  return (
    <Section id="history" title={t('agreements.show.history')}>
      <ResponsiveTable
        caption={t('agreements.show.historyCaption')}
        columns={[columns.from, columns.reason, columns.what, columns.who]}
        rows={history
          .map((version, index) => ({
            key: String(version.version),
            cells: [
              version.holdsFrom ? format.date(version.holdsFrom) : t('agreements.show.concluded'),
              version.reason || null,
              version.changed.length === 0 ? null : (
                <ul key="changed" className="plain">
                  {version.changed.map((name) => (
                    <li key={name}>
                      {t('agreements.show.fromTo', {
                        name: t(`agreements.form.${name}` as 'agreements.form.title'),
                        from: termIn(site, history[index - 1] ?? version, name),
                        to: termIn(site, version, name),
                      })}
                    </li>
                  ))}
                </ul>
              ),
              written(site, version),
            ],
          }))
          .reverse()}
      />
      <form method="get" action={agreement.url} className="entry-inline section">
        <div>
          <label htmlFor="at">{t('agreements.show.at')}</label>
          <input id="at" name="at" type="date" defaultValue={at ?? ''} />
        </div>
        <button type="submit" className="button-quiet">
          {t('agreements.show.atButton')}
        </button>
      </form>
    </Section>
  );
}
