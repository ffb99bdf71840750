import { countryNames, m49 } from '#prisma/content/kind.ts';
import { isLater, newestDate } from '#prisma/content/newest.ts';
import type { Project } from '#prisma/content/project.ts';
import { citedStatements } from '#prisma/derive.ts';
import type { SeedRecord } from './files.ts';

/** The source in which the editors say what they looked for and did not find; it tells nothing new of a record. */
const EDITORS = 'notes-atrium';
/** The year to which the report speaks; a head without a date is as at it. */
const REPORT_YEAR = '2020';
/** Only these heads tell how things stand; a lesson or a risk has a source and no state. */
const kindsWithAHead = new Set(['PROJECT', 'VENDOR', 'ORGANIZATION']);

/** What a head says and the body contradicts, in words for whoever mends it. */
export type HeadFault = { file: string; record: string; message: string };

type Dated = { asAt?: string; text?: string };
type WithHead = { sourceKey: string; summary?: Dated; statements?: Dated[]; figures?: Dated[] };

/**
 * Heads that contradict their bodies: a summary that is older than a fact of the record, a stage history out of order or
 * older than what the record tells of it, figures that begin with an old one, and countries that only the later facts name.
 */
export function headFaults(records: readonly SeedRecord[]): HeadFault[] {
  return records
    .filter((record) => kindsWithAHead.has(record.kind))
    .flatMap(({ kind, file, content }) => {
      const record = content as unknown as WithHead;
      const faults = [...staleSummary(record), ...(kind === 'PROJECT' ? projectFaults(content as unknown as Project) : [])];
      return faults.map((message) => ({ file, record: record.sourceKey, message }));
    });
}

function staleSummary({ summary, statements = [], figures = [] }: WithHead): string[] {
  if (!summary) return [];
  const head = summary.asAt ?? REPORT_YEAR;
  const facts = citedStatements({ statements, figures }).filter((fact) => fact.citations.some(({ source }) => source !== EDITORS));
  const fact = facts.filter(({ asAt }) => asAt && isLater(asAt, head)).sort((a, b) => (isLater(a.asAt as string, b.asAt as string) ? -1 : 1))[0];
  return fact ? [`the summary is as at ${head}, but ${fact.field} tells of ${fact.asAt}: ${fact.statement.slice(0, 80)}`] : [];
}

function projectFaults(project: Project): string[] {
  const faults: string[] = [];
  const { stages } = project;
  const last = stages.at(-1) as Project['stages'][number];
  for (const [index, stage] of stages.entries()) {
    const before = newestDate(stages.slice(0, index).map(({ date }) => date));
    if (stage.date && before && isLater(before, stage.date)) faults.push(`the stage ${stage.stage} of ${stage.date} stands after one of ${before}`);
  }
  // A stage without a date is as at its source; the newest one is today's and stands last.
  const dated = stages.map((stage) => stage.date ?? stage.asAt).filter((date) => date !== undefined);
  const atLast = newestDate([last.date, last.asAt]);
  const newestStage = newestDate(dated);
  if (newestStage && atLast && isLater(newestStage, atLast)) faults.push(`the last stage is as at ${atLast}, but another one is of ${newestStage}`);
  const ended = project.statements.filter(({ section, certainty }) => section === 'WHAT_ENDED_IT' && certainty === 'STATED');
  if (ended.length > 0 && last.stage !== 'DISCONTINUED') faults.push(`tells what ended it, but its stage is ${last.stage}`);
  const first = project.figures.find(({ asAt }) => asAt)?.asAt;
  const newestFigure = newestDate(project.figures.map(({ asAt }) => asAt));
  if (first && newestFigure && isLater(newestFigure, first)) faults.push(`the figures begin with one of ${first}, but there is one of ${newestFigure}`);
  if (project.scope === 'COUNTRIES') {
    const known = new Set(project.countries.map(({ code }) => code));
    const later = project.statements.filter(({ section, cite }) => section === 'LATER' && cite.some(({ source }) => source !== EDITORS));
    for (const [code, name] of allCountries())
      if (!known.has(code) && later.some(({ text }) => new RegExp(`\\b${name}\\b`, 'u').test(text)))
        faults.push(`its later facts name ${name}, which its countries lack`);
  }
  return faults;
}

/** Every country that the United Nations gives a code, by its English name, as [code, name]. */
function allCountries(): [string, string][] {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
  return letters.flatMap((a) =>
    letters.flatMap((b): [string, string][] => {
      const [name] = countryNames(a + b);
      return name && m49(a + b) ? [[a + b, name]] : [];
    }),
  );
}

/** Later facts that may change a stage: they tell of a start or an end after the last stage, and are to be read by eye. */
export function stageDoubts(records: readonly SeedRecord[]): string[] {
  return records
    .filter(({ kind }) => kind === 'PROJECT')
    .flatMap(({ content }) => {
      const project = content as unknown as Project;
      const last = project.stages.at(-1);
      const at = newestDate([last?.date, last?.asAt]) ?? REPORT_YEAR;
      return project.statements
        .filter(({ section, asAt, text }) => section === 'LATER' && asAt && isLater(asAt, at) && changes.test(text))
        .map(({ text, asAt }) => `PROJECT ${project.sourceKey}: ${last?.stage} as at ${at}, and of ${asAt}: ${text}`);
    });
}
const changes = /\b(live|launch\w*|start\w*|begun|began|began|releas\w*|roll\w* out|in use|end\w*|discontinu\w*|shut down|clos\w*|given up)\b/iu;
