import { data } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { CataloguePreviewPartsFragment } from '../graphql/graphql.ts';
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
import type { Route } from './+types/show';
import { Entries } from './entries.tsx';
import { FileFaults } from './faults.tsx';
import { Edition, howOf, Own, type Typed, typedIn } from './how.tsx';

graphql(/* GraphQL */ `
  fragment CatalogueEntryParts on CatalogueEntry {
    place
    action
    title
    url
    changed {
      field
      before
      after
    }
    doubles {
      address
      title
      reason
      text
    }
  }
`);
graphql(/* GraphQL */ `
  fragment CataloguePreviewParts on CataloguePreview {
    heads
    samples
    rows
    mappingName
    mappingTitle
    catalogue
    licence
    unchanged
    columns {
      column
      field
    }
    entries {
      ...CatalogueEntryParts
    }
    faults {
      place
      column
      code
      params
    }
  }
`);
const query = graphql(/* GraphQL */ `
  query CataloguePage($id: ID!) {
    viewerCanLoadCatalogues
    catalogueMappings {
      name
      title
    }
    catalogueRun(id: $id) {
      id
      name
      state
      catalogue
      version
      done
      unchanged
      loadedBy
      loadedAt
      undoneBy
      undoneAt
      undoneReason
      entries {
        ...CatalogueEntryParts
      }
    }
    cataloguePreview(id: $id) {
      ...CataloguePreviewParts
    }
  }
`);
const previewDocument = graphql(/* GraphQL */ `
  mutation PreviewCatalogue($id: ID!, $how: CatalogueReadingInput) {
    previewCatalogue(id: $id, how: $how) {
      ...CataloguePreviewParts
    }
  }
`);
const commitDocument = graphql(/* GraphQL */ `
  mutation CommitCatalogue($id: ID!, $how: CatalogueReadingInput, $keepAs: String) {
    commitCatalogue(id: $id, how: $how, keepAs: $keepAs) {
      __typename
      ...CataloguePreviewParts
      ...FieldFaults
    }
  }
`);
const discardDocument = graphql(/* GraphQL */ `
  mutation DiscardCatalogue($id: ID!) {
    discardCatalogue(id: $id) {
      __typename
      ...FieldFaults
    }
  }
`);
const undoDocument = graphql(/* GraphQL */ `
  mutation UndoCatalogue($id: ID!, $reason: String!) {
    undoCatalogue(id: $id, reason: $reason) {
      __typename
      ...FieldFaults
    }
  }
`);

type Preview = CataloguePreviewPartsFragment;

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const answer = await ask(context, query, { id });
  if (!answer.viewerCanLoadCatalogues) throw httpError(context, 403);
  return { run: orNotFound(context, answer.catalogueRun), preview: answer.cataloguePreview ?? null, mappings: answer.catalogueMappings };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const form = await readForm(context, request);
  const typed = typedIn(form);
  const reason = String(form.get('reason') ?? '');
  const went = (to: string) => new Response(null, { status: 303, headers: { location: to } });
  switch (form.get('intent')) {
    case 'preview': {
      const { previewCatalogue: preview } = await ask(context, previewDocument, { id, how: howOf(typed) });
      return data({ faults: [], typed, preview: preview ?? null, reason }, { status: preview && preview.faults.length > 0 ? 400 : 200 });
    }
    case 'load': {
      const { commitCatalogue: result } = await ask(context, commitDocument, { id, how: howOf(typed), keepAs: typed['keepAs'] || null });
      if (result.__typename === 'CatalogueRun') return went(`/catalogues/${id}?done=loaded`);
      if (result.__typename === 'CataloguePreview') return data({ faults: [], typed, preview: result, reason }, { status: 400 });
      const { previewCatalogue: preview } = await ask(context, previewDocument, { id, how: howOf(typed) });
      return data({ faults: result.fields, typed, preview: preview ?? null, reason }, { status: 400 });
    }
    case 'discard': {
      const { discardCatalogue: result } = await ask(context, discardDocument, { id });
      if (result && 'fields' in result) return data({ faults: result.fields, typed, preview: null, reason }, { status: 400 });
      return went('/catalogues?done=discarded');
    }
    case 'undo': {
      const { undoCatalogue: result } = await ask(context, undoDocument, { id, reason });
      if ('fields' in result) return data({ faults: result.fields, typed, preview: null, reason }, { status: 400 });
      return went(`/catalogues/${id}?done=undone`);
    }
    default:
      throw httpError(context, 400);
  }
}

