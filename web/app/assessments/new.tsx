import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { readRun, runAddress, runFields } from '../instruments/request.ts';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/new';
import { Trail } from '../ui/trail.tsx';

const create = graphql(/* GraphQL */ `
  mutation CreateAssessment($instrument: String!, $edition: String, $title: String!, $organization: String!, $answers: [AnswerInput!]!, $key: String!) {
    createAssessment(instrument: $instrument, edition: $edition, title: $title, organization: $organization, answers: $answers, key: $key) {
      __typename
      ... on AssessmentSaved {
        assessment {
          url
        }
      }
      ...FieldFaults
    }
  }
`);

/** Saves a run that lived in an address. What was typed stands in the page that comes back where it is refused. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const text = (name: string) => String(form.get(name) ?? '');
  for (const name of ['key', 'instrument', 'title', 'organization']) if (!form.has(name)) form.set(name, '');
  const given = { instrument: text('instrument'), title: text('title'), organization: text('organization'), key: text('key') };
  for (const name of Object.keys(given)) form.delete(name);
  const run = readRun(form);
  const { createAssessment: result } = await ask(context, create, { ...given, edition: run.edition, answers: run.answers });
  if (result.__typename === 'AssessmentSaved') return redirect(`${result.assessment.url}?done=saved`, 303);
  return data({ given, run, faults: result.fields }, { status: 400 });
}

export default function AssessmentNew({ actionData }: Route.ComponentProps) {
  const { t } = useSite();
  // Asked for without anything to save.
  if (!actionData)
    return (
      <>
        <Meta title={t('instruments.keep.title')} unlisted />
        <Trail below="decide" />
        <PageTitle title={t('instruments.keep.title')} />
        <p>
          <a href="/decide">{t('assessments.begin')}</a>
        </p>
      </>
    );
  const { given, run, faults } = actionData;
  const errors = faults.map((one) => toError(t, one));
  return (
    <>
      <Meta title={t('instruments.keep.title')} unlisted />
      <PageTitle title={t('instruments.keep.title')} />
      <ErrorSummary errors={errors} />
      <form method="post" action="/assessments/new">
        {[...runFields(run), ...Object.entries(given).filter(([name]) => name !== 'title' && name !== 'key')].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="key" value={errors.some(({ name }) => name === 'key') ? `${given.key}-again` : given.key} />
        <TextField
          name="title"
          label={t('instruments.keep.name')}
          example={t('instruments.keep.nameExample')}
          most={200}
          value={given.title}
          error={errors.find(({ name }) => name === 'title')?.message}
        />
        <button type="submit">{t('instruments.keep.save')}</button>
      </form>
      <p>
        <a href={runAddress(given.instrument, 'outcome', run)}>{t('assessments.back')}</a>
      </p>
    </>
  );
}
