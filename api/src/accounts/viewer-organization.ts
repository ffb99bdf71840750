import { builder } from '../builder.ts';

export const ViewerOrganization = builder.objectRef<{ slug: string; shortName: string }>('ViewerOrganization').implement({
  description: 'An organization in which who asks has a role.',
  fields: (t) => ({ slug: t.exposeString('slug'), shortName: t.exposeString('shortName') }),
});
