import { counts, evaluate, exceptionWithoutReason, indexOf } from '#prisma/instrument/evaluate.ts';
import { treeOf } from '#prisma/instrument/tree.ts';
import { MARK } from '../uptake/documents/audience.ts';
import { heading, paragraph, table } from '../uptake/documents/docx.ts';
import type { Docx } from '../uptake/documents/writing.ts';
import type { AssessmentRow } from './assessment.ts';
import { areas, costLines, costSums, inOrder, linesOf, yearly } from './content.ts';
import type { RiskLine } from './risk-line.ts';

type Cited = { text?: unknown; cite?: { source: string; place: string }[] };
const places = ({ cite = [] }: Cited, names: ReadonlyMap<string, string>) =>
  cite.map(({ source, place }) => `${names.get(source) ?? source}, ${place}`).join('; ');
/** Moments come from the database as dates or as texts. */
const moment = (value: string | Date) => (value instanceof Date ? value.toISOString() : value);
const day = (moment: string | null) => (moment ? moment.slice(0, 10) : 'not stated');
const inWords = (value: string) => `${value.charAt(0)}${value.slice(1).toLowerCase().replaceAll('_', ' ')}`;
const stateOf = { DRAFT: 'Draft', SHARED: 'Shared in the organization', SIGNED: 'Signed' } as const;

/** An amount, or from one to another, with its thousands apart. */
const amount = new Intl.NumberFormat('en');
const range = ({ low, high }: { low: number; high: number }) => (low === high ? amount.format(low) : `${amount.format(low)} – ${amount.format(high)}`);

const levels = [1, 2, 3, 4, 5];
/** Where the risks stand: likelihood from the top down, impact to the right; the numbers are those of the table of risks. */
const riskMap = (caption: string, risks: readonly { likelihood: number; impact: number }[]) => ({
  ...table(
    [
      ['Likelihood, down; impact, across', ...levels.map(String)],
      ...[...levels]
        .reverse()
        .map((likelihood) => [
          String(likelihood),
          ...levels.map((impact) => risks.flatMap((risk, at) => (risk.likelihood === likelihood && risk.impact === impact ? [at + 1] : [])).join(', ')),
        ]),
    ],
    [3, ...levels.map(() => 1.5)],
  ),
  caption,
});

/** What second persons said of the lines as they are now, for the organization; and places to sign on paper. */
function agreements(run: AssessmentRow, nameOf: (line: string) => string) {
  const now = new Map(inOrder(linesOf(run), run.edition.content.questions).map(({ line, hash }) => [line, hash]));
  const said = run.reviews.filter((one) => now.get(one.line) === one.lineHash);
  const order = [...now.keys()];
  return [
    ...(said.length === 0
      ? []
      : [
          heading('What reviewers said', 2),
          paragraph('Of each line as it reads in this document. What was said of an earlier wording no longer holds and is left out.'),
          table(
            [
              ['Line', 'Reviewer', 'Says', 'Remark'],
              ...[...said]
                .sort((a, b) => order.indexOf(a.line) - order.indexOf(b.line))
                .map((one) => [nameOf(one.line), one.name ?? 'not stated', one.agrees ? 'agrees' : 'does not agree', one.text]),
            ],
            [5, 2, 1.5, 4],
          ),
        ]),
    heading('Signatures', 2),
    table(
      [
        ['For', 'Name and function', 'Date', 'Signature'],
        ['Assessment written by', run.writer ?? '', '', ''],
        [
          'Assessment signed by',
          [run.signer, run.signedAs?.toLowerCase().replaceAll('_', ' ')].filter(Boolean).join(', '),
          run.signedAt ? day(run.signedAt) : '',
          '',
        ],
        ['Project board', '', '', ''],
      ],
      [3, 4, 2, 3],
    ),
  ];
}

/**
 * A run as a document for a project board: outcome and what led to it, answers with notes and conclusions, risks with their maps,
 * costs, what reviewers said, places to sign, sources, edition, names and dates.
 * @param names how sources are called, by key
 * @param marking what an internal file says of itself; null for a public one
 */
