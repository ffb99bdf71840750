import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/begin';

const begin = graphql(/* GraphQL */ `
  mutation BeginCompany($email: String!) {
    beginCompany(email: $email) {
      __typename
      ...FieldFaults
    }
  }
`);

export async function action({ request, context }: Route.ActionArgs) {
  const email = String((await readForm(context, request)).get('email') ?? '');
  const { beginCompany: result } = await ask(context, begin, { email });
  if (result.__typename === 'InvalidInput') return data({ email, faults: result.fields }, { status: 400 });
  return redirect('/company?sent=1', 303);
}

/** Where a company begins, without an account: a link goes to its address. */
export default function CompanyBegin({ actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  return (
    <>
      <Meta title={t('companies.begin.title')} description={t('companies.begin.lead')} canonical="/company" />
      <PageTitle title={t('companies.begin.title')} lead={t('companies.begin.lead')} />
      <ErrorSummary errors={errors} />
      {url.searchParams.get('sent') === '1' && !refused && (
        <Notice role="status">
          <p>{t('companies.begin.sent')}</p>
        </Notice>
      )}
      <form method="post" action="/company">
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t('companies.begin.email')}
          help={t('companies.begin.emailHelp')}
          example={t('companies.begin.emailExample')}
          value={refused?.email ?? ''}
          error={errors[0]?.message ?? null}
        />
        <button type="submit">{t('companies.begin.button')}</button>
      </form>
      <p className="section quiet small">{t('companies.begin.disclaimer')}</p>
    </>
  );
}
