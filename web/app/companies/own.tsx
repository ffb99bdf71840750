import { wordFor } from '../ui/word-for.ts';
import { Trans } from 'react-i18next';
import { data, redirect } from 'react-router';
import { ask, httpError } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { CompanyPageQuery } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { type Fault, toError } from '../ui/faults.ts';
import { ErrorSummary, type FieldError, SelectField, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/own';
import { statementFields, ungmLevels } from './fields.ts';

const query = graphql(/* GraphQL */ `
  query CompanyPage($token: String!) {
    companyLink(token: $token) {
      confirmed
      edits
      statement {
        name
        formerNames
        country
        website
        registrationNumber
        identifiers
        ownership
        principals
        references
        certificates
        ungmNumber
        ungmLevel
      }
      codes {
        id
        organization
        createdAt
        endedAt
        openings
      }
      proposals {
        id
        name
        vendor
        proposedAt
        decidedAt
        reason
      }
    }
    statementReceivers {
      slug
      shortName
    }
  }
`);
const confirm = graphql(/* GraphQL */ `
  mutation ConfirmCompany($token: String!) {
    confirmCompany(token: $token) {
      __typename
      ...FieldFaults
    }
  }
`);
const save = graphql(/* GraphQL */ `
  mutation SaveCompanyStatement($token: String!, $edits: Int!, $statement: CompanyStatementInput!) {
    saveCompanyStatement(token: $token, edits: $edits, statement: $statement) {
      __typename
      ...FieldFaults
    }
  }
`);
const give = graphql(/* GraphQL */ `
  mutation GiveStatementCode($token: String!, $organization: String!) {
    giveStatementCode(token: $token, organization: $organization) {
      __typename
      ... on CompanyCodeGiven {
        code
      }
      ...FieldFaults
    }
  }
`);
const end = graphql(/* GraphQL */ `
  mutation EndStatementCode($token: String!, $code: ID!) {
    endStatementCode(token: $token, code: $code) {
      __typename
      ...FieldFaults
    }
  }
`);
const propose = graphql(/* GraphQL */ `
  mutation ProposeVendor($token: String!, $vendor: String, $name: String, $website: String, $services: String, $text: String!, $source: String!) {
    proposeVendor(token: $token, vendor: $vendor, name: $name, website: $website, services: $services, text: $text, source: $source) {
      __typename
      ...FieldFaults
    }
  }
`);

type Company = NonNullable<CompanyPageQuery['companyLink']>;
type Result = { __typename: string; fields?: readonly Fault[] };
const tokenIn = (request: Request) => (new URL(request.url).searchParams.get('token') ?? '').replaceAll('\0', '').slice(0, 200);
const pageOf = (token: string) => `/company/statement?${new URLSearchParams({ token })}`;

export async function loader({ request, context }: Route.LoaderArgs) {
  const token = tokenIn(request);
  return { token, ...(await ask(context, query, { token })) };
}

/** The names of the fields of the proposal in the form: some are called as those of the statement. */
const proposalFields = ['vendor', 'name', 'website', 'services', 'text', 'source'] as const;

export async function action({ request, context }: Route.ActionArgs) {
  const token = tokenIn(request);
  const form = await readForm(context, request);
  const typed: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string') typed[name] = value;
  const text = (name: string) => typed[name] ?? '';
  const intent = text('intent');
  const answered = (result: Result, done: string, place: (path: string) => string = (path) => path) =>
    result.__typename === 'InvalidInput'
      ? data({ intent, typed, faults: (result.fields ?? []).map((one) => ({ ...one, path: place(one.path) })), code: null }, { status: 400 })
      : redirect(`${pageOf(token)}&done=${done}`, 303);
  switch (intent) {
    case 'confirm':
      return answered((await ask(context, confirm, { token })).confirmCompany as Result, 'confirmed');
    case 'save': {
      const statement = Object.fromEntries([...statementFields.map(([name]) => name), 'ungmLevel'].map((name) => [name, text(name)]));
      return answered((await ask(context, save, { token, edits: Number(text('edits')) || 0, statement })).saveCompanyStatement as Result, 'saved', (path) =>
        ['edits', 'token'].includes(path) ? 'name' : path.replace(/^statement\./, ''),
      );
    }
    case 'give': {
      const { giveStatementCode: result } = await ask(context, give, { token, organization: text('organization') });
      // The code is kept nowhere: it stands on this one page.
      if (result.__typename === 'CompanyCodeGiven') return data({ intent, typed, faults: [] as Fault[], code: result.code }, { status: 200 });
      return answered(result as Result, '');
    }
    case 'end':
      return answered((await ask(context, end, { token, code: text('code') })).endStatementCode as Result, 'ended', () => 'organization');
    case 'propose': {
      const given = Object.fromEntries(proposalFields.map((name) => [name, text(`proposal-${name}`)])) as Record<(typeof proposalFields)[number], string>;
      return answered(
        (await ask(context, propose, { token, ...given })).proposeVendor as Result,
        'proposed',
        (path) => `proposal-${path === 'token' ? 'text' : path}`,
      );
    }
    default:
      throw httpError(context, 400);
  }
}

type Came = { intent: string; typed: Record<string, string>; error: (name: string) => string | null };

/** What a company does by the link of its mail. Opening it does nothing, because mail programs open links; the buttons do. */
export default function CompanyOwn({ loaderData: { token, companyLink: company, statementReceivers }, actionData }: Route.ComponentProps) {
  const { t, i18n, url } = useSite();
  const came = actionData && 'faults' in actionData ? actionData : null;
  const errors: FieldError[] = (came?.faults ?? []).map((one) => toError(t, one));
  const about: Came = {
    intent: came?.intent ?? '',
    typed: came?.typed ?? {},
    error: (name) => errors.find((one) => one.name === name)?.message ?? null,
  };
  const doneWords = t('companies.done', { returnObjects: true }) as Record<string, string>;
  const done = came ? undefined : wordFor(doneWords, url.searchParams.get('done'));
  const receiver = statementReceivers.find(({ slug }) => slug === came?.typed['organization'])?.shortName ?? '';
  return (
    <>
      <Meta title={t('companies.own.title')} unlisted />
      <PageTitle title={company?.statement.name || t('companies.own.title')} lead={t('companies.own.lead')} />
      <ErrorSummary errors={errors} />
      {done && (
        <Notice role="status">
          <p>{done}</p>
        </Notice>
      )}
      {came?.code && (
        <Notice role="status">
          <p>
            <b>{t('companies.own.given', { organization: receiver, code: came.code })}</b>
          </p>
        </Notice>
      )}
      {!company && (
        <p>
          <Trans i18n={i18n} t={t} i18nKey="companies.own.unknown" components={{ x: <a href="/company" /> }} />
        </p>
      )}
      {company && !company.confirmed && (
        <form method="post" action={pageOf(token)}>
          <p>{t('companies.own.confirmLead')}</p>
          <button type="submit" name="intent" value="confirm">
            {t('companies.own.confirm')}
          </button>
        </form>
      )}
      {company?.confirmed && (
        <>
          <Statement company={company} token={token} came={about} />
          <Codes company={company} token={token} receivers={statementReceivers} came={about} />
          <Proposals company={company} token={token} came={about} />
        </>
      )}
    </>
  );
}

function Statement({ company, token, came }: { company: Company; token: string; came: Came }) {
  const { t } = useSite();
  const words = t('companies.field', { returnObjects: true });
  const typed = came.intent === 'save' ? came.typed : null;
  return (
    <Section id="statement" title={t('companies.own.statement')}>
      <p>{t('companies.own.statementLead')}</p>
      <form method="post" action={pageOf(token)}>
        <input type="hidden" name="edits" value={company.edits} />
        {statementFields.map(([name, rows]) => {
          const { label, help, example } = words[name];
          const field = {
            name,
            label,
            help,
            ...(example ? { example } : {}),
            value: typed?.[name] ?? company.statement[name],
            error: came.intent === 'save' ? came.error(name) : null,
            required: name === 'name',
          };
          return rows === 1 ? <TextField key={name} {...field} /> : <TextArea key={name} {...field} rows={rows} />;
        })}
        <SelectField
          name="ungmLevel"
          label={t('companies.field.ungmLevel.label')}
          value={typed?.['ungmLevel'] ?? company.statement.ungmLevel}
          required={false}
          options={[{ value: '', label: t('companies.ungmLevel.NONE') }, ...ungmLevels.map((value) => ({ value, label: t(`companies.ungmLevel.${value}`) }))]}
        />
        <button type="submit" name="intent" value="save">
          {t('companies.own.save')}
        </button>
      </form>
    </Section>
  );
}

function Codes({ company, token, receivers, came }: { company: Company; token: string; receivers: CompanyPageQuery['statementReceivers']; came: Came }) {
  const { t, format } = useSite();
  const columns = t('companies.own.codeColumns', { returnObjects: true });
  return (
    <Section id="codes" title={t('companies.own.codes')}>
      <p>{t('companies.own.codesLead')}</p>
      {company.codes.length > 0 && (
        <ResponsiveTable
          caption={t('companies.own.codeCaption')}
          columns={[columns.organization, columns.made, columns.opened, columns.state]}
          rows={company.codes.map((code) => ({
            key: code.id,
            cells: [
              code.organization,
              format.date(code.createdAt.slice(0, 10)),
              code.openings.length === 0 ? (
                t('companies.own.never')
              ) : (
                <ul key="openings" className="plain">
                  {code.openings.slice(0, 20).map((moment, index) => (
                    <li key={`${moment} ${index}`}>
                      <time dateTime={moment}>{`${format.date(moment.slice(0, 10))}, ${moment.slice(11, 16)} UTC`}</time>
                    </li>
                  ))}
                  {code.openings.length > 20 && <li>{`+${format.number(code.openings.length - 20)}`}</li>}
                </ul>
              ),
              code.endedAt ? (
                t('companies.own.ended', { day: format.date(code.endedAt.slice(0, 10)) })
              ) : (
                <form key="end" method="post" action={pageOf(token)}>
                  <input type="hidden" name="code" value={code.id} />
                  {t('companies.own.holds')}{' '}
                  <button type="submit" name="intent" value="end" className="button-quiet" aria-label={`${t('companies.own.end')}: ${code.organization}`}>
                    {t('companies.own.end')}
                  </button>
                </form>
              ),
            ],
          }))}
        />
      )}
      <form method="post" action={pageOf(token)}>
        <SelectField
          name="organization"
          label={t('companies.own.organization')}
          value={came.intent === 'give' ? (came.typed['organization'] ?? '') : ''}
          error={came.error('organization')}
          options={receivers.map(({ slug, shortName }) => ({ value: slug, label: shortName }))}
        />
        <button type="submit" name="intent" value="give">
          {t('companies.own.give')}
        </button>
      </form>
    </Section>
  );
}

function Proposals({ company, token, came }: { company: Company; token: string; came: Came }) {
  const { t, format } = useSite();
  const columns = t('companies.own.proposalColumns', { returnObjects: true });
  const field = (name: (typeof proposalFields)[number]) => ({
    name: `proposal-${name}`,
    value: came.intent === 'propose' ? (came.typed[`proposal-${name}`] ?? '') : '',
    error: came.error(`proposal-${name}`),
  });
  return (
    <Section id="proposals" title={t('companies.own.proposals')}>
      <p>{t('companies.own.proposalsLead')}</p>
      {company.proposals.length > 0 && (
        <ResponsiveTable
          caption={t('companies.own.proposalCaption')}
          columns={[columns.what, columns.day, columns.state]}
          rows={company.proposals.map((one) => ({
            key: one.id,
            cells: [
              one.vendor ? t('companies.own.correction', { title: one.vendor }) : one.name,
              format.date(one.proposedAt.slice(0, 10)),
              one.decidedAt === null
                ? t('companies.own.waits')
                : one.reason
                  ? t('companies.own.declined', { reason: one.reason })
                  : t('companies.own.taken', { day: format.date(one.decidedAt.slice(0, 10)) }),
            ],
          }))}
        />
      )}
      <form method="post" action={pageOf(token)}>
        <TextField
          {...field('vendor')}
          label={t('companies.own.vendor')}
          help={t('companies.own.vendorHelp')}
          example={t('companies.own.vendorExample')}
          required={false}
        />
        <TextField {...field('name')} label={t('companies.own.name')} required={false} />
        <TextField {...field('website')} label={t('companies.field.website.label')} required={false} />
        <TextField {...field('services')} label={t('companies.own.services')} example={t('companies.own.servicesExample')} required={false} />
        <TextArea {...field('text')} label={t('companies.own.text')} example={t('companies.own.textExample')} rows={5} most={4000} />
        <TextField {...field('source')} label={t('companies.own.source')} example={t('companies.own.sourceExample')} />
        <button type="submit" name="intent" value="propose">
          {t('companies.own.propose')}
        </button>
      </form>
    </Section>
  );
}
