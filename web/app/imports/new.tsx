import { fault } from '#i18n/fault.ts';
import { data } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { PlanPartsFragment, TableMappingInput } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { type Fault, inWords, toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { chosenMapping, mappingOf, TableReadingForm } from '../uptake/load-reading.tsx';
import type { Route } from './+types/new';

const query = graphql(/* GraphQL */ `
  query ImportForm {
    viewerCanImport
    importTemplate(kind: VENDOR)
  }
`);
export const planParts = graphql(/* GraphQL */ `
  fragment PlanParts on ImportPlan {
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
      candidates {
        slug
        title
        reasons {
          reason
          text
          score
        }
      }
    }
    faults {
      row
      column
      code
      params
    }
    left {
      row
      code
      params
    }
    remarks {
      code
      params
    }
    reading {
      ...ReadingParts
    }
  }
`);
const checkDocument = graphql(/* GraphQL */ `
  mutation CheckImport($text: String, $file: String, $mapping: TableMappingInput, $answers: [ImportAnswerInput!]) {
    checkImport(kind: VENDOR, text: $text, file: $file, mapping: $mapping, answers: $answers) {
      ...PlanParts
    }
  }
`);
const proposeDocument = graphql(/* GraphQL */ `
  mutation ProposeImport($name: String!, $key: String!, $text: String, $file: String, $mapping: TableMappingInput, $answers: [ImportAnswerInput!]) {
    proposeImport(kind: VENDOR, name: $name, idempotencyKey: $key, text: $text, file: $file, mapping: $mapping, answers: $answers) {
      __typename
      ... on Import {
        id
      }
      ...PlanParts
      ...FieldFaults
    }
  }
`);

type Plan = PlanPartsFragment;
type Answers = { row: number; entry: string }[];
type Sent = { text: string | null; file: string | null; name: string; mapping: TableMappingInput | null; answers: Answers };
type Answer = { faults: Fault[]; typed: Record<string, string>; plan: Plan | null; sent: Sent | null; key: string };
/** Of a file; as text it must still fit into a form of 1 MB when it is sent back. */
const MOST = 500 * 1024;
/** What every row of a table rests on that has no column of it. */
const FOR_ALL = ['restsOn.source', 'restsOn.place'] as const;

export async function loader({ context }: Route.LoaderArgs) {
  const answer = await ask(context, query);
  if (!answer.viewerCanImport) throw httpError(context, 403);
  return { heads: answer.importTemplate };
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const field = (name: string) => typed[name] ?? '';
  const answer: Answer = { faults: [], typed, plan: null, sent: null, key: crypto.randomUUID() };
  const answers: Answers = Object.entries(typed).flatMap(([name, entry]) =>
    /^entry\.\d{1,5}$/.test(name) && /^[\w-]{1,200}$/.test(entry) ? [{ row: Number(name.slice(6)), entry }] : [],
  );
  const given = FOR_ALL.flatMap((name) => (field(`given.${name}`).trim() ? [{ field: name, value: field(`given.${name}`).trim() }] : []));
  const file = form.get('file');
  const chosen = file instanceof File && file.size > 0 ? file : null;
  const before = field('sent.text') || field('sent.file');
  if (!before) {
    if (!chosen && field('text').trim() === '') answer.faults.push(fault('text', 'TABLE_NONE'));
    else if (chosen && field('text').trim() !== '') answer.faults.push(fault('file', 'TABLE_BOTH'));
    else if (chosen && chosen.size > MOST) answer.faults.push(fault('file', 'TABLE_FORM_SIZE', { kilobytes: MOST / 1024 }));
    if (answer.faults.length > 0) return data(answer, { status: 400 });
  }
  const sent: Sent = {
    text: before ? field('sent.text') || null : chosen ? null : field('text'),
    file: before ? field('sent.file') || null : chosen ? Buffer.from(await chosen.arrayBuffer()).toString('base64') : null,
    name: field('sent.name') || chosen?.name || '',
    mapping: chosenMapping(form) ?? sentMapping(field('mapping')),
    answers,
  };
  sent.mapping = { ...sent.mapping, given };
  const { name, ...table } = sent;
  if (field('intent') === 'propose') {
    const { proposeImport: result } = await ask(context, proposeDocument, { ...table, name: name || 'Pasted rows', key: field('key') });
    if (result.__typename === 'Import') return new Response(null, { status: 303, headers: { location: `/imports/${result.id}?done=proposed` } });
    if (result.__typename === 'InvalidInput') return data({ ...answer, faults: result.fields, sent }, { status: 400 });
    return data({ ...answer, plan: result, sent }, { status: 400 });
  }
  const { checkImport: plan } = await ask(context, checkDocument, table);
  return data({ ...answer, plan, sent }, { status: plan.faults.length > 0 ? 400 : 200 });
}
function sentMapping(text: string): TableMappingInput | null {
  try {
    return JSON.parse(text || 'null') as TableMappingInput | null;
  } catch {
    return null;
  }
}

/** Vendors from a table: how it is read, what it would add and change, what may be there already; then the proposal to a second person. */
export default function ImportNew({ loaderData: { heads }, actionData }: Route.ComponentProps) {
  const { t } = useSite();
  const answer = actionData ?? null;
  const errors = (answer?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const plan = answer?.plan ?? null;
  return (
    <>
      <Meta title={t('imports.new')} canonical="/imports/new" unlisted />
      <PageTitle title={t('imports.new')} kind={<a href="/imports">{t('imports.title')}</a>} lead={t('imports.lead')} />
      <ErrorSummary errors={errors} />
      {plan && answer?.sent && <Checked plan={plan} sent={answer.sent} idempotencyKey={answer.key} />}
      <Section id="load" title={t(plan ? 'uptake.load.again' : 'imports.choose')}>
        <form method="post" encType="multipart/form-data">
          <TextArea
            name="text"
            label={t('uptake.load.text')}
            rows={8}
            value={answer?.sent?.text ?? answer?.typed['text'] ?? ''}
            error={error('text')}
            required={false}
          />
          <div className={error('file') ? 'field field-wrong' : 'field'}>
            <label htmlFor="file">{t('uptake.load.file')}</label>
            {error('file') && (
              <p className="field-error" id="file-error">
                <b>{t('form.error')}</b> {error('file')}
              </p>
            )}
            <input id="file" name="file" type="file" accept=".xlsx,.ods,.csv,.tsv,.txt" />
          </div>
          <RestsOn typed={answer?.typed ?? {}} />
          <button type="submit">{t('uptake.load.check')}</button>
        </form>
      </Section>
      <Section id="how" title={t('imports.how')}>
        <p>{t('imports.howText', { heads: heads.join(', ') })}</p>
        <p>{t('imports.empty')}</p>
        <p>
          <a href="/imports/vendors.csv" download="">
            {t('imports.template', { format: 'CSV' })}
          </a>{' '}
          ·{' '}
          <a href="/imports/vendors.xlsx" download="">
            {t('imports.template', { format: 'XLSX' })}
          </a>
        </p>
      </Section>
    </>
  );
}

function RestsOn({ typed }: { typed: Record<string, string> }) {
  const { t } = useSite();
  return (
    <>
      <TextField
        name="given.restsOn.source"
        label={t('imports.source')}
        help={t('imports.sourceHelp')}
        value={typed['given.restsOn.source'] ?? ''}
        required={false}
      />
      <TextField name="given.restsOn.place" label={t('imports.place')} value={typed['given.restsOn.place'] ?? ''} required={false} />
    </>
  );
}

function Checked({ plan, sent, idempotencyKey }: { plan: Plan; sent: Sent; idempotencyKey: string }) {
  const { t } = useSite();
  const count = (action: Plan['rows'][number]['action']) => plan.rows.filter((row) => row.action === action).length;
  const given = (name: string) => sent.mapping?.given?.find((one) => one.field === name)?.value ?? '';
  const carried = (
    <>
      <input type="hidden" name="sent.text" value={sent.text ?? ''} />
      <input type="hidden" name="sent.file" value={sent.file ?? ''} />
      <input type="hidden" name="sent.name" value={sent.name} />
    </>
  );
  const rests = FOR_ALL.map((name) => <input key={name} type="hidden" name={`given.${name}`} value={given(name)} />);
  const mapping = <input type="hidden" name="mapping" value={JSON.stringify(plan.reading ? mappingOf(plan.reading) : null)} />;
  const kept = sent.answers.map(({ row, entry }) => <input key={row} type="hidden" name={`entry.${row}`} value={entry} />);
  const asked = plan.rows.filter(({ action }) => action === 'ASK');
  const changing = plan.rows.filter(({ action }) => action === 'ADD' || action === 'CHANGE');
  const columns = t('imports.columns', { returnObjects: true });
  return (
    <Section id="checked" title={t('imports.checked')}>
      <p>{t('imports.sum', { add: count('ADD'), change: count('CHANGE'), same: count('UNCHANGED'), ask: asked.length })}</p>
      {plan.remarks.map((one) => (
        <p key={one.code} className="quiet">
          {inWords(t, one)}
        </p>
      ))}
      {plan.left.length > 0 && (
        <ul>
          {plan.left.map((one) => (
            <li key={one.row}>
              {t('imports.row', { row: one.row })}: {inWords(t, one)}
            </li>
          ))}
        </ul>
      )}
      {plan.faults.length > 0 && (
        <ResponsiveTable
          caption={t('imports.faults', { count: plan.faults.length })}
          columns={[columns.where, columns.what]}
          rows={plan.faults.map((one, index) => ({
            key: `${index}`,
            cells: [one.row === 0 ? t('imports.whole') : t('imports.cell', { row: one.row, column: one.column || '–' }), inWords(t, one)],
          }))}
        />
      )}
      {plan.reading && (
        <TableReadingForm reading={plan.reading} open={!plan.reading.sure} steering={false} forAll={[]}>
          {carried}
          {rests}
          {kept}
        </TableReadingForm>
      )}
      {asked.length > 0 && (
        <form method="post" id="asked">
          {carried}
          {rests}
          {mapping}
          {kept.filter(({ key }) => !asked.some(({ row }) => String(row) === key))}
          <h3>{t('imports.ask')}</h3>
          <p>{t('imports.askHelp')}</p>
          {asked.map(({ row, title, candidates }) => (
            <fieldset key={row} className="field">
              <legend>
                {t('imports.row', { row })}: {title}
              </legend>
              {candidates.map((one) => (
                <label key={one.slug} className="choice">
                  <input type="radio" name={`entry.${row}`} value={one.slug} />
                  <span>
                    {t('imports.is')} <a href={`/vendors/${one.slug}`}>{one.title}</a>{' '}
                    <span className="quiet small">
                      {one.reasons
                        .map(({ reason, text, score }) =>
                          t(`imports.reason.${reason as 'SAME'}`, { text, score: score === null || score === undefined ? '' : Math.round(score * 100) }),
                        )
                        .join('; ')}
                    </span>
                  </span>
                </label>
              ))}
              <label className="choice">
                <input type="radio" name={`entry.${row}`} value="NEW" />
                <span>{t('imports.isNew')}</span>
              </label>
            </fieldset>
          ))}
          <button type="submit">{t('imports.answer')}</button>
        </form>
      )}
      {changing.length > 0 && <Rows rows={changing} />}
      {plan.faults.length === 0 && asked.length === 0 && changing.length > 0 && (
        <form method="post">
          <input type="hidden" name="intent" value="propose" />
          <input type="hidden" name="key" value={idempotencyKey} />
          {carried}
          {rests}
          {mapping}
          {kept}
          <p className="field-help">{t('imports.proposeHelp')}</p>
          <button type="submit">{t('imports.propose', { count: changing.length })}</button>
        </form>
      )}
    </Section>
  );
}

/** Rows with what each says, and what stood there before. */
export function Rows({ rows }: { rows: Pick<Plan['rows'][number], 'row' | 'action' | 'title' | 'slug' | 'changed'>[] }) {
  const { t } = useSite();
  const columns = t('imports.rowColumns', { returnObjects: true });
  return (
    <ResponsiveTable
      caption={t('imports.rowsCaption')}
      columns={[columns.title, columns.action, columns.changed]}
      rows={rows.map((row) => ({
        key: String(row.row),
        cells: [
          row.slug ? (
            <a key="title" href={`/vendors/${row.slug}`}>
              {row.title}
            </a>
          ) : (
            row.title
          ),
          t(`imports.action.${row.action as 'ADD'}`, { row: row.row }),
          <ul key="changed" className="plain">
            {row.changed.map((one) => (
              <li key={one.column}>
                <b>{one.column}</b>: {one.after}
                {one.before && <span className="quiet"> ({t('imports.was', { text: one.before })})</span>}
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  );
}
