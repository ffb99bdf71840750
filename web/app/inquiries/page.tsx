import { data, redirect } from 'react-router';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { useSite } from '../ui/site.tsx';
import type { Route } from './+types/page';
import { RecordLink } from '../ui/record-link.tsx';

const query = graphql(/* GraphQL */ `
  query InquiryPage($addresses: [String!]!) {
    recordsAt(addresses: $addresses) {
      title
      language
      url
      inquiryReceivers {
        to
        owners
      }
    }
  }
`);
const send = graphql(/* GraphQL */ `
  mutation SendInquiry($record: String!, $purpose: InquiryPurpose!, $text: String!, $name: String, $email: String) {
    sendInquiry(record: $record, purpose: $purpose, text: $text, name: $name, email: $email) {
      __typename
      ... on InquirySent {
        receivers {
          to
        }
      }
      ...FieldFaults
    }
  }
`);

/** So many characters the API takes. */
const TEXT_MAX = 4000;
const purposeOf = (text: unknown) => (String(text).toLowerCase() === 'error' ? 'ERROR' : 'QUESTION');
const sentTo = ['CONTACTS', 'OWNERS', 'SECRETARIAT', 'ADMINISTRATORS'] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url);
  const record = searchParams.get('record') ?? '';
  const sent = sentTo.find((one) => one === searchParams.get('sent')) ?? null;
  const found = record ? (await ask(context, query, { addresses: [record] })).recordsAt[0] : undefined;
  return { record: found ?? null, purpose: purposeOf(searchParams.get('purpose')), sent } as const;
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const typed = Object.fromEntries([...form].filter((one): one is [string, string] => typeof one[1] === 'string'));
  const record = typed['record'] ?? '';
  const { sendInquiry: result } = await ask(context, send, {
    record,
    purpose: purposeOf(typed['purpose']),
    text: typed['text'] ?? '',
    name: typed['name'] ?? null,
    email: typed['email'] ?? null,
  });
  if (result.__typename === 'InquirySent')
    return redirect(`/ask?${new URLSearchParams({ record, purpose: purposeOf(typed['purpose']).toLowerCase(), sent: result.receivers.to })}`, 303);
  return data({ faults: result.fields, typed }, { status: 400 });
}

export default function InquiryPage({ loaderData: { record, purpose, sent }, actionData }: Route.ComponentProps) {
  const { t, viewer, format } = useSite();
  const typed: Record<string, string> = actionData?.typed ?? {};
  const errors = (actionData?.faults ?? []).map((one) => toError(t, one, one.path === 'record' ? 'text' : one.path));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const field = (name: string) => ({ name, value: typed[name] ?? '', error: error(name) });
  const title = t(`inquiries.title.${purpose}`);
  if (!record)
    return (
      <>
        <Meta title={title} canonical="/ask" unlisted />
        <PageTitle title={title} lead={t('inquiries.none')} />
      </>
    );
  const { to, owners } = record.inquiryReceivers;
  return (
    <>
      <Meta title={`${title}: ${record.title}`} canonical="/ask" unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: record.title, url: record.url },
        ]}
      />
      <PageTitle title={title} lead={t(`inquiries.to.${to}`, { owners: format.list(owners) })}>
        {t('inquiries.about')}
        <RecordLink to={record} />
      </PageTitle>
      {sent && !actionData ? (
        <Notice role="status">
          <p>
            {t(`inquiries.sent.${sent}`)} <a href={record.url}>{t('inquiries.back')}</a>
          </p>
        </Notice>
      ) : (
        // Where nobody could answer nobody is let write in vain; what was typed already is kept.
        (to !== 'NOBODY' || actionData) && (
          <>
            <ErrorSummary errors={errors} />
            <form method="post" action={`/ask?${new URLSearchParams({ record: record.url, purpose: purpose.toLowerCase() })}`}>
              <input type="hidden" name="record" value={record.url} />
              <input type="hidden" name="purpose" value={purpose.toLowerCase()} />
              <TextArea {...field('text')} label={t(`inquiries.text.${purpose}`)} example={t(`inquiries.textExample.${purpose}`)} rows={8} most={TEXT_MAX} />
              {viewer ? (
                <p className="field-help">{t('inquiries.own')}</p>
              ) : (
                <>
                  <TextField {...field('name')} label={t('inquiries.name')} autoComplete="name" most={200} />
                  <TextField
                    {...field('email')}
                    type="email"
                    label={t('inquiries.email')}
                    help={t('inquiries.emailHelp')}
                    example={t('inquiries.emailExample')}
                    autoComplete="email"
                  />
                </>
              )}
              <button type="submit">{t('inquiries.send')}</button>
            </form>
          </>
        )
      )}
    </>
  );
}
