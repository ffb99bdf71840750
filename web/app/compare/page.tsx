import type { ReactNode } from 'react';
import { ask } from '../api.server.ts';
import type { CompareAgreementsQuery, CompareQuery } from '../graphql/graphql.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { NotStated } from '../ui/certainty.tsx';
import { Downloads } from '../ui/downloads.tsx';
import { Meta } from '../ui/meta.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { type Site, useSite } from '../ui/site.tsx';
import { word } from '../ui/vocabulary.ts';
import type { Route } from './+types/page';
import { addressesIn } from './addresses.ts';
import { compareAgreementsQuery, compareQuery } from './query.ts';
import { RecordLink } from '../ui/record-link.tsx';

/** More columns cannot be read beside each other. */
const MOST = 4;

type Compared = CompareQuery['recordsAt'][number];
/** What one row of the table says of a record: several texts, or none where the sources say nothing. */
type Line = { label: string; of: (record: Compared) => string[] };

export async function loader({ request, context }: Route.LoaderArgs) {
  const { addresses, more } = addressesIn(new URL(request.url), MOST);
  if (addresses.length === 0) return { records: [], agreements: [], asked: 0, more };
  // Agreements are no records, and stand beside nothing else.
  const ids = addresses.flatMap((address) => /^\/agreements\/(.+)$/.exec(address)?.[1] ?? []);
  if (addresses[0]?.startsWith('/agreements/'))
    return { records: [], agreements: (await ask(context, compareAgreementsQuery, { ids })).agreementsAt, asked: addresses.length, more };
  const { recordsAt } = await ask(context, compareQuery, { addresses });
  return { records: recordsAt, agreements: [], asked: addresses.length, more };
}

/** Two to four records of a kind side by side: what is the same is quiet, what is missing is said. */
export default function Compare({ loaderData: { records, agreements, asked, more } }: Route.ComponentProps) {
  const site = useSite();
  const { t, url } = site;
  const [first] = records;
  const same = records.filter((record) => record.kind === first?.kind);
  const others = records.length - same.length;
  const shown = records.length + agreements.length;
  const side: Side = first
    ? { columns: same, lines: linesOf(site, first).map(({ label, of }) => ({ label, values: same.map(of) })) }
    : {
        columns: agreements.map((one) => ({ url: one.url, title: `${one.number} (${one.holderName})`, language: site.language })),
        lines: agreementLines(site, agreements),
      };
  return (
    <>
      <Meta title={t('lists.compare.title')} description={t('lists.compare.lead')} unlisted />
      <Breadcrumbs items={[{ label: t('site.name'), url: '/' }]} />
      <PageTitle title={t('lists.compare.title')} lead={t('lists.compare.lead')} />
      {(asked > shown || more > 0 || others > 0) && (
        <Notice role="status">
          {asked > shown && <p>{t('lists.picked.missing', { count: asked - shown })}</p>}
          {more > 0 && <p>{t('lists.compare.more', { count: more })}</p>}
          {others > 0 && <p>{t('lists.compare.others', { count: others })}</p>}
        </Notice>
      )}
      {side.columns.length < 2 ? (
        <p>
          {t('lists.compare.few')} <a href="/projects">{t('nav.projects')}</a>, <a href="/vendors">{t('nav.vendors')}</a>,{' '}
          <a href="/standards">{t('nav.standards')}</a>
        </p>
      ) : (
        <>
          <Downloads
            label={t('lists.compare.files')}
            files={['docx', 'xlsx'].map((extension) => ({
              label: extension.toUpperCase(),
              href: `/compare.${extension}?${new URLSearchParams(side.columns.map((one) => ['ids', one.url.slice(1)]))}`,
            }))}
          />
          <Table site={site} side={side} address={url} />
        </>
      )}
    </>
  );
}

/** What is laid side by side: the columns, and what each line says of them in their order. */
type Side = { columns: { url: string; title: string; language: string }[]; lines: { label: string; values: string[][] }[] };

