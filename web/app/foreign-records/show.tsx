import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { ForeignRecordPageQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { CitationLinks } from '../ui/citation-links.tsx';
import { inWords, toError } from '../ui/faults.ts';
import { ErrorSummary, SelectField, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Prose } from '../ui/prose.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query ForeignRecordPage($slug: String!) {
    foreignRecord(slug: $slug) {
      title
      language
      url
      slug
      version
      hash
      updatedAt
      summaryText
      identifier
      address
      changedThere
      stage
      catalogue {
        name
        publisher
        url
        version
        asAt
        licence
        licenceUrl
      }
      statements {
        field
        label
        text
        column
      }
      answers {
        id
        text
        organization
        organizationName
        version
        writtenAt
        viewerCanWithdraw
      }
      versions {
        number
        at
        edition
        changed {
          field
          before
          after
        }
      }
      viewerAnswersFor {
        slug
        shortName
      }
    }
  }
`);
const answerDocument = graphql(/* GraphQL */ `
  mutation AnswerForeignRecord($slug: String!, $organization: String!, $text: String!, $key: String!) {
    answerForeignRecord(slug: $slug, organization: $organization, text: $text, idempotencyKey: $key) {
      __typename
      ...FieldFaults
    }
  }
`);
const withdrawDocument = graphql(/* GraphQL */ `
  mutation WithdrawForeignAnswer($id: ID!) {
    withdrawForeignAnswer(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
type Entry = NonNullable<ForeignRecordPageQuery['foreignRecord']>;

export async function loader({ params, context }: Route.LoaderArgs) {
  return { record: orNotFound(context, (await ask(context, query, { slug: params.slug })).foreignRecord), key: crypto.randomUUID() };
}

export async function action({ params: { slug }, request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const field = (name: string) => String(form.get(name) ?? '');
  const intent = field('intent');
  if (intent !== 'answer' && intent !== 'withdraw') throw httpError(context, 400);
  const result =
    intent === 'withdraw'
      ? (await ask(context, withdrawDocument, { id: field('id') })).withdrawForeignAnswer
      : (await ask(context, answerDocument, { slug, organization: field('organization'), text: field('text'), key: field('key') || crypto.randomUUID() }))
          .answerForeignRecord;
  if (result && 'fields' in result) return data({ faults: result.fields, text: field('text') }, { status: 400 });
  return new Response(null, { status: 303, headers: { location: `/foreign-records/${slug}?done=${intent === 'answer' ? 'answered' : 'withdrawn'}#answers` } });
}

/** An entry of another catalogue, marked as such: what it says, word by word with its place there, and what organizations say beside it. */
export default function ForeignRecordPage({ loaderData: { record, key }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const faults = actionData && 'faults' in actionData ? actionData.faults : [];
  const done = url.searchParams.get('done');
  return (
    <>
      <Meta title={record.title} description={record.summaryText} canonical={record.url} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('foreignRecords.title'), url: '/foreign-records' },
        ]}
      />
      <PageTitle kind={t('searchBox.kind.FOREIGN_RECORD')} title={<span lang={record.language}>{record.title}</span>} />
      <ErrorSummary errors={faults.map((one) => toError(t, one))} />
      {faults
        .filter(({ path }) => path !== 'text')
        .map((one) => (
          <Notice key={one.code} role="alert">
            <p>{inWords(t, one)}</p>
          </Notice>
        ))}
      {(done === 'answered' || done === 'withdrawn') && faults.length === 0 && (
        <Notice role="status">
          <p>{t(`foreignRecords.done.${done}`)}</p>
        </Notice>
      )}
      <From record={record} />
      <Says record={record} />
      <Answers record={record} keyOf={key} text={actionData && 'text' in actionData ? actionData.text : ''} faults={faults.length > 0} />
      <Versions record={record} />
      <Section id="cite" title={t('records.foot')}>
        <p className="cite-text">
          {t('foreignRecords.citation', {
            publisher: record.catalogue.publisher ?? record.catalogue.name,
            catalogue: record.catalogue.name,
            edition: record.catalogue.version,
            title: record.title,
            version: record.version,
            date: format.date(record.updatedAt.slice(0, 10)),
            address: new URL(record.url, url).href,
          })}
        </p>
        <p className="download">
          {t('records.citeAs')} <CitationLinks address={record.url} />
        </p>
        <p className="quiet small">
          {t('records.hash')} <code className="hash">{record.hash}</code>
        </p>
      </Section>
    </>
  );
}

/** Whose it is, in which version, under which licence: before anything that it says. */
function From({ record: { catalogue, identifier, address, changedThere } }: { record: Entry }) {
  const { t, format } = useSite();
  const links = [
    { to: address, label: t('foreignRecords.there') },
    { to: catalogue.url, label: t('foreignRecords.catalogueLink') },
    { to: catalogue.licenceUrl, label: t('foreignRecords.licenceLink') },
  ].flatMap(({ to, label }) => (to ? [{ to, label }] : []));
  return (
    <Notice>
      <p>
        <b>{t('foreignRecords.from')}.</b>{' '}
        {t('foreignRecords.fromText', {
          publisher: catalogue.publisher ?? t('foreignRecords.fromNobody'),
          catalogue: catalogue.name,
          version: catalogue.version,
          identifier,
          licence: catalogue.licence,
        })}{' '}
        {catalogue.asAt && t('foreignRecords.asAt', { day: format.date(catalogue.asAt) })}{' '}
        {changedThere && t('foreignRecords.changedThere', { day: format.date(changedThere) })}
      </p>
      {links.length > 0 && (
        <ul className="plain">
          {links.map(({ to, label }) => (
            <li key={label}>
              <a href={to} rel="external nofollow">
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

const isWeb = (text: string) => /^https?:\/\/\S+$/.test(text);
const known = (field: string) => field as 'summary';

/** Every value under the words of the catalogue, with the column in which it stands. */
function Says({ record }: { record: Entry }) {
  const { t } = useSite();
  return (
    <Section id="says" title={t('foreignRecords.says')}>
      {record.stage && <p>{t('foreignRecords.stageHere', { stage: t(`stage.${record.stage}`) })}</p>}
      <ResponsiveTable
        caption={t('foreignRecords.saysCaption')}
        columns={[t('foreignRecords.saysColumns.what'), t('foreignRecords.saysColumns.text'), t('foreignRecords.saysColumns.column')]}
        rows={record.statements.map(({ field, label, text, column }, index) => ({
          key: `${index}`,
          cells: [
            label ?? t(`foreignRecords.field.${known(field)}`),
            isWeb(text) ? (
              <a key="to" href={text} rel="external nofollow">
                {text}
              </a>
            ) : (
              <span key="text" lang={record.language} className="keep-lines">
                {/^\d+$/.test(text) && field === 'goals' ? `${text} ${word(t, 'goalTitle', text)}` : text}
              </span>
            ),
            <code key="column">{column}</code>,
          ],
        }))}
      />
    </Section>
  );
}

/** What organizations say beside it; the entry itself stays. */
function Answers({ record, keyOf, text, faults }: { record: Entry; keyOf: string; text: string; faults: boolean }) {
  const { t, format } = useSite();
  return (
    <Section id="answers" title={t('foreignRecords.answers')}>
      {record.answers.length === 0 ? (
        <p>{t('foreignRecords.answersNone')}</p>
      ) : (
        record.answers.map((one) => (
          <article key={one.id}>
            <Prose text={one.text} />
            <p className="quiet small">
              {t('foreignRecords.answered', { organization: one.organizationName, day: format.date(one.writtenAt.slice(0, 10)), version: one.version })}
            </p>
            {one.viewerCanWithdraw && (
              <form method="post">
                <input type="hidden" name="intent" value="withdraw" />
                <input type="hidden" name="id" value={one.id} />
                <button type="submit" className="button-quiet">
                  {t('foreignRecords.withdraw')}
                </button>
              </form>
            )}
          </article>
        ))
      )}
      {record.viewerAnswersFor.length > 0 && (
        <details open={faults}>
          <summary>{t('foreignRecords.answer')}</summary>
          <form method="post">
            <input type="hidden" name="intent" value="answer" />
            <input type="hidden" name="key" value={keyOf} />
            <SelectField
              name="organization"
              label={t('foreignRecords.answerFor')}
              options={record.viewerAnswersFor.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
            />
            <TextArea name="text" label={t('foreignRecords.answerText')} help={t('foreignRecords.answerHelp')} most={4000} value={text} />
            <button type="submit">{t('foreignRecords.send')}</button>
          </form>
        </details>
      )}
    </Section>
  );
}

/** What later versions of the catalogue said otherwise. */
function Versions({ record: { versions } }: { record: Entry }) {
  const { t, format } = useSite();
  return (
    <Section id="versions" title={t('foreignRecords.versions')} quiet>
      <ol className="plain">
        {versions.map(({ number, at, edition, changed }, index) => (
          <li key={number}>
            <p>{t('foreignRecords.version', { number, day: format.date(at.slice(0, 10)), edition })}</p>
            {changed.length > 0 ? (
              <ul>
                {changed.map(({ field, before, after }) => (
                  <li key={field}>
                    <b>{t(`foreignRecords.field.${known(field)}`)}</b>: {after || t('foreignRecords.nothing')}{' '}
                    <span className="quiet">({t('foreignRecords.was', { text: before || t('foreignRecords.nothing') })})</span>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="quiet small">{index === versions.length - 1 ? t('foreignRecords.versionFirst') : t('foreignRecords.versionSame')}</p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