/** One file of a catalogue: what loading it would do, said until nothing is wrong; afterwards what it did, and the way back. */
export default function CataloguePage({ loaderData: { run, preview, mappings }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const answer = actionData && 'faults' in actionData ? actionData : { faults: [], typed: {} as Typed, preview: null, reason: '' };
  const shown = answer.preview ?? preview;
  const errors = answer.faults.map((one) => toError(t, one));
  const done = url.searchParams.get('done');
  const by = (person: string | null | undefined, day: string | null | undefined) =>
    day ? t('catalogues.byOn', { person: person ?? t('catalogues.keeper'), day: format.date(day.slice(0, 10)) }) : null;
  return (
    <>
      <Meta title={run.name} canonical={`/catalogues/${run.id}`} unlisted />
      <PageTitle title={run.name} kind={<a href="/catalogues">{t('catalogues.title')}</a>} lead={t(`catalogues.state.${run.state}`)} />
      <ErrorSummary errors={errors.filter(({ name }) => name === 'reason' || name === 'keepAs')} />
      {answer.faults
        .filter(({ path }) => path !== 'reason' && path !== 'keepAs')
        .map((one) => (
          <Notice key={one.code} role="alert">
            <p>{inWords(t, one)}</p>
          </Notice>
        ))}
      {(done === 'loaded' || done === 'undone') && errors.length === 0 && (
        <Notice role="status">
          <p>{t(`catalogues.done.${done}`)}</p>
        </Notice>
      )}
      {run.state === 'READ' && shown ? (
        <Before preview={shown} typed={answer.typed} mappings={mappings} />
      ) : (
        <>
          <Facts
            items={[
              { label: t('catalogues.listColumns.catalogue'), value: run.catalogue },
              { label: t('catalogues.listColumns.version'), value: run.version },
              { label: t('catalogues.listColumns.done'), value: format.number(run.done) },
              { label: t('catalogues.loaded'), value: by(run.loadedBy, run.loadedAt) },
              ...(run.undoneAt ? [{ label: t('catalogues.undone'), value: by(run.undoneBy, run.undoneAt) }] : []),
              ...(run.undoneReason ? [{ label: t('catalogues.why'), value: run.undoneReason }] : []),
            ]}
          />
          <Section id="rows" title={t('catalogues.rows')}>
            <Entries entries={run.entries} loaded={run.state === 'LOADED'} />
          </Section>
          {run.state === 'LOADED' && (
            <Section id="undo" title={t('catalogues.undo')}>
              <form method="post">
                <input type="hidden" name="intent" value="undo" />
                <p className="field-help">{t('catalogues.undoHelp')}</p>
                <TextArea
                  name="reason"
                  label={t('catalogues.undoWhy')}
                  rows={2}
                  value={answer.reason}
                  error={errors.find(({ name }) => name === 'reason')?.message ?? null}
                />
                <button type="submit" className="button-quiet">
                  {t('catalogues.undo')}
                </button>
              </form>
            </Section>
          )}
        </>
      )}
    </>
  );
}

/** What loading would do, and how the file is read. */
function Before({ preview, typed, mappings }: { preview: Preview; typed: Typed; mappings: readonly { name: string; title: string }[] }) {
  const { t, format } = useSite();
  const count = (...actions: string[]) => format.number(preview.entries.filter(({ action }) => actions.includes(action)).length);
  return (
    <>
      <FileFaults faults={preview.faults} />
      <form method="post">
        <Section id="what" title={t('catalogues.checked')}>
          {preview.mappingTitle && (
            <p>{t('catalogues.by', { mapping: preview.mappingTitle, catalogue: preview.catalogue ?? '', licence: preview.licence ?? '' })}</p>
          )}
          {preview.faults.length === 0 && (
            <p>
              {t('catalogues.sum', {
                add: count('ADD', 'BACK'),
                change: count('CHANGE'),
                gone: count('GONE'),
                same: format.number(preview.unchanged),
                rows: format.number(preview.rows),
              })}
            </p>
          )}
          <Edition preview={preview} typed={typed} mappings={mappings} />
          <Own preview={preview} typed={typed} />
          <p>
            <button type="submit" name="intent" value="preview" className="button-quiet">
              {t('catalogues.again')}
            </button>{' '}
            {preview.faults.length === 0 && preview.entries.length > 0 && (
              <button type="submit" name="intent" value="load">
                {t('catalogues.load', { count: preview.entries.length })}
              </button>
            )}
          </p>
        </Section>
      </form>
      {preview.entries.length > 0 && (
        <Section id="rows" title={t('catalogues.rows')}>
          <Entries entries={preview.entries} loaded={false} />
        </Section>
      )}
      <form method="post">
        <button type="submit" name="intent" value="discard" className="button-quiet">
          {t('catalogues.discard')}
        </button>
      </form>
    </>
  );
}
