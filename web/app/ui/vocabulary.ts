import type { TFunction } from 'i18next';
import type { Access, LessonKind, OrganizationGroup, OrganizationKind, Origin, Sector, Stage, Theme, Use, VendorKind } from '../graphql/graphql.ts';
import { vocabulary } from '#i18n/en/vocabulary.ts';
import type { Facet } from './address.ts';
import type { Site } from './site.tsx';

type Words =
  | 'access'
  | 'actionKind'
  | 'foreignOwnerKind'
  | 'goalTitle'
  | 'kinds'
  | 'legalTopic'
  | 'lessonKind'
  | 'organizationGroup'
  | 'organizationKind'
  | 'origin'
  | 'scope'
  | 'sector'
  | 'theme'
  | 'use'
  | 'vendorKind';

/** The word for a value of the library, such as a use or a theme; the value itself where there is none. */
export const word = (t: TFunction, of: Words, value: string | number): string =>
  t(`vocabulary.${of}.${value}` as 'vocabulary.use.OTHER', { defaultValue: String(value) });

/** What the values of a filter field are called; `kinds` says which words a list uses for its own `kind`. */
export function valueLabel({ t, format }: Pick<Site, 't' | 'format'>, field: string, value: string, label: string, kinds?: Words): string {
  switch (field) {
    case 'stage':
      return t(`stage.${value}` as 'stage.PILOT', { defaultValue: label });
    case 'workAccess':
      return word(t, 'access', value);
    case 'access':
    case 'use':
    case 'sector':
    case 'origin':
    case 'theme':
      return word(t, field, value);
    case 'workRegion':
    case 'region':
      return t(`vocabulary.region.${value}` as 'vocabulary.region.africa', { defaultValue: label });
    case 'group':
      return word(t, 'organizationGroup', value);
    case 'kind':
      return kinds ? word(t, kinds, value) : label;
    case 'ownerKind':
      return word(t, 'foreignOwnerKind', value);
    case 'catalogueGoal':
    case 'goal':
      return `${value} ${word(t, 'goalTitle', value)}`;
    case 'workCountry':
    case 'country':
      return format.country(value);
    default:
      return label;
  }
}

/** The stages in their order, from the idea to the end. */
export const stageOrder: string[] = ['ENVISAGED', 'RESEARCH', 'PROOF_OF_CONCEPT', 'PILOT', 'IN_USE', 'SCALED', 'DISCONTINUED'] satisfies Stage[];

/** The values that exist, by the words there are for them; the compiler checks that none of the API's is missing. */
const keys = <Value extends string>(words: Readonly<Record<Value, string>>) => Object.keys(words) as Value[];
export const values = {
  access: keys<Access>(vocabulary.access),
  use: keys<Use>(vocabulary.use),
  sector: keys<Sector>(vocabulary.sector),
  origin: keys<Origin>(vocabulary.origin),
  theme: keys<Theme>(vocabulary.theme),
  lessonKind: keys<LessonKind>(vocabulary.lessonKind),
  vendorKind: keys<VendorKind>(vocabulary.vendorKind),
  organizationKind: keys<OrganizationKind>(vocabulary.organizationKind),
  organizationGroup: keys<OrganizationGroup>(vocabulary.organizationGroup),
};

/** The facets with the words a reader knows. Stages and goals keep their own order; the others stay as counted. */
export function labelled(site: Pick<Site, 't' | 'format'>, facets: readonly Facet[], kinds?: Words): Facet[] {
  return facets.map(({ field, values }) => {
    const named = values.map((value) => ({ ...value, label: valueLabel(site, field, value.value, value.label, kinds) }));
    if (field === 'stage') named.sort((a, b) => stageOrder.indexOf(a.value) - stageOrder.indexOf(b.value));
    if (field === 'goal' || field === 'catalogueGoal') named.sort((a, b) => Number(a.value) - Number(b.value));
    return { field, values: named };
  });
}
