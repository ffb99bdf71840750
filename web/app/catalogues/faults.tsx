import { inWords } from '../ui/faults.ts';
import { ResponsiveTable } from '../ui/responsive-table.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

/** One fault of a file: where it stands, empty for the whole. */
export type FileFault = { place: string; column: string; code: string; params: unknown };

/** Everything that is wrong with the files of a catalogue, by row and column. Nothing where nothing is. */
export function FileFaults({ faults }: { faults: readonly FileFault[] }) {
  const { t } = useSite();
  if (faults.length === 0) return null;
  return (
    <Section id="faults" title={t('catalogues.faults', { count: faults.length })}>
      <div role="alert">
        <ResponsiveTable
          caption={t('catalogues.faults', { count: faults.length })}
          columns={[t('catalogues.faultColumns.where'), t('catalogues.faultColumns.what')]}
          rows={faults.map(({ place, column, code, params }, index) => ({
            key: `${index}`,
            cells: [
              [place, column].filter(Boolean).join(', ') || t('catalogues.whole_'),
              inWords(t, { path: '', code, params } as Parameters<typeof inWords>[1]),
            ],
          }))}
        />
      </div>
    </Section>
  );
}