function Table({ site, side: { columns: records, lines }, address }: { site: Site; side: Side; address: URL }) {
  const { t } = site;
  const without = (record: Side['columns'][number]) => {
    const query = new URLSearchParams(records.filter((other) => other !== record).map((other) => ['ids', other.url.slice(1)]));
    return `${address.pathname}?${query}`;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="compare" role="region" aria-label={t('lists.compare.title')} tabIndex={0}>
      <table className="compared">
        <caption className="hidden">{t('lists.compare.lead')}</caption>
        <thead>
          <tr>
            <td />
            {records.map((record) => (
              <th key={record.url} scope="col">
                <RecordLink to={record} />
                {records.length > 2 && (
                  <a className="compare-out" href={without(record)}>
                    {t('lists.compare.without')}
                    <span className="hidden">: {record.title}</span>
                  </a>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ label, values }) => {
            const alike = values.every((value) => value.join('\n') === values[0]?.join('\n'));
            return (
              <tr key={label} className={alike ? 'alike' : undefined}>
                <th scope="row">
                  {label}
                  {alike && <span className="compare-same"> {t('lists.compare.same')}</span>}
                </th>
                {values.map((value, index) => (
                  <td key={records[index]?.url}>
                    <Value texts={value} />
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Value({ texts }: { texts: string[] }): ReactNode {
  if (texts.length === 0) return <NotStated />;
  if (texts.length === 1) return texts[0];
  return (
    <ul className="plain">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

const texts = (...values: (string | null | undefined | false)[]) => [...new Set(values.filter((value): value is string => Boolean(value)))];

type ComparedAgreement = CompareAgreementsQuery['agreementsAt'][number];
function agreementLines(site: Site, agreements: readonly ComparedAgreement[]): Side['lines'] {
  const { t, format } = site;
  const amount = (value: number | null, currency: string | null) => texts(value !== null && `${format.number(value)} ${currency ?? ''}`.trim());
  const line = (label: string, of: (one: ComparedAgreement) => string[]) => ({ label, values: agreements.map(of) });
  return [
    line(t('agreements.form.title'), ({ title, demo }) => texts(title, demo && t('agreements.demo'))),
    line(t('agreements.columns.vendor'), ({ vendorTitle }) => [vendorTitle]),
    line(t('agreements.columns.holder'), ({ holderName }) => [holderName]),
    line(t('agreements.show.scope'), ({ scope }) => texts(scope)),
    line(t('agreements.columns.unspsc'), ({ unspsc }) => unspsc),
    line(t('agreements.show.period'), ({ startsOn, endsOn }) => [t('agreements.show.periodText', { from: format.date(startsOn), to: format.date(endsOn) })]),
    line(t('agreements.columns.left'), ({ daysLeft, validity }) => [
      daysLeft !== null && validity === 'VALID' ? t('agreements.daysLeft', { count: daysLeft }) : t(`agreements.validity.${validity}`),
    ]),
    line(t('agreements.columns.ceiling'), ({ ceiling, currency }) => amount(ceiling, currency)),
    line(t('agreements.form.drawn'), ({ drawn, currency }) => amount(drawn, currency)),
    line(t('agreements.columns.ceilingLeft'), ({ ceilingLeft, currency }) => amount(ceilingLeft, currency)),
    line(t('agreements.show.callOff'), ({ callOff }) => texts(callOff)),
    line(t('agreements.show.others'), ({ use }) => texts(use !== 'NOT_STATED' && t(`agreements.use.${use}`))),
    line(t('agreements.show.useTerms'), ({ useTerms }) => texts(useTerms)),
    line(t('agreements.show.contact'), ({ contact }) => texts(contact)),
    line(t('agreements.show.source'), ({ source }) => texts(source)),
  ];
}

/** The rows for the kind of the first record. */
function linesOf({ t, format }: Pick<Site, 't' | 'format'>, first: Compared): Line[] {
  const project = (of: (record: Extract<Compared, { __typename: 'Project' }>) => string[]) => (record: Compared) =>
    record.__typename === 'Project' ? of(record) : [];
  const vendor = (of: (record: Extract<Compared, { __typename: 'Vendor' }>) => string[]) => (record: Compared) =>
    record.__typename === 'Vendor' ? of(record) : [];
  const standard = (of: (record: Extract<Compared, { __typename: 'Standard' }>) => string[]) => (record: Compared) =>
    record.__typename === 'Standard' ? of(record) : [];
  type Work = Extract<Compared, { __typename: 'Vendor' }>['engagements'][number]['project'];
  /** What is said of the projects that a vendor worked in, each with the project that it is of. */
  const ofWork = (of: (project: Work) => string[]) =>
    vendor(({ engagements }) => texts(...engagements.flatMap(({ project: one }) => of(one).map((text) => `${one.title}: ${text}`))));
  const section = (name: string) => project(({ statements }) => texts(...statements.filter((one) => one.section === name).map(({ text }) => text)));
  const summary: Line = { label: t('lists.compare.summary'), of: ({ summaryText }) => texts(summaryText) };
  const changed: Line = { label: t('lists.columns.changed'), of: ({ updatedAt }) => [format.date(updatedAt.slice(0, 10))] };
  if (first.__typename === 'Project')
    return [
      summary,
      { label: t('vocabulary.field.stage'), of: project(({ stage }) => [t(`stage.${stage}`)]) },
      { label: t('projects.columns.owners'), of: project(({ owners }) => texts(...owners.map(({ shortName }) => shortName))) },
      {
        label: t('vocabulary.field.country'),
        of: project(({ scope, countries }) => (scope === 'GLOBAL' ? [t('projects.glance.global')] : countries.map(({ code }) => format.country(code)))),
      },
      { label: t('vocabulary.field.use'), of: project(({ uses }) => uses.map((use) => word(t, 'use', use))) },
      { label: t('vocabulary.field.platform'), of: project(({ platforms }) => platforms) },
      { label: t('vocabulary.field.access'), of: project(({ access }) => (access === 'NOT_STATED' ? [] : [word(t, 'access', access)])) },
      { label: t('lists.compare.consensus'), of: project(({ ledger }) => texts(ledger.consensus?.text)) },
      { label: t('lists.compare.offChain'), of: project(({ ledger }) => texts(...ledger.offChain.map(({ text }) => text))) },
      { label: t('lists.compare.keys'), of: project(({ ledger }) => texts(...ledger.keyCustody.map(({ text }) => text))) },
      { label: t('vocabulary.field.vendor'), of: project(({ engagements }) => texts(...engagements.map((one) => `${one.vendor.title}: ${one.role}`))) },
      { label: t('lists.compare.figures'), of: project(({ figures }) => texts(...figures.map((one) => `${one.label}: ${one.value}`))) },
      { label: t('lists.compare.achieved'), of: section('WHAT_IT_ACHIEVED') },
      { label: t('lists.compare.paid'), of: section('HOW_IT_IS_PAID') },
      { label: t('lists.compare.ended'), of: section('WHAT_ENDED_IT') },
      { label: t('vocabulary.field.goal'), of: project(({ goals }) => goals.map(({ goal }) => `${goal.number} ${word(t, 'goalTitle', goal.number)}`)) },
      changed,
    ];
  if (first.__typename === 'Vendor')
    return [
      summary,
      { label: t('vocabulary.field.kind'), of: vendor(({ vendorKind }) => [word(t, 'vendorKind', vendorKind)]) },
      { label: t('vocabulary.field.country'), of: vendor(({ country }) => (country ? [format.country(country.code)] : [])) },
      { label: t('vendors.columns.services'), of: vendor(({ services }) => services) },
      { label: t('vocabulary.field.platform'), of: vendor(({ platforms }) => platforms) },
      {
        label: t('vendors.columns.engagements'),
        of: vendor(({ engagements }) =>
          texts(...engagements.map(({ project: one, role }) => `${one.title} (${[...one.ownerNames, t(`stage.${one.stage}`)].join(', ')}): ${role}`)),
        ),
      },
      { label: t('lists.compare.outcome'), of: vendor(({ engagements }) => texts(...engagements.map(({ outcome }) => outcome))) },
      { label: t('vendors.columns.latest'), of: vendor(({ latestWork }) => (latestWork ? [format.date(latestWork)] : [])) },
      {
        label: t('agreements.title'),
        of: vendor(({ agreements }) =>
          texts(
            ...agreements.map(
              (one) =>
                `${one.title} (${texts(
                  t('vendors.agreementCell', { holder: one.holderName, day: format.date(one.endsOn) }),
                  t(`agreements.use.${one.use}`),
                  one.demo && t('agreements.demoMark'),
                ).join(', ')})`,
            ),
          ),
        ),
      },
      { label: t('vendors.dependence.protocol'), of: ofWork(({ platforms }) => platforms) },
      { label: t('vendors.dependence.nodes'), of: ofWork(({ access }) => (access === 'NOT_STATED' ? [] : [word(t, 'access', access)])) },
      changed,
    ];
  if (first.__typename === 'Standard')
    return [
      summary,
      { label: t('lists.compare.body'), of: standard(({ body }) => texts(body)) },
      { label: t('lists.compare.status'), of: standard(({ status }) => [t(`vocabulary.standardStatus.${status}`)]) },
      { label: t('lists.compare.published'), of: standard(({ published }) => (published ? [format.date(published)] : [])) },
      { label: t('lists.compare.inReport'), of: standard(({ inReport }) => [t(`vocabulary.yesNo.${inReport ? 'yes' : 'no'}`)]) },
      changed,
    ];
  return [summary, changed];
}
