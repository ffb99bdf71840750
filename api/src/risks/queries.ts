import { builder } from '../builder.ts';
import { addList } from '../records/connection.ts';
import { recordAt } from '../records/record.ts';
import { RiskKind } from './risk.ts';
import { MitigationType, RiskType } from '../records/types.ts';

addList('RISK', 'risks', RiskType as never, 'The risks of chapter IV.', { types: { kind: RiskKind } });
addList('MITIGATION', 'mitigations', MitigationType as never, 'The mitigations of chapter IV.');

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
