import { data } from 'react-router';
import { ask } from '../../api.server.ts';
import { readForm } from '../../form.server.ts';
import { graphql } from '../../graphql/index.ts';
import { ErrorSummary, SelectField, TextField } from '../../ui/form.tsx';
import { toError } from '../../ui/faults.ts';
import { Meta } from '../../ui/meta.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { Section } from '../../ui/section.tsx';
import { useSite } from '../../ui/site.tsx';
import { Path, Views } from '../frame.tsx';
import type { Route } from './+types/contacts';

const query = graphql(/* GraphQL */ `
  query ContactBooks {
    uptakeContactBooks {
      organizationSlug
      organizationName
      first
      second
      contacts {
        id
        address
        unit
        deputy
      }
    }
  }
`);
const keepDocument = graphql(/* GraphQL */ `
  mutation KeepUptakeContact($organization: String!, $address: String!, $unit: String, $deputy: Boolean, $instead: ID) {
    keepUptakeContact(organization: $organization, address: $address, unit: $unit, deputy: $deputy, instead: $instead) {
      __typename
      ...FieldFaults
    }
  }
`);
const dropDocument = graphql(/* GraphQL */ `
  mutation DropUptakeContact($id: ID!) {
    dropUptakeContact(id: $id)
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => ask(context, query);

export async function action({ request, context }: Route.ActionArgs) {
  const form = await readForm(context, request);
  const field = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const go = (done: string) => new Response(null, { status: 303, headers: { location: `/campaigns/contacts?done=${done}` } });
  if (field('intent') === 'drop') return go((await ask(context, dropDocument, { id: field('id') })).dropUptakeContact ? 'dropped' : 'gone');
  const typed = { organization: field('organization'), address: field('address'), unit: field('unit'), deputy: field('deputy'), instead: field('instead') };
  const { keepUptakeContact: result } = await ask(context, keepDocument, {
    organization: typed.organization,
    address: typed.address,
    unit: typed.unit || null,
    deputy: typed.deputy === '1',
    instead: typed.instead || null,
  });
  if ('fields' in result) return data({ faults: result.fields, typed }, { status: 400 });
  return go('kept');
}

export default function ContactBooks({ loaderData: { uptakeContactBooks: books }, actionData }: Route.ComponentProps) {
  const { t, url } = useSite();
  const refused = actionData && 'faults' in actionData ? actionData : null;
  const errors = (refused?.faults ?? []).map((one) => toError(t, one));
  const error = (name: string) => errors.find((one) => one.name === name)?.message ?? null;
  const done = url.searchParams.get('done');
  const columns = t('campaigns.contacts.columns', { returnObjects: true });
  const nobody = books.filter((book) => book.first.length === 0);
  // `correct=<id>`: the form holds the contact that is to be corrected.
  const asked = refused?.typed.instead || url.searchParams.get('correct');
  const old = books.flatMap((book) => book.contacts.map((contact) => ({ ...contact, organization: book.organizationSlug }))).find(({ id }) => id === asked);
  const start = {
    organization: old?.organization ?? books[0]?.organizationSlug ?? '',
    address: old?.address ?? '',
    unit: old?.unit ?? '',
    deputy: old?.deputy ? '1' : '',
  };
  const typed = refused?.typed ?? start;
  const list = (addresses: string[]) => addresses.join(', ') || t('campaigns.contacts.noReceiver');
  return (
    <>
      <Meta title={t('campaigns.contacts.title')} canonical="/campaigns/contacts" unlisted />
      <Path
        items={[
          { label: t('uptake.title'), url: '/uptake' },
          { label: t('campaigns.title'), url: '/campaigns' },
        ]}
      />
      <PageTitle title={t('campaigns.contacts.title')} lead={t('campaigns.contacts.lead')} />
      <ErrorSummary errors={errors} />
      {(done === 'kept' || done === 'dropped' || done === 'gone') && !refused && (
        <Notice role="status">
          <p>{t(`campaigns.contacts.${done}`)}</p>
        </Notice>
      )}
      <Views />
      {books.length === 0 ? (
        <p>{t('campaigns.contacts.none')}</p>
      ) : (
        <>
          {nobody.length > 0 && (
            <p>{t('campaigns.contacts.nobody', { count: nobody.length, names: nobody.map(({ organizationName }) => organizationName).join(', ') })}</p>
          )}
          <ResponsiveTable
            caption={t('campaigns.contacts.caption')}
            columns={[columns.organization, columns.receivers, columns.book]}
            rows={books.map((book) => ({
              key: book.organizationSlug,
              cells: [
                book.organizationName,
                t('campaigns.contacts.receivers', { first: list(book.first), second: list(book.second) }),
                book.contacts.length === 0 ? (
                  t('campaigns.contacts.empty')
                ) : (
                  <ul key="book" className="plain">
                    {book.contacts.map((contact) => (
                      <li key={contact.id}>
                        <form method="post" className="uptake-line">
                          <input type="hidden" name="intent" value="drop" />
                          <input type="hidden" name="id" value={contact.id} />
                          {contact.address}{' '}
                          <span className="quiet small">{[contact.unit, contact.deputy ? t('campaigns.contacts.deputy') : ''].filter(Boolean).join(', ')}</span>{' '}
                          <a
                            href={`/campaigns/contacts?${new URLSearchParams({ correct: contact.id })}#address`}
                            aria-label={t('campaigns.contacts.correctOf', contact)}
                          >
                            {t('campaigns.contacts.correct')}
                          </a>{' '}
                          <button type="submit" className="button-quiet" aria-label={t('campaigns.contacts.dropOf', contact)}>
                            {t('campaigns.contacts.drop')}
                          </button>
                        </form>
                      </li>
                    ))}
                  </ul>
                ),
              ],
            }))}
          />
          <Section id="add" title={t(old ? 'campaigns.contacts.correcting' : 'campaigns.contacts.add')}>
            <form method="post" action="/campaigns/contacts">
              <input type="hidden" name="instead" value={old?.id ?? ''} />
              <SelectField
                name="organization"
                label={t('campaigns.contacts.organization')}
                options={books
                  .filter((book) => !old || book.organizationSlug === old.organization)
                  .map((book) => ({ value: book.organizationSlug, label: book.organizationName }))}
                value={typed.organization}
                error={error('organization')}
              />
              <TextField
                name="address"
                type="email"
                label={t('campaigns.contacts.address')}
                example={t('campaigns.contacts.addressExample')}
                value={typed.address}
                error={error('address')}
              />
              <TextField
                name="unit"
                label={t('campaigns.contacts.unit')}
                help={t('campaigns.contacts.unitHelp')}
                most={200}
                required={false}
                value={typed.unit}
                error={error('unit')}
              />
              <div className="field">
                <label className="choice" htmlFor="deputy">
                  <input type="checkbox" id="deputy" name="deputy" value="1" defaultChecked={typed.deputy === '1'} />
                  <span>{t('campaigns.contacts.isDeputy')}</span>
                </label>
              </div>
              <button type="submit">{t('campaigns.contacts.keep')}</button>
            </form>
          </Section>
        </>
      )}
    </>
  );
}
