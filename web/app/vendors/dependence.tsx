import type { VendorPagePartsFragment } from '../graphql/graphql.ts';
import { FactMark } from '../ui/fact-mark.tsx';
import { Facts } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';
import { Statement } from '../ui/statement.tsx';
import { word } from '../ui/vocabulary.ts';
import { RecordLink } from '../ui/record-link.tsx';

type Signals = VendorPagePartsFragment['dependence'][number];

/**
 * What bears on whether the work can go on without the vendor, project by project, as the sources say it: facts beside each
 * other, never a score. What they do not say is "not stated".
 */
export function Dependence({ vendor: { dependence } }: { vendor: VendorPagePartsFragment }) {
  const { t } = useSite();
  if (dependence.length === 0) return null;
  return (
    <Section id="dependence" title={t('vendors.dependence.title')}>
      <p>{t('vendors.dependence.lead')}</p>
      {dependence.map((signals) => (
        <div key={signals.project.url}>
          <h3>
            <RecordLink to={signals.project} />
          </h3>
          <Questions signals={signals} />
        </div>
      ))}
    </Section>
  );
}

function Questions({ signals: { access, accessBasis, code, protocol, nodes, keys, skills } }: { signals: Signals }) {
  const { t } = useSite();
  const said = (statements: Signals['nodes']) => statements.map((one) => <Statement key={one.text} statement={one} as="span" />);
  return (
    <Facts
      items={[
        { label: t('vendors.dependence.code'), value: said(code) },
        {
          label: t('vendors.dependence.protocol'),
          value: protocol.map((platform) => (
            <span key={platform.text}>
              {platform.text}
              <FactMark fact={platform} />
            </span>
          )),
        },
        {
          label: t('vendors.dependence.nodes'),
          value: [
            ...(access === 'NOT_STATED'
              ? []
              : [
                  <span key="access">
                    {word(t, 'access', access)}
                    <FactMark fact={accessBasis} />
                  </span>,
                ]),
            ...said(nodes),
          ],
        },
        { label: t('vendors.dependence.keys'), value: said(keys) },
        { label: t('vendors.dependence.skills'), value: said(skills) },
      ]}
    />
  );
}
