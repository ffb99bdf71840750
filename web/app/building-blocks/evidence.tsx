import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

type Block = { title: string; language: string; url: string; licenceId?: string | null | undefined };

/** Building blocks of an organization with their code, where they are evidence. Nothing where there are none. */
export function CodeEvidence({ blocks }: { blocks: Block[] }) {
  const { t } = useSite();
  if (blocks.length === 0) return null;
  return (
    <Section id="code" title={t('buildingBlocks.evidence')}>
      <ul>
        {blocks.map((block) => (
          <li key={block.url}>
            <a href={block.url} lang={block.language}>
              {block.title}
            </a>{' '}
            <span className="quiet">{block.licenceId ? t('buildingBlocks.under', { licence: block.licenceId }) : t('buildingBlocks.noLicence')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
