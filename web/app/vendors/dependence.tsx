import type { VendorPagePartsFragment } from '../graphql/graphql.ts';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import { word } from '../ui/vocabulary.ts';
import { RecordLink } from '../ui/record-link.tsx';

type Vendor = VendorPagePartsFragment;
type Project = Vendor['engagements'][number]['project'];

/**
 * What bears on whether the work can go on without the vendor, project by project, as the sources say it: facts beside each
 * other, never a score. What they do not say is "not stated".
 */
export function Dependence({ vendor }: { vendor: Vendor }) {
  const { t } = useSite();
  const projects = [...new Map(vendor.engagements.map(({ project }) => [project.url, project])).values()];
  if (projects.length === 0) return null;
  return (
    <Section id="dependence" title={t('vendors.dependence.title')}>
      <p>{t('vendors.dependence.lead')}</p>
      {projects.map((project) => (
        <div key={project.url}>
          <h3>
            <RecordLink to={project} />
          </h3>
          <Signals project={project} />
        </div>
      ))}
    </Section>
  );
}

function Signals({ project: { ledger, statements, participants } }: { project: Project }) {
  const { t } = useSite();
  const said = (texts: Project['statements']) => texts.map((statement) => <Statement key={statement.text} statement={statement} as="span" />);
  const access =
    ledger.access === 'NOT_STATED' ? null : (
      <>
        {word(t, 'access', ledger.access)}
        <FactMark fact={ledger.accessBasis} />
      </>
    );
  return (
    <Facts
      items={[
        { label: t('vendors.dependence.code'), value: said(statements.filter(({ section }) => section === 'CODE')) },
        {
          label: t('vendors.dependence.protocol'),
          value: ledger.platforms.map((platform) => (
            <span key={platform.text}>
              {platform.text}
              <FactMark fact={platform} />
            </span>
          )),
        },
        {
          label: t('vendors.dependence.nodes'),
          value: [
            ...(access ? [<span key="access">{access}</span>] : []),
            ...(ledger.consensus ? [<Statement key="consensus" statement={ledger.consensus} as="span" />] : []),
          ],
        },
        { label: t('vendors.dependence.keys'), value: said(ledger.keyCustody.map((one) => ({ ...one, section: null }))) },
        {
          label: t('vendors.dependence.skills'),
          value: participants.map((one) => (
            <span key={`${one.name} ${one.role}`}>
              {one.name}: {one.role}
              <FactMark fact={one} />
            </span>
          )),
        },
      ]}
    />
  );
}
