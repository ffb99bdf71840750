import { faults } from '#i18n/en/faults.ts';
import { about } from './en/about.ts';
import { agreements } from './en/agreements.ts';
import { assessments } from './en/assessments.ts';
import { audit } from './en/audit.ts';
import { operations } from './en/operations.ts';
import { accounts } from './en/accounts.ts';
import { contributions } from './en/contributions.ts';
import { campaigns } from './en/campaigns.ts';
import { catalogues } from './en/catalogues.ts';
import { foreignRecords } from './en/foreign-records.ts';
import { imports } from './en/imports.ts';
import { editions } from './en/editions.ts';
import { frame } from './en/frame.ts';
import { buildingBlocks } from './en/building-blocks.ts';
import { home } from './en/home.ts';
import { inquiries } from './en/inquiries.ts';
import { lessons } from './en/lessons.ts';
import { learning } from './en/learning.ts';
import { links } from './en/links.ts';
import { lists } from './en/lists.ts';
import { organizations } from './en/organizations.ts';
import { news } from './en/news.ts';
import { professionals } from './en/professionals.ts';
import { sought } from './en/sought.ts';
import { questions } from './en/questions.ts';
import { projects } from './en/projects.ts';
import { records } from './en/records.ts';
import { screening } from './en/screening.ts';
import { companies } from './en/companies.ts';
import { information } from './en/information.ts';
import { following } from './en/following.ts';
import { shortlists } from './en/shortlists.ts';
import { search } from './en/search.ts';
import { vendors } from './en/vendors.ts';
import { glossary } from './en/glossary.ts';
import { goals } from './en/goals.ts';
import { instruments } from './en/instruments.ts';
import { matrix } from './en/matrix.ts';
import { overview } from './en/overview.ts';
import { quotations } from './en/quotations.ts';
import { recommendations } from './en/recommendations.ts';
import { reference } from './en/reference.ts';
import { risks } from './en/risks.ts';
import { sources } from './en/sources.ts';
import { standards } from './en/standards.ts';
import { rest } from './en/rest.ts';
import { tokens } from './en/tokens.ts';
import { webhooks } from './en/webhooks.ts';
import { year } from './en/year.ts';
import { uptake } from './en/uptake.ts';
import { vocabulary } from '#i18n/en/vocabulary.ts';

/**
 * Every string of the interface, by concept. A concept's strings are in `en/<concept>.ts` and are named here once;
 * another language is a file of the same shape.
 */
export const en = {
  ...frame,
  faults,
  inquiries,
  about,
  accounts,
  agreements,
  assessments,
  audit,
  operations,
  contributions,
  campaigns,
  catalogues,
  foreignRecords,
  imports,
  editions,
  home,
  vocabulary,
  lessons,
  learning,
  links,
  buildingBlocks,
  lists,
  organizations,
  news,
  professionals,
  questions,
  sought,
  following,
  projects,
  records,
  screening,
  companies,
  information,
  shortlists,
  search,
  vendors,
  glossary,
  goals,
  instruments,
  matrix,
  overview,
  quotations,
  recommendations,
  reference,
  risks,
  sources,
  standards,
  rest,
  tokens,
  webhooks,
  year,
  uptake,
} as const;
