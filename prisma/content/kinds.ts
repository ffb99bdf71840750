import type { RecordKind } from '../generated/enums.ts';
import { buildingBlockKind } from './building-block.ts';
import { foreignRecordKind } from './foreign-record.ts';
import { glossaryTermKind } from './glossary.ts';
import { goalKind } from './goal.ts';
import type { Kind } from './concept.ts';
import { lessonKind } from './lesson.ts';
import { matrixKind } from './matrix.ts';
import { organizationKind } from './organization.ts';
import { projectKind } from './project.ts';
import { recommendationKind } from './recommendation.ts';
import { referenceKind } from './reference.ts';
import { mitigationKind, riskKind } from './risk.ts';
import { sourceKind } from './source.ts';
import { standardKind } from './standard.ts';
import { vendorKind } from './vendor.ts';

/** Every concept of the library, in the order of loading. */
// biome-ignore lint/suspicious/noExplicitAny: each entry has its own content; callers go through the kind's own schema.
export const kinds: Record<RecordKind, Kind<any>> = {
  SOURCE: sourceKind,
  ORGANIZATION: organizationKind,
  GOAL: goalKind,
  VENDOR: vendorKind,
  PROJECT: projectKind,
  STANDARD: standardKind,
  RISK: riskKind,
  MITIGATION: mitigationKind,
  RECOMMENDATION: recommendationKind,
  LESSON: lessonKind,
  GLOSSARY_TERM: glossaryTermKind,
  REFERENCE: referenceKind,
  MATRIX: matrixKind,
  BUILDING_BLOCK: buildingBlockKind,
  FOREIGN_RECORD: foreignRecordKind,
};

/**
 * The public address of a record's page. The slug of a goal and of a formal recommendation is its number. Terms stand
 * together on one page; there is one matrix.
 */
export function addressOf(kind: RecordKind, slug: string): string {
  if (kind === 'GLOSSARY_TERM') return `/glossary#${slug}`;
  if (kind === 'MATRIX') return '/matrix';
  return `${kinds[kind].path}/${slug}`;
}
