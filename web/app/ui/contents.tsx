import { useSite } from './site.tsx';

/** What a long page holds. It stays at the top edge while one reads on, folded to one line, and works without script. */
export function Contents({ items }: { items: readonly { id: string; title: string }[] }) {
  const { t } = useSite();
  return (
    <nav className="contents" aria-label={t('contents')}>
      <details>
        <summary>{t('contents')}</summary>
        <ul className="plain columns">
          {items.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
