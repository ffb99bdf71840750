import { recordType } from './record.ts';

/** The record types of all concepts. Each concept gives its own its fields; here they can refer to each other without a circle. */
export const SourceType = recordType('SOURCE');
export const OrganizationType = recordType('ORGANIZATION');
export const GoalType = recordType('GOAL');
export const VendorType = recordType('VENDOR');
export const ProjectType = recordType('PROJECT');
export const StandardType = recordType('STANDARD');
export const RiskType = recordType('RISK');
export const MitigationType = recordType('MITIGATION');
export const RecommendationType = recordType('RECOMMENDATION');
export const LessonType = recordType('LESSON');
export const GlossaryTermType = recordType('GLOSSARY_TERM');
export const ReferenceType = recordType('REFERENCE');
export const MatrixType = recordType('MATRIX');
export const BuildingBlockType = recordType('BUILDING_BLOCK');
export const ForeignRecordType = recordType('FOREIGN_RECORD');
