import { useSite } from '../ui/site.tsx';

/** A person's name; a demonstration account says so. */
export function Person({ person }: { person: { name: string; demo: boolean } }) {
  const { t } = useSite();
  return (
    <>
      {person.name}
      {person.demo && <span className="quiet"> {t('contributions.demo')}</span>}
    </>
  );
}
