import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [index('home/page.tsx')] satisfies RouteConfig;
