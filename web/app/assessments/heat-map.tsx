import { useSite } from '../ui/site.tsx';

export type MappedRisk = { key: string; title: string; likelihood: number; impact: number };
const levels = [1, 2, 3, 4, 5] as const;
/** 1 (low) to 5 (high), from likelihood times impact. */
const heat = (likelihood: number, impact: number): number => [2, 5, 9, 15, 25].findIndex((most) => likelihood * impact <= most) + 1;

/** Where the risks stand: likelihood upwards, impact to the end side; the numbers are those of the table below. */
export function HeatMap({ caption, risks }: { caption: string; risks: MappedRisk[] }) {
  const { t } = useSite();
  return (
    <table className="heat risk-map">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('assessments.risks.corner')}</th>
          {levels.map((impact) => (
            <th key={impact} scope="col">
              {impact}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...levels].reverse().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">{likelihood}</th>
            {levels.map((impact) => (
              <td key={impact} className={`heat-${heat(likelihood, impact)}`}>
                {risks.flatMap((risk, index) => (risk.likelihood === likelihood && risk.impact === impact ? [index + 1] : [])).join(', ')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
