/** Imported first by `npm run dev`: React and the router then say more of what is wrong, and nothing is kept. */
process.env['NODE_ENV'] = 'development';
