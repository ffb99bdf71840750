import { index, type RouteConfig, route } from '@react-router/dev/routes';

/** The whole site map. Each concept has its folder; list and record stand side by side in it. */
export default [
  index('home/page.tsx'),
  route('search/suggest', 'search/suggest.tsx'),
  route('about', 'about/page.tsx'),
  route('*', 'errors/not-found.tsx'),
] satisfies RouteConfig;
