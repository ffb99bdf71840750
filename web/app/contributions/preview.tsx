import { BuildingBlockBody } from '../building-blocks/show.tsx';
import { LessonBody } from '../lessons/show.tsx';
import { ProjectBody } from '../projects/show.tsx';
import { VendorBody } from '../vendors/show.tsx';
import type { DraftReviewQuery } from '../graphql/graphql.ts';
import { RecordExtras } from '../ui/record-care.tsx';
import { WithFields } from '../ui/field-place.tsx';
import { Section } from '../ui/section.tsx';
import { useSite } from '../ui/site.tsx';

type Draft = NonNullable<DraftReviewQuery['draft']>;

/** The places that a draft changes, as the pages name them: "statements[3].text" is "statements.3.text"; what is gone stands nowhere. */
const changedIn = (draft: Draft): string[] =>
  draft.basedOn === 0 ? [] : draft.differences.flatMap(({ path }) => (/\[-?\]|\[-\d+\]/.test(path) ? [] : [path.replaceAll(/\[(\d+)\]/g, '.$1')]));

/** The page as readers will see it, with what the draft changes marked; those who write may go from each statement to its field. */
export function Preview({ draft, writable }: { draft: Draft; writable: boolean }) {
  const { t } = useSite();
  const { preview } = draft;
  return (
    <Section id="preview" title={t('contributions.preview.title')}>
      {preview ? (
        <>
          <p className="quiet small">{draft.basedOn > 0 ? t('contributions.preview.lead') : t('contributions.preview.leadNew')}</p>
          <div className="preview">
            <WithFields language={preview.language} edit={writable ? draft.url : null} changed={changedIn(draft)} preview>
              {preview.__typename === 'Project' && (
                <ProjectBody project={preview}>
                  <RecordExtras record={preview} />
                </ProjectBody>
              )}
              {preview.__typename === 'Lesson' && (
                <LessonBody lesson={preview}>
                  <RecordExtras record={preview} />
                </LessonBody>
              )}
              {preview.__typename === 'BuildingBlock' && (
                <BuildingBlockBody block={preview}>
                  <RecordExtras record={preview} />
                </BuildingBlockBody>
              )}
              {preview.__typename === 'Vendor' && (
                <VendorBody vendor={preview}>
                  <RecordExtras record={preview} />
                </VendorBody>
              )}
            </WithFields>
          </div>
        </>
      ) : (
        <p>{t('contributions.preview.none')}</p>
      )}
    </Section>
  );
}
