import type { ReactNode } from 'react';
import { Section } from './section.tsx';
import { useSite } from './site.tsx';
import { textLanguage } from './text-language.ts';

export type AsideItem = { url: string; title: ReactNode; language?: string | null; more?: ReactNode };

type AsideListProps = {
  id: string;
  title: string;
  /** Why these records are here. */
  why?: string | undefined;
  items: AsideItem[];
  children?: ReactNode;
};

/** So many related records are in access; the rest is folded away. */
const inSight = 6;

/** Related records beside a record, with the reason they are there. Nothing where there are none. */
export function AsideList({ id, title, why, items, children }: AsideListProps) {
  const site = useSite();
  if (items.length === 0) return null;
  // A fold that hides one line saves nothing.
  const cut = items.length <= inSight + 1 ? items.length : inSight;
  const list = (some: AsideItem[]) => (
    <ul className="aside-list">
      {some.map((item) => (
        <li key={item.url}>
          <a href={item.url} {...textLanguage(site, item.language, item.title)}>
            {item.title}
          </a>
          {item.more && <span className="aside-why"> {item.more}</span>}
        </li>
      ))}
    </ul>
  );
  return (
    <Section id={id} title={title} quiet>
      {why && <p className="aside-why">{why}</p>}
      {list(items.slice(0, cut))}
      {cut < items.length && <More count={items.length - cut}>{list(items.slice(cut))}</More>}
      {children}
    </Section>
  );
}

function More({ count, children }: { count: number; children: ReactNode }) {
  const { t } = useSite();
  return (
    <details className="aside-more">
      <summary>{t('filters.more', { count })}</summary>
      {children}
    </details>
  );
}
