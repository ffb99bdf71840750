import { data, redirect } from 'react-router';
import { requireSession } from '../accounts/signed-in.ts';
import { ask } from '../api.server.ts';
import { readForm } from '../form.server.ts';
import type { OwnProfessionalQuery, ProfessionalAudience, ProfessionalOffer } from '../graphql/graphql.ts';
import { graphql } from '../graphql/index.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { toError } from '../ui/faults.ts';
import { Choices, ErrorSummary, TextArea, TextField } from '../ui/form.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { values as words } from '../ui/vocabulary.ts';
import type { Route } from './+types/me';

const query = graphql(/* GraphQL */ `
  query OwnProfessional {
    viewerEntersPool
    me {
      name
      memberships {
        organizationName
      }
    }
    viewerProfessional {
      url
      name
      about
      technologies
      tasks
      sectors
      languages
      countries
      works {
        url
      }
      offers
      availability
      audience
      showsAddress
      confirmedAt
      hiddenFrom
      edits
    }
  }
`);
const save = graphql(/* GraphQL */ `
  mutation SaveProfessional($input: ProfessionalInput!, $edits: Int!, $consents: Boolean!) {
    saveProfessional(input: $input, edits: $edits, consents: $consents) {
      __typename
      ...FieldFaults
    }
  }
`);
const confirm = graphql(/* GraphQL */ `
  mutation ConfirmProfessional {
    confirmProfessional {
      __typename
      ...FieldFaults
    }
  }
`);
const withdraw = graphql(/* GraphQL */ `
  mutation WithdrawProfessional {
    withdrawProfessional
  }
`);

const audiences = ['UN_SYSTEM', 'ORGANIZATION', 'PUBLIC'] as const satisfies readonly ProfessionalAudience[];
const offers = ['ADVICE', 'REVIEW', 'MISSION'] as const satisfies readonly ProfessionalOffer[];
/** Fields with one item a line. */
const listed = ['technologies', 'tasks', 'languages', 'countries', 'works'] as const;
const texts = ['name', 'about', 'availability', ...listed] as const;

export async function loader({ request, context }: Route.LoaderArgs) {
  requireSession(request);
  return ask(context, query, {});
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const intent = String(form.get('intent') ?? '');
  if (intent === 'withdraw') {
    await ask(context, withdraw, {});
    return redirect('/people?done=withdrawn', 303);
  }
  const typed = {
    ...(Object.fromEntries(texts.map((name) => [name, String(form.get(name) ?? '')])) as Record<(typeof texts)[number], string>),
    sectors: form.getAll('sectors').map(String),
    offers: offers.filter((one) => form.getAll('offers').includes(one)),
    audience: audiences.find((one) => one === form.get('audience')) ?? 'UN_SYSTEM',
    showsAddress: form.get('showsAddress') === 'yes',
    consents: form.get('consents') === 'yes',
    edits: Number(form.get('edits')) || 0,
  };
  if (intent === 'confirm') {
    const { confirmProfessional: result } = await ask(context, confirm, {});
    if (result.__typename === 'InvalidInput') return data({ typed: null, faults: result.fields }, { status: 400 });
    return redirect('/people/me?done=confirmed', 303);
  }
  const { consents, edits, ...input } = typed;
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  const { saveProfessional: result } = await ask(context, save, {
    input: { ...input, ...(Object.fromEntries(listed.map((name) => [name, lines(typed[name])])) as Record<(typeof listed)[number], string[]>) },
    edits,
    consents,
  });
  if (result.__typename === 'InvalidInput') return data({ typed, faults: result.fields }, { status: 400 });
  return redirect('/people/me?done=saved', 303);
}

type Own = NonNullable<OwnProfessionalQuery['viewerProfessional']>;