export function assessmentDocx(run: AssessmentRow, risks: readonly RiskLine[], names: ReadonlyMap<string, string>, marking: string | null): Docx {
  const { edition } = run;
  const content = edition.content;
  const { answers, costs } = run.content;
  const result = evaluate(content, answers);
  const index = indexOf(content);
  const { decided } = result;
  const layer = (id: string) => content.layers.find((one) => one.id === id);
  const numbered = (id: string) => {
    const question = index.questions.get(id);
    const of = content.groups.find((group) => group.id === question?.group)?.layer ?? '';
    return `${layer(of)?.number ?? ''}.${question?.number ?? ''} ${question?.text ?? id}`;
  };
  const shortly = (id: string) => numbered(id).split(' ')[0] ?? '';
  const claims = content.questions.flatMap(({ id }) => (index.options.get(id)?.get(counts(content, answers, id) ?? '')?.exceptionTo ? [id] : []));
  const labelOf = (id: string, option = '') => index.options.get(id)?.get(option)?.label ?? 'Not known yet';
  const answered = (id: string) =>
    exceptionWithoutReason(content, answers, id)
      ? `${labelOf(id, counts(content, answers, id) ?? '')} (chosen: “${labelOf(id, answers[id]?.option)}”, which does not count without a reason)`
      : labelOf(id, answers[id]?.option);
  const conclusionsOf = (id: string) =>
    (index.options.get(id)?.get(counts(content, answers, id) ?? '')?.conclusions ?? []).map((one) => String(one['text'])).join(' ');
  const unassessed = areas.filter((area) => !risks.some((risk) => risk.area === area)).map(inWords);
  const wholes: Record<string, string> = {
    title: 'Title',
    useCase: 'Use case',
    answers: 'Which questions are answered',
    risks: 'Which risks are assessed',
    costs: 'Costs',
  };
  const lineName = (line: string) => {
    const [kind = '', ...rest] = line.split(':');
    const id = rest.join(':');
    if (kind === 'answer') return numbered(id);
    return kind === 'risk' ? (risks.find(({ key }) => key === id)?.called ?? id) : (wholes[line] ?? line);
  };
  const sources = new Set<string>();
  const cited = (fact: Cited) => {
    const said = places(fact, names);
    for (const one of said.split('; ').filter(Boolean)) sources.add(one);
    return said;
  };
  const blocks = [
    heading(run.title, 1),
    ...(marking === null ? [] : [paragraph(marking, true)]),
    paragraph(`${edition.title}, edition ${edition.edition} (SHA-256 ${edition.hash}).`),
    ...(edition.withdrawnAt
      ? [paragraph(`This edition was taken out of use on ${day(String(moment(edition.withdrawnAt)))}: ${edition.withdrawnReason ?? 'not stated'}`, true)]
      : []),
    ...(run.record ? [paragraph(`Belongs to: ${run.record.title}`)] : []),
    paragraph(run.content.useCase || 'Use case: not stated.'),
    table(
      [
        ['Organization', 'State', 'Begun', 'Last changed', 'Signed', 'Seen by'],
        [
          run.organizationName,
          stateOf[run.state],
          [day(run.createdAt), run.writer].filter(Boolean).join(', '),
          day(run.updatedAt),
          run.signedAt ? [day(run.signedAt), run.signer, run.logEntry ? `entry ${run.logEntry} of the log` : ''].filter(Boolean).join(', ') : 'not signed',
          run.state === 'SIGNED' ? { PUBLIC: 'Everyone', UN_SYSTEM: 'United Nations system', OWNERS: 'The organization' }[run.audience] : 'The organization',
        ],
      ],
      [2, 1.5, 2, 1.5, 2.5, 1.5],
    ),
    heading('Outcome', 2),
    paragraph(decided.outcome.title, true),
    paragraph(`${String(decided.outcome.text['text'])} (${cited(decided.outcome.text as Cited)})`),
    ...(decided.outcome.instead
      ? [paragraph(`What fits better: ${String(decided.outcome.instead['text'])} (${cited(decided.outcome.instead as Cited)})`)]
      : []),
    paragraph(
      `${decided.outcome.verdict === 'OPEN' ? 'Open' : 'Decided'} in layer ${layer(decided.layer)?.number ?? ''}: ${layer(decided.layer)?.title ?? ''}`,
    ),
    ...[...decided.because, ...decided.also.flatMap(({ because }) => because)]
      .filter((id, at, all) => all.indexOf(id) === at)
      // What an answer asks for is the condition under which the outcome holds.
      .map((id) => paragraph(`${numbered(id)} ${answered(id)}. ${conclusionsOf(id)}`.trim())),
    ...(claims.length === 0
      ? []
      : [
          heading(claims.length === 1 ? 'It rests on an exception' : `It rests on ${claims.length} exceptions`, 2),
          paragraph('The matrix advises otherwise here, unless the written reason convinces whoever decides.'),
          ...claims.map((id) => paragraph(`${numbered(id)} ${answered(id)}. Reason: ${answers[id]?.reason ?? ''}`)),
        ]),
    heading('Layer by layer', 2),
    table(
      [
        ['Layer', 'What it comes to', 'By the answers'],
        ...result.layers.map((one) => [
          `${layer(one.layer)?.number ?? ''}. ${layer(one.layer)?.title ?? ''}`,
          one.state === 'NOT_REACHED' ? 'Not reached' : one.outcome.title,
          one.state === 'NOT_REACHED' ? '' : one.because.map((id) => `${shortly(id)} ${answered(id)}`).join(', '),
        ]),
      ],
      [4, 4, 4],
    ),
    heading('The decision tree', 2),
    table(
      [
        ['Fork', 'Leads to the outcome', 'Outcome', 'Path taken'],
        ...treeOf(content, content.layers[0]?.id ?? '', result).map((fork) => [
          fork.question ? `${fork.question.number}. ${fork.question.text}` : 'All together',
          fork.label,
          fork.outcome.title,
          { TAKEN: 'ends here', PASSED: 'goes on below', NOT_REACHED: 'not reached' }[fork.path],
        ]),
      ],
      [4, 3, 3, 1.5],
    ),
    heading('Answers', 2),
    table(
      [
        ['Question', 'Answer', 'Reason, note, evidence', 'What it leads to', 'Source'],
        ...content.questions.flatMap((question) => {
          const given = answers[question.id];
          if (!given) return [];
          const counted = question.options.find(({ id }) => id === counts(content, answers, question.id));
          return [
            [
              numbered(question.id),
              answered(question.id),
              [given.reason && `Reason: ${given.reason}`, given.note, given.evidence && `Evidence: ${given.evidence}`].filter(Boolean).join('\n'),
              counted
                ? counted.conclusions
                    .map(
                      (one) =>
                        `${String(one['text'])}${one['certainty'] === 'STATED' ? '' : ` [${String(one['certainty']).toLowerCase()}: ${String(one['note'] ?? '')}]`}`,
                    )
                    .join('\n')
                : 'Counts neither as yes nor as no.',
              (counted?.conclusions ?? [])
                .map((one) => cited(one as Cited))
                .filter((one, at, all) => all.indexOf(one) === at)
                .join('\n'),
            ],
          ];
        }),
      ],
      [4, 2, 3, 4, 2],
    ),
    paragraph(result.open.length > 0 ? `Open: ${result.open.map((id) => numbered(id)).join(' ')}` : 'No question is open.'),
    heading('Risks', 2),
    ...(risks.length === 0
      ? [paragraph('No risk is assessed.')]
      : [
          riskMap('Before anything is done', risks),
          riskMap(
            'After the mitigation',
            risks.map((risk) => ({ likelihood: risk.residualLikelihood ?? risk.likelihood, impact: risk.residualImpact ?? risk.impact })),
          ),
          table(
            [
              ['Risk', 'Area', 'Likelihood', 'Impact', 'Mitigation', 'Owner and date', 'What remains'],
              ...risks.map((risk, at) => [
                `${at + 1}. ${risk.called}`,
                risk.area ? inWords(risk.area) : '',
                String(risk.likelihood),
                String(risk.impact),
                [...risk.answers.map(({ title }) => title), risk.mitigation ?? ''].filter(Boolean).join('\n'),
                [risk.owner, risk.date].filter(Boolean).join(', '),
                risk.residualLikelihood && risk.residualImpact ? `${risk.residualLikelihood} / ${risk.residualImpact}` : '',
              ]),
            ],
            [4, 2, 1.2, 1.2, 4, 2, 1.4],
          ),
        ]),
    ...(unassessed.length > 0 ? [paragraph(`No risk is assessed in these areas of recommendation 2: ${unassessed.join(', ')}.`)] : []),
    heading('Costs', 2),
    ...(costs
      ? [
          paragraph(`In ${costs.currency}, over ${costs.years} years, low and high.`),
          table(
            [
              ['Cost', ...costs.options.map(({ name }) => name)],
              ...costLines.map((line) => [
                `${inWords(line)}${yearly.includes(line) ? ', a year' : ', once'}`,
                ...costs.options.map((option) => (option[line] ? range(option[line]) : 'not stated')),
              ]),
              [
                `Total over ${costs.years} years`,
                ...costSums(costs).map(({ low, high, stated }) =>
                  stated === 0
                    ? 'not stated'
                    : `${range({ low, high })}${stated === costLines.length ? '' : ` (of what is stated: ${stated} of ${costLines.length} lines)`}`,
                ),
              ],
            ],
            [3, ...costs.options.map(() => 3)],
            { boldLast: true },
          ),
          ...(costs.assumptions ? [paragraph(`Assumptions: ${costs.assumptions}`)] : []),
        ]
      : [paragraph('No costs are given.')]),
    ...agreements(run, lineName),
    heading('Sources', 2),
    ...[...sources].sort().map((one) => paragraph(one)),
  ];
  return { kind: 'docx', title: marking === null ? run.title : `${run.title} [${MARK}]`, footer: run.title, mark: marking === null ? null : MARK, blocks };
}
