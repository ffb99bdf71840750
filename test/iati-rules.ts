import { DOMParser } from '@xmldom/xmldom';
import { useNamespaces as selectWith } from 'xpath';

// A reader of IATI's rulesets (github.com/IATI/IATI-Rulesets, rulesets-standard.json): JSON that names for each kind of element
// the rules that hold of it, as XPath. Every rule that the file uses is known; an unknown one fails.

type Case = Record<string, unknown> & { paths?: string[]; ruleInfo?: { id: string; severity: string; message: string } };
type Rules = Record<string, { cases: Case[] }>;
type RuleFault = { id: string; severity: string; message: string };

const select = selectWith({ xml: 'http://www.w3.org/XML/1998/namespace' });
const nodes = (path: string, node: Node): Node[] => select(path, node) as Node[];
const texts = (path: string, node: Node) => nodes(path, node).map((one) => one.textContent ?? one.nodeValue ?? '');
const isTrue = (path: string, node: Node) => (select(`boolean(${path})`, node) as unknown) === true;

/** Each rule: whether a case of it holds of an element. */
const holds: Record<string, (one: Case, node: Node) => boolean> = {
  unique: ({ paths = [] }, node) => {
    const found = paths.flatMap((path) => texts(path, node));
    return new Set(found).size === found.length;
  },
  startswith: ({ paths = [], prefix, separator = '' }, node) => {
    const prefixes = (prefix as string[]).flatMap((path) => texts(path, node)).filter(Boolean);
    return paths.flatMap((path) => texts(path, node)).every((text) => prefixes.some((one) => text.startsWith(one + separator)));
  },
  atleast_one: ({ paths = [] }, node) => paths.some((path) => nodes(path, node).length > 0),
  no_more_than_one: ({ paths = [] }, node) => paths.flatMap((path) => nodes(path, node)).length <= 1,
  one_or_all: ({ one, all }, node) => {
    if (nodes(one as string, node).length > 0) return true;
    if (all === 'lang') return nodes('.//narrative', node).every((each) => nodes('@xml:lang', each).length > 0);
    if (all === 'currency') return nodes('.//value', node).every((each) => nodes('@currency', each).length > 0);
    return nodes('transaction', node).every((each) => nodes(all as string, each).length > 0);
  },
  date_now: ({ date }, node) => texts(date as string, node).every((text) => Date.parse(text) <= Date.now()),
  date_order: ({ less, more }, node) => {
    const moment = (path: string) => (path === 'NOW' ? [Date.now()] : texts(path, node).map((text) => Date.parse(text)));
    return moment(less as string).every((a) => moment(more as string).every((b) => a <= b));
  },
  regex_matches: ({ paths = [], regex }, node) => paths.flatMap((path) => texts(path, node)).every((text) => new RegExp(regex as string).test(text)),
  no_spaces: ({ paths = [] }, node) => paths.flatMap((path) => texts(path, node)).every((text) => text.trim() === text),
  strict_sum: ({ paths = [], sum }, node) => {
    const found = paths.flatMap((path) => texts(path, node));
    return found.reduce((total, text) => total + Number(text), 0) === sum;
  },
  range: ({ paths = [], min, max }, node) =>
    paths.flatMap((path) => texts(path, node)).every((text) => Number(text) >= (min as number) && Number(text) <= (max as number)),
  if_then: (one, node) => !isTrue(one['if'] as string, node) || isTrue(one['then'] as string, node),
  time_limit: ({ start, end }, node) => {
    const [from, until] = [texts(start as string, node)[0], texts(end as string, node)[0]];
    return !from || !until || Date.parse(until) - Date.parse(from) <= 366 * 86_400_000;
  },
  between_dates: () => true,
};
/** Conditions that need a list of registered organizations, which is not among the judge's files. */
const needsRegister = ({ idCondition }: Case) => idCondition !== undefined && idCondition !== 'NOT_EXISTING_ORG_ID_PREFIX';

/** What a ruleset finds wrong with a document, each with its number and severity. */
export function ruleFaults(xml: string, ruleset: Record<string, Rules>): RuleFault[] {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Node;
  const found: RuleFault[] = [];
  const check = (rules: Rules, node: Node) => {
    for (const [name, { cases }] of Object.entries(rules))
      for (const one of cases) {
        if (name === 'loop') {
          for (const value of new Set(texts(one['foreach'] as string, node)))
            check(JSON.parse(JSON.stringify(one['do']).replaceAll('$1', value)) as Rules, node);
          continue;
        }
        const rule = holds[name];
        if (!rule) throw new Error(`The ruleset has a rule "${name}" that is not known here.`);
        if (needsRegister(one) || (one['condition'] !== undefined && !isTrue(one['condition'] as string, node))) continue;
        if (!rule(one, node)) found.push({ id: one.ruleInfo?.id ?? name, severity: one.ruleInfo?.severity ?? 'error', message: one.ruleInfo?.message ?? '' });
      }
  };
  for (const [context, rules] of Object.entries(ruleset)) for (const node of nodes(context, document)) check(rules, node);
  return found;
}
