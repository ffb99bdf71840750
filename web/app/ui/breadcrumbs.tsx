import { useSite } from './site.tsx';

/** The way from the start page to this one; the last, this page itself, is not repeated. */
export function Breadcrumbs({ items }: { items: { label: string; url: string }[] }) {
  const { t } = useSite();
  return (
    <nav className="breadcrumbs" aria-label={t('breadcrumbs')}>
      <ol>
        {items.map((item) => (
          <li key={item.url}>
            <a href={item.url}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
