import { Figure } from '../ui/figure.tsx';
import { useSite } from '../ui/site.tsx';
import type { Evaluation } from './conclusions.tsx';

type Forks = Evaluation['tree'];

/** Words in lines of at most so many characters; a longer word has a line of its own. */
function inLines(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

const LINE = 15;
const [WIDTH, LEFT, RIGHT] = [340, 158, 182];

/** The rules of a layer from above to below: at each fork the outcome stands beside it, the way on leads down. */
export function Tree({ forks, title, source, remark }: { forks: Forks; title: string; source: string; remark?: React.ReactNode }) {
  const { t } = useSite();
  let y = 4;
  const placed = forks.map((fork) => {
    const asked = fork.number === null ? t('instruments.tree.rest') : t('instruments.tree.question', { number: fork.number });
    const question = inLines(fork.number !== null ? (fork.question ?? '') : fork.label.length < 70 ? fork.label : t('instruments.tree.several'), 20);
    const outcome = inLines(fork.outcome.title, 23);
    const height = Math.max(question.length + 1, outcome.length + 1) * LINE + 16;
    const top = y;
    y += height + 26;
    return { fork, asked, question, outcome, height, top };
  });
  const word = { TAKEN: t('instruments.tree.TAKEN'), PASSED: t('instruments.tree.PASSED'), NOT_REACHED: t('instruments.tree.NOT_REACHED') };
  return (
    <Figure
      id="tree"
      title={title}
      source={source}
      remark={remark}
      table={{
        columns: [
          t('instruments.tree.columns.fork'),
          t('instruments.tree.columns.when'),
          t('instruments.tree.columns.outcome'),
          t('instruments.tree.columns.path'),
        ],
        rows: forks.map((fork) => ({
          key: fork.rule,
          cells: [fork.number === null ? t('instruments.tree.rest') : `${fork.number}. ${fork.question}`, fork.label, fork.outcome.title, word[fork.path]],
        })),
      }}
    >
      <svg className="tree" viewBox={`0 0 ${WIDTH} ${y}`} role="img" aria-label={t('instruments.tree.label')}>
        {placed.map(({ fork, asked, question, outcome, height, top }, index) => {
          const last = index === placed.length - 1;
          const on = fork.path !== 'NOT_REACHED';
          const middle = top + 22;
          return (
            <g key={fork.rule}>
              <rect className={on ? 'tree-box tree-on' : 'tree-box'} x={2} y={top} width={LEFT - 14} height={height} rx={3} />
              <text className="tree-text" x={10} y={top + 18}>
                <tspan className="tree-head">{asked}</tspan>
                {question.map((line, at) => (
                  <tspan key={at} x={10} dy={LINE}>
                    {line}
                  </tspan>
                ))}
              </text>
              <path className={fork.path === 'TAKEN' ? 'tree-way tree-taken' : 'tree-way'} d={`M${LEFT - 12} ${middle}H${RIGHT}`} />
              <rect className={fork.path === 'TAKEN' ? 'tree-end tree-on' : 'tree-end'} x={RIGHT} y={top} width={WIDTH - RIGHT - 2} height={height} rx={12} />
              <text className="tree-text" x={RIGHT + 8} y={top + 18}>
                <tspan className="tree-head">{fork.number === null ? '' : inLines(fork.label, 22)[0]}</tspan>
                {outcome.map((line, at) => (
                  <tspan key={at} x={RIGHT + 8} dy={LINE} className={fork.path === 'TAKEN' ? 'tree-head' : undefined}>
                    {line}
                  </tspan>
                ))}
              </text>
              {!last && (
                <>
                  <path className={fork.path === 'PASSED' ? 'tree-way tree-taken' : 'tree-way'} d={`M${LEFT / 2} ${top + height}v26`} />
                  <text className="tree-text tree-small" x={LEFT / 2 + 8} y={top + height + 17}>
                    {t('instruments.tree.otherwise')}
                  </text>
                </>
              )}
            </g>
          );
        })}
      </svg>
    </Figure>
  );
}
