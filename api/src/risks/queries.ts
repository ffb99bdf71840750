import { builder } from '../builder.ts';
import { addList, filterBy } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { RiskKind } from './risk.ts';
import { MitigationType, RiskType } from '../records/types.ts';

const fields = { kind: 'kind_of_risk', organization: 'organization' };
const filter = builder.inputType('RiskFilter', { fields: (t) => ({ kind: t.field({ type: [RiskKind] }), organization: t.stringList() }) });
addList('RISK', 'risks', RiskType as never, 'The risks of chapter IV.', filter, fields, filterBy(fields));
const mitigationFields = { organization: 'organization' };
const mitigationFilter = builder.inputType('MitigationFilter', { fields: (t) => ({ organization: t.stringList() }) });
addList('MITIGATION', 'mitigations', MitigationType as never, 'The mitigations of chapter IV.', mitigationFilter, mitigationFields, filterBy(mitigationFields));

builder.queryField('risk', (t) =>
  t.field({
    type: RiskType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'RISK', { slug }),
  }),
);
builder.queryField('mitigation', (t) =>
  t.field({
    type: MitigationType,
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (_root, { slug }, context, info) => recordAt(context, info, 'MITIGATION', { slug }),
  }),
);
