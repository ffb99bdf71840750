import type { ReactNode } from 'react';
import { ask, orNotFound } from '../api.server.ts';
import type { BuildingBlockPagePartsFragment, LinkCheckPartsFragment } from '../graphql/graphql.ts';
import { Asked } from '../ui/asked.tsx';
import { AskLinks } from '../ui/ask-links.tsx';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { WithAside } from '../ui/columns.tsx';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { WithFields } from '../ui/field-place.tsx';
import { LinkChecked } from '../ui/link-checked.tsx';
import { Meta } from '../ui/meta.tsx';
import { PageTitle } from '../ui/page-title.tsx';
import { RecordCare } from '../ui/record-care.tsx';
import { RecordFooter } from '../ui/record-footer.tsx';
import { RecordLink } from '../ui/record-link.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Stage } from '../ui/stage.tsx';
import { Statement } from '../ui/statement.tsx';
import { Statements } from '../ui/statements.tsx';
import type { Route } from './+types/show';
import { buildingBlockLd } from './json-ld.ts';
import { buildingBlockQuery } from './query.ts';

type Block = BuildingBlockPagePartsFragment;

export async function loader({ params, context }: Route.LoaderArgs) {
  return { block: orNotFound(context, (await ask(context, buildingBlockQuery, { slug: params.slug })).buildingBlock) };
}

export default function BuildingBlockPage({ loaderData: { block } }: Route.ComponentProps) {
  const { t, url } = useSite();
  return (
    <>
      <Meta title={block.title} description={block.summaryText} canonical={block.url} type="article" jsonLd={buildingBlockLd(block, url)} />
      <Breadcrumbs
        items={[
          { label: t('site.name'), url: '/' },
          { label: t('buildingBlocks.title'), url: '/building-blocks' },
        ]}
      />
      <WithFields language={block.language} edit={block.viewerCanEdit ? `${block.url}/edit` : null}>
        <BuildingBlockBody block={block} check={block.repositoryCheck} beside={<Asked asked={block.asked} url={block.url} />}>
          <RecordCare record={block} />
          <RecordFooter
            record={block}
            list="/building-blocks"
            query={`{\n  buildingBlock(slug: "${block.slug}") {\n    title\n    repository\n    licence { text }\n    projects { title stage }\n  }\n}\n`}
          />
        </BuildingBlockBody>
      </WithFields>
    </>
  );
}

/** What the page of a building block says, also of one that is only proposed. `children` stand at its foot, `beside` below who uses it. */
export function BuildingBlockBody({
  block,
  check,
  beside,
  children,
}: {
  block: Block;
  /** What its repository answered; not shown of one that is only proposed. */
  check?: LinkCheckPartsFragment | null;
  beside?: ReactNode;
  children?: ReactNode;
}) {
  const { t } = useSite();
  return (
    <>
      <PageTitle kind={t('searchBox.kind.BUILDING_BLOCK')} title={block.title} lead={<Statement statement={block.summary} as="span" field="summary.text" />}>
        <AskLinks url={block.url} />
      </PageTitle>
      <WithAside
        aside={
          <>
            <Users block={block} />
            {beside}
          </>
        }
        label={t('buildingBlocks.aside')}
      >
        <Glance block={block} check={check} />
        <Section id="try" title={t('buildingBlocks.try')}>
          {block.howToTry.length > 0 ? (
            <Statements statements={block.howToTry} field={(one) => `howToTry.${block.howToTry.indexOf(one as (typeof block.howToTry)[number])}.text`} />
          ) : (
            <p>{t('buildingBlocks.tryNone')}</p>
          )}
        </Section>
        {children}
      </WithAside>
    </>
  );
}

function Glance({ block, check }: { block: Block; check: LinkCheckPartsFragment | null | undefined }) {
  const { t } = useSite();
  return (
    <Facts
      caption={t('buildingBlocks.caption')}
      items={[
        {
          label: t('buildingBlocks.owners'),
          value: block.owners.map((owner) => (
            <a key={owner.url} href={owner.url}>
              {owner.title}
            </a>
          )),
        },
        {
          label: t('buildingBlocks.runs'),
          value: block.platformsBasis.map((platform) => (
            <span key={platform.text}>
              <a href={`/building-blocks?${new URLSearchParams({ platform: platform.text })}`}>{platform.text}</a>
              <FactMark fact={platform} />
            </span>
          )),
        },
        {
          label: t('buildingBlocks.licence'),
          value: block.licence && (
            <>
              <a href={`/building-blocks?${new URLSearchParams({ licence: block.licence.text })}`}>{block.licence.text}</a>
              <FactMark fact={block.licence} />
            </>
          ),
        },
        {
          label: t('buildingBlocks.repository'),
          value: block.repository && (
            <>
              <a href={block.repository} rel="external nofollow">
                {block.repository}
              </a>
              {check && <LinkChecked check={check} licence={block.licence?.text ?? null} />}
            </>
          ),
        },
        { label: t('buildingBlocks.vendors'), value: block.vendors.map((vendor) => <RecordLink key={vendor.url} to={vendor} />) },
      ]}
    />
  );
}

/** The projects of the library that say, or of which the entry says, that they use it. */
function Users({ block }: { block: Block }) {
  const { t } = useSite();
  return (
    <Section id="used-by" title={t('buildingBlocks.usedBy')} quiet>
      {block.projects.length === 0 ? (
        <p className="aside-why">{t('buildingBlocks.usedByNone')}</p>
      ) : (
        <ul className="aside-list">
          {block.projects.map((project) => (
            <li key={project.url}>
              <RecordLink to={project} />{' '}
              <span className="aside-why">
                <Stage stage={project.stage} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
