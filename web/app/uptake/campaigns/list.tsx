import { Trans } from 'react-i18next';
import { ask } from '../../api.server.ts';
import { graphql } from '../../graphql/index.ts';
import { Meta } from '../../ui/meta.tsx';
import { PageTitle } from '../../ui/page-title.tsx';
import { useSite } from '../../ui/site.tsx';
import { ResponsiveTable } from '../../ui/responsive-table.tsx';
import { InText, Path, signInAddress, Views } from '../frame.tsx';
import type { Route } from './+types/list';

const query = graphql(/* GraphQL */ `
  query Campaigns {
    me {
      name
    }
    viewerCanOpenCampaign
    campaigns {
      id
      title
      state
      closesOn
      demo
      answers {
        state
      }
    }
  }
`);

export const loader = ({ context }: Route.LoaderArgs) => ask(context, query);

export default function Campaigns({ loaderData: { me, viewerCanOpenCampaign: may, campaigns } }: Route.ComponentProps) {
  const { t, i18n, url, format } = useSite();
  const columns = t('campaigns.columns', { returnObjects: true });
  return (
    <>
      <Meta title={t('campaigns.title')} description={t('campaigns.lead')} canonical="/campaigns" unlisted />
      <Path items={[{ label: t('uptake.title'), url: '/uptake' }]} />
      <PageTitle title={t('campaigns.title')} lead={t('campaigns.lead')} />
      <Views />
      {may && (
        <p className="list-note">
          <a className="button" href="/campaigns/new">
            {t('campaigns.new')}
          </a>
        </p>
      )}
      {me && (
        <p>
          <a href="/campaigns/contacts">{t('campaigns.contacts.title')}</a>
        </p>
      )}
      {!me ? (
        <p>
          <Trans i18n={i18n} t={t} i18nKey="campaigns.signIn" components={{ x: <InText href={signInAddress(url)} /> }} />
        </p>
      ) : campaigns.length === 0 ? (
        <p>{may ? t('campaigns.noneSecretariat') : t('campaigns.none')}</p>
      ) : (
        <ResponsiveTable
          caption={t('campaigns.caption')}
          columns={[columns.title, columns.state, columns.closes, columns.answers]}
          rows={campaigns.map((campaign) => ({
            key: campaign.id,
            cells: [
              <span key="title">
                <a href={`/campaigns/${campaign.id}`}>{campaign.title}</a>
                {campaign.demo && <span className="quiet small"> {t('uptake.flag.demo')}</span>}
              </span>,
              t(`campaigns.state.${campaign.state}`),
              format.date(campaign.closesOn),
              t('campaigns.answersOf', { complete: campaign.answers.filter((answer) => answer.state === 'COMPLETE').length, asked: campaign.answers.length }),
            ],
          }))}
        />
      )}
    </>
  );
}
