import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Facts } from '../ui/facts.tsx';
import { inWords, toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { isKey } from '../uptake/request.ts';
import { Rows } from './new.tsx';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query ImportPage($id: ID!) {
    viewerCanDecideImports
    import(id: $id) {
      id
      name
      state
      added
      changed
      addresses
      proposedBy
      proposedAt
      decidedBy
      decidedAt
      reason
      undoneBy
      undoneAt
      undoneReason
      viewerProposed
      rows {
        row
        action
        title
        slug
        changed {
          column
          before
          after
        }
      }
    }
  }
`);
const decideDocument = graphql(/* GraphQL */ `
  mutation DecideImport($id: ID!, $publish: Boolean!, $reason: String) {
    decideImport(id: $id, publish: $publish, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);
const undoDocument = graphql(/* GraphQL */ `
  mutation UndoImport($id: ID!, $reason: String!) {
    undoImport(id: $id, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const answer = await ask(context, query, { id });
  return { run: orNotFound(context, answer.import), may: answer.viewerCanDecideImports };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const reason = String(form.get('reason') ?? '');
  const intent = form.get('intent');
  if (intent !== 'published' && intent !== 'declined' && intent !== 'undone') throw httpError(context, 400);
  const result =
    intent === 'undone'
      ? (await ask(context, undoDocument, { id, reason })).undoImport
      : (await ask(context, decideDocument, { id, publish: intent === 'published', reason })).decideImport;
  if ('fields' in result) return data({ faults: result.fields, reason }, { status: 400 });
  return new Response(null, { status: 303, headers: { location: `/imports/${id}?done=${intent}` } });
}

/** One import: its rows, and for a second person the decision; afterwards the way back. */
export default function ImportPage({ loaderData: { run, may }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const faults = actionData && 'faults' in actionData ? actionData.faults : [];
  const errors = faults.map((one) => toError(t, one));
  const reason = (label: string, required: boolean) => (
    <TextArea
      name="reason"
      label={label}
      rows={2}
      value={actionData && 'reason' in actionData ? actionData.reason : ''}
      error={errors.find((one) => one.name === 'reason')?.message ?? null}
      required={required}
    />
  );
  const done = url.searchParams.get('done') ?? '';
  const by = (person: string | null | undefined, day: string | null | undefined) =>
    day ? t('imports.byOn', { person: person ?? '–', day: format.date(day) }) : null;
  return (
    <>
      <Meta title={run.name} canonical={`/imports/${run.id}`} unlisted />
      <PageTitle title={run.name} kind={<a href="/imports">{t('imports.title')}</a>} lead={t(`imports.state.${run.state}`)} />
      <ErrorSummary errors={errors} />
      {faults
        .filter(({ path }) => path !== 'reason')
        .map((one) => (
          <Notice key={one.code} role="alert">
            <p>{inWords(t, one)}</p>
          </Notice>
        ))}
      {['proposed', 'published', 'declined', 'undone'].includes(done) && faults.length === 0 && (
        <Notice role="status">
          <p>{t(`imports.done.${done as 'proposed'}`)}</p>
        </Notice>
      )}
      <Facts
        items={[
          { label: t('imports.listColumns.added'), value: format.number(run.added) },
          { label: t('imports.listColumns.changed'), value: format.number(run.changed) },
          { label: t('imports.proposed'), value: by(run.proposedBy, run.proposedAt) },
          ...(run.decidedAt ? [{ label: t('imports.decided'), value: by(run.decidedBy, run.decidedAt) }] : []),
          ...(run.reason ? [{ label: t('imports.why'), value: run.reason }] : []),
          ...(run.undoneAt ? [{ label: t('imports.undone'), value: by(run.undoneBy, run.undoneAt) }] : []),
          ...(run.undoneReason ? [{ label: t('imports.why'), value: run.undoneReason }] : []),
        ]}
      />
      {run.addresses.length > 0 && (
        <Section id="entries" title={t('imports.entries')}>
          <ul>
            {run.addresses.map((address) => (
              <li key={address}>
                <a href={address}>{address}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section id="rows" title={t('imports.rowsTitle')}>
        <Rows rows={run.rows} />
      </Section>
      {run.state === 'WAITING' && run.viewerProposed && <p>{t('imports.waits')}</p>}
      {may && run.state === 'WAITING' && (
        <Section id="decide" title={t('imports.decide')}>
          {!run.viewerProposed && (
            <form method="post">
              <input type="hidden" name="intent" value="published" />
              <button type="submit">{t('imports.publish', { count: run.rows.length })}</button>
            </form>
          )}
          <form method="post">
            <input type="hidden" name="intent" value="declined" />
            {reason(t('imports.declineWhy'), true)}
            <button type="submit" className="button-quiet">
              {t('imports.decline')}
            </button>
          </form>
        </Section>
      )}
      {may && run.state === 'PUBLISHED' && (
        <Section id="undo" title={t('imports.undo')}>
          <form method="post">
            <input type="hidden" name="intent" value="undone" />
            <p className="field-help">{t('imports.undoHelp')}</p>
            {reason(t('imports.undoWhy'), true)}
            <button type="submit" className="button-quiet">
              {t('imports.undo')}
            </button>
          </form>
        </Section>
      )}
    </>
  );
}
