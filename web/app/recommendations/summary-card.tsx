import type { RecommendationsQuery } from '../graphql/graphql.ts';
import { NotStated } from '../ui/certainty.tsx';
import { useSite } from '../ui/site.tsx';
import { isNamed } from './addressee.ts';

type Node = RecommendationsQuery['recommendations']['edges'][number]['node'];

/**
 * Recommendations of one kind, a short row each: the formal ones with their deadline, the others with the paragraph they
 * stand in. What each says is on its own page. Only few of the others name an addressee: those that do not leave it out.
 */
export function SummaryCards({ kind, nodes }: { kind: Node['recommendationKind']; nodes: Node[] }) {
  const { t, format } = useSite();
  const columns = t('recommendations.columns', { returnObjects: true });
  const heads = [columns.recommendation, kind === 'OTHER' ? columns.verb : columns.to, kind === 'FORMAL' ? columns.by : columns.place];
  const addressee = (node: Node) => (isNamed(node.addressee.text) ? node.addressee.text : null);
  return (
    <table className="table stacked short">
      <caption className="hidden">{t(`recommendations.groups.${kind}`)}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node.url}>
            <th scope="row">
              <a href={node.url}>{node.title}</a>
              {kind === 'OTHER' && addressee(node) && <span className="answers-who">{t('recommendations.to', { addressee: addressee(node) ?? '' })}</span>}
            </th>
            <td data-answer={heads[1]}>{kind === 'OTHER' ? node.verb : (addressee(node) ?? <NotStated />)}</td>
            <td data-answer={heads[2]}>{kind === 'FORMAL' ? node.deadlineDate ? format.date(node.deadlineDate) : <NotStated /> : node.place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