/** Where somebody enters themself into the pool, keeps the entry fresh, and leaves. */
export default function OwnProfessional({ loaderData: { viewerEntersPool, viewerProfessional: own, me }, actionData }: Route.ComponentProps) {
  const { t, url, format } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one, one.path === 'edits' ? 'name' : (one.path.split('.')[0] ?? 'name')));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const done = (['saved', 'confirmed'] as const).find((one) => one === url.searchParams.get('done'));
  const value = valuesOf(own, refused?.typed ?? null, me?.name ?? '');
  const organizations = [...new Set((me?.memberships ?? []).flatMap(({ organizationName }) => organizationName ?? []))];
  const box = (name: 'technologies' | 'tasks' | 'languages' | 'countries' | 'works') => (
    <TextArea
      name={name}
      label={t(`professionals.form.${name}`)}
      help={t(`professionals.form.${name}Help`)}
      example={t(`professionals.form.${name}Example`)}
      value={value[name]}
      error={error(name)}
      required={false}
      rows={3}
    />
  );
  return (
    <>
      <Meta title={t('professionals.form.title')} unlisted />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('professionals.title'), url: '/people' },
        ]}
      />
      <PageTitle title={t('professionals.form.title')} lead={t('professionals.form.lead')} />
      <ErrorSummary errors={errors} />
      {done && own && !refused && (
        <Notice role="status">
          <p>
            {t(`professionals.done.${done}`)} <a href={own.url}>{t('professionals.own')}</a>
          </p>
        </Notice>
      )}
      {own && <Correct own={own} />}
      {viewerEntersPool ? (
        <form method="post" action="/people/me">
          <input type="hidden" name="edits" value={own?.edits ?? 0} />
          <TextField name="name" label={t('professionals.form.name')} value={value.name} error={error('name')} autoComplete="name" most={200} />
          <p className="field-help">
            {organizations.length > 0
              ? t('professionals.form.organizations', { organizations: format.list(organizations) })
              : t('professionals.form.noOrganization')}
          </p>
          {box('technologies')}
          {box('tasks')}
          <Choices
            name="sectors"
            several
            label={t('professionals.form.sectors')}
            values={value.sectors}
            error={error('sectors')}
            options={words.sector.map((one) => ({ value: one, label: t(`vocabulary.sector.${one}`) }))}
          />
          {box('languages')}
          {box('countries')}
          <TextArea
            name="about"
            label={t('professionals.form.about')}
            example={t('professionals.form.aboutExample')}
            value={value.about}
            error={error('about')}
            required={false}
            rows={4}
            most={2000}
          />
          {box('works')}
          <Choices
            name="offers"
            several
            label={t('professionals.form.offers')}
            values={value.offers}
            error={error('offers')}
            options={offers.map((one) => ({ value: one, label: t(`professionals.offer.${one}`) }))}
          />
          <TextField
            name="availability"
            label={t('professionals.form.availability')}
            example={t('professionals.form.availabilityExample')}
            value={value.availability}
            error={error('availability')}
            required={false}
            most={300}
          />
          <Choices
            name="audience"
            label={t('professionals.form.audience')}
            help={t('professionals.form.audienceHelp')}
            values={[value.audience]}
            error={error('audience')}
            options={audiences.map((one) => ({ value: one, label: t(`professionals.audience.${one}`) }))}
          />
          <Choices
            name="showsAddress"
            several
            label={t('professionals.form.showsAddress')}
            values={value.showsAddress ? ['yes'] : []}
            options={[{ value: 'yes', label: t('professionals.form.showsAddressYes') }]}
          />
          {!own && (
            <Choices
              name="consents"
              several
              label={t('professionals.form.consent')}
              help={t('professionals.form.purpose')}
              values={value.consents ? ['yes'] : []}
              error={error('consents')}
              options={[{ value: 'yes', label: t('professionals.form.consentYes') }]}
            />
          )}
          <button type="submit" name="intent" value="save">
            {t(own ? 'professionals.form.save' : 'professionals.form.enter')}
          </button>
          {own && <p className="field-help">{t('professionals.form.purpose')}</p>}
        </form>
      ) : (
        <p>{t('professionals.form.noRole')}</p>
      )}
      {own && (
        <Section id="leave" title={t('professionals.form.withdraw')}>
          <form method="post" action="/people/me">
            <p className="field-help">{t('professionals.form.withdrawHelp')}</p>
            <button type="submit" name="intent" value="withdraw" className="button-quiet">
              {t('professionals.form.withdrawButton')}
            </button>
          </form>
        </Section>
      )}
    </>
  );
}

/** Says that the entry is still correct, without going through the form. */
function Correct({ own }: { own: Own }) {
  const { t, format } = useSite();
  const hidden = format.date(own.hiddenFrom);
  const past = own.hiddenFrom <= new Date().toISOString().slice(0, 10);
  return (
    <form method="post" action="/people/me">
      <p>
        {past ? t('professionals.form.hidden', { hidden }) : t('professionals.form.correctHelp', { day: format.date(own.confirmedAt.slice(0, 10)), hidden })}
      </p>
      <button type="submit" name="intent" value="confirm" className="button-quiet">
        {t('professionals.form.correct')}
      </button>
    </form>
  );
}

type Typed = Record<(typeof texts)[number], string> & {
  sectors: string[];
  offers: ProfessionalOffer[];
  audience: ProfessionalAudience;
  showsAddress: boolean;
  consents: boolean;
};
/** What the form holds: what was typed, else the entry, else what the account says. */
function valuesOf(own: Own | null | undefined, typed: Typed | null, name: string): Typed {
  if (typed) return typed;
  if (!own)
    return {
      name,
      about: '',
      availability: '',
      technologies: '',
      tasks: '',
      languages: '',
      countries: '',
      works: '',
      sectors: [],
      offers: [],
      audience: 'UN_SYSTEM',
      showsAddress: false,
      consents: false,
    };
  return {
    ...own,
    technologies: own.technologies.join('\n'),
    tasks: own.tasks.join('\n'),
    languages: own.languages.join('\n'),
    countries: own.countries.join('\n'),
    works: own.works.map((record) => record.url).join('\n'),
    consents: true,
  };
}
