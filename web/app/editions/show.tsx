import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import type { Audience } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { type Fault, toError } from '../ui/faults.ts';
import { ErrorSummary, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { editsOf } from '../assessments/form.ts';
import { Over } from '../assessments/over.tsx';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query EditionPage($id: ID!) {
    instrumentEdition(id: $id) {
      id
      instrument
      edition
      title
      organization
      publishedAt
      hash
      edits
      url
      viewerCanAdapt
      viewerCanPublish
      viewerCanWithdraw
      withdrawnAt
      withdrawnReason
      viewerCanReturn
      returnedAt
      returnedReason
      source
      differences {
        part
        id
        change
        before
        after
      }
    }
  }
`);
const check = graphql(/* GraphQL */ `
  mutation CheckEdition($source: String!) {
    checkEdition(source: $source) {
      path
      code
      params
    }
  }
`);
const save = graphql(/* GraphQL */ `
  mutation SaveEdition($id: ID!, $edits: Int!, $source: String!) {
    saveEdition(id: $id, edits: $edits, source: $source) {
      __typename
      ...FieldFaults
    }
  }
`);
const publish = graphql(/* GraphQL */ `
  mutation PublishEdition($id: ID!, $edits: Int!, $audience: Audience!) {
    publishEdition(id: $id, edits: $edits, audience: $audience) {
      __typename
      ...FieldFaults
    }
  }
`);
const withdraw = graphql(/* GraphQL */ `
  mutation WithdrawEdition($id: ID!, $reason: String!) {
    withdrawEdition(id: $id, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const bringBack = graphql(/* GraphQL */ `
  mutation ReturnEdition($id: ID!, $reason: String!) {
    returnEdition(id: $id, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const isId = (id: string) => /^[0-9a-f-]{36}$/.test(id);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isId(id)) throw httpError(context, 404);
  return { edition: orNotFound(context, (await ask(context, query, { id })).instrumentEdition) };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isId(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  const edits = editsOf(form);
  const source = text('source');
  const back = (faults: readonly Fault[], checked = false) =>
    data({ faults, source, checked, edits: text('edits') }, { status: faults.length > 0 ? 400 : 200 });
  if (text('intent') === 'check') return back((await ask(context, check, { source })).checkEdition, true);
  if (text('intent') === 'publish') {
    const { publishEdition: result } = await ask(context, publish, { id, edits, audience: text('audience') as Audience });
    return result.__typename === 'EditionSaved' ? redirect(`/editions/${id}?done=published`, 303) : back(result.fields);
  }
  const act = text('intent');
  if (act === 'withdraw' || act === 'return') {
    const given = { id, reason: text('reason') };
    const result = act === 'withdraw' ? (await ask(context, withdraw, given)).withdrawEdition : (await ask(context, bringBack, given)).returnEdition;
    return result.__typename === 'EditionSaved'
      ? redirect(`/editions/${id}?done=${act === 'withdraw' ? 'withdrawn' : 'returned'}`, 303)
      : data({ faults: result.fields, source: '', checked: false, reason: given.reason }, { status: 400 });
  }
  const { saveEdition: result } = await ask(context, save, { id, edits, source });
  return result.__typename === 'EditionSaved' ? redirect(`/editions/${id}?done=saved`, 303) : back(result.fields);
}

export default function EditionPage({ loaderData: { edition }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const came = actionData && 'faults' in actionData ? actionData : null;
  // All are told at the one box; where in the file is said before them.
  const errors = (came?.faults ?? []).map((one) =>
    one.path === 'reason' ? toError(t, one) : toError(t, { ...one, file: one.path === 'source' ? undefined : one.path }, 'source'),
  );
  const done = url.searchParams.get('done');
  const columns = t('editions.columns', { returnObjects: true });
  return (
    <>
      <Meta title={`${edition.title}, ${edition.edition}`} unlisted />
      <Breadcrumbs
        items={[
          { label: t('instruments.title'), url: '/decide' },
          { label: t('editions.title'), url: '/editions' },
        ]}
      />
      <PageTitle
        title={edition.title}
        kind={t('instruments.edition', { edition: edition.edition })}
        lead={edition.publishedAt ? t('editions.frozen') : t('editions.draftLead')}
      />
      <ErrorSummary errors={errors} />
      {came?.checked && errors.length === 0 && (
        <Notice role="status">
          <p>{t('editions.right')}</p>
        </Notice>
      )}
      {edition.withdrawnAt && (
        <Notice>
          <p>{t('editions.withdrawn', { day: format.date(edition.withdrawnAt.slice(0, 10)), reason: edition.withdrawnReason ?? '' })}</p>
        </Notice>
      )}
      {edition.returnedAt && (
        <p className="quiet">{t('editions.returned', { day: format.date(edition.returnedAt.slice(0, 10)), reason: edition.returnedReason ?? '' })}</p>
      )}
      {(done === 'saved' || done === 'published' || done === 'withdrawn' || done === 'returned') && (
        <Notice role="status">
          <p>{t(`editions.done.${done}`)}</p>
        </Notice>
      )}
      <p>
        <a href={edition.url}>{t('editions.preview')}</a> <code className="small">SHA-256 {edition.hash.slice(0, 16)}</code>
      </p>
      <Section id="differences" title={t('editions.differences')}>
        {edition.differences.length === 0 ? (
          <p className="quiet">{t('editions.same')}</p>
        ) : (
          <ResponsiveTable
            caption={t('editions.differencesCaption')}
            columns={[columns.part, columns.before, columns.after]}
            rows={edition.differences.map((one) => ({
              key: `${one.part} ${one.id}`,
              cells: [`${t(`editions.change.${one.change}` as 'editions.change.ADDED')}: ${one.part} ${one.id}`, one.before, one.after],
            }))}
          />
        )}
      </Section>
      <Section id="file" title={t('editions.file')}>
        {edition.viewerCanAdapt ? (
          <>
            <form method="post">
              <input type="hidden" name="edits" value={(came && 'edits' in came ? came.edits : null) ?? edition.edits} />
              <Over faults={came?.faults} edits={edition.edits} url={`/editions/${edition.id}#differences`} />
              <TextArea
                name="source"
                label={t('editions.source')}
                help={t('editions.sourceHelp')}
                rows={30}
                value={came?.source || edition.source}
                error={errors[0]?.message ?? null}
              />
              <p className="instrument-buttons">
                <button type="submit" name="intent" value="save">
                  {t('assessments.save')}
                </button>
                <button type="submit" name="intent" value="check" className="button-quiet">
                  {t('editions.check')}
                </button>
              </p>
            </form>
            {edition.viewerCanPublish ? (
              <form method="post" className="assessment-act">
                <input type="hidden" name="edits" value={edition.edits} />
                <input type="hidden" name="intent" value="publish" />
                {edition.organization && (
                  <SelectField
                    name="audience"
                    label={t('assessments.acts.audience')}
                    options={(['OWNERS', 'UN_SYSTEM', 'PUBLIC'] as const).map((value) => ({ value, label: t(`assessments.audience.${value}`) }))}
                  />
                )}
                {!edition.organization && <input type="hidden" name="audience" value="PUBLIC" />}
                <p className="field-help">{t('editions.publishHelp')}</p>
                <button type="submit">{t('editions.publish')}</button>
              </form>
            ) : (
              <p>{t('editions.secondPerson')}</p>
            )}
          </>
        ) : (
          <details>
            <summary>{t('editions.source')}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <pre className="scroll small" tabIndex={0}>
              {edition.source}
            </pre>
          </details>
        )}
      </Section>
      {(edition.viewerCanWithdraw || edition.viewerCanReturn) && (
        <details open={came !== null && 'reason' in came}>
          <summary>{edition.viewerCanReturn ? t('editions.bringBack') : t('editions.withdraw')}</summary>
          <form method="post" className="assessment-act">
            <input type="hidden" name="intent" value={edition.viewerCanReturn ? 'return' : 'withdraw'} />
            <TextField
              name="reason"
              label={t('editions.reason')}
              help={edition.viewerCanReturn ? t('editions.bringBackHelp') : t('editions.withdrawHelp')}
              most={500}
              value={came && 'reason' in came ? came.reason : ''}
              error={errors.find(({ name }) => name === 'reason')?.message ?? null}
            />
            <button type="submit">{edition.viewerCanReturn ? t('editions.bringBack') : t('editions.withdraw')}</button>
          </form>
        </details>
      )}
    </>
  );
}
