import { builder } from '../builder.ts';
import { type FieldFault, fault } from '#i18n/fault.ts';
import { invalidInput } from '../errors.ts';
import { recordAddress } from './address.ts';
import { RecordInterface } from './record.ts';
import { recordsAtAddresses } from './load.ts';

/** Nobody sends a longer list of records in one address. */
const ADDRESSES_MAX = 50;

builder.queryField('recordsAt', (t) =>
  t.field({
    type: [RecordInterface],
    description: `Records by the addresses of their pages, such as /projects/building-blocks, in the order asked; at most ${ADDRESSES_MAX}. Addresses that nothing is at are left out.`,
    args: { addresses: t.arg.stringList({ required: true }) },
    resolve: async (_root, { addresses }, context) => {
      const faults: FieldFault[] = [];
      if (addresses.length > ADDRESSES_MAX) faults.push(fault('addresses', 'RECORDS_MANY', { max: ADDRESSES_MAX, given: addresses.length }));
      if (faults.length > 0) throw invalidInput(faults);
      const asked = [...new Map(addresses.flatMap((text) => recordAddress(text) ?? []).map((one) => [`${one.kind} ${one.slug}`, one])).values()];
      return recordsAtAddresses(context.reads, context.viewer, asked);
    },
  }),
);
