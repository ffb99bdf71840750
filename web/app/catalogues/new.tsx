import { fault } from '#i18n/fault.ts';
import { data } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { type Fault, toError } from '../ui/faults.ts';
import { ErrorSummary } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/new';
import { type FileFault, FileFaults } from './faults.tsx';

const query = graphql(/* GraphQL */ `
  query CatalogueForm {
    viewerCanLoadCatalogues
    catalogueMappings {
      name
      title
      ready
      licence
    }
  }
`);
const beginDocument = graphql(/* GraphQL */ `
  mutation BeginCatalogue($files: [CatalogueFileInput!]!, $key: String!) {
    beginCatalogue(files: $files, idempotencyKey: $key) {
      __typename
      ... on CatalogueRun {
        id
      }
      ... on CatalogueUnread {
        faults {
          place
          column
          code
          params
        }
      }
      ...FieldFaults
    }
  }
`);

export async function loader({ context }: Route.LoaderArgs) {
  const answer = await ask(context, query);
  if (!answer.viewerCanLoadCatalogues) throw httpError(context, 403);
  return { mappings: answer.catalogueMappings, key: crypto.randomUUID() };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const chosen = form.getAll('files').filter((one): one is File => one instanceof File && one.size > 0);
  const refused = (faults: readonly Fault[], unread: readonly FileFault[] = []) => data({ faults, unread }, { status: 400 });
  if (chosen.length === 0) return refused([fault('files', 'TABLE_NONE')]);
  const files = await Promise.all(
    chosen.map(async (file) => ({ name: file.name.slice(0, 200), bytes: Buffer.from(await file.arrayBuffer()).toString('base64') })),
  );
  const key = form.get('key');
  const { beginCatalogue: result } = await ask(context, beginDocument, { files, key: typeof key === 'string' && key ? key : crypto.randomUUID() });
  if (result.__typename === 'InvalidInput') return refused(result.fields);
  if (result.__typename === 'CatalogueUnread') return refused([], result.faults);
  return new Response(null, { status: 303, headers: { location: `/catalogues/${result.id}` } });
}

/** The files of another catalogue are read; what they would do stands on the next page. */
export default function CatalogueNew({ loaderData: { mappings, key }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const answer = actionData && 'faults' in actionData ? actionData : { faults: [], unread: [] };
  const errors = answer.faults.map((one) => toError(t, one));
  const wrong = errors.find(({ name }) => name === 'files')?.message;
  return (
    <>
      <Meta title={t('catalogues.new')} canonical="/catalogues/new" unlisted />
      <PageTitle title={t('catalogues.new')} kind={<a href="/catalogues">{t('catalogues.title')}</a>} lead={t('catalogues.lead')} />
      <ErrorSummary errors={errors} />
      <FileFaults faults={answer.unread} />
      <Section id="choose" title={t('catalogues.choose')}>
        <form method="post" encType="multipart/form-data">
          <input type="hidden" name="key" value={key} />
          <div className={wrong ? 'field field-wrong' : 'field'}>
            <label htmlFor="files">{t('catalogues.files')}</label>
            <p className="field-help" id="files-help">
              {t('catalogues.filesHelp')}
            </p>
            {wrong && <p className="field-error">{wrong}</p>}
            <input id="files" name="files" type="file" multiple accept=".csv,.tsv,.txt,.xlsx,.ods,.json" aria-describedby="files-help" />
          </div>
          <button type="submit">{t('catalogues.read')}</button>
          <p className="field-help">{t('catalogues.readHelp')}</p>
        </form>
      </Section>
      <Section id="mappings" title={t('catalogues.mappings')}>
        <ResponsiveTable
          caption={t('catalogues.mappingsHelp')}
          columns={[t('catalogues.mapping'), t('catalogues.listColumns.catalogue'), t('catalogues.ownLicence')]}
          rows={mappings.map(({ name, title, ready, licence }) => ({
            key: name,
            cells: [<code key="name">{name}</code>, ready ? `${title} (${t('catalogues.mappingReady')})` : title, licence],
          }))}
        />
      </Section>
    </>
  );
}
