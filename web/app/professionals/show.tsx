import { Trans } from 'react-i18next';
import { data, redirect } from 'react-router';
import { ask, httpError, orNotFound } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { Facts } from '../ui/facts.tsx';
import { toError } from '../ui/faults.ts';
import { ErrorSummary, TextArea } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import { isKey } from '../uptake/request.ts';
import type { Route } from './+types/show';

const query = graphql(/* GraphQL */ `
  query ProfessionalPage($id: ID!) {
    professional(id: $id) {
      id
      url
      name
      organizations {
        shortName
        url
      }
      about
      technologies
      tasks
      sectors
      languages
      countries
      works {
        title
        language
        url
      }
      offers
      availability
      audience
      email
      confirmedAt
      viewerOwns
    }
  }
`);
const write = graphql(/* GraphQL */ `
  mutation WriteToProfessional($id: ID!, $text: String!) {
    writeToProfessional(id: $id, text: $text) {
      __typename
      ...FieldFaults
    }
  }
`);

const TEXT_MAX = 4000;

export async function loader({ params: { id }, context }: Route.LoaderArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  return { one: orNotFound(context, (await ask(context, query, { id })).professional) };
}

export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  if (!isKey(id)) throw httpError(context, 404);
  const text = String((await readForm(context, request)).get('text') ?? '');
  const { writeToProfessional: result } = await ask(context, write, { id, text });
  if (result.__typename === 'InvalidInput') return data({ text, faults: result.fields }, { status: 400 });
  return redirect(`/people/${id}?done=sent`, 303);
}

export default function ProfessionalPage({ loaderData: { one }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const sent = url.searchParams.get('done') === 'sent' && !actionData;
  const list = (values: readonly string[]) => (values.length > 0 ? values.join(', ') : null);
  return (
    <>
      <Meta title={one.name} canonical={one.url} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('professionals.title'), url: '/people' },
        ]}
      />
      <PageTitle kind={t('professionals.show.kind')} title={one.name} />
      {one.about && <p className="entry-text">{one.about}</p>}
      <Facts
        items={[
          {
            label: t('professionals.show.organizations'),
            value: one.organizations.map((organization) => (
              <a key={organization.url} href={organization.url}>
                {organization.shortName}
              </a>
            )),
          },
          { label: t('professionals.show.technologies'), value: list(one.technologies) },
          { label: t('professionals.show.tasks'), value: list(one.tasks) },
          { label: t('professionals.show.sectors'), value: list(one.sectors.map((sector) => word(t, 'sector', sector))) },
          { label: t('professionals.show.languages'), value: list(one.languages.map((code) => format.language(code))) },
          { label: t('professionals.show.countries'), value: list(one.countries.map((code) => format.country(code))) },
          { label: t('professionals.show.works'), value: one.works.map((record) => <RecordLink key={record.url} to={record} />) },
          { label: t('professionals.show.offers'), value: list(one.offers.map((offer) => t(`professionals.offer.${offer}`))) },
          { label: t('professionals.show.availability'), value: one.availability },
          ...(one.email
            ? [
                {
                  label: t('professionals.show.address'),
                  value: (
                    <a key="mail" href={`mailto:${one.email}`}>
                      {one.email}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <p className="quiet small">{t('professionals.show.confirmed', { day: format.date(one.confirmedAt.slice(0, 10)) })}</p>
      {one.viewerOwns ? (
        <p>
          {t('professionals.show.seenBy', { audience: t(`professionals.audience.${one.audience}`) })}. <a href="/people/me">{t('professionals.show.edit')}</a>
        </p>
      ) : (
        <Section id="write" title={t('professionals.write.title', { name: one.name })}>
          {sent ? (
            <Notice role="status">
              <p>{t('professionals.write.sent')}</p>
            </Notice>
          ) : (
            <Write one={one} refused={actionData ?? null} />
          )}
        </Section>
      )}
    </>
  );
}

type Refused = { text: string; faults: Parameters<typeof toError>[1][] };
function Write({ one, refused }: { one: { url: string; name: string }; refused: Refused | null }) {
  const { t, i18n, viewer } = useSite();
  if (!viewer)
    return (
      <p>
        <Trans
          i18n={i18n}
          t={t}
          i18nKey="professionals.write.signIn"
          components={{
            x: (
              <a href={`/sign-in?${new URLSearchParams({ next: one.url })}`} rel="nofollow">
                {null}
              </a>
            ),
          }}
        />
      </p>
    );
  if (viewer.memberships.length === 0) return <p>{t('professionals.write.noRole')}</p>;
  const errors = (refused?.faults ?? []).map((fault) => toError(t, fault, 'text'));
  return (
    <>
      <ErrorSummary errors={errors} />
      <p className="field-help">{t('professionals.write.sees', { name: one.name })}</p>
      <form method="post" action={one.url}>
        <TextArea
          name="text"
          label={t('professionals.write.text')}
          example={t('professionals.write.textExample')}
          value={refused?.text ?? ''}
          error={errors[0]?.message ?? null}
          rows={8}
          most={TEXT_MAX}
        />
        <button type="submit">{t('professionals.write.send')}</button>
      </form>
    </>
  );
}
